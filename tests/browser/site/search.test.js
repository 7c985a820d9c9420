/** Search as a reader does it: by keyboard, in any spelling, from a disk and from a server. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';
import { launch, settled, watch } from '../lib/chromium.js';
import { entries, expected, index } from '../lib/index.js';
import { quiet } from '../lib/quiet.js';
import { samples } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const INNER = samples.get('page') ?? 'index.html';
/** A phrase of the course with punctuation in it. */
const QUOTED = entries.map(({ x }) => /[\p{L}]{2,4}。[\p{L}]{2,4}/u.exec(x)?.[0]).find((phrase) => phrase) ?? '。';

test('the index says what it holds', () => {
  assert.equal(entries.length, index.meta?.pages);
  assert.equal(index.shards.size, index.meta?.shards);
  assert.equal(index.files.size, index.meta?.starts.length);
  const addresses = entries.map(({ u }) => u).filter((u) => u !== '');
  assert.equal(new Set(addresses).size, addresses.length, 'each address once');
});

for (const { name, root } of transports) {
  describe(`search by ${name}`, () => {
    /** @type {Page} */
    let page;
    /** @type {string[]} */
    let problems;
    before(async () => {
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      problems = await watch(page, root);
    });
    after(async () => {
      await page.close();
      assert.deepEqual(problems, []);
    });

    test('by keyboard alone: "/", a word, down, Enter', async () => {
      await page.goto(root + INNER);
      await settled(page);
      await page.keyboard.press('/');
      await page.keyboard.insertText('自己決定');
      const hit = page.locator('#search-dialog .search-hit').first();
      await hit.waitFor();
      await quiet(page);
      const found = page.locator('#search-dialog .search-list li');
      const passages = await found.filter({ hasNot: page.locator('.search-later') }).allInnerTexts();
      assert.ok(passages.length > 0);
      assert.ok(
        passages.every((text) => normalise(text).includes('自己決定')),
        passages.join('\n'),
      );
      assert.ok((await page.locator('#search-dialog .search-passage mark').count()) > 0, 'the hit is marked');
      assert.match(await page.locator('#search-dialog .search-status').innerText(), /\d/);

      await page.keyboard.press('ArrowDown');
      assert.ok(await hit.evaluate((element) => element === document.activeElement), 'the first result has the focus');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      const target = new URL(await hit.evaluate((element) => /** @type {HTMLAnchorElement} */ (element).href));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === target.pathname);
      await settled(page);
      assert.ok(normalise(await page.locator('main').evaluate((main) => main.textContent ?? '')).includes('自己決定'));
    });

    test('the dialog goes with Escape and gives the focus back', async () => {
      await page.goto(root + INNER);
      await settled(page);
      await page.locator('.search-button').focus();
      await page.keyboard.press('Enter');
      assert.ok(
        await page.locator('#search-dialog .search-input').evaluate((field) => field === document.activeElement),
      );
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#search-dialog').evaluate((dialog) => dialog.hasAttribute('open')), false);
      assert.ok(await page.locator('.search-button').evaluate((button) => button === document.activeElement));
    });

    for (const query of ['自己決定', 'ﾊﾞｲｽﾃｯｸ', 'ばいすてっく', 'ＢＩＥＳＴＥＫ', '人', QUOTED]) {
      test(`all pages with ${query}, and no others`, async () => {
        const found = await answers(page, root, query);
        assert.ok(found.length > 0, 'the course speaks of it');
        assert.deepEqual(found, expected(query));
      });
    }

    test('two words are found where both are', async () => {
      const both = new Set(expected('自己決定'));
      const common = expected('受容').filter((url) => both.has(url));
      const found = await answers(page, root, '自己決定　受容');
      assert.deepEqual([...found].sort(), [...common].sort());
    });

    test('it says so where there is nothing, and where there is too little to look for', async () => {
      assert.deepEqual(await answers(page, root, 'xyzxyz'), []);
      const nothing = await page.locator('main .search-status').innerText();
      assert.notEqual(nothing, '');
      assert.deepEqual(await answers(page, root, 'あ'), []);
      const short = await page.locator('main .search-status').innerText();
      assert.notEqual(short, '');
      assert.notEqual(short, nothing);
    });

    test('the address of the search page keeps the query, so that one can come back', async () => {
      await page.goto(`${root}search/index.html`);
      await settled(page);
      await page.locator('main .search-input').fill('自己決定');
      const hit = page.locator('main .search-hit').first();
      await hit.waitFor();
      await hit.click();
      await page.waitForURL((url) => !url.pathname.includes('/search/'));
      await page.goBack();
      await hit.waitFor();
      assert.equal(await page.locator('main .search-input').inputValue(), '自己決定');
    });
  });
}

test('a word in the making is no query', async () => {
  const page = await browser.newPage();
  await page.goto(`${transports[1].root}search/index.html`);
  await settled(page);
  await page.locator('main .search-input').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '受容', selectionStart: 2, selectionEnd: 2 });
  await quiet(page);
  assert.equal(await page.locator('main .search-hit').count(), 0);
  assert.equal(await page.locator('main .search-input').inputValue(), '受容');
  await session.send('Input.insertText', { text: '受容' });
  await page.locator('main .search-hit').first().waitFor();
  await page.close();
});

test('"/" is typed where one types, and can be turned off', async () => {
  const page = await browser.newPage();
  await page.goto(transports[1].root + INNER);
  await settled(page);
  await page.locator('.search-button').click();
  await page.keyboard.type('a/b');
  assert.equal(await page.locator('#search-dialog .search-input').inputValue(), 'a/b');
  await page.keyboard.press('Escape'); // empties the field, as the browser does with any search field
  await page.keyboard.press('Escape');
  await page.locator('.settings-button').click();
  await page.locator('input[name="keys"][value="off"]').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  assert.equal(await page.locator('#search-dialog').evaluate((dialog) => dialog.hasAttribute('open')), false);
  await page.close();
});

test('an index that cannot be loaded is said', async () => {
  const page = await browser.newPage();
  await page.route('**/search/*.js', (route) => route.abort());
  await page.goto(`${transports[1].root}search/index.html#q=${encodeURIComponent('受容')}`);
  const status = page.locator('main .search-status');
  await page.waitForFunction(() => document.querySelector('main .search-status')?.textContent !== '');
  assert.equal(await status.innerText(), await page.locator('main .search').getAttribute('data-failed'));
  await page.unroute('**/search/*.js');
  await page.locator('main .search-input').press('Enter');
  await page.locator('main .search-hit').first().waitFor();
  await page.close();
});

test('what is shown only after an attempt is found, and not shown', async () => {
  const page = await browser.newPage();
  const { root } = transports[0];
  const hidden = entries.filter(({ k, u, h }) => u !== '' && h && ['exercise', 'case'].includes(k));
  assert.ok(hidden.some(({ k }) => k === 'exercise') && hidden.some(({ k }) => k === 'case'));
  for (const kind of ['exercise', 'case']) {
    const { u, h = '', x, t } = hidden.find(({ k }) => k === kind) ?? entries[0];
    // Words of the end, which nothing that is open has.
    const open = normalise(`${t} ${x}`);
    const phrase = [...h.matchAll(/[\p{L}]{8,12}/gu)]
      .map(([one]) => one)
      .findLast((one) => !open.includes(normalise(one)));
    assert.ok(phrase, `${u} has words of its own in what comes later`);
    assert.ok((await answers(page, root, phrase)).includes(u), `${phrase} is found`);
    const item = page
      .locator('main .search-list li')
      .filter({ has: page.locator('.search-later') })
      .first();
    assert.equal(normalise(await item.locator('.search-passage').innerText()).includes(normalise(phrase)), false);
    const href = await item.locator('a').getAttribute('href');
    assert.doesNotMatch(href ?? '', /:~:/, 'the address shows nothing either');
  }
  await page.close();
});

test('one wrong letter is tolerated, and what is meant is said', async () => {
  const page = await browser.newPage();
  const found = await answers(page, transports[0].root, 'アセスメト');
  assert.equal(found[0], 'glossary/index.html#assessment');
  assert.match(await page.locator('main .search-status').innerText(), /アセスメント/);
  await page.close();
});

/**
 * Every address that the search page finds, to the last.
 * @param {Page} page
 * @param {string} root
 * @param {string} query
 */
async function answers(page, root, query) {
  await page.goto('about:blank');
  await page.goto(`${root}search/index.html#q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() => document.querySelector('main .search-status')?.textContent !== '');
  await quiet(page);
  const more = page.locator('main .search-more');
  const hits = page.locator('main .search-hit');
  while (await more.isVisible()) {
    const shown = await hits.count();
    await more.click();
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll('main .search-hit').length > count ||
        document.querySelector('main .search-more:not([hidden])') === null,
      shown,
    );
  }
  const addresses = await hits.evaluateAll((links) =>
    links.map((link) => /** @type {HTMLAnchorElement} */ (link).href),
  );
  return addresses.map((href) => decodeURIComponent(href.slice(root.length)).replace(/#?:~:.*$/, ''));
}
