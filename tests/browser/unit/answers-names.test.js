/** What a field was called is kept for the day on which the course has it no more. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allNamesIn, joinedNames, learned, namesIn } from '../../../themes/default/scripts/answers/names.js';
import { ordering, outlining } from '../../../themes/default/scripts/answers/outline.js';
import { COURSE, entry, finish, parse, serialise, work } from '../lib/answers.js';

/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Catalogue} Catalogue */

/** @type {Catalogue} */
const before = {
  id: COURSE.id,
  title: COURSE.title,
  revision: 3,
  language: 'ja',
  groups: [{ title: '出会い', url: 'a' }],
  works: [
    {
      key: 'exercise/room',
      kind: 'choice',
      title: '席を選ぶ',
      url: 'a',
      group: 0,
      fields: [
        { id: 'seat', label: '席', options: { window: '窓の近く', door: '戸口' } },
        { id: 'why', label: '理由' },
      ],
    },
  ],
};
/** The author has dropped a field and a work. @type {Catalogue} */
const after = {
  ...before,
  works: [{ ...before.works[0], fields: [{ id: 'seat', label: 'すわる所', options: { door: '戸口の席' } }] }],
};
const answers = [work('exercise/room', 1, { seat: entry('window'), why: entry('明るい') })];

test('a dropped field and a dropped option are shown as they were called, a renamed one as it is called now', () => {
  const names = { 'exercise/room': learned(undefined, before.works[0], answers[0].fields) };
  const { groups, lost } = finish(outlining(after, answers, names));
  assert.deepEqual(
    groups[0].works[0].sheets[0].rows.map(({ label, text }) => [label, text]),
    [['すわる所', '窓の近く']],
  );
  assert.deepEqual(
    lost[0].sheets[0].rows.map(({ label, text }) => [label, text]),
    [['理由', '明るい']],
  );
  const gone = finish(outlining({ ...after, works: [] }, answers, names)).lost[0];
  assert.deepEqual(
    [gone.title, gone.sheets[0].rows.map(({ label, text }) => [label, text])],
    [
      '席を選ぶ',
      [
        ['席', '窓の近く'],
        ['理由', '明るい'],
      ],
    ],
  );
});

test('the file carries them to a browser that has never seen the field', () => {
  const text = serialise(COURSE, finish(ordering(before, answers)), '2026-11-20T01:02:03.000Z');
  const read = parse(text, { course: COURSE });
  assert.ok(read.ok);
  const { lost } = finish(outlining({ ...after, works: [] }, read.answers, read.names));
  assert.deepEqual(
    [lost[0].title, lost[0].sheets[0].rows.map(({ label, text: value }) => [label, value])],
    [
      '席を選ぶ',
      [
        ['席', '窓の近く'],
        ['理由', '明るい'],
      ],
    ],
  );
  assert.equal(
    serialise(COURSE, finish(ordering(undefined, read.answers, read.names)), read.exported),
    text,
    'and on from there',
  );
});

test('what is known here goes before what a file says', () => {
  const here = namesIn({ title: 'ここ', labels: { why: 'わけ' }, words: { seat: { a: '甲' } } });
  const joined = joinedNames(
    here,
    namesIn({ title: 'よそ', labels: { why: '理由', more: 'もっと' }, words: { seat: { a: '乙', b: '丙' } } }),
  );
  assert.deepEqual(JSON.parse(JSON.stringify(joined)), {
    title: 'ここ',
    labels: { why: 'わけ', more: 'もっと' },
    words: { seat: { a: '甲', b: '丙' } },
  });
});

describe('what is no name is left out', () => {
  for (const given of [
    null,
    7,
    'text',
    [],
    { labels: [] },
    { labels: { why: 7 }, words: { seat: { a: {} } } },
    { 'exercise/a': null },
  ]) {
    test(JSON.stringify(given), () =>
      assert.doesNotThrow(() => {
        namesIn(given);
        allNamesIn(given);
      }),
    );
  }
  test('names of prototypes', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"exercise/a":{"labels":{"__proto__":"x","constructor":"y"},"words":{"q":{"__proto__":"z"}}}}',
    );
    const names = allNamesIn(hostile);
    assert.deepEqual(Object.keys(names), ['exercise/a']);
    assert.deepEqual(Object.keys(names['exercise/a'].labels), ['constructor']);
    assert.equal(Object.getPrototypeOf(names['exercise/a'].words.q), null);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });
});
