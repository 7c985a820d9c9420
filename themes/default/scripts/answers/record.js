/**
 * What an answer is: a value at an address, with a revision, the time of its last change, and what else was once
 * written there and must not be lost.
 *
 * Pure. Knows no storage, no file, no page.
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {{ value: Value, at: string }} Alternative  a value that another tab or a file had, and that was not chosen
 * @typedef {{ value: Value, rev: number, at: string, others?: Alternative[] }} Entry  at: ISO time of the last change
 * @typedef {{ [field: string]: Entry }} Fields  without a prototype
 * @typedef {{ key: string, sheet: number, fields: Fields }} Answered  one sheet of one exercise, worksheet or meeting
 * @typedef {{ key: string, sheet: number, field: string }} Address
 */

import { isEmpty } from '../dom/values.js';

/** Bounds for what comes from elsewhere, and for what is written here: whatever is written can be read again. */
export const MAX_OTHERS = 100;
export const MAX_SHEETS = 9999;
export const MAX_VALUE = 1024 * 1024; // UTF-16 units of one value
export const MAX_REV = 2 ** 40; // in a file; the store itself counts on from there
const MAX_TICKED = 1000;
const MAX_OWN_REV = 2 ** 52;
/** Separates texts that were joined. */
export const BETWEEN = '\n――――\n';
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';

const KEY = /^(?:exercise|worksheet|meeting)\/[a-z0-9-]{1,100}(?:\/[a-z0-9-]{1,100})?$/;
const FIELD = /^[@a-z0-9][a-z0-9.-]{0,200}(?:\/[a-z0-9-]{1,100})?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const ADDRESS = /^([^#]{1,220})#([1-9]\d{0,3})\/(.{1,310})$/;

/** @param {string} key */
export const isKey = (key) => KEY.test(key);

/** @param {string} field */
export const isField = (field) => FIELD.test(field);

/** @param {unknown} sheet @returns {sheet is number} */
export const isSheet = (sheet) => Number.isInteger(sheet) && Number(sheet) >= 1 && Number(sheet) <= MAX_SHEETS;

/** @param {unknown} at @returns {at is string} */
export const isTime = (at) => typeof at === 'string' && TIME.test(at) && !Number.isNaN(Date.parse(at));

/** @param {unknown} rev @returns {rev is number} */
export const isRev = (rev) => Number.isInteger(rev) && Number(rev) >= 1 && Number(rev) <= MAX_REV;

/** @param {unknown} value @returns {value is Value} */
export function isValue(value) {
  if (typeof value === 'string') return value.length <= MAX_VALUE;
  return (
    Array.isArray(value) &&
    value.length <= MAX_TICKED &&
    new Set(value).size === value.length &&
    value.every((one) => typeof one === 'string' && one.length <= 200)
  );
}

/**
 * Where an answer is, as one string.
 * @param {string} key
 * @param {number} sheet
 * @param {string} field
 */
export function addressOf(key, sheet, field) {
  return `${key}#${sheet}/${field}`;
}

/**
 * The parts of an address; undefined if it is none.
 * @param {string} address
 * @returns {Address | undefined}
 */
export function parseAddress(address) {
  const [, key, sheet, field] = ADDRESS.exec(address) ?? [];
  if (key === undefined || !isKey(key) || !isField(field) || !isSheet(Number(sheet))) return undefined;
  return { key, sheet: Number(sheet), field };
}

/**
 * An entry of an answer file, if it is one in every part.
 * @param {unknown} given
 * @returns {Entry | undefined}  with nothing in it but what an entry has
 */
export function entryOf(given) {
  if (typeof given !== 'object' || given === null) return undefined;
  const [value, rev, at, others] = ['value', 'rev', 'at', 'others'].map((name) => own(given, name));
  if (!isValue(value) || !isRev(rev) || !isTime(at)) return undefined;
  const kept = othersOf(others);
  if (kept === undefined) return undefined;
  return { value, rev, at, ...(kept.length > 0 && { others: kept }) };
}

/** @param {unknown} others @returns {Alternative[] | undefined} */
function othersOf(others) {
  if (others === undefined) return [];
  if (!Array.isArray(others) || others.length > MAX_OTHERS) return undefined;
  /** @type {Alternative[]} */
  const kept = [];
  for (const other of others) {
    if (typeof other !== 'object' || other === null) return undefined;
    const [value, at] = [own(other, 'value'), own(other, 'at')];
    if (!isValue(value) || !isTime(at)) return undefined;
    kept.push({ value, at });
  }
  return kept;
}

/**
 * An entry of the browser's own storage. The text is never dropped, whatever else is wrong with the entry: a revision, a
 * time or an alternative that cannot be used is replaced or left out. Undefined only if there is no text.
 * @param {unknown} stored  any other local file may have written there
 * @returns {Entry | undefined}
 */
export function storedEntryOf(stored) {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const [given, rev, at, others] = ['value', 'rev', 'at', 'others'].map((name) => own(stored, name));
  const value = storedValueOf(given);
  if (value === undefined) return undefined;
  const kept = (Array.isArray(others) ? others : []).flatMap((other) => {
    const text = typeof other === 'object' && other !== null ? storedValueOf(own(other, 'value')) : undefined;
    return text === undefined ? [] : [{ value: text, at: timeOr(own(other, 'at')) }];
  });
  const sound = typeof rev === 'number' && rev >= 1 ? Math.min(Math.floor(rev), MAX_OWN_REV) : 1;
  return { value, rev: sound, at: timeOr(at), ...(kept.length > 0 && { others: kept }) };
}

/** @param {unknown} value @returns {Value | undefined} */
function storedValueOf(value) {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? [...new Set(value.filter((one) => typeof one === 'string'))] : undefined;
}

/** @param {unknown} at */
const timeOr = (at) => (isTime(at) ? at : UNKNOWN_TIME);

/** @param {unknown} value @returns {value is object} */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A property of the object itself, never of its prototype.
 * @param {object} object
 * @param {string} name
 * @returns {unknown}
 */
export function own(object, name) {
  return Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
}

/**
 * The same value, byte for byte; only the order of what was ticked does not count.
 * @param {Value} a
 * @param {Value} b
 */
export function equal(a, b) {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (a.length !== b.length) return false;
  const there = new Set(b);
  return a.every((one) => there.has(one));
}

/**
 * A field that the course knows nothing of: when the attempt was compared, when it was begun.
 * @param {string} field
 */
export function isSpecial(field) {
  return field.startsWith('@');
}

/**
 * An entry with more put aside: each text once, nothing empty, not what is in force, oldest first. So many as a file can have are kept by
 * themselves; of more, the oldest are joined, and none is lost.
 * @param {Entry} entry
 * @param {Alternative[]} more
 * @returns {Entry}
 */
export function aside(entry, more) {
  /** @type {Alternative[]} */
  const others = [];
  for (const { value, at } of [...(entry.others ?? []), ...more]) {
    if (isEmpty(value) || equal(value, entry.value) || others.some((other) => hasText(other.value, value))) continue;
    others.push({ value, at });
  }
  others.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const { value, rev, at } = entry;
  while (others.length > MAX_OTHERS) {
    const first = others.findIndex((other, i) => i + 1 < others.length && joined(other, others[i + 1]) !== undefined);
    const one = first < 0 ? undefined : joined(others[first], others[first + 1]);
    if (!one) break;
    others.splice(first, 2, one);
  }
  return { value, rev, at, ...(others.length > 0 && { others }) };
}

/** Whether a value is there already, by itself or as one of several that were joined. @param {Value} there @param {Value} value */
export const hasText = (there, value) =>
  equal(there, value) ||
  (typeof there === 'string' && there.includes(BETWEEN) && partsOf(there).includes(inOne(value)));

/** @param {Value} value */
const partsOf = (value) => inOne(value).split(BETWEEN);

/** What was ticked, as a text: ids, one a line. @param {Value} value */
const inOne = (value) => (typeof value === 'string' ? value : value.join('\n'));

/** Two that are kept as one; undefined if that is longer than what can be read again. @param {Alternative} one @param {Alternative} next @returns {Alternative | undefined} */
function joined(one, next) {
  const parts = new Set([...partsOf(one.value), ...partsOf(next.value)]);
  const value = [...parts].join(BETWEEN);
  return value.length <= MAX_VALUE ? { value, at: next.at } : undefined;
}

/**
 * What is in the store after a field was written, and whether that is what was written.
 *
 * A tab that had not seen the stored revision does not overwrite it: what it wrote is put aside. If the conflict was reported
 * already and the tab writes on (`insists`), what is replaced is put aside instead. `beside` is put aside in any case: texts
 * that the field cannot show, or that other tabs left.
 * @param {Entry | undefined} stored
 * @param {{ value: Value, at: string, seen: number, insists?: boolean, beside?: Alternative[] }} written
 * @returns {{ entry: Entry, conflict?: Entry }}  `stored` itself if nothing changes
 */
export function write(stored, { beside = [], ...written }) {
  const result = merged(stored, written);
  const { value, others = [] } = result.entry;
  const more = beside.filter(
    (one) =>
      !isEmpty(one.value) &&
      !grownInto(one.value, value) &&
      ![{ value }, ...others].some((it) => equal(it.value, one.value)),
  );
  return more.length === 0 ? result : { ...result, entry: aside(result.entry, more) };
}

/**
 * @param {Entry | undefined} stored
 * @param {{ value: Value, at: string, seen: number, insists?: boolean }} written
 * @returns {{ entry: Entry, conflict?: Entry }}
 */
function merged(stored, { value, at, seen, insists = false }) {
  if (!stored) return { entry: { value, rev: Math.max(0, seen) + 1, at } };
  if (equal(stored.value, value)) return { entry: stored };
  const others = (stored.others ?? []).filter((other) => !grownInto(other.value, value));
  if (stored.rev > seen && !isEmpty(stored.value)) {
    const conflict = { value, rev: stored.rev + 1, at };
    return isEmpty(value)
      ? { entry: stored, conflict }
      : { entry: aside({ ...stored, others }, [{ value, at }]), conflict };
  }
  const entry = { value, rev: stored.rev + 1, at };
  return { entry: aside(entry, insists ? [...others, { value: stored.value, at: stored.at }] : others) };
}

/**
 * Was one text only the beginning of the other?
 * @param {Value} before
 * @param {Value} now
 */
export function grownInto(before, now) {
  return typeof before === 'string' && typeof now === 'string' && now.startsWith(before);
}
