/**
 * The page "my answers" in Chromium: what a learner does there, and answer files to do it with.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { answerFile } from './answers.js';
import { catalogue } from './catalogue.js';
import { launch, settled, watch } from './chromium.js';
import { quiet } from './quiet.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ key: string, sheet: number, fields: Record<string, unknown> }} Given */

export const PAGE = 'answers/index.html';

/** A work with three texts to write. */
export const asked =
  catalogue.works.find(
    ({ fields }) => fields.length >= 3 && fields.every((field) => !field.options && !field.columns && !field.many),
  ) ?? catalogue.works[0];
export const [first, second, third] = asked.fields.map(({ id }) => id);

const browser = await launch();
after(() => browser.close());
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-answers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {Given[]} answers @param {object} [more] */
export const fileOf = (answers, more = {}) => answerFile({ ...catalogue, revision: 1 }, answers, more);
/** @param {Record<string, unknown>} fields */
export const one = (fields) => fileOf([{ key: asked.key, sheet: 1, fields }]);

/** Gives a file to the page as its file field does. @param {Page} page @param {string} text */
export async function give(page, text) {
  const file = path.join(folder, 'given.mitate.json');
  writeFileSync(file, text);
  await page.setInputFiles('input[data-import]', file);
}

/** Reads a file in and confirms. @param {Page} page @param {string} text */
export async function bringIn(page, text) {
  await page.locator('[data-status]').evaluate((status) => {
    status.textContent = '';
  });
  await give(page, text);
  await page.locator('.work-dialog .primary').click();
  return said(page);
}

/** What the page said last. @param {Page} page */
export async function said(page) {
  await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
  return page.locator('[data-status]').textContent();
}

/** Gives a file that must be refused; what the page said. @param {Page} page @param {string} text */
export async function refused(page, text) {
  await page.locator('[data-status]').evaluate((status) => {
    status.textContent = '';
  });
  await give(page, text);
  const words = await said(page);
  assert.equal(await page.locator('.work-dialog').count(), 0);
  return words;
}

/** @param {Page} page */
const listed = (page) => page.locator('.answers-box:not([aria-busy])').waitFor({ state: 'attached' });

/** The answers in the list, once it shows what the store holds: it may be made again, in pieces. @param {Page} page */
export async function answers(page) {
  await quiet(page);
  await listed(page);
  return page.locator('.answers-box dd').allTextContents();
}

/** The list holds so many answers, and is not being made again: then it is empty for a moment. @param {Page} page @param {number} n */
export const lists = (page, n) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelectorAll('.answers-box:not([aria-busy]) dd').length === wanted &&
      document.querySelector('.answers-box:not([aria-busy])'),
    n,
  );

/** What a button of the page saves as a file. @param {Page} page @param {string} button */
export async function saved(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** @param {Page} page */
export async function ready(page) {
  await settled(page);
  await page.locator('[data-answers-tools]').waitFor();
  await listed(page);
}

/**
 * In a browser profile of its own; nothing may go wrong meanwhile.
 * @param {string} root
 * @param {(page: Page) => Promise<void>} act
 * @param {string} [start]
 */
export async function onPage(root, act, start = PAGE) {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const problems = await watch(page, root);
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(root + start);
  if (start === PAGE) await ready(page);
  await act(page);
  // What is saved as a file has an address of its own.
  assert.deepEqual(
    problems.filter((problem) => !problem.startsWith('request to blob:')),
    [],
  );
  await context.close();
}
