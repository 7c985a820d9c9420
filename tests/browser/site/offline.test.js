/**
 * Reading without a network: what is stored when a learner asks for it, that everything works then, how a new edition is taken,
 * what an interruption leaves, and removal. The browser is as wide as a phone; the server is on this machine, which browsers
 * take for secure.
 */

import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { violations } from '../lib/axe.js';
import { launch, settled, watch } from '../lib/chromium.js';
import { EXERCISES } from '../lib/course.js';
import * as firefox from '../lib/firefox.js';
import { answersAreIn, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { addPicture, buildOffline, publishedFiles, markedTheme, serveChanging } from '../lib/offline.js';
import { PATIENCE } from '../lib/patience.js';
import { quiet } from '../lib/quiet.js';
import { project, samples } from '../lib/site.js';

/** @typedef {import('playwright-core').Page} Page */

const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: /** @type {const} */ ('reduce'),
};
const EVERY_KIND = fileURLToPath(new URL('../course/', import.meta.url));
const REPLY = at(formOf('reply'), 'reply');
const PICTURE = 'all/picture/index.html';

const browser = await launch();
const fox = await firefox.launch();
after(() => Promise.all([browser.close(), fox.close()]));

const first = buildOffline('first', EVERY_KIND, { edit: addPicture });
const second = buildOffline('second', EVERY_KIND, {
  edit(course) {
    addPicture(course);
    const page = path.join(course, 'modules/01-all/90-picture.md');
    writeFileSync(page, readFileSync(page, 'utf8').replace('図のある頁', '改めた頁'));
  },
  theme: markedTheme(),
});
const without = buildOffline('without', EVERY_KIND, { key: false, edit: addPicture });

/** What a site has stored: its lists do not count. @param {string} site */
const stored = (site) => publishedFiles(site).filter((file) => file !== 'sw.js' && !file.startsWith('offline/'));

/** A page of a phone on a server of its own. @param {string} [site] */
async function phone(site = first) {
  const server = await serveChanging(site);
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  return { server, context, page, root: server.url };
}

/** Opens the settings, unless they are open. @param {Page} page */
async function openSettings(page) {
  const button = page.locator('.settings-button');
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/** Waits until the group in the settings is in that state. @param {import('../lib/hands.js').Page} page @param {string} state */
const shows = (page, state) =>
  until(
    page,
    (/** @type {string} */ wanted) => {
      const group = document.querySelector('[data-offline]:not([hidden])');
      return group instanceof HTMLElement && group.dataset.state === wanted;
    },
    state,
  );

/** Asks for the site offline, and waits until it is. @param {Page} page @param {string} root */
async function store(page, root) {
  await page.goto(`${root}index.html`);
  await openSettings(page);
  await shows(page, 'ask-');
  await page.locator('[data-offline] button').click();
  await shows(page, 'ready');
}

/** Ends the worker, as a browser does that needs its memory. @param {Page} page */
async function endWorker(page) {
  const devtools = await page.context().newCDPSession(page);
  const ended = new Promise((resolve) => {
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve(undefined);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await ended;
}

/** How many files the browser has stored, how many caches, and how many workers. @param {Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = names.find((name) => name.startsWith('mitate:offline:'));
    return {
      files: files ? (await (await caches.open(files)).keys()).length : 0,
      caches: names.length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });

const NOTHING = { files: 0, caches: 0, workers: 0 };

/** Waits until it is so. @template T @param {() => Promise<T>} look @param {T} wanted */
async function eventually(look, wanted) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if ((await look()) === wanted) return;
    // The server is in this process, and has its turn.
    await new Promise((next) => {
      setTimeout(next, 30);
    });
  }
  assert.equal(await look(), wanted);
}

/** What is in the field that the tests write in. @param {Page} page */
const written = (page) => page.evaluate((field) => Reflect.get(document.querySelector(field) ?? {}, 'value'), REPLY);

/** Opens its page and writes into it. @param {Page} page @param {string} root @param {string} text */
async function write(page, root, text) {
  await page.goto(root + EXERCISES);
  await answersAreIn(page);
  await page.locator(REPLY).pressSequentially(text);
}

// Invariant 10.
test('nothing is asked for before the learner asks, but the size when the settings are opened', async () => {
  const { server, context, page, root } = await phone();
  await page.goto(`${root}index.html`);
  await quiet(page);
  assert.ok(server.asked.includes('assets/offline.js'));
  const isOfIt = (/** @type {string} */ file) => file === 'sw.js' || file.startsWith('offline/');
  assert.deepEqual(server.asked.filter(isOfIt), []);
  await openSettings(page);
  await shows(page, 'ask-');
  assert.deepEqual(server.asked.filter(isOfIt), ['offline/edition.json']);
  assert.deepEqual(await kept(page), NOTHING);
  const { bytes } = JSON.parse(readFileSync(path.join(first, 'offline/edition.json'), 'utf8'));
  const whole = stored(first).reduce((sum, file) => sum + readFileSync(path.join(first, file)).length, 0);
  assert.equal(bytes, whole);
  assert.match(
    await page.locator('[data-offline] button').innerText(),
    new RegExp(`（${(whole / 1e6).toFixed(1)} MB）`),
  );
  await context.close();
});

describe('without a network', () => {
  test('every page of a small course, its picture, its folders and the page of unknown addresses', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    assert.equal((await kept(page)).files, stored(first).length);
    await server.close();
    await context.setOffline(true);
    const problems = await watch(page, root);
    for (const file of stored(first).filter((it) => it.endsWith('.html') && it !== '404.html')) {
      assert.equal((await page.goto(root + file))?.status(), 200, file);
      await settled(page);
      await quiet(page);
    }
    assert.deepEqual(problems, []);
    await page.goto(root + PICTURE);
    const width = () => page.evaluate(() => document.querySelector('main img')?.getBoundingClientRect().width ?? 0);
    assert.ok((await width()) > 0);
    assert.ok(
      await page.evaluate(
        () => document.querySelector('img')?.complete && document.querySelector('img')?.naturalWidth === 1,
      ),
    );
    for (const [address, shown] of [
      ['', 'index.html'],
      ['?from=mail', 'index.html'],
      ['all/', 'all/index.html'],
      ['all', 'all/index.html'],
      ['all?v=1', 'all/index.html'],
      ['all/exercises/index.html?v=easy#main', EXERCISES],
    ]) {
      const answer = await page.goto(root + address);
      assert.equal(answer?.status(), 200, address);
      assert.equal(await answer?.text(), readFileSync(path.join(first, shown), 'utf8'), address);
    }
    const unknown = await page.goto(`${root}all/nowhere.html`);
    assert.equal(unknown?.status(), 404);
    assert.equal(await page.locator('h1').innerText(), 'ページが見つかりません');
    await page.locator('a').first().click();
    await page.waitForURL(`${root}index.html`);
    await context.close();
  });

  test('exercises, the search, what is loaded when it is needed, and answers', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    await server.close();
    await context.setOffline(true);
    await write(page, root, 'kiku');
    await page.locator('.search-button').click();
    await page.locator('#search-in-dialog').fill('演習');
    await page.locator('#search-dialog .search-hit').first().waitFor();
    await page.locator('.search-close').click();
    await page.goto(`${root}answers/index.html`);
    await until(page, () => document.querySelector('[data-answers]')?.textContent?.includes('kiku'), undefined);
    // Scripts for wider windows.
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${root}all/ledger/index.html`);
    await page.locator('.masthead [data-project]').click();
    await page.locator('.projector').waitFor();
    await context.close();
  });

  test('a part of a file is answered as a part', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    await server.close();
    const whole = readFileSync(path.join(first, 'assets/site.js'));
    const part = (/** @type {string} */ range) =>
      page.evaluate(
        async ([address, asked]) => {
          const answer = await fetch(address, { headers: { range: asked } });
          return [answer.status, answer.headers.get('content-range'), await answer.text()];
        },
        [`${root}assets/site.js`, range],
      );
    assert.deepEqual(await part('bytes=10-19'), [
      206,
      `bytes 10-19/${whole.length}`,
      whole.subarray(10, 20).toString(),
    ]);
    assert.deepEqual(await part('bytes=-5'), [
      206,
      `bytes ${whole.length - 5}-${whole.length - 1}/${whole.length}`,
      whole.subarray(-5).toString(),
    ]);
    assert.deepEqual(await part(`bytes=${whole.length}-`), [416, `bytes */${whole.length}`, '']);
    await context.close();
  });

  test('a page of every kind of the bundled course', async () => {
    const site = buildOffline('bundled', path.join(project, 'content'));
    const { server, context, page, root } = await phone(site);
    await store(page, root);
    await server.close();
    await context.setOffline(true);
    const problems = await watch(page, root);
    for (const file of [...samples.values()].filter((it) => it !== '404.html')) {
      assert.equal((await page.goto(root + file))?.status(), 200, file);
      await settled(page);
      await quiet(page);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('Firefox has stored it too', async () => {
    const server = await serveChanging(first);
    const context = await fox.createBrowserContext();
    const page = await context.newPage();
    await page.goto(`${server.url}index.html`);
    await page.click('.settings-button');
    await shows(page, 'ask-');
    await page.click('[data-offline] button');
    await shows(page, 'ready');
    await server.close();
    for (const file of ['all/', EXERCISES, PICTURE, 'search/index.html?q=1']) {
      await page.goto(server.url + file);
      assert.ok(await page.evaluate(() => document.querySelector('main h1') !== null), file);
    }
    await page.goto(`${server.url}index.html`);
    await page.click('.settings-button');
    await shows(page, 'ready');
    await page.click('[data-offline] button');
    await until(page, async () => (await caches.keys()).length === 0, undefined);
    await context.close();
  });
});

describe('a new edition', () => {
  test('is stored by what changed, and taken when no page is being written in; nothing is lost', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    await write(page, root, 'half a sen');
    server.site = second;
    server.asked.length = 0;
    const other = await context.newPage();
    await other.goto(root + PICTURE);
    await openSettings(other);
    await shows(other, 'news');
    const changed = stored(second).filter(
      (file) => !readFileSync(path.join(second, file)).equals(readFileSync(path.join(first, file))),
    );
    assert.ok(changed.length > 1 && changed.length < 20, changed.join(', '));
    // Whether there is a new one is asked whenever a page or the settings are opened.
    const loaded = server.asked.filter((file) => file !== 'offline/edition.json');
    assert.deepEqual(loaded.toSorted(), ['offline/files.json', ...changed].toSorted());
    assert.ok(await other.locator('[data-offline-news]').isVisible());
    // While one page is being written in, the others stay with it.
    assert.equal(await other.locator('h1').innerText(), '図のある頁');
    await other.reload();
    assert.equal(await other.locator('h1').innerText(), '図のある頁');
    const script = (/** @type {Page} */ one) =>
      one.evaluate(async (it) => (await fetch(it)).text(), `${root}assets/search.js`);
    assert.doesNotMatch(await script(page), /second edition/);
    await eventually(() => written(page), 'half a sen');
    // The page is left: the next one is new, and what was written is there.
    await Promise.all([page.waitForURL(root + PICTURE), page.evaluate((it) => location.assign(it), root + PICTURE)]);
    assert.equal(await page.locator('h1').innerText(), '改めた頁');
    assert.match(await script(page), /second edition/);
    // A page that is open keeps its files.
    assert.equal(await other.locator('h1').innerText(), '図のある頁');
    assert.doesNotMatch(await script(other), /second edition/);
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await eventually(() => written(page), 'half a sen');
    // When the last page of the old one is gone, so are its files.
    await other.close();
    await page.goto(`${root}index.html`);
    await eventually(async () => (await kept(page)).files, stored(second).length);
    await server.close();
    assert.equal((await page.goto(root + PICTURE))?.status(), 200);
    assert.equal(await page.locator('h1').innerText(), '改めた頁');
    await context.close();
  });

  test('waits for a page that is being written in, also when the browser has ended the worker meanwhile', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    await write(page, root, 'half a sen');
    server.site = second;
    const other = await context.newPage();
    await other.goto(root + PICTURE);
    await openSettings(other);
    await shows(other, 'news');
    await endWorker(other);
    await other.reload();
    assert.equal(await other.locator('h1').innerText(), '図のある頁');
    await page.close();
    await eventually(async () => {
      await other.reload();
      return other.locator('h1').innerText();
    }, '改めた頁');
    await context.close();
  });

  test('is taken in Firefox in the same way', async () => {
    const server = await serveChanging(first);
    const root = server.url;
    const context = await fox.createBrowserContext();
    const [page, other] = [await context.newPage(), await context.newPage()];
    const isOn = (/** @type {typeof page} */ one, /** @type {string} */ title) =>
      until(one, (/** @type {string} */ it) => document.querySelector('h1')?.textContent === it, title);
    const holds = (/** @type {string} */ text) =>
      until(
        page,
        (/** @type {string[]} */ [field, it]) => Reflect.get(document.querySelector(field) ?? {}, 'value') === it,
        [REPLY, text],
      );
    await page.goto(`${root}index.html`);
    await page.click('.settings-button');
    await shows(page, 'ask-');
    await page.click('[data-offline] button');
    await shows(page, 'ready');
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await page.type(REPLY, 'half a sen');
    server.site = second;
    await other.goto(root + PICTURE);
    await other.click('.settings-button');
    await shows(other, 'news');
    // While the form is being written in, nothing is new, also where a page is opened again.
    await other.reload();
    await isOn(other, '図のある頁');
    await page.type(REPLY, 'tence');
    await holds('half a sentence');
    // It is left: the next page is new, and the page that stays open is not.
    await page.goto(root + PICTURE);
    await isOn(page, '改めた頁');
    await isOn(other, '図のある頁');
    await page.goto(root + EXERCISES);
    await holds('half a sentence');
    await server.close();
    await page.goto(root + PICTURE);
    await isOn(page, '改めた頁');
    await context.close();
  });

  test('that cannot be had leaves the old one as it is', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    server.site = second;
    server.instead = (file, response) => {
      if (file !== PICTURE) return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>the page of a hotel</h1>');
      return true;
    };
    for (let opened = 0; opened < 3; opened++) {
      await page.goto(root + PICTURE);
      assert.equal(await page.locator('h1').innerText(), '図のある頁');
    }
    await eventually(async () => server.asked.includes(PICTURE), true);
    assert.equal((await page.goto(root + PICTURE))?.status(), 200);
    assert.equal(await page.locator('h1').innerText(), '図のある頁');
    server.instead = () => false;
    await page.goto(`${root}index.html`);
    await openSettings(page);
    await shows(page, 'news');
    await page.goto(root + PICTURE);
    assert.equal(await page.locator('h1').innerText(), '改めた頁');
    await context.close();
  });
});

describe('a download', () => {
  test('that is interrupted goes on where it was', async () => {
    const { server, context, page, root } = await phone();
    const limit = Math.floor(stored(first).length / 2);
    let answered = 0;
    server.instead = (file, response) => {
      if (!stored(first).includes(file) || !file.startsWith('a') || ++answered <= limit) return false;
      response.destroy();
      return true;
    };
    await page.goto(`${root}index.html`);
    answered = 0;
    await openSettings(page);
    await shows(page, 'ask-');
    await page.locator('[data-offline] button').click();
    await shows(page, 'paused-paused');
    const before = (await kept(page)).files;
    assert.ok(before > 0 && before < stored(first).length, `${before} files`);
    // Half an edition is none: pages come from the network.
    server.instead = () => false;
    server.asked.length = 0;
    await page.locator('[data-offline] button').first().click();
    await shows(page, 'ready');
    assert.equal(server.asked.filter((file) => stored(first).includes(file)).length, stored(first).length - before);
    await context.close();
  });

  test('that is interrupted goes on with the next page that is opened', async () => {
    const { server, context, page, root } = await phone();
    server.instead = (file, response) => {
      if (file !== PICTURE) return false;
      response.destroy();
      return true;
    };
    await page.goto(`${root}index.html`);
    await openSettings(page);
    await shows(page, 'ask-');
    await page.locator('[data-offline] button').click();
    await shows(page, 'paused-paused');
    server.instead = () => false;
    await page.goto(root + EXERCISES);
    await openSettings(page);
    await shows(page, 'ready');
    await context.close();
  });

  test('whose worker the browser has ended goes on when the settings are opened again', async () => {
    const { server, context, page, root } = await phone();
    let isHeld = true;
    server.instead = (file) => isHeld && file === PICTURE;
    await page.goto(`${root}index.html`);
    await openSettings(page);
    await shows(page, 'ask-');
    await page.locator('[data-offline] button').click();
    await shows(page, 'loading');
    await eventually(async () => server.asked.includes(PICTURE), true);
    await endWorker(page);
    isHeld = false;
    await page.locator('.settings-button').click();
    await openSettings(page);
    await shows(page, 'ready');
    await context.close();
  });

  test('of files that are not those of the list ends, and is whole when they are', async () => {
    const { server, context, page, root } = await phone();
    server.instead = (file, response) => {
      if (file !== PICTURE) return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>the page of a hotel</h1>');
      return true;
    };
    await page.goto(`${root}index.html`);
    await openSettings(page);
    await shows(page, 'ask-');
    await page.locator('[data-offline] button').click();
    await shows(page, 'paused-mixed');
    server.instead = () => false;
    await page.locator('[data-offline] button').first().click();
    await shows(page, 'ready');
    await context.close();
  });

  test('for which there is no room says so and leaves nothing', async () => {
    const { context, page, root } = await phone();
    await write(page, root, 'stays');
    await page.goto(`${root}index.html`);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(root).origin, quotaSize: 400_000 });
    await openSettings(page);
    await shows(page, 'ask-');
    await page.locator('[data-offline] button').click();
    await shows(page, 'ask-full');
    assert.equal((await kept(page)).files, 0);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(root).origin });
    await page.locator('[data-offline] button').click();
    await shows(page, 'ready');
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await eventually(() => written(page), 'stays');
    await context.close();
  });

  test('can be stopped', async () => {
    const { server, context, page, root } = await phone();
    /** @type {import('node:http').ServerResponse[]} */
    const held = [];
    server.instead = (file, response) => file === PICTURE && held.push(response) > 0;
    await page.goto(`${root}index.html`);
    await openSettings(page);
    await shows(page, 'ask-');
    await page.locator('[data-offline] button').click();
    await shows(page, 'loading');
    await until(
      page,
      () => document.querySelector('[data-offline] progress')?.getAttribute('value') !== '0',
      undefined,
    );
    await page.locator('[data-offline] button').click();
    await shows(page, 'ask-removed');
    assert.deepEqual(await kept(page), NOTHING);
    await context.close();
  });
});

describe('removal', () => {
  test('frees the space, keeps the answers, and can be taken back at once', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    await write(page, root, 'stays');
    await openSettings(page);
    await shows(page, 'ready');
    await page.locator('[data-offline] button').click();
    await shows(page, 'ask-removed');
    assert.deepEqual(await kept(page), NOTHING);
    assert.match(await page.locator('[data-offline]').innerText(), /書いた答えは、そのまま残っています/);
    assert.ok(await page.evaluate(() => document.activeElement?.closest('[data-offline]') !== null), 'the focus stays');
    await page.locator('[data-offline] button').click();
    await shows(page, 'ready');
    assert.equal((await kept(page)).workers, 1);
    await server.close();
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await eventually(() => written(page), 'stays');
    await context.close();
  });

  test('works without a network, and other tabs know it', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    const other = await context.newPage();
    await other.goto(root + PICTURE);
    await openSettings(other);
    await shows(other, 'ready');
    await server.close();
    await page.locator('[data-offline] button').click();
    await shows(page, 'gone');
    assert.ok(await page.evaluate(() => document.activeElement?.closest('[data-offline]') !== null), 'the focus stays');
    assert.deepEqual(await kept(page), NOTHING);
    await other.locator('[data-offline]').waitFor({ state: 'hidden' });
    await context.close();
  });

  test('happens by itself when the author has taken the key away', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    await write(page, root, 'stays');
    server.site = without;
    // One page notices it; when the next is opened, the server answers again.
    await eventually(async () => {
      await page.goto(root + PICTURE);
      return JSON.stringify(await kept(page));
    }, JSON.stringify(NOTHING));
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await eventually(() => written(page), 'stays');
    assert.equal(await page.locator('[data-offline]').count(), 0);
    await context.close();
  });

  test('does not happen when the server only fails', async () => {
    const { server, context, page, root } = await phone();
    await store(page, root);
    server.instead = (_, response) => {
      response.writeHead(404).end();
      return true;
    };
    for (let opened = 0; opened < 3; opened++) assert.equal((await page.goto(root + PICTURE))?.status(), 200);
    await openSettings(page);
    await shows(page, 'ready');
    await context.close();
  });
});

test('two sites on one host, one in a folder of the other, are two', async () => {
  const outer = buildOffline('outer', EVERY_KIND, { edit: addPicture });
  cpSync(second, path.join(outer, 'inner'), { recursive: true });
  const { server, context, page, root } = await phone(outer);
  const inner = `${root}inner/`;
  await store(page, root);
  await page.goto(inner + PICTURE);
  assert.equal(await page.locator('h1').innerText(), '改めた頁');
  await store(page, inner);
  assert.equal((await kept(page)).workers, 2);
  await server.close();
  await page.goto(inner + PICTURE);
  assert.equal(await page.locator('h1').innerText(), '改めた頁');
  await openSettings(page);
  await shows(page, 'ready');
  await page.locator('[data-offline] button').click();
  await shows(page, 'gone');
  assert.equal((await kept(page)).workers, 1);
  await page.goto(root + PICTURE);
  assert.equal(await page.locator('h1').innerText(), '図のある頁');
  await context.close();
});

describe('where it cannot be', () => {
  test('from a disk nothing is said of it', async () => {
    const page = await browser.newPage(PHONE);
    const problems = await watch(page, 'file:');
    await page.goto(pathToFileURL(path.join(first, 'index.html')).href);
    await openSettings(page);
    await quiet(page);
    assert.ok(await page.locator('#settings').isVisible());
    assert.equal(await page.locator('[data-offline]').isVisible(), false);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('on an address that is not secure, the settings say what is needed', async () => {
    const server = await serveChanging(first);
    const plain = await launch(['--host-resolver-rules=MAP school.test 127.0.0.1']);
    const page = await plain.newPage(PHONE);
    await page.goto(`${server.url.replace('127.0.0.1', 'school.test')}index.html`);
    await openSettings(page);
    await shows(page, 'insecure');
    assert.match(await page.locator('[data-offline]').innerText(), /https:/);
    assert.deepEqual(await violations(page), []);
    await plain.close();
  });

  test('in a browser without workers, the settings say so', async () => {
    const { context, page, root } = await phone();
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await page.goto(`${root}index.html`);
    await openSettings(page);
    await shows(page, 'refused');
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
});

test('axe finds nothing wrong with any state, and nothing is wider than a phone', async () => {
  const { server, context, page, root } = await phone();
  const fits = async () => {
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const group = page.locator('[data-offline]');
    assert.ok(await group.evaluate((it) => it.scrollWidth <= it.clientWidth));
  };
  /** @type {import('node:http').ServerResponse[]} */
  const held = [];
  let way = 'hold';
  server.instead = (file, response) => {
    if (file !== PICTURE || way === 'answer') return false;
    if (way === 'hold') held.push(response);
    else response.destroy();
    return true;
  };
  await page.goto(`${root}index.html`);
  await openSettings(page);
  await shows(page, 'ask-');
  await fits();
  await page.locator('[data-offline] button').click();
  await shows(page, 'loading');
  await fits();
  await until(page, () => document.activeElement?.closest('[data-offline]') !== null, undefined);
  way = 'break';
  for (const response of held) response.destroy();
  await shows(page, 'paused-paused');
  await fits();
  way = 'answer';
  await page.locator('[data-offline] button').first().click();
  await shows(page, 'ready');
  await fits();
  server.site = second;
  await page.goto(root + EXERCISES);
  await openSettings(page);
  await shows(page, 'news');
  await fits();
  await page.locator('[data-offline] button').click();
  await shows(page, 'ask-removed');
  await fits();
  await context.close();
});
