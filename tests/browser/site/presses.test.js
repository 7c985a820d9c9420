/** How many presses an answer takes, by keys, by mouse and by a finger; and that no key on the way undoes it. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import * as chromium from '../lib/chromium.js';
import * as firefox from '../lib/firefox.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, until } from '../lib/hands.js';
import { formOf } from '../lib/kinds.js';

/** @typedef {import('../lib/hands.js').Page} Page */

const browser = await chromium.launch();
const fox = await firefox.launch();
after(() => Promise.all([browser.close(), fox.close()]));
const { transports } = await buildCourse();
const { root } = transports[1];

/** @param {Page} page */
async function open(page) {
  await page.goto(root + EXERCISES);
  await answersAreIn(page);
}

/** Puts the focus on the first control of a form. @param {Page} page @param {string} form */
const begin = (page, form) =>
  page.evaluate((/** @type {string} */ where) => {
    const control = document.querySelector(`${where} [data-attempt] :is(input, select)`);
    if (control instanceof HTMLElement) control.focus();
  }, form);

/** What is chosen in a form, by name. @param {Page} page @param {string} form @returns {Promise<Record<string, string>>} */
const chosen = (page, form) =>
  page.evaluate(
    (/** @type {string} */ where) =>
      Object.fromEntries(
        [...document.querySelectorAll(`${where} [data-attempt] :is(input:checked, select)`)].map((control) => [
          control.getAttribute('name'),
          Reflect.get(control, 'value'),
        ]),
      ),
    form,
  );

/** @type {[string, () => Promise<{ page: Page, close: () => Promise<void> }>][]} */
const BROWSERS = [
  [
    'Chromium',
    async () => {
      const context = await browser.newContext();
      return { page: await context.newPage(), close: () => context.close() };
    },
  ],
  [
    'Firefox',
    async () => {
      const context = await fox.createBrowserContext();
      return { page: await context.newPage(), close: () => context.close() };
    },
  ],
];

for (const [name, start] of BROWSERS) {
  describe(name, () => {
    test('a card is sorted with two keys: a digit, and Tab to the next', async () => {
      const { page, close } = await start();
      await open(page);
      const form = formOf('groups');
      await begin(page, form);
      const cards = 4;
      let presses = 0;
      for (let card = 0; card < cards; card++) {
        await page.keyboard.press(String((card % 3) + 1));
        await page.keyboard.press('Tab');
        presses += 2;
      }
      assert.equal(Object.values(await chosen(page, form)).filter((value) => value !== '').length, cards);
      assert.ok(presses <= 2 * cards);
      await close();
    });

    test('the space bar on the way to the next card undoes nothing; Delete does', async () => {
      const { page, close } = await start();
      await open(page);
      const form = formOf('groups');
      await begin(page, form);
      await page.keyboard.press(' ');
      await page.keyboard.press('Tab');
      await page.keyboard.press(' ');
      assert.equal(Object.keys(await chosen(page, form)).length, 2, 'the next card was chosen, the first one stays');
      await page.keyboard.press('Delete');
      assert.equal(Object.keys(await chosen(page, form)).length, 1);
      await close();
    });

    test('a pair is made with two keys: the number of its choice, and Tab to the next', async () => {
      const { page, close } = await start();
      await open(page);
      const form = formOf('pairs');
      await begin(page, form);
      const choices = await page.evaluate(
        (/** @type {string} */ where) =>
          [...document.querySelectorAll(`${where} .bank li`)].map((one) => one.getAttribute('data-id') ?? ''),
        form,
      );
      const pairs = 3;
      for (let pair = 0; pair < pairs; pair++) {
        await page.keyboard.press(String(choices.length - pair));
        await page.keyboard.press('Tab');
      }
      assert.deepEqual(Object.values(await chosen(page, form)), [...choices].reverse().slice(0, pairs));
      await close();
    });

    test('a link leads to the exercise within three Tabs', async () => {
      const { page, close } = await start();
      await open(page);
      const there = () => page.evaluate(() => document.activeElement?.closest('.exercise') !== null);
      let tabs = 0;
      const link = () => page.evaluate(() => document.activeElement?.matches('.skip[href^="#exercise-"]') === true);
      for (; tabs < 3 && !(await link()); tabs++) await page.keyboard.press('Tab');
      assert.ok(await link(), 'a link to the exercise');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await there(), 'the next Tab is in the exercise');
      await close();
    });

    test('a card of a board goes into a group by two presses, and out again', async () => {
      const { page, close } = await start();
      await open(page);
      const form = formOf('cards');
      const attempt = `${form} [data-attempt]`;
      const click = (/** @type {string} */ where) =>
        until(
          page,
          (/** @type {string} */ selector) => {
            const element = document.querySelector(selector);
            if (!(element instanceof HTMLElement) || !element.checkVisibility()) return false;
            element.click();
            return true;
          },
          where,
        );
      await click(`${attempt} [data-card="c1"] .board-text`);
      await click(`${attempt} .board-groups [data-group="1"] .card-put`);
      assert.equal((await chosen(page, form))['in.c1'], '1');
      await click(`${attempt} [data-card="c1"] .board-text`);
      await click(`${attempt} [data-pile=""]`);
      assert.equal((await chosen(page, form))['in.c1'], '', 'out of its group');
      await click(`${attempt} [data-card="c1"] .card-pick`);
      await click(`${attempt} .board-groups [data-group="1"] .card-put`);
      await click(`${attempt} [data-card="c2"] .card-pick`);
      await click(`${attempt} [data-pile="1"]`);
      assert.equal((await chosen(page, form))['in.c2'], '1', 'onto the pile itself');
      await click(`${attempt} [data-card="c1"] .board-text`);
      await click(`${attempt} [data-card="c1"] .board-text`);
      await click(`${attempt} .board-groups [data-group="2"]`);
      assert.equal((await chosen(page, form))['in.c1'], '1', 'a card that was let go stays where it is');
      await close();
    });

    test('a card goes to its place in one move', async () => {
      const { page, close } = await start();
      await open(page);
      const form = formOf('steps');
      const order = () =>
        page.evaluate(
          (/** @type {string} */ where) =>
            [...document.querySelectorAll(`${where} [data-attempt] [data-card]`)].map((card) =>
              card.getAttribute('data-card'),
            ),
          form,
        );
      const wanted = [...(await order())].reverse();
      for (const [i, card] of wanted.entries()) {
        await page.evaluate(
          (/** @type {[string, string]} */ [where, id]) => {
            const select = document.querySelector(`${where} [data-attempt] [data-card="${id}"] select`);
            if (select instanceof HTMLElement) select.focus();
          },
          [form, card],
        );
        await page.keyboard.press(String(i + 1));
        await page.keyboard.press('Tab');
      }
      assert.deepEqual(await order(), wanted);
      assert.deepEqual(
        await chosen(page, form),
        Object.fromEntries(
          wanted.map((/** @type {string} */ card, /** @type {number} */ i) => [`place.${card}`, String(i + 1)]),
        ),
      );
      await close();
    });
  });
}
