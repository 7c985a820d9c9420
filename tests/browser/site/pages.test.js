/**
 * Every page of the site, from a disk and from a server: it loads without a fault, asks no one else, fits a phone. axe
 * finds nothing on any kind of page, nor in the states that scripts bring about.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch, settled, watch } from '../lib/chromium.js';
import * as facilitator from '../lib/facilitator.js';
import { unlessSingle } from '../lib/single.js';
import { pages, samples } from '../lib/site.js';
import { some } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

const browser = await launch();
after(() => browser.close());
const sampled = new Set(samples.values());

test('there is a site', () => assert.ok(pages.length >= 3, `${pages.length} pages`));

const sites = [
  ...transports.map((it) => ({ ...it, edition: 'learners', pages, sampled })),
  ...facilitator.transports.map((it) => ({
    ...it,
    edition: 'facilitators',
    pages: facilitator.pages,
    sampled: facilitator.own,
  })),
];

for (const { name, root, edition, pages, sampled } of sites) {
  describe(`every page of the ${edition}' edition by ${name}`, () => {
    /** @type {Page} */
    let page;
    /** @type {string[]} */
    let problems;
    before(async () => {
      const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', colorScheme: 'light' });
      page = await context.newPage();
      problems = await watch(page, root);
    });
    after(() => page.context().close());

    // Invariant 10.
    for (const file of some(pages, (one) => sampled.has(one))) {
      test(file, { skip: file === '404.html' && unlessSingle(name, 'not found') }, async () => {
        problems.length = 0;
        await page.goto(root + file);
        await settled(page);
        assert.deepEqual(problems, []);
        // The page of what was not found needs no other file.
        const scripts = file === '404.html' ? null : 'on';
        assert.equal(await page.locator('html').getAttribute('data-scripts'), scripts);
        assert.equal(await page.locator('h1').count(), 1, 'one h1');
        assert.deepEqual(await page.evaluate(beyond), [], 'wider than 360 px');
        if (name !== 'http' || !sampled.has(file)) return; // axe looks into style sheets, which a local file may not
        await page.setViewportSize(DESK);
        assert.deepEqual(await violations(page), []);
        await page.setViewportSize(PHONE);
      });
    }
  });
}

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

for (const [name, { width, lead }] of Object.entries(STATES)) {
  test(`axe finds nothing with ${name}`, async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { ...DESK, ...(width && { width }) } });
    await page.goto(transports[1].root + (samples.get('page') ?? 'index.html'));
    await settled(page);
    await lead(page);
    assert.deepEqual(await violations(page), []);
    await page.close();
  });
}

/** What makes the page scroll sideways: empty if nothing does. Runs in the page. */
function beyond() {
  const width = document.scrollingElement?.scrollWidth ?? 0;
  if (width <= innerWidth) return [];
  const wide = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`,
    );
  return [`${width} px`, ...wide.slice(0, 8)];
}
