/** What a reader sets holds at once, on the next page, in another tab, and does what it says. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { pageWith, samples } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const INNER = samples.get('page') ?? 'index.html';
const RUBY = pageWith(/<main[^]*<ruby>/);

for (const { name, root } of transports) {
  describe(`settings by ${name}`, () => {
    test('a choice is kept on other pages and after a reload', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await open(page, `${root}index.html`);
      await page.locator('input[name="theme"][value="dark"]').check();
      await page.locator('input[name="size"][value="3"]').check();
      const dark = await ground(page);
      await open(page, root + INNER);
      await page.waitForSelector('html[data-theme="dark"][data-size="3"]');
      assert.equal(await ground(page), dark);
      assert.ok(await page.locator('input[name="theme"][value="dark"]').isChecked());
      await page.reload();
      await page.waitForSelector('html[data-size="3"]');
      await context.close();
    });

    test('a choice reaches the other tab of the course', async () => {
      const context = await browser.newContext();
      const one = await context.newPage();
      const other = await context.newPage();
      await open(one, `${root}index.html`);
      await open(other, root + INNER);
      await one.locator('input[name="contrast"][value="high"]').check();
      await other.waitForFunction(() => document.documentElement.dataset.contrast === 'high');
      assert.ok(await other.locator('input[name="contrast"][value="high"]').isChecked());
      await context.close();
    });
  });
}

const { root } = transports[1];

test('the theme changes the colours, and auto follows the machine', async () => {
  const context = await browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  await open(page, `${root}index.html`);
  const light = await ground(page);
  await page.locator('input[name="theme"][value="dark"]').check();
  const dark = await ground(page);
  assert.notEqual(dark, light);
  await page.locator('input[name="theme"][value="auto"]').check();
  assert.equal(await ground(page), light);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await ground(page), dark);
  await page.locator('input[name="theme"][value="light"]').check();
  assert.equal(await ground(page), light);
  await context.close();
});

test('the contrast setting makes the ink differ', async () => {
  const page = await browser.newPage();
  await open(page, root + INNER);
  const look = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body, body *')]
        .slice(0, 300)
        .map((element) => getComputedStyle(element))
        .map((style) => `${style.color}${style.borderColor}${style.backgroundColor}`)
        .join(),
    );
  const before = await look();
  await page.locator('input[name="contrast"][value="high"]').check();
  assert.notEqual(await look(), before);
  await page.close();
});

test('each size is larger than the one before', async () => {
  const page = await browser.newPage();
  await open(page, root + INNER);
  const sizes = [];
  for (const value of ['1', '2', '3']) {
    await page.locator(`input[name="size"][value="${value}"]`).check();
    sizes.push(
      await page
        .locator('main p')
        .first()
        .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize)),
    );
  }
  assert.ok(sizes[0] < sizes[1] && sizes[1] < sizes[2], sizes.join(', '));
  await page.close();
});

test('furigana can be put away', { skip: RUBY ? false : 'no page of the course has furigana' }, async () => {
  const page = await browser.newPage();
  await open(page, root + RUBY);
  const rt = page.locator('main rt').first();
  assert.ok(await rt.isVisible());
  await page.locator('input[name="furigana"][value="off"]').check();
  assert.equal(await rt.isVisible(), false);
  await page.close();
});

test('the menu opens and closes by keyboard and says so', async () => {
  const page = await browser.newPage();
  await page.goto(`${root}index.html`);
  await settled(page);
  const button = page.locator('.settings-button');
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  assert.ok(await page.locator('#settings').isVisible());
  await page.keyboard.press('Tab');
  assert.ok(
    await page.locator('#settings').evaluate((panel) => panel.contains(document.activeElement)),
    'Tab leads into it',
  );
  await page.keyboard.press('Escape');
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  assert.equal(await page.locator('#settings').isVisible(), false);
  assert.ok(await button.evaluate((element) => element === document.activeElement));
  await page.close();
});

test('a browser that keeps nothing is said to keep nothing', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await open(page, `${root}index.html`);
  assert.equal(await page.locator('[data-settings-note]').isVisible(), false);
  await page.locator('input[name="theme"][value="dark"]').check();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.ok(await page.locator('[data-settings-note]').isVisible());
  await page.close();
});

test('what is saved and is no setting is ignored', async () => {
  const page = await browser.newPage();
  await page.goto(`${root}index.html`);
  const course = await page.locator('html').getAttribute('data-course');
  for (const saved of ['{', 'null', '[]', '{"theme":7,"course":"x","size":"1 onload"}']) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [`mitate:${course}:settings`, saved]);
    await page.reload();
    const data = await page.locator('html').evaluate((html) => ({ ...html.dataset }));
    assert.equal(data.course, course, saved);
    assert.equal(data.theme ?? 'auto', 'auto', saved);
    assert.ok(!data.size?.includes(' '), saved);
  }
  await page.close();
});

/**
 * Goes to a page and opens its settings.
 * @param {Page} page
 * @param {string} url
 */
async function open(page, url) {
  await page.goto(url);
  await settled(page);
  await page.locator('.settings-button').click();
}

/** The colour under everything. @param {Page} page */
function ground(page) {
  return page.evaluate(() => {
    const [html, body] = [document.documentElement, document.body].map(
      (element) => getComputedStyle(element).backgroundColor,
    );
    return body === 'rgba(0, 0, 0, 0)' ? html : body;
  });
}
