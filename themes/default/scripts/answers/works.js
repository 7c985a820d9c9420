/**
 * Answers by work and sheet, and in the course's order: works of the catalogue first, as it lists them, unknown ones
 * behind, by key; the fields of a sheet likewise.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Answered} Answered
 * @typedef {import('./record.js').Fields} Fields
 */

import { parseAddress } from './record.js';

/**
 * @param {Iterable<[address: string, entry: Entry]>} entries
 * @returns {Generator<void, Answered[], void>}  by key and sheet
 */
export function* gathering(entries) {
  /** @type {Map<string, Answered>} */
  const works = new Map();
  for (const [address, entry] of entries) {
    const at = parseAddress(address);
    if (!at) continue;
    const id = `${at.key}#${at.sheet}`;
    const work = works.get(id) ?? { key: at.key, sheet: at.sheet, fields: noFields() };
    work.fields[at.field] = entry;
    works.set(id, work);
    yield;
  }
  return [...works.values()].sort((a, b) => compare(a.key, b.key) || a.sheet - b.sheet);
}

/** An object that holds answers only: a field may be called "constructor". @returns {Fields} */
export function noFields() {
  return Object.create(null);
}

/**
 * By code units: the same everywhere, whatever the language.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
