/** A double click and a key that is held down press once, unless the button stays as it is. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());
const { transports } = await buildCourse();
/** @type {Page} */
let page;

/** The exercises in a profile of its own. */
async function open() {
  await page?.context().close();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  await page.goto(transports[0].root + EXERCISES);
  await answersAreIn(page);
}

/** Where a control is, once it is in the window. @param {string} selector */
async function middleOf(selector) {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  assert.ok(box, selector);
  return /** @type {const} */ ([box.x + box.width / 2, box.y + box.height / 2]);
}

/** The second click of a double click, on what the first one brought there. @param {string} selector */
async function clickAgain(selector) {
  await page.mouse.move(...(await middleOf(selector)));
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await quiet(page);
}

/** @param {string} selector */
const press = async (selector) => {
  await page.mouse.click(...(await middleOf(selector)));
  await quiet(page);
};

/** @param {string} selector */
const count = (selector) => page.locator(selector).count();

const [talk, stages, gaps, steps] = ['talk', 'stages', 'gaps', 'steps'].map(formOf);

test('a double click says one thing in an interview', async () => {
  await open();
  await press(`${talk} [data-say="inside"]`);
  await until(page, (/** @type {string} */ where) => document.querySelector(where), `${talk} [data-say="wait"]`);
  await clickAgain(`${talk} [data-say="wait"]`);
  assert.equal(await count(`${talk} [data-attempt] .exchange`), 1);
  await press(`${talk} [data-say="wait"]`);
  assert.equal(await count(`${talk} [data-attempt] .exchange`), 2);
});

test('a double click passes one stage', async () => {
  await open();
  await press(`${stages} [data-read-on="empty"]`);
  await clickAgain(`${stages} [data-read-on="sound"]`);
  assert.equal(await count(`${stages} [data-attempt] [data-stage]:not([hidden])`), 2);
});

for (const [name, again] of /** @type {[string, () => Promise<void>][]} */ ([
  ['double click', () => clickAgain(`${gaps} [data-look]`)],
  [
    'key that is held down',
    async () => {
      await page.locator(`${gaps} [data-look]`).focus();
      for (let times = 0; times < 4; times++) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      await quiet(page);
    },
  ],
]))
  test(`a ${name} names what is empty, and does not compare yet`, async () => {
    await open();
    await page.fill(at(gaps, 'family'), '家族');
    if (name === 'double click') await press(`${gaps} [data-look]`);
    await again();
    assert.ok(await page.locator(`${gaps} .blanks`).isVisible());
    assert.equal(await count(`${gaps}[data-looked]`), 0);
    await press(`${gaps} [data-look]`);
    assert.equal(await count(`${gaps}[data-looked]`), 1);
  });

test('a button that stays as it is moves a card with each click', async () => {
  await open();
  const places = () =>
    page
      .locator(`${steps} [data-attempt] [data-card]`)
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card')));
  const last = (await places()).at(-1);
  await page.locator(`${steps} [data-card="${last}"] [data-move="up"]`).focus();
  await press(`${steps} [data-card="${last}"] [data-move="up"]`);
  await clickAgain(`${steps} [data-card="${last}"] [data-move="up"]`);
  assert.equal((await places()).indexOf(last ?? null), 2);
});
