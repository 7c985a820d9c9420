/** The map of an interview: only in the facilitators' edition, drawn and in words, with what was walked, and a start at any turn. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch } from '../lib/chromium.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, typing, until } from '../lib/hands.js';
import { KINDS, formOf } from '../lib/kinds.js';

const [learners, facilitators] = [await buildCourse(), await buildCourse('facilitator')];
const browser = await launch();
after(() => browser.close());

const FORM = formOf('talk');
const MAP = `${FORM} .dialogue-map`;

test('learners have no map', async () => {
  const { page, close } = await open(learners);
  assert.equal(await page.locator('.dialogue-map').count(), 0);
  await close();
});

test('it names every turn and where each reply leads, and axe finds nothing at 360 px', async () => {
  const { page, close } = await open(facilitators, { viewport: { width: 360, height: 740 } });
  await show(page);
  const turns = await page.locator(`${FORM} [data-attempt] .turns > [data-turn]`).count();
  const replies = await page.locator(`${FORM} [data-attempt] .turns [data-reply]`).count();
  assert.equal(await page.locator(`${MAP} .map-turn`).count(), turns);
  assert.equal(await page.locator(`${MAP} .map-turn li`).count(), replies);
  assert.equal(await page.locator(`${MAP} .map-node`).count(), turns);
  assert.equal(await page.locator(`${MAP} .map-way`).count(), replies);
  assert.equal(await page.locator(`${MAP} .map-svg`).getAttribute('aria-hidden'), 'true', 'the list says the same');
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
    false,
  );
  assert.deepEqual(await violations(page), []);
  await close();
});

test('a path is shown, and a second attempt beside it', async () => {
  const { page, close } = await open(facilitators);
  const hand = typing(page);
  await KINDS.talk.first(hand, FORM, page);
  await show(page);
  const notes = () => page.locator(`${MAP} .map-notes`).allTextContents();
  assert.ok((await notes()).some((note) => note.includes('通った回：1')));
  assert.ok(await page.locator(`${MAP} .map-first`).count());
  await hand.press(`${FORM} [data-look]`);
  await until(page, (/** @type {string} */ where) => document.querySelector(where)?.hasAttribute('data-looked'), FORM);
  await hand.press(`${FORM} [data-again]`);
  await until(page, (/** @type {string} */ where) => !document.querySelector(where)?.hasAttribute('data-looked'), FORM);
  await KINDS.talk.second(hand, FORM, page);
  await until(page, (/** @type {string} */ where) => document.querySelector(`${where} .map-second`), FORM);
  assert.ok((await notes()).some((note) => note.includes('通った回：1、2')));
  await close();
});

test('any turn can be the beginning', async () => {
  const { page, close } = await open(facilitators);
  await show(page);
  const last = page.locator(`${MAP} [data-begin-at]`).nth(1);
  const id = await last.getAttribute('data-begin-at');
  const says = await page.locator(`${FORM} [data-attempt] [data-turn="${id}"] .speech`).first().textContent();
  await last.focus();
  await page.keyboard.press('Enter');
  const now = () => page.locator(`${FORM} .turn-now .speech`).first().textContent();
  assert.equal((await now())?.trim(), says?.trim());
  await until(
    page,
    (/** @type {string} */ where) => document.querySelector(where)?.contains(document.activeElement),
    `${FORM} .turn-now`,
  );
  await close();
});

/** @param {Awaited<ReturnType<typeof buildCourse>>} course @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(course, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${course.transports[0].root}${EXERCISES}#exercise-talk`);
  await answersAreIn(page);
  return { page, close: () => context.close() };
}

/** Opens the map by keyboard. @param {import('playwright-core').Page} page */
async function show(page) {
  await page.locator(`${MAP} summary`).focus();
  await page.keyboard.press('Enter');
  await until(page, (/** @type {string} */ where) => document.querySelector(`${where} .map-turn`), MAP);
}
