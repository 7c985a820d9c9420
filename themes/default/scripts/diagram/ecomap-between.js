/**
 * The lines between the systems of an ecomap: straight between neighbours if there is room, otherwise round the outside
 * of all boxes, each on its own track if tracks would overlap.
 *
 * Must not know: how a line looks, SVG.
 *
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./ecomap-layout.js').PlacedNode} PlacedNode
 */

import { around, crosses, distance, leaving, lengthOf, tenth } from './geometry.js';

const ORBIT = 15; // px from the outermost box to the first track, and from one to the next
const WIDE_ORBIT = 34; // … if there are tags on them
const ASIDE = 9; // px between two lines that leave a box on one side
const CORNER = 12; // px, the radius of a corner

/**
 * @typedef {{ x0: number, y0: number, x1: number, y1: number }} Frame  round all boxes
 * @typedef {{ point: Point, far: number, side: number }} Exit  far: how far along the frame from its upper left corner, clockwise
 */

/**
 * @param {PlacedNode[]} placed
 * @param {{ a: string, b: string, room: number }[]} pairs  room: px a straight line needs at the least
 * @param {{ core: number, corner: (placed: PlacedNode) => number }} about
 * @returns {Point[][]}  a line for each pair, from a to b; empty if one of them is not placed
 */
export function linesBetween(placed, pairs, about) {
  /** @type {Point[][]} */
  const lines = pairs.map(() => []);
  const round = [];
  for (const [at, { a, b, room }] of pairs.entries()) {
    const [one, other] = [a, b].map((id) => placed.find(({ node }) => node.id === id));
    if (!one || !other || one === other) continue;
    const straight = straightLine(one, other, placed, about);
    if (straight && lengthOf(straight) >= room) lines[at] = straight;
    else round.push({ at, one, other, room });
  }
  if (round.length === 0) return lines;
  const orbit = round.some(({ room }) => room > 100) ? WIDE_ORBIT : ORBIT; // lines that need much room have a tag
  const frame = frameOf(placed);
  const length = 2 * (frame.x1 - frame.x0 + frame.y1 - frame.y0);
  /** @type {Map<string, number>} how many lines leave a box */
  const left = new Map();
  const ways = round.map(({ at, one, other }) => {
    const [from, to] = [exitOf(one, frame, left), exitOf(other, frame, left)];
    const turn = (((to.far - from.far) % length) + length) % length;
    return { at, from, to, turn: turn > length / 2 ? turn - length : turn };
  });
  // Short ones first: a long one runs outside them.
  ways.sort((x, y) => Math.abs(x.turn) - Math.abs(y.turn) || x.at - y.at);
  /** @type {{ low: number, high: number, level: number }[]} */
  const taken = [];
  for (const { at, from, to, turn } of ways) {
    const low = ((Math.min(from.far, from.far + turn) % length) + length) % length;
    const span = { low: low - 8, high: low + Math.abs(turn) + 8 };
    let level = 0;
    while (
      taken.some(
        (one) =>
          one.level === level &&
          [-length, 0, length].some((by) => span.low < one.high + by && one.low + by < span.high),
      )
    )
      level += 1;
    taken.push({ ...span, level });
    lines[at] = rounded(wayRound(from, to, turn, grown(frame, orbit * (level + 1))));
  }
  return lines;
}

/** @param {PlacedNode[]} placed @returns {Frame} */
function frameOf(placed) {
  return {
    x0: Math.min(...placed.map(({ box }) => box.x)),
    y0: Math.min(...placed.map(({ box }) => box.y)),
    x1: Math.max(...placed.map(({ box }) => box.x + box.width)),
    y1: Math.max(...placed.map(({ box }) => box.y + box.height)),
  };
}

/** @param {Frame} frame @param {number} by @returns {Frame} */
function grown({ x0, y0, x1, y1 }, by) {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

/** Where a line leaves a box outward: at the nearer side. @param {PlacedNode} placed @param {Frame} frame @param {Map<string, number>} left @returns {Exit} */
function exitOf({ node, box }, frame, left) {
  const count = left.get(node.id) ?? 0;
  left.set(node.id, count + 1);
  const aside = (count % 2 === 0 ? 1 : -1) * Math.ceil(count / 2) * ASIDE;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const far = [box.y - frame.y0, frame.x1 - box.x - box.width, frame.y1 - box.y - box.height, box.x - frame.x0];
  const side = far.indexOf(Math.min(...far));
  const [width, height] = [frame.x1 - frame.x0, frame.y1 - frame.y0];
  const x = middle.x + Math.max(-box.width / 2 + 8, Math.min(box.width / 2 - 8, aside));
  const y = middle.y + Math.max(-box.height / 2 + 8, Math.min(box.height / 2 - 8, aside));
  return [
    { side, point: { x, y: box.y - 3 }, far: x - frame.x0 },
    { side, point: { x: box.x + box.width + 3, y }, far: width + y - frame.y0 },
    { side, point: { x, y: box.y + box.height + 3 }, far: width + height + frame.x1 - x },
    { side, point: { x: box.x - 3, y }, far: width * 2 + height + frame.y1 - y },
  ][side];
}

/** Out from one box, along the frame, in to the other. @param {Exit} from @param {Exit} to @param {number} turn @param {Frame} frame @returns {Point[]} */
function wayRound(from, to, turn, { x0, y0, x1, y1 }) {
  const corners = [
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
    { x: x0, y: y0 },
  ]; // the one after each side, clockwise
  const onto = (/** @type {Exit} */ { side, point }) =>
    [
      { x: point.x, y: y0 },
      { x: x1, y: point.y },
      { x: point.x, y: y1 },
      { x: x0, y: point.y },
    ][side];
  const points = [from.point, onto(from)];
  const steps = turn >= 0 ? (to.side - from.side + 4) % 4 : (from.side - to.side + 4) % 4;
  for (let i = 0; i < steps; i++)
    points.push(turn >= 0 ? corners[(from.side + i) % 4] : corners[(from.side - i + 3) % 4]);
  return [...points, onto(to), to.point];
}

/** @param {PlacedNode} one @param {PlacedNode} other @param {PlacedNode[]} placed @param {{ core: number, corner: (placed: PlacedNode) => number }} about */
function straightLine(one, other, placed, about) {
  const [from, to] = [middleOf(one), middleOf(other)];
  const line = [edge(one, to, about.corner(one)), edge(other, from, about.corner(other))];
  const free =
    !crosses(line[0], line[1], around({ x: 0, y: 0 }, about.core * 2, about.core * 2), 12) &&
    placed.every(
      (each) =>
        (each === one || each === other || !crosses(line[0], line[1], each.box, 10)) &&
        !(each.tag && crosses(line[0], line[1], each.tag, 8)) &&
        !(each.line.length > 0 && cut(line, each.line)),
    );
  return free ? line : undefined;
}

/** Whether two straight lines cross. @param {Point[]} one @param {Point[]} other */
function cut([a, b], [c, d]) {
  /** @param {Point} p @param {Point} q @param {Point} r */
  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** @param {PlacedNode} placed @returns {Point} */
function middleOf({ box }) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {PlacedNode} placed @param {Point} towards @param {number} corner */
function edge({ box }, towards, corner) {
  return leaving({ x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 }, corner + 2, towards);
}

/** The same line with round corners. @param {Point[]} points */
function rounded(points) {
  return points.flatMap((point, i) => (i === 0 || i === points.length - 1 ? [point] : bend(points, i)));
}

/** A round corner of a broken line. @param {Point[]} points @param {number} at */
function bend(points, at) {
  const [before, corner, after] = [points[at - 1], points[at], points[at + 1]];
  /** @param {Point} to */
  const short = (to) => {
    const length = distance(corner, to);
    const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return { x: corner.x + (to.x - corner.x) * share, y: corner.y + (to.y - corner.y) * share };
  };
  const [start, finish] = [short(before), short(after)];
  return [0, 0.25, 0.5, 0.75, 1].map((t) => ({
    x: tenth(start.x * (1 - t) * (1 - t) + corner.x * 2 * t * (1 - t) + finish.x * t * t),
    y: tenth(start.y * (1 - t) * (1 - t) + corner.y * 2 * t * (1 - t) + finish.y * t * t),
  }));
}
