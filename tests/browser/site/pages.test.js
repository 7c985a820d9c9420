/** Every page of the site, from a disk and from a server: it loads without a fault, asks nobody else, fits a phone. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled, watch } from '../lib/chromium.js';
import { pages } from '../lib/site.js';
import { transports } from '../lib/transports.js';

const browser = await launch();
after(() => browser.close());

test('there is a site', () => assert.ok(pages.length >= 3, `${pages.length} pages`));

for (const { name, root } of transports) {
  describe(`every page by ${name}`, async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    after(() => context.close());
    for (const file of pages) {
      test(file, async () => {
        const page = await context.newPage();
        try {
          const problems = await watch(page, root);
          await page.goto(root + file);
          await settled(page);
          assert.deepEqual(problems, []);
          assert.equal(await page.locator('html').getAttribute('data-scripts'), 'on');
          assert.equal(await page.locator('h1').count(), 1, 'one h1');
          assert.deepEqual(await page.evaluate(beyond), [], 'wider than 360 px');
        } finally {
          await page.close();
        }
      });
    }
  });
}

/** What makes the page scroll sideways: empty where nothing does. Runs in the page. */
function beyond() {
  const width = document.scrollingElement?.scrollWidth ?? 0;
  if (width <= innerWidth) return [];
  const wide = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`);
  return [`${width} px`, ...wide.slice(0, 8)];
}
