/**
 * axe finds nothing, and nothing sticks out of a page of 320 px, before, while and after an exercise is answered, with
 * earlier attempts open, on filled forms and on the page of answers: in the course of all kinds, and in the bundled one.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { answerFile, entry } from '../lib/answers.js';
import { violations } from '../lib/axe.js';
import { launch, settled } from '../lib/chromium.js';
import { ANSWERS, EVERY_KIND, EXERCISES, SHEET, buildCourse } from '../lib/course.js';
import { pagesOfEveryKind } from '../lib/every-kind.js';
import { fillAll, pressAll } from '../lib/fill.js';
import { until } from '../lib/hands.js';
import { pages, source } from '../lib/site.js';
import { all } from '../lib/size.js';
import { transports as bundled } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const WIDTH = 1280;
const { transports } = await buildCourse();
const root = transports[1].root;
const browser = await launch();
after(() => browser.close());
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-axe-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The longest form of the bundled course. */
const longestForm = () =>
  pages
    .filter((page) => source(page).includes('data-answer="worksheet/'))
    .sort((a, b) => source(b).length - source(a).length)[0];

/** Nothing to find, and nothing that sticks out of a narrow page. @param {Page} page @param {string} state */
async function holdsUp(page, state) {
  assert.deepEqual(await violations(page), [], state);
  await page.setViewportSize({ width: 320, height: 700 });
  await settled(page);
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const far = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest('.table') &&
        element.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth}: ${far
      .slice(0, 4)
      .map((element) => element.outerHTML.slice(0, 120))
      .join(' | ')}`;
  });
  assert.equal(wide, '', `${state} on 320 px`);
  await page.setViewportSize({ width: WIDTH, height: 900 });
}

/** @param {string} url @param {(page: Page) => Promise<void>} act */
async function onPage(url, act) {
  const context = await browser.newContext({
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: WIDTH, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(url);
  await settled(page);
  await act(page);
  await context.close();
}

/** @param {Page} page */
async function throughAttempts(page) {
  await fillAll(page);
  await until(
    page,
    () =>
      [...document.querySelectorAll('[data-save-line]')].some((line) => line.getAttribute('data-state') === 'saved'),
    undefined,
  );
  await holdsUp(page, 'while it is answered');
  await pressAll(page, 'look');
  await holdsUp(page, 'after it is compared');
  await pressAll(page, 'again');
  for (const summary of await page.locator('[data-earlier] > details > summary').all()) await summary.click();
  await holdsUp(page, 'with the earlier attempt open');
}

/** @param {Page} page @param {string} text */
async function give(page, text) {
  const file = path.join(folder, 'given.mitate.json');
  writeFileSync(file, text);
  await page.setInputFiles('input[data-import]', file);
}

/** @param {string} value */
const fileOf = (value) =>
  answerFile(EVERY_KIND, [
    { key: 'exercise/reply', sheet: 1, fields: { reply: entry(value, 5), day: entry('2026-11-21', 5) } },
  ]);

const form = longestForm();

describe('axe while answering', () => {
  test('every kind of exercise', () =>
    onPage(root + EXERCISES, async (page) => {
      await holdsUp(page, 'before an attempt');
      await page.locator('[data-look]').first().click();
      await holdsUp(page, 'when nothing was answered');
      await throughAttempts(page);
    }));

  test('every field of a form', () =>
    onPage(root + SHEET, async (page) => {
      await holdsUp(page, 'blank');
      await fillAll(page);
      await page.locator('[data-save-line][data-state="saved"]').waitFor();
      await holdsUp(page, 'filled');
      await page.locator('[data-new-sheet]').click();
      await holdsUp(page, 'with two copies');
    }));

  test('the page of answers, its import and its wiping', () =>
    onPage(root + ANSWERS, async (page) => {
      await page.locator('[data-answers-tools]').waitFor();
      await holdsUp(page, 'empty');
      await give(page, fileOf('ここのもの'));
      await page.locator('.work-dialog .primary').click();
      await page.locator('.answers-box dd').nth(1).waitFor();
      await holdsUp(page, 'filled');
      await give(page, fileOf('ファイルのもの'));
      await page.locator('.work-dialog .conflict').waitFor();
      await holdsUp(page, 'with two answers to choose from');
      await page.keyboard.press('Escape');
      await page.locator('.work-dialog').waitFor({ state: 'detached' });
      await page.locator('[data-wipe]').click();
      await page.locator('.work-dialog').waitFor();
      await holdsUp(page, 'before all is wiped');
    }));

  for (const file of all ? pagesOfEveryKind() : []) {
    test(`the bundled course: ${file}`, () => onPage(bundled[1].root + file, throughAttempts));
  }

  test(`the bundled course: ${form}`, { skip: !all }, () =>
    onPage(bundled[1].root + form, async (page) => {
      await fillAll(page);
      await page.locator('[data-save-line][data-state="saved"]').waitFor();
      await holdsUp(page, 'filled');
    }),
  );
});
