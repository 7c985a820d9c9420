/** Which name a word may have meant. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSpelling, meant, partLike } from '../../../themes/default/scripts/search/near.js';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';

/** @type {import('../../../themes/default/scripts/search/near.js').EntryNames[]} */
const NAMES = [
  [0, ['見立て', 'みたて', 'ケース・フォーミュレーション']],
  [1, ['バイステックの7原則', 'ばいすてっくのななげんそく']],
  [2, ['エンパワメント', 'えんぱわめんと']],
  [3, ['受容', 'じゅよう']],
];

test('a character may be written as it is read', () => {
  assert.ok(isSpelling('見たて', '見立て', 'みたて'));
  assert.ok(isSpelling('み立て', '見立て', 'みたて'));
  assert.ok(isSpelling('みたて', '見立て', 'みたて'));
  assert.ok(!isSpelling('見た', '見立て', 'みたて'));
  assert.ok(!isSpelling('見てた', '見立て', 'みたて'));
  assert.equal(meant('見たて', NAMES)?.name, '見立て');
});

test('one letter may be wrong, missing or too many', () => {
  for (const [word, name] of [
    ['バイステツク', 'バイステックの7原則'],
    ['エンパワーメント', 'エンパワメント'],
    ['エンパメント', 'エンパワメント'],
    ['ケースフォーミュレション', '見立て'],
  ]) {
    assert.equal(meant(normalise(word), NAMES)?.name, name, word);
  }
});

test('two wrong letters, or one in a short word, are another word', () => {
  assert.equal(meant(normalise('エンハワマント'), NAMES), undefined);
  assert.equal(meant('需要', NAMES), undefined);
  assert.equal(partLike('abcd', 'xyz'), undefined);
});
