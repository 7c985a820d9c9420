/**
 * The hypothesis log, read from answers by name: hypotheses, their revisions, the formulation sheet. Pure.
 *
 * @typedef {import('../../scripts/dom/values.js').Values} Values
 * @typedef {{ number: number, say: string, sure: string, why: string, at: string }} Revision
 * @typedef {object} Hypothesis
 * @property {number} n
 * @property {string} say
 * @property {string[]} for  the words of sentences
 * @property {string[]} against
 * @property {string} other
 * @property {string} missing
 * @property {string} sure
 * @property {string} next
 * @property {string} who
 * @property {string} when
 * @property {Record<string, string>} places  by view: `question`, `p`, `time`, `relation`
 * @property {Revision[]} revisions
 */

import { isEmpty } from '../../scripts/dom/values.js';
import { evidenceOf, listOf } from './evidence.js';

export const PLACES = ['question', 'p', 'time', 'relation'];
const TEXTS = ['say', 'other', 'missing', 'sure', 'next', 'who', 'when', 'why'];

/** @param {Values} values @param {string} name */
const text = (values, name) => {
  const value = values.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** @param {Values} values @param {number} n @returns {Hypothesis} */
export function hypothesisOf(values, n) {
  const words = (/** @type {string} */ side) =>
    listOf(values.get(`${side}.${n}`)).map((item) => evidenceOf(item).words);
  const of = (/** @type {string} */ field) => text(values, `${field}.${n}`);
  return {
    n,
    say: of('say'),
    for: words('for'),
    against: words('against'),
    other: of('other'),
    missing: of('missing'),
    sure: of('sure'),
    next: of('next'),
    who: of('who'),
    when: of('when'),
    places: Object.fromEntries(PLACES.map((place) => [place, of(place)])),
    revisions: revisionsOf(values, n),
  };
}

/** Whether anything is written on it. @param {Values} values @param {number} n */
export function isUsed(values, n) {
  return (
    [...TEXTS, ...PLACES, 'for', 'against'].some((field) => !isEmpty(values.get(`${field}.${n}`))) ||
    revisionsOf(values, n).length > 0
  );
}

/**
 * The earlier versions of the text, the oldest first.
 * @param {Values} values
 * @param {number} n
 * @returns {Revision[]}
 */
export function revisionsOf(values, n) {
  /** @type {Set<number>} */
  const numbers = new Set();
  for (const [name, value] of values) {
    const found = /^rev\.(\d+)\.(\d+)\./.exec(name);
    if (found && Number(found[1]) === n && !isEmpty(value)) numbers.add(Number(found[2]));
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const of = (/** @type {string} */ field) => text(values, `rev.${n}.${number}.${field}`);
      return { number, say: of('say'), sure: of('sure'), why: of('why'), at: of('at') };
    });
}

/** A confidence from 0 to 100, or undefined. @param {string} sure */
export function confidence(sure) {
  const number = sure === '' ? NaN : Number(sure);
  return number >= 0 && number <= 100 ? number : undefined;
}

/**
 * The course of the confidence, as points of a line in a box; versions without a confidence are left out.
 * @param {string[]} sures
 * @param {number} width
 * @param {number} height
 */
export function line(sures, width, height) {
  const step = width / Math.max(1, sures.length - 1);
  return sures.flatMap((sure, i) => {
    const value = confidence(sure);
    return value === undefined
      ? []
      : [{ x: Math.round(i * step), y: Math.round(height - (value / 100) * height), value }];
  });
}
