/** What of a text a result shows. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marks, passage as cut } from '../../../themes/default/scripts/search/passage.js';
import { rulesOf } from './locale.js';

const [ja, en] = [rulesOf('ja')['@search'], rulesOf('en')['@search']];
/** @param {string} original @param {string[]} wanted */
const passage = (original, wanted) => cut(original, wanted, ja);

/** @param {{ text: string, marks: [number, number][] }} passage */
const hits = ({ text, marks: ranges }) => ranges.map(([start, end]) => text.slice(start, end));

const filler = 'まえおきの文がつづきます。'.repeat(20);

test('the passage begins with the sentence of the hit and marks its own spelling', () => {
  const found = passage(`${filler}本人がﾗﾎﾟｰﾙを感じる。${filler}`, ['らぽーる']);
  assert.ok(found.text.startsWith('本人がﾗﾎﾟｰﾙを感じる。'), found.text);
  assert.deepEqual(hits(found), ['ﾗﾎﾟｰﾙ']);
});

test('a cut is shown where it is inside a sentence', () => {
  const found = passage(`${'長い'.repeat(100)}受容${'続き'.repeat(100)}`, ['受容']);
  assert.match(found.text, /^….*受容.*…$/);
  assert.ok(found.text.length < 140);
});

test('the passage with most of the words is chosen', () => {
  const found = passage(`受容。${filler}受容と自己決定。`, ['受容', '自己決定']);
  assert.deepEqual(hits(found), ['受容', '自己決定']);
});

test('a text without a hit is shown from its beginning', () => {
  const found = passage(filler, ['受容']);
  assert.ok(found.text.startsWith('まえおき'));
  assert.deepEqual(found.marks, []);
  assert.equal(found.hit, '');
});

test('the fragment takes the phrase, not what is beyond it', () => {
  assert.equal(passage('では、自己決定を支える、とは。', ['自己決定']).hit, '自己決定を支える');
});

test('a composed character is marked as a whole', () => {
  assert.deepEqual(marks('㌔', ['ろ']), [[0, 1]]);
  assert.deepEqual(marks('ｶﾞｽ', ['が']), [[0, 2]]);
});

test('words that overlap make one mark', () => {
  assert.deepEqual(marks('自己決定権', ['自己決定', '決定権']), [[0, 5]]);
});

test('no character is cut in two', () => {
  for (let n = 0; n < 4; n++) {
    const found = passage(`${'あ'.repeat(n)}${'𠮷'.repeat(120)}受容${'𠮷'.repeat(120)}`, ['受容']);
    assert.doesNotMatch(found.text, /(^|[^\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]([^\udc00-\udfff]|$)/);
  }
});

test('where blanks separate words, no word is cut, and the fragment is of whole words', () => {
  const text = `${'The two of them sit side by side and listen. '.repeat(8)}A careful formulation helps, e.g. here${' and there again'.repeat(20)}`;
  const found = cut(text, ['formul'], en);
  assert.ok(found.text.startsWith('A careful formulation helps, e.g. here'), found.text);
  assert.match(found.text, /\s(?:and|there|again)…$/);
  assert.equal(found.hit.split(' ')[0], 'formulation');
  for (let n = 0; n < 12; n++) {
    const shifted = cut(`${'x'.repeat(n)} ${'careful words '.repeat(30)}`, ['word'], en).text;
    for (const word of shifted.replaceAll('…', '').trim().split(' ')) assert.match(word, /^(?:x+|careful|words)$/);
  }
});
