/** A case reads by stages on the screen, and as a whole in print and without scripts. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { buildCourse } from '../lib/course.js';
import { readPdf } from '../lib/pdf.js';
import { kindOf, pages, source } from '../lib/site.js';
import { unlessSingle } from '../lib/single.js';
import { ways } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const CASE = pages.find((page) => kindOf(page) === 'case' && source(page).split('class="stage"').length > 2);
const skip = CASE ? false : 'the course has no case with two stages';

const course = await buildCourse();

for (const { name, root } of ways(course.transports)) {
  describe(`diagrams by ${name}`, () => {
    test('the lines of relations are switched on by the keyboard: one picture at a time, and paper shows that one', async () => {
      const page = await browser.newPage();
      await page.goto(`${root}cases/exercise-book/index.html`);
      await settled(page);
      const pictures = page.locator('.case-genogram .drawing');
      const seen = async () => Promise.all([0, 1].map((n) => pictures.nth(n).isVisible()));
      const box = page.getByRole('checkbox', { name: '関係の線も引く' });
      assert.deepEqual(await seen(), [true, false], 'off at first');
      assert.equal(readPdf(await page.pdf()).text.includes('関係の線'), false);
      await box.focus();
      await page.keyboard.press('Space');
      assert.deepEqual(await seen(), [false, true]);
      assert.equal((await pictures.nth(1).locator('.dg-rel').count()) > 0, true);
      const paper = readPdf(await page.pdf()).text;
      assert.ok(paper.includes('関係の線'), 'its legend');
      assert.equal(paper.includes('関係の線も引く'), false, 'the switch is for the screen');
      await page.keyboard.press('Space');
      assert.deepEqual(await seen(), [true, false]);
      await page.close();
    });

    test(
      'a week changes with the stage, in the picture and in words',
      { skip: unlessSingle(name, 'without scripts') },
      async () => {
        const page = await browser.newPage({ javaScriptEnabled: false });
        await page.goto(`${root}cases/exercise-book/index.html`);
        const weeks = page.locator('.case-week');
        const words = (/** @type {number} */ n) => weeks.nth(n).locator('li').allTextContents();
        assert.equal(await weeks.count(), 2, 'in the stages in which it changes');
        assert.ok((await words(0)).includes('放課後、月〜金：図書室で書く（学校・学び）。'), (await words(0)).join());
        assert.ok((await words(1)).includes('夜、水：書き直す（学校・学び）。'), (await words(1)).join());
        assert.deepEqual(
          await Promise.all([0, 1].map((n) => weeks.nth(n).locator('svg').getByText('書き直す').count())).then(
            (counts) => counts.map((count) => count > 0),
          ),
          [false, true],
        );
        await page.close();
      },
    );
  });
}

for (const { name, root } of ways(transports)) {
  describe(`stages by ${name}`, { skip }, () => {
    test('arrow keys, Home and End go from stage to stage', async () => {
      const page = await open(root);
      const tabs = page.getByRole('tab');
      const count = await tabs.count();
      assert.equal(count, await page.locator('section.stage').count());
      assert.deepEqual(await shown(page), [0]);
      await tabs.first().focus();
      for (const [key, at] of /** @type {const} */ ([
        ['ArrowRight', 1],
        ['ArrowLeft', 0],
        ['ArrowLeft', count - 1],
        ['ArrowRight', 0],
        ['End', count - 1],
        ['Home', 0],
      ])) {
        await page.keyboard.press(key);
        assert.deepEqual(await shown(page), [at], key);
        assert.ok(await tabs.nth(at).evaluate((tab) => tab === document.activeElement), key);
        assert.equal(await tabs.nth(at).getAttribute('aria-selected'), 'true');
      }
      await page.keyboard.press('Tab');
      assert.ok(
        await page
          .locator('section.stage')
          .first()
          .evaluate((panel) => panel === document.activeElement),
        'Tab leads to the text',
      );
      await page.close();
    });

    test('what gives the case away is shown only when the reader opens it: titles of later stages, strengths, formulations', async () => {
      const page = await open(root);
      const tabs = page.getByRole('tab');
      const titles = await page
        .locator('section.stage')
        .evaluateAll((all) => all.map((panel) => panel.dataset.title ?? ''));
      const named = async () => (await tabs.allInnerTexts()).map((text, i) => text.includes(titles[i]));
      assert.deepEqual(
        await named(),
        titles.map((_, i) => i === 0),
        'only the first stage is named',
      );
      const text = await page.locator('main').innerText();
      for (const title of titles.slice(1)) assert.equal(text.includes(title), false, title);
      await tabs.nth(1).click();
      assert.deepEqual(
        await named(),
        titles.map((_, i) => i < 2),
      );
      const fold = page.locator('details.afterwards');
      if ((await fold.count()) > 0) {
        assert.equal(await fold.evaluate((it) => it.hasAttribute('open')), false);
        const inside = await fold.locator('[id]').first().getAttribute('id');
        await page.goto('about:blank');
        await page.goto(`${root}${CASE}#${inside}`);
        await settled(page);
        assert.equal(await fold.evaluate((it) => it.hasAttribute('open')), true, 'an address inside opens it');
      }
      await page.close();
    });

    test('the address opens the stage that it points into', async () => {
      const page = await open(root);
      const last = page.locator('section.stage').last();
      const sentence = await last.locator('[id^="s-"]').first().getAttribute('id');
      const count = await page.locator('section.stage').count();
      for (const anchor of [await last.getAttribute('id'), sentence]) {
        if (!anchor) continue;
        await page.goto('about:blank');
        await page.goto(`${root}${CASE}#${anchor}`);
        await settled(page);
        assert.deepEqual(await shown(page), [count - 1], anchor);
      }
      await page.close();
    });

    test('a stage that was opened is open again after a reload', async () => {
      const page = await open(root);
      await page.getByRole('tab').nth(1).click();
      await page.reload();
      await settled(page);
      assert.deepEqual(await shown(page), [1]);
      await page.close();
    });

    test("a link of the page's own contents opens its stage", async () => {
      const page = await open(root);
      const id = await page.locator('section.stage').nth(1).getAttribute('id');
      const link = page.locator(`main a[href="#${id}"]:visible`).first();
      if ((await link.count()) > 0) {
        await link.click();
        await settled(page);
        assert.deepEqual(await shown(page), [1]);
      }
      await page.close();
    });

    test("the browser's own search finds words in a stage that is not open", async () => {
      const page = await open(root);
      await page
        .locator('section.stage')
        .nth(1)
        .evaluate((panel) => {
          panel.dispatchEvent(new Event('beforematch', { bubbles: true }));
        });
      assert.deepEqual(await shown(page), [1]);
      assert.equal(await page.locator('section.stage').first().getAttribute('hidden'), 'until-found');
      await page.close();
    });

    test('in print every stage is there, and no tabs', async () => {
      const page = await open(root);
      await page.emulateMedia({ media: 'print' });
      const all = await page.locator('section.stage').count();
      assert.deepEqual(
        await shown(page),
        Array.from({ length: all }, (_, i) => i),
      );
      assert.equal(await page.getByRole('tablist').isVisible(), false);
      await page.close();
    });

    test('a closed stage leaves no gap', async () => {
      const page = await open(root);
      const heights = await page
        .locator('section.stage[hidden]')
        .evaluateAll((panels) => panels.map((panel) => /** @type {HTMLElement} */ (panel).offsetHeight));
      assert.ok(
        heights.every((height) => height === 0),
        heights.join(', '),
      );
      await page.close();
    });
  });
}

/** @param {string} root */
async function open(root) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(root + CASE);
  await settled(page);
  return page;
}

/** Which stages can be read, by what a reader sees of their paragraphs. @param {Page} page */
function shown(page) {
  return page.locator('section.stage').evaluateAll((panels) =>
    panels.flatMap((panel, i) => {
      const parts = [...panel.querySelectorAll('p, li')].filter((part) => !part.closest('details:not([open])'));
      return parts.length > 0 && parts.every((part) => part.checkVisibility({ visibilityProperty: true })) ? [i] : [];
    }),
  );
}
