/** A browser that cannot or may not keep answers: it is said, the text stays in the page, and can be taken out of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { catalogue } from '../lib/catalogue.js';
import { launch, launchIn, settled } from '../lib/chromium.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { at, form } from '../lib/form.js';
import { profileFolder } from '../lib/profile.js';
import { quiet } from '../lib/quiet.js';
import { begun, enter, holds, stored, until } from '../lib/tabs.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../lib/tabs.js').Tab} Tab */

const [first, second] = form.texts;
const { id: course } = catalogue;
const http = transports[1].root;

const browser = await launch();
after(() => browser.close());

/** Its pages ask before they are left, so it is not closed but ended. @param {Record<string, unknown>} prefs */
async function firefoxWith(prefs) {
  const browser = await launchFirefox({ prefs });
  after(() => browser.process()?.kill('SIGKILL'));
  return browser;
}

/** @param {unknown} page @returns {Tab} */
const asTab = (page) => /** @type {Tab} */ (page);
/** @param {Tab} tab @param {string} state */
const says = (tab, state) =>
  until(
    tab,
    (/** @type {string} */ wanted) => document.querySelector('[data-save-line]')?.getAttribute('data-state') === wanted,
    state,
  );
/** @param {Tab} tab @returns {Promise<string>} */
const line = (tab) => tab.evaluate(() => document.querySelector('[data-save-line]')?.textContent);
/** Puts a text in that cannot be made smaller. @param {Tab} tab @param {string} selector @param {number} length */
const paste = (tab, selector, length) =>
  tab.evaluate(
    (/** @type {[string, number]} */ [which, n]) => {
      const field = document.querySelector(which);
      if (!(field instanceof HTMLTextAreaElement)) throw new Error(`no field ${which}`);
      field.focus();
      field.value = Array.from({ length: n }, (_, i) =>
        i % 50 === 49 ? '\n' : String.fromCodePoint(0x3042 + Math.floor(Math.random() * 78)),
      ).join('');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      return field.value;
    },
    [selector, length],
  );

/** What the button of the save line saves as a file. @param {Page} page */
async function exported(page) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-save-line] button').first().click(),
  ]);
  const works = JSON.parse(readFileSync(await file.path(), 'utf8')).answers;
  return works.find((/** @type {{ key: string }} */ { key }) => key === form.key)?.fields;
}

test('Chromium with a full storage: said in the save line, nothing leaves the page, the file has it, and later it is saved', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const tab = asTab(page);
  // From the beginning: Chromium remembers for a while how much room there was.
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(http);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
  await page.goto(http + form.page);
  await begun(tab);
  await enter(tab, at(first));
  await tab.keyboard.type('はじめの言葉');
  await stored(tab, course, `${form.key}#1/${first}`, 'はじめの言葉');

  const long = await paste(tab, at(second), 400_000);
  await says(tab, 'unsaved');
  assert.match(await line(tab), /いっぱい/);
  await until(tab, () =>
    [...document.querySelectorAll('[role=status], [aria-live]')].some(({ textContent }) =>
      textContent?.includes('いっぱい'),
    ),
  );
  assert.equal(await page.locator(at(second)).inputValue(), long);
  const fields = await exported(page);
  assert.deepEqual([fields[first].value, fields[second].value === long], ['はじめの言葉', true]);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await enter(tab, at(first));
  await tab.keyboard.type('とつづき');
  await says(tab, 'saved');
  await page.reload();
  await holds(tab, at(second), long);
  await holds(tab, at(first), 'はじめの言葉とつづき');
  await context.close();
});

test('Firefox with a full storage says so, and the text stays in the page', async () => {
  const browser = await firefoxWith({ 'dom.quotaManager.temporaryStorage.fixedLimit': 1000 });
  const tab = asTab(await browser.newPage());
  await tab.goto(http + form.page);
  await begun(tab);
  const long = await paste(tab, at(first), 600_000);
  await says(tab, 'unsaved');
  // The first attempt may only be aborted; the next one says why.
  await until(tab, () => document.querySelector('[data-save-line]')?.textContent?.includes('いっぱい'));
  await holds(tab, at(first), long);
});

describe('a browser that may not store anything', () => {
  for (const { name, root } of transports) {
    test(`Chromium says so by ${name}; writing and the file work`, async () => {
      const context = await launchIn(profileFolder({ profile: { default_content_setting_values: { cookies: 2 } } }), {
        acceptDownloads: true,
      });
      const page = await context.newPage();
      const tab = asTab(page);
      // What is not saved is asked about before the page is left.
      /** @type {string[]} */
      const dialogs = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.type());
        void dialog.accept();
      });
      await page.goto(root + form.page);
      await says(tab, 'unsaved');
      assert.match(await line(tab), /許していません/);
      await enter(tab, at(first));
      await tab.keyboard.type('それでも書く');
      const fields = await exported(page);
      assert.equal(fields[first].value, 'それでも書く');
      assert.equal(await page.locator(at(first)).inputValue(), 'それでも書く');
      await says(tab, 'unsaved');
      await page.goto(`${root}answers/index.html`);
      await settled(page);
      await page.locator('[data-answers-tools] [data-save-line][data-state=unsaved]').waitFor();
      assert.deepEqual(dialogs, ['beforeunload']);
      await context.close();
    });
  }

  test('Firefox says so on local files and from a server; writing works', async () => {
    const browser = await firefoxWith({ 'network.cookie.cookieBehavior': 2 });
    for (const { root } of transports) {
      const tab = asTab(await browser.newPage());
      await tab.goto(root + form.page);
      await says(tab, 'unsaved');
      assert.match(await line(tab), /許していません/);
      await enter(tab, at(first));
      await tab.keyboard.type('それでも書く');
      await quiet(tab);
      await holds(tab, at(first), 'それでも書く');
      await says(tab, 'unsaved');
    }
  });
});
