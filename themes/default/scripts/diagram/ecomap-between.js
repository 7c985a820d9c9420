/**
 * The lines between the systems of an ecomap: straight between neighbours where there is room, else round the outside,
 * each on an orbit of its own where orbits would run over one another.
 *
 * Must not know: how a line looks, SVG.
 *
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./ecomap-layout.js').Placed} Placed
 */

import { around, crosses, distance, leaving, lengthOf, tenth } from './geometry.js';

const ORBIT = 26; // px from the outermost box to the first orbit, and from orbit to orbit
const SAMPLE = Math.PI / 45; // of an arc
const ASIDE = 0.07; // by how much two lines of one box leave it at different angles
const CIRCLE = Math.PI * 2;

/**
 * @param {Placed[]} placed
 * @param {{ a: string, b: string, room: number }[]} pairs  room: px a straight line needs at the least
 * @param {{ core: number, corner: (placed: Placed) => number }} about
 * @returns {Point[][]}  a line for each pair, from a to b; empty where one of them is not placed
 */
export function linesBetween(placed, pairs, about) {
  const reach = reachOf(placed);
  /** @type {{ from: number, sweep: number, level: number }[]} */
  const arcs = [];
  /** @type {Map<string, number>} how many lines leave a box on either side */
  const left = new Map();
  /** @type {Point[][]} */
  const lines = pairs.map(() => []);
  const round = [];
  for (const [at, { a, b, room }] of pairs.entries()) {
    const [one, other] = [a, b].map((id) => placed.find(({ node }) => node.id === id));
    if (!one || !other || one === other) continue;
    const straight = straightLine(one, other, placed, about);
    if (straight && lengthOf(straight) >= room) lines[at] = straight;
    else round.push({ at, one, other, turn: turnFrom(one, other) });
  }
  // Short arcs first: a long one runs round the outside of them.
  round.sort((x, y) => Math.abs(x.turn) - Math.abs(y.turn) || x.at - y.at);
  for (const { at, one, other, turn } of round) {
    const way = turn < 0 ? -1 : 1;
    const [start, end] = [aside(left, `${one.node.id} ${way}`), aside(left, `${other.node.id} ${-way}`)];
    const from = one.turn + way * start;
    const sweep = turn - way * (start + end);
    let level = 0;
    while (arcs.some((arc) => arc.level === level && overlap(arc, { from, sweep }))) level += 1;
    arcs.push({ from, sweep, level });
    lines[at] = orbit(one, other, from, sweep, [reach.a + ORBIT * (level + 1), reach.b + ORBIT * (level + 1)], about);
  }
  return lines;
}

/** The shorter way round from one to the other. @param {Placed} one @param {Placed} other */
function turnFrom(one, other) {
  const turn = (((other.turn - one.turn) % CIRCLE) + CIRCLE) % CIRCLE;
  return turn > Math.PI + 1e-6 ? turn - CIRCLE : turn;
}

/** The smallest of some ellipses that hold all boxes. @param {Placed[]} placed */
function reachOf(placed) {
  const corners = placed.flatMap(({ box: { x, y, width, height } }) => (
    [Math.abs(x), Math.abs(x + width)].flatMap((px) => [[px, Math.abs(y)], [px, Math.abs(y + height)]])
  ));
  const widest = Math.max(1, ...corners.map(([x]) => x));
  let best = { a: 1, b: 1 };
  let least = Infinity;
  for (let wider = 1.04; wider < 1.6; wider += 0.04) {
    const a = widest * wider;
    const b = Math.max(1, ...corners.map(([x, y]) => y / Math.sqrt(1 - (x / a) * (x / a))));
    if (a * b < least) [best, least] = [{ a, b }, a * b];
  }
  return best;
}

/** @param {Placed} one @param {Placed} other @param {Placed[]} placed @param {{ core: number, corner: (placed: Placed) => number }} about */
function straightLine(one, other, placed, about) {
  const [from, to] = [middleOf(one), middleOf(other)];
  const line = [edge(one, to, about.corner(one)), edge(other, from, about.corner(other))];
  const free = !crosses(line[0], line[1], around({ x: 0, y: 0 }, about.core * 2, about.core * 2), 12)
    && placed.every((each) => (each === one || each === other || !crosses(line[0], line[1], each.box, 10))
      && !(each.tag && crosses(line[0], line[1], each.tag, 8))
      && !(each.line.length > 0 && cut(line, each.line)));
  return free ? line : undefined;
}

/** Whether two straight lines cross. @param {Point[]} one @param {Point[]} other */
function cut([a, b], [c, d]) {
  /** @param {Point} p @param {Point} q @param {Point} r */
  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** @param {Placed} placed @returns {Point} */
function middleOf({ box }) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {Placed} placed @param {Point} towards @param {number} corner */
function edge({ box }, towards, corner) {
  return leaving({ x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 }, corner + 2, towards);
}

/** @param {Map<string, number>} left @param {string} key */
function aside(left, key) {
  const count = left.get(key) ?? 0;
  left.set(key, count + 1);
  return ASIDE * (count + 1);
}

/** @param {{ from: number, sweep: number }} one @param {{ from: number, sweep: number }} other */
function overlap(one, other) {
  const [a, b] = [one, other].map(({ from, sweep }) => {
    const low = Math.min(from, from + sweep);
    const turned = ((low % CIRCLE) + CIRCLE) % CIRCLE;
    return [turned - 0.02, turned + Math.abs(sweep) + 0.02];
  });
  return [-CIRCLE, 0, CIRCLE].some((by) => a[0] < b[1] + by && b[0] + by < a[1]);
}

/**
 * Out from one box, along the orbit, in to the other.
 * @param {Placed} one @param {Placed} other @param {number} from @param {number} sweep @param {number[]} axes
 * @param {{ corner: (placed: Placed) => number }} about
 */
function orbit(one, other, from, sweep, axes, about) {
  const steps = Math.max(2, Math.ceil(Math.abs(sweep) / SAMPLE));
  const arc = [];
  for (let i = 0; i <= steps; i++) {
    const turn = from + (sweep * i) / steps;
    arc.push({ x: tenth(axes[0] * Math.cos(turn)), y: tenth(axes[1] * Math.sin(turn)) });
  }
  const points = [edge(one, arc[0], about.corner(one)), ...arc, edge(other, arc[arc.length - 1], about.corner(other))];
  const end = points.length - 1;
  return [points[0], ...bend(points, 1), ...points.slice(2, -2), ...bend(points, end - 1), points[end]];
}

/** A corner of a broken line, made round. @param {Point[]} points @param {number} at */
function bend(points, at) {
  const [before, corner, after] = [points[at - 1], points[at], points[at + 1]];
  /** @param {Point} to */
  const short = (to) => {
    const length = distance(corner, to);
    const share = length === 0 ? 0 : Math.min(16, length * 0.6) / length;
    return { x: corner.x + (to.x - corner.x) * share, y: corner.y + (to.y - corner.y) * share };
  };
  const [start, finish] = [short(before), short(after)];
  return [0, 0.25, 0.5, 0.75, 1].map((t) => ({
    x: tenth(start.x * (1 - t) * (1 - t) + corner.x * 2 * t * (1 - t) + finish.x * t * t),
    y: tenth(start.y * (1 - t) * (1 - t) + corner.y * 2 * t * (1 - t) + finish.y * t * t),
  }));
}
