/**
 * Values of answers, without a page: strings and lists of strings, equal or not, empty or not, current or conflicting.
 * Pure; nothing here may know of elements or of the store.
 *
 * @typedef {string | string[]} Value  a list is what was ticked in a group of checkboxes; its order means nothing
 * @typedef {ReadonlyMap<string, Value>} Values  by the name of the field
 */

import { normalise } from './normalise.js';

/**
 * @param {Value | undefined} value
 */
export function isEmpty(value) {
  return value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}

/**
 * The same answer? An answer that was never given equals one that was emptied.
 * @param {Value | undefined} a
 * @param {Value | undefined} b
 */
export function same(a, b) {
  if (isEmpty(a) && isEmpty(b)) return !(typeof a === 'string' && typeof b === 'string') || a === b;
  if (typeof a === 'string' || typeof b === 'string' || !a || !b) return a === b;
  return a.length === b.length && a.every((item) => b.includes(item));
}

/**
 * What to do with a value that another tab wrote.
 * `later`: the learner is at it; saving will show whether the two differ.
 * @param {{ dirty: boolean, composing: boolean, saving: boolean, shown: Value, incoming: Value }} at
 * @returns {'nothing' | 'take' | 'later'}
 */
export function incoming({ dirty, composing, saving, shown, incoming: value }) {
  if (composing || dirty || saving) return 'later';
  return same(shown, value) ? 'nothing' : 'take';
}

/**
 * Joins two texts that were written at the same time, one below the other.
 * @param {string} first
 * @param {string} second
 */
export function joined(first, second) {
  if (first.trim() === '' || second.includes(first)) return second;
  if (second.trim() === '' || first.includes(second)) return first;
  return `${first.trimEnd()}\n${second}`;
}

/**
 * Is the second answer in the first, as it is or as a part of its text?
 * @param {Value} value
 * @param {Value} part
 */
export function holds(value, part) {
  return same(value, part) || (typeof value === 'string' && typeof part === 'string' && value.includes(part));
}

/**
 * Whether an answer is one of the correct ones. A list of choices is compared as a set; a text in its one spelling
 * (`normalise`): case, width, kana, spaces around it, ・, and which dash or hyphen was typed make no difference.
 * @param {Value} value
 * @param {string} settled  separated by "|"; ids by a space as well
 * @param {boolean} text  a text that was written, not a choice
 */
export function settles(value, settled, text) {
  const accepted = settled.split(text ? '|' : /[|\s]+/).filter((item) => item.trim() !== '');
  if (typeof value !== 'string')
    return value.length === accepted.length && value.every((item) => accepted.includes(item));
  return text ? accepted.some((item) => normalise(item) === normalise(value)) : accepted.includes(value);
}
