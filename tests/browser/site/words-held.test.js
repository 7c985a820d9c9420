/** Ways in which words could get lost that need bad luck: each keeps them, and says what it did. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ANSWERS, EVERY_KIND, SHEET, buildCourse } from '../lib/course.js';
import { crowded } from '../lib/crowded.js';
import { quiet } from '../lib/quiet.js';
import { unlessSingle } from '../lib/single.js';
import { begun, browsers, enter, holds, read, stored, until } from '../lib/tabs.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */

const { id: course } = EVERY_KIND;
const KEY = 'worksheet/everything';
const PLACE = 'form.answer [name="place"]';
const SAID = 'form.answer [name="said"]';
const { transports, edit } = await buildCourse();
// All of them before the first test: the hooks that end them would run when the first tests are over.
const started = await Promise.all(
  Object.entries(browsers).map(async ([name, start]) => ({ name, session: await start() })),
);
const ways = started.flatMap((browser) =>
  transports
    // Firefox gives each local file a storage of its own: there no page can delete what another one holds.
    .filter(({ name }) => browser.name === 'Chromium' || name !== 'file')
    .map(({ name, root }) => ({ name, way: `${browser.name} by ${name}`, root, session: browser.session })),
);

/** @param {Tab} tab @param {string} field @param {number} [sheet] */
const textsOf = async (tab, field, sheet = 1) => {
  const entry = await read(tab, course, `${KEY}#${sheet}/${field}`);
  return [entry?.value, ...(entry?.others?.map(({ value }) => value) ?? [])];
};
/** Waits until these are the texts of a field, the one in force first. @param {Tab} tab @param {string} field @param {(string | string[])[]} texts @param {number} [sheet] */
async function keeps(tab, field, texts, sheet) {
  for (let found = await textsOf(tab, field, sheet); ; found = await textsOf(tab, field, sheet)) {
    if (texts.every((text) => found.includes(text)) && found[0] === texts[0]) return;
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
  }
}
/** Puts a text in at once. @param {Tab} tab @param {string} selector @param {string} text @param {boolean} [isComposing]  by an input method that is not done */
const put = (tab, selector, text, isComposing = false) =>
  tab.evaluate(
    (/** @type {[string, string, boolean]} */ [which, value, composing]) => {
      const field = document.querySelector(which);
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error(`no ${which}`);
      if (composing) field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', isComposing: composing }));
    },
    [selector, text, isComposing],
  );
/** @param {Tab} tab @param {string} selector @param {string} text */
async function write(tab, selector, text) {
  await enter(tab, selector);
  await tab.keyboard.type(text);
}
/** Presses a button as soon as it is there. @param {Tab} tab @param {string} selector */
const press = (tab, selector) =>
  until(
    tab,
    (/** @type {string} */ which) => {
      const button = document.querySelector(which);
      if (button instanceof HTMLElement) button.click();
      return button !== null;
    },
    selector,
  );
/** The texts of all elements, once there are some. @param {Tab} tab @param {string} selector @returns {Promise<string[]>} */
async function textsIn(tab, selector) {
  await until(tab, (/** @type {string} */ which) => document.querySelector(which) !== null, selector);
  return tab.evaluate(
    (/** @type {string} */ which) => [...document.querySelectorAll(which)].map(({ textContent }) => textContent),
    selector,
  );
}
/** Waits until there are so many. @param {Tab} tab @param {string} selector @param {number} n */
const counts = (tab, selector, n) =>
  until(tab, (/** @type {[string, number]} */ [which, wanted]) => document.querySelectorAll(which).length === wanted, [
    selector,
    n,
  ]);
/** @param {Tab} tab */
const saysCleared = (tab) =>
  until(tab, () => /消されました/.test(document.querySelector('[data-save-line]')?.textContent ?? ''));

/** As the browser does when it is asked to clear the data of a site. @param {Tab} tab */
const clear = (tab) =>
  tab.evaluate(async () => {
    for (const { name: database = '' } of await indexedDB.databases())
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(database);
        request.onsuccess = resolve;
      });
    localStorage.clear();
  });

/** In the page, before its scripts: no database opens until `letOpen()`, however long that is. */
function heldBack() {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  Object.assign(window, { letOpen: release });
  const later = window.setTimeout;
  Reflect.set(window, 'setTimeout', (/** @type {() => void} */ act, ms = 0) => (ms >= 8000 ? 0 : later(act, ms)));
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function late(...asked) {
    const request = open.apply(this, asked);
    Object.defineProperty(request, 'onsuccess', {
      set(/** @type {(event: Event) => void} */ act) {
        request.addEventListener('success', (event) => void gate.then(() => act.call(request, event)));
      },
    });
    return request;
  };
}
/** @param {Tab} tab */
const letOpen = (tab) => tab.evaluate(() => Reflect.get(window, 'letOpen')());
/** What runs in every page of a tab before its scripts. @param {Tab} tab @param {() => void} act */
function beforeScripts(tab, act) {
  const page = /** @type {any} */ (tab);
  return page.addInitScript ? page.addInitScript(act) : page.evaluateOnNewDocument(act);
}

for (const { name, way, root, session } of ways) {
  /** @param {(tab: Tab, more: (file?: string) => Promise<Tab>) => Promise<void>} act */
  const onForm = async (act) => {
    const fresh = await session();
    const more = async (file = SHEET) => {
      const tab = await fresh.tab();
      if (file === '') return tab;
      await tab.goto(root + file);
      if (file === SHEET) await begun(tab);
      return tab;
    };
    await act(await more(), more);
    await fresh.end();
  };
  /** A second sheet, with a text. @param {Tab} tab @param {string} text */
  const secondSheet = async (tab, text) => {
    await write(tab, SAID, '一枚め');
    await stored(tab, course, `${KEY}#1/said`, '一枚め');
    await press(tab, 'button[data-new-sheet]');
    await write(tab, SAID, text);
    await stored(tab, course, `${KEY}#2/said`, text);
  };

  describe(`before the answers are open, in ${way}`, () => {
    test('what is typed does not replace a text of the newest sheet: both are shown, and the learner chooses', () =>
      onForm(async (tab) => {
        await secondSheet(tab, '二枚めの一時間');
        await beforeScripts(tab, heldBack);
        await tab.reload();
        await write(tab, SAID, 'x');
        await letOpen(tab);
        assert.deepEqual(await textsIn(tab, '.conflict .conflict-text'), ['x', '二枚めの一時間']);
        await keeps(tab, 'said', ['二枚めの一時間', 'x'], 2);
        assert.deepEqual(await textsOf(tab, 'said', 1), ['一枚め']);
      }));

    test('what is typed is there again if the page is left, in the newest sheet, and beside what that holds', () =>
      onForm(async (tab, more) => {
        await secondSheet(tab, '二枚めの一時間');
        const other = await more('');
        await beforeScripts(other, heldBack);
        await other.goto(root + SHEET);
        await write(other, SAID, 'y');
        await write(other, PLACE, '相談室');
        await other.goto(`${root}index.html`);
        const next = await more();
        await holds(next, PLACE, '相談室');
        await keeps(next, 'place', ['相談室'], 2);
        await keeps(next, 'said', ['二枚めの一時間', 'y'], 2);
        await until(next, () => !Object.keys(localStorage).some((one) => one.includes('early')));
      }));

    test('what was typed before the scripts ran is kept, too', { skip: unlessSingle(name, 'before the scripts') }, () =>
      onForm(async (tab) => {
        await beforeScripts(tab, () => {
          document.addEventListener('readystatechange', () => {
            const field = document.querySelector('form.answer [name="said"]');
            if (document.readyState === 'interactive' && field instanceof HTMLTextAreaElement) field.value = '早い手';
          });
        });
        await tab.reload();
        await stored(tab, course, `${KEY}#1/said`, '早い手');
      }),
    );
  });

  test(`three texts of two tabs, two of them in conflict: none is dropped, and the newest is shown, in ${way}`, () =>
    onForm(async (one, more) => {
      const two = await more();
      // Two has not heard of what one writes: its fields are being written at that time.
      for (const field of [PLACE, SAID]) {
        await put(two, field, 'うら', true);
        await put(one, field, 'おもて');
        await stored(one, course, `${KEY}#1/${field === PLACE ? 'place' : 'said'}`, 'おもて');
        await two.evaluate((/** @type {string} */ which) => {
          document.querySelector(which)?.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
        }, field);
      }
      await counts(two, '.conflict', 2);
      await put(one, SAID, '三つめの言葉');
      await until(two, () =>
        [...document.querySelectorAll('.conflict-text')].some(({ textContent }) => textContent === '三つめの言葉'),
      );
      await two.bringToFront();
      for (const left of [1, 0]) {
        await press(two, '.conflict .conflict-ways button');
        await counts(two, '.conflict', left);
      }
      await keeps(two, 'place', ['うら', 'おもて']);
      await keeps(two, 'said', ['うら', '三つめの言葉']);
      await holds(one, SAID, 'うら');
    }));

  test(`a storage that is cleared under the open page: what the page holds is stored again, and it says so, in ${way}`, () =>
    onForm(async (tab) => {
      await write(tab, SAID, '前の言葉');
      await stored(tab, course, `${KEY}#1/said`, '前の言葉');
      await clear(tab);
      await write(tab, PLACE, 'あと');
      await saysCleared(tab);
      await tab.reload();
      await holds(tab, PLACE, 'あと');
      await holds(tab, SAID, '前の言葉');
    }));

  test(`two forms open while the storage is cleared: each stores again what it holds, in ${way}`, () =>
    onForm(async (one, more) => {
      const two = await more();
      await put(one, SAID, '前の言葉');
      await holds(two, SAID, '前の言葉');
      await put(two, PLACE, '相談室');
      await holds(one, PLACE, '相談室');
      await clear(one);
      await put(one, SAID, '前の言葉とつづき');
      // To look into a database that is not there would create it.
      await saysCleared(one);
      await keeps(one, 'said', ['前の言葉とつづき']);
      await put(two, SAID, '前の言葉とべつの');
      await counts(two, '.conflict', 1);
      await keeps(one, 'said', ['前の言葉とつづき', '前の言葉とべつの']);
      await keeps(one, 'place', ['相談室']);
    }));

  test(`after all was deleted elsewhere, what a new page writes appears here and is not overwritten unseen, in ${way}`, () =>
    onForm(async (one, more) => {
      for (const text of ['あ', 'い', 'う']) {
        await write(one, SAID, text);
        await stored(one, course, `${KEY}#1/said`, 'あいう'.slice(0, 'あいう'.indexOf(text) + 1));
      }
      const answers = await more(ANSWERS);
      await press(answers, '[data-answers-tools]:not([hidden]) button[data-wipe]');
      await press(answers, '.work-dialog .danger');
      await holds(one, SAID, '');
      await answers.close();
      const two = await more();
      await put(two, SAID, '新しい');
      await holds(one, SAID, '新しい');
    }));

  describe(`a browser that has no room for the journal, in ${way}`, () => {
    const fill = (/** @type {Tab} */ tab) => tab.evaluate(crowded);

    test('a text is stored without waiting for a pause, and until then the line says that it may be lost', () =>
      onForm(async (tab) => {
        await fill(tab);
        const said = await tab.evaluate((/** @type {string} */ which) => {
          const later = window.setTimeout;
          Reflect.set(window, 'setTimeout', (/** @type {() => void} */ act, ms = 0) => (ms > 0 ? 0 : later(act)));
          const field = document.querySelector(which);
          if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field');
          field.value = '最後の言葉';
          field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          const state = document.querySelector('[data-save-line]')?.getAttribute('data-state');
          Reflect.set(window, 'setTimeout', later);
          return state;
        }, SAID);
        assert.equal(said, 'hurried');
        await stored(tab, course, `${KEY}#1/said`, '最後の言葉');
      }));

    test('a page that is left in the same moment asks first', () =>
      onForm(async (tab) => {
        await fill(tab);
        /** @type {string[]} */
        const dialogs = [];
        Reflect.get(tab, 'on').call(
          tab,
          'dialog',
          (/** @type {{ type(): string, dismiss(): Promise<void> }} */ dialog) => {
            dialogs.push(dialog.type());
            void dialog.dismiss();
          },
        );
        await write(tab, SAID, 'a');
        await stored(tab, course, `${KEY}#1/said`, 'a');
        await tab.evaluate((/** @type {string} */ which) => {
          const field = document.querySelector(which);
          if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field');
          field.value = 'a, and more';
          field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          location.reload();
        }, SAID);
        await stored(tab, course, `${KEY}#1/said`, 'a, and more');
        assert.deepEqual(dialogs, ['beforeunload']);
        await holds(tab, SAID, 'a, and more');
      }));
  });

  test(`a date that is written in part is said not to be saved, in ${way}`, () =>
    onForm(async (tab) => {
      const DAY = 'form.answer [name="day"]';
      const says = (/** @type {string} */ state) =>
        until(
          tab,
          (/** @type {string} */ wanted) =>
            document.querySelector('[data-save-line]')?.getAttribute('data-state') === wanted,
          state,
        );
      await put(tab, PLACE, '相談室');
      await stored(tab, course, `${KEY}#1/place`, '相談室');
      await tab.evaluate((/** @type {string} */ which) => {
        const field = document.querySelector(which);
        if (field instanceof HTMLInputElement) field.focus();
      }, DAY);
      await tab.keyboard.type('03');
      await enter(tab, PLACE);
      await says('half-date');
      await put(tab, DAY, '2026-03-01');
      await stored(tab, course, `${KEY}#1/day`, '2026-03-01');
      await says('saved');
    }));

  test(`a text that is too long is said to be not saved, also after something else was saved, in ${way}`, () =>
    onForm(async (tab) => {
      /** @param {string} state */
      const says = (state) =>
        until(
          tab,
          (/** @type {string} */ wanted) =>
            document.querySelector('[data-save-line]')?.getAttribute('data-state') === wanted,
          state,
        );
      await put(tab, SAID, 'y'.repeat(1024 * 1024 + 1));
      await says('unsaved');
      await put(tab, PLACE, '相談室B');
      await keeps(tab, 'place', ['相談室B']);
      await quiet(tab);
      await says('unsaved');
      await put(tab, SAID, '短く');
      await says('saved');
    }));
}

test('a text whose field the author has made into a choice is shown, stays when the learner chooses, and is in my answers', async () => {
  const [{ root, session }] = ways;
  const fresh = await session();
  const tab = await fresh.tab();
  await tab.goto(root + SHEET);
  await begun(tab);
  await write(tab, SAID, '一時間かけた長い言葉');
  await write(tab, PLACE, '三日間');
  await stored(tab, course, `${KEY}#1/place`, '三日間');
  edit('worksheets/everything.yaml', (text) =>
    text
      .replace(
        'kind: long-text, label: 本人の言葉, lines: 4',
        'kind: choice, label: 本人の言葉, options: [{ id: yes-it-is, label: はい }]',
      )
      .replace('kind: text, label: 場所, example: 相談室', 'kind: date, label: 場所'),
  );
  await tab.reload();
  const LOST = '[data-lost] dd';
  await counts(tab, LOST, 2);
  assert.deepEqual((await textsIn(tab, LOST)).toSorted(), ['一時間かけた長い言葉', '三日間']);
  await press(tab, `${SAID}[value="yes-it-is"]`);
  await put(tab, PLACE, '2026-01-05');
  await keeps(tab, 'said', ['yes-it-is', '一時間かけた長い言葉']);
  await keeps(tab, 'place', ['2026-01-05', '三日間']);
  await tab.reload();
  await counts(tab, LOST, 2);
  assert.deepEqual((await textsIn(tab, LOST)).toSorted(), ['一時間かけた長い言葉', '三日間']);
  await tab.goto(root + ANSWERS);
  for (const text of ['一時間かけた長い言葉', '三日間', 'はい'])
    await until(
      tab,
      (/** @type {string} */ words) =>
        [...document.querySelectorAll('.answers-box dd')].some(({ textContent }) => textContent?.includes(words)),
      text,
    );
  await fresh.end();
});
