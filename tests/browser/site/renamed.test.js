/**
 * The author gives an exercise and a form other ids: what was written under the old ones is there under the new ones, on the page, on
 * "my answers", from an old answer file, and on the board.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { answerFile, entry } from '../lib/answers.js';
import { launch, settled, watch } from '../lib/chromium.js';
import { ANSWERS, EVERY_KIND, EXERCISES, SHEET, buildCourse } from '../lib/course.js';
import { launch as launchFirefox, watch as watchFirefox } from '../lib/firefox.js';
import { answersAreIn, until } from '../lib/hands.js';
import { quiet } from '../lib/quiet.js';

const course = await buildCourse();
const facilitators = await buildCourse('facilitator');
const chromium = await launch();
const firefox = await launchFirefox();
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-renamed-'));
after(async () => {
  await Promise.all([chromium.close(), firefox.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const WORDS = '前の名前のときに書いた';
const RENAMED_SHEET = SHEET.replace('everything', 'anything');

/** @typedef {{ evaluate: (act: any, arg?: any) => Promise<any>, goto: (url: string) => Promise<unknown>, close: () => Promise<void> }} AnyPage */

/** Writes into a field as a learner does, and waits until it is stored. @param {AnyPage} page @param {string} key @param {string} field */
async function write(page, key, field) {
  await answersAreIn(/** @type {any} */ (page));
  await page.evaluate(
    (/** @type {string[]} */ [key, field, words]) => {
      const control = document.querySelector(`form[data-answer="${key}"] [name="${field}"]`);
      if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) throw new Error('no field');
      control.value = words;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [key, field, WORDS],
  );
  await quiet(page);
}

/** The field holds what was written. @param {AnyPage} page @param {string} key @param {string} field */
const holds = (page, key, field) =>
  until(
    /** @type {any} */ (page),
    (/** @type {string[]} */ [key, field, words]) => {
      const control = document.querySelector(`form[data-answer="${key}"] [name="${field}"]`);
      return (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) && control.value === words;
    },
    [key, field, WORDS],
  );

/** A learner in each browser from each place, with the page and the problems that came. */
const learners = await Promise.all(
  course.transports.flatMap(({ name, root }) => [
    chromium.newContext({ acceptDownloads: true }).then((context) => ({
      name: `Chromium, ${name}`,
      root,
      open: async () => {
        const page = await context.newPage();
        return { page: /** @type {AnyPage} */ (page), problems: await watch(page, root) };
      },
    })),
    firefox.createBrowserContext().then((context) => ({
      name: `Firefox, ${name}`,
      root,
      open: async () => {
        const page = await context.newPage();
        return { page: /** @type {AnyPage} */ (page), problems: watchFirefox(page, root) };
      },
    })),
  ]),
);

for (const { root, open } of learners) {
  const { page } = await open();
  await page.goto(root + EXERCISES);
  await write(page, 'exercise/pick', 'reason');
  await page.goto(root + SHEET);
  await write(page, 'worksheet/everything', 'said');
  await page.close();
}

for (const { rename } of [course, facilitators]) {
  // Twice: the first of the old ids counts as well.
  rename('exercise:pick', 'took');
  rename('exercise:took', 'chosen');
  rename('worksheet:everything', 'anything');
}

for (const { name, root, open } of learners) {
  test(`${name}: what was written is there under the new id`, async () => {
    const { page, problems } = await open();
    await page.goto(root + EXERCISES);
    await holds(page, 'exercise/chosen', 'reason');
    // In Firefox a local file has a storage of its own, and the form has a new file now.
    const isApart = name.startsWith('Firefox') && root.startsWith('file:');
    if (!isApart) {
      await page.goto(root + ANSWERS);
      const listed = () => {
        const texts = [...document.querySelectorAll('.answers-box:not([aria-busy]) dd')].map((it) => it.textContent);
        return texts.length === 2 && texts;
      };
      assert.deepEqual(await until(/** @type {any} */ (page), listed, undefined), [WORDS, WORDS]);
      await page.goto(root + RENAMED_SHEET);
      await holds(page, 'worksheet/anything', 'said');
    }
    assert.deepEqual(problems, []);
    await page.close();
  });
}

const old = answerFile(EVERY_KIND, [
  { key: 'exercise/pick', sheet: 1, fields: { reason: entry(WORDS), first: entry('wait') } },
  // The newer text of two that a file has of one answer is the one that counts, and the other is beside it.
  { key: 'worksheet/everything', sheet: 1, fields: { said: entry('古い言葉') } },
  { key: 'worksheet/anything', sheet: 1, fields: { said: entry(WORDS, 1, { at: '2026-11-21T00:00:00.000Z' }) } },
]);
const file = path.join(folder, 'old.mitate.json');
writeFileSync(file, old);

for (const { name, root } of course.transports) {
  test(`an answer file from before, from a ${name}, comes in under the new ids`, async () => {
    const context = await chromium.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(root + ANSWERS);
    await settled(page);
    await page.setInputFiles('input[data-import]', file);
    await page.locator('.work-dialog .primary').click();
    await page.locator('.answers-box:not([aria-busy]) dd', { hasText: WORDS }).nth(1).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
    const { answers } = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.deepEqual(
      answers.map((/** @type {any} */ it) => [it.key, it.fields.reason?.value ?? it.fields.said?.value]),
      [
        ['exercise/chosen', WORDS],
        ['worksheet/anything', WORDS],
      ],
    );
    assert.deepEqual(
      answers[1].fields.said.others.map((/** @type {any} */ it) => it.value),
      ['古い言葉'],
    );
    await page.goto(root + EXERCISES);
    await holds(page, 'exercise/chosen', 'reason');
    await context.close();
  });
}

for (const { name, root } of facilitators.transports) {
  test(`the board from a ${name} counts answers from before under the new ids`, async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(`${root}board/index.html`);
    await page.locator('[data-board][data-ready]').waitFor();
    await page.setInputFiles('input[data-files]', file);
    await page.locator('[data-board]:not([aria-busy]):not([data-empty])').waitFor();
    await page.locator('details[data-key="exercise/chosen"]').waitFor();
    assert.equal(await page.locator('details[data-key="exercise/pick"]').count(), 0);
    await context.close();
  });
}
