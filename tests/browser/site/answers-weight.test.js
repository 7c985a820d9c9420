/** Five megabytes of answers: brought in, listed, searched and taken out in pieces, between which the page has its turn. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEPS } from '../../../themes/default/scripts/answers/slices.js';
import { heavy } from '../lib/answers-heavy.js';
import { bringIn, fileOf, onPage, saved } from '../lib/my-answers.js';
import { transports } from '../lib/transports.js';
import { countTurns } from '../lib/turns.js';

test('five megabytes are brought in, listed, searched and taken out in pieces', () =>
  onPage(transports[0].root, async (page) => {
    const works = heavy();
    const fields = works.reduce((count, work) => count + Object.keys(work.fields).length, 0);
    const counted = await countTurns(page);
    /** Every field is a step of its own. @param {string} what */
    const inPieces = async (what) => {
      const { slices, turns } = await counted();
      assert.ok(slices >= Math.floor(fields / STEPS), `${what}: ${slices} slices for ${fields} answers`);
      assert.ok(turns > 1, `${what}: ${turns} turns`);
    };
    await bringIn(page, fileOf(works));
    await page.locator('.answers-more').waitFor();
    await inPieces('in');
    await page.locator('#answers-search').fill('面接');
    await page.waitForFunction(() => document.querySelector('.answers-found')?.textContent !== '');
    await page.locator('.answers-more').waitFor();
    await page.locator('.answers-more').click();
    await inPieces('search');
    const { text: out } = await saved(page, '[data-export]');
    assert.ok(Buffer.byteLength(out) > 5_000_000);
    await inPieces('out');
  }));
