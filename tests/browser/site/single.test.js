/** The course as one file (`mitate package --as html`), opened from a disk in both browsers. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, settled, watch } from '../lib/chromium.js';
import { form } from '../lib/form.js';
import { plain, readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';
import { kindOf, pages, source } from '../lib/site.js';
import { shown } from '../lib/single.js';
import { begun, browsers, enter, holds, until } from '../lib/tabs.js';
import { packed } from '../lib/transports.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */

const root = packed(['content']);
const file = root.slice(0, -2);
const every = packed([fileURLToPath(new URL('../course/', import.meta.url))]);
const chromium = await launch();
after(() => chromium.close());

/** A page whose contents lead to parts of it, and another page. */
const LONG =
  pages.find((page) => kindOf(page) === 'page' && source(page).split('<li class="level-2">').length > 4) ?? '';
const OTHER = pages.findLast((page) => kindOf(page) === 'page') ?? '';

/** A form that there is in other words. */
const FORM_IN_WORDS = 'worksheets/ws-needs-survey/index.html';

/** The folder of a meeting of the facilitators' edition. */
const MEETING = 'meetings/one-round-with-d/';

const MODULE = pages.find((page) => kindOf(page) === 'module') ?? '';

/** @param {string} page */
const titleOf = (page) => /<title>([^<]*)<\/title>/.exec(source(page))?.[1] ?? '';

/** Follows a link that the page has, as a click does. @param {Tab} tab @param {string} page  and its fragment */
const follow = (tab, page) =>
  tab.evaluate((/** @type {string} */ href) => {
    const link = document.createElement('a');
    link.href = `?/${href}`;
    document.querySelector('main')?.append(link);
    link.click();
  }, page);

/** The page that is shown has this title, and is complete. @param {Tab} tab @param {string} page */
const showing = (tab, page) =>
  until(
    tab,
    (/** @type {string} */ title) => document.title === title && document.readyState === 'complete',
    titleOf(page),
  );

for (const way of ['?fbclid=1', `?/${LONG}?utm_source=mail`, `?/${LONG}&fbclid=1`, `#/${LONG}?a=b`]) {
  test(`what others add to an address leads nowhere else: ${way.replace(LONG, 'PAGE')}`, async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(file + way);
    await showing(/** @type {any} */ (page), way.includes(LONG) ? LONG : 'index.html');
    await context.close();
  });
}

describe('windows of facilitators', () => {
  const theirs = packed(['content', '--edition', 'facilitator']);

  test('a meeting that begins at a time is still that meeting after a reload', async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(`${theirs}${MEETING}present/index.html#start=09:40`);
    await until(/** @type {any} */ (page), () => location.hash === '');
    await page.reload();
    await page.locator('.slide').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('data-kind'), 'present');
    await context.close();
  });

  test('the window of a page that is projected is not tied to another page', async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(`${theirs}${LONG}#project`);
    await page.locator('.projector-place').waitFor();
    const [lectern] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('.projected-bar .button').last().click(),
    ]);
    const says = (/** @type {string} */ words) =>
      until(
        /** @type {any} */ (lectern),
        (/** @type {string} */ it) => document.querySelector('.lectern-link')?.textContent?.includes(it),
        words,
      );
    await says('つながっています');
    await page.goto(`${theirs}${OTHER}#project`);
    await page.locator('.projector-place').waitFor();
    await says('開いていません');
    await context.close();
  });
});

for (const [name, open] of Object.entries(browsers)) {
  describe(`one file in ${name}`, async () => {
    const session = await open();

    /** @param {(tab: Tab) => Promise<void>} act @param {string} [page] */
    async function onPage(act, page = root) {
      const here = await session();
      const tab = await here.tab();
      await tab.goto(page);
      await act(tab);
      await here.end();
    }

    test('a double click opens the first page, whose links lead on without a reload', () =>
      onPage(async (tab) => {
        await shown(/** @type {any} */ (tab));
        await showing(tab, 'index.html');
        await tab.evaluate(() => Object.assign(globalThis, { stamp: 'here' }));
        await follow(tab, LONG);
        await showing(tab, LONG);
        assert.equal(await tab.evaluate(() => Reflect.get(globalThis, 'stamp')), 'here');
        await until(tab, () => document.activeElement?.matches('main h1')); // the heading has the focus
        await until(tab, () => document.documentElement.dataset.scripts === 'on');
      }, file));

    test('answers of one page are on another one, and among my answers', () =>
      onPage(async (tab) => {
        const field = `form[data-answer="${form.key}"] [name="${form.texts[0]}"]`;
        await begun(tab);
        await enter(tab, field);
        await tab.keyboard.type('窓ぎわの席がいい。');
        // The page is left at once: what was typed last is stored as it is left.
        await follow(tab, 'answers/index.html');
        await until(tab, () => document.querySelector('.answers-box')?.textContent?.includes('窓ぎわの席がいい。'));
        assert.equal(await tab.evaluate(() => document.querySelector('.answers-box .banner') === null), true);
        await tab.evaluate(() => history.back());
        await holds(tab, field, '窓ぎわの席がいい。');
        await tab.reload();
        await holds(tab, field, '窓ぎわの席がいい。');
      }, root + form.page));

    test('back and forward lead through pages and parts of them, and to where they were scrolled', () =>
      onPage(async (tab) => {
        await showing(tab, LONG);
        await tab.evaluate(() => scrollTo(0, 700));
        await until(tab, () => scrollY === 700);
        await follow(tab, OTHER);
        await showing(tab, OTHER);
        await until(tab, () => scrollY === 0);
        await tab.evaluate(() => history.back());
        await showing(tab, LONG);
        await until(tab, () => scrollY === 700);
        await tab.evaluate(() =>
          /** @type {HTMLElement} */ (document.querySelector('nav.toc .level-2:last-child a')).click(),
        );
        await until(tab, () => location.hash.length > 1 && document.querySelector(':target') !== null);
        assert.equal(await tab.evaluate(() => document.title), titleOf(LONG));
        await tab.evaluate(() => history.back());
        await until(tab, () => location.hash === '');
        assert.equal(await tab.evaluate(() => document.title), titleOf(LONG));
        await tab.evaluate(() => history.forward());
        await until(tab, () => location.hash.length > 1);
        await follow(tab, OTHER);
        await showing(tab, OTHER);
        await tab.evaluate(() => history.go(-2));
        await showing(tab, LONG);
        await tab.evaluate(() => history.go(2));
        await showing(tab, OTHER);
      }, root + LONG));

    test('an address leads into a page, in both ways in which it can be written', async () => {
      const id = /<li class="level-2"><a href="#([^"]+)"/.exec(source(LONG))?.[1] ?? '';
      const folder = LONG.replace('index.html', '');
      for (const way of [`?/${LONG}#${id}`, `?/${folder}#${id}`, `#/${folder}#${id}`, `#/${LONG}#${id}`]) {
        await onPage(async (tab) => {
          await until(
            tab,
            (/** @type {string} */ wanted) => document.querySelector(':target')?.id === wanted,
            decodeURI(id),
          );
          assert.equal(await tab.evaluate(() => document.title), titleOf(LONG), way);
          await until(
            tab,
            (/** @type {string} */ wanted) => decodeURI(location.search + location.hash) === wanted,
            `?/${LONG}#${decodeURI(id)}`,
          );
          // Typed over the address of a page that is open.
          await tab.evaluate((/** @type {string} */ hash) => {
            location.hash = hash;
          }, `#/${OTHER}`);
          await showing(tab, OTHER);
          await until(tab, (/** @type {string} */ end) => location.href.endsWith(end), `?/${OTHER}`);
        }, file + way);
      }
    });

    test('an address that leads nowhere says so, and leads home', () =>
      onPage(async (tab) => {
        await until(tab, () => document.querySelector('main h1') !== null);
        assert.match(await tab.evaluate(() => document.body.textContent), /見つかりません.*no\/<b>such\/page\//s);
        await tab.evaluate(() => document.querySelector('a')?.click());
        await showing(tab, 'index.html');
      }, `${file}#/no/<b>such/page/`));

    test('search loads its index out of the file, and leads to the page', () =>
      onPage(async (tab) => {
        await showing(tab, 'search/index.html');
        await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('main .search-input')).focus());
        await tab.keyboard.type('自己決定');
        await until(tab, () => document.querySelector('main .search-hit mark') !== null);
        const href = await tab.evaluate(() => document.querySelector('main .search-hit')?.getAttribute('href'));
        await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('main .search-hit')).click());
        await until(tab, (/** @type {string} */ page) => location.search === page, new URL(href, file).search);
        await until(tab, () => document.querySelector('main h1') !== null && document.readyState === 'complete');
      }, `${root}search/index.html`));

    test('a form opens in the words that were read last, without another page before it and without a reload', () =>
      onPage(
        async (tab) => {
          await begun(tab);
          await follow(tab, OTHER);
          await showing(tab, OTHER);
          await tab.evaluate(() => {
            /** @type {string[]} */
            const written = [];
            const write = document.write.bind(document);
            Object.assign(globalThis, { written });
            document.write = (html) => {
              written.push(/ data-variant="([^"]*)"/.exec(html)?.[1] ?? '');
              write(html);
            };
          });
          const isIn = (/** @type {string} */ variant) =>
            until(tab, (/** @type {string} */ it) => document.documentElement.dataset.variant === it, variant);
          await follow(tab, FORM_IN_WORDS);
          await isIn('easy');
          await until(tab, () => location.search.endsWith('easy/index.html'));
          await follow(tab, `${FORM_IN_WORDS}#v=en`);
          await isIn('en');
          await until(tab, () => location.hash === '');
          await tab.evaluate(() =>
            /** @type {HTMLElement} */ (document.querySelector('[data-variant-link=ja]')).click(),
          );
          await isIn('ja');
          // Back is where the form was read before; it opens in the words that were read last.
          await tab.evaluate(() => history.go(-2));
          await until(tab, () => Reflect.get(globalThis, 'written')?.length === 4);
          await isIn('easy');
          assert.deepEqual(await tab.evaluate(() => Reflect.get(globalThis, 'written')), ['easy', 'en', 'ja', 'easy']);
        },
        `${root}${FORM_IN_WORDS.replace('index', 'easy/index')}`,
      ));

    test('a drawing is loaded when it is reached', () =>
      onPage(async (tab) => {
        await begun(tab);
        await tab.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
          document.querySelector('.exercise-draw')?.scrollIntoView();
        });
        await until(tab, () => document.querySelector('.exercise-draw svg') !== null);
      }, `${every}all/exercises/index.html`));

    test('the policy holds for what is written into the document', () =>
      onPage(async (tab) => {
        await follow(tab, LONG);
        await showing(tab, LONG);
        const ran = await tab.evaluate(() => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.strange = 1';
          document.head.append(script);
          const style = document.createElement('style');
          style.textContent = 'body { color: rgb(1, 2, 3) }';
          document.head.append(style);
          return [Reflect.get(globalThis, 'strange') ?? 0, getComputedStyle(document.body).color];
        });
        assert.equal(ran[0], 0);
        assert.notEqual(ran[1], 'rgb(1, 2, 3)');
      }));
  });
}

test('nothing is requested but the file, on any kind of page', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const problems = await watch(page, file);
  await page.goto(file);
  await shown(page);
  for (const kind of new Set(pages.map(kindOf))) {
    const one = pages.find((it) => kindOf(it) === kind && it !== '404.html');
    if (!one) continue;
    await follow(/** @type {any} */ (page), one);
    await page.waitForFunction((/** @type {string} */ wanted) => document.title === wanted, titleOf(one));
    await settled(page);
  }
  assert.deepEqual(problems, []);
  await context.close();
});

test('what a page was still loading when it was left does not run in the next one', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const problems = await watch(page, file);
  await page.goto(`${root}index.html`);
  // "My answers" loads what the course asks: that is on its way until the test lets it come.
  await page.evaluate(() => {
    const text = Reflect.get(globalThis, 'mitateText');
    const held = new Promise((resolve) => Object.assign(globalThis, { letCome: resolve }));
    Object.assign(globalThis, {
      mitateText: async (/** @type {string} */ address) => {
        Object.assign(globalThis, { isAsked: true });
        await held;
        return text(address);
      },
    });
  });
  await follow(/** @type {any} */ (page), 'answers/index.html');
  await page.waitForFunction(() => Reflect.get(globalThis, 'isAsked'));
  await follow(/** @type {any} */ (page), LONG);
  await showing(/** @type {any} */ (page), LONG);
  await page.evaluate(() => Reflect.get(globalThis, 'letCome')());
  await quiet(page);
  assert.deepEqual(problems, []);
  await context.close();
});

test('a page that cannot store what was written asks before it is left, and stays where it is', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const tab = /** @type {any} */ (page);
  await page.goto(`${root}index.html`);
  await follow(tab, LONG);
  await showing(tab, LONG);
  const address = page.url();
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  const link = () => follow(tab, OTHER);
  const back = () => page.evaluate(() => history.back());
  const typed = () =>
    page.evaluate((/** @type {string} */ to) => {
      location.hash = to;
    }, `#/${OTHER}`);
  for (const [way, answer] of /** @type {const} */ ([
    [link, 'dismiss'],
    [back, 'dismiss'],
    [typed, 'dismiss'],
    [link, 'accept'],
  ])) {
    const asked = page.waitForEvent('dialog');
    const followed = way();
    const dialog = await asked;
    assert.match(dialog.message(), /まだ残せていません/);
    await dialog[answer]();
    await followed;
    await showing(tab, answer === 'accept' ? OTHER : LONG);
    if (answer === 'dismiss') await until(tab, (/** @type {string} */ it) => location.href === it, address);
  }
  await context.close();
});

test('a page prints as that of the site does', async () => {
  const context = await chromium.newContext();
  const [one, built] = [await context.newPage(), await context.newPage()];
  await one.goto(root + OTHER);
  await follow(/** @type {any} */ (one), LONG);
  await one.waitForFunction((/** @type {string} */ wanted) => document.title === wanted, titleOf(LONG));
  const { site } = await import('../lib/site.js');
  await built.goto(`file://${site}/${LONG}`);
  await settled(one);
  await settled(built);
  const [text, expected] = [readPdf(await one.pdf()), readPdf(await built.pdf())].map((pdf) => pdf.text);
  assert.ok(text.length > 500);
  assert.equal(plain(text), plain(expected));
  await context.close();
});

test('a whole module prints: its front page, and every page of it in order', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(root + MODULE);
  const titles = await page.locator('.leaves .leaf h3 a').allTextContents();
  assert.ok(titles.length > 3);
  // The browser would wait for its own dialog.
  await page.evaluate(() => Object.assign(globalThis, { print: () => {} }));
  await page.locator('[data-print-module] button').click();
  await page.locator('.whole-module').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.documentElement.dataset.print === 'module');
  assert.deepEqual(await page.locator('.whole-module h1').allTextContents(), titles);
  const pdf = readPdf(await page.pdf());
  for (const title of titles) assert.ok(pdf.text.includes(plain(title)), title);
  assert.ok(pdf.sheets.length > titles.length, 'each begins on a sheet of its own');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('.whole-module').count(), 0);
  await context.close();
});

test('without scripts one sentence says what is missing', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(file);
  assert.match((await page.locator('noscript').textContent()) ?? '', /JavaScriptが必要です/);
  await context.close();
});
