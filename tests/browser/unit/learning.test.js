/** The record of learning: what was practised, by day and by item of the syllabus, and none of what was answered. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byItem, dayOf, practised } from '../../../themes/default/scripts/learning/practised.js';
import { workbook } from '../../../themes/default/scripts/papers/workbook.js';
import { entry, work } from '../lib/answers.js';
import { speak } from './locale.js';

speak('ja');

const LEVELS = { 0: 'これから', 1: 'できた' };
/** @type {import('../../../themes/default/scripts/answers/catalogue.js').Catalogue} */
const catalogue = {
  id: 'basic',
  title: '見立ての基礎',
  revision: 3,
  language: 'ja',
  groups: [
    { title: '出会い', url: 'a/index.html' },
    { title: '様式', url: 'b/index.html' },
  ],
  works: [
    {
      key: 'exercise/room',
      kind: 'rubric',
      title: '部屋を選ぶ',
      url: '',
      group: 0,
      fields: [
        { id: 'why', label: 'わけ' },
        { id: 'rate.calm', label: '落ち着けるか', options: LEVELS },
      ],
    },
    {
      key: 'worksheet/journal',
      kind: 'worksheet',
      title: '日誌',
      url: '',
      group: 1,
      fields: [{ id: 'q1', label: '問い' }],
    },
  ],
};
/** @type {import('../../../themes/default/scripts/learning/practised.js').Items} */
const items = {
  items: [
    ['setting', '面接の場づくり'],
    ['unused', '使わない項目'],
    ['view', '視点'],
  ],
  of: { 'exercise/room': ['view', 'setting', 'gone'], 'worksheet/journal': ['setting'] },
};
const SECRET = '人に見せない答え';
const works = [
  work('worksheet/journal', 2, { q1: entry(SECRET, 1, { at: '2026-11-18T01:02:03.000Z' }) }),
  work('exercise/room', 1, {
    why: entry(SECRET),
    'rate.calm': entry('1', 1, { at: '2026-11-21T01:02:03.000Z' }),
    'rate.gone': entry('1'),
    '@looked': entry('2026-11-21T02:00:00.000Z'),
  }),
  work('exercise/room', 2, { why: entry(''), '@begun': entry('x') }),
  work('exercise/gone', 1, { why: entry(SECRET) }),
];

test('what was answered is listed by day with its ratings and items, without the answers', () => {
  const found = practised(catalogue, works, items);
  assert.deepEqual(
    found.map(({ key, sheet, at, state }) => [key, sheet, at, state]),
    [
      ['worksheet/journal', 2, '2026-11-18T01:02:03.000Z', 'answered'],
      ['exercise/room', 1, '2026-11-21T01:02:03.000Z', 'looked'],
    ],
  );
  assert.deepEqual(found[1].ratings, [{ label: '落ち着けるか', level: 'できた' }]);
  assert.deepEqual(found[1].items, ['視点', '面接の場づくり']);
  assert.equal(JSON.stringify(found).includes(SECRET), false);
});

test('each item of the syllabus has what was practised for it, in the order of the syllabus', () => {
  const lines = byItem(practised(catalogue, works, items), items);
  assert.deepEqual(
    lines.map(({ title, works: own }) => [title, own.map(({ title: of }) => of)]),
    [
      ['面接の場づくり', ['日誌', '部屋を選ぶ']],
      ['視点', ['部屋を選ぶ']],
    ],
  );
});

test('a day is that of the learner, and nothing is the day of what has no time', () => {
  assert.match(dayOf('2026-11-21T12:00:00.000Z'), /^2026-11-2[12]$/);
  assert.equal(dayOf(''), '');
  assert.equal(dayOf('x'), '');
});

test('a workbook takes any text as text', async () => {
  const parts = await workbook(
    '学び<&>',
    [[{ text: '見出し', look: 'bold' }], ['=1+1', '<b>&"\u0001\ud800'], ['', 'あ']],
    [10, 20],
  );
  const bytes = Buffer.concat(parts);
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
});
