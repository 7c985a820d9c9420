/** How one sheet of a form follows another: what is missing, what is taken over, what two sheets say differently. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ecomapOf } from '../../../themes/default/scripts/sequence/ecomap.js';
import {
  countRows,
  hasEnded,
  isOwn,
  missing,
  next,
  outcomes,
  sameWords,
  usedRows,
  withoutPerson,
} from '../../../themes/default/scripts/sequence/rules.js';
import { before, compare, following, trace } from '../../../themes/default/scripts/sequence/versions.js';

/** Rules of a form that is not the course's. @type {import('../../../themes/default/scripts/sequence/rules.js').Rules} */
const rules = {
  called: '月の予定',
  first: ['start'],
  later: ['look-back'],
  carry: [
    { field: 'hope' },
    { field: 'who' },
    { field: 'helpers', columns: ['name'] },
    { field: 'notes', columns: [''] },
  ],
  rows: { table: 'todo', mark: 'mark', person: 'self', added: 'new', columns: ['what', 'self', 'help'] },
  needs: [
    { field: 'own', column: null, is: null, columns: [] },
    { field: 'helpers', column: 'view', is: null, columns: ['name'] },
    { field: 'agreed', column: null, is: 'yes', columns: [] },
  ],
  laterNeeds: ['met-on', 'present'],
  opens: [{ table: 'helpers', from: 4, columns: ['name'] }],
  ending: { field: 'after', is: 'end' },
  ecomap: { table: 'helpers', who: 'name', side: 'side', tie: null, center: 'hope' },
};
const { rows } = rules;
assert.ok(rows);
/** @param {Record<string, string | string[]>} values */
const sheet = (values) => new Map(Object.entries(values));
const filled = {
  'todo.1.what': '朝',
  'todo.1.self': '起きる',
  'todo.1.mark': 'good',
  'todo.2.what': '昼',
  'todo.2.self': '歩く',
  'todo.2.mark': 'best',
  'todo.4.what': '夜',
  'todo.4.help': '電話',
  'todo.4.mark': 'part',
  'helpers.1.name': '姉',
  'helpers.1.view': 'よい',
  hope: '海へ行く',
  'who.label': 'A',
  'notes.2': '覚え',
  own: 'できた',
  agreed: 'yes',
};
/** @param {Record<string, string | string[]>} values @param {object} [at] */
const lacks = (values, at) =>
  missing(sheet(values), rules, { later: false, ...at }).map(({ name, why }) => `${name} ${why}`);

test('rule 3: nothing is missing once the person, every supporter and the agreement stand there', () => {
  assert.deepEqual(lacks(filled), []);
  assert.deepEqual(lacks({ ...filled, own: ' ', 'helpers.1.view': '', agreed: 'no' }), [
    'own empty',
    'helpers.1.view empty',
    'agreed is',
  ]);
  assert.deepEqual(
    lacks({ ...filled, 'helpers.3.name': '店主' }),
    ['helpers.3.view empty'],
    'each supporter says their own reason',
  );
  assert.deepEqual(
    lacks({}),
    ['todo.1.what rows', 'own empty', 'helpers.1.name rows', 'agreed empty'],
    'an empty sheet',
  );
  assert.deepEqual(lacks({ ...filled, 'todo.1.mark': '' }), ['todo.1.mark empty'], 'every row that is used is marked');
});

test('rule 4: required later fields are asked for on later sheets only', () => {
  assert.deepEqual(lacks(filled, { later: true }), ['met-on empty', 'present empty']);
  assert.deepEqual(
    lacks({ ...filled, 'met-on': '2026-11-21', 'present.2': '母' }, { later: true }),
    [],
    'a list is written in any row',
  );
});

test('rule 5: a field whose condition does not hold is not missing', () => {
  assert.deepEqual(lacks({ ...filled, own: '' }, { asked: (/** @type {string} */ field) => field !== 'own' }), []);
});

test('rule 2: a best row leaves, good and part go on and close up, new lines become rows', () => {
  const { values, from } = next(sheet({ ...filled, 'new.1': '休みの日' }), rules);
  assert.deepEqual(from, ['1=1', '2=4']);
  assert.deepEqual(values, {
    hope: '海へ行く',
    'who.label': 'A',
    'helpers.1.name': '姉',
    'notes.2': '覚え',
    'todo.1.what': '朝',
    'todo.1.self': '起きる',
    'todo.2.what': '夜',
    'todo.2.help': '電話',
    'todo.3.what': '休みの日',
  });
});

test('rule 2: a row marked × asks for a way and a reason; to end it leaves, else it goes on', () => {
  const failed = { ...filled, 'todo.1.mark': 'not' };
  assert.deepEqual(lacks(failed), ['todo.1.if-not way', 'todo.1.if-not-why reason']);
  assert.deepEqual(
    lacks({ ...failed, 'todo.1.if-not': 'end' }),
    ['todo.1.if-not-why reason'],
    'ending needs a reason as well',
  );
  for (const [way, from] of Object.entries({ end: ['1=4'], review: ['1=1', '2=4'], reword: ['1=1', '2=4'] })) {
    const answered = sheet({ ...failed, 'todo.1.if-not': way, 'todo.1.if-not-why': 'わけ' });
    assert.deepEqual(missing(answered, rules, { later: false }), []);
    assert.deepEqual(next(answered, rules).from, from, way);
    assert.deepEqual(outcomes(answered, rows)[0], { row: 1, mark: 'not', outcome: way, reason: 'わけ' });
  }
  const changed = sheet({ ...failed, 'todo.1.mark': 'good', 'todo.1.if-not': 'end', 'todo.1.if-not-why': '古いわけ' });
  assert.deepEqual(
    outcomes(changed, rows)[0],
    { row: 1, mark: 'good', outcome: 'carried', reason: '' },
    'a changed mark counts',
  );
});

test('rule 6: rows are counted by what is written in them', () => {
  const helpers = sheet({
    'helpers.1.name': '姉',
    'helpers.2.name': ' ',
    'helpers.3.view': 'わけだけ',
    'helpers.12.name': '店主',
  });
  assert.deepEqual(usedRows(helpers, 'helpers', ['name']), [1, 12]);
  assert.equal(countRows(helpers, rules.opens[0]), 2);
  assert.equal(
    countRows(sheet({ 'list.1': 'a', 'list.3': 'b' }), { table: 'list', columns: [] }),
    2,
    'a list has rows too',
  );
});

test('rule 8: a row in which the person does nothing is asked about', () => {
  assert.deepEqual(withoutPerson(sheet(filled), rows), [4]);
  assert.deepEqual(withoutPerson(sheet(filled), { ...rows, person: null }), []);
});

test('rule 9: the same text but for spaces, widths and points', () => {
  assert.ok(sameWords('月に２回、会に出る。', ' 月に2回 会に出る'));
  assert.ok(!sameWords('月に2回、会に出る', '月に3回、会に出る'));
  assert.ok(!sameWords('。', '、'), 'nothing is not the same as nothing');
});

test('rule 15: the ending is an answer, and another answer takes it back', () => {
  assert.ok(hasEnded(sheet({ after: 'end' }), rules));
  assert.ok(hasEnded(sheet({ after: ['end'] }), rules));
  assert.ok(!hasEnded(sheet({ after: 'go-on' }), rules));
  assert.ok(!hasEnded(sheet({ after: 'end' }), { ...rules, ending: null }));
});

test('sheets are followed through their rows, also over several of them', () => {
  const sheets = new Map([
    [1, sheet({})],
    [2, sheet({ '@before': '1', '@from': ['1=1', '2=4'] })],
    [3, sheet({ '@before': '2', '@from': ['1=2'] })],
    [4, sheet({})],
  ]);
  assert.equal(before(sheets.get(2)), 1);
  assert.equal(before(sheets.get(4)), undefined);
  assert.equal(following(sheets, 2), 3);
  assert.equal(following(sheets, 3), undefined);
  assert.deepEqual(
    trace(sheets, 1, 2),
    new Map([
      [1, 1],
      [4, 2],
    ]),
  );
  assert.deepEqual(trace(sheets, 1, 3), new Map([[4, 1]]));
  assert.equal(trace(sheets, 1, 4), undefined);
  assert.equal(
    trace(
      new Map([
        [1, sheet({ '@before': '2' })],
        [2, sheet({ '@before': '1' })],
      ]),
      3,
      1,
    ),
    undefined,
    'a ring from a hostile file ends',
  );
});

test('two sheets side by side: added, gone, rewritten, not written yet, the same', () => {
  const sheets = new Map([
    [
      1,
      sheet({
        hope: '海',
        own: 'できた',
        'todo.1.what': '朝',
        'todo.1.mark': 'best',
        'todo.2.what': '昼',
        'todo.2.mark': 'part',
        'todo.2.if-not-why': '古い',
      }),
    ],
    [2, sheet({ '@before': '1', '@from': ['1=2'], hope: '海', 'todo.1.what': '昼に歩く', 'todo.2.what': '夜' })],
  ]);
  const form = {
    table: 'todo',
    order: ['hope', 'todo', 'own'],
    own: (/** @type {string} */ name) => isOwn(rules, name),
  };
  const said = compare(sheets, 1, 2, form).map(({ name, rows: places, change }) => [name, ...places, change]);
  assert.deepEqual(said, [
    ['hope', undefined, undefined, 'same'],
    ['todo.1.what', 2, 1, 'changed'],
    ['todo.2.mark', 2, undefined, 'unwritten'],
    ['todo.1.what', 1, undefined, 'gone'],
    ['todo.1.mark', 1, undefined, 'gone'],
    ['todo.2.what', undefined, 2, 'added'],
    ['own', undefined, undefined, 'unwritten'],
  ]);
  const back = compare(sheets, 2, 1, form).find(({ change }) => change === 'changed');
  assert.deepEqual([back?.a, back?.b], ['昼に歩く', '昼'], 'the other way round');
});

test('a table as an ecomap: whoever is in a row is around the centre', () => {
  const map = rules.ecomap;
  assert.ok(map);
  const drawn = ecomapOf(
    sheet({ 'helpers.2.name': ' 店主 ', 'helpers.2.side': 'formal', 'helpers.3.side': 'formal' }),
    map,
    '本人',
  );
  assert.deepEqual(drawn, {
    center: { label: '本人' },
    systems: [{ id: 'r2', label: '店主', kind: 'formal' }],
    ties: [{ to: 'r2', kind: 'ordinary' }],
  });
});
