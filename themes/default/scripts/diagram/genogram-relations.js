/**
 * The lines between persons that show their relationship. Each is straight if possible, otherwise the flattest bow that
 * touches no symbol and no label, otherwise a detour between the rows. Every line takes a bounded number of steps.
 *
 * Must not know: words, households.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-layout.js').Layout} Layout
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./genogram-lines.js').GenogramLine} GenogramLine
 */

import { bow, pathOf } from './genogram-bow.js';
import { detours } from './genogram-detour.js';
import { roomOf } from './genogram-room.js';
import { relationLine } from './genogram-ties.js';

// The distances of a curve's handles from the straight line: even bows, then uneven ones.
const BOWS = [
  [0, 0],
  ...[36, 60, 95, 140, 200].flatMap((off) => [
    [off, off],
    [-off, -off],
  ]),
  ...[110].flatMap((off) => [
    [off, 0],
    [-off, 0],
    [0, off],
    [0, -off],
    [off, -off],
    [-off, off],
  ]),
];
const FURTHEST = 480; // px that a bow may reach: further away a detour is easier to follow
const TWICE = 60; // the cost of overlapping another line of the same two
const EFFORT = 0.25; // … for each px that a handle is off the line

/**
 * @param {Family} family
 * @param {Layout} layout
 * @param {number} aside  px that are free at either side of the layout
 * @returns {{ drawn: string[], lines: GenogramLine[] }}
 */
export function relationsOf(family, layout, aside) {
  const pairs = family.relations.map(({ a, b }) => [a, b].sort().join(' '));
  /** @type {Map<string, number>} */
  const counts = new Map();
  const turns = pairs.map((pair) => {
    counts.set(pair, (counts.get(pair) ?? -1) + 1);
    return counts.get(pair) ?? 0;
  });
  // First lines come before second ones, so that they are the straight ones.
  const inTurn = [...pairs.keys()].sort((i, k) => turns[i] - turns[k] || i - k);
  const room = roomOf(layout, aside);
  const detour = detours(layout);
  /** @type {Map<number, Point[]>} */
  const ways = new Map();
  /** @type {Map<string, Point[]>} */
  const middles = new Map();
  for (const i of inTurn) {
    const [from, to] = [layout.placed.get(family.relations[i].a), layout.placed.get(family.relations[i].b)];
    if (!from || !to) continue;
    const same = middles.get(pairs[i]) ?? [];
    const found = bowed(from, to, room, same);
    const way = found?.path ?? detour(from, to);
    room.take(way);
    if (found) middles.set(pairs[i], [...same, found.middle]);
    ways.set(i, way);
  }
  return {
    drawn: family.relations.flatMap(({ kind }, i) => relationLine(kind, ways.get(i) ?? [])),
    lines: family.relations.map(({ a, b }, i) => ({
      id: `relation:${i}`,
      kind: 'relation',
      points: ways.get(i) ?? [],
      ends: [a, b],
    })),
  };
}

/**
 * The cheapest bow that is free.
 * @param {Placed} from @param {Placed} to @param {import('./genogram-room.js').Room} room
 * @param {Point[]} same  middles of the lines that the two have already
 * @returns {{ path: Point[], middle: Point } | undefined}
 */
function bowed(from, to, room, same) {
  // The same two ends, however the author named them, bow to the same side.
  const turned = from.x > to.x || (from.x === to.x && from.y > to.y);
  const [a, b] = turned ? [to, from] : [from, to];
  const length = Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
  if (length > FURTHEST) return undefined;
  const [first, second] = [room.numberOf(a.id), room.numberOf(b.id)];
  /** @type {{ curve: import('./genogram-bow.js').Curve, middle: Point } | undefined} */
  let best;
  let least = Infinity;
  for (const [one, other] of BOWS) {
    const effort = (Math.abs(one) + Math.abs(other)) * EFFORT;
    if (effort >= least) continue;
    const curve = bow(a, b, one, other, length);
    // In the middle every one of its four points weighs the same three eighths or one eighth.
    const middle = {
      x: (curve.x0 + curve.x3 + 3 * (curve.x1 + curve.x2)) / 8,
      y: (curve.y0 + curve.y3 + 3 * (curve.y1 + curve.y2)) / 8,
    };
    const cost =
      effort + same.filter(({ x, y }) => Math.abs(x - middle.x) + Math.abs(y - middle.y) < 16).length * TWICE;
    if (cost >= least) continue;
    const found = cost + room.cost(curve, first, second, least - cost);
    if (found < least) [best, least] = [{ curve, middle }, found];
  }
  if (!best) return undefined;
  const path = pathOf(best.curve, a, b);
  if (path.length < 2) return undefined;
  return { path: turned ? path.reverse() : path, middle: best.middle };
}
