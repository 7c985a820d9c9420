/** Panels: the spread is read only after an attempt, in words, on paper, on a phone and in the dark; and beside other exercises stage by stage. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch } from '../lib/chromium.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, typing, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { readPdf } from '../lib/pdf.js';

/** @typedef {import('playwright-core').Page} Page */

const course = await buildCourse();
const { root } = course.transports[0];
const browser = await launch();
after(() => browser.close());

const FORM = formOf('weights');
const EXAMPLE = '教材の書き手が考えた例です。実際に集めた回答ではありません。';

test('its spread comes after the attempt, and says in words what it draws', async () => {
  const { page, close } = await open();
  assert.equal(await page.locator(`${FORM} .spread`).first().isVisible(), false);
  await answer(page);
  const first = page.locator(`${FORM} .spread`).first();
  assert.equal(await first.isVisible(), true);
  assert.equal(await first.locator('.spread-source').textContent(), EXAMPLE);
  assert.equal(
    await first.locator('.spread-sum').textContent(),
    '3人のうち、弱まる0人、変わらない1人、強まる2人です。',
  );
  assert.deepEqual(
    (await first.locator('.spread-count').allTextContents()).map((text) => text.trim()),
    ['0人', '0人', '1人', '1人', '1人'],
  );
  assert.equal(await first.locator('.spread-marks').first().getAttribute('aria-hidden'), 'true');
  assert.equal(await first.locator('.spread-split').count(), 0);
  assert.match((await first.locator('.chosen').textContent()) ?? '', /＋1 やや強まる/);
  const second = page.locator(`${FORM} .spread`).nth(1);
  assert.match((await second.locator('.spread-split').textContent()) ?? '', /分かれています/);
  assert.equal(await page.locator(`${FORM} .spread`).count(), await page.locator(`${FORM} .spread-source`).count());
  await close();
});

test('nothing is found by axe, sticks out at 360 px, or is lost in the dark', async () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { page, close } = await open({ viewport: { width: 360, height: 740 }, colorScheme });
    await answer(page);
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
      false,
    );
    assert.deepEqual(await violations(page), [], colorScheme);
    await close();
  }
});

test('it is printed with the attempt', async () => {
  const { page, close } = await open();
  await answer(page);
  const { text } = readPdf(await page.pdf({ format: 'A4' }));
  for (const words of ['3人のうち、弱まる0人', '学級担任', '三度は時間がかかる', EXAMPLE])
    assert.ok(text.includes(words), words);
  await close();
});

test('it is beside a case that was read stage by stage, under each stage', async () => {
  const { page, close } = await open();
  const form = formOf('stages');
  const found = await page.evaluate((where) => {
    const stages = [...document.querySelectorAll(`${where} .panel-stage`)];
    return stages.map((stage) => [
      stage.querySelector('h5')?.textContent?.trim(),
      stage.querySelectorAll('.spread').length,
    ]);
  }, form);
  assert.deepEqual(
    found.map(([, count]) => count),
    [0, 1, 1],
  );
  assert.equal(await page.locator(`${form} .panel-stage`).first().isVisible(), false, 'only afterwards');
  await close();
});

/** @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${root}${EXERCISES}#exercise-weights`);
  await answersAreIn(page);
  return { page, close: () => context.close() };
}

/** By keyboard only. @param {Page} page */
async function answer(page) {
  const hand = typing(page);
  await hand.tick(at(FORM, 'weigh.rubber', '+1'));
  await hand.write(at(FORM, 'why.rubber'), '時間が要るから');
  await hand.tick(at(FORM, 'weigh.box', '+0'));
  await hand.write(at(FORM, 'why.box'), 'まだわからない');
  await hand.tick(at(FORM, 'agree', 'yes'));
  await hand.press(`${FORM} [data-look]`);
  await until(page, (/** @type {string} */ where) => document.querySelector(where)?.hasAttribute('data-looked'), FORM);
}
