/** What an answer is, and what happens when it is written. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  MAX_OTHERS,
  MAX_REV,
  MAX_VALUE,
  addressOf,
  aside,
  entryOf,
  equal,
  isField,
  isKey,
  parseAddress,
  storedEntryOf,
  write,
} from '../../../themes/default/scripts/answers/record.js';
import { isEmpty } from '../../../themes/default/scripts/dom/values.js';
import { AT, anyEntry, entry, random } from '../lib/answers.js';

const LATER = '2026-11-21T00:00:00.000Z';

test('an address leads back to its parts', () => {
  for (const [key, sheet, field] of /** @type {[string, number, string][]} */ ([
    ['exercise/a', 1, 'q1'],
    ['worksheet/plan/2', 12, 'people.2.age'],
    ['exercise/a', 9999, 'card.b/c'],
    ['exercise/x', 3, '@looked'],
  ]))
    assert.deepEqual(parseAddress(addressOf(key, sheet, field)), { key, sheet, field });
});

test('what is no address has no parts', () => {
  for (const address of [
    '',
    'exercise/a',
    'exercise/a#1',
    'exercise/a#0/q',
    'exercise/a#01/q',
    'exercise/a#10000/q',
    'exercise/a#1.5/q',
    'exercise/a#-1/q',
    'exercise/a#1/',
    'exercise/A#1/q',
    'exercise/a#1/__proto__',
    'exercise/a#1/q q',
    'page/a#1/q',
    'exercise/a/b/c#1/q',
    `exercise/${'a'.repeat(500)}#1/q`,
    'exercise/a#1/q#1/q',
  ])
    assert.equal(parseAddress(address), undefined, address);
});

test('names that could reach a prototype are no names', () => {
  assert.equal(isField('__proto__'), false);
  assert.equal(isKey('__proto__'), false);
  assert.equal(isKey('exercise/__proto__'), false);
  assert.ok(isField('constructor'), 'a field may be called so: its objects have no prototype');
});

test('a list says the same in any order', () => {
  assert.ok(equal(['a', 'b'], ['b', 'a']));
  assert.ok(!equal(['a'], ['a', 'b']));
  assert.ok(!equal(['a'], 'a'));
  assert.ok(!equal([], ''));
  assert.ok(isEmpty([]) && isEmpty(' \n') && !isEmpty('0'));
});

describe('what is stored is an answer only if it looks like one', () => {
  test('a sound one is taken, without what does not belong', () => {
    assert.deepEqual(entryOf({ ...entry('a'), extra: 1 }), entry('a'));
    assert.deepEqual(
      entryOf(entry('a', 2, { others: [{ value: 'b', at: AT }] })),
      entry('a', 2, { others: [{ value: 'b', at: AT }] }),
    );
  });
  for (const [what, stored] of /** @type {[string, unknown][]} */ ([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'a'],
    ['a list', []],
    ['no value', { rev: 1, at: AT }],
    ['a number', { ...entry('a'), value: 7 }],
    ['a list of numbers', { ...entry('a'), value: [7] }],
    ['twice ticked', entry(['a', 'a'])],
    ['a huge text', entry('a'.repeat(MAX_VALUE + 1))],
    ['rev 0', entry('a', 0)],
    ['rev 1.5', entry('a', 1.5)],
    ['rev 1e308', entry('a', 1e308)],
    ['rev NaN', entry('a', NaN)],
    ['rev as text', { ...entry('a'), rev: '1' }],
    ['no day', { ...entry('a'), at: 'yesterday' }],
    ['an impossible day', { ...entry('a'), at: '2026-13-45T00:00:00Z' }],
    ['others no list', { ...entry('a'), others: {} }],
    [
      'too many others',
      entry('a', 1, { others: Array.from({ length: MAX_OTHERS + 1 }, () => ({ value: 'b', at: AT })) }),
    ],
    ['value of the prototype', Object.create(entry('a'))],
  ]))
    test(what, () => assert.equal(entryOf(stored), undefined));
});

describe('writing', () => {
  test('the first time', () => {
    assert.deepEqual(write(undefined, { value: 'a', at: AT, seen: 0 }), { entry: entry('a') });
  });
  test('over what was seen', () => {
    assert.deepEqual(write(entry('a', 3), { value: 'b', at: LATER, seen: 3 }), {
      entry: { value: 'b', rev: 4, at: LATER },
    });
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

test('more texts than a file can have are joined, the oldest first, and none is lost', () => {
  const texts = Array.from({ length: 250 }, (_, i) => ({
    value: `t${i}`,
    at: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
  }));
  const ticked = { value: ['a', 'b'], at: AT };
  const now = texts.reduce((before, text) => aside(before, [text]), aside(entry('now'), [ticked]));
  assert.equal(now.others?.length, MAX_OTHERS);
  const kept = now.others?.flatMap(({ value }) => (typeof value === 'string' ? value.split('\n――――\n') : []));
  for (const { value } of texts) assert.ok(kept?.includes(value), value);
  assert.ok(now.others?.some(({ value }) => String(value).includes('a\nb') || String(value) === 'a,b'));
  assert.deepEqual(entryOf(now), now, 'a file can bring all of it');
  assert.deepEqual(aside(now, texts), now, 'what is among the joined is there already');
});

test('each text is put aside once, nothing empty, nothing that is current, up to a limit', () => {
  const others = Array.from({ length: 300 }, (_, i) => ({ value: `t${i % 150}`, at: AT }));
  const now = aside(entry('t1'), [...others, { value: ' ', at: AT }, { value: [], at: AT }]);
  assert.equal(now.others?.length, MAX_OTHERS);
  assert.ok(!now.others?.some(({ value }) => value === 't1' || value === ' '));
});

describe('one’s own text is never dropped on reading', () => {
  test('whatever is written over whatever was stored can be read, and the next write counts on', () => {
    const next = random(11);
    for (const rev of [1, 7, MAX_REV - 1, MAX_REV, MAX_REV + 1, 2 ** 52, Number.MAX_SAFE_INTEGER, 1e300, Infinity]) {
      for (let times = 0; times < 30; times++) {
        const stored = storedEntryOf({ ...anyEntry(next), rev });
        assert.ok(stored);
        const { entry: now } = write(stored, { value: 'いま書いた', at: LATER, seen: stored.rev });
        const read = storedEntryOf(structuredClone(now));
        assert.equal(read?.value, 'いま書いた');
        assert.ok(storedEntryOf(write(read, { value: '次', at: LATER, seen: read.rev }).entry)?.value === '次');
      }
    }
  });
  for (const [what, stored] of /** @type {[string, unknown][]} */ ([
    ['a revision that is no number', { value: '文', rev: 'many', at: AT }],
    ['no revision', { value: '文', at: AT }],
    ['a time beyond the calendar', { value: '文', rev: 1, at: '+010000-01-01T00:00:00.000Z' }],
    ['a text beyond the bound of a file', { value: `文${'あ'.repeat(MAX_VALUE)}`, rev: 1, at: AT }],
    ['alternatives that are none', { value: '文', rev: 1, at: AT, others: { length: 3 } }],
    ['one alternative that is none', { value: '文', rev: 1, at: AT, others: [7, { value: 'もう一つ', at: 0 }] }],
  ])) {
    test(what, () => {
      const read = storedEntryOf(stored);
      assert.match(String(read?.value), /^文/);
      assert.deepEqual(storedEntryOf(structuredClone(read)), read);
    });
  }
  test('an alternative is kept beside it', () => {
    assert.deepEqual(
      storedEntryOf({ value: '文', others: [7, { value: 'もう一つ' }] })?.others?.map(({ value }) => value),
      ['もう一つ'],
    );
  });
  test('where there is no text, there is no answer', () => {
    for (const stored of [null, 7, 'text', {}, { value: 7 }, { value: null }, Object.create({ value: 'x' })])
      assert.equal(storedEntryOf(stored), undefined);
  });
});
