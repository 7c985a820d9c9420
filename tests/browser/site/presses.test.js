/** How many presses an answer takes, by keys and by mouse; and that no key on the way undoes it. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import * as chromium from '../lib/chromium.js';
import * as firefox from '../lib/firefox.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn } from '../lib/hands.js';
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
