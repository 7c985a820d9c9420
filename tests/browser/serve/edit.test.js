/** The editor beside the page: what authors do in it, and what they see. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import { page as source, serve } from '../lib/serving.js';

const FIRST = 'modules/01-start/10-first.md';

describe('the editor in Chromium', () => {
  /** @type {import('../lib/serving.js').Serving} */
  let serving;
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').Page} */
  let page;

  before(async () => {
    serving = await serve();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  });
  after(async () => {
    await browser?.close();
    await serving?.stop();
  });

  /** Opens the editor on the first page by the button of the page. */
  async function open() {
    await page.goto(`${serving.url}#edit=${serving.key}`);
    // The key is not left in the address.
    await page.waitForFunction(() => location.hash === '');
    await page.goto(`${serving.url}start/first/index.html`);
    await page.locator('#mitate-edit a').click();
    await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent?.includes('title:'));
    await shown().locator('main').waitFor();
  }

  const shown = () => page.frameLocator('iframe');

  test('a browser without the key of the address has no button, and its editor shows nothing', async () => {
    const other = await browser.newContext();
    const stranger = await other.newPage();
    await stranger.goto(serving.url);
    await stranger.locator('main').waitFor();
    assert.equal(await stranger.locator('#mitate-edit').count(), 0);
    await stranger.goto(`${serving.url}__mitate/edit/`);
    await stranger.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('新しいアドレス'));
    assert.equal(await stranger.locator('.cm-editor, option').count(), 0);
    await other.close();
  });

  test('what is typed is on the page beside it before it is saved, and in the file after', async () => {
    await open();
    const written = serving.read(FIRST);
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('打ったばかりの文です。');
    await shown().getByText('打ったばかりの文です。').waitFor();
    assert.equal(serving.read(FIRST), written);
    await page.keyboard.press('Control+s');
    await page.waitForFunction(() => document.querySelector('.status')?.textContent === '保存してあります');
    assert.equal(serving.read(FIRST), `${written}打ったばかりの文です。`);
    serving.edit(FIRST, source('一頁目', '別の場所で書きかえた文です。'));
    // A text that is saved follows its file.
    await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent?.includes('別の場所で'));
  });
});
