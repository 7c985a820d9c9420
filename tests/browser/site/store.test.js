/**
 * The store of answers in real browsers: two tabs, a page that goes in the middle of a word, a full and a refused
 * storage. The store alone is bundled for a page of its own, on local files and from a server.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launch as launchChromium } from '../lib/chromium.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { serveStatic } from '../lib/server.js';
import { until } from '../lib/tabs.js';

/** @typedef {import('../../../themes/default/scripts/answers/store.js').Store} Store */
/** @typedef {{ goto(url: string): Promise<unknown>, evaluate(act: any, arg?: any): Promise<any>, close(): Promise<unknown> }} Tab  both drivers have it */

const folder = mkdtempSync(path.join(tmpdir(), 'mitate-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const store = fileURLToPath(new URL('../../../themes/default/scripts/answers/store.js', import.meta.url));
await build({
  stdin: {
    contents: `import { openStore } from ${JSON.stringify(store)}; Object.assign(window, { openStore });`,
    resolveDir: folder,
  },
  bundle: true,
  format: 'iife',
  outfile: path.join(folder, 'store.js'),
  logLevel: 'silent',
});
for (const name of ['one.html', 'two.html']) {
  writeFileSync(
    path.join(folder, name),
    '<!doctype html><html data-course="lab"><meta charset="utf-8"><title>lab</title><script src="store.js"></script>',
  );
}
const server = await serveStatic(folder);
after(() => server.close());
const roots = { file: `${pathToFileURL(folder).href}/`, http: server.url };

/** Opens the store in a tab; what it hears is kept. @param {Tab} tab @param {string} url */
async function open(tab, url) {
  await tab.goto(url);
  await tab.evaluate(async () => {
    const opened = await Reflect.get(window, 'openStore')({ course: 'lab' });
    const heard = /** @type {unknown[]} */ ([]);
    Object.assign(window, { store: opened, heard });
    opened.onChange((/** @type {unknown} */ change) => {
      heard.push(change);
      return !Reflect.get(window, 'busy');
    });
  });
}

/** @param {Tab} tab @param {string} value @param {string} [field] */
const put = (tab, value, field = 'q') =>
  tab.evaluate(
    (/** @type {[string, string]} */ [text, name]) => Reflect.get(window, 'store').put('exercise/a', 1, name, text),
    [value, field],
  );
/** @param {Tab} tab @returns {Promise<Record<string, import('../lib/answers.js').Entry>>} */
const read = (tab) =>
  tab.evaluate(async () => {
    const sheets = await Reflect.get(window, 'store').read('exercise/a');
    return Object.fromEntries(sheets.get(1) ?? []);
  });
/** @param {Tab} tab */
const state = (tab) => tab.evaluate(() => Reflect.get(window, 'store').state);
/** @param {Tab} tab @param {number} n */
async function heard(tab, n) {
  await until(tab, (/** @type {number} */ wanted) => Reflect.get(window, 'heard').length >= wanted, n);
}

const browsers = {
  Chromium: async () => {
    const browser = await launchChromium();
    return {
      fresh: async () => {
        const context = await browser.newContext();
        return { tab: () => context.newPage(), end: () => context.close() };
      },
      close: () => browser.close(),
    };
  },
  Firefox: async () => {
    const browser = await launchFirefox();
    return {
      fresh: async () => {
        const context = await browser.createBrowserContext();
        return { tab: () => context.newPage(), end: () => context.close() };
      },
      close: () => browser.close(),
    };
  },
};

// All of them before the first test: the hooks that end them would run when the first tests are over.
const started = await Promise.all(
  Object.entries(browsers).map(async ([name, start]) => ({ name, browser: await start() })),
);
after(() => Promise.all(started.map(({ browser }) => browser.close())));

for (const { name, browser } of started) {
  for (const [how, root] of Object.entries(roots)) {
    const url = `${root}one.html`;
    /** @param {(tab: () => Promise<Tab>) => Promise<void>} act */
    const inFresh = async (act) => {
      const { tab, end } = await browser.fresh();
      await act(/** @type {() => Promise<Tab>} */ (/** @type {unknown} */ (tab)));
      await end();
    };

    describe(`the store in ${name} by ${how}`, () => {
      test('is durable and says where it is', () =>
        inFresh(async (tab) => {
          const one = await tab();
          await open(one, url);
          const { where, ownFile, error } = await state(one);
          assert.deepEqual([where, ownFile, error], ['browser', name === 'Firefox' && how === 'file', undefined]);
          await put(one, 'あ');
          await open(one, url);
          assert.equal((await read(one)).q.value, 'あ');
        }));

      test('other tabs are notified, and a tab that has not seen a change overwrites nothing', () =>
        inFresh(async (tab) => {
          const one = await tab();
          const two = await tab();
          await open(one, url);
          await open(two, url);
          await put(one, 'あ');
          await heard(two, 1);
          await two.evaluate(() => {
            Object.assign(window, { busy: true });
          });
          await put(one, 'あい');
          await heard(two, 2);
          const late = await put(two, 'う');
          assert.deepEqual([late.entry.value, late.conflict.value, late.saved], ['あい', 'う', true]);
          const insisted = await put(two, 'うえ');
          assert.deepEqual([insisted.entry.value, insisted.conflict], ['うえ', undefined]);
          assert.deepEqual(
            (await read(one)).q.others?.map(({ value }) => value),
            ['あい'],
          );
        }));

      test('keeps what is put while the page goes', () =>
        inFresh(async (tab) => {
          const one = await tab();
          await open(one, url);
          await one.evaluate(() =>
            addEventListener('pagehide', () => {
              void Reflect.get(window, 'store').put('exercise/a', 1, 'last', '途中の');
            }),
          );
          await one.goto(`${root}two.html`);
          await open(one, url);
          assert.equal((await read(one)).last.value, '途中の');
          assert.deepEqual(
            await one.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('journal'))),
            [],
          );
        }));

      test('keeps nothing of the shared-PC mode outside the tab', () =>
        inFresh(async (tab) => {
          const one = await tab();
          await open(one, url);
          await put(one, 'あ');
          await one.evaluate(() => Reflect.get(window, 'store').setShared(true, { take: true }));
          await put(one, 'あい');
          assert.deepEqual([(await state(one)).where, (await read(one)).q.value], ['session', 'あい']);
          const two = await tab();
          await open(two, url);
          assert.deepEqual(await read(two), {});
          const left = await one.evaluate(async () => {
            const request = indexedDB.open('mitate:lab');
            await new Promise((resolve) => {
              request.onsuccess = resolve;
            });
            const all = request.result.transaction('answers').objectStore('answers').getAllKeys();
            await new Promise((resolve) => {
              all.onsuccess = resolve;
            });
            return [...all.result, ...Object.keys(localStorage).filter((key) => !key.endsWith(':settings'))];
          });
          assert.deepEqual(left, []);
          await one.evaluate(() => Reflect.get(window, 'store').wipe());
          assert.deepEqual(await one.evaluate(() => Object.keys(sessionStorage)), []);
          await one.evaluate(() => Reflect.get(window, 'store').setShared(false));
        }));

      test('follows the shared-PC mode that is switched while it opens', () =>
        inFresh(async (tab) => {
          const one = await tab();
          await one.goto(url);
          const shared = await one.evaluate(async () => {
            const opening = Reflect.get(window, 'openStore')({ course: 'lab' });
            localStorage.setItem('mitate:lab:settings', '{"shared":"on"}');
            const { state } = await opening;
            return [state.shared, state.where];
          });
          assert.deepEqual(shared, [true, 'session']);
        }));

      test('without a database the page keeps the text and says so', () =>
        inFresh(async (tab) => {
          const one = await tab();
          await one.goto(url);
          await one.evaluate(() => {
            IDBFactory.prototype.open = () => {
              throw new DOMException('no', 'SecurityError');
            };
          });
          await one.evaluate(async () => {
            Object.assign(window, { store: await Reflect.get(window, 'openStore')({ course: 'lab' }) });
          });
          const { where, error } = await state(one);
          assert.deepEqual([where, error], ['memory', 'blocked']);
          assert.equal((await put(one, 'あ')).entry.value, 'あ');
          assert.equal((await read(one)).q.value, 'あ');
        }));
    });
  }
}

test('a full storage is said, and what did not go in goes in with the next put', async () => {
  const browser = await launchChromium();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${roots.http}one.html`);
  // Before the database is there: Chromium remembers for a while how much room there was.
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(roots.http);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10_000 });
  await open(page, `${roots.http}one.html`);
  assert.equal((await state(page)).where, 'browser', 'a full storage opens');
  assert.equal((await put(page, 'あ'.repeat(200_000))).saved, false);
  assert.equal((await state(page)).error, 'full');
  assert.equal(String((await read(page)).q.value).length, 200_000, 'the page still has it');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  assert.equal((await put(page, 'い', 'r')).saved, true);
  assert.equal((await state(page)).error, undefined);
  await open(page, `${roots.http}one.html`);
  assert.equal(String((await read(page)).q.value).length, 200_000);
  await browser.close();
});
