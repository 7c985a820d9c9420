/** One form open in two tabs: each shows what the other wrote, none overwrites what it has not seen. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogue } from '../lib/catalogue.js';
import { at, form } from '../lib/form.js';
import { begun, browsers, enter, holds, keeps, read, stored, until, valueOf } from '../lib/tabs.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */
/** @typedef {import('../lib/tabs.js').Session} Session */

const [first, second] = form.texts;
const address = `${form.key}#1/${first}`;
const { id: course } = catalogue;

/** @param {Tab} tab */
const conflictIn = (tab) => until(tab, () => document.querySelector('form.answer .conflict') !== null);
/** @param {Tab} tab @param {string} text */
const write = async (tab, text) => {
  await tab.bringToFront();
  await enter(tab, at(first));
  await tab.keyboard.type(text);
  await stored(tab, course, address, text);
};
/** Writes without coming to the front, as in another window: a tab that is hidden saves what it has. @param {Tab} tab @param {string} text */
const writeBeside = async (tab, text) => {
  await tab.evaluate(
    (/** @type {string[]} */ [which, words]) => {
      const field = document.querySelector(which);
      if (!(field instanceof HTMLTextAreaElement)) throw new Error(`no field ${which}`);
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    },
    [at(first), text],
  );
  await stored(tab, course, address, text);
};
/** Presses a button of the conflict by keyboard. @param {Tab} tab @param {number} n */
const choose = async (tab, n) => {
  await tab.bringToFront();
  await enter(tab, at(first));
  for (let i = 0; i < 10; i++) {
    await tab.keyboard.press('Tab');
    if (
      await tab.evaluate(
        (/** @type {number} */ which) =>
          document.querySelectorAll('.conflict-ways button')[which] === document.activeElement,
        n,
      )
    )
      break;
  }
  await tab.keyboard.press('Enter');
};

// All of them before the first test: the hooks that end them would run when the first tests are over.
const started = await Promise.all(
  Object.entries(browsers).map(async ([name, start]) => ({ name, session: await start() })),
);

for (const { name, session } of started) {
  for (const { name: how, root } of transports) {
    /** Two tabs of the form; in the second an input method is composing when the first has written. @param {(one: Tab, two: Tab, session: Session) => Promise<void>} act */
    const clashing = async (act) => {
      const fresh = await session();
      const [one, two] = [await fresh.tab(), await fresh.tab()];
      for (const tab of [one, two]) {
        await tab.goto(root + form.page);
        await begun(tab);
      }
      await two.bringToFront();
      await enter(two, at(first));
      await fresh.compose(two, 'うら');
      await writeBeside(one, 'おもて');
      await act(one, two, fresh);
      await fresh.end();
    };

    describe(`one form in two tabs of ${name} by ${how}`, () => {
      test('what one tab writes appears in the other, and writing there goes on from it', async () => {
        const fresh = await session();
        const [one, two] = [await fresh.tab(), await fresh.tab()];
        for (const tab of [one, two]) {
          await tab.goto(root + form.page);
          await begun(tab);
        }
        await write(one, '一つめ');
        await holds(two, at(first), '一つめ');
        await two.bringToFront();
        await enter(two, at(first));
        await two.keyboard.type('、二つめ');
        await holds(one, at(first), '一つめ、二つめ');
        assert.equal(await two.evaluate(() => document.querySelectorAll('.conflict').length), 0);
        assert.equal((await read(one, course, address))?.others, undefined);
        await fresh.end();
      });

      test('two texts stand beside each other; keeping both keeps both, in both tabs', () =>
        clashing(async (one, two, { decide }) => {
          assert.equal(await valueOf(two, at(first)), 'うら', 'not rewritten under the hand that writes');
          await decide(two, '裏');
          await conflictIn(two);
          const sides = await two.evaluate(() =>
            [...document.querySelectorAll('.conflict .conflict-text')].map(({ textContent }) => textContent),
          );
          assert.deepEqual(sides, ['裏', 'おもて']);
          await choose(two, 2);
          await holds(two, at(first), 'おもて\n裏');
          await holds(one, at(first), 'おもて\n裏');
          await until(two, () => document.querySelector('.conflict') === null);
        }));

      test('of two texts the one that was not chosen is kept aside', () =>
        clashing(async (one, two, { decide }) => {
          await decide(two, '裏');
          await conflictIn(two);
          await choose(two, 0);
          await holds(one, at(first), '裏');
          await keeps(one, course, address, '裏', ['おもて']);
        }));

      test('a tab that goes in the middle of a word does not overwrite the newer text; both are kept', () =>
        clashing(async (one, two) => {
          await two.goto(`${root}index.html`);
          await one.reload();
          await begun(one);
          await holds(one, at(first), 'おもて');
          await keeps(one, course, address, 'おもて', ['うら']);
        }));

      test('what is written while the page reads what another tab wrote does not overwrite it', async () => {
        const fresh = await session();
        const tab = await fresh.tab();
        await tab.goto(root + form.page);
        await begun(tab);
        await write(tab, 'はじめ');
        // Another tab's text, which this one has not heard of; then it comes back from the history, reads, and is written in.
        await tab.evaluate(
          async (/** @type {string[]} */ [name, key, which]) => {
            const request = indexedDB.open(`mitate:${name}`);
            /** @type {IDBDatabase} */
            const database = await new Promise((resolve) => {
              request.onsuccess = () => resolve(request.result);
            });
            const transaction = database.transaction('answers', 'readwrite');
            transaction.objectStore('answers').put({ value: 'おもて', rev: 9, at: new Date().toISOString() }, key);
            await new Promise((resolve) => {
              transaction.oncomplete = resolve;
            });
            database.close();
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
            const field = document.querySelector(which);
            if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field');
            field.focus();
            field.value = 'うら';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          },
          [course, address, at(first)],
        );
        await conflictIn(tab);
        await keeps(tab, course, address, 'おもて', ['うら']);
        await fresh.end();
      });

      test('writing in another field at the same time is no conflict', () =>
        clashing(async (one, two, { decide }) => {
          await decide(two, '');
          await enter(two, at(second));
          await two.keyboard.type('ほかの欄');
          await holds(one, at(second), 'ほかの欄');
          await holds(two, at(first), 'おもて');
          assert.equal(await two.evaluate(() => document.querySelectorAll('.conflict').length), 0);
        }));
    });
  }
}
