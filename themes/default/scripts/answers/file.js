/**
 * The answer file (`.mitate.json`): all answers of a course as text, and the way back. What comes back is somebody
 * else's text until every part of it was looked at: bounded, of the right types, under names that answers can have,
 * taken from the objects themselves and never from a prototype. Unknown extra properties are ignored; anything else
 * that is wrong refuses the whole file, with one reason.
 *
 * Pure. The shape is published as src/answers/answers.schema.json.
 *
 * @typedef {import('./record.js').Work} Work
 * @typedef {{ id: string, title: string, revision: number | string | null }} Course
 * @typedef {'not-json' | 'not-ours' | 'newer' | 'other-course' | 'truncated' | 'too-big' | 'malformed'} Reason
 * @typedef {{ ok: true, answers: Work[], exported: string }} Read
 * @typedef {{ ok: false, reason: Reason, detail: Record<string, string> }} Refused
 */

import { entryOf, isField, isKey, isSheet, isTime, own } from './record.js';
import { noFields } from './works.js';

export const FORMAT = 'mitate-answers';
export const VERSION = 1;
export const MAX_TEXT = 50 * 1024 * 1024; // characters of a file
export const MAX_FIELDS = 200_000;
const BEAT = 500; // fields between two moments where the caller may let the page breathe

/**
 * Deterministic: the same answers in the same order give the same bytes.
 * @param {Course} course
 * @param {(Work & { title?: string })[]} works  in the order they are to stand in
 * @param {string} exported  ISO time
 */
export function serialise({ id, title, revision }, works, exported) {
  const answers = works.map((work) => ({
    key: work.key, ...(work.title !== undefined && { title: work.title }), sheet: work.sheet, fields: work.fields,
  }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, course: { id, title, revision }, exported, answers }, null, 1)}\n`;
}

/**
 * @param {string} text
 * @param {{ course: { id: string, title: string } }} ours
 * @returns {Read | Refused}
 */
export function parse(text, ours) {
  const steps = reading(text, ours);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps, so that a large file does not stop the page.
 * @param {string} text
 * @param {{ course: { id: string, title: string } }} ours
 * @returns {Generator<void, Read | Refused, void>}
 */
export function* reading(text, { course }) {
  if (text.length > MAX_TEXT) return refuse('too-big');
  /** @type {unknown} */
  let file;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse(!text.slice(0, 400).includes(`"${FORMAT}"`) ? 'not-json' : isCutOff(text) ? 'truncated' : 'malformed');
  }
  yield;
  if (!isObject(file) || own(file, 'format') !== FORMAT) return refuse('not-ours');
  const version = own(file, 'version');
  if (!Number.isInteger(version) || Number(version) < 1) return refuse('malformed', { what: 'version' });
  if (Number(version) > VERSION) return refuse('newer');

  const from = own(file, 'course');
  const id = isObject(from) ? own(from, 'id') : undefined;
  if (!isObject(from) || typeof id !== 'string') return refuse('malformed', { what: 'course' });
  if (id !== course.id) {
    const title = own(from, 'title');
    const theirs = typeof title === 'string' && title.trim() !== '' ? title : id;
    return refuse('other-course', { theirs: theirs.slice(0, 200), ours: course.title });
  }
  const exported = own(file, 'exported');
  if (!isTime(exported)) return refuse('malformed', { what: 'exported' });
  const answers = own(file, 'answers');
  if (!Array.isArray(answers)) return refuse('malformed', { what: 'answers' });
  if (answers.length > MAX_FIELDS) return refuse('too-big');
  return yield* works(answers, exported);
}

/**
 * @param {unknown[]} answers
 * @param {string} exported
 * @returns {Generator<void, Read | Refused, void>}
 */
function* works(answers, exported) {
  /** @type {Work[]} */
  const read = [];
  /** @type {Set<string>} */
  const known = new Set();
  let count = 0;
  for (const answer of answers) {
    if (!isObject(answer)) return refuse('malformed', { what: 'answers' });
    const [key, sheet, fields] = [own(answer, 'key'), own(answer, 'sheet'), own(answer, 'fields')];
    if (typeof key !== 'string' || !isKey(key)) return refuse('malformed', { what: 'key' });
    if (!isSheet(sheet) || !isObject(fields)) return refuse('malformed', { what: key });
    if (known.has(`${key}#${sheet}`)) return refuse('malformed', { what: key });
    known.add(`${key}#${sheet}`);
    const names = Object.keys(fields);
    if (count + names.length > MAX_FIELDS) return refuse('too-big');
    const work = { key, sheet, fields: noFields() };
    for (const name of names) {
      count += 1;
      if (count % BEAT === 0) yield;
      const entry = isField(name) ? entryOf(own(fields, name)) : undefined;
      if (!entry) return refuse('malformed', { what: `${key} ${name.slice(0, 60)}` });
      work.fields[name] = entry;
    }
    read.push(work);
  }
  return { ok: true, answers: read, exported };
}

/**
 * @param {Reason} reason
 * @param {Record<string, string>} [detail]
 * @returns {Refused}
 */
function refuse(reason, detail = {}) {
  return { ok: false, reason, detail };
}

/** @param {unknown} value @returns {value is object} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Does the text end before what it opened was closed?
 * @param {string} text
 */
function isCutOff(text) {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[^])*(?:"|$)|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token.length === 1 || !token.endsWith('"')) return true;
  }
  return depth > 0;
}
