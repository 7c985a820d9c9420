/**
 * A form in other words: filled in in one, read in another, taken out, brought in, printed. All of them have the same answers.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from '../lib/chromium.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';
import { mitate } from '../lib/site.js';
import { ways } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const FORM = 'worksheets/ws-needs-survey/';
const BASE = `${FORM}index.html`;
const OWN = 'もっと ゆっくり ねたい\nI want to sleep.';

const browser = await launch();
after(() => browser.close());

/** @param {string} root @param {(page: Page) => Promise<void>} act @param {object} [options] */
async function onPage(root, act, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const problems = await watch(page, root);
  await act(page);
  assert.deepEqual(problems, []);
  await context.close();
}

/** The variant that is shown. @param {Page} page */
const shown = (page) => page.evaluate(() => document.documentElement.dataset.variant);
/** Goes to other words by the switch. @param {Page} page @param {string} variant */
async function turn(page, variant) {
  await page.locator(`[data-variant-link="${variant}"]`).click();
  await page.waitForFunction((name) => document.documentElement.dataset.variant === name, variant);
  await page.locator('[data-save-line][data-state]').waitFor();
  await quiet(page);
}
/** Fills in what the family says. @param {Page} page */
async function fill(page) {
  await page.locator('[name="words"]').fill(OWN);
  await page.locator('[name="writer"][value="together"]').check();
  await page.locator('[name="day-rows.meals"][value="wants"]').check();
}
/** @param {Page} page */
const filled = (page) =>
  page.evaluate(() => {
    const field = document.querySelector('[name="words"]');
    const value = (/** @type {string} */ name) =>
      document.querySelector(`[name="${name}"]:checked`)?.getAttribute('value');
    return [field instanceof HTMLTextAreaElement && field.value, value('writer'), value('day-rows.meals')];
  });
const ALL = [OWN, 'together', 'wants'];
/** In the page: Japanese words in its form that are said to be in another language. */
function foreign() {
  const walk = document.createTreeWalker(document.querySelector('.sheet') ?? document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const { parentElement, textContent } = walk.currentNode;
    if (
      /[\u3040-\u30ff\u4e00-\u9fff]/.test(textContent ?? '') &&
      parentElement?.closest('[lang]')?.getAttribute('lang') !== 'ja'
    )
      found.push(textContent);
  }
  return found;
}

for (const { name, root } of ways(transports)) {
  describe(`a form in other words by ${name}`, () => {
    for (const variant of ['easy', 'en', 'pt-BR', 'zh-Hans']) {
      test(`what is written in ${variant} is there in every other, as it was written`, () =>
        onPage(root, async (page) => {
          await page.goto(`${root}${BASE}`);
          await turn(page, variant);
          await fill(page);
          for (const other of ['ja', 'easy', 'en'].filter((it) => it !== variant)) {
            await turn(page, other);
            assert.deepEqual(await filled(page), ALL, other);
          }
        }));
    }

    test('the sheet that is shown is shown in other words, too', () =>
      onPage(root, async (page) => {
        await page.goto(`${root}${BASE}`);
        await page.locator('[data-save-line][data-state]').waitFor();
        const words = page.locator('[name="words"]');
        await words.fill('一枚目の子');
        await quiet(page);
        await page.locator('[data-new-sheet]').click();
        await page.waitForFunction(() => Reflect.get(document.querySelector('[name="words"]') ?? {}, 'value') === '');
        await words.fill('二枚目の子');
        await quiet(page);
        for (const [sheet, text] of [
          ['2', '二枚目の子'],
          ['1', '一枚目の子'],
        ]) {
          await page.locator('[data-sheets] select').selectOption(sheet);
          for (const variant of ['easy', 'en', 'ja']) {
            await turn(page, variant);
            assert.equal(await words.inputValue(), text, variant);
            assert.doesNotMatch(page.url(), /#/);
          }
        }
      }));

    test('exports name the labels of the course; what is brought in is there in easy words', () =>
      onPage(root, async (page) => {
        await page.goto(`${root}${FORM}easy/index.html`);
        await page.locator('[data-save-line][data-state]').waitFor();
        await fill(page);
        await quiet(page);
        await page.goto(`${root}answers/index.html`);
        const download = page.waitForEvent('download');
        await page.locator('[data-export]').click();
        const file = await (await download).path();
        const text = readFileSync(file, 'utf8');
        assert.match(text, /こう暮らしたい、これに困っている/);
        assert.match(text, /本人と支援者が並んでつけた/);
        assert.doesNotMatch(text, /｜|《/);
        await onPage(root, async (other) => {
          await other.goto(`${root}answers/index.html`);
          await other.locator('[data-answers-tools]').waitFor();
          await other.setInputFiles('input[data-import]', {
            name: 'a.mitate.json',
            mimeType: 'application/json',
            buffer: Buffer.from(text),
          });
          await other.locator('.work-dialog .primary').click();
          await other.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
          await other.goto(`${root}${FORM}easy/index.html`);
          await other.locator('[data-save-line][data-state]').waitFor();
          await quiet(other);
          assert.deepEqual(await filled(other), ALL);
        });
      }));

    test('an address opens a variant, and the form opens in it again until another is chosen', () =>
      onPage(root, async (page) => {
        const search = name === 'http' ? '?v=easy' : '#v=easy';
        await page.goto(`${root}${BASE}${search}`);
        await page.waitForFunction(() => document.documentElement.dataset.variant === 'easy');
        await page.goto(`${root}answers/index.html`);
        await page.goto(`${root}${BASE}`);
        await page.waitForFunction(() => document.documentElement.dataset.variant === 'easy');
        await turn(page, 'ja');
        assert.doesNotMatch(page.url(), /v=/);
        await page.goto(`${root}answers/index.html`);
        await page.goto(`${root}${BASE}#home-and-money`);
        await quiet(page);
        assert.equal(await shown(page), 'ja');
        assert.match(page.url(), /#home-and-money$/);
        await page.goto(`${root}${FORM}en/index.html#v=none`);
        await quiet(page);
        assert.equal(await shown(page), 'en');
      }));

    test('the words that are shown are printed, with the answers', () =>
      onPage(root, async (page) => {
        await page.goto(`${root}${FORM}en/index.html`);
        await page.locator('[data-save-line][data-state]').waitFor();
        await fill(page);
        await quiet(page);
        const printed = readPdf(await page.pdf({ preferCSSPageSize: true })).text;
        assert.match(printed, /Iwanttosleep\./);
        const label = await page.locator('[data-field="words"] .field-label').innerText();
        for (const word of label.split(/\s+/)) assert.ok(printed.includes(word), word);
        assert.match(printed.replaceAll(' ', ''), /暮らしを見渡す用紙/, 'the counsellor sees which form it is');
        assert.doesNotMatch(printed.replaceAll(' ', ''), /やさしい日本語/, 'the switch is not printed');
      }));

    test('language and direction are those of the words; the theme’s own words have theirs', () =>
      onPage(root, async (page) => {
        const lang = (/** @type {string} */ selector) =>
          page
            .locator(selector)
            .first()
            .evaluate((it) => it.closest('[lang]')?.getAttribute('lang'));
        await page.goto(`${root}${FORM}en/index.html`);
        assert.equal(await lang('h1'), 'en');
        assert.equal(await lang('[data-print]'), 'en');
        assert.equal(await page.locator('[data-print]').innerText(), 'Print with answers');
        assert.equal(await lang('.masthead'), 'ja');
        await page.goto(`${root}${FORM}pt-BR/index.html`);
        assert.equal(await lang('h1'), 'pt-BR');
        assert.equal(await lang('[data-field="words"] textarea'), 'pt-BR');
        assert.equal(await lang('[data-print]'), 'ja');
        assert.equal(await lang('.required'), 'ja');
        assert.deepEqual(await page.evaluate(foreign), [], 'theme words in the words of the form');
        await page.locator('[name="words"]').fill('090-1234-5678');
        await page.locator('[name="writer"][value="together"]').check();
        await page.locator('.personal-note').waitFor();
        await page.locator('.clear-choice').waitFor();
        assert.deepEqual(await page.evaluate(foreign), [], 'words of scripts');
        await page.goto(`${root}${FORM}easy/index.html`);
        assert.ok((await page.locator('.sheet ruby rt').count()) > 50);
        assert.equal(await page.locator('[aria-label*="《"], [data-name-of*="《"], option:has(ruby)').count(), 0);
      }));
  });
}

describe('a form in words that are written from the right', () => {
  const course = fileURLToPath(new URL('../../sites/right-to-left/in/', import.meta.url));
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-from-the-right-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const built = mitate(['build', course, '--out', folder]);
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  const root = `${pathToFileURL(folder).href}/`;
  const page = (/** @type {string} */ variant) => `${root}worksheets/visit/${variant}index.html`;

  for (const width of [1440, 360]) {
    test(`labels, lines and signs are laid out from the right on ${width} px`, () =>
      onPage(
        root,
        async (it) => {
          await it.goto(page('ar/'));
          await quiet(it);
          const laid = await it.evaluate(() => {
            const box = (/** @type {string} */ selector) =>
              /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect();
            const direction = (/** @type {string} */ selector) =>
              getComputedStyle(/** @type {Element} */ (document.querySelector(selector))).direction;
            const [first, second] = document.querySelectorAll('[name="wants"]');
            return {
              directions: ['h1', '[name="words"]', '.sheet', '[data-print]', '.masthead'].map(direction),
              overflow: document.documentElement.scrollWidth - innerWidth,
              label: box('[data-field="place"] .field-label').right - box('[name="place"]').right,
              options: first.getBoundingClientRect().x - second.getBoundingClientRect().x,
              steps: box('[name="ease"][value="1"]').x - box('[name="ease"][value="5"]').x,
            };
          });
          assert.deepEqual(laid.directions, ['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
          assert.ok(laid.overflow <= 0, `${laid.overflow} px are cut off`);
          assert.ok(laid.label > -16, 'the label begins at the right');
          assert.ok(laid.options > 0 && laid.steps > 0, 'the first option is the rightmost');
        },
        { viewport: { width, height: 800 } },
      ));
  }

  test('what is written there is in the form of the course, and is printed in either', () =>
    onPage(root, async (it) => {
      const words = 'أريد أن أنام.\nねたい';
      await it.goto(page('ar/'));
      await it.locator('[data-save-line][data-state]').waitFor();
      await it.locator('[name="words"]').fill(words);
      await it.locator('[name="wants"][value="later"]').check();
      await quiet(it);
      assert.match(readPdf(await it.pdf({ preferCSSPageSize: true })).text, /ねたい/);
      await turn(it, 'ja');
      assert.equal(await it.locator('[name="words"]').inputValue(), words);
      assert.ok(await it.locator('[name="wants"][value="later"]').isChecked());
      assert.match(readPdf(await it.pdf({ preferCSSPageSize: true })).text, /ねたい/);
    }));
});

test('words of another language in a form are in paragraphs, and their letters are not spread', () =>
  onPage(transports[0].root, async (page) => {
    await page.goto(`${transports[0].root}${FORM}pt-BR/index.html`);
    const [spread, apart] = await page
      .locator('.instructions p')
      .evaluateAll((all) => [
        [...new Set(all.map((it) => getComputedStyle(it).textJustify))],
        all.slice(1).map((it) => parseFloat(getComputedStyle(it).marginTop)),
      ]);
    assert.deepEqual(spread, ['auto']);
    assert.ok(apart.length > 3 && apart.every((it) => it > 5), apart.join());
  }));

test('without scripts a form can be read in other words', () =>
  onPage(
    transports[0].root,
    async (page) => {
      await page.goto(`${transports[0].root}${BASE}`);
      await page.locator('.variants a', { hasText: 'やさしい日本語' }).click();
      await page.locator('.variants [aria-current]', { hasText: 'やさしい日本語' }).waitFor();
      await page.locator('.variants a', { hasText: '日本語' }).first().click();
      await page.locator('.variants a', { hasText: 'English' }).waitFor();
      assert.match(page.url(), /ws-needs-survey\/index\.html#v=ja$/);
    },
    { javaScriptEnabled: false },
  ));

for (const { name, root } of transports) {
  test(`the switch in Firefox by ${name}`, async () => {
    const firefox = await launchFirefox();
    try {
      const page = await firefox.newPage();
      const is = (/** @type {string} */ variant) =>
        page.waitForFunction((wanted) => document.documentElement.dataset.variant === wanted, {}, variant);
      await page.goto(`${root}${BASE}#v=easy`);
      await is('easy');
      await page.waitForSelector('[data-save-line][data-state]');
      await page.type('[name="words"]', 'ねたい');
      await page.click('[data-variant-link="en"]');
      await is('en');
      await page.click('[data-variant-link="ja"]');
      await is('ja');
      await page.waitForFunction(() => document.querySelector('[data-save-line]')?.hasAttribute('data-state'));
      // From a disk every file has a storage of its own: the save line says so, and the answers stay on their page.
      if (name !== 'file') {
        await page.waitForFunction(() => {
          const field = document.querySelector('[name="words"]');
          return field instanceof HTMLTextAreaElement && field.value === 'ねたい';
        });
      } else {
        await page.waitForSelector('[data-save-line][data-state=own-file]');
        await page.goto(`${root}${FORM}easy/index.html`);
        await page.waitForFunction(() => {
          const field = document.querySelector('[name="words"]');
          return field instanceof HTMLTextAreaElement && field.value === 'ねたい';
        });
      }
    } finally {
      await firefox.close();
    }
  });
}

test('what a control is called is in the language of the form, or read from elements that say theirs', () =>
  onPage(transports[0].root, async (page) => {
    await page.goto(`${transports[0].root}${FORM}pt-BR/index.html`);
    await page.locator('[data-save-line][data-state]').waitFor();
    await page.locator('[name="writer"][value="together"]').check();
    await page.locator('.clear-choice').first().waitFor();
    await page.locator('[data-add-row]').first().click();
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet [aria-label]')]
        .filter((it) => it.closest('[lang]')?.getAttribute('lang') !== 'ja')
        .map((it) => it.getAttribute('aria-label') ?? ''),
    );
    assert.ok(names.some((name) => / \d+$/.test(name)));
    assert.deepEqual(
      names.filter((name) => /[\u3000-\u30ff\u4e00-\u9fff]/.test(name)),
      [],
    );
    const parts = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet [aria-labelledby]')].flatMap((it) =>
        (it.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)),
      ),
    );
    assert.ok(parts.every((part) => part !== null));
    await page.getByRole('textbox', { name: '6時 していること', exact: true }).fill('Acordei');
    await page.locator('.clear-choice').first().focus();
    assert.equal(await page.getByRole('button', { name: '選んだものを取り消す ' }).count(), 1);
  }));
