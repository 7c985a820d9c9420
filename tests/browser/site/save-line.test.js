/**
 * The save line is true in every state: each cell of save-line.json is walked in a browser. The sample walks every storage and
 * every place once.
 */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { answerFile, entry } from '../lib/answers.js';
import { launch, launchIn } from '../lib/chromium.js';
import { ANSWERS, EVERY_KIND, EXERCISES, SHEET, buildCourse } from '../lib/course.js';
import { crowded } from '../lib/crowded.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { until } from '../lib/hands.js';
import { profileFolder } from '../lib/profile.js';
import { quiet } from '../lib/quiet.js';
import { some } from '../lib/size.js';

/**
 * @typedef {{ place: string[], storage: string[], moment: string[], undriven?: string, before?: string, form?: string, other?: string, answers?: string, export?: string }} Row
 * @typedef {object} Table
 * @property {string[]} place
 * @property {string[]} storage
 * @property {string[]} moment
 * @property {Row[]} rows
 * @property {Record<string, string>} says
 */

/** @type {Table} */
const table = JSON.parse(readFileSync(new URL('save-line.json', import.meta.url), 'utf8'));
const KEY = 'worksheet/everything';
const TEXT = 'ここに書いた言葉';
const FIELD = `form[data-answer="${KEY}"] textarea[name]`;
const ELSEWHERE = `form[data-answer="${KEY}"] [name="place"]`;
const OTHER = `[data-form="${KEY}"] [data-filled]`;
const QUOTA = 100_000; // bytes
const TOO_LONG = 80_000; // characters that do not go in
const SAMPLE = ['moved free', 'http no-journal', 'http full', 'file blocked', 'http private', 'firefox-file free'];

const {
  transports: [local, http],
} = await buildCourse();
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-moved-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const moved = path.join(folder, 'moved');
cpSync(fileURLToPath(local.root), moved, { recursive: true });
/** The folder after it was moved. */
const movedRoot = `${pathToFileURL(moved).href}/`;

/** @param {string} place @param {string} storage @param {string} moment */
function rowOf(place, storage, moment) {
  const rows = table.rows.filter(
    (row) => row.place.includes(place) && row.storage.includes(storage) && row.moment.includes(moment),
  );
  assert.equal(rows.length, 1, `${place}, ${storage}, ${moment} stands in one row`);
  return rows[0];
}

test('every cell is in exactly one row, and is tested or says why not', () => {
  for (const place of table.place) {
    for (const storage of table.storage) {
      for (const moment of table.moment) {
        const row = rowOf(place, storage, moment);
        assert.ok(row.undriven ?? (row.form && row.other && row.answers && row.export));
      }
    }
  }
});

/** @typedef {import('../lib/hands.js').Page} Tab */

/** @param {Tab} tab @param {string} url */
async function open(tab, url) {
  await tab.goto(url);
  await until(
    tab,
    () => {
      const same = document.querySelector('.work-dialog .button');
      // A moved folder is asked about: it is the same course.
      if (same instanceof HTMLElement) same.click();
      return document.querySelector('[data-save-line]')?.getAttribute('data-state');
    },
    undefined,
  );
  await quiet(tab);
}

/** The line comes to this state, and says then what is said in it: a moment later it may be in another one. @param {Tab} tab @param {string} state */
const line = (tab, state) =>
  until(
    tab,
    (/** @type {[string, string]} */ [wanted, says]) => {
      const line = document.querySelector('[data-save-line]');
      return line?.getAttribute('data-state') === wanted && new RegExp(says).test(line.textContent ?? '');
    },
    [state, table.says[state]],
  );

/** @param {Tab} tab @param {string} selector */
const textOf = (tab, selector) =>
  tab.evaluate((/** @type {string} */ where) => document.querySelector(where)?.textContent ?? '', selector);

/** Puts a text in at once, as a paste does. @param {Tab} tab @param {string} text @param {string} [field] */
const write = (tab, text, field = FIELD) =>
  tab.evaluate(
    (/** @type {[string, string]} */ [where, value]) => {
      const field = document.querySelector(where);
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error(`no ${where}`);
      field.focus();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    },
    [field, text],
  );

/** A text that cannot be made smaller, in short lines: a browser sets them quickly. */
const long = () =>
  TEXT +
  Array.from({ length: TOO_LONG }, (_, n) =>
    n % 50 === 0 ? '\n' : String.fromCodePoint(0x3042 + Math.floor(Math.random() * 78)),
  ).join('');

/** What the form holds. @param {Tab} tab @returns {Promise<string>} */
const valueOf = (tab) =>
  tab.evaluate(
    (/** @type {string} */ where) => /** @type {HTMLTextAreaElement} */ (document.querySelector(where)).value,
    FIELD,
  );

/** In the page: nothing is stored until `letGo()`. */
async function heldUp() {
  const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('mitate:'));
  const request = indexedDB.open(found?.name ?? '');
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const store = request.result.transaction('answers', 'readwrite').objectStore('answers');
  let isHeld = true;
  const hold = () => {
    if (isHeld) store.get('').onsuccess = hold;
    else request.result.close();
  };
  hold();
  Object.assign(window, {
    letGo: () => {
      isHeld = false;
    },
  });
}

/** In the page: as the browser does when it is asked to clear the data of a site. */
async function cleared() {
  for (const { name = '' } of await indexedDB.databases())
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
  localStorage.clear();
}

/**
 * What the four pages say now.
 * @param {Tab} tab
 * @param {string} root
 * @param {Row} row
 * @param {boolean} stays  the form is looked at as it is: nothing is loaded again
 */
async function walk(tab, root, row, stays) {
  const [state, there] = String(row.form).split(' ');
  if (!stays) await open(tab, root + SHEET);
  await line(tab, state);
  const held = await valueOf(tab);
  assert.equal(held.slice(0, TEXT.length), there === 'there' ? TEXT : '', 'the form');

  await open(tab, root + EXERCISES);
  assert.match(await textOf(tab, OTHER), new RegExp(table.says[String(row.other)]));

  await open(tab, root + ANSWERS);
  await answers(tab, row);
}

/** What "my answers" says, lists and saves. @param {Tab} tab @param {Row} row */
async function answers(tab, row) {
  const [state, there] = String(row.answers).split(' ');
  await until(tab, () => document.querySelector('.answers-box')?.childElementCount, undefined);
  await line(tab, state);
  const listed = await textOf(tab, '.answers-box');
  assert.equal(listed.includes(TEXT), there === 'there', listed.slice(0, 200));
  if (there === 'gone' && state !== 'idle') {
    assert.match(listed, /わかりません/, 'what cannot be known is not said to be nothing');
  }
  assert.equal((await takeOut(tab)).includes(TEXT), row.export === 'there', 'the file');
}

/** The file that would be saved, caught in the page; '' where none is. @param {Tab} tab @returns {Promise<string>} */
async function takeOut(tab) {
  await tab.evaluate(() => {
    Object.assign(window, { taken: '' });
    URL.createObjectURL = (/** @type {any} */ blob) => {
      Object.assign(window, { taken: blob.text() });
      return '#';
    };
    document.querySelector('[data-status]')?.replaceChildren();
    const button = document.querySelector('[data-export]');
    if (button instanceof HTMLElement) button.click();
  });
  await until(tab, () => document.querySelector('[data-status]')?.textContent, undefined);
  return tab.evaluate(() => Reflect.get(window, 'taken'));
}

/** An answer file that brings the text. */
const file = path.join(folder, 'given.mitate.json');

/** @param {Tab} tab @param {string} text */
async function writeFile(tab, text) {
  const name = await tab.evaluate(
    (/** @type {string} */ where) => document.querySelector(where)?.getAttribute('name'),
    FIELD,
  );
  writeFileSync(file, answerFile(EVERY_KIND, [{ key: KEY, sheet: 1, fields: { [name]: entry(text) } }]));
}

/**
 * Brings the file in. It is confirmed where there is something new in it.
 * @param {Tab} tab @param {() => Promise<unknown>} give
 */
async function takeIn(tab, give) {
  await tab.evaluate(() => document.querySelector('[data-status]')?.replaceChildren());
  await give();
  await until(
    tab,
    () => {
      const confirm = document.querySelector('.work-dialog .primary');
      if (confirm instanceof HTMLElement) confirm.click();
      return document.querySelector('[data-status]')?.textContent;
    },
    undefined,
  );
}

/** Deletes everything on "my answers". @param {Tab} tab */
async function deleteAll(tab) {
  await tab.evaluate(() => {
    document.querySelector('[data-status]')?.replaceChildren();
    const wipe = document.querySelector('button[data-wipe]');
    if (wipe instanceof HTMLElement) wipe.click();
  });
  await until(
    tab,
    () => {
      const confirm = document.querySelector('.work-dialog .danger');
      if (confirm instanceof HTMLElement) confirm.click();
      return document.querySelector('[data-status]')?.textContent;
    },
    undefined,
  );
  await quiet(tab);
}

/**
 * A browser window of one kind of storage, which can be ended and started again.
 * @typedef {object} Window
 * @property {Tab} tab
 * @property {(file: string) => Promise<unknown>} give  to "my answers"
 * @property {() => Promise<void>} end
 */

/** @param {string} storage @returns {() => Promise<Window>} */
function chromiumWith(storage) {
  const profile = profileFolder(
    storage === 'blocked' ? { profile: { default_content_setting_values: { cookies: 2 } } } : undefined,
  );
  return async () => {
    const context = storage === 'private' ? await (await launch()).newContext() : await launchIn(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('dialog', (dialog) => void dialog.accept());
    return {
      tab: page,
      give: (given) => page.setInputFiles('input[data-import]', given),
      end: async () => {
        await context.close();
        await context.browser()?.close();
      },
    };
  };
}

/** @param {string} storage @returns {() => Promise<Window>} */
function firefoxWith(storage) {
  const profile = profileFolder();
  return async () => {
    const browser = await launchFirefox({
      userDataDir: profile,
      prefs: { 'browser.privatebrowsing.autostart': storage === 'private' },
    });
    const page = await browser.newPage();
    return {
      tab: /** @type {Tab} */ (/** @type {unknown} */ (page)),
      give: async (given) => {
        const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
          await page.$('input[data-import]')
        );
        await input.uploadFile(given);
      },
      end: () => browser.close(),
    };
  };
}

/** @param {Window} window */
async function fill({ tab }) {
  const page = /** @type {import('playwright-core').Page} */ (/** @type {unknown} */ (tab));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(http.root).origin, quotaSize: QUOTA });
}

const cells = table.place.flatMap((place) => table.storage.map((storage) => ({ place, storage })));
const driven = cells.filter(({ place, storage }) => !rowOf(place, storage, 'typing').undriven);

for (const { place, storage } of some(driven, (cell) => SAMPLE.includes(`${cell.place} ${cell.storage}`))) {
  test(`${place}, ${storage}`, async (context) => {
    const start = (place.startsWith('firefox') ? firefoxWith : chromiumWith)(storage);
    const isMoved = place.endsWith('moved');
    const before = place === 'http' ? http.root : local.root;
    const here = isMoved ? movedRoot : before;
    let window = await start();
    /** @param {string} moment @param {(row: Row) => Promise<void>} act */
    const cell = (moment, act) => context.test(moment, () => act(rowOf(place, storage, moment)));

    await cell('typing', async (row) => {
      if (storage === 'full') await fill(window);
      await open(window.tab, before + SHEET);
      const text = storage === 'full' ? long() : TEXT;
      await writeFile(window.tab, text);
      if (storage === 'no-journal') await window.tab.evaluate(crowded);
      if (row.before) await window.tab.evaluate(heldUp);
      await write(window.tab, text);
      if (row.before) {
        await line(window.tab, row.before);
        await window.tab.evaluate(() => Reflect.get(window, 'letGo')());
      }
      await quiet(window.tab);
      await walk(window.tab, here, row, !isMoved);
    });
    await cell('reload', (row) => walk(window.tab, here, row, false));
    await cell('restart', async (row) => {
      await window.end();
      window = await start();
      await walk(window.tab, here, row, false);
    });
    await cell('cleared', async (row) => {
      if (row.undriven) return;
      await open(window.tab, here + SHEET);
      if ((await valueOf(window.tab)) === '') await write(window.tab, TEXT);
      await quiet(window.tab);
      await window.tab.evaluate(cleared);
      await write(window.tab, 'また', ELSEWHERE);
      await walk(window.tab, here, row, true);
    });
    await cell('deleted', async (row) => {
      if (row.undriven) return;
      await open(window.tab, here + ANSWERS);
      await deleteAll(window.tab);
      await answers(window.tab, row);
      await walk(window.tab, here, row, false);
    });
    await cell('import', async (row) => {
      if (storage === 'full') {
        // In a browser that has no answers yet. What the file brings does not go in, and the page says that nothing has changed.
        await window.end();
        window = await chromiumWith(storage)();
        await fill(window);
      }
      await open(window.tab, here + ANSWERS);
      await takeIn(window.tab, () => window.give(file));
      await answers(window.tab, row);
    });
    await window.end();
  });
}
