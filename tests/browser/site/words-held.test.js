/** Ways in which words could get lost that need bad luck: each keeps them, and says what it did. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import { ANSWERS, EVERY_KIND, SHEET, buildCourse } from '../lib/course.js';
import { quiet } from '../lib/quiet.js';
import { begun, enter, holds, read, stored, until, valueOf } from '../lib/tabs.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../lib/tabs.js').Tab} Tab */

const { id: course } = EVERY_KIND;
const KEY = 'worksheet/everything';
const PLACE = 'form.answer [name="place"]';
const SAID = 'form.answer [name="said"]';
const { transports, edit } = await buildCourse();
const browser = await launch();
after(() => browser.close());

/** @param {Page} page @returns {Tab} */
const asTab = (page) => /** @type {Tab} */ (/** @type {unknown} */ (page));
/** @param {Page} page @param {string} field @param {number} [sheet] */
const textsOf = async (page, field, sheet = 1) => {
  const entry = await read(asTab(page), course, `${KEY}#${sheet}/${field}`);
  return [entry?.value, ...(entry?.others?.map(({ value }) => value) ?? [])];
};
/** Waits until these are the texts of a field, the one in force first. @param {Page} page @param {string} field @param {(string | string[])[]} texts @param {number} [sheet] */
async function keeps(page, field, texts, sheet) {
  for (let found = await textsOf(page, field, sheet); ; found = await textsOf(page, field, sheet)) {
    if (texts.every((text) => found.includes(text)) && found[0] === texts[0]) return;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
  }
}
/** Puts a text in at once. @param {Page} page @param {string} selector @param {string} text @param {boolean} [isComposing]  by an input method that is not done */
const put = (page, selector, text, isComposing = false) =>
  page.evaluate((/** @type {[string, string, boolean]} */ [which, value, composing]) => {
    const field = document.querySelector(which);
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error(`no ${which}`);
    if (composing) field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', isComposing: composing }));
  }, /** @type {[string, string, boolean]} */ ([selector, text, isComposing]));
/** @param {Page} page @param {string} selector @param {string} text */
async function write(page, selector, text) {
  await enter(asTab(page), selector);
  await page.keyboard.type(text);
}

/** As the browser does when it is asked to clear the data of a site. @param {Page} page */
const clear = (page) =>
  page.evaluate(async () => {
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
/** @param {Page} page */
const letOpen = (page) => page.evaluate(() => Reflect.get(window, 'letOpen')());

for (const { name, root } of transports) {
  /** @param {(page: Page, more: () => Promise<Page>) => Promise<void>} act */
  const onForm = async (act) => {
    const context = await browser.newContext();
    const more = async () => {
      const page = await context.newPage();
      await page.goto(root + SHEET);
      await begun(asTab(page));
      return page;
    };
    await act(await more(), more);
    await context.close();
  };
  /** A second sheet, with a text. @param {Page} page @param {string} text */
  const secondSheet = async (page, text) => {
    await write(page, SAID, '一枚め');
    await stored(asTab(page), course, `${KEY}#1/said`, '一枚め');
    await page.click('button[data-new-sheet]');
    await write(page, SAID, text);
    await stored(asTab(page), course, `${KEY}#2/said`, text);
  };

  describe(`before the answers are open, by ${name}`, () => {
    test('what is typed does not replace a text of the newest sheet: both are shown, and the learner chooses', () =>
      onForm(async (page) => {
        await secondSheet(page, '二枚めの一時間');
        await page.addInitScript(heldBack);
        await page.reload();
        await write(page, SAID, 'x');
        await letOpen(page);
        await page.locator('.conflict').waitFor();
        assert.deepEqual(await page.locator('.conflict .conflict-text').allTextContents(), ['x', '二枚めの一時間']);
        await keeps(page, 'said', ['二枚めの一時間', 'x'], 2);
        assert.deepEqual(await textsOf(page, 'said', 1), ['一枚め']);
      }));

    test('what is typed is there again if the page is left, in the newest sheet, and beside what that holds', () =>
      onForm(async (page, more) => {
        await secondSheet(page, '二枚めの一時間');
        const other = await page.context().newPage();
        await other.addInitScript(heldBack);
        await other.goto(root + SHEET);
        await write(other, SAID, 'y');
        await write(other, PLACE, '相談室');
        await other.goto(`${root}index.html`);
        const next = await more();
        await holds(asTab(next), PLACE, '相談室');
        await keeps(next, 'place', ['相談室'], 2);
        await keeps(next, 'said', ['二枚めの一時間', 'y'], 2);
        assert.equal(await next.evaluate(() => Object.keys(localStorage).some((one) => one.includes('early'))), false);
      }));

    test('what was typed before the scripts ran is kept, too', () =>
      onForm(async (page) => {
        await page.addInitScript(() => {
          document.addEventListener('readystatechange', () => {
            const field = document.querySelector('form.answer [name="said"]');
            if (document.readyState === 'interactive' && field instanceof HTMLTextAreaElement) field.value = '早い手';
          });
        });
        await page.reload();
        await stored(asTab(page), course, `${KEY}#1/said`, '早い手');
      }));
  });

  test(`three texts of two tabs, two of them in conflict: none is dropped, and the newest is shown, by ${name}`, () =>
    onForm(async (one, more) => {
      const two = await more();
      // Two has not heard of what one writes: its fields are being written at that time.
      for (const field of [PLACE, SAID]) {
        await put(two, field, 'うら', true);
        await put(one, field, 'おもて');
        await stored(asTab(one), course, `${KEY}#1/${field === PLACE ? 'place' : 'said'}`, 'おもて');
        await two.evaluate((which) => {
          document.querySelector(which)?.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
        }, field);
      }
      await until(asTab(two), () => document.querySelectorAll('.conflict').length === 2);
      await put(one, SAID, '三つめの言葉');
      await until(asTab(two), () =>
        [...document.querySelectorAll('.conflict-text')].some(({ textContent }) => textContent === '三つめの言葉'),
      );
      await two.bringToFront();
      for (const left of [1, 0]) {
        await two.locator('.conflict').first().locator('.conflict-ways button').first().click();
        await until(asTab(two), (/** @type {number} */ n) => document.querySelectorAll('.conflict').length === n, left);
      }
      await keeps(two, 'place', ['うら', 'おもて']);
      await keeps(two, 'said', ['うら', '三つめの言葉']);
      await holds(asTab(one), SAID, 'うら');
    }));

  test(`a storage that is cleared under the open page: what the page holds is stored again, and it says so, by ${name}`, () =>
    onForm(async (page) => {
      await write(page, SAID, '前の言葉');
      await stored(asTab(page), course, `${KEY}#1/said`, '前の言葉');
      await clear(page);
      await write(page, PLACE, 'あと');
      await until(asTab(page), () =>
        /消されました/.test(document.querySelector('[data-save-line]')?.textContent ?? ''),
      );
      await page.reload();
      await holds(asTab(page), PLACE, 'あと');
      assert.equal(await valueOf(asTab(page), SAID), '前の言葉');
    }));

  test(`two forms open while the storage is cleared: each stores again what it holds, by ${name}`, () =>
    onForm(async (one, more) => {
      const two = await more();
      await write(one, SAID, '前の言葉');
      await holds(asTab(two), SAID, '前の言葉');
      await write(two, PLACE, '相談室');
      await holds(asTab(one), PLACE, '相談室');
      await clear(one);
      await write(one, SAID, 'とつづき');
      await keeps(one, 'said', ['前の言葉とつづき']);
      await put(two, SAID, '前の言葉とべつの');
      await until(asTab(two), () => document.querySelectorAll('.conflict').length === 1);
      await keeps(one, 'said', ['前の言葉とつづき', '前の言葉とべつの']);
      await keeps(one, 'place', ['相談室']);
    }));

  test(`after all was deleted elsewhere, what a new page writes appears here and is not overwritten unseen, by ${name}`, () =>
    onForm(async (one, more) => {
      for (const text of ['あ', 'い', 'う']) {
        await write(one, SAID, text);
        await stored(asTab(one), course, `${KEY}#1/said`, 'あいう'.slice(0, 'あいう'.indexOf(text) + 1));
      }
      const answers = await one.context().newPage();
      await answers.goto(root + ANSWERS);
      await answers.click('button[data-wipe]');
      await answers.click('.work-dialog .danger');
      await holds(asTab(one), SAID, '');
      await answers.close();
      const two = await more();
      await write(two, SAID, '新しい');
      await holds(asTab(one), SAID, '新しい');
    }));

  describe(`a browser that has no room for the journal, by ${name}`, () => {
    /** @param {Page} page */
    const fill = (page) =>
      page.evaluate(() => {
        let part = 'x'.repeat(1_000_000);
        for (let n = 0; part.length > 0; n += 1) {
          try {
            localStorage.setItem(`filler${n}`, part);
          } catch {
            part = part.slice(0, Math.floor(part.length / 2));
          }
        }
      });

    test('a text is stored without waiting for a pause, and until then the line says that it may be lost', () =>
      onForm(async (page) => {
        await fill(page);
        const said = await page.evaluate((which) => {
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
        await stored(asTab(page), course, `${KEY}#1/said`, '最後の言葉');
      }));

    test('a page that is left in the same moment asks first', () =>
      onForm(async (page) => {
        await fill(page);
        /** @type {string[]} */
        const dialogs = [];
        page.on('dialog', (dialog) => {
          dialogs.push(dialog.type());
          void dialog.dismiss();
        });
        await write(page, SAID, 'a');
        await stored(asTab(page), course, `${KEY}#1/said`, 'a');
        await page.evaluate((which) => {
          const field = document.querySelector(which);
          if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field');
          field.value = 'a, and more';
          field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
          location.reload();
        }, SAID);
        await stored(asTab(page), course, `${KEY}#1/said`, 'a, and more');
        assert.deepEqual(dialogs, ['beforeunload']);
        await holds(asTab(page), SAID, 'a, and more');
      }));
  });
}

test('a text that is too long is said to be not saved, also after something else was saved', async () => {
  const [{ root }] = transports;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(root + SHEET);
  await begun(asTab(page));
  await put(page, SAID, 'y'.repeat(1024 * 1024 + 1));
  const state = () => document.querySelector('[data-save-line]')?.getAttribute('data-state');
  await until(asTab(page), () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'unsaved');
  await put(page, PLACE, '相談室B');
  await keeps(page, 'place', ['相談室B']);
  await quiet(page);
  assert.equal(await page.evaluate(state), 'unsaved');
  await put(page, SAID, '短く');
  await until(asTab(page), () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'saved');
  await context.close();
});

test('a text whose field the author has made into a choice is shown, stays when the learner chooses, and is in my answers', async () => {
  const [{ root }] = transports;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(root + SHEET);
  await begun(asTab(page));
  await write(page, SAID, '一時間かけた長い言葉');
  await write(page, PLACE, '三日間');
  await stored(asTab(page), course, `${KEY}#1/place`, '三日間');
  edit('worksheets/everything.yaml', (text) =>
    text
      .replace(
        'kind: long-text, label: 本人の言葉, lines: 4',
        'kind: choice, label: 本人の言葉, options: [{ id: yes-it-is, label: はい }]',
      )
      .replace('kind: text, label: 場所, example: 相談室', 'kind: date, label: 場所'),
  );
  await page.reload();
  const lost = page.locator('[data-lost] dd');
  await lost.first().waitFor();
  assert.deepEqual((await lost.allTextContents()).toSorted(), ['一時間かけた長い言葉', '三日間']);
  await page.locator(`${SAID}[value="yes-it-is"]`).check();
  await page.locator(PLACE).fill('2026-01-05');
  await keeps(page, 'said', ['yes-it-is', '一時間かけた長い言葉']);
  await keeps(page, 'place', ['2026-01-05', '三日間']);
  await page.reload();
  await lost.first().waitFor();
  assert.deepEqual((await lost.allTextContents()).toSorted(), ['一時間かけた長い言葉', '三日間']);
  await page.goto(root + ANSWERS);
  await page.locator('.answers-box dd').first().waitFor();
  const listed = (await page.locator('.answers-box').textContent()) ?? '';
  for (const text of ['一時間かけた長い言葉', '三日間', 'はい']) assert.ok(listed.includes(text), text);
  await context.close();
});
