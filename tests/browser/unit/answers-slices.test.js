/** Long work is cut into pieces of a bounded number of steps, whatever the clock says; between them others have their turn. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEPS, inSlices } from '../../../themes/default/scripts/answers/slices.js';

/** How many steps were made between two turns of the event loop. @param {number} steps @param {() => boolean} [stale] */
async function piecesOf(steps, stale) {
  /** @type {number[]} */
  const pieces = [0];
  let going = true;
  const turn = () => {
    pieces.push(0);
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  function* work() {
    for (let n = 0; n < steps; n++) {
      pieces[pieces.length - 1] += 1;
      yield;
    }
    return 'done';
  }
  const result = await inSlices(work(), stale);
  going = false;
  return { pieces, result };
}

test('a piece has a bounded number of steps', async (t) => {
  t.mock.method(performance, 'now', () => 0); // a machine on which nothing takes time
  const { pieces, result } = await piecesOf(10 * STEPS);
  assert.equal(result, 'done');
  assert.ok(Math.max(...pieces) <= 2 * STEPS, `${Math.max(...pieces)} steps in a turn`);
  assert.ok(pieces.filter((n) => n > 0).length >= 5, pieces.join());
});

test('on a machine on which every step takes long, every step is a piece', async (t) => {
  let time = 0;
  t.mock.method(performance, 'now', () => {
    time += 20;
    return time;
  });
  const { pieces, result } = await piecesOf(20);
  assert.equal(result, 'done');
  assert.ok(Math.max(...pieces) <= 4, pieces.join());
});

test('work that nobody waits for any more is given up', async (t) => {
  t.mock.method(performance, 'now', () => 0);
  const { pieces, result } = await piecesOf(1_000 * STEPS, () => true);
  assert.equal(result, undefined);
  assert.equal(
    pieces.reduce((a, b) => a + b, 0),
    STEPS,
  );
});
