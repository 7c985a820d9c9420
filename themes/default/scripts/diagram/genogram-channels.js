/**
 * The lines of descent: from a union's line, along a run between two rows, down to each child, through gaps
 * in the rows they pass. Runs that would overlap get heights of their own, in the order that
 * crosses least.
 *
 * Must not know: SVG. Heights are settled by `genogram-layout.js`.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./genogram-model.js').ChildKind} ChildKind
 * @typedef {import('./genogram-layout.js').Hung} Hung
 * @typedef {import('./genogram-measure.js').Measured} Measured
 *
 * @typedef {object} Run
 * @property {Union} union
 * @property {number} channel  below the row of this number
 * @property {number[]} ups    x of lines that come from above
 * @property {number[]} downs  x of lines that go on below
 * @property {number} level    1, 2, … from above; 0 if nothing runs sideways
 * @property {number} y
 *
 * @typedef {object} Descent
 * @property {Union} union
 * @property {ChildKind} kind
 * @property {string[]} children   one, or twins
 * @property {boolean} identical
 * @property {number} x            where it leaves the last run
 * @property {number[]} ends       x at each child's symbol
 * @property {Run[]} path          runs from above to below
 * @property {number[]} passes     x of the gaps, between one run and the next
 */

import { sized } from './genogram-across.js';

const ASIDE = 9; // px from the middle of a child where further parents' lines end
const NEAR = 9; // px at which two runs would look like one

/**
 * @param {Family} family
 * @param {string[][]} rows
 * @param {Hung[]} bars
 * @param {Map<string, number>} x
 * @param {Map<string, Measured>} measured
 * @returns {{ runs: Run[], descents: Descent[], levels: number[] }}  levels: how many each channel has
 */
export function channelsOf(family, rows, bars, x, measured) {
  const rowOf = new Map(rows.flatMap((row, r) => row.map((id) => [id, r])));
  /** @type {Run[]} */
  const runs = [];
  /** @type {Descent[]} */
  const descents = [];
  for (const bar of bars) {
    const { union } = bar;
    const below = union.children.filter(({ id }) => (rowOf.get(id) ?? 0) > bar.row);
    if (below.length === 0) continue;
    const first = run(union, bar.row, bar.drop);
    runs.push(first);
    for (const group of groupsOf(union, below, family)) {
      const ends = group.map(({ id }) => endOf(id, union, bar.drop, family, x));
      const target = (Math.min(...ends) + Math.max(...ends)) / 2;
      /** @type {Descent} */
      const descent = {
        union,
        kind: group[0].kind,
        children: group.map(({ id }) => id),
        identical: group.some(({ identical }) => identical),
        x: target,
        ends,
        path: [first],
        passes: [],
      };
      let last = first;
      for (let row = bar.row + 1; row < (rowOf.get(group[0].id) ?? 0); row++) {
        const gap = gapNear(rows[row], target, x, measured);
        last.downs.push(gap);
        descent.passes.push(gap);
        last = run(union, row, gap);
        runs.push(last);
        descent.path.push(last);
      }
      last.downs.push(target);
      descents.push(descent);
    }
  }
  const levels = rows.map((_, channel) => stack(runs.filter((one) => one.channel === channel)));
  return { runs, descents, levels };
}

/** @param {Union} union @param {number} channel @param {number} up @returns {Run} */
function run(union, channel, up) {
  return { union, channel, ups: [up], downs: [], level: 0, y: 0 };
}

/** Twins with the same kind of line to the union are one group. @param {Union} union @param {Union['children']} children @param {Family} family */
function groupsOf(union, children, family) {
  /** @type {Map<string, Union['children']>} */
  const groups = new Map();
  for (const child of children) {
    const twin = union.twins.get(child.id);
    const key =
      twin === undefined ? `one ${child.id}` : `twins ${twin} ${child.kind} ${family.origin.get(child.id) === union}`;
    groups.set(key, [...(groups.get(key) ?? []), child]);
  }
  return groups.values();
}

/** @param {string} id @param {Union} union @param {number} drop @param {Family} family @param {Map<string, number>} x */
function endOf(id, union, drop, family, x) {
  const middle = x.get(id) ?? 0;
  if (family.origin.get(id) === union) return middle;
  const others = family.unions.filter(
    (one) => one !== family.origin.get(id) && one.children.some((child) => child.id === id),
  );
  const turn = others.indexOf(union);
  return middle + (drop < middle ? -1 : 1) * Math.min(ASIDE * (turn + 1), 18);
}

/** The middle of the nearest gap between two persons of a row. @param {string[]} row @param {number} wanted @param {Map<string, number>} x @param {Map<string, Measured>} measured */
export function gapNear(row, wanted, x, measured) {
  let best = wanted;
  let least = Infinity;
  for (let i = -1; i < row.length; i++) {
    const left = i < 0 ? -Infinity : (x.get(row[i]) ?? 0) + sized(measured, row[i]).right + 6;
    const right = i + 1 === row.length ? Infinity : (x.get(row[i + 1]) ?? 0) - sized(measured, row[i + 1]).left - 6;
    const place = Math.min(Math.max(wanted, left), right);
    if (right >= left && Math.abs(place - wanted) < least) [best, least] = [place, Math.abs(place - wanted)];
  }
  return best;
}

/**
 * Gives the runs of one channel their levels.
 * @param {Run[]} runs
 * @returns {number}  how many
 */
function stack(runs) {
  const wide = runs.filter((one) => span(one)[1] - span(one)[0] > 0.5);
  const straight = runs.filter((one) => span(one)[1] - span(one)[0] <= 0.5);
  // The cost of having each touching run above; recounted as runs get their levels.
  const met = wide.map((one) => wide.filter((other) => other !== one && touch(one, other)));
  const at = new Map(wide.map((one, i) => [one, i]));
  const worse = wide.map((one, i) => met[i].map((other) => Math.max(0, harm(one, other) - harm(other, one))));
  const unwilling = worse.map((all) => all.reduce((sum, each) => sum + each, 0));
  const waiting = new Set(wide.keys());
  while (waiting.size > 0) {
    let next = -1;
    for (const i of waiting) if (next < 0 || unwilling[i] < unwilling[next]) next = i;
    waiting.delete(next);
    let level = 1;
    for (const other of met[next]) {
      const k = /** @type {number} */ (at.get(other));
      if (waiting.has(k)) unwilling[k] -= worse[k][met[k].indexOf(wide[next])];
      else level = Math.max(level, other.level + 1);
    }
    wide[next].level = level;
  }
  for (const one of straight) one.level = wide.length > 0 ? 1 : 0;
  return Math.max(0, ...runs.map(({ level }) => level));
}

/** @param {Run} run */
export function span({ ups, downs }) {
  return [Math.min(...ups, ...downs), Math.max(...ups, ...downs)];
}

/** @param {Run} a @param {Run} b */
function touch(a, b) {
  const [[a1, a2], [b1, b2]] = [span(a), span(b)];
  return a1 < b2 + NEAR && b1 < a2 + NEAR;
}

/** The crossings and overlaps if the one is above the other. @param {Run} above @param {Run} below */
function harm(above, below) {
  const [[a1, a2], [b1, b2]] = [span(above), span(below)];
  const crossed = above.downs.filter((x) => x > b1 && x < b2).length + below.ups.filter((x) => x > a1 && x < a2).length;
  const upon = above.downs.filter((x) => below.ups.some((up) => Math.abs(up - x) < 4)).length;
  return crossed + upon * 10;
}
