/**
 * Which sheet of a form is shown first: the newest; but after a reload, and in other words, the one that was shown before, and
 * on the way back (`#continue`) the one in which was written last. An exercise always shows its newest attempt.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('./held.js').Entries} Entries
 */

import { compareTurns, turnIn } from '../answers/turns.js';

const ASKED = /^#sheet=(\d+)$/;

/** @param {Map<number, Entries>} sheets */
export const newestOf = (sheets) => Math.max(1, ...sheets.keys());

/** @param {string} key  of the work @param {Map<number, Entries>} sheets  that are stored */
export function firstOf(key, sheets) {
  const wanted = key.startsWith('exercise/') ? 0 : wantedOf(sheets);
  const newest = newestOf(sheets);
  // One that was begun, and nothing was written in it yet, is not stored.
  return sheets.has(wanted) || (wanted === newest + 1 && sheets.has(newest)) ? wanted : newest;
}

/** @param {Map<number, Entries>} sheets */
function wantedOf(sheets) {
  if (location.hash === '#continue') {
    const last = [...sheets].map(([n, fields]) => ({ n, ...turnIn(fields) }));
    return last.sort(compareTurns)[0]?.n ?? 0;
  }
  return Number(ASKED.exec(location.hash)?.[1] ?? history.state?.sheet ?? 0);
}

/** Notes which sheet is shown, for a reload and for the links to other words. @param {Work} work */
export function startSheet(work) {
  if (work.key.startsWith('exercise/')) return;
  work.onChange((_names, by) => {
    if (by !== 'sheet') return;
    const isNewest = work.sheet() === newestOf(work.sheets());
    for (const link of document.querySelectorAll('a[data-variant-link]')) {
      if (!(link instanceof HTMLAnchorElement)) continue;
      link.dataset.hash ??= link.hash;
      link.hash = isNewest ? link.dataset.hash : `#sheet=${work.sheet()}`;
    }
    try {
      const address = ASKED.test(location.hash) ? location.pathname + location.search : undefined;
      history.replaceState({ ...history.state, sheet: work.sheet() }, '', address);
    } catch {
      // A reload shows the newest.
    }
  });
}
