/**
 * What was not confirmed yet when the page was left: stored in localStorage, which is synchronous, and taken over by the
 * next page of the course that starts. One key per tab, so that tabs that close together do not overwrite each other.
 *
 * @typedef {import('./record.js').Alternative} Alternative
 * @typedef {{ value: import('./record.js').Value, at: string, seen: number, sent?: string, beside?: Alternative[] }} Journalled
 *   sent: when that was written which the same tab was just storing; if it arrived, this follows it. beside: texts that are put
 *   aside with it
 */

import { currentAddress } from './earlier.js';
import { forgetKept, keptUnder, leftBy, rowsOf } from './left.js';
import { isTime, parseAddress, storedEntryOf } from './record.js';

const SPARE = 4096; // characters that a text may grow by before the journal is asked again

/** Asked each time: a browser may refuse it. */
const local = () => localStorage;

/** @param {string} course */
export function journalOf(course) {
  const prefix = `mitate:${course}:journal:`;
  const mine = prefix + Math.random().toString(36).slice(2);
  let written = false;
  const left = () => {
    const kept = keptUnder(local, prefix);
    kept.delete(mine);
    return leftBy(
      [...kept.values()].flatMap((text) => rowsOf(text, journalledRow)),
      kept,
    );
  };

  return {
    /**
     * Keeps these and forgets what this tab kept before. False if the browser does not keep them.
     * @param {Map<string, Journalled>} pending
     */
    keep(pending) {
      try {
        if (pending.size > 0) {
          const rows = [...pending].map(([address, { value, at, seen, sent = '', beside = [] }]) => [
            address,
            value,
            at,
            seen,
            ...(sent === '' && beside.length === 0 ? [] : [sent]),
            ...(beside.length === 0 ? [] : [beside]),
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

    /** Whether the browser would keep a text of this length. @param {number} length */
    hasRoom(length) {
      try {
        localStorage.setItem(`${mine}:room`, 'x'.repeat(length + SPARE));
        localStorage.removeItem(`${mine}:room`);
        return true;
      } catch {
        return false;
      }
    },

    /** What tabs left behind and no one has taken over yet. */
    left,

    /** Forgets what was taken over. @param {import('./left.js').Left} taken */
    forget: ({ kept }) => forgetKept(local, kept),

    /** Forgets everything, of other tabs too. */
    clear() {
      forgetKept(local, keptUnder(local, prefix));
      written = false;
    },
  };
}

/** @param {unknown} row @returns {[string, Journalled][]} */
function journalledRow(row) {
  if (!Array.isArray(row)) return [];
  const [address, given, time, seen, sent, others] = row;
  const entry = storedEntryOf({ value: given, at: time, others });
  if (typeof address !== 'string' || !parseAddress(address) || !entry) return [];
  const { value, at, others: beside } = entry;
  return [
    [
      currentAddress(address),
      {
        value,
        at,
        seen: Number.isSafeInteger(seen) ? seen : 0,
        ...(isTime(sent) && { sent }),
        ...(beside && { beside }),
      },
    ],
  ];
}
