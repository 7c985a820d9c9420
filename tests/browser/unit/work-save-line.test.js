/** What the save line says of every state of the store. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe } from '../../../themes/default/scripts/answers/describe.js';
import { when } from '../../../themes/default/scripts/dom/element.js';
import { useWords } from '../../../themes/default/scripts/dom/words.js';
import { rulesOf, speak } from './locale.js';

/** @type {import('../../../themes/default/scripts/answers/describe.js').Saving} */
const fine = { where: 'browser', ownFile: false };

test('the ordinary course of things offers no buttons', () => {
  const idle = describe(fine, '');
  assert.deepEqual([idle.name, idle.out, idle.back], ['idle', false, false]);
  assert.equal(describe(fine, '2026-11-21T01:32:00.000Z').name, 'saved');
  assert.equal(describe({ ...fine, where: 'session' }, '').name, 'session');
});

test('whatever keeps nothing, or not everywhere, offers the way out', () => {
  for (const error of /** @type {const} */ (['full', 'failed', 'blocked'])) {
    const line = describe({ ...fine, error }, '2026-11-21T01:32:00.000Z');
    assert.equal(line.name, 'unsaved');
    assert.ok(line.out);
  }
  assert.ok(describe({ ...fine, where: 'memory' }, '').out);
  const own = describe({ ...fine, ownFile: true }, '');
  assert.deepEqual([own.name, own.out, own.back], ['own-file', true, true]);
});

test('no file is offered for a text that is too long for one', () => {
  assert.equal(describe({ ...fine, error: 'too-long' }, '').out, false);
});

test('an error is said before all else', () => {
  assert.equal(describe({ where: 'session', ownFile: true, error: 'full' }, '').name, 'unsaved');
});

test('a time has its day and its year, for a page that stays open over midnight', () => {
  speak('ja');
  const now = new Date();
  assert.match(when(now), new RegExp(`^${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`));
});

test('a time that is still to come is not said to be that of the last save', () => {
  useWords({
    '@shown-dates': JSON.stringify(rulesOf('ja')['@shown-dates']),
    'save-saved': 'saved, {$last}',
    'save-last': 'at {$time}',
    'save-last-ahead': 'nobody knows when',
  });
  const words = (/** @type {number} */ ms) => describe(fine, new Date(Date.now() + ms).toISOString()).words();
  assert.match(words(0), /^saved, at \d{4}年/);
  assert.equal(words(60 * 60 * 1000), 'saved, nobody knows when');
});
