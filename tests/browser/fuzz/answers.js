/**
 * Answer files that were damaged or made to harm: none may throw, none may change what is here, none may reach a
 * prototype, and what is taken for an answer file must be one that can be merged, written, read and shown.
 */

import assert from 'node:assert/strict';
import { toMarkdown, toText } from '../../../themes/default/scripts/answers/markdown.js';
import { ordering, outlining } from '../../../themes/default/scripts/answers/outline.js';
import { findPersonal } from '../../../themes/default/scripts/answers/personal.js';
import { entryOf, isField, isKey, isSheet } from '../../../themes/default/scripts/answers/record.js';
import { AT, COURSE, anyWorks, byAddress, finish, merge, parse, pick, random, serialise } from '../lib/answers.js';

const REASONS = new Set(['not-json', 'not-ours', 'newer', 'other-course', 'truncated', 'too-big', 'malformed']);
const NASTY = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  '__proto__',
  [],
  {},
  [[]],
  { __proto__: null },
  'constructor',
  '\u0000',
  '\ud800',
  'x'.repeat(5000),
  [1],
  [null],
  { length: 1e9 },
];
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toJSON',
  'value',
  'rev',
  'at',
  'others',
  'key',
  'sheet',
  'fields',
  'answers',
  'length',
  '@looked',
  '',
];
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  '"__proto__":',
  '1e999',
  '\u0000',
  '\ufeff',
  '<script>',
  '\\ud800',
  'null',
  '-',
  '\u2028',
  '\\u005f_proto__',
  '"rev":1099511627776',
];
const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Map.prototype].map((one) => ({
  one,
  names: Object.getOwnPropertyNames(one).join(),
}));

const CATALOGUE = {
  ...COURSE,
  language: 'ja',
  groups: [{ title: '出会い', url: 'a/index.html' }],
  works: [
    {
      key: 'exercise/choose-the-room',
      kind: 'choice',
      title: '席',
      url: 'a/b/index.html',
      group: 0,
      fields: [
        { id: 'q1', label: '席', options: { はい: '窓', constructor: 'x' } },
        { id: 'people', label: '人', columns: [{ id: 'age', label: '年' }] },
        { id: 'present', label: '同席', many: true },
      ],
    },
  ],
};
const PHRASES = {
  title: '答え',
  about: '',
  sheet: () => '枚',
  work: (/** @type {{ title: string }} */ { title }) => title,
  value: (/** @type {string} */ text) => text,
  sign: (/** @type {string} */ _, /** @type {Record<string, string>} */ args) =>
    `● ${args.label ?? ''}${args.text ?? ''}`,
  draft: '草',
  other: '別',
  lost: '失',
};

/** Bytes changed, dropped, doubled, put in, or taken from another file. @param {string} text @param {string} other @param {() => number} next */
function bytewise(text, other, next) {
  let damaged = text;
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    const at = Math.floor(next() * damaged.length);
    const from = Math.floor(next() * other.length);
    const length = Math.floor(next() * 40);
    const how = next();
    if (how < 0.2) damaged = damaged.slice(0, at) + damaged.slice(at + length);
    else if (how < 0.45) damaged = damaged.slice(0, at) + pick(next, PIECES) + damaged.slice(at);
    else if (how < 0.55) damaged = damaged.slice(0, at + length) + damaged.slice(at);
    else if (how < 0.75)
      damaged = damaged.slice(0, at) + String.fromCharCode(Math.floor(next() * 65536)) + damaged.slice(at + 1);
    else if (how < 0.95) damaged = damaged.slice(0, at) + other.slice(from, from + length) + damaged.slice(at);
    else damaged = damaged.slice(0, at);
  }
  return damaged;
}

/** A part of the tree replaced, renamed, dropped, given something more. @param {any} tree @param {() => number} next */
function structurally(tree, next) {
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    let part = tree;
    for (;;) {
      const names = Object.keys(part);
      const name = names[Math.floor(next() * names.length)];
      if (name === undefined || next() < 0.25 || typeof part[name] !== 'object' || part[name] === null) {
        const how = next();
        if (name !== undefined && how < 0.5) part[name] = structuredClone(pick(next, NASTY));
        else if (name !== undefined && how < 0.65) delete part[name];
        else define(part, pick(next, NAMES), how < 0.85 ? structuredClone(pick(next, NASTY)) : { polluted: 'yes' });
        break;
      }
      part = part[name];
    }
  }
  return JSON.stringify(tree) ?? '';
}

/** As JSON does: also "__proto__" becomes a property. @param {object} object @param {string} name @param {unknown} value */
function define(object, name, value) {
  if (Array.isArray(object) && name === 'length') return;
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The tree of a text that holds one. @param {string} text @returns {object | undefined} */
function treeOf(text) {
  try {
    const tree = JSON.parse(text);
    return typeof tree === 'object' && tree !== null ? tree : undefined;
  } catch {
    return undefined;
  }
}

/** What was taken is what answers are, and goes every way that answers go. @param {Extract<ReturnType<typeof parse>, { ok: true }>} read @param {ReturnType<typeof byAddress>} mine */
function taken(read, mine) {
  for (const { key, sheet, fields } of read.answers) {
    assert.ok(isKey(key) && isSheet(sheet));
    assert.equal(Object.getPrototypeOf(fields), null);
    for (const field of Object.keys(fields)) {
      assert.ok(isField(field));
      assert.deepEqual(entryOf(fields[field]), fields[field]);
    }
  }
  const merged = merge(mine, byAddress(read.answers));
  for (const { entry } of merged.take) assert.deepEqual(entryOf(entry), entry);
  const again = parse(serialise(COURSE, read.answers, read.exported), { course: COURSE });
  assert.ok(again.ok, 'what was taken can be written and read');
  const outline = finish(outlining(CATALOGUE, finish(ordering(CATALOGUE, read.answers))));
  findPersonal(toMarkdown(outline, PHRASES) + toText(outline, PHRASES));
}

export const counts = { taken: 0, refused: 0 };

/** @type {import('./guided.js').Target<string>} */
export const answers = {
  isOurs: (url) => url.includes('/themes/default/scripts/answers/'),
  seeds: Array.from({ length: 40 }, (_, n) => serialise(COURSE, anyWorks(random(n)), AT)),
  mutate: (text, other, next) => {
    const tree = next() < 0.5 ? treeOf(text) : undefined;
    const damaged = tree ? structurally(tree, next) : bytewise(text, other, next);
    return damaged.slice(0, 40_000);
  },
  run: (text, next) => {
    const mine = byAddress(anyWorks(next));
    const before = JSON.stringify([...mine]);
    const read = parse(text, { course: COURSE });
    if (read.ok) taken(read, mine);
    else assert.ok(REASONS.has(read.reason));
    counts[read.ok ? 'taken' : 'refused'] += 1;
    assert.equal(JSON.stringify([...mine]), before, 'what is here was changed');
    assert.equal(Reflect.get({}, 'polluted'), undefined, 'a prototype was reached');
    for (const { one, names } of PROTOTYPES) assert.equal(Object.getOwnPropertyNames(one).join(), names);
  },
};
