/** What is said of an answer is so: "none" is an answer, words that were not said are a draft, what is gone was chosen. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { answerFile } from '../lib/answers.js';
import { launch } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { ANSWERS, EVERY_KIND, EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, pointing } from '../lib/hands.js';
import { KINDS, at, formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../lib/hands.js').Hand} Hand */

const browser = await launch();
after(() => browser.close());
const {
  transports: [{ root }],
  editAll,
} = await buildCourse();

/** In a profile of its own. @param {(page: Page, hand: Hand) => Promise<void>} act */
async function onPage(act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(root + EXERCISES);
  await answersAreIn(page);
  const hand = pointing(
    page,
    (x, y) => page.mouse.click(x, y),
    (selector, value) => page.selectOption(selector, value),
  );
  await act(page, hand);
  await context.close();
}

/** What my answers lists: each answer behind its label. @param {Page} page */
async function listed(page) {
  await page.goto(root + ANSWERS);
  await quiet(page);
  await page.locator('.answers-box:not([aria-busy]) dd').first().waitFor();
  return page
    .locator('.answers-fields > div')
    .evaluateAll((all) => all.map((one) => [...one.children].map(({ textContent }) => textContent).join(' → ')));
}

test('“none” is an answer: it is listed, and can be taken back', () =>
  onPage(async (page, hand) => {
    await KINDS.marks.first(hand, formOf('marks'), page);
    await quiet(page);
    assert.deepEqual(await listed(page), ['Aは10時に来た。 → 事実', '怠けているのだろう。 → 印なし']);
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await page.locator(`${formOf('marks')} [data-group="lazy"] .clear-choice`).click();
    await quiet(page);
    assert.deepEqual(await listed(page), ['Aは10時に来た。 → 事実']);
  }));

test('own words that were written and not said are a draft', () =>
  onPage(async (page, hand) => {
    const form = formOf('talk');
    await hand.write(at(form, 'own.1'), 'また来ます');
    await hand.press(`${form} .turn-now [data-say="thank"]`);
    await quiet(page);
    assert.deepEqual(await listed(page), [
      '選んだ道すじ 1 → 「お返事をありがとう」',
      '自分の言葉 1 （書きかけ） → また来ます',
    ]);
  }));

test('what was chosen and taken out by the author is not said to be unwritten', () =>
  onPage(async (page, hand) => {
    const form = formOf('pairs');
    await KINDS.pairs.first(hand, form, page);
    await compare(page, form, hand.press);
    await quiet(page);
    editAll([
      [
        'exercises/pairs.yaml',
        (text) => text.replace('{ id: silence,', '{ id: quiet,').replace('answers: [silence]', 'answers: [quiet]'),
      ],
    ]);
    await page.reload();
    await answersAreIn(page);
    await quiet(page);
    const said = await page
      .locator(`${form} [data-yours]`)
      .evaluateAll((all) => all.map((one) => [one.getAttribute('data-yours'), one.textContent?.trim()].join(': ')));
    assert.deepEqual(said, [
      'one: （選んだものは、いまの教材にありません）',
      'two: 共感 同じ',
      'three: （書いていません）',
    ]);
  }));

test('what was written in another year is said with the year', () =>
  onPage(async (page) => {
    const year = new Date().getFullYear() - 1;
    const written = { value: '返事', rev: 1, at: `${year}-11-30T03:00:00.000Z` };
    const text = answerFile(EVERY_KIND, [{ key: 'exercise/reply', sheet: 1, fields: { reply: written } }]);
    await page.goto(root + ANSWERS);
    await page.locator('[data-answers-tools]').waitFor();
    const file = { name: 'a.mitate.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.setInputFiles('input[data-import]', file);
    await page.locator('.work-dialog .primary').click();
    await page.locator('.answers-box dd').first().waitFor();
    assert.match(await page.locator('.answers-sheet summary').innerText(), new RegExp(`${year}年11月30日`));
  }));
