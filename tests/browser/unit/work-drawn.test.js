/** Orders that are drawn from a seed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '../../../themes/default/scripts/work/drawn.js';

const items = ['best', 'b', 'c'];
const order = (/** @type {string} */ seed) => drawn(items, seed, (item) => item);

test('the same seed gives the same order, whatever order the items had', () => {
  for (let n = 0; n < 50; n++)
    assert.deepEqual(
      drawn([...items].reverse(), `s${n}`, (item) => item),
      order(`s${n}`),
    );
});

test('every item comes to every place about as often', () => {
  const counts = [0, 0, 0];
  for (let n = 0; n < 3000; n++) counts[order(`exercise/e${n % 100}/turn/${n}`).indexOf('best')] += 1;
  for (const count of counts) assert.ok(count > 850 && count < 1150, `${counts}`);
});
