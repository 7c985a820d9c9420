/**
 * The lines between persons that say how they get on. Each goes straight where it can, else in the flattest bow that
 * touches nobody's symbol and as few labels as may be.
 *
 * Must not know: words, households.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-layout.js').Layout} Layout
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./geometry.js').Rect} Rect
 * @typedef {import('./genogram-lines.js').Line} Line
 */

import { lineCrosses } from './geometry.js';
import { gapNear } from './genogram-channels.js';
import { relationLine } from './genogram-ties.js';

const BOWS = [0, 36, -36, 60, -60, 90, -90, 125, -125, 165, -165, 210, -210, 270, -270, 340, -340];
const BENDS = [0, 70, -70, 130, -130, 200, -200];
const POINTS = 28; // of a bow
const CLEAR = 7; // px from symbols that are only passed: a zigzag needs them
const BESIDE = 5; // … and from labels, where there is a way
const START = 4; // px from the symbols it joins
const FILLET = 12;
const EDGE = 8; // px from the picture's edge
const COST = { symbol: 1000, label: 120, twice: 2000, along: 14, beside: 5, outside: 200, bow: 0.25 };

/**
 * @param {Family} family
 * @param {Layout} layout
 * @param {number} aside  px that are free at either side of the layout
 * @returns {{ drawn: string[], lines: Line[] }}
 */
export function relationsOf(family, layout, aside) {
  const persons = [...layout.placed.values()];
  const pairs = family.relations.map(({ a, b }) => [a, b].sort().join(' '));
  const turnOf = (/** @type {number} */ i) => pairs.slice(0, i).filter((pair) => pair === pairs[i]).length;
  // A first line between two goes before anybody's second: it is the one to be straight.
  const inTurn = [...pairs.keys()].sort((i, k) => turnOf(i) - turnOf(k) || i - k);
  /** @type {Map<number, Point[]>} */
  const ways = new Map();
  for (const i of inTurn) {
    const [from, to] = [layout.placed.get(family.relations[i].a), layout.placed.get(family.relations[i].b)];
    if (!from || !to) continue;
    const same = [...ways].filter(([k]) => pairs[k] === pairs[i]).map(([, way]) => way);
    ways.set(i, wayBetween(from, to, persons, layout, { same, all: [...ways.values()].flat(), aside }));
  }
  return {
    drawn: family.relations.flatMap(({ kind }, i) => relationLine(kind, ways.get(i) ?? [])),
    lines: family.relations.map(({ a, b }, i) => ({ id: `relation:${i}`, kind: 'relation', points: ways.get(i) ?? [], ends: [a, b] })),
  };
}

/**
 * @param {Placed} from @param {Placed} to @param {Placed[]} persons @param {Layout} layout
 * @param {{ same: Point[][], all: Point[], aside: number }} drawn  the lines of the same two, the points of all that are there
 * @returns {Point[]}
 */
function wayBetween(from, to, persons, layout, drawn) {
  // The same two ends, however the author named them, bow to the same side.
  const turned = from.x > to.x || (from.x === to.x && from.y > to.y);
  const symbols = persons.filter(({ id }) => id !== from.id && id !== to.id).map(symbolBox);
  const labels = persons.filter(({ labelHeight }) => labelHeight > 0).map(labelBox);
  let best = [symbolBox(from), symbolBox(to)].map(({ x, y }) => ({ x, y }));
  let least = Infinity;
  /** @param {number} first @param {number} second */
  const tryBow = (first, second) => {
    const effort = (Math.abs(first) + Math.abs(second)) * COST.bow;
    if (effort >= least) return;
    const path = clipped(turned ? bow(to, from, first, second).reverse() : bow(from, to, first, second), from, to);
    if (path.length < 2) return;
    let cost = effort + path.filter(({ x, y }) => x < EDGE - drawn.aside || x > layout.width + drawn.aside - EDGE || y < EDGE || y > layout.height - EDGE).length * COST.outside + drawn.same.filter((other) => near(other, path)).length * COST.twice;
    cost += symbols.filter((box) => lineCrosses(path, box, CLEAR)).length * COST.symbol;
    if (cost < least) cost += labels.filter((box) => lineCrosses(path, box, BESIDE)).length * COST.label;
    if (cost < least) cost += alongFamily(path, layout) * COST.along;
    if (cost < least) cost += besideOthers(path, from, to, drawn.all) * COST.beside;
    if (cost < least) [best, least] = [path, cost];
  };
  for (const height of BOWS) tryBow(height, height);
  if (least < COST.symbol) return best;
  for (const first of BENDS) for (const second of BENDS) tryBow(first, second);
  return least < COST.symbol ? best : clipped(round(from, to, layout, drawn.same.length), from, to);
}

/**
 * Where no bow is free: along the spaces between rows, and by gaps through the rows between.
 * @param {Placed} from @param {Placed} to @param {Layout} layout @param {number} turn  how many lines the two have already
 * @returns {Point[]}
 */
function round(from, to, layout, turn) {
  if (from.row > to.row) return round(to, from, layout, turn).reverse();
  const over = (/** @type {number} */ row) => layout.bands[row].top - 9 - turn * 6;
  /** @type {Point[]} */
  const way = [{ x: from.x, y: from.y }];
  if (from.row === to.row) way.push({ x: from.x, y: over(from.row) });
  else way.push({ x: from.x, y: layout.bands[from.row].bottom + 9 + turn * 6 });
  for (let row = from.row + 1; row < to.row; row++) {
    const gap = gapNear(layout.rows[row], (from.x + to.x) / 2, new Map([...layout.placed].map(([id, { x }]) => [id, x])), layout.placed);
    way.push({ x: gap, y: way[way.length - 1].y }, { x: gap, y: layout.bands[row].bottom + 9 + turn * 6 });
  }
  way.push({ x: to.x, y: way[way.length - 1].y }, { x: to.x, y: to.y });
  return filleted(way);
}

/** With round corners. @param {Point[]} way @returns {Point[]} */
function filleted(way) {
  return way.flatMap((corner, i) => {
    const [before, after] = [way[i - 1], way[i + 1]];
    if (!before || !after) return [corner];
    const towards = (/** @type {Point} */ end) => {
      const length = Math.max(1, Math.abs(end.x - corner.x) + Math.abs(end.y - corner.y));
      const share = Math.min(FILLET, length / 2) / length;
      return { x: corner.x + (end.x - corner.x) * share, y: corner.y + (end.y - corner.y) * share };
    };
    const [a, b] = [towards(before), towards(after)];
    return [0, 0.25, 0.5, 0.75, 1].map((t) => ({
      x: (1 - t) * (1 - t) * a.x + 2 * t * (1 - t) * corner.x + t * t * b.x,
      y: (1 - t) * (1 - t) * a.y + 2 * t * (1 - t) * corner.y + t * t * b.y,
    }));
  });
}

/** @param {Placed} person @returns {Rect} */
function symbolBox({ x, y, half }) {
  return { x: x - half, y: y - half, width: half * 2, height: half * 2 };
}

/** @param {Placed} person @returns {Rect} */
function labelBox({ labelX, labelY, labelWidth, labelHeight }) {
  return { x: labelX, y: labelY, width: labelWidth, height: labelHeight };
}

/**
 * A cubic curve whose two handles stand off the straight line; a positive height bows upward.
 * @param {Point} from @param {Point} to @param {number} first @param {number} second
 * @returns {Point[]}
 */
function bow(from, to, first, second) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const [nx, ny] = [dy / length, -dx / length];
  const handle = (/** @type {number} */ share, /** @type {number} */ height) => ({ x: from.x + dx * share + nx * height, y: from.y + dy * share + ny * height });
  const [a, b] = [handle(0.25, first), handle(0.75, second)];
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const t = i / POINTS;
    const [w0, w1, w2, w3] = [(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t];
    return { x: w0 * from.x + w1 * a.x + w2 * b.x + w3 * to.x, y: w0 * from.y + w1 * a.y + w2 * b.y + w3 * to.y };
  });
}

/** Without what lies in the symbols at its ends. @param {Point[]} path @param {Placed} from @param {Placed} to */
function clipped(path, from, to) {
  const outside = (/** @type {Point} */ point) => [from, to].every((person) => !within(point, person));
  let first = path.findIndex(outside);
  let last = path.length - 1;
  while (last > first && !outside(path[last])) last--;
  if (first < 0 || last < first) return [];
  const start = first > 0 ? edge(path[first], path[first - 1], from) : path[first];
  const end = last < path.length - 1 ? edge(path[last], path[last + 1], to) : path[last];
  return [start, ...path.slice(first, last + 1), end];
}

/** @param {Point} point @param {Placed} person */
function within({ x, y }, { x: cx, y: cy, half, shape }) {
  const reach = half + START;
  const [dx, dy] = [Math.abs(x - cx), Math.abs(y - cy)];
  return shape === 'circle' ? dx * dx + dy * dy < reach * reach : dx < reach && dy < reach;
}

/** @param {Point} out @param {Point} inside @param {Placed} person @returns {Point} */
function edge(out, inside, person) {
  let [a, b] = [out, inside];
  for (let i = 0; i < 12; i++) {
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    if (within(middle, person)) b = middle;
    else a = middle;
  }
  return a;
}

/** @param {Point[]} a @param {Point[]} b */
function near(a, b) {
  const [p, q] = [a[Math.floor(a.length / 2)], b[Math.floor(b.length / 2)]];
  return Math.abs(p.x - q.x) + Math.abs(p.y - q.y) < 16;
}

/** How many points of a path run along lines of the family. @param {Point[]} path @param {Layout} layout */
function alongFamily(path, layout) {
  const upright = layout.bars.filter(({ union }) => union.children.length > 0).map(({ drop, row, y, level }) => ({ x: drop, top: level === 0 ? layout.bands[row].top : y, bottom: layout.bands[row].bottom + 40 }));
  const down = layout.descents.flatMap(({ ends, children }) => ends.map((x, i) => {
    const y = layout.placed.get(children[i])?.y ?? 0;
    return { x, top: y - 60, bottom: y };
  }));
  const lines = [...upright, ...down];
  return path.filter(({ x, y }, i) => {
    const before = path[Math.max(0, i - 1)];
    const steep = Math.abs(y - before.y) > Math.abs(x - before.x) * 2;
    return steep && lines.some((line) => Math.abs(line.x - x) < 6 && y > line.top && y < line.bottom);
  }).length;
}

/** How many points of a path come near lines that are there already, but for where they meet at a person. @param {Point[]} path @param {Placed} from @param {Placed} to @param {Point[]} others */
function besideOthers(path, from, to, others) {
  const within = (/** @type {Point} */ a, /** @type {Point} */ b, /** @type {number} */ reach) => Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < reach;
  return path.filter((point) => !within(point, from, 48) && !within(point, to, 48) && others.some((other) => within(point, other, 9))).length;
}
