/**
 * Answer files that were damaged or made to harm, at random: none may throw, none may change what is here, none may
 * reach a prototype, and what is taken for an answer file must be one.
 *
 * MITATE_FUZZ_SEED repeats a run, MITATE_FUZZ_FILES lengthens it. A failure says its seed.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenAttempt } from '../../../themes/default/scripts/answers/attempts.js';
import { entryOf, isField, isKey, isSheet, placeOf } from '../../../themes/default/scripts/answers/record.js';
import { AT, COURSE, anyWorks, byAddress, merge, parse, pick, random, serialise } from '../lib/answers.js';

const FILES = Number(process.env.MITATE_FUZZ_FILES ?? 3000);
const first = Number(process.env.MITATE_FUZZ_SEED ?? 1);

const REASONS = new Set(['not-json', 'not-ours', 'newer', 'other-course', 'truncated', 'too-big', 'malformed']);
const NASTY = [
  null, true, 0, -1, 1e308, 2 ** 53, '', '__proto__', [], {}, [[]], { __proto__: null }, 'constructor', '\u0000', '\ud800', 'x'.repeat(5000), [1], [null], { length: 1e9 },
];
const NAMES = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'value', 'rev', 'at', 'others', 'key', 'sheet', 'fields', 'answers', 'length', '@looked', ''];
const PIECES = ['{', '}', '[', ']', '"', '\\', ',', ':', '"__proto__":', '1e999', '\u0000', '\ufeff', '<script>', '\\ud800', 'null', '-', '\u2028'];

/** Bytes changed, dropped, doubled, put in. @param {string} text @param {() => number} next */
function bytewise(text, next) {
  let damaged = text;
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    const at = Math.floor(next() * damaged.length);
    const length = Math.floor(next() * 40);
    const how = next();
    if (how < 0.25) damaged = damaged.slice(0, at) + damaged.slice(at + length);
    else if (how < 0.5) damaged = damaged.slice(0, at) + pick(next, PIECES) + damaged.slice(at);
    else if (how < 0.65) damaged = damaged.slice(0, at + length) + damaged.slice(at);
    else if (how < 0.9) damaged = damaged.slice(0, at) + String.fromCharCode(Math.floor(next() * 65536)) + damaged.slice(at + 1);
    else damaged = damaged.slice(0, at);
  }
  return damaged;
}

/** A part of the tree replaced, renamed, dropped, given something more. @param {string} text @param {() => number} next */
function structurally(text, next) {
  const tree = JSON.parse(text);
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

test(`damaged files, from seed ${first} on`, () => {
  const counts = { files: 0, taken: 0, refused: 0 };
  const prototypes = [Object.prototype, Array.prototype, String.prototype, Map.prototype].map((one) => [one, Object.getOwnPropertyNames(one).join()]);
  for (let seed = first; seed < first + FILES; seed++) {
    const next = random(seed);
    const text = serialise(COURSE, anyWorks(next), AT);
    const file = next() < 0.5 ? bytewise(text, next) : structurally(text, next);
    const mine = byAddress(anyWorks(next));
    const before = JSON.stringify([...mine]);
    try {
      const read = parse(file, { course: COURSE });
      counts.files += 1;
      if (read.ok) {
        counts.taken += 1;
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
        for (const clash of merged.attempts) {
          for (const choice of /** @type {const} */ (['mine', 'theirs', 'both'])) {
            for (const { address, entry } of chosenAttempt(clash, choice, 9000)) assert.ok(placeOf(address) && entryOf(entry), `${choice} ${address}`);
          }
        }
        const again = parse(serialise(COURSE, read.answers, read.exported), { course: COURSE });
        assert.ok(again.ok, 'what was taken can be written and read');
      } else {
        counts.refused += 1;
        assert.ok(REASONS.has(read.reason));
      }
      assert.equal(JSON.stringify([...mine]), before, 'what is here was changed');
      assert.equal(Reflect.get({}, 'polluted'), undefined, 'a prototype was reached');
      for (const [prototype, names] of prototypes) assert.equal(Object.getOwnPropertyNames(prototype).join(), names);
    } catch (error) {
      throw new Error(`seed ${seed} (MITATE_FUZZ_SEED=${seed})`, { cause: error });
    }
  }
  console.log(`${counts.files} files, ${counts.taken} taken, ${counts.refused} refused`);
  assert.ok(counts.taken > 0 && counts.refused > 0, 'both ways were tried');
});
