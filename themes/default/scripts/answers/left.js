/**
 * What pages left behind that could not wait until it was stored, and how the next page stores it. A text that loses
 * against another is put aside.
 *
 * Pure, but for the place.
 *
 * @typedef {import('./record.js').Alternative} Alternative
 * @typedef {import('./journal.js').Journalled} Journalled
 *
 * @typedef {object} Left
 * @property {Map<string, Journalled>} rows      the newest of each answer, by address
 * @property {Map<string, Alternative[]>} older  what else was left of the same answer
 * @property {Map<string, string>} kept           the text of each key under which it is kept
 */

import { write } from './record.js';

/**
 * @param {[address: string, row: Journalled][]} all
 * @param {Map<string, string>} kept
 * @returns {Left}
 */
export function leftBy(all, kept) {
  /** @type {Map<string, Journalled>} */
  const rows = new Map();
  /** @type {Map<string, Alternative[]>} */
  const older = new Map();
  for (const [address, row] of all) {
    const there = rows.get(address);
    const isNewer = !there || there.at < row.at;
    if (isNewer) rows.set(address, row);
    if (!there) continue;
    const { value, at, beside = [] } = isNewer ? there : row;
    older.set(address, [...(older.get(address) ?? []), { value, at }, ...beside]);
  }
  return { rows, older, kept };
}

/**
 * Every text that is kept under keys that begin so.
 * @param {() => Storage} storage  may refuse
 * @param {string} prefix
 * @returns {Map<string, string>}
 */
export function keptUnder(storage, prefix) {
  try {
    return new Map(
      Object.keys(storage())
        .filter((name) => name.startsWith(prefix))
        .map((name) => [name, storage().getItem(name) ?? '']),
    );
  } catch {
    return new Map();
  }
}

/**
 * The rows of a kept text; what cannot be read has none.
 * @template T
 * @param {string} text
 * @param {(row: any) => T[]} rowOf  what one row holds; nothing if it is not ours
 * @returns {T[]}
 */
export function rowsOf(text, rowOf) {
  try {
    const rows = JSON.parse(text);
    return Array.isArray(rows) ? rows.flatMap(rowOf) : [];
  } catch {
    return [];
  }
}

/**
 * Forgets what was taken over; a tab that lives may have kept more there meanwhile, and that stays.
 * @param {() => Storage} storage
 * @param {Map<string, string>} kept
 */
export function forgetKept(storage, kept) {
  try {
    for (const [name, text] of kept) if (storage().getItem(name) === text) storage().removeItem(name);
  } catch {
    // It is taken over again by the next page, which changes nothing.
  }
}

/**
 * Stores it: all or nothing.
 * @param {import('./places/memory.js').Storage} place
 * @param {Left} left
 * @returns {Promise<string[]>}  the addresses that changed
 */
export async function storeLeft(place, { rows, older }) {
  /** @type {string[]} */
  const changed = [];
  if (rows.size === 0) return changed;
  await place.update([...rows.keys()], (address, stored) => {
    const row = rows.get(address);
    if (!row) return undefined;
    const entry = takenOver(stored, row, older.get(address) ?? []);
    if (entry === stored) return undefined;
    changed.push(address);
    return entry;
  });
  return changed;
}

/**
 * The entry with what tabs left behind: the newest, and beside it what others left that is neither stored nor its beginning.
 * @param {import('./record.js').Entry | undefined} stored
 * @param {Journalled} row
 * @param {Alternative[]} older
 */
function takenOver(stored, row, older) {
  const beside = [...(row.beside ?? []), ...older.filter(({ at }) => stored?.at !== at)];
  return write(stored, { ...row, beside, ...(stored && row.sent === stored.at && { seen: stored.rev }) }).entry;
}
