/** The same site in Firefox, where every local file is an origin of its own. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { SCREENFUL } from '../../../themes/default/scripts/search/query.js';
import { launch, watch } from '../lib/firefox.js';
import { expected } from '../lib/index.js';
import { quiet } from '../lib/quiet.js';
import { kindOf, pages, samples, source } from '../lib/site.js';
import { all } from '../lib/size.js';
import { unlessSingle } from '../lib/single.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('puppeteer-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const INNER = samples.get('page') ?? 'index.html';
const CASE = pages.find((page) => kindOf(page) === 'case' && source(page).split('class="stage"').length > 2);

for (const { name, root } of transports) {
  describe(`Firefox by ${name}`, () => {
    // On a disk every file is an origin of its own: there Firefox differs most.
    for (const [kind, file] of all || name === 'file' ? samples : []) {
      test(`${kind}: ${file}`, { skip: kind === 'not-found' && unlessSingle(name, 'not found') }, () =>
        withPage(async (page) => {
          const problems = watch(page, root);
          await page.setViewport({ width: 360, height: 740 });
          await page.goto(root + file);
          await quiet(page);
          assert.deepEqual(problems, []);
          // The page of what was not found needs no other file.
          const scripts = kind === 'not-found' ? undefined : 'on';
          assert.equal(await page.evaluate(() => document.documentElement.dataset.scripts), scripts);
          assert.ok(
            await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth),
            'fits a phone',
          );
          assert.ok(
            await page.evaluate(
              () => document.styleSheets.length > 0 && getComputedStyle(document.body).fontSize !== '',
            ),
          );
        }),
      );
    }

    test('search by keyboard finds what the index holds', () =>
      withPage(async (page) => {
        await page.goto(root + INNER);
        await page.keyboard.press('/');
        await page.waitForSelector('#search-dialog[open] .search-input');
        await page.keyboard.type('ﾊﾞｲｽﾃｯｸ');
        await page.waitForSelector('#search-dialog .search-hit');
        // What is shown is found by the whole word, not by its beginning.
        await quiet(page);
        const addresses = await page.$$eval('#search-dialog .search-hit', (links) =>
          links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')),
        );
        const found = addresses.map((href) => decodeURIComponent(href.slice(root.length)).replace(/#?:~:.*$/, ''));
        assert.deepEqual(
          found.map((href) => href.replace(/^(\.\.\/)+/, '')),
          expected('ﾊﾞｲｽﾃｯｸ').slice(0, found.length),
        );
        assert.ok(found.length >= 3 && found.length <= SCREENFUL, `${found.length} results`);
        assert.ok(await page.$('#search-dialog .search-list mark'));
        await page.keyboard.press('ArrowDown');
        const target = new URL(addresses[0]).pathname;
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        assert.equal(new URL(page.url()).pathname, target);
      }));

    test('stages by arrow keys', { skip: CASE ? false : 'no case with two stages' }, () =>
      withPage(async (page) => {
        await page.goto(root + CASE);
        await page.focus('[role="tab"]');
        await page.keyboard.press('ArrowRight');
        assert.deepEqual(
          await page.$$eval('section.stage', (panels) =>
            panels.flatMap((panel, i) => (panel.querySelector('p')?.checkVisibility() ? [i] : [])),
          ),
          [1],
        );
        await page.emulateMediaType('print').catch(() => undefined);
      }),
    );

    test('settings go along from page to page', () =>
      withPage(async (page) => {
        await page.goto(`${root}index.html`);
        await page.click('.settings-button');
        await page.evaluate(() => {
          for (const selector of ['input[name="theme"][value="dark"]', 'input[name="furigana"][value="off"]']) {
            /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
          }
        });
        const links = await page.$$eval('main a[href$="index.html"]', (all) => all.map((link) => link.href));
        const target = links.find((href) => href.startsWith(root) && !href.endsWith(`${root}index.html`));
        assert.ok(target);
        await Promise.all([
          page.waitForNavigation(),
          page.evaluate((href) => {
            [...document.querySelectorAll('main a')]
              .filter((link) => link instanceof HTMLAnchorElement)
              .find((link) => link.href === href)
              ?.click();
          }, target),
        ]);
        await page.waitForSelector('html[data-theme="dark"][data-furigana="off"]');
        assert.equal(await page.evaluate(() => location.href), target, 'the address is tidy again');
        await page.reload();
        await page.waitForSelector('html[data-theme="dark"]');
      }));
  });
}

/** @param {(page: Page) => Promise<void>} act */
async function withPage(act) {
  const page = await browser.newPage();
  try {
    await act(page);
  } finally {
    await page.close();
  }
}
