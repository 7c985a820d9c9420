/** When the copy of the answers is saved: an LMS that is slow gets it more rarely, and one that stores late is asked again before that counts as a failure. */

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { entry } from '../lib/answers.js';
import { bundled } from '../lib/bundled.js';

/** @typedef {import('../../../themes/default/scripts/lms/adapter.js').Saved} Saved */

/** @type {typeof import('../../../themes/default/scripts/lms/copy.js')} */
const { Copy } = await bundled('lms/copy.js');

/**
 * A copy whose adapter answers with `saves`, one after the other; each save takes so many ms of the page's time.
 * @param {{ saves?: Saved[], takes?: number }} how
 */
async function copyWith({ saves = [], takes = 0 }) {
  let now = 0;
  /** @type {string[]} */
  const states = [];
  const calls = { saved: 0 };
  /** @type {(change: any) => boolean} */
  let changed = () => true;
  const store = {
    all: async () => [],
    state: {},
    importEntries: async () => {},
    onChange: (/** @type {(change: any) => boolean} */ act) => {
      changed = act;
    },
  };
  const adapter = {
    sure: 4096,
    most: 4096,
    report: async () => true,
    save: async () => {
      now += takes;
      calls.saved += 1;
      return saves[calls.saved - 1] ?? 'kept';
    },
  };
  const copy = new Copy({
    adapter: /** @type {any} */ (adapter),
    course: 'basic',
    revision: 1,
    informed: 'p',
    place: () => 'index.html',
    news: () => ({ said: [] }),
    onState: ({ name }) => states.push(name),
    clock: () => now,
  });
  await copy.begin(/** @type {any} */ (store), '', '');
  const write = (/** @type {string} */ text) =>
    changed({ key: 'exercise/a', sheet: 1, field: 'reason', entry: entry(text) });
  return { write, calls, states };
}

/** Lets time pass, and what follows from it. @param {number} ms */
async function pass(ms) {
  mock.timers.tick(ms);
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

test('an LMS that stops the page for ten seconds is saved to twenty times more rarely than that', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { write, calls } = await copyWith({ takes: 10_000 });
  write('a');
  await pass(3000);
  assert.equal(calls.saved, 1);
  write('b');
  await pass(199_999);
  assert.equal(calls.saved, 1);
  await pass(1);
  assert.equal(calls.saved, 2);
  mock.timers.reset();
});

test('a save that fails is tried again after a second before that is said, and then more and more rarely', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { write, calls, states } = await copyWith({ saves: ['failed', 'kept', 'failed', 'failed', 'failed', 'kept'] });
  write('a');
  await pass(3000);
  await pass(1000);
  assert.deepEqual([calls.saved, states], [2, ['kept']]);
  write('b');
  await pass(3000);
  await pass(1000);
  assert.deepEqual([calls.saved, states], [4, ['kept', 'failed']]);
  await pass(14_999);
  assert.equal(calls.saved, 4);
  await pass(1);
  await pass(60_000);
  assert.deepEqual([calls.saved, states.at(-1)], [6, 'kept']);
  mock.timers.reset();
});
