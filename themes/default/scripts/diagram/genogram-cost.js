/**
 * The cost of an order of the rows, which the search for an order minimises. Each row and each space between two
 * rows has its own cost, so that a change in one row computes only what it touches. Every step is counted in `work`.
 *
 * Must not know: how the order is changed, places on the paper.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./genogram-blocks.js').Block} Block
 *
 * @typedef {object} PairBar  the line of a union
 * @property {number[]} partners  indices of persons
 * @property {number} row
 * @property {number} left    places in the row
 * @property {number} right
 * @property {boolean} parents
 * @property {number} man     whose place is left by custom; -1 where custom says nothing
 *
 * @typedef {{ bar: PairBar, ids: number[] }} Sibship  a sibship below its parents, or one child below further parents
 *
 * @typedef {object} Picture
 * @property {(r: number) => void} update  computes what a change of one row touches
 * @property {() => number} total
 * @property {() => () => void} keep       gives a function that restores what is known now
 * @property {() => number} work           steps so far
 */

import { crossingsAmong } from './genogram-crossings.js';

const CROSSING = 8; // two lines of descent
const PASSED = 3; // someone is between two partners
const KNOT = 4; // two unions overlap
const WOMAN_LEFT = 1;
const STRANGER = 2; // someone is between two of a household
const SLANT = 0.05; // a sibship is one position beside its parents
const AGAINST_HINT = 20;
const AGAINST_BIRTH = 12; // a younger child is left of an older one

/**
 * @param {Family} family
 * @param {Block[][]} rows
 * @returns {Picture}
 */
export function pictureOf(family, rows) {
  const ids = [...family.persons.keys()];
  const index = new Map(ids.map((id, i) => [id, i]));
  const at = new Float64Array(ids.length);
  const parts = partsOf(family, rows, index);
  const rowCost = rows.map(() => 0);
  const linkCost = rows.map(() => 0);
  let work = 0;

  /** @param {number} r */
  const place = (r) => {
    const row = rows[r];
    let width = 0;
    for (const { seq } of row) width += seq.length;
    let next = -width / 2;
    for (const { seq } of row) for (const id of seq) at[/** @type {number} */ (index.get(id))] = next++;
    work += width;
    for (const bar of parts.bars[r]) setEnds(bar, at);
    for (const bar of parts.aside[r]) setEnds(bar, at);
    const knots = knotsOf(parts.bars[r]);
    rowCost[r] =
      knots.cost +
      ownCost(parts.bars[r], at) +
      strangers(parts.homes[r], at) * STRANGER +
      hints(parts.hinted[r], at) +
      births(parts.sibships[r], at);
    work += knots.work + parts.bars[r].length * 2;
  };
  /** @param {number} r */
  const link = (r) => {
    const found = linked(parts.descents[r], at);
    linkCost[r] = found.cost;
    work += found.work;
  };
  rows.forEach((_, r) => place(r));
  rows.forEach((_, r) => link(r));
  return {
    update(r) {
      place(r);
      link(r);
      for (const above of parts.above[r]) if (above !== r) link(above);
    },
    total: () => sum(rowCost) + sum(linkCost),
    keep() {
      const [places, own, links] = [at.slice(), [...rowCost], [...linkCost]];
      return () => {
        at.set(places);
        own.forEach((cost, r) => {
          rowCost[r] = cost;
          linkCost[r] = links[r];
        });
        for (const bars of parts.bars) for (const bar of bars) setEnds(bar, at);
      };
    },
    work: () => work,
  };
}

/** @param {PairBar} bar @param {Float64Array} at */
function setEnds(bar, at) {
  const [a, b] = [at[bar.partners[0]], at[bar.partners[bar.partners.length - 1]]];
  bar.left = Math.min(a, b);
  bar.right = Math.max(a, b);
}

/**
 * What is in which row: independent of the order.
 * @param {Family} family @param {Block[][]} rows @param {Map<string, number>} index
 */
function partsOf(family, rows, index) {
  /** @type {Map<string, number>} */
  const rowOf = new Map();
  rows.forEach((row, r) => {
    for (const { seq } of row) for (const id of seq) rowOf.set(id, r);
  });
  const of = (/** @type {string} */ id) => /** @type {number} */ (index.get(id));
  const lists = () => rows.map(() => /** @type {any[]} */ ([]));
  const bars = /** @type {PairBar[][]} */ (lists());
  const aside = /** @type {PairBar[][]} */ (lists()); // unions drawn in another row that a partner of this row is in
  const descents = /** @type {Sibship[][]} */ (lists());
  const above = rows.map(() => new Set(/** @type {number[]} */ ([])));
  /** @type {Map<Union, PairBar>} */
  const barOf = new Map();
  for (const union of family.unions) {
    const row = rowOf.get(union.partners[0]) ?? 0;
    const alone = union.partners.every((id) => family.unionsOf.get(id)?.length === 1);
    const [first, second] = union.partners.map((id) => family.persons.get(id)?.gender);
    const bar = {
      partners: union.partners.map(of),
      row,
      left: 0,
      right: 0,
      parents: union.children.length > 0,
      man: alone && first === 'male' && second === 'female' ? of(union.partners[0]) : -1,
    };
    barOf.set(union, bar);
    bars[row].push(bar);
    for (const id of union.partners) {
      const other = rowOf.get(id) ?? 0;
      if (other !== row) aside[other].push(bar);
      above[other].add(row);
    }
  }
  /** @param {PairBar} bar @param {string[]} ids */
  const descend = (bar, ids) => {
    descents[bar.row].push({ bar, ids: ids.map(of) });
    for (const id of ids) above[rowOf.get(id) ?? 0].add(bar.row);
  };
  for (const row of rows) {
    for (const { origin, seq } of row) {
      const bar = origin && barOf.get(origin);
      if (bar)
        descend(
          bar,
          seq.filter((id) => family.origin.get(id) === origin),
        );
    }
  }
  for (const [union, bar] of barOf)
    for (const { id } of union.children) if (family.origin.get(id) !== union) descend(bar, [id]);
  const homes = /** @type {number[][][]} */ (lists());
  for (const household of family.households) {
    /** @type {Map<number, number[]>} */
    const byRow = new Map();
    for (const id of household) {
      const row = rowOf.get(id) ?? 0;
      byRow.set(row, [...(byRow.get(row) ?? []), of(id)]);
    }
    for (const [row, members] of byRow) if (members.length > 1) homes[row].push(members);
  }
  const hinted = /** @type {{ at: number, x: number }[][]} */ (lists());
  for (const { id, x } of family.persons.values())
    if (typeof x === 'number') hinted[rowOf.get(id) ?? 0].push({ at: of(id), x });
  const sibships = /** @type {number[][][]} */ (lists());
  for (const { children } of family.unions) {
    /** @type {Map<number, number[]>} */
    const byRow = new Map();
    for (const { id } of children) byRow.set(rowOf.get(id) ?? 0, [...(byRow.get(rowOf.get(id) ?? 0) ?? []), of(id)]);
    for (const [row, ids] of byRow) if (ids.length > 1) sibships[row].push(ids);
  }
  return { bars, aside, descents, above, homes, hinted, sibships };
}

/** The cost of each union by itself. @param {PairBar[]} bars @param {Float64Array} at */
function ownCost(bars, at) {
  let cost = 0;
  for (const { left, right, man } of bars) {
    cost += Math.max(0, right - left - 1) * PASSED;
    if (man >= 0 && at[man] !== left) cost += WOMAN_LEFT;
  }
  return cost;
}

/** Unions that overlap. @param {PairBar[]} bars */
function knotsOf(bars) {
  const wide = bars.filter(({ left, right }) => right > left).sort((a, b) => a.left - b.left || a.right - b.right);
  let [cost, work] = [0, wide.length];
  for (let i = 0; i < wide.length; i++) {
    const a = wide[i];
    for (let k = i + 1; k < wide.length && wide[k].left < a.right; k++) {
      const b = wide[k];
      const nested = b.right <= a.right || b.left === a.left;
      if (!nested) cost += KNOT;
      // Children hang through the longer of two unions.
      else if (a.parents && b.parents) cost += 1;
      work += 1;
    }
  }
  return { cost, work };
}

/** Lines of descent below one row. @param {Sibship[]} descents @param {Float64Array} at */
function linked(descents, at) {
  let cost = 0;
  const lines = descents.map(({ bar, ids }) => {
    let [left, right] = [at[ids[0]], at[ids[0]]];
    for (const id of ids) {
      left = Math.min(left, at[id]);
      right = Math.max(right, at[id]);
    }
    const [above, below] = [(bar.left + bar.right) / 2, (left + right) / 2];
    cost += Math.abs(above - below) * SLANT;
    return { above, below };
  });
  const { count, work } = crossingsAmong(lines);
  return { cost: cost + count * CROSSING, work: work + descents.length * 3 };
}

/** Who is between two of a household. @param {number[][]} homes  members of a row @param {Float64Array} at */
function strangers(homes, at) {
  let count = 0;
  for (const members of homes) {
    let [left, right] = [Infinity, -Infinity];
    for (const one of members) {
      left = Math.min(left, at[one]);
      right = Math.max(right, at[one]);
    }
    count += right - left + 1 - members.length;
  }
  return count;
}

/** @param {{ at: number, x: number }[]} hinted @param {Float64Array} at */
function hints(hinted, at) {
  let cost = 0;
  for (const a of hinted) for (const b of hinted) if (a.x < b.x && at[a.at] > at[b.at]) cost += AGAINST_HINT;
  return cost;
}

/** Children of a union that are not oldest first from left to right. @param {number[][]} sibships @param {Float64Array} at */
function births(sibships, at) {
  let cost = 0;
  for (const ids of sibships)
    for (let i = 1; i < ids.length; i++) if (at[ids[i]] < at[ids[i - 1]]) cost += AGAINST_BIRTH;
  return cost;
}

/** @param {number[]} values */
function sum(values) {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
