/** axe finds nothing on any kind of page, in light and dark, nor in the states that scripts bring about. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch, settled } from '../lib/chromium.js';
import { samples } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const root = transports[1].root;
const browser = await launch();
after(() => browser.close());

/** A state to look at, by what leads to it. @type {Record<string, { width?: number, lead: (page: Page) => Promise<void> }>} */
const STATES = {
  'the settings open': { lead: (page) => page.locator('.settings-button').click() },
  'the largest text and high contrast': {
    width: 800,
    lead: async (page) => {
      await page.locator('.settings-button').click();
      await page.locator('input[name="size"]').last().check();
      await page.locator('input[name="contrast"]').last().check();
    },
  },
  'search results in the dialog': {
    lead: async (page) => {
      await page.locator('.search-button').click();
      await page.locator('#search-dialog .search-input').fill('自己決定');
      await page.locator('#search-dialog .search-hit').first().waitFor();
    },
  },
  'the contents open on a phone': {
    width: 360,
    lead: (page) => page.locator('.menu-button').click(),
  },
};

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  describe(`axe in ${colorScheme}`, async () => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    after(() => context.close());
    for (const [kind, file] of samples) {
      test(`${kind}: ${file}`, async () => {
        const page = await context.newPage();
        await page.goto(root + file);
        await settled(page);
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
    for (const [name, { width, lead }] of Object.entries(STATES)) {
      test(name, async () => {
        const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce', viewport: { width: width ?? 1280, height: 900 } });
        await page.goto(root + (samples.get('page') ?? 'index.html'));
        await settled(page);
        await lead(page);
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
  });
}
