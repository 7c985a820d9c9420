/** How a word is looked up. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grams, shardOf } from '../../../themes/default/scripts/search/grams.js';

test('a word is its pairs of neighbours, each once', () => {
  assert.deepEqual(grams('自己決定'), ['自己', '己決', '決定']);
  assert.deepEqual(grams('ここここ'), ['ここ']);
  assert.deepEqual(grams('5p'), ['5p']);
});

test('a single Han character is looked up alone, a single kana or letter is not', () => {
  assert.deepEqual(grams('場'), ['場']);
  assert.deepEqual(grams('々'), ['々']);
  assert.deepEqual(grams('あ'), []);
  assert.deepEqual(grams('a'), []);
});

test('punctuation is in no gram and parts no Han character from the index', () => {
  assert.deepEqual(grams('「自己」決定'), ['自己', '決定']);
  assert.deepEqual(grams('家・校'), ['家', '校']);
  assert.deepEqual(grams('・'), []);
});

test('a character beyond the basic plane is one character', () => {
  assert.deepEqual(grams('𠮷野'), ['𠮷野']);
  assert.deepEqual(grams('𠮷'), ['𠮷']);
});

test('the long vowel mark belongs to the word', () => {
  assert.deepEqual(grams('らぽーる'), ['らぽ', 'ぽー', 'ーる']);
});

test('the file of a gram is its FNV-1a', () => {
  const whole = 0x1_0000_0000;
  // The vectors published with the function.
  assert.equal(shardOf('', whole), 0x811c9dc5);
  assert.equal(shardOf('a', whole), 0xe40c292c);
  assert.equal(shardOf('foobar', whole), 0xbf9cf968);
  for (const gram of ['自己', '場', 'ーる']) assert.equal(shardOf(gram, 64), shardOf(gram, whole) % 64);
});

test('the signs of names such as C++ and Q&A are in grams', () => {
  assert.deepEqual(grams('c++'), ['c+', '++']);
  assert.deepEqual(grams('q&a'), ['q&', '&a']);
});
