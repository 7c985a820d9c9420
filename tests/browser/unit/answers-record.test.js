/** What an answer is, and what happens when it is written. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAX_OTHERS, MAX_VALUE, addressOf, aside, entryOf, isEmpty, isField, isKey, placeOf, same, write } from '../../../themes/default/scripts/answers/record.js';
import { AT, entry } from '../lib/answers.js';

const LATER = '2026-11-21T00:00:00.000Z';

test('an address leads back to its parts', () => {
  for (const [key, sheet, field] of /** @type {[string, number, string][]} */ ([
    ['exercise/a', 1, 'q1'], ['worksheet/plan/2', 12, 'people.2.age'], ['exercise/a', 1000, 'card.b/c'], ['exercise/x', 3, '@looked'],
  ])) assert.deepEqual(placeOf(addressOf(key, sheet, field)), { key, sheet, field });
});

test('what is no address has no parts', () => {
  for (const address of [
    '', 'exercise/a', 'exercise/a#1', 'exercise/a#0/q', 'exercise/a#01/q', 'exercise/a#1001/q', 'exercise/a#1.5/q', 'exercise/a#-1/q', 'exercise/a#1/', 'exercise/A#1/q',
    'exercise/a#1/__proto__', 'exercise/a#1/q q', 'page/a#1/q', 'exercise/a/b/c#1/q', `exercise/${'a'.repeat(500)}#1/q`, 'exercise/a#1/q#1/q',
  ]) assert.equal(placeOf(address), undefined, address);
});

test('names that could reach a prototype are no names', () => {
  assert.equal(isField('__proto__'), false);
  assert.equal(isKey('__proto__'), false);
  assert.equal(isKey('exercise/__proto__'), false);
  assert.ok(isField('constructor'), 'a field may be called so: its objects have no prototype');
});

test('a list says the same in any order', () => {
  assert.ok(same(['a', 'b'], ['b', 'a']));
  assert.ok(!same(['a'], ['a', 'b']));
  assert.ok(!same(['a'], 'a'));
  assert.ok(!same([], ''));
  assert.ok(isEmpty([]) && isEmpty(' \n') && !isEmpty('0'));
});

describe('what is stored is an answer only if it looks like one', () => {
  test('a sound one is taken, without what does not belong', () => {
    assert.deepEqual(entryOf({ ...entry('a'), extra: 1 }), entry('a'));
    assert.deepEqual(entryOf(entry('a', 2, { others: [{ value: 'b', at: AT }] })), entry('a', 2, { others: [{ value: 'b', at: AT }] }));
  });
  for (const [what, stored] of /** @type {[string, unknown][]} */ ([
    ['nothing', undefined], ['null', null], ['a text', 'a'], ['a list', []], ['no value', { rev: 1, at: AT }],
    ['a number', { ...entry('a'), value: 7 }], ['a list of numbers', { ...entry('a'), value: [7] }], ['twice ticked', entry(['a', 'a'])],
    ['a huge text', entry('a'.repeat(MAX_VALUE + 1))], ['rev 0', entry('a', 0)], ['rev 1.5', entry('a', 1.5)], ['rev 1e308', entry('a', 1e308)],
    ['rev NaN', entry('a', NaN)], ['rev as text', { ...entry('a'), rev: '1' }], ['no day', { ...entry('a'), at: 'yesterday' }],
    ['an impossible day', { ...entry('a'), at: '2026-13-45T00:00:00Z' }], ['others no list', { ...entry('a'), others: {} }],
    ['too many others', entry('a', 1, { others: Array.from({ length: MAX_OTHERS + 1 }, () => ({ value: 'b', at: AT })) })],
    ['value of the prototype', Object.create(entry('a'))],
  ])) test(what, () => assert.equal(entryOf(stored), undefined));
});

describe('writing', () => {
  test('the first time', () => {
    assert.deepEqual(write(undefined, { value: 'a', at: AT, seen: 0 }), { entry: entry('a') });
  });
  test('over what was seen', () => {
    assert.deepEqual(write(entry('a', 3), { value: 'b', at: LATER, seen: 3 }), { entry: { value: 'b', rev: 4, at: LATER } });
  });
  test('an emptied field stays, emptied, with a higher revision', () => {
    assert.deepEqual(write(entry('a', 3), { value: '', at: LATER, seen: 3 }).entry, { value: '', rev: 4, at: LATER });
  });
  test('the same again changes nothing, seen or not', () => {
    const stored = entry('a', 3);
    assert.equal(write(stored, { value: 'a', at: LATER, seen: 0 }).entry, stored);
  });
  test('over what was not seen: it stays in force, the new text is put aside', () => {
    const { entry: now, conflict } = write(entry('a', 3), { value: 'b', at: LATER, seen: 2 });
    assert.deepEqual(now, entry('a', 3, { others: [{ value: 'b', at: LATER }] }));
    assert.equal(conflict?.value, 'b');
  });
  test('over emptiness that was not seen there is nothing to lose', () => {
    assert.equal(write(entry('', 3), { value: 'b', at: LATER, seen: 2 }).entry.value, 'b');
  });
  test('emptying what was not seen leaves it', () => {
    const stored = entry('a', 3);
    assert.equal(write(stored, { value: '', at: LATER, seen: 2 }).entry, stored);
  });
  test('who writes on wins, and what is replaced is put aside; its own beginning is not kept', () => {
    const stored = entry('a', 3, { others: [{ value: 'b', at: AT }] });
    const { entry: now, conflict } = write(stored, { value: 'bc', at: LATER, seen: 3, insists: true });
    assert.deepEqual(now, { value: 'bc', rev: 4, at: LATER, others: [{ value: 'a', at: AT }] });
    assert.equal(conflict, undefined);
  });
});

test('put aside is each text once, nothing empty, nothing that stands in force, not without end', () => {
  const others = Array.from({ length: 300 }, (_, i) => ({ value: `t${i % 150}`, at: AT }));
  const now = aside(entry('t1'), [...others, { value: ' ', at: AT }, { value: [], at: AT }]);
  assert.equal(now.others?.length, MAX_OTHERS);
  assert.ok(!now.others?.some(({ value }) => value === 't1' || value === ' '));
});
