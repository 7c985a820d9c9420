/** Courses of one id in one browser: asked before anything is mixed, nothing lost whatever is answered. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { ANSWERS, EXERCISES } from '../lib/course.js';
import { quiet } from '../lib/quiet.js';
import { ways } from '../lib/size.js';
import { buildCourses } from '../lib/two-courses.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContext} Context */

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
const transports = await buildCourses({ spring: '春の講座', autumn: '秋の講座', moved: '春の講座' });

const FIELD = 'form[data-answer="exercise/pick"] [name="reason"]';
const DIALOG = '.work-dialog';

/** @param {Context} context @param {string} url */
async function open(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await settled(page);
  return page;
}

/** The page's forms have their answers. @param {Page} page */
const begun = (page) =>
  page.waitForFunction(() => document.querySelector('[data-save-line]')?.getAttribute('data-state'));

/** @param {Page} page @param {string} text */
async function write(page, text) {
  await begun(page);
  await page.locator(FIELD).fill(text);
  await page.waitForFunction(
    (where) =>
      document.querySelector(where)?.closest('form')?.querySelector('[data-save-line]')?.getAttribute('data-state') ===
      'saved',
    FIELD,
  );
}

/** Without a question. @param {Context} context @param {string} url */
async function holds(context, url) {
  const page = await open(context, url);
  await begun(page);
  await quiet(page);
  assert.equal(await page.locator(DIALOG).count(), 0);
  const text = await page.locator(FIELD).inputValue();
  await page.close();
  return text;
}

/** @param {(context: Context) => Promise<void>} act */
async function inFresh(act) {
  const context = await browser.newContext();
  await act(context);
  await context.close();
}

for (const { name, rootOf } of ways(transports)) {
  /** @param {string} course */
  const form = (course) => rootOf(course) + EXERCISES;

  describe(`another course of the same id by ${name}`, () => {
    for (const [how, answer] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
      ['kept apart', (page) => page.locator(`${DIALOG} button`).nth(1).click()],
      ['left unanswered by Escape', (page) => page.keyboard.press('Escape')],
    ])) {
      test(`${how}: both have their own answers from then on, and are not asked again`, () =>
        inFresh(async (context) => {
          await write(await open(context, form('spring')), '春に書いた');
          const page = await open(context, form('autumn'));
          await page.locator(DIALOG).waitFor();
          const question = (await page.locator(DIALOG).textContent()) ?? '';
          for (const words of ['春の講座', '秋の講座']) assert.ok(question.includes(words), question);
          assert.equal(await page.locator(FIELD).inputValue(), '', 'nothing is shown before it is answered');
          await answer(page);
          await begun(page);
          assert.equal(await page.locator(FIELD).inputValue(), '');
          await write(page, '秋に書いた');
          assert.equal(await holds(context, form('spring')), '春に書いた');
          assert.equal(await holds(context, form('autumn')), '秋に書いた');
        }));
    }

    test('said to be the same: its answers go on here and there', () =>
      inFresh(async (context) => {
        await write(await open(context, form('spring')), '春に書いた');
        const page = await open(context, form('moved'));
        await page.locator(DIALOG).waitFor();
        await page.locator(`${DIALOG} button`).first().click();
        await page.waitForFunction(
          (where) => /** @type {HTMLTextAreaElement} */ (document.querySelector(where)).value === '春に書いた',
          FIELD,
        );
        await write(page, '移してから書いた');
        assert.equal(await holds(context, form('spring')), '移してから書いた');
        assert.equal(await holds(context, form('moved')), '移してから書いた');
      }));

    test('kept apart, they are offered in my answers, and brought in without being taken from where they were', () =>
      inFresh(async (context) => {
        await write(await open(context, form('spring')), '春に書いた');
        const page = await open(context, rootOf('autumn') + ANSWERS);
        await page.locator(DIALOG).waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.answers-others .button').click();
        await page.locator(`${DIALOG} .primary`).click();
        await page.locator('.answers-box dd', { hasText: '春に書いた' }).waitFor();
        assert.equal(await holds(context, form('autumn')), '春に書いた');
        assert.equal(await holds(context, form('spring')), '春に書いた');
      }));

    test('deleting everything in one leaves the other whole', () =>
      inFresh(async (context) => {
        await write(await open(context, form('spring')), '春に書いた');
        const page = await open(context, form('autumn'));
        await page.locator(DIALOG).waitFor();
        await page.keyboard.press('Escape');
        await write(page, '秋に書いた');
        for (const [course, other, text] of [
          ['spring', 'autumn', '秋に書いた'],
          ['autumn', 'spring', ''],
        ]) {
          const mine = await open(context, rootOf(course) + ANSWERS);
          await mine.locator('[data-wipe]').click();
          await mine.locator(`${DIALOG} .danger`).click();
          await mine.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
          await mine.waitForFunction(() => document.querySelectorAll('.answers-box dd').length === 0);
          assert.equal(await holds(context, form(other)), text);
        }
      }));

    test('a course that is open and has no answers yet keeps its room: what another writes meanwhile is not mixed with it', () =>
      inFresh(async (context) => {
        const spring = await open(context, form('spring'));
        await begun(spring);
        await write(await open(context, form('autumn')), '秋に書いた');
        await write(spring, '春に書いた');
        assert.equal(await holds(context, form('autumn')), '秋に書いた');
        assert.equal(await holds(context, form('spring')), '春に書いた');
      }));
  });
}
