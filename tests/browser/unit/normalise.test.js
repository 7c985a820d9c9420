/** The spelling that index and query share, and the way back from it to the original. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { locate, normalise } from '../../../themes/default/scripts/dom/normalise.js';

/** @type {[string, string][]} */
const table = JSON.parse(await readFile(new URL('../../shared/normalise.json', import.meta.url), 'utf8'));

test('every row of the table that the generator shares', () => {
  for (const [input, expected] of table) assert.equal(normalise(input), expected, JSON.stringify(input));
});

test('a second pass changes nothing', () => {
  for (const [input] of table) assert.equal(normalise(normalise(input)), normalise(input), JSON.stringify(input));
});

test('located text is the normalised text but for spaces', () => {
  for (const [input, expected] of table) {
    const { text, at } = locate(input);
    assert.equal(text.replace(/\p{White_Space}+/gu, ' ').trim(), expected, JSON.stringify(input));
    assert.equal(at.length, text.length + 1);
    assert.equal(at.at(-1), input.length);
  }
});

test('a place in the located text leads back to the original', () => {
  const original = 'ｹｰｽの㌔ｶﾞ';
  const { text, at } = locate(original);
  assert.equal(text, 'けーすのきろが');
  assert.equal(at[text.indexOf('す')], original.indexOf('ｽ'));
  assert.equal(at[text.indexOf('ろ')], original.indexOf('㌔'));
  assert.equal(at[text.indexOf('が')], original.indexOf('ｶ'));
});
