/**
 * What is typed while the answers are still being opened, for a page that is left before they are open. Neither the
 * sheet nor, if several courses have one id, the room is known then. So it is kept under the address of the course, and belongs to
 * the newest sheet of its work that the next page finds.
 *
 * @typedef {{ key: string, field: string, value: import('./record.js').Value, at: string }} Early
 */

import { currentKey } from './earlier.js';
import { forgetKept, keptUnder, leftBy, rowsOf } from './left.js';
import { addressOf, own, parseAddress, storedEntryOf } from './record.js';

/**
 * @param {string} course  its id
 * @param {string} where  a hash of its address
 * @param {() => Storage} storage  the tab's own in the shared-PC mode
 */
export function earlyOf(course, where, storage) {
  const prefix = `mitate:${course}:early:${where}:`;
  const mine = prefix + Math.random().toString(36).slice(2);

  return {
    /** Keeps these and forgets what this tab kept before. False if the browser does not keep them. @param {Early[]} rows */
    keep(rows) {
      try {
        if (rows.length > 0) storage().setItem(mine, JSON.stringify(rows));
        else storage().removeItem(mine);
        return true;
      } catch {
        return rows.length === 0;
      }
    },

    /**
     * What tabs left, each text as one that has seen nothing of what is stored.
     * @param {import('./places/memory.js').Storage} place
     * @returns {Promise<import('./left.js').Left>}
     */
    async left(place) {
      const kept = keptUnder(storage, prefix);
      const rows = [...kept.values()].flatMap((text) => rowsOf(text, earlyRow));
      /** @type {Map<string, number>} */
      const sheets = new Map();
      for (const key of new Set(rows.map((row) => row.key))) sheets.set(key, await newestSheet(place, key));
      return leftBy(
        rows.map(({ key, field, value, at }) => [addressOf(key, sheets.get(key) ?? 1, field), { value, at, seen: 0 }]),
        kept,
      );
    },

    /** @param {import('./left.js').Left} left */
    forget: ({ kept }) => forgetKept(storage, kept),

    /** Forgets everything, of other tabs too. */
    clear: () => forgetKept(storage, keptUnder(storage, prefix)),
  };
}

/** @param {import('./places/memory.js').Storage} place @param {string} key */
async function newestSheet(place, key) {
  const sheets = (await place.list(`${key}#`)).map(([address]) => parseAddress(address)?.sheet ?? 1);
  return sheets.reduce((most, one) => Math.max(most, one), 1);
}

/** @param {any} row @returns {Early[]} */
function earlyRow(row) {
  const entry = storedEntryOf(row);
  const [key, field] = entry ? [own(row, 'key'), own(row, 'field')] : [];
  if (!entry || typeof key !== 'string' || typeof field !== 'string' || !parseAddress(addressOf(key, 1, field)))
    return [];
  return [{ key: currentKey(key), field, value: entry.value, at: entry.at }];
}
