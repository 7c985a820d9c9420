/** What belongs together stays together: an attempt and its comparing, an answer and the words it was asked in. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { answerFile, entry } from '../lib/answers.js';
import { launch, settled } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { ANSWERS, EVERY_KIND, EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
const {
  transports: [{ root }],
  edit,
} = await buildCourse();
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-whole-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const FORM = formOf('pick');
const KEY = 'exercise/pick';

/** @param {Page} page @param {string} file */
async function go(page, file) {
  await page.goto(root + file);
  await settled(page);
  await answersAreIn(page);
  await quiet(page);
}

/** @param {(page: Page) => Promise<void>} act */
async function onPage(act) {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await go(page, EXERCISES);
  await act(page);
  await context.close();
}

/** @param {Page} page @param {string} text */
async function write(page, text) {
  await page.locator(at(FORM, 'reason')).fill(text);
  await page.waitForFunction(
    (form) => document.querySelector(`${form} [data-save-line]`)?.getAttribute('data-state') === 'saved',
    FORM,
  );
}

/** Gives a file to "my answers", answers its question, and is back at the form. @param {Page} page @param {Record<string, unknown>} fields @param {(page: Page) => Promise<unknown>} choose */
async function bringIn(page, fields, choose) {
  await go(page, ANSWERS);
  const file = path.join(folder, 'given.mitate.json');
  writeFileSync(file, answerFile(EVERY_KIND, [{ key: KEY, sheet: 1, fields }]));
  await page.setInputFiles('input[data-import]', file);
  await page.locator('.work-dialog .primary').waitFor();
  await choose(page);
  await page.locator('.work-dialog .primary').click();
  await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
  await go(page, EXERCISES);
}

const looked = (/** @type {Page} */ page) => page.locator(FORM).evaluate((form) => form.hasAttribute('data-looked'));
const text = (/** @type {Page} */ page) => page.locator(`${FORM} [data-attempt] [name="reason"]`).inputValue();

describe('a file with an attempt that was compared meets a text that was not', () => {
  const theirs = { reason: entry('ファイルの理由', 4), '@looked': entry('2026-11-20T01:00:00.000Z', 4) };
  /** @type {Record<string, [choice: number, text: string, looked: boolean, earlier: number]>} */
  const WAYS = {
    mine: [0, 'ここの理由', false, 0],
    theirs: [1, 'ファイルの理由', true, 0],
    both: [2, 'ファイルの理由', true, 1],
  };
  for (const [way, [choice, words, isLooked, earlier]] of Object.entries(WAYS)) {
    test(`${way}: both were shown whole, and text and comparing came together or not at all`, () =>
      onPage(async (page) => {
        await write(page, 'ここの理由');
        await bringIn(page, theirs, async () => {
          const sides = await page.locator('.work-dialog .conflict-text').allTextContents();
          assert.match(sides[0], /まだ見比べていない[^]*ここの理由/);
          assert.match(sides[1], /見比べた答え[^]*ファイルの理由/);
          await page.locator('.work-dialog .conflict input').nth(choice).check();
        });
        await page.waitForFunction(
          ([form, wanted]) =>
            /** @type {HTMLTextAreaElement | null} */ (document.querySelector(`${form} [data-attempt] [name="reason"]`))
              ?.value === wanted,
          [FORM, words],
        );
        assert.equal(await looked(page), isLooked);
        assert.equal(await page.locator(`${FORM} [data-earlier] details`).count(), earlier);
        await go(page, ANSWERS);
        // Neither is lost: the list is filled piece by piece.
        for (const one of ['ここの理由', 'ファイルの理由'])
          await page.waitForFunction(
            (words) => document.querySelector('.answers-box')?.textContent?.includes(words),
            one,
          );
      }));
  }

  test('the same text that was compared there: the comparing comes, nothing is asked', () =>
    onPage(async (page) => {
      await write(page, 'ファイルの理由');
      await bringIn(page, theirs, async () => assert.equal(await page.locator('.work-dialog .conflict').count(), 0));
      await page.waitForFunction((form) => document.querySelector(form)?.hasAttribute('data-looked'), FORM);
      assert.equal(await text(page), 'ファイルの理由');
    }));
});

/** How the fields of the exercise are noted, once a word of what was chosen is among them. @param {string} chosen */
async function namesOf(chosen) {
  const opened = indexedDB.open('mitate:every-kind');
  await new Promise((resolve) => {
    opened.onsuccess = resolve;
  });
  const get = opened.result.transaction('answers').objectStore('answers').get('~names');
  await new Promise((resolve) => {
    get.onsuccess = resolve;
  });
  opened.result.close();
  const names = get.result?.note?.['exercise/pick'];
  return names?.words?.first?.[chosen] && names.labels.reason;
}

test('how fields are called is noted for each word that is chosen, again where it was not noted when the page went, and goes along into the shared mode', () =>
  onPage(async (page) => {
    const LABEL = 'そう選んだ理由';
    await write(page, '理由');
    for (const value of ['wait', 'rain']) {
      await page.locator(`${FORM} [name="first"][value="${value}"]`).check();
      assert.equal(await until(page, namesOf, value), LABEL);
    }
    await page.evaluate(async () => {
      const opened = indexedDB.open('mitate:every-kind');
      await new Promise((resolve) => {
        opened.onsuccess = resolve;
      });
      const removing = opened.result.transaction('answers', 'readwrite');
      removing.objectStore('answers').delete('~names');
      await new Promise((resolve) => {
        removing.oncomplete = resolve;
      });
      opened.result.close();
    });
    await go(page, EXERCISES);
    assert.equal(await until(page, namesOf, 'rain'), LABEL);
    await go(page, ANSWERS);
    await page.locator('input[data-shared]').click();
    await page.locator('.work-dialog .primary').click();
    const names = await until(page, () => sessionStorage.getItem('mitate:every-kind:session:~names'), undefined);
    assert.ok(names.includes(LABEL), names);
  }));

test('what an author has dropped is shown under the words it was asked in: on its page, in my answers, in a file, in another browser', () =>
  onPage(async (page) => {
    await write(page, '前の欄に書いた');
    await page.locator(`${FORM} [name="first"][value="wait"]`).check();
    await until(page, namesOf, 'wait');
    edit('exercises/pick.yaml', (yaml) =>
      yaml
        .replace('id: reason, kind: long-text, label: そう選んだ理由', 'id: because, kind: long-text, label: わけ')
        .replace('{ id: wait, text: 何も言わずに待つ', '{ id: silence, text: だまっている'),
    );
    try {
      await go(page, EXERCISES);
      const lost = page.locator(`${FORM} [data-lost]`);
      await lost.locator('dt', { hasText: 'そう選んだ理由' }).waitFor();
      assert.match((await lost.textContent()) ?? '', /前の欄に書いた/);
      await lost.locator('dd', { hasText: '何も言わずに待つ' }).waitFor();
      await go(page, ANSWERS);
      await page.locator('.answers-lost dt', { hasText: 'そう選んだ理由' }).waitFor();
      await page.locator('.answers-box dd', { hasText: '何も言わずに待つ' }).waitFor();
      assert.equal(
        await page.locator('.answers-lost [data-remove]').count(),
        0,
        'the rest of the sheet would go with it',
      );
      assert.equal(await page.locator('[data-remove]').count(), 1);
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
      const file = path.join(folder, 'carried.mitate.json');
      writeFileSync(file, readFileSync(await download.path()));

      const other = await (await browser.newContext()).newPage();
      await go(other, ANSWERS);
      await other.setInputFiles('input[data-import]', file);
      await other.locator('.work-dialog .primary').click();
      await other.locator('.answers-lost dt', { hasText: 'そう選んだ理由' }).waitFor();
      await other.context().close();
    } finally {
      edit('exercises/pick.yaml', (yaml) =>
        yaml
          .replace('id: because, kind: long-text, label: わけ', 'id: reason, kind: long-text, label: そう選んだ理由')
          .replace('{ id: silence, text: だまっている', '{ id: wait, text: 何も言わずに待つ'),
      );
    }
  }));

test('comparing takes the attempt as it is', () =>
  onPage(async (page) => {
    await write(page, '理由');
    await compare(page, FORM, (where) => page.locator(where).click());
    assert.equal(await looked(page), true);
  }));
