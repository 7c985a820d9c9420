/**
 * What was decided at a meeting, as its minutes in an answer file say it, and where it goes in a table.
 *
 * Pure.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {'who' | 'what' | 'when' | 'check'} DecidedPart  a column of the decisions (`from-minutes` of a column)
 * @typedef {Record<DecidedPart, string> & { isOpen: boolean }} Decided  isOpen: it can't be done now
 * @typedef {object} Minutes
 * @property {string} key     of the meeting
 * @property {number} sheet
 * @property {string} day     when it was held, as `2026-11-30`; "" if that is not written
 * @property {Decided[]} rows
 * @property {number} left    rows that are too long to take
 * @typedef {[part: DecidedPart, column: string][]} Takes
 */

import { noFields } from '../answers/works.js';
import { isEmpty } from '../dom/values.js';

/** @type {DecidedPart[]} */
const PARTS = ['who', 'what', 'when', 'check'];
/** Characters of one cell that are taken: more is no decision. */
export const LONGEST = 2000;
const ROW = /^decisions\.([1-9]\d{0,2})\.(who|what|when|check)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * The minutes among the works of a file, the newest first; those in which nothing is decided are not among them.
 * @param {Answered[]} works
 * @returns {Minutes[]}
 */
export function minutesIn(works) {
  return works
    .filter(isMinutes)
    .map((work) => ({ minutes: minutesOf(work), at: lastOf(work) }))
    .filter(({ minutes: { rows, left } }) => rows.length + left > 0)
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(({ minutes }) => minutes);
}

/** The minutes with their decisions alone. @param {Answered} work @returns {Answered} */
export function decisionsOf(work) {
  const fields = noFields();
  for (const name of Object.keys(work.fields)) {
    if (ROW.test(name) || name === 'not-now') fields[name] = work.fields[name];
  }
  if (Object.keys(fields).length > 0 && Object.hasOwn(work.fields, 'date')) fields.date = work.fields.date;
  return { ...work, fields };
}

/** @param {Answered} work */
export const isMinutes = ({ key }) => key.startsWith('meeting/');

/** @param {Answered} work */
const lastOf = ({ fields }) => Object.values(fields).reduce((last, { at }) => (at > last ? at : last), '');

/** @param {Answered} work @returns {Minutes} */
function minutesOf({ key, sheet, fields }) {
  /** @param {string} name */
  const text = (name) => {
    const value = Object.hasOwn(fields, name) ? fields[name].value : '';
    return isEmpty(value) ? '' : [value].flat().join(' ').replace(/\s+/g, ' ').trim();
  };
  const numbers = new Set(Object.keys(fields).flatMap((name) => ROW.exec(name)?.[1] ?? []));
  const decided = [...numbers]
    .map(Number)
    .sort((a, b) => a - b)
    .map((n) => rowOf((part) => text(`decisions.${n}.${part}`), false));
  const open = rowOf((part) => (part === 'what' ? text('not-now') : ''), true);
  const written = [...decided, open].filter((row) => PARTS.some((part) => row[part] !== ''));
  const rows = written.filter((row) => PARTS.every((part) => row[part].length <= LONGEST));
  const day = text('date');
  return { key, sheet, day: DAY.test(day) ? day : '', rows, left: written.length - rows.length };
}

/** @param {(part: DecidedPart) => string} text @param {boolean} isOpen @returns {Decided} */
const rowOf = (text, isOpen) => ({
  who: text('who'),
  what: text('what'),
  when: text('when'),
  check: text('check'),
  isOpen,
});

/**
 * What the columns of a table take: `who:actor what:do`.
 * @param {string} given
 * @returns {Takes}
 */
export function takesOf(given) {
  return given.split(' ').flatMap((pair) => {
    const [part, column] = pair.split(':');
    const known = PARTS.find((one) => one === part);
    return known && column ? [/** @type {[DecidedPart, string]} */ ([known, column])] : [];
  });
}

/**
 * The fields of a table that rows are written to, below the row `last`, as far as there is room.
 * @param {{ field: string, takes: Takes, last: number, most: number }} table
 * @param {Decided[]} rows
 * @returns {{ values: Record<string, string>, written: number, over: number }}
 */
export function placed({ field, takes, last, most }, rows) {
  /** @type {Record<string, string>} */
  const values = {};
  const full = rows.filter((row) => takes.some(([part]) => row[part] !== ''));
  const fitting = full.slice(0, Math.max(0, most - last));
  for (const [i, row] of fitting.entries()) {
    for (const [part, column] of takes) {
      if (row[part] !== '') values[`${field}.${last + 1 + i}.${column}`] = row[part];
    }
  }
  return { values, written: fitting.length, over: full.length - fitting.length };
}
