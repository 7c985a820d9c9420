/** What counts as the same answer, what a settled answer accepts, and what happens to what another tab wrote. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, incoming, isEmpty, joined, same, settles } from '../../../themes/default/scripts/dom/values.js';

test('an answer of spaces is none', () => {
  for (const value of ['', '  \n　', []]) assert.ok(isEmpty(value), JSON.stringify(value));
  assert.ok(isEmpty(undefined));
  assert.ok(!isEmpty('あ'));
  assert.ok(!isEmpty(['a']));
});

test('lists are compared as sets, texts to the letter', () => {
  assert.ok(same(['a', 'b'], ['b', 'a']));
  assert.ok(!same(['a'], ['a', 'b']));
  assert.ok(same(undefined, []));
  assert.ok(same('', undefined));
  assert.ok(!same('a', 'a '));
  assert.ok(!same('', ' '), 'a space that was typed is a change');
});

test('a blank accepts its spellings in any width and case', () => {
  for (const written of ['家族', ' 家族　', '家庭']) assert.ok(settles(written, '家族|家庭', true), written);
  assert.ok(settles('ＱＯＬ', 'qol', true));
  assert.ok(settles('ﾗﾎﾟｰﾙ', 'ラポール', true));
  assert.ok(settles('care  plan', 'Care Plan', true));
  assert.ok(!settles('かぞく', '家族', true), 'readings are not spellings');
  assert.ok(settles('らぽーる', 'ラポール', true));
  assert.ok(settles('ケースフォーミュレーション', 'ケース・フォーミュレーション', true));
  assert.ok(settles('３−５', '3-5', true));
  assert.ok(!settles('', '家族|', true));
});

test('a spelling may hold a space; an id may not', () => {
  assert.ok(!settles('care', 'care plan', true));
  assert.ok(settles('b', 'a b', false));
  assert.ok(settles('b', 'a|b', false));
});

test('several ticks must all agree', () => {
  assert.ok(settles(['b', 'a'], 'a|b', false));
  assert.ok(!settles(['a'], 'a|b', false));
  assert.ok(!settles(['a', 'b', 'c'], 'a|b', false));
  assert.ok(settles([], '', false), 'nothing to tick, nothing ticked');
});

test('what another tab wrote never goes under the hand that writes', () => {
  const at = { dirty: false, composing: false, saving: false, shown: 'ここ', incoming: 'むこう' };
  assert.equal(incoming(at), 'take');
  assert.equal(incoming({ ...at, incoming: 'ここ' }), 'nothing');
  for (const busy of ['dirty', 'composing', 'saving']) assert.equal(incoming({ ...at, [busy]: true }), 'later', busy);
  assert.equal(
    incoming({ ...at, dirty: true, incoming: 'ここ' }),
    'later',
    'the store must be told that it was not taken',
  );
});

test('two texts joined lose nothing and repeat nothing', () => {
  assert.equal(joined('朝の文', '夜の文'), '朝の文\n夜の文');
  assert.equal(joined('朝', '朝の文'), '朝の文');
  assert.equal(joined('朝の文', '朝'), '朝の文');
  assert.equal(joined('', '夜'), '夜');
  assert.equal(joined('朝', ' '), '朝');
});

test('what a chosen text holds already need not be kept beside it', () => {
  assert.ok(holds('朝の文\n夜の文', '夜の文'));
  assert.ok(holds('朝', '朝'));
  assert.ok(!holds('朝', '夜'));
  assert.ok(holds(['a', 'b'], ['b', 'a']));
  assert.ok(!holds(['a', 'b'], ['a']), 'a choice is no part of another');
});
