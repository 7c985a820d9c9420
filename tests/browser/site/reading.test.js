/** The small helps beside the text: the contents as a drawer, the present heading, what a term means. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { quiet } from '../lib/quiet.js';
import { pages, samples, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

const browser = await launch();
after(() => browser.close());

const { root } = transports[0];
const INNER = samples.get('page') ?? 'index.html';
const TERMS = pages.find((page) => /<a class="term"/.test(source(page)) && /class="page-terms"/.test(source(page)));

test('on a phone the contents open as a drawer, by keyboard too', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(root + INNER);
  await settled(page);
  const contents = page.locator('#contents');
  const button = page.locator('.menu-button');
  assert.equal(await contents.locator('a').first().isVisible(), false);
  await button.focus();
  await page.keyboard.press('Enter');
  await contents.locator('a').first().waitFor();
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  await contents.locator('a').first().waitFor({ state: 'hidden' });
  assert.ok(await button.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await contents.locator('a[aria-current="page"]').waitFor();
  await contents.locator('a:not([aria-current])').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith(INNER));
  await page.close();
});

test('at a desk the contents stand there, with the page one is on in view', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 500 } });
  await page.goto(root + INNER);
  await settled(page);
  const here = page.locator('#contents a[aria-current="page"]');
  assert.equal(await here.count(), 1);
  const box = await here.boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= 500, JSON.stringify(box));
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.close();
});

test("the page's own contents mark where one reads", async () => {
  const file = pages.find((page) => source(page).split(/<li class="level-2"><a href="#/).length > 3);
  if (!file) return;
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(root + file);
  await settled(page);
  const links = page.locator('nav.toc li.level-2 a');
  for (const at of [1, 2]) {
    const href = await links.nth(at).getAttribute('href');
    await links.nth(at).click();
    await page.waitForFunction(
      (wanted) => document.querySelector('nav.toc [aria-current="location"]')?.getAttribute('href') === wanted,
      href,
    );
  }
  await page.close();
});

test(
  'a term says what it means, on hover and on focus, and can be sent away',
  { skip: TERMS ? false : 'no page has terms' },
  async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(root + TERMS);
    await settled(page);
    const term = page.locator('main a.term:visible').first();
    const popover = page.locator('#term-popover');
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    await popover.waitFor();
    const box = await popover.boundingBox();
    assert.ok(
      box && box.x >= 0 && box.x + box.width <= 1280 && box.y >= 0 && box.y + box.height <= 900,
      JSON.stringify(box),
    );
    assert.equal(await term.getAttribute('aria-describedby'), 'term-popover');
    // The pointer may go onto it.
    await popover.hover();
    await quiet(page);
    assert.ok(await popover.isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await popover.isVisible(), false);
    assert.equal(await term.getAttribute('aria-describedby'), null);

    await page.mouse.move(0, 0);
    await page.keyboard.press('Tab'); // from here on the focus is the keyboard's, and shown
    await term.focus();
    await popover.waitFor();
    await page.keyboard.press('Tab');
    await quiet(page);
    const onTerm = await page.evaluate(() => document.activeElement?.matches('a.term') ?? false);
    assert.equal(await popover.isVisible(), onTerm, 'gone, unless the next stop is a term too');
    await page.close();
  },
);

test(
  "a finger's first tap shows the meaning, the second follows",
  { skip: TERMS ? false : 'no page has terms' },
  async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await page.goto(root + TERMS);
    await settled(page);
    const term = page.locator('main a.term:visible').first();
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    await page.locator('#term-popover').waitFor();
    const box = await page.locator('#term-popover').boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    assert.ok(page.url().includes(String(TERMS)));
    await term.tap();
    await page.waitForURL(/glossary/);
    await context.close();
  },
);

test('the skip link leads to the text', async () => {
  const page = await browser.newPage();
  await page.goto(root + INNER);
  await settled(page);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  assert.equal(await skip.getAttribute('href'), '#main');
  assert.ok(await skip.isVisible());
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#main').evaluate((main) => main === document.activeElement));
  await page.close();
});
