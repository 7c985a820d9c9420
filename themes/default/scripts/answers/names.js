/**
 * The names of fields and values when they were last seen in the course. An author may drop or rename a field; what
 * was written in it is then still shown under the words that the learner knew.
 *
 * Pure.
 *
 * @typedef {import('./catalogue.js').Asked} Asked
 * @typedef {import('./record.js').Fields} Fields
 *
 * @typedef {object} Names  of one work
 * @property {string} title
 * @property {Record<string, string>} labels                   by field
 * @property {Record<string, Record<string, string>>} words    of chosen values, by field
 * @typedef {Record<string, Names>} AllNames  by key
 */

import { namesOf } from './catalogue.js';
import { isEmpty } from '../dom/values.js';
import { isField, isKey, isSpecial, own } from './record.js';

const LONGEST = 500; // characters of one label
const MOST = 20_000; // labels of one work

/**
 * What was stored or came from a file, with nothing in it but names.
 * @param {unknown} given
 * @returns {AllNames}
 */
export function allNamesIn(given) {
  /** @type {AllNames} */
  const all = Object.create(null);
  for (const [key, names] of entriesOf(given)) if (isKey(key)) all[key] = namesIn(names);
  return all;
}

/**
 * @param {unknown} given
 * @returns {Names}
 */
export function namesIn(given) {
  const part = (/** @type {string} */ name) =>
    typeof given === 'object' && given !== null ? own(given, name) : undefined;
  const title = part('title');
  const names = none(typeof title === 'string' ? title.slice(0, LONGEST) : '');
  for (const [field, label] of entriesOf(part('labels')).slice(0, MOST)) {
    if (isField(field) && typeof label === 'string') names.labels[field] = label.slice(0, LONGEST);
  }
  for (const [field, words] of entriesOf(part('words')).slice(0, MOST)) {
    if (isField(field)) names.words[field] = wordsIn(words);
  }
  return names;
}

/** @param {unknown} given @returns {Record<string, string>} */
function wordsIn(given) {
  const words = Object.create(null);
  for (const [value, text] of entriesOf(given).slice(0, MOST))
    if (typeof text === 'string') words[value] = text.slice(0, LONGEST);
  return words;
}

/** @param {unknown} given @returns {[string, unknown][]} */
const entriesOf = (given) =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];

/** @param {string} title @returns {Names} */
export const none = (title = '') => ({ title, labels: Object.create(null), words: Object.create(null) });

/**
 * What is known now: the course's own words first, for all that is answered.
 * @param {Names | undefined} known
 * @param {Asked | undefined} asked
 * @param {Fields} fields
 * @returns {Names}
 */
export function learned(known, asked, fields) {
  const names = none(asked?.title ?? known?.title ?? '');
  Object.assign(names.labels, known?.labels);
  Object.assign(names.words, known?.words);
  const named = asked ? namesOf(asked) : () => undefined;
  for (const field of Object.keys(fields)) {
    const { value, others = [] } = fields[field];
    const name = isSpecial(field) || (isEmpty(value) && others.length === 0) ? undefined : named(field);
    if (!name) continue;
    names.labels[field] = name.label.slice(0, LONGEST);
    const words = Object.assign(Object.create(null), names.words[field]);
    for (const one of [value, ...others.map((other) => other.value)].flat()) {
      if (name.options && Object.hasOwn(name.options, one)) words[one] = name.options[one].slice(0, LONGEST);
    }
    if (Object.keys(words).length > 0) names.words[field] = words;
  }
  return names;
}

/**
 * One work's names with those of a file, which say only what is not known here.
 * @param {Names | undefined} known
 * @param {Names} theirs
 * @returns {Names}
 */
export function joinedNames(known, theirs) {
  const names = none(known?.title || theirs.title);
  Object.assign(names.labels, theirs.labels, known?.labels);
  for (const field of new Set([...Object.keys(theirs.words), ...Object.keys(known?.words ?? {})])) {
    names.words[field] = Object.assign(Object.create(null), theirs.words[field], known?.words[field]);
  }
  return names;
}

/**
 * The same of all works, as a storage takes it.
 * @param {unknown} known
 * @param {unknown} theirs
 * @returns {unknown}
 */
export function joinedNotes(known, theirs) {
  const all = allNamesIn(known);
  for (const [key, names] of Object.entries(allNamesIn(theirs))) all[key] = joinedNames(all[key], names);
  return plain(all);
}

/** As a storage takes it. @param {AllNames} all @returns {unknown} */
export const plain = (all) => JSON.parse(JSON.stringify(all));

/** @param {Names | undefined} a @param {Names} b */
export const sameNames = (a, b) => a !== undefined && JSON.stringify(a) === JSON.stringify(b);
