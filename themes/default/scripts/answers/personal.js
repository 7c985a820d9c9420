/**
 * What looks like a living person's data in a text: a phone number, an email address, a postcode, a full date, a street
 * address, an account, a name. Practice sheets are no place for it; whoever calls says so, and the learner decides.
 *
 * The shapes are the locale's (`personal-data`), the same as in the generator's check of cases
 * (src/check/rules/personal_data.rs); tests/shared/personal.json holds both to it. A year X, an age or a month alone
 * identifies no one, and neither is a place whose name is a letter. Every repetition in a shape is bounded: a text of a
 * megabyte must not stop the page.
 *
 * @typedef {'phone' | 'mail' | 'postcode' | 'birth-date' | 'address' | 'number' | 'account' | 'name'} PersonalKind
 * @typedef {{ kind: PersonalKind, range: [start: number, end: number] }} Personal
 * @typedef {{ shapes?: [PersonalKind, string][], invented?: string | null, births?: string | null, names?: string | null }} PersonalRules
 * @typedef {{ labels?: string | null, roles?: string | null }} CalledRules
 */

import { rules } from '../dom/words.js';

/** The shapes of each set of rules, compiled once. @type {WeakMap<PersonalRules, [PersonalKind, RegExp][]>} */
const compiled = new WeakMap();

/** @param {PersonalRules} rules */
function patternsOf(rules) {
  const known = compiled.get(rules);
  if (known) return known;
  const patterns = (rules.shapes ?? []).map(
    ([kind, shape]) => /** @type {[PersonalKind, RegExp]} */ ([kind, new RegExp(shape, 'gu')]),
  );
  compiled.set(rules, patterns);
  return patterns;
}

const NUMBER = /[-0-9０-９]/;

/** The longest answer that may be a name, and what is between its words: the same as in src/locale/personal.rs. */
const LONGEST_NAME = 40;
const BETWEEN_WORDS = /[ 　\t\n\r、，,。・/／()（）「」+＋:：=＝]+/;

/**
 * In the order of the text. What one shape has taken is not taken again by another.
 * @param {string} text
 * @param {PersonalRules} [shapes]
 * @returns {Personal[]}
 */
export function findPersonal(text, shapes = rules('@personal')) {
  /** @type {Personal[]} */
  const found = [];
  for (const [kind, pattern] of patternsOf(shapes)) {
    // Both are in the order of the text.
    const taken = found.map(({ range }) => range).sort((a, b) => a[0] - b[0]);
    let next = 0;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      while (next < taken.length && taken[next][1] <= start) next += 1;
      const isTaken = next < taken.length && taken[next][0] < end;
      if (isTaken || (kind === 'address' ? isInvented(match[0], shapes) : isPartOfNumber(text, start, end))) continue;
      found.push({ kind, range: [start, end] });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/**
 * Do digits go on before or behind? Then it is part of another number.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function isPartOfNumber(text, start, end) {
  return NUMBER.test(text.charAt(start - 1)) || NUMBER.test(text.charAt(end));
}

/**
 * A市, 12 A Street: a letter is no real name.
 * @param {string} address
 * @param {PersonalRules} shapes
 */
function isInvented(address, { invented }) {
  return Boolean(invented) && new RegExp(String(invented), 'u').test(address);
}

/**
 * The same for what a learner wrote in a field. A date that a date field holds is the day of writing, unless the
 * label asks for a birthday; a moment is one that the page kept.
 * @param {string} text
 * @param {string} label
 * @param {PersonalRules} [shapes]
 */
export function findPersonalIn(text, label, shapes = rules('@personal')) {
  const asksForBirth = shapes.births && new RegExp(shapes.births, 'iu').test(label);
  if (/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(text) && !asksForBirth) return [];
  return findPersonal(text, shapes);
}

/**
 * Whether an answer to what a label asks, such as who someone is, may be a name: it is short, and has a word that is neither a role nor a
 * letter. tests/shared/called.json holds the generator to it, too.
 * @param {string} text
 * @param {string} label  in a table that of the column
 * @param {CalledRules} [shapes]  of the board alone: no other page carries them
 */
export function mayBeName(text, label, { labels, roles } = rules('@called')) {
  if (!labels || !roles || text.length > LONGEST_NAME || !new RegExp(labels, 'u').test(label.trim())) return false;
  const role = new RegExp(roles, 'u');
  return text.split(BETWEEN_WORDS).some((one) => one !== '' && !role.test(one));
}

/**
 * Whether a field with that label asks for a living person's name. `mitate collect` leaves out what is written into it, too;
 * tests/shared/name-labels.json holds both.
 * @param {string} label
 * @param {PersonalRules} [shapes]
 */
export const asksForName = (label, { names } = rules('@personal')) =>
  Boolean(names) && new RegExp(String(names), 'u').test(label.trim());
