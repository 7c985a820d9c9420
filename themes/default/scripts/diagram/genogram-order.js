/**
 * Which person is left of which in every row.
 *
 * 1. blocks are listed by descent: from the index person up to the oldest generation, the left partner's family before
 * the right one's, then down; 2. blocks swap positions and couples swap sides while the drawing improves: fewer
 * lines that cross, partners side by side, households together, the man left.
 *
 * Must not know: widths, coordinates. The work is bounded.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./genogram-blocks.js').Block} Block
 */

import { blocksOf } from './genogram-blocks.js';
import { pictureOf } from './genogram-cost.js';

const PASSES = 6;
const REACH = 12; // positions that a block is moved
const WORK = 40_000; // steps in total: about what 60 persons need

/**
 * @param {Family} family
 * @param {Map<string, number>} rowOf
 * @returns {string[][]}  rows of persons, left to right
 */
export function orderOf(family, rowOf) {
  const blocks = blocksOf(family, rowOf);
  const count = Math.max(-1, ...rowOf.values()) + 1;
  /** @type {Block[][]} */
  const rows = Array.from({ length: count }, () => []);
  for (const block of byDescent(family, blocks)) rows[block.row].push(block);
  const housed = new Set(family.households.flat());
  improve(
    rows,
    pictureOf(family, rows),
    ({ origin, seq }) =>
      !origin &&
      seq.every(
        (id) => family.unionsOf.get(id)?.length === 0 && !housed.has(id) && family.persons.get(id)?.x === undefined,
      ),
  );
  return rows.map((row) => row.flatMap(({ seq }) => seq));
}

/** @param {Family} family @param {Block[]} blocks @returns {Set<Block>} */
function byDescent(family, blocks) {
  const blockOf = new Map(blocks.flatMap((block) => block.seq.map((id) => [id, block])));
  /** @type {Set<Block>} */
  const listed = new Set();
  /** @type {Set<Union>} */
  const begun = new Set();
  /** @param {Union} union */
  const enterUnion = (union) => {
    if (begun.has(union)) return;
    begun.add(union);
    for (const partner of union.partners) enter(blockOf.get(partner));
    for (const { id } of union.children) if (family.origin.get(id) === union) list(blockOf.get(id));
  };
  /** @param {Block | undefined} block */
  const enter = (block) => {
    if (!block || listed.has(block)) return;
    if (block.origin && !begun.has(block.origin)) enterUnion(block.origin);
    list(block);
  };
  /** @param {Block | undefined} block */
  const list = (block) => {
    if (!block || listed.has(block)) return;
    listed.add(block);
    const unions = block.seq.flatMap((id) => family.unionsOf.get(id) ?? []);
    const here = unions.filter(({ partners }) =>
      partners.every((id) => listed.has(/** @type {Block} */ (blockOf.get(id)))),
    );
    for (const union of [...here, ...unions]) enterUnion(union);
  };
  const starts = [...family.persons.values()];
  for (const { id } of [...starts.filter(({ index }) => index), ...starts]) enter(blockOf.get(id));
  return listed;
}

/**
 * @param {Block[][]} rows  changed in place
 * @param {import('./genogram-cost.js').Picture} picture
 * @param {(block: Block) => boolean} isLoose  whether it is all the same where the block is
 */
function improve(rows, picture, isLoose) {
  let best = picture.total();
  /**
   * Makes a change in one row, or in it and those below it, and keeps it if the drawing is better.
   * @param {number} r @param {number} last  row @param {() => void} change @param {() => void} undo
   */
  const attempt = (r, last, change, undo) => {
    const restore = picture.keep();
    change();
    for (let row = r; row <= last; row++) picture.update(row);
    const now = picture.total();
    if (now < best - 1e-9) {
      best = now;
      return true;
    }
    undo();
    restore();
    return false;
  };
  const isTired = () => picture.work() > WORK;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = best;
    for (let r = 0; r < rows.length; r++) {
      for (const block of rows[r].filter((each) => !isLoose(each))) {
        if (isTired()) return;
        if (block.turns)
          attempt(
            r,
            r,
            () => block.seq.reverse(),
            () => block.seq.reverse(),
          );
        const home = rows[r].indexOf(block);
        for (let to = Math.max(0, home - REACH); to < Math.min(rows[r].length, home + REACH + 1) && !isTired(); to++) {
          const from = rows[r].indexOf(block);
          if (to === from) continue;
          if (
            attempt(
              r,
              r,
              () => move(rows[r], from, to),
              () => move(rows[r], to, from),
            ) ||
            r + 1 === rows.length
          )
            continue;
          // The same with the rows below in the order of their parents.
          const kept = rows.map((row) => [...row]);
          attempt(
            r,
            rows.length - 1,
            () => {
              move(rows[r], from, to);
              for (let below = r + 1; below < rows.length; below++) follow(rows[below - 1], rows[below]);
            },
            () =>
              kept.forEach((row, i) => {
                rows[i].splice(0, row.length, ...row);
              }),
          );
        }
      }
    }
    if (before - best < 1e-9) return;
  }
}

/** @param {Block[]} row @param {number} from @param {number} to */
function move(row, from, to) {
  row.splice(to, 0, ...row.splice(from, 1));
}

/** Sibships in the order of their parents; blocks without parents keep their positions. @param {Block[]} above @param {Block[]} row */
function follow(above, row) {
  const at = new Map(above.flatMap(({ seq }) => seq).map((id, i) => [id, i]));
  /** @param {Block} block */
  const middle = ({ origin }) => {
    const places = (origin?.partners ?? []).map((id) => at.get(id) ?? 0);
    return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
  };
  const sorted = row.filter(({ origin }) => origin).sort((a, b) => middle(a) - middle(b));
  let next = 0;
  for (let i = 0; i < row.length; i++) if (row[i].origin) row[i] = sorted[next++];
}
