/** What was written before what, also if the clock was turned back. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begunIn } from '../../../themes/default/scripts/answers/begun.js';
import { compareTurns, placeOf, turnIn, turnOf } from '../../../themes/default/scripts/answers/turns.js';

const [MORNING, NOON] = ['2026-11-30T08:00:00.000Z', '2026-11-30T12:00:00.000Z'];

/** @param {string} value @param {string} at */
const entry = (value, at) => ({ value, at });

test('the work that was written in last comes first, also after the clock was turned back', () => {
  const { lasts } = begunIn([
    ['exercise/first#1/@begun', entry(NOON, NOON)],
    ['exercise/first#1/@place', entry(placeOf('why', 300, 7), NOON)],
    ['exercise/second#1/@begun', entry(MORNING, MORNING)],
    ['exercise/second#1/@place', entry(placeOf('why', 300, 8), MORNING)],
  ]);
  assert.deepEqual(
    lasts.map(({ key }) => key),
    ['exercise/second', 'exercise/first'],
  );
});

test('without a number the times count', () => {
  const { lasts } = begunIn([
    ['exercise/first#1/@begun', entry(MORNING, MORNING)],
    ['exercise/second#1/@begun', entry(NOON, NOON)],
    ['exercise/second#1/@place', entry('why 300', NOON)],
  ]);
  assert.deepEqual(
    lasts.map(({ key }) => key),
    ['exercise/second', 'exercise/first'],
  );
});

test('of the sheets of a form the one comes first that was written in last', () => {
  const sheet = (/** @type {number} */ turn, /** @type {string} */ at) =>
    turnIn(
      new Map([
        ['a', entry('x', at)],
        ['@place', entry(placeOf('a', 0, turn), at)],
      ]),
    );
  assert.ok(compareTurns(sheet(3, MORNING), sheet(2, NOON)) < 0);
  assert.ok(compareTurns(sheet(2, MORNING), sheet(2, NOON)) > 0);
  assert.equal(compareTurns(sheet(2, NOON), sheet(2, NOON)), 0);
});

test('what is no number counts as none', () => {
  for (const place of [undefined, '', 'why', 'why 300', 'why 300 x', 'why 300 -4', 'why 300 1e99', ['a']])
    assert.equal(turnOf(place), 0);
  assert.equal(turnOf(placeOf('why.rubber', -12, 41)), 41);
});
