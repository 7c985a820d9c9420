/** Writing on a form: typed with an input method, left in the middle of a word, come back to; nothing is lost. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogue } from '../lib/catalogue.js';
import { at, form } from '../lib/form.js';
import { quiet } from '../lib/quiet.js';
import { begun, browsers, enter, holds, keeps, read, stored, until, valueOf } from '../lib/tabs.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */
/** @typedef {import('../lib/tabs.js').Session} Session */

const [first, second] = form.texts;
const address = (/** @type {string} */ field) => `${form.key}#1/${field}`;
const { id: course } = catalogue;

/** In the page: goes back in the history. Drivers wait for a loading that the back-forward cache never does. */
const back = () => {
  setTimeout(() => history.back());
};

// All of them before the first test: the hooks that end them would run when the first tests are over.
const started = await Promise.all(
  Object.entries(browsers).map(async ([name, start]) => ({ name, session: await start() })),
);

for (const { name, session } of started) {
  for (const { name: how, root } of transports) {
    const url = root + form.page;
    /** @param {(session: Session, tab: Tab) => Promise<void>} act */
    const onForm = async (act) => {
      const fresh = await session();
      const tab = await fresh.tab();
      await tab.goto(url);
      await begun(tab);
      await act(fresh, tab);
      await fresh.end();
    };

    describe(`writing on a form in ${name} by ${how}`, () => {
      test('what an input method composes is saved once it is decided, and is there after a reload', () =>
        onForm(async ({ compose, decide }, tab) => {
          await enter(tab, at(first));
          await compose(tab, 'ほんにん');
          assert.equal(await valueOf(tab, at(first)), 'ほんにん');
          await decide(tab, '本人');
          await stored(tab, course, address(first), '本人');
          await compose(tab, 'のことば');
          // The page has nothing more to do: what is not decided is not saved.
          await quiet(tab);
          assert.equal((await read(tab, course, address(first)))?.value, '本人');
          await decide(tab, 'の言葉');
          await stored(tab, course, address(first), '本人の言葉');
          await tab.reload();
          await holds(tab, at(first), '本人の言葉');
        }));

      test('what was typed just before a composition is stored while the composition is open', () =>
        onForm(async ({ compose, decide }, tab) => {
          await enter(tab, at(first));
          await tab.keyboard.type('ab');
          await compose(tab, 'か');
          await keeps(tab, course, address(first), 'ab');
          await decide(tab, '書く');
          await stored(tab, course, address(first), 'ab書く');
        }));

      test('left in the middle of a word, the word is there again', () =>
        onForm(async ({ compose, decide }, tab) => {
          await enter(tab, at(first));
          await compose(tab, '面接の');
          await decide(tab, '面接の');
          await compose(tab, 'あと');
          await tab.goto(`${root}index.html`);
          await tab.goto(url);
          await holds(tab, at(first), '面接のあと');
        }));

      test('what was typed at the moment of leaving is there again, by a link, a reload and another address', () =>
        onForm(async (_, tab) => {
          await enter(tab, at(first));
          await tab.keyboard.type('リンク');
          await tab.evaluate(() => {
            setTimeout(() =>
              /** @type {HTMLElement} */ (document.querySelector('a[href$="answers/index.html"]')).click(),
            );
          });
          await until(
            tab,
            () => document.documentElement.dataset.kind === 'answers' && document.readyState === 'complete',
          );
          await tab.goto(url);
          await holds(tab, at(first), 'リンク');
          await enter(tab, at(first));
          await tab.keyboard.type('と読み直し');
          await tab.reload();
          await holds(tab, at(first), 'リンクと読み直し');
          await enter(tab, at(second));
          await tab.keyboard.type('別の欄');
          await tab.goto(`${root}index.html`);
          await tab.goto(url);
          await holds(tab, at(second), '別の欄');
          await holds(tab, at(first), 'リンクと読み直し');
        }));

      test('going back brings the form as it was, and writing goes on', () =>
        onForm(async ({ tab: open }, tab) => {
          await enter(tab, at(first));
          await tab.keyboard.type('行って');
          await tab.goto(`${root}index.html`);
          await tab.evaluate(back);
          await holds(tab, at(first), '行って');
          await begun(tab);
          await enter(tab, at(first));
          await tab.keyboard.type('帰る');
          await stored(tab, course, address(first), '行って帰る');
          const other = await open();
          await other.goto(url);
          await holds(other, at(first), '行って帰る');
        }));

      test('a page that comes back by the history shows what was written meanwhile', () =>
        onForm(async ({ tab: open }, tab) => {
          await enter(tab, at(first));
          await tab.keyboard.type('はじめ');
          await stored(tab, course, address(first), 'はじめ');
          await tab.goto(`${root}index.html`);
          const other = await open();
          await other.goto(url);
          await holds(other, at(first), 'はじめ');
          await enter(other, at(first));
          await other.keyboard.type('とつづき');
          await stored(other, course, address(first), 'はじめとつづき');
          await tab.bringToFront();
          await tab.evaluate(back);
          await holds(tab, at(first), 'はじめとつづき');
        }));
    });
  }
}
