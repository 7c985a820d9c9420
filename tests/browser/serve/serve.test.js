/** `mitate serve`: what an author sees in the browser while writing. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { quiet } from '../lib/quiet.js';
import { long, page as source, serve } from '../lib/serving.js';

/** @typedef {import('playwright-core').Page} Page */

const FIRST = 'modules/01-start/10-first.md';
const OVERLAY = '#mitate-overlay';
const paragraphs = (/** @type {string} */ first) => `${first}\n\n${long}`;

describe('while writing', () => {
  /** @type {import('../lib/serving.js').Serving} */
  let serving;
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Page} */
  let page;
  /** @type {string} */
  let first;

  before(async () => {
    serving = await serve();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    await page.goto(serving.url);
    first = await addressOf('一頁目');
  });
  after(async () => {
    await browser?.close();
    await serving?.stop();
  });

  /** The address of a page, by the link that leads to it. @param {string} title */
  async function addressOf(title) {
    await page.goto(`${serving.url}start/index.html`);
    const href = await page
      .locator('a', { hasText: title })
      .first()
      .evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
    return href;
  }

  /** Opens the first page and waits until it listens to the server. */
  async function openFirst() {
    const listening = page.waitForRequest((asked) => asked.resourceType() === 'eventsource');
    await page.goto(first);
    await settled(page);
    await listening;
  }

  /** @param {string} text */
  const shows = (text) =>
    page.waitForFunction((wanted) => document.querySelector('main')?.textContent?.includes(wanted), text);

  const overlayGone = () =>
    page.waitForFunction((selector) => {
      const host = document.querySelector(selector);
      return !host || getComputedStyle(host).display === 'none';
    }, OVERLAY);

  test('an edit is shown in the open page, which stays where it was scrolled to', async () => {
    await openFirst();
    await page.evaluate(() => {
      scrollTo({ top: 800, behavior: 'instant' });
    });
    const read = await page.evaluate(inView);
    assert.ok(read > 3, `paragraph ${read}`);
    for (const first of ['書き直した文です。', '少し長く書き直した文です。'.repeat(5), '短い文です。']) {
      serving.edit(FIRST, source('一頁目', paragraphs(first)));
      await shows(first);
      await settled(page);
      await quiet(page);
      // The text above grew or shrank by a line or two.
      const now = await page.evaluate(inView);
      assert.ok(Math.abs(now - read) <= 3, `from paragraph ${read} to ${now}`);
    }
  });

  test('every one of many quick edits comes through in the end', async () => {
    await openFirst();
    for (let n = 1; n <= 10; n++) {
      serving.edit(FIRST, source('一頁目', paragraphs(`第${n}稿です。`)));
    }
    await shows('第10稿です。');
  });

  test('a style is swapped without loading the page again', async () => {
    await openFirst();
    await page.evaluate(() => {
      Object.assign(window, { stayed: true });
    });
    serving.edit('theme/styles/99-own.css', 'main { outline: 3px solid rgb(1, 2, 3); }\n');
    await page.waitForFunction(() => {
      const main = document.querySelector('main');
      return main && getComputedStyle(main).outlineColor === 'rgb(1, 2, 3)';
    });
    serving.edit('theme/styles/99-own.css', 'main { outline: 3px solid rgb(4, 5, 6); }\n');
    await page.waitForFunction(() => {
      const main = document.querySelector('main');
      return main && getComputedStyle(main).outlineColor === 'rgb(4, 5, 6)';
    });
    assert.equal(await page.evaluate(() => Reflect.get(window, 'stayed')), true);
  });

  test('a mistake is shown over the page, and disappears when it is fixed', async () => {
    await openFirst();
    serving.edit(FIRST, source('一頁目', '[無い事例](case:no-such-case)を読みます。'));
    await page.locator(OVERLAY).waitFor({ state: 'attached' });
    const text = await page.waitForFunction((selector) => {
      const host = document.querySelector(selector);
      const said = host?.shadowRoot?.textContent ?? host?.textContent ?? '';
      return said.includes('no-such-case') ? said : undefined;
    }, OVERLAY);
    assert.match(String(await text.jsonValue()), /10-first\.md/);
    serving.edit(FIRST, source('一頁目', paragraphs('直した文です。')));
    await shows('直した文です。');
    await overlayGone();
  });

  test('a page that is opened while there is a mistake shows it too', async () => {
    await openFirst();
    serving.edit('modules/01-start/20-second.md', source('二頁目', '[無い](role:nobody)'));
    await page.locator(OVERLAY).waitFor({ state: 'attached' });
    await openFirst();
    await page.locator(OVERLAY).waitFor({ state: 'attached' });
    serving.edit('modules/01-start/20-second.md', source('二頁目', '二頁目の文です。'));
    await overlayGone();
  });

  test('a warning is counted over the page, opens with its place, and disappears when it is fixed', async () => {
    await openFirst();
    const warnings = page.locator('#mitate-warnings');
    const button = warnings.locator('button');
    serving.edit(FIRST, source('一頁目', '##題のつもり\n\n文は出ています。'));
    // The site is there all the same.
    await shows('文は出ています。');
    await warnings.waitFor({ state: 'attached' });
    assert.equal(await button.textContent(), '警告が1件あります');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.locator(OVERLAY).count(), 0);
    await button.click();
    await warnings.locator('.panel').waitFor();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    const said = (await warnings.locator('ol').textContent()) ?? '';
    assert.match(said, /10-first\.md:8:1/);
    assert.match(said, /見出しになっていません/);
    assert.match(said, /「## 題のつもり」/);
    // It stays open while more is written, and says what is wrong now.
    serving.edit(FIRST, source('一頁目', '＊＊大事＊＊な文です。'));
    await shows('な文です。');
    await warnings.locator('ol', { hasText: '強調などの記号' }).waitFor();
    assert.doesNotMatch((await warnings.locator('ol').textContent()) ?? '', /見出しになっていません/);
    await page.keyboard.press('Escape');
    await warnings.locator('.panel').waitFor({ state: 'detached' });
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    serving.edit(FIRST, source('一頁目', paragraphs('警告のない文です。')));
    await shows('警告のない文です。');
    await warnings.waitFor({ state: 'detached' });
  });

  test('a new page is in the contents, a renamed one at its new address, a deleted one nowhere', async () => {
    await openFirst();
    const contents = page.locator('#contents');
    serving.edit('modules/01-start/30-third.md', source('三頁目', '三頁目の文です。'));
    await contents.getByText('三頁目').waitFor({ state: 'attached' });
    const old = await page
      .locator('#contents a', { hasText: '三頁目' })
      .evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
    assert.equal(await statusOf(serving.port, new URL(old).pathname), 200);

    serving.rename('modules/01-start/30-third.md', 'modules/01-start/30-moved.md');
    await page.waitForFunction(
      (was) =>
        [...document.querySelectorAll('#contents a')].some(
          (link) => link.textContent?.includes('三頁目') && /** @type {HTMLAnchorElement} */ (link).href !== was,
        ),
      old,
    );
    assert.equal(await statusOf(serving.port, new URL(old).pathname), 404);

    serving.remove('modules/01-start/30-moved.md');
    await contents.getByText('三頁目').waitFor({ state: 'detached' });
  });

  test('no script or policy error while all this happens', async () => {
    /** @type {string[]} */
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await openFirst();
    serving.edit(FIRST, source('一頁目', paragraphs('もう一度書いた文です。')));
    await shows('もう一度書いた文です。');
    serving.edit(FIRST, source('一頁目', '[無い](case:none)'));
    await page.locator(OVERLAY).waitFor({ state: 'attached' });
    serving.edit(FIRST, source('一頁目', paragraphs('終わりの文です。')));
    await shows('終わりの文です。');
    assert.deepEqual(problems, []);
  });

  test("a name that is not this machine's is refused", async () => {
    assert.equal(await statusOf(serving.port, '/', `127.0.0.1:${serving.port}`), 200);
    assert.equal(await statusOf(serving.port, '/', `localhost:${serving.port}`), 200);
    for (const host of ['attacker.example', `attacker.example:${serving.port}`, '127.0.0.1.attacker.example']) {
      assert.ok([403, 421].includes(await statusOf(serving.port, '/', host)), host);
    }
  });

  test('no path leads out of the site', async () => {
    for (const path of [
      '/../course.yaml',
      '/%2e%2e/course.yaml',
      '/..%2fcourse.yaml',
      '//etc/passwd',
      '/course.yaml',
      '/modules/01-start/10-first.md',
    ]) {
      assert.ok((await statusOf(serving.port, path)) >= 400, path);
    }
  });
});

test('SIGTERM stops it at once, with a browser still listening', async () => {
  const serving = await serve();
  const browser = await launch();
  const page = await browser.newPage();
  const listening = page.waitForResponse((answer) => answer.request().resourceType() === 'eventsource');
  await page.goto(serving.url);
  await listening;
  assert.notEqual(await serving.stop(), null, 'it had to be killed');
  await browser.close();
});

/** The number of the paragraph in the upper part of the window; 0 above the first. Runs in the page. */
function inView() {
  const first = [...document.querySelectorAll('main p')].find((p) => p.getBoundingClientRect().top > 120);
  return Number(/段落(\d+)/.exec(first?.textContent ?? '')?.[1] ?? 0);
}

/**
 * @param {number} port
 * @param {string} path
 * @param {string} [host]
 * @returns {Promise<number>}
 */
function statusOf(port, path, host = `127.0.0.1:${port}`) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('an interview that is being written', () => {
  const course = new URL('../course/', import.meta.url);
  const talk = readFileSync(new URL('exercises/talk.yaml', course), 'utf8');

  test('has its map on the page of the learners’ edition, and any turn can be the beginning', async () => {
    const serving = await serve({
      'exercises/talk.yaml': talk,
      'principles/listening.md': readFileSync(new URL('principles/listening.md', course), 'utf8'),
      'modules/01-start/30-talk.md': source('面接', '```exercise\ntalk\n```'),
    });
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(`${serving.url}start/talk/index.html`);
    assert.equal(await page.locator('.edition').count(), 0, 'it is the edition of learners');
    const map = page.locator('.dialogue-map');
    await map.locator('summary').press('Enter');
    const start = map.locator('[data-begin-at]').nth(1);
    const turn = (await start.getAttribute('data-begin-at')) ?? '';
    const says = await page.locator(`.turns [data-turn="${turn}"] .speech`).first().textContent();
    await start.press('Enter');
    const now = page.locator('.turn-now .speech', { hasText: says?.trim() ?? 'nothing' });
    await now.waitFor();
    await browser.close();
    await serving.stop();
  });
});
