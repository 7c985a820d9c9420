/**
 * What was decided in minutes, read from an answer file, and where it goes in a table.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST, decisionsOf, minutesIn, placed, takesOf } from '../../../themes/default/scripts/worksheet/decided.js';
import { entry, work } from '../lib/answers.js';

const TAKES = takesOf('what:do who:who when:until');

test('rows of minutes come in their order, whatever the order of the file, and empty ones are left out', () => {
  const [minutes] = minutesIn([
    work('meeting/one', 1, {
      'decisions.10.what': entry('あとで'),
      'decisions.2.what': entry(' 電話を\n一本 '),
      'decisions.2.who': entry('担任'),
      'decisions.1.who': entry('  '),
      'decisions.0.what': entry('行の番号ではない'),
      'decisions.3.else': entry('列ではない'),
      'not-now': entry('送り迎え'),
      date: entry('2026-11-30'),
    }),
  ]);
  assert.deepEqual(
    minutes.rows.map(({ who, what, isOpen }) => [who, what, isOpen]),
    [
      ['担任', '電話を 一本', false],
      ['', 'あとで', false],
      ['', '送り迎え', true],
    ],
  );
  assert.equal(minutes.day, '2026-11-30');
});

test('the newest minutes come first, and works that are no minutes, or decide nothing, are left out', () => {
  const at = (/** @type {string} */ time, /** @type {string} */ text) => ({ ...entry(text), at: time });
  const found = minutesIn([
    work('meeting/one', 1, { 'decisions.1.what': at('2026-11-01T00:00:00Z', '前') }),
    work('meeting/one', 2, { 'decisions.1.what': at('2026-11-20T00:00:00Z', '後') }),
    work('meeting/none', 1, { participants: entry('四人') }),
    work('worksheet/plan', 1, { 'decisions.1.what': entry('様式') }),
  ]);
  assert.deepEqual(
    found.map(({ sheet }) => sheet),
    [2, 1],
  );
});

test('what is too long for a cell is counted and not taken', () => {
  const [minutes] = minutesIn([
    work('meeting/one', 1, {
      'decisions.1.what': entry('あ'.repeat(LONGEST + 1)),
      'decisions.2.what': entry('い'.repeat(LONGEST)),
    }),
  ]);
  assert.equal(minutes.left, 1);
  assert.equal(minutes.rows.length, 1);
});

test('only decisions, what can’t be done now and the day are in a file of minutes', () => {
  const fields = {
    'decisions.1.what': entry('電話'),
    'not-now': entry('送り迎え'),
    date: entry('2026-11-30'),
    'said-start': entry('話されたこと'),
    participants: entry('担任'),
    '@begun': entry('2026-11-30T00:00:00Z'),
  };
  assert.deepEqual(Object.keys(decisionsOf(work('meeting/one', 1, fields)).fields).toSorted(), [
    'date',
    'decisions.1.what',
    'not-now',
  ]);
  const undecided = decisionsOf(work('meeting/one', 1, { date: entry('2026-11-30'), participants: entry('担任') }));
  assert.deepEqual(Object.keys(undecided.fields), []);
});

test('rows are placed below the last one that is written, as far as there is room', () => {
  const row = (/** @type {string} */ what, who = '') => ({ who, what, when: '', check: '見る', isOpen: false });
  const table = { field: 'plan', takes: TAKES, last: 2, most: 4 };
  assert.deepEqual(placed(table, [row('一', '担任'), row(''), row('二'), row('三')]), {
    values: { 'plan.3.do': '一', 'plan.3.who': '担任', 'plan.4.do': '二' },
    written: 2,
    over: 1,
  });
  assert.deepEqual(placed({ ...table, last: 4 }, [row('一')]), { values: {}, written: 0, over: 1 });
});

test('what columns take is read as the template writes it, and nothing else', () => {
  assert.deepEqual(TAKES, [
    ['what', 'do'],
    ['who', 'who'],
    ['when', 'until'],
  ]);
  assert.deepEqual(takesOf(''), []);
  assert.deepEqual(takesOf('constructor:a what:'), []);
});
