/** From the rows of a form to the data of a diagram: what is there from the beginning, what is added, what cannot be. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { built } from '../../../themes/default/exercise/draw/data.js';
import { numberIn, rowsOf } from '../../../themes/default/exercise/draw/rows.js';

/** @param {Record<string, string | string[]>} values */
const values = (values) => new Map(Object.entries(values));

test('rows that are not empty, 2 before 10', () => {
  const rows = rowsOf(
    values({
      'person.10.label': '弟',
      'person.2.index': ['yes'],
      'person.3.label': ' ',
      'persons.1.label': 'x',
      person: 'y',
      'person.4.note': '',
    }),
    'person',
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['person.2', 'person.10'],
  );
  assert.deepEqual([rows[0].list('index'), rows[0].text('label'), rows[1].text('label')], [['yes'], '', '弟']);
});

test('a number as it is typed, and nothing else', () => {
  assert.deepEqual(['４５', ' 7 ', '7歳', '', '-3', '1000'].map(numberIn), [
    45,
    7,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('a family', () => {
  const base = {
    persons: [
      { id: 'a', label: 'A' },
      { id: 'm', label: '母' },
    ],
    unions: [{ partners: ['m'], kind: 'married', children: ['a'] }],
  };

  test('adds to a couple that is there, and says which row each part came from', () => {
    const before = structuredClone(base);
    const { data, rows, empty } = built(
      'genogram',
      base,
      values({
        'person.1.label': '妹',
        'person.2.label': '父',
        'couple.1.a': 'm',
        'couple.1.kind': 'divorced',
        'couple.1.foster': ['person.1', 'a'],
        'couple.3.a': 'person.2',
        'couple.3.b': 'm',
        'couple.4.child': ['a'],
        'relation.1.a': 'a',
        'relation.1.b': 'm',
      }),
    );
    assert.deepEqual(base, before);
    assert.deepEqual(data.unions, [
      { partners: ['m'], kind: 'divorced', children: ['a', { id: 'person.1', kind: 'foster' }] },
      { partners: ['person.2', 'm'], kind: 'married', children: [] },
    ]);
    assert.deepEqual(
      [rows.get('unions.0'), rows.get('unions.1'), rows.get('persons.2')],
      ['couple.1', 'couple.3', 'person.1'],
    );
    assert.deepEqual(data.relations, [], 'a line without its kind is still being written');
    assert.equal(empty, false);
  });

  test('a child by birth and adopted at once is one too many', () => {
    const { slips } = built(
      'genogram',
      {},
      values({
        'person.1.label': '子',
        'couple.1.a': 'person.1',
        'couple.1.child': ['person.1'],
        'couple.1.adopted': ['person.1'],
      }),
    );
    assert.deepEqual(slips, [{ code: 'child-twice', row: 'couple.1', id: 'person.1' }]);
  });
});

test('a week: one block for days in a row; days the wrong way round are none', () => {
  const { data, slips } = built(
    'week',
    { rows: [{ id: 'noon', label: '昼' }] },
    values({
      'block.1.row': 'noon',
      'block.1.from': 'tue',
      'block.1.to': 'thu',
      'block.1.text': '図書室',
      'block.1.kind': 'rest',
      'block.2.row': 'noon',
      'block.2.from': 'sun',
      'block.2.to': 'mon',
      'block.2.text': '散歩',
      'block.3.row': 'noon',
      'block.3.text': '昼寝',
    }),
  );
  assert.deepEqual(
    data.cells.map((/** @type {any} */ cell) => cell.day),
    ['tue', 'wed', 'thu'],
  );
  assert.deepEqual(data.cells[0], { day: 'tue', row: 'noon', text: '図書室', kind: 'rest' });
  assert.deepEqual(
    slips.map(({ code, row }) => [code, row]),
    [['days-reversed', 'block.2']],
  );
});

test('a timeline: only rows that say when; an ecomap: the middle from the form where none is given', () => {
  const { data } = built(
    'timeline',
    { unit: 'grade' },
    values({ 'entry.1.from': '小4', 'entry.1.to': '小5', 'entry.1.feeling': '-2', 'entry.2.label': 'いつか' }),
  );
  assert.deepEqual(data.spans, [{ id: 'entry.1', from: '小4', to: '小5', kind: 'period', feeling: -2 }]);
  assert.equal(built('timeline', {}, values({})).data.unit, 'age');
  assert.equal(built('ecomap', {}, values({ 'center.label': 'B' })).data.center.label, 'B');
  assert.equal(built('ecomap', { center: { label: 'A' } }, values({ 'center.label': 'B' })).data.center.label, 'A');
});
