/**
 * The answer file (`.mitate.json`): all answers of a course as text, and the way back. What comes back is someone
 * else's text until every part of it was looked at: bounded, of the right types, under names that answers can have,
 * taken from the objects themselves and never from a prototype. Unknown extra properties are ignored; anything else
 * that is wrong refuses the whole file, with one reason.
 *
 * Pure. The shape is published as src/answers/answers.schema.json.
 *
 * @typedef {import('./record.js').Answered} Answered
 * @typedef {{ id: string, title: string, revision: number | string | null }} Course
 * @typedef {Answered & { title?: string, labels?: Record<string, string>, words?: Record<string, Record<string, string>> }} FileAnswer
 * @typedef {'not-json' | 'not-ours' | 'newer' | 'other-course' | 'truncated' | 'too-big' | 'malformed'} Reason
 * @typedef {{ ok: true, answers: Answered[], names: import('./names.js').AllNames, exported: string, revision: unknown }} Read
 *   revision: of the course when it was written
 * @typedef {{ ok: false, reason: Reason, detail: Record<string, string> }} Refused
 */

import { currentKey, newest } from './earlier.js';
import { JsonError, readingJson } from './json.js';
import { joinedNames, namesIn } from './names.js';
import { MAX_REV, MAX_VALUE, entryOf, isField, isKey, isObject, isSheet, isTime, own } from './record.js';
import { noFields } from './works.js';

export const FORMAT = 'mitate-answers';
export const VERSION = 1;
export const MAX_TEXT = 50 * 1024 * 1024; // characters of a file
export const MAX_FIELDS = 200_000;
export const MAX_IN_SHEET = 20_000; // fields of one sheet
const LIMITS = { depth: 16, nodes: 2_000_000, names: MAX_FIELDS, text: MAX_VALUE };

/**
 * The text of a file, in steps of one sheet. Deterministic: the same answers in the same order give the same bytes.
 * @param {Course} course
 * @param {FileAnswer[]} works  in the order of the file
 * @param {string} exported  ISO time
 * @returns {Generator<void, string[], void>}
 */
export function* writing({ id, title, revision }, works, exported) {
  const head = JSON.stringify(
    { format: FORMAT, version: VERSION, course: { id, title, revision }, exported, answers: [] },
    null,
    1,
  );
  const parts = [head.slice(0, -3)];
  for (const work of works) {
    const sheet = {
      key: work.key,
      title: work.title,
      sheet: work.sheet,
      labels: work.labels,
      words: work.words,
      fields: readable(work.fields),
    };
    parts.push(`${parts.length > 1 ? ',' : ''}\n  `, JSON.stringify(sheet, null, 1).replaceAll('\n', '\n  '));
    yield;
  }
  parts.push(parts.length > 1 ? '\n ]\n}\n' : ']\n}\n');
  return parts;
}

/** With revisions that a file may have. @param {import('./record.js').Fields} fields */
function readable(fields) {
  const bounded = noFields();
  for (const name of Object.keys(fields)) {
    const { value, rev, at, others } = fields[name];
    bounded[name] = { value, rev: Math.min(rev, MAX_REV), at, ...(others && { others }) };
  }
  return bounded;
}

/**
 * Reads a file in steps of a few hundred tokens or one field, so that no file stops the page.
 * @param {string} text
 * @param {{ course: { id: string, title: string } }} ours
 * @returns {Generator<void, Read | Refused, void>}
 */
export function* reading(text, { course }) {
  if (text.length > MAX_TEXT) return refuse('too-big');
  /** @type {unknown} */
  let file;
  try {
    file = yield* readingJson(text.replace(/^\ufeff/, ''), LIMITS);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    if (!text.slice(0, 400).includes(`"${FORMAT}"`)) return refuse('not-json');
    return refuse(error.reason === 'cut-off' ? 'truncated' : error.reason);
  }
  yield;
  if (!isObject(file) || own(file, 'format') !== FORMAT) return refuse('not-ours');
  const version = own(file, 'version');
  if (!Number.isInteger(version) || Number(version) < 1) return refuse('malformed', { what: 'version' });
  if (Number(version) > VERSION) return refuse('newer');

  const fault = courseFault(file, course);
  if (fault) return fault;
  const exported = own(file, 'exported');
  if (!isTime(exported)) return refuse('malformed', { what: 'exported' });
  const answers = own(file, 'answers');
  if (!Array.isArray(answers)) return refuse('malformed', { what: 'answers' });
  if (answers.length > MAX_FIELDS) return refuse('too-big');
  const read = yield* works(answers, exported);
  return read.ok ? { ...read, revision: own(/** @type {object} */ (own(file, 'course')), 'revision') } : read;
}

/**
 * @param {unknown[]} answers
 * @param {string} exported
 * @returns {Generator<void, Omit<Read, 'revision'> | Refused, void>}
 */
function* works(answers, exported) {
  /** By key and sheet. @type {Map<string, Answered>} */
  const read = new Map();
  /** @type {import('./names.js').AllNames} */
  const called = Object.create(null);
  /** @type {Set<string>} */
  const known = new Set();
  let count = 0;
  for (const answer of answers) {
    if (!isObject(answer)) return refuse('malformed', { what: 'answers' });
    const [written, sheet, fields] = [own(answer, 'key'), own(answer, 'sheet'), own(answer, 'fields')];
    if (typeof written !== 'string' || !isKey(written)) return refuse('malformed', { what: 'key' });
    if (!isSheet(sheet) || !isObject(fields)) return refuse('malformed', { what: written });
    if (known.has(`${written}#${sheet}`)) return refuse('malformed', { what: written });
    known.add(`${written}#${sheet}`);
    const key = currentKey(written);
    const names = Object.keys(fields);
    count += names.length;
    if (count > MAX_FIELDS || names.length > MAX_IN_SHEET) return refuse('too-big');
    // A file may have the same work under an earlier id, too.
    const work = read.get(`${key}#${sheet}`) ?? { key, sheet, fields: noFields() };
    read.set(`${key}#${sheet}`, work);
    for (const name of names) {
      yield;
      const entry = isField(name) ? entryOf(own(fields, name)) : undefined;
      if (!entry) return refuse('malformed', { what: `${key} ${name.slice(0, 60)}` });
      work.fields[name] = newest(work.fields[name], entry);
    }
    const given = namesIn(answer);
    if (Object.keys(given.labels).length > 0 || given.title !== '') called[key] = joinedNames(called[key], given);
  }
  return { ok: true, answers: [...read.values()], names: called, exported };
}

/**
 * Why a file does not belong to the course: it names no course, or a different one.
 * @param {object} file
 * @param {{ id: string, title: string }} course
 * @returns {Refused | undefined}
 */
export function courseFault(file, { id, title }) {
  const from = own(file, 'course');
  const theirs = isObject(from) ? own(from, 'id') : undefined;
  if (!isObject(from) || typeof theirs !== 'string') return refuse('malformed', { what: 'course' });
  if (theirs === id) return undefined;
  const called = own(from, 'title');
  const name = typeof called === 'string' && called.trim() !== '' ? called : theirs;
  return refuse('other-course', { theirs: name.slice(0, 200), ours: title });
}

/**
 * @param {Reason} reason
 * @param {Record<string, string>} [detail]
 * @returns {Refused}
 */
export function refuse(reason, detail = {}) {
  return { ok: false, reason, detail };
}
