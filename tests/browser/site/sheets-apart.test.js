/** Two tabs in which a new sheet of one form is begun have a sheet each: what is written about one person is never shown, or stored, among another's. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVERY_KIND, SHEET, buildCourse } from '../lib/course.js';
import { begun, browsers, enter, holds, read, stored, until, valueOf } from '../lib/tabs.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */
/** @typedef {import('../lib/tabs.js').Session} Session */

const { transports } = await buildCourse();
const PLACE = '[name="place"]';
const course = EVERY_KIND.id;

/** @param {number} sheet @param {string} [field] */
const addressOf = (sheet, field = 'place') => `worksheet/everything#${sheet}/${field}`;

/** Presses the button for a new sheet. @param {Tab} tab */
const beginAnother = (tab) =>
  tab.evaluate(() => {
    const button = document.querySelector('[data-new-sheet]');
    if (!(button instanceof HTMLElement)) throw new Error('no button');
    button.click();
  });

/** The number of the sheet that is shown comes to be this. @param {Tab} tab @param {number} n */
const shows = (tab, n) => holds(tab, '[data-sheets] select', String(n));

/** @param {Tab} tab @param {string} text */
async function write(tab, text) {
  await tab.bringToFront();
  await enter(tab, PLACE);
  await tab.keyboard.type(text);
}

const started = await Promise.all(
  Object.entries(browsers).map(async ([name, start]) => ({ name, session: await start() })),
);

for (const { name, session } of started) {
  for (const { name: how, root } of transports) {
    /** Two tabs of a form that has one sheet; in the second another is begun. @param {(one: Tab, two: Tab, session: Session) => Promise<void>} act */
    const inTwo = async (act) => {
      const fresh = await session();
      const [one, two] = [await fresh.tab(), await fresh.tab()];
      await one.goto(root + SHEET);
      await begun(one);
      await write(one, 'はじめの人');
      await stored(one, course, addressOf(1), 'はじめの人');
      await two.goto(root + SHEET);
      await begun(two);
      await holds(two, PLACE, 'はじめの人');
      await beginAnother(two);
      await holds(two, PLACE, '');
      await act(one, two, fresh);
      await fresh.end();
    };

    describe(`new sheets in two tabs of ${name} by ${how}`, () => {
      test('each tab has its own', () =>
        inTwo(async (one, two) => {
          await beginAnother(one);
          await write(one, '甲さん');
          await stored(one, course, addressOf(2), '甲さん');
          await shows(two, 3);
          assert.equal(await valueOf(two, PLACE), '', 'what is about another person is not shown on a new sheet');
          await write(two, '乙さん');
          await stored(two, course, addressOf(3), '乙さん');
          assert.equal((await read(two, course, addressOf(2)))?.value, '甲さん');
          assert.equal(await valueOf(one, PLACE), '甲さん');
        }));

      test('two that are begun in the same moment are not mixed', () =>
        inTwo(async (one, two) => {
          await beginAnother(one);
          // Neither hears of the other before it has written, and their clocks say the same.
          for (const [tab, text] of /** @type {[Tab, string][]} */ ([
            [one, '甲さん'],
            [two, '乙さん'],
          ]))
            await tab.evaluate(
              (/** @type {string[]} */ [which, words]) => {
                const Real = Date;
                const fixed = Real.parse('2026-11-30T01:02:03.004Z');
                Reflect.set(
                  globalThis,
                  'Date',
                  class extends Real {
                    /** @param {[string | number]} given */
                    constructor(...given) {
                      super(given.length > 0 ? given[0] : fixed);
                    }
                  },
                );
                BroadcastChannel.prototype.postMessage = () => {};
                const field = document.querySelector(which);
                if (!(field instanceof HTMLInputElement)) throw new Error('no field');
                Reflect.set(globalThis, 'writeNow', () => {
                  field.value = words;
                  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
                  field.dispatchEvent(new Event('change', { bubbles: true }));
                });
              },
              [PLACE, text],
            );
          await Promise.all([one, two].map((tab) => tab.evaluate(() => Reflect.get(globalThis, 'writeNow')())));
          const both = () => Promise.all([2, 3].map(async (n) => (await read(two, course, addressOf(n)))?.value));
          await until({ evaluate: async () => (await both()).every(Boolean) }, () => true);
          assert.deepEqual((await both()).toSorted(), ['乙さん', '甲さん']);
          const shown = await Promise.all([one, two].map((tab) => valueOf(tab, PLACE)));
          assert.deepEqual(shown, ['甲さん', '乙さん']);
        }));

      test('what is being composed on a new sheet goes on one of its own', () =>
        inTwo(async (one, two, { compose, decide }) => {
          await two.bringToFront();
          await enter(two, PLACE);
          await compose(two, 'おつ');
          await beginAnother(one);
          await one.evaluate((/** @type {string} */ which) => {
            const field = document.querySelector(which);
            if (!(field instanceof HTMLInputElement)) throw new Error('no field');
            field.value = '甲さん';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          }, PLACE);
          await stored(one, course, addressOf(2), '甲さん');
          await shows(two, 3);
          await decide(two, '乙');
          await stored(two, course, addressOf(3), '乙');
          assert.equal((await read(two, course, addressOf(2)))?.value, '甲さん');
        }));

      test('a page that has heard nothing, and reads what is stored, has its own too', () =>
        inTwo(async (_one, two) => {
          await two.evaluate(
            async (/** @type {string[]} */ [name, key]) => {
              const request = indexedDB.open(`mitate:${name}`);
              /** @type {IDBDatabase} */
              const database = await new Promise((resolve) => {
                request.onsuccess = () => resolve(request.result);
              });
              const transaction = database.transaction('answers', 'readwrite');
              transaction.objectStore('answers').put({ value: '甲さん', rev: 1, at: new Date().toISOString() }, key);
              await new Promise((resolve) => {
                transaction.oncomplete = resolve;
              });
              database.close();
              dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
            },
            [course, addressOf(2)],
          );
          await shows(two, 3);
          assert.equal(await valueOf(two, PLACE), '');
        }));

      test('what another tab writes on a sheet that is not shown is not said to be shown', () =>
        inTwo(async (one, two) => {
          await write(two, '乙さん');
          await stored(two, course, addressOf(2), '乙さん');
          await one.bringToFront();
          await enter(one, PLACE);
          await two.evaluate((/** @type {string} */ which) => {
            const field = document.querySelector(which);
            if (!(field instanceof HTMLInputElement)) throw new Error('no field');
            field.value = '乙さんの家';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          }, PLACE);
          await stored(two, course, addressOf(2), '乙さんの家');
          await until(one, () => document.querySelectorAll('[data-sheets] option').length === 2);
          assert.equal(await valueOf(one, PLACE), 'はじめの人');
          assert.doesNotMatch(
            await one.evaluate(() => document.querySelector('.live')?.textContent ?? ''),
            /新しいほうを表示しました/,
          );
        }));
    });
  }
}
