/**
 * All answers of a file and all that are here, sheet by sheet.
 *
 * Pure.
 *
 * @typedef {import('./record.js').Answered} Answered
 * @typedef {import('./record.js').Fields} Fields
 */

import { mergeSheet } from './attempts.js';
import { nothingMerged } from './merge.js';

/**
 * @param {Answered[]} mine
 * @param {Answered[]} theirs
 * @returns {Generator<void, import('./merge.js').Merged, void>}  in steps of one field
 */
export function* merging(mine, theirs) {
  /** @type {Map<string, Map<number, Fields>>} */
  const here = new Map();
  for (const { key, sheet, fields } of mine) {
    const sheets = here.get(key) ?? new Map();
    here.set(key, sheets.set(sheet, fields));
    yield;
  }
  const merged = nothingMerged();
  for (const work of theirs) {
    const sheets = here.get(work.key) ?? new Map();
    const others = [...sheets].filter(([sheet]) => sheet !== work.sheet).map(([, fields]) => fields);
    yield* mergeSheet(merged, work, sheets.get(work.sheet), others);
  }
  return merged;
}

/**
 * Numbers for attempts that are added to those of both sides: each call gives the next one of that work.
 * @param {Answered[]} mine
 * @param {Answered[]} theirs
 */
export function freeSheets(mine, theirs) {
  /** @type {Map<string, number>} */
  const last = new Map();
  for (const { key, sheet } of [...mine, ...theirs]) last.set(key, Math.max(last.get(key) ?? 0, sheet));
  return (/** @type {string} */ key) => {
    const next = (last.get(key) ?? 0) + 1;
    last.set(key, next);
    return next;
  };
}
