/**
 * Answers for tests: by hand, and at random from a seed that is printed.
 *
 * @typedef {import('../../../themes/default/scripts/answers/record.js').Entry} Entry
 * @typedef {import('../../../themes/default/scripts/answers/record.js').Value} Value
 * @typedef {import('../../../themes/default/scripts/answers/record.js').Answered} Answered
 */

import { reading, writing } from '../../../themes/default/scripts/answers/file.js';
import { merging } from '../../../themes/default/scripts/answers/merging.js';
import { gathering } from '../../../themes/default/scripts/answers/works.js';

export const COURSE = { id: 'basic', title: '見立ての基礎', revision: 3 };
export const AT = '2026-11-20T01:02:03.000Z';

/**
 * @param {Value} value
 * @param {number} [rev]
 * @param {Partial<Entry>} [more]
 * @returns {Entry}
 */
export function entry(value, rev = 1, more = {}) {
  return { value, rev, at: AT, ...more };
}

/**
 * The text of an answer file.
 * @param {{ id: string, title: string, revision: number }} course
 * @param {{ key: string, sheet: number, fields: Record<string, unknown> }[]} answers
 * @param {object} [more]
 */
export const answerFile = ({ id, title, revision }, answers, more = {}) =>
  JSON.stringify({
    format: 'mitate-answers',
    version: 1,
    course: { id, title, revision },
    exported: AT,
    answers,
    ...more,
  });

/**
 * @param {string} key
 * @param {number} sheet
 * @param {Record<string, Entry>} fields
 * @returns {Answered}
 */
export function work(key, sheet, fields) {
  return { key, sheet, fields: Object.assign(Object.create(null), fields) };
}

/**
 * Numbers below 1 that are the same for the same seed (mulberry32).
 * @param {number} seed
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TEXTS = [
  '',
  ' ',
  'はい',
  '家族の言葉',
  '一行目\n二行目\r\n三行目',
  '<script>alert(1)</script>',
  '__proto__',
  '"}]',
  '\\u0000',
  '\u2028',
  '\ud800',
  '𠮷野',
  '👩‍👩‍👧',
  '# 見出し',
  '- [x] `code`',
];
const KEYS = ['exercise/choose-the-room', 'exercise/old-one', 'worksheet/journal', 'worksheet/plan/2'];
const FIELDS = [
  'q1',
  'q2',
  'people.2.age',
  'people.10.age',
  'present.1',
  '@looked',
  'constructor',
  'card.a-1',
  'tostring',
  '7',
  'card.b/c',
  'step.1',
  'step.2',
  'place.a',
];

/**
 * @template T
 * @param {() => number} next
 * @param {T[]} list
 */
export function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}

/** @param {() => number} next @returns {Entry} */
export function anyEntry(next) {
  const value = next() < 0.2 ? TEXTS.filter(() => next() < 0.2) : pick(next, TEXTS);
  const at = new Date(Date.UTC(2026, 10, 1 + Math.floor(next() * 20), 1, 2, 3)).toISOString();
  const others = next() < 0.2 ? [{ value: `もとの文${Math.floor(next() * 3)}`, at }] : undefined;
  return { value, rev: 1 + Math.floor(next() * 4), at, ...(others && { others }) };
}

/** @param {() => number} next @returns {Answered[]} */
export function anyWorks(next) {
  const works = [];
  for (const key of KEYS) {
    for (let sheet = 1; sheet <= 3; sheet++) {
      if (next() < 0.5) continue;
      const one = work(key, sheet, {});
      for (const field of FIELDS) if (next() < 0.5) one.fields[field] = anyEntry(next);
      works.push(one);
    }
  }
  return works;
}

/** @param {Answered[]} works @returns {Map<string, Entry>} by address */
export function byAddress(works) {
  return new Map(
    works.flatMap(({ key, sheet, fields }) =>
      Object.keys(fields).map((field) => /** @type {[string, Entry]} */ ([`${key}#${sheet}/${field}`, fields[field]])),
    ),
  );
}

/**
 * Runs a generator to its end.
 * @template T
 * @param {Generator<unknown, T, void>} steps
 * @returns {T}
 */
export function finish(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** @param {Parameters<typeof writing>} args */
export const serialise = (...args) => finish(writing(...args)).join('');

/** @param {Parameters<typeof reading>} args */
export const parse = (...args) => finish(reading(...args));

/** @param {Map<string, Entry>} mine @param {Map<string, Entry>} theirs  by address */
export const merge = (mine, theirs) => finish(merging(finish(gathering(mine)), finish(gathering(theirs))));
