/**
 * What was not confirmed yet when the page was left: stored in localStorage, which is synchronous, and taken over by the
 * next page of the course that starts. One key per tab, so that tabs that close together do not overwrite each other.
 *
 * @typedef {{ value: import('./record.js').Value, at: string, seen: number, sent?: string }} Journalled  sent: when that was
 *   written which the same tab was just storing; if it arrived, this follows it
 */

import { aside, grownInto, isTime, parseAddress, storedEntryOf, write } from './record.js';

/** @param {string} course */
export function journalOf(course) {
  const prefix = `mitate:${course}:journal:`;
  const mine = prefix + Math.random().toString(36).slice(2);
  let written = false;

  return {
    /**
     * Keeps these and forgets what this tab kept before. False if the browser does not keep them.
     * @param {Map<string, Journalled>} pending
     */
    keep(pending) {
      try {
        if (pending.size > 0) {
          const rows = [...pending].map(([address, { value, at, seen, sent }]) => [
            address,
            value,
            at,
            seen,
            ...(sent === undefined ? [] : [sent]),
          ]);
          localStorage.setItem(mine, JSON.stringify(rows));
        } else if (written) {
          localStorage.removeItem(mine);
        }
        written = pending.size > 0;
        return true;
      } catch {
        return false;
      }
    },

    /**
     * Takes over what tabs left behind. What cannot be written now stays for the next page.
     * @param {import('./places/memory.js').Storage} place
     * @returns {Promise<string[]>}  the addresses that changed
     */
    async drain(place) {
      const { rows, older, names } = left(prefix, mine);
      if (names.length === 0) return [];
      /** @type {string[]} */
      const changed = [];
      await place.update([...rows.keys()], (address, stored) => {
        const row = rows.get(address);
        if (!row) return undefined;
        const entry = takenOver(stored, row, older.get(address) ?? []);
        if (entry === stored) return undefined;
        changed.push(address);
        return entry;
      });
      for (const name of names) localStorage.removeItem(name);
      return changed;
    },

    /** What tabs left behind and no one has taken over yet. */
    left: () => left(prefix, mine),

    /** Forgets what was taken over. @param {string[]} names */
    forget(names) {
      try {
        for (const name of names) localStorage.removeItem(name);
      } catch {
        // It is taken over again by the next page, which changes nothing.
      }
    },

    /** Forgets everything, of other tabs too. */
    clear() {
      try {
        for (const name of [...left(prefix, mine).names, mine]) localStorage.removeItem(name);
      } catch {
        // Then nothing was kept here either.
      }
      written = false;
    },
  };
}

/**
 * The entry with what tabs left behind: the newest, and beside it what others left that is neither stored nor its beginning.
 * @param {import('./record.js').Entry | undefined} stored
 * @param {Journalled} row
 * @param {Journalled[]} older
 */
function takenOver(stored, row, older) {
  const { entry } = write(stored, stored && row.sent === stored.at ? { ...row, seen: stored.rev } : row);
  const beside = older.filter(({ value, at }) => stored?.at !== at && !grownInto(value, entry.value));
  return beside.length > 0 ? aside(entry, beside) : entry;
}

/**
 * What tabs left behind: the newest of each answer, what others left of the same one, and the keys they are stored under.
 * @param {string} prefix
 * @param {string} mine
 */
function left(prefix, mine) {
  /** @type {Map<string, Journalled>} */
  const rows = new Map();
  /** @type {Map<string, Journalled[]>} */
  const older = new Map();
  /** @type {string[]} */
  const names = [];
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(prefix) || name === mine) continue;
      names.push(name);
      for (const [address, row] of parsed(localStorage.getItem(name))) {
        const there = rows.get(address);
        const isNewer = !there || there.at < row.at;
        if (isNewer) rows.set(address, row);
        if (there) older.set(address, [...(older.get(address) ?? []), isNewer ? there : row]);
      }
    }
  } catch {
    // Nothing was kept here.
  }
  return { rows, older, names };
}

/**
 * @param {string | null} text
 * @returns {[string, Journalled][]}
 */
function parsed(text) {
  try {
    const rows = JSON.parse(text ?? '[]');
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row) => {
      if (!Array.isArray(row)) return [];
      const [address, given, time, seen, sent] = row;
      const entry = storedEntryOf({ value: given, at: time });
      if (typeof address !== 'string' || !parseAddress(address) || !entry) return [];
      const { value, at } = entry;
      return [
        /** @type {[string, Journalled]} */ ([
          address,
          { value, at, seen: Number.isSafeInteger(seen) ? seen : 0, ...(isTime(sent) && { sent }) },
        ]),
      ];
    });
  } catch {
    return [];
  }
}
