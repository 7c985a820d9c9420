/**
 * The copy of the answers that an LMS holds, as one text of ASCII signs, which every LMS stores as they are:
 *
 *     mitate1.COURSE.REVISION.FLAGS.PARTS~CHECK.ANSWERS~CHECK.ANSWERS
 *
 * Each part is whole by itself: a checksum, then works as JSON, deflated and in base64. The first part has as many works as an LMS
 * must hold, the newest first; a second one has what fits into an LMS that holds more. So an LMS that cuts a text off without a word
 * loses nothing that it must hold, and the head says that something is missing.
 *
 * A work is one sheet of one exercise or form, and is copied whole or not at all. Pure.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('../answers/record.js').Entry} Entry
 *
 * @typedef {object} Copied
 * @property {string} text
 * @property {Answered[]} left  what is not in it
 *
 * @typedef {{ ok: true, works: Answered[], flags: string, whole: boolean }} Unpacked  whole: no part is missing
 * @typedef {'not-ours' | 'newer' | 'other-course' | 'damaged'} Foreign
 */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { currentKey } from '../answers/earlier.js';
import { entryOf, isField, isKey, isSheet } from '../answers/record.js';
import { compare, noFields } from '../answers/works.js';

const VERSION = 1;
const HEAD = /^mitate(\d{1,4})\.([a-z0-9-]{1,100})\.(\d{1,9})\.([a-z]{0,9})\.(\d)(?=~|$)/;
const PART = /^([0-9a-z]{1,7})\.([\w-]+)$/;
/** Fields that are not copied: where the window was on this computer. */
const OF_THIS_WINDOW = '@place';
/** How many works are tried that are older than one that does not fit, and the room below which none is. */
const TRIES = 30;
const SPARE = 40;

/**
 * @param {Answered[]} works
 * @param {{ course: string, revision: number, flags: string, sure: number, most: number }} how
 *   sure, most: the UTF-16 units that the LMS must hold, and that it may hold
 * @returns {Copied}
 */
export function packed(works, { course, revision, flags, sure, most }) {
  const head = (/** @type {number} */ parts) => `mitate${VERSION}.${course}.${revision}.${flags}.${parts}`;
  const [first, rest] = fitting(newestFirst(works), sure - head(1).length);
  const [second, left] = most > sure ? fitting(rest, most - head(1).length - first.length) : ['', rest];
  const parts = [first, second].filter(Boolean);
  return { text: head(parts.length) + parts.join(''), left };
}

/**
 * @param {string} text  anything that an LMS may give
 * @param {string} course
 * @returns {Unpacked | { ok: false, reason: Foreign }}
 */
export function unpacked(text, course) {
  if (text.trim() === '') return { ok: true, works: [], flags: '', whole: true };
  const [head, version, of, , flags, count] = HEAD.exec(text) ?? [];
  if (head === undefined) return { ok: false, reason: 'not-ours' };
  if (Number(version) > VERSION) return { ok: false, reason: 'newer' };
  if (of !== course) return { ok: false, reason: 'other-course' };
  const parts = text
    .slice(head.length + 1)
    .split('~')
    .slice(0, Number(count))
    .map(worksIn);
  const whole = parts.length === Number(count) && parts.every(Boolean);
  const works = parts.flatMap((part) => part ?? []);
  if (Number(count) > 0 && !parts.some(Boolean)) return { ok: false, reason: 'damaged' };
  return { ok: true, works, flags, whole: whole || Number(count) === 0 };
}

/** A checksum of a text. @param {string} text */
export function checksum(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}

/**
 * As many works as fit: the newest, then older ones that are short.
 * @param {Answered[]} works
 * @param {number} room
 * @returns {[part: string, left: Answered[]]}
 */
function fitting(works, room) {
  if (works.length === 0) return ['', []];
  const all = partOf(works);
  if (all.length <= room) return [all, []];
  let [low, high] = [0, works.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (partOf(works.slice(0, middle)).length <= room) low = middle;
    else high = middle - 1;
  }
  const kept = works.slice(0, low);
  let part = low === 0 ? '' : partOf(kept);
  /** @type {Answered[]} */
  const left = [];
  for (const [i, work] of works.slice(low).entries()) {
    const tried = i < TRIES && room - part.length > SPARE ? partOf([...kept, work]) : undefined;
    if (tried === undefined || tried.length > room) left.push(work);
    else {
      kept.push(work);
      part = tried;
    }
  }
  return [part, left];
}

/** @param {Answered[]} works */
function partOf(works) {
  const bytes = deflateSync(strToU8(JSON.stringify(works.map(rowOf))), { level: 9, mem: 8 });
  const base64 = btoa(strFromU8(bytes, true));
  const signs = base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `~${checksum(signs)}.${signs}`;
}

/** The works of a part; undefined if it is not whole. @param {string} part @returns {Answered[] | undefined} */
function worksIn(part) {
  const [, sum, signs] = PART.exec(part) ?? [];
  if (signs === undefined || checksum(signs) !== sum) return undefined;
  try {
    const bytes = strToU8(atob(signs.replaceAll('-', '+').replaceAll('_', '/')), true);
    const rows = JSON.parse(strFromU8(inflateSync(bytes)));
    return Array.isArray(rows) ? rows.flatMap((row) => workOf(row) ?? []) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} at @returns {number} */
const secondsOf = (at) => Math.floor(Date.parse(at) / 1000);

/** @param {number} seconds */
const timeOf = (seconds) => new Date(seconds * 1000).toISOString();

/** When the newest field of a work was written. @param {Answered} work */
const newestOf = ({ fields }) =>
  Object.keys(fields).reduce((most, field) => Math.max(most, secondsOf(fields[field].at)), 0);

/** @param {Answered[]} works */
const newestFirst = (works) =>
  [...works].sort((a, b) => newestOf(b) - newestOf(a) || compare(a.key, b.key) || b.sheet - a.sheet);

/** A work as JSON has it: times in seconds before its newest one. @param {Answered} work */
function rowOf(work) {
  const newest = newestOf(work);
  const { key, sheet, fields } = work;
  const names = Object.keys(fields).filter((field) => field !== OF_THIS_WINDOW);
  return [
    key,
    sheet,
    newest,
    ...names.map((field) => {
      const { value, rev, at, others = [] } = fields[field];
      const ago = (/** @type {string} */ time) => newest - secondsOf(time);
      return [field, value, rev, ago(at), ...others.map((other) => [other.value, ago(other.at)])];
    }),
  ];
}

/** @param {unknown} row @returns {Answered | undefined} */
function workOf(row) {
  if (!Array.isArray(row)) return undefined;
  const [key, sheet, newest, ...given] = row;
  if (typeof key !== 'string' || !isKey(key) || !isSheet(sheet) || !Number.isSafeInteger(newest)) return undefined;
  const work = { key: currentKey(key), sheet, fields: noFields() };
  for (const field of given) {
    const [name, entry] = fieldOf(field, newest) ?? [];
    if (name !== undefined && entry !== undefined) work.fields[name] = entry;
  }
  return work;
}

/** @param {unknown} given @param {number} newest @returns {[name: string, entry: Entry] | undefined} */
function fieldOf(given, newest) {
  if (!Array.isArray(given)) return undefined;
  const [name, value, rev, ago, ...others] = given;
  if (typeof name !== 'string' || !isField(name)) return undefined;
  try {
    const at = timeOf(newest - ago);
    const beside = others.map(([other, before]) => ({ value: other, at: timeOf(newest - before) }));
    const entry = entryOf({ value, rev, at, ...(beside.length > 0 && { others: beside }) });
    return entry && [name, entry];
  } catch {
    return undefined;
  }
}
