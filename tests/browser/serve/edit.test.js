/** The editor beside the page: what authors do in it, and what they see. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch } from '../lib/chromium.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { page as source, serve } from '../lib/serving.js';

const FIRST = 'modules/01-start/10-first.md';
const SECOND = 'modules/01-start/20-second.md';

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
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    // The browser asks before a text that is not saved is left.
    page.on('dialog', (dialog) => void dialog.accept());
  });
  after(async () => {
    await browser?.close();
    await serving?.stop();
  });

  /** Opens the editor on the first page by the button of the page. */
  async function open() {
    await page.goto(`${serving.url}#edit=${serving.key}`);
    // The key is not left in the address, and of an earlier test nothing is left in the tab.
    await page.waitForFunction(() => location.hash === '');
    await page.evaluate(() => sessionStorage.clear());
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

  /** @param {string} text */
  const status = (text) =>
    page.waitForFunction((wanted) => document.querySelector('.status')?.textContent === wanted, text);

  /** @param {string} text */
  const holds = (text) =>
    page.waitForFunction((wanted) => document.querySelector('.cm-content')?.textContent?.includes(wanted), text);

  /** Types behind its end in the editor. @param {string} text */
  async function type(text) {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(text);
  }

  test('what is typed while another text is opened stays in the text that it was typed into', async () => {
    await open();
    /** @type {() => void} */
    let release = () => {};
    /** @type {Promise<void>} */
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/__mitate/edit/ask', async (route) => {
      if (route.request().postData()?.includes('"ask":"open"')) await held;
      await route.continue();
    });
    await page.locator('select').selectOption(SECOND);
    await type('まだ一頁目です。');
    await holds('まだ一頁目です。');
    release();
    await holds('二頁目の文です。');
    await page.unroute('**/__mitate/edit/ask');
    await page.locator('select').selectOption(FIRST);
    await holds('まだ一頁目です。');
  });

  test('two tabs with one text do not answer each other', async () => {
    await open();
    const other = await page.context().newPage();
    let sent = 0;
    other.on('request', (request) => {
      if (request.postData()?.includes('"ask":"type"')) sent += 1;
    });
    await other.goto(`${serving.url}start/first/index.html`);
    await other.locator('#mitate-edit a').click();
    await other.waitForFunction(() => document.querySelector('.cm-content')?.textContent?.includes('title:'));
    const opened = await other.waitForFunction(() => document.querySelector('.status')?.textContent);
    assert.ok(opened);
    await page.bringToFront();
    for (const words of ['一つめ。', '二つめ。', '三つめ。']) {
      await type(words);
      await shown().getByText(words).first().waitFor();
    }
    // It sent its own text when it was opened, and none since.
    assert.ok(sent <= 1, String(sent));
    await other.close();
  });

  test('a mistake is listed, the page stays as it was, and a button fixes it', async () => {
    serving.edit(FIRST, source('一頁目', 'はじめの文です。'));
    await open();
    await holds('はじめの文です。');
    await type('[つぎ](page:start/secnd)');
    const problem = page.locator('.list li', { hasText: 'secnd' });
    await problem.waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('最後にうまくできた'));
    assert.equal(await shown().locator('main a', { hasText: 'つぎ' }).count(), 0);
    // By the keyboard: the list is a fold, the fix a button in it.
    await page.locator('.problems summary').focus();
    await page.keyboard.press('Enter');
    await problem.locator('.fix').focus();
    await page.keyboard.press('Enter');
    await holds('page:start/second');
    await shown().locator('main a', { hasText: 'つぎ' }).waitFor();
    await page.waitForFunction(() => document.querySelector('.count')?.textContent === '0件');
  });

  test('Japanese that is being composed is not disturbed, and is on the page when it is chosen', async () => {
    await open();
    await type('\n');
    const devtools = await page.context().newCDPSession(page);
    for (const text of ['み', 'みた', 'みたて'])
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await holds('みたて');
    await devtools.send('Input.insertText', { text: '見立て' });
    await shown().locator('main', { hasText: '見立て' }).waitFor();
    assert.equal(await page.locator('.cm-content', { hasText: 'みたて' }).count(), 0);
  });

  test('a reload keeps what was typed, and what can be undone', async () => {
    serving.edit(FIRST, source('一頁目', 'はじめの文です。'));
    await open();
    await holds('はじめの文です。');
    await type('取り消す文です。');
    await shown().getByText('取り消す文です。').waitFor();
    await page.reload();
    await holds('取り消す文です。');
    await status('まだ保存していません');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+z');
    await status('保存してあります');
    assert.equal(serving.read(FIRST), source('一頁目', 'はじめの文です。'));
  });

  for (const [button, end] of [
    ['この文章で保存する', '私の文です。'],
    ['ファイルの文章にする', '別の文です。\n'],
  ])
    test(`a file that was changed elsewhere is not replaced unasked: ${button}`, async () => {
      const written = source('一頁目', 'はじめの文です。');
      serving.edit(FIRST, written);
      await open();
      await holds('はじめの文です。');
      await type('私の文です。');
      await shown().getByText('私の文です。').waitFor();
      serving.edit(FIRST, `${written}別の文です。\n`);
      await page.keyboard.press('Control+s');
      await page.locator('.conflict').waitFor();
      // Both are there.
      await page.locator('.cm-deletedChunk', { hasText: '別の文です。' }).waitFor();
      await holds('私の文です。');
      assert.equal(serving.read(FIRST), `${written}別の文です。\n`);
      await page.locator('.conflict button', { hasText: button }).press('Enter');
      await status('保存してあります');
      assert.equal(serving.read(FIRST), written + end);
    });

  test('axe finds nothing, at a desk and on a telephone, in light and in dark', async () => {
    await open();
    await type('[無い](case:nothing)');
    await page.locator('.list li', { hasText: 'nothing' }).waitFor({ state: 'attached' });
    await page.locator('.problems').evaluate((it) => it.setAttribute('open', ''));
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${width}: ${wide} pixels too wide`);
    }
  });
});

test('the editor in Firefox: what is typed is on the page, and saved', async () => {
  const serving = await serve();
  const browser = await launchFirefox();
  try {
    const page = await browser.newPage();
    await page.goto(`${serving.url}#edit=${serving.key}`);
    await page.waitForFunction(() => location.hash === '');
    await page.goto(`${serving.url}__mitate/edit/#page=/start/second/index.html`);
    await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent?.includes('二頁目の文です。'));
    await page.focus('.cm-content');
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type('打ったばかりの文です。');
    await page.waitForFunction(() =>
      document
        .querySelector('iframe')
        ?.contentDocument?.querySelector('main')
        ?.textContent?.includes('打ったばかりの文です。'),
    );
    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('.status')?.textContent === '保存してあります');
    assert.match(serving.read('modules/01-start/20-second.md'), /打ったばかりの文です。$/);
  } finally {
    await browser.close();
    await serving.stop();
  }
});
