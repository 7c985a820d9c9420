/**
 * The horizontal position of each person. Everyone is pulled towards preferred positions (children below the
 * middle of their parents, parents above the middle of their children, partners and siblings close), row by row and
 * some dozens of times; each time, the nearest arrangement without overlaps is computed exactly (pooling of
 * neighbours that would overlap). Persons are numbers here, row after row, because this is the innermost loop.
 *
 * Must not know: heights, lines. It uses only + - * / and Math.min/max/round, so that every engine computes the same.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-bars.js').Bar} Bar
 * @typedef {import('./genogram-measure.js').Measured} Measured
 * @typedef {{ characters: number, gap: number, couple: number }} Density
 */

import { roomForDates } from './genogram-when.js';

const TURNS = 60;
const STILL = 0.25; // px: the search ends if no one moves further
const STAY = 0.02; // the weight of the current position
const FENCED = 36; // … if the outlines of two households pass between them
/** From loose to dense: characters of a line, px between what belongs to two persons, px from the middle of one partner to the other's. @type {Density[]} */
export const DENSITIES = [
  { characters: 8, gap: 28, couple: 88 },
  { characters: 6, gap: 22, couple: 80 },
  { characters: 4.5, gap: 18, couple: 72 },
];
const RELATED = 92; // … if a relation line goes between them
const PULL = { parents: 1, children: 1, partner: 2, sibling: 0.5, neighbour: 0.06 };

/**
 * @param {Family} family
 * @param {string[][]} rows
 * @param {Bar[]} bars
 * @param {Map<string, Measured>} measured
 * @param {Density} [density]
 * @returns {{ x: Map<string, number>, spaces: number[][] }}  x: person → the middle, whole px, from 0 at the left end of all
 */
export function across(family, rows, bars, measured, density = DENSITIES[0]) {
  const spaces = rows.map((row) => spacesOf(row, family, measured, density));
  const people = peopleOf(family, rows, bars, spaces, measured);
  const x = started(people);
  for (let turn = 0; turn < TURNS; turn++) {
    let moved = 0;
    for (let k = 0; k < rows.length; k++)
      moved = Math.max(moved, settle(people.rows[turn % 2 === 0 ? k : rows.length - 1 - k], x));
    if (moved < STILL) break;
  }
  return { x: snapped(rows, spaces, people, x, measured), spaces };
}

/**
 * @typedef {object} Kin  a union with children
 * @property {number} row       of the union's line
 * @property {number[]} partners
 * @property {number[]} children
 * @property {number} drop      where children hang, from the first partner; NaN: in the gap nearest to the middle
 * @property {{ a: number, b: number, off: number }[]} gaps  neighbours between the partners; off: from their middle to the gap's
 *
 * @typedef {object} RowPlace  one row, by index
 * @property {number} first     index of its first person
 * @property {number} count
 * @property {number[]} spaces
 * @property {number[]} pulls   of each person from the one to the left
 * @property {{ kin: Kin, ups: number[], downs: number[] }[]} kins  ups: partners of this row, downs: children of it
 */

/** Persons by number, row after row. @param {Family} family @param {string[][]} rows @param {Bar[]} bars @param {number[][]} spaces @param {Map<string, Measured>} measured */
function peopleOf(family, rows, bars, spaces, measured) {
  /** @type {Map<string, number>} */
  const index = new Map();
  for (const row of rows) for (const id of row) index.set(id, index.size);
  const of = (/** @type {string} */ id) => /** @type {number} */ (index.get(id));
  /** @type {RowPlace[]} */
  const places = rows.map((row, r) => ({
    first: of(row[0]),
    count: row.length,
    spaces: spaces[r],
    pulls: row.map((id, i) => (i === 0 ? 0 : pullOf(row[i - 1], id, family))),
    kins: [],
  }));
  const rowOf = rows.flatMap((row, r) => row.map(() => r));
  for (const bar of bars) {
    const children = bar.union.children.filter(({ id }) => family.origin.get(id) === bar.union).map(({ id }) => of(id));
    if (children.length === 0) continue;
    const kin = {
      row: bar.row,
      partners: bar.union.partners.map(of),
      children,
      ...hangingOf(bar, rows[bar.row], of, measured),
    };
    for (const r of new Set([bar.row, ...children.map((child) => rowOf[child])])) {
      places[r].kins.push({
        kin,
        ups: r === bar.row ? kin.partners.filter((id) => rowOf[id] === r) : [],
        downs: children.filter((id) => rowOf[id] === r),
      });
    }
  }
  return { index, rows: places };
}

/** @param {string} a @param {string} b @param {Family} family */
function pullOf(a, b, family) {
  if ((family.unionsOf.get(a) ?? []).some(({ partners }) => partners.includes(b))) return PULL.partner;
  return family.origin.has(a) && family.origin.get(a) === family.origin.get(b) ? PULL.sibling : PULL.neighbour;
}

/**
 * The default position of children: in the middle of the gap between two partners.
 * @param {Bar} bar @param {string[]} row @param {(id: string) => number} of @param {Map<string, Measured>} measured
 */
function hangingOf(bar, row, of, measured) {
  if (bar.from === bar.to) {
    const { left, right } = sized(measured, row[bar.from]);
    return { drop: bar.level === 0 ? 0 : bar.side === 'left' ? -left - 8 : right + 8, gaps: [] };
  }
  const gaps = [];
  for (let i = bar.from; i < bar.to; i++) {
    gaps.push({
      a: of(row[i]),
      b: of(row[i + 1]),
      off: (sized(measured, row[i]).right - sized(measured, row[i + 1]).left) / 2,
    });
  }
  return { drop: Number.NaN, gaps };
}

/** Every row centred, everyone as close as possible. @param {{ index: Map<string, number>, rows: RowPlace[] }} people */
function started({ index, rows }) {
  const x = new Float64Array(index.size);
  for (const { first, count, spaces } of rows) {
    let at = -spaces.reduce((sum, space) => sum + space, 0) / 2;
    for (let i = 0; i < count; i++) {
      at += i === 0 ? 0 : spaces[i];
      x[first + i] = at;
    }
  }
  return x;
}

/**
 * The minimum distance of each person from the one to the left.
 * @param {string[]} row @param {Family} family @param {Map<string, Measured>} measured @param {Density} density
 * @returns {number[]}
 */
function spacesOf(row, family, measured, { gap, couple: apart }) {
  const related = new Set(family.relations.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const homes = row.map((id) => family.households.map((ids) => ids.includes(id)));
  return row.map((id, i) => {
    if (i === 0) return 0;
    const [left, right] = [sized(measured, row[i - 1]), sized(measured, id)];
    const [a, b] = [homes[i - 1], homes[i]];
    const fenced = a.some(Boolean) && b.some(Boolean) && a.some((isIn, k) => isIn !== b[k]);
    const couple = (family.unionsOf.get(id) ?? []).find(({ partners }) => partners.includes(row[i - 1]));
    const parted = a.some((isIn, k) => isIn !== b[k]);
    const joined = couple ? Math.max(apart, roomForDates(couple, left, right, parted)) : 0;
    return Math.max(
      Math.ceil(left.right + right.left) + (fenced ? FENCED : gap),
      joined,
      related.has(`${row[i - 1]} ${id}`) ? RELATED : 0,
    );
  });
}

/** @param {Kin} kin @param {Float64Array} x */
function dropOf({ partners, drop, gaps }, x) {
  if (gaps.length === 0) return x[partners[0]] + drop;
  const middle = (x[gaps[0].a] + x[gaps[gaps.length - 1].b]) / 2;
  let best = middle;
  let least = Infinity;
  for (const { a, b, off } of gaps) {
    const gap = (x[a] + x[b]) / 2 + off;
    if (Math.abs(gap - middle) < least) [best, least] = [gap, Math.abs(gap - middle)];
  }
  return best;
}

/**
 * Moves a row to the arrangement nearest to everyone's preferred position that keeps all distances.
 * @param {RowPlace} place
 * @param {Float64Array} x
 * @returns {number}  px that someone was moved, at the most
 */
function settle({ first, count, spaces, pulls, kins }, x) {
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    sums[i] = x[first + i] * STAY;
    weights[i] = STAY;
  }
  for (const { kin, ups, downs } of kins) {
    let [left, right] = [Infinity, -Infinity];
    for (const child of kin.children) {
      left = Math.min(left, x[child]);
      right = Math.max(right, x[child]);
    }
    const shift = (left + right) / 2 - dropOf(kin, x);
    for (const id of ups) {
      sums[id - first] += (x[id] + shift) * PULL.children;
      weights[id - first] += PULL.children;
    }
    for (const id of downs) {
      sums[id - first] += (x[id] - shift) * PULL.parents;
      weights[id - first] += PULL.parents;
    }
  }
  for (let i = 1; i < count; i++) {
    const pull = pulls[i];
    sums[i] += (x[first + i - 1] + spaces[i]) * pull;
    sums[i - 1] += (x[first + i] - spaces[i]) * pull;
    weights[i] += pull;
    weights[i - 1] += pull;
  }
  return pooled(first, count, spaces, sums, weights, x);
}

/** @param {number} first @param {number} count @param {number[]} spaces @param {Float64Array} sums @param {Float64Array} weights @param {Float64Array} x */
function pooled(first, count, spaces, sums, weights, x) {
  // A pool is a group of persons who touch: its position is the mean of their preferred ones, each less the space before it.
  const places = new Float64Array(count);
  const heft = new Float64Array(count);
  const sizes = new Int32Array(count);
  let last = -1;
  let offset = 0;
  for (let i = 0; i < count; i++) {
    offset += spaces[i];
    last += 1;
    places[last] = sums[i] / weights[i] - offset;
    heft[last] = weights[i];
    sizes[last] = 1;
    for (; last > 0 && places[last - 1] > places[last]; last--) {
      const both = heft[last - 1] + heft[last];
      places[last - 1] = (places[last - 1] * heft[last - 1] + places[last] * heft[last]) / both;
      heft[last - 1] = both;
      sizes[last - 1] += sizes[last];
    }
  }
  let moved = 0;
  offset = 0;
  for (let pool = 0, i = 0; pool <= last; pool++) {
    for (let k = 0; k < sizes[pool]; k++, i++) {
      offset += spaces[i];
      moved = Math.max(moved, Math.abs(places[pool] + offset - x[first + i]));
      x[first + i] = places[pool] + offset;
    }
  }
  return moved;
}

/**
 * @param {string[][]} rows @param {number[][]} spaces @param {{ index: Map<string, number> }} people @param {Float64Array} x @param {Map<string, Measured>} measured
 */
function snapped(rows, spaces, { index }, x, measured) {
  let start = Infinity;
  for (const [id, i] of index) start = Math.min(start, Math.floor(x[i] - sized(measured, id).left));
  /** @type {Map<string, number>} */
  const found = new Map();
  let next = 0;
  rows.forEach((row, r) =>
    row.forEach((id, i) => {
      const wanted = Math.round(x[next++] - start);
      found.set(id, i === 0 ? wanted : Math.max(wanted, (found.get(row[i - 1]) ?? 0) + spaces[r][i]));
    }),
  );
  return found;
}

/** @param {Map<string, Measured>} measured @param {string} id @returns {Measured} */
export function sized(measured, id) {
  return /** @type {Measured} */ (measured.get(id));
}
