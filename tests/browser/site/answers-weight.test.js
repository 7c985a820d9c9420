/** Five megabytes of answers: brought in, listed, searched and taken out in pieces, between which the page has its turn. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEPS } from '../../../themes/default/scripts/answers/slices.js';
import { countTurns, heavy, turnsOf } from '../lib/answers-heavy.js';
import { bringIn, fileOf, onPage, saved } from '../lib/my-answers.js';
import { transports } from '../lib/transports.js';

test('five megabytes are brought in, listed, searched and taken out in pieces of bounded size', () => onPage(transports[0].root, async (page) => {
  const works = heavy();
  const entries = works.reduce((n, { fields }) => n + Object.keys(fields).length, 0);
  const pieces = Math.floor(entries / STEPS);
  assert.ok(pieces > 10, `${entries} entries`);
  await page.evaluate(countTurns);
  await bringIn(page, fileOf(works));
  await page.locator('.answers-more').waitFor();
  const brought = await turnsOf(page);
  await page.locator('#answers-search').fill('面接');
  await page.waitForFunction(() => document.querySelector('.answers-found')?.textContent !== '');
  await page.locator('.answers-more').waitFor();
  const found = await turnsOf(page);
  const { text } = await saved(page, '[data-export]');
  assert.ok(Buffer.byteLength(text) > 5_000_000);
  const taken = await turnsOf(page);
  const turns = { brought, found, taken };
  assert.ok(Object.values(turns).every((n) => n >= pieces), `${JSON.stringify(turns)} turns, ${pieces} pieces`);
}));
