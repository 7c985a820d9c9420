/**
 * Which row each person is in: partners side by side, children one row below.
 *
 * 1. from each person outward along unions, which is exact for most families; 2. families that are not related by blood or
 * marriage to the first are put beside it, by ages, relations and households; 3. rows that marriages across generations
 * distort are corrected by moving persons down; 4. empty rows are removed.
 *
 * Must not know: coordinates. It always ends, with cycles too.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 */

import { partnerOf } from './genogram-model.js';

const GENERATION = 28; // years

/**
 * @param {Family} family
 * @returns {Map<string, number>}  person → row, the oldest generation 0
 */
export function rowsOf(family) {
  /** @type {Map<string, number>} */
  const rows = new Map();
  const ids = [...family.persons.keys()];
  const starts = [...ids.filter((id) => family.persons.get(id)?.index), ...ids];
  const [first] = starts;
  if (first === undefined) return rows;
  const links = linksOf(family);
  /** @type {Set<string>} whoever is linked to someone placed */
  const near = new Set();
  /** @param {string} id @param {number} row */
  const place = (id, row) => {
    for (const found of spread(id, row, family, rows)) for (const link of links.get(found) ?? []) near.add(link);
  };
  place(first, 0);
  let waiting = starts;
  while (rows.size < ids.length) {
    waiting = waiting.filter((id) => !rows.has(id));
    const beside = waiting.find((id) => near.has(id));
    const row = beside === undefined ? undefined : rowBeside(beside, family, rows);
    if (beside !== undefined && row !== undefined) place(beside, row);
    else if (beside !== undefined) near.delete(beside);
    else {
      const next = waiting.find((id) => family.persons.get(id)?.age !== undefined) ?? waiting[0];
      place(next, byAge(next, peer(next, first, family, rows), family, rows));
    }
  }
  mend(family, rows);
  return compact(rows);
}

/** Who is linked by a second parentage, a relation or a household. @param {Family} family @returns {Map<string, Set<string>>} */
function linksOf(family) {
  /** @type {Map<string, Set<string>>} */
  const links = new Map();
  /** @param {string[]} ids @param {string[]} others */
  const link = (ids, others) => {
    for (const id of ids) {
      const mine = links.get(id) ?? new Set();
      links.set(id, mine);
      for (const other of others) mine.add(other);
    }
  };
  for (const { partners, children } of family.unions) {
    const ids = children.map(({ id }) => id);
    link(partners, ids);
    link(ids, partners);
  }
  for (const { a, b } of family.relations) {
    link([a], [b]);
    link([b], [a]);
  }
  for (const ids of family.households) link(ids, ids);
  return links;
}

/** @param {string} start @param {number} row @param {Family} family @param {Map<string, number>} rows @returns {string[]}  whoever was placed */
function spread(start, row, family, rows) {
  const queue = [start];
  rows.set(start, row);
  /** @param {string | undefined} id @param {number} at */
  const reach = (id, at) => {
    if (id === undefined || rows.has(id)) return;
    rows.set(id, at);
    queue.push(id);
  };
  for (let next = 0; next < queue.length; next++) {
    const id = queue[next];
    const at = rows.get(id) ?? 0;
    for (const parent of family.origin.get(id)?.partners ?? []) reach(parent, at - 1);
    for (const union of family.unionsOf.get(id) ?? []) {
      reach(partnerOf(union, id), at);
      for (const child of union.children) if (family.origin.get(child.id) === union) reach(child.id, at + 1);
    }
  }
  return queue;
}

/**
 * Where someone outside the placed families belongs by a second parentage, a relation or a household.
 * @param {string} id @param {Family} family @param {Map<string, number>} rows
 * @returns {number | undefined}
 */
function rowBeside(id, family, rows) {
  for (const union of family.unions) {
    const child = union.children.find((one) => rows.has(one.id));
    if (union.partners.includes(id) && child) return (rows.get(child.id) ?? 0) - 1;
    const parent = union.partners.find((one) => rows.has(one));
    if (parent !== undefined && union.children.some((one) => one.id === id)) return (rows.get(parent) ?? 0) + 1;
  }
  const pairs = [...family.relations.map(({ a, b }) => [a, b]), ...family.households];
  for (const group of pairs) {
    const other = group.includes(id) ? group.find((one) => rows.has(one)) : undefined;
    if (other !== undefined) return byAge(id, other, family, rows);
  }
  return undefined;
}

/** The placed person who is nearest in age. @param {string} id @param {string} first @param {Family} family @param {Map<string, number>} rows */
function peer(id, first, family, rows) {
  const age = family.persons.get(id)?.age;
  let best = first;
  let least = Infinity;
  for (const other of rows.keys()) {
    const apart = Math.abs((family.persons.get(other)?.age ?? Infinity) - (age ?? Infinity));
    if (apart < least) [best, least] = [other, apart];
  }
  return best;
}

/** The row of someone so much older or younger than another. @param {string} id @param {string} other @param {Family} family @param {Map<string, number>} rows */
function byAge(id, other, family, rows) {
  const [mine, theirs] = [family.persons.get(id)?.age, family.persons.get(other)?.age];
  const row = rows.get(other) ?? 0;
  return mine === undefined || theirs === undefined ? row : row + Math.round((theirs - mine) / GENERATION);
}

/**
 * Moves persons down until no one is above a parent. In a cycle of ancestors that is impossible; then at least
 * partners are side by side.
 * @param {Family} family @param {Map<string, number>} rows
 */
function mend(family, rows) {
  const size = rows.size;
  for (let turn = 0; turn <= size * 2; turn++) {
    let moved = false;
    /** @param {string} id @param {number} least */
    const lower = (id, least) => {
      if ((rows.get(id) ?? 0) >= least) return;
      rows.set(id, least);
      moved = true;
    };
    for (const { partners, children } of family.unions) {
      const row = Math.max(...partners.map((id) => rows.get(id) ?? 0));
      for (const id of partners) lower(id, row);
      for (const { id } of turn < size ? children : []) lower(id, row + 1);
    }
    if (!moved) return;
  }
}

/** @param {Map<string, number>} rows */
function compact(rows) {
  const used = [...new Set(rows.values())].sort((a, b) => a - b);
  return new Map([...rows].map(([id, row]) => [id, used.indexOf(row)]));
}
