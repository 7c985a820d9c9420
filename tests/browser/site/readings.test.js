/** Readings above words where a page first uses them: shown, switched off, and in no copied text and no search. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import { entries } from '../lib/index.js';
import { pages, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

const browser = await launch();
after(() => browser.close());
const { root } = transports[0];
const READ = pages.find((page) => source(page).includes('<ruby>主訴<rp>')) ?? '';

test('a word has its reading once, and none in headings and the contents', () => {
  assert.notEqual(READ, '');
  for (const page of pages.filter((it) => !it.startsWith('worksheets/'))) {
    const html = source(page);
    assert.ok(html.split('<ruby>主訴<rp>').length <= 2, page);
    assert.doesNotMatch(html, /<h[2-6][^>]*>(?:(?!<\/h)[^\n])*<ruby>主訴/, page);
  }
});

test('the switch hides readings; what is selected is copied without them', async () => {
  const page = await browser.newPage();
  await page.goto(root + READ);
  const reading = page.locator('ruby', { hasText: '主訴' }).locator('rt');
  assert.ok(await reading.isVisible());
  const copied = await page.evaluate(() => {
    const ruby = [...document.querySelectorAll('ruby')].find((it) => it.textContent?.startsWith('主訴'));
    getSelection()?.selectAllChildren(/** @type {Element} */ (ruby?.parentElement));
    return getSelection()?.toString() ?? '';
  });
  assert.match(copied, /主訴/);
  assert.doesNotMatch(copied, /しゅそ/);
  await page.locator('button.settings-button').click();
  await page.locator('#settings input[name="furigana"][value="off"]').check();
  await reading.waitFor({ state: 'hidden' });
  await page.close();
});

test('the search has the words without readings', () => {
  const texts = entries.filter((text) => READ.startsWith(text.u.split('#')[0]));
  assert.ok(texts.length > 0);
  for (const text of texts) assert.doesNotMatch(text.x, /主訴（?しゅそ/);
});
