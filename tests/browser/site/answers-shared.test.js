/** Leaving nothing behind on a computer that others use; and a storage too full for what a file brings. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entry } from '../lib/answers.js';
import { at, form } from '../lib/form.js';
import { PAGE, answers, bringIn, first, lists, onPage, one, ready } from '../lib/my-answers.js';
import { quiet } from '../lib/quiet.js';
import { ways } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

/** What the browser has of the answers outside the tab: of the database and of localStorage. @param {Page} page */
const leftBehind = (page) =>
  page.evaluate(async () => {
    /** @type {IDBValidKey[]} */
    const keys = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const request = indexedDB.open(name);
      /** @type {IDBDatabase} */
      const database = await new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAllKeys();
        keys.push(
          ...(await new Promise((resolve) => {
            all.onsuccess = () => resolve(all.result);
          })),
        );
      }
      database.close();
    }
    return [...keys, ...Object.keys(localStorage).filter((key) => !key.endsWith(':settings'))];
  });
/** Waits until the page says that all is moved, or deleted. @param {Page} page */
const switched = (page) =>
  page.waitForFunction(() => document.querySelector('[data-answers-tools] [data-status]')?.textContent);
const inTab = () => Object.keys(sessionStorage).some((key) => key.includes(':session:'));

for (const { name, root } of ways(transports)) {
  describe(`on a shared computer by ${name}`, () => {
    test('only the tab has the answers, and other tabs are in the same mode', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('はじめの答え') }));
        await lists(page, 1);
        await page.locator('input[data-shared]').click();
        await page.locator('.work-dialog .primary').click();
        await page.waitForFunction(inTab);
        await lists(page, 1);
        await switched(page);
        assert.deepEqual(await leftBehind(page), []);
        const other = await page.context().newPage();
        await other.goto(root + PAGE);
        await ready(other);
        await other.locator('input[data-shared]:checked').waitFor(); // it is in the same mode
        assert.deepEqual(await answers(other), [], 'another tab sees nothing');
        await other.close();
        await page.reload();
        await lists(page, 1);
        await page.locator('input[data-shared]').click();
        await page.locator('.work-dialog .primary').click();
        await page.waitForFunction(() => Object.keys(sessionStorage).every((key) => !key.includes(':session:')));
        await switched(page);
        await lists(page, 1);
      }));

    test('the way back promises nothing where the browser stores nothing', () =>
      onPage(root, async (page) => {
        await page.addInitScript(() => {
          Object.defineProperty(window, 'indexedDB', { value: undefined });
        });
        await page.reload();
        await ready(page);
        for (const state of ['session', 'unsaved']) {
          await page.locator('input[data-shared]').click();
          await page.locator('.work-dialog .primary').click();
          await page.locator(`[data-save-line][data-state=${state}]`).waitFor();
        }
        await switched(page);
        assert.doesNotMatch((await page.locator('[data-status]').textContent()) ?? '', /保存されます/);
      }));

    test('what is written on a form stays in the tab, and is gone after "finish and wipe"', () =>
      onPage(root, async (page) => {
        await ready(page);
        await page.locator('input[data-shared]').click();
        await page.locator('.work-dialog .primary').click();
        await page.waitForFunction(
          () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'session',
        );
        await switched(page);
        await page.goto(root + form.page);
        await page.locator('[data-save-line][data-state=session]').waitFor();
        await page.locator(at(form.texts[0])).fill('ここだけの言葉');
        await page.waitForFunction(() => Object.values(sessionStorage).some((text) => text.includes('ここだけの言葉')));
        await page.reload();
        await page.waitForFunction(
          (which) => Reflect.get(document.querySelector(which) ?? {}, 'value') === 'ここだけの言葉',
          at(form.texts[0]),
        );
        assert.deepEqual(await leftBehind(page), []);
        await page.goto(root + PAGE);
        await lists(page, 1);
        await page.locator('[data-wipe]').click();
        await page.locator('.work-dialog .danger').click();
        await lists(page, 0);
        await switched(page);
        assert.deepEqual(await leftBehind(page), []);
        assert.deepEqual(
          await page.evaluate(() => Object.values(sessionStorage).filter((text) => text.includes('ここだけ'))),
          [],
        );
        await page.goto(root + form.page);
        await page.locator('[data-save-line]:not(:empty)').waitFor();
        await quiet(page);
        assert.equal(await page.locator(at(form.texts[0])).inputValue(), '');
      }));

    test('what might name a real person is remarked at the field, and can stay', () =>
      onPage(
        root,
        async (page) => {
          await page.locator('[data-save-line]:not(:empty)').waitFor();
          await page.locator(at(form.texts[0])).fill('電話は０９０−１２３４−５６７８です');
          await page.locator('.personal-note').waitFor();
          await page.locator('.personal-note button').click();
          await page.locator('.personal-note').waitFor({ state: 'detached' });
          assert.equal(await page.locator(at(form.texts[0])).inputValue(), '電話は０９０−１２３４−５６７８です');
        },
        form.page,
      ));
  });
}
