/**
 * The rows of a genogram as blocks that move as one: a sibship with the partners who have no parents in the
 * picture, or partners with no parents at all. Inside a block the order is fixed: the oldest child left, the latest
 * partner next to the person, earlier ones further out.
 *
 * Must not know: which block comes first (`genogram-order.js`), coordinates.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 *
 * @typedef {object} Block
 * @property {number} row
 * @property {string[]} seq     persons, left to right
 * @property {Union} [origin]   the union whose children these are
 * @property {boolean} turns    whether it may also be the other way round
 */

import { partnerOf } from './genogram-model.js';

/**
 * @param {Family} family
 * @param {Map<string, number>} rows
 * @returns {Block[]}
 */
export function blocksOf(family, rows) {
  /** @type {Set<string>} */
  const placed = new Set(family.origin.keys());
  /** @type {Block[]} */
  const blocks = [];
  for (const union of family.unions) {
    /** @type {Map<number, string[]>} */
    const byRow = new Map();
    for (const { id } of union.children) {
      if (family.origin.get(id) !== union) continue;
      const row = rows.get(id) ?? 0;
      byRow.set(row, [...(byRow.get(row) ?? []), id]);
    }
    for (const [row, children] of byRow) blocks.push({ row, origin: union, turns: false, seq: children });
  }
  for (const block of blocks) block.seq = block.seq.flatMap((id) => cluster(id, family, rows, placed));
  for (const id of centres(family)) {
    if (placed.has(id)) continue;
    placed.add(id);
    const seq = cluster(id, family, rows, placed);
    blocks.push({ row: rows.get(id) ?? 0, seq, turns: seq.length > 1 });
  }
  return blocks;
}

/** Of those without parents the ones with most unions come first: the others are around them. @param {Family} family */
function centres(family) {
  /** @param {string} id */
  const rank = (id) => (family.unionsOf.get(id)?.length ?? 0) * 2 + (family.persons.get(id)?.gender === 'male' ? 1 : 0);
  const ids = [...family.persons.keys()];
  return ids
    .map((id, i) => ({ id, i }))
    .sort((a, b) => rank(b.id) - rank(a.id) || a.i - b.i)
    .map(({ id }) => id);
}

/**
 * A person with the partners who are not placed elsewhere, and theirs.
 * @param {string} id @param {Family} family @param {Map<string, number>} rows @param {Set<string>} placed
 * @returns {string[]}
 */
function cluster(id, family, rows, placed) {
  /** @type {string[]} */
  const left = [];
  /** @type {string[]} */
  const right = [];
  const unions = family.unionsOf.get(id) ?? [];
  const latest = unions[unions.length - 1];
  for (const union of [...unions].reverse()) {
    const partner = partnerOf(union, id);
    if (partner === undefined || placed.has(partner) || rows.get(partner) !== rows.get(id)) continue;
    const toRight = unions.length > 1 ? union === latest : union.partners[0] === id;
    placed.add(partner);
    const side = toRight ? right : left;
    side.push(partner, ...further(partner, family, rows, placed));
  }
  return [...left.reverse(), id, ...right];
}

/**
 * The other partners of a partner, outward, the latest nearest.
 * @param {string} id @param {Family} family @param {Map<string, number>} rows @param {Set<string>} placed
 * @returns {string[]}
 */
function further(id, family, rows, placed) {
  /** @type {string[]} */
  const found = [];
  for (const union of [...(family.unionsOf.get(id) ?? [])].reverse()) {
    const partner = partnerOf(union, id);
    if (partner === undefined || placed.has(partner) || rows.get(partner) !== rows.get(id)) continue;
    placed.add(partner);
    found.push(partner, ...further(partner, family, rows, placed));
  }
  return found;
}
