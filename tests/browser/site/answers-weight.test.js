/** Five megabytes of answers: brought in, listed, searched and taken out while the page goes on answering. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heavy } from '../lib/answers-heavy.js';
import { bringIn, fileOf, onPage, saved } from '../lib/my-answers.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const LONGEST_TASK = 200; // ms
const TRIES = 3; // other work on the machine lengthens tasks; the page is judged by its best

/** The longest task since the last question. @param {Page} page */
const longest = (page) => page.evaluate(() => {
  const tasks = /** @type {number[]} */ (Reflect.get(window, 'tasks'));
  return Math.max(0, ...tasks.splice(0));
});

test('five megabytes are brought in, listed, searched and taken out without a long task', { timeout: 240_000 }, async (t) => {
  const text = fileOf(heavy());
  /** @type {{ in: number, search: number, out: number }[]} */
  const tries = [];
  while (tries.length < TRIES && !tries.some((one) => Math.max(one.in, one.search, one.out) <= LONGEST_TASK)) {
    await onPage(transports[0].root, async (page) => {
      await page.evaluate(() => {
        const tasks = /** @type {number[]} */ ([]);
        Object.assign(window, { tasks });
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: false });
      });
      await bringIn(page, text);
      await page.locator('.answers-more').waitFor();
      const brought = await longest(page);
      await page.locator('#answers-search').fill('面接');
      await page.waitForFunction(() => document.querySelector('.answers-found')?.textContent !== '', undefined, { timeout: 60_000 });
      await page.locator('.answers-more').waitFor();
      await page.locator('.answers-more').click();
      const search = await longest(page);
      const { text: out } = await saved(page, '[data-export]');
      assert.ok(Buffer.byteLength(out) > 5_000_000);
      tries.push({ in: brought, search, out: await longest(page) });
    });
  }
  const best = tries.reduce((a, b) => (Math.max(a.in, a.search, a.out) <= Math.max(b.in, b.search, b.out) ? a : b));
  t.diagnostic(`longest tasks: in ${Math.round(best.in)} ms, search ${Math.round(best.search)} ms, out ${Math.round(best.out)} ms (try ${tries.length})`);
  assert.ok(Math.max(best.in, best.search, best.out) <= LONGEST_TASK, JSON.stringify(tries));
});
