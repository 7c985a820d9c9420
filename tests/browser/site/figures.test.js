/**
 * Drawings of the course fit: at every width from a small notebook on nothing scrolls sideways and no text is smaller than
 * 12 px, no label touches another, on a phone the whole drawing is seen and opens large, and on A4 every label has 7 pt.
 * They can be taken along, and shown without names.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { kindOf, pages, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

const browser = await launch();
after(() => browser.close());
const [{ root }] = transports;
const PATIENCE = 180_000; // ms: a case has up to twenty drawings, and the machine may be busy
const CASES = pages.filter((page) => kindOf(page) === 'case' && source(page).includes('class="drawing"'));
const GENOGRAM = CASES.find((page) => source(page).includes('case-genogram'));

/** What every drawing that is shown looks like: its sizes, and which texts touch or are cut. */
const measure = () =>
  [...document.querySelectorAll('.drawing > svg')]
    .filter((svg) => svg.getClientRects().length > 0)
    .map((svg) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / Number(svg.getAttribute('width'));
      const texts = [...svg.querySelectorAll('text')]
        .filter((text) => text.getClientRects().length > 0)
        .map((text) => ({
          text: text.textContent ?? '',
          size: parseFloat(getComputedStyle(text).fontSize) * scale,
          box: text.getBoundingClientRect(),
        }));
      const touching = texts.flatMap((a, i) =>
        texts
          .slice(i + 1)
          .filter(
            (b) =>
              // A box of text has room above and below its letters.
              a.box.left < b.box.right - 1 &&
              b.box.left < a.box.right - 1 &&
              a.box.top + 3 < b.box.bottom - 3 &&
              b.box.top + 3 < a.box.bottom - 3,
          )
          .map((b) => `${a.text} / ${b.text}`),
      );
      const cut = texts
        .filter(
          (one) =>
            one.box.left < box.left - 1 ||
            one.box.right > box.right + 1 ||
            one.box.top < box.top - 1 ||
            one.box.bottom > box.bottom + 1,
        )
        .map((one) => one.text);
      const frame = /** @type {Element} */ (svg.parentElement);
      return {
        name: svg.getAttribute('class') ?? '',
        width: box.width,
        scrolls: frame.scrollWidth - frame.clientWidth,
        smallest: Math.min(...texts.map((one) => one.size)),
        touching,
        cut,
      };
    });

describe('drawings of the bundled course', { skip: CASES.length === 0 }, () => {
  for (const width of [1920, 1366, 1024]) {
    test(`fit at ${width} px, with legible labels that do not touch`, async () => {
      // Without scripts all stages are shown.
      const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: false });
      page.setDefaultTimeout(PATIENCE);
      for (const name of CASES) {
        await page.goto(root + name);
        for (const related of [false, true]) {
          for (const box of related ? await page.locator('.with-relations').all() : []) await box.check();
          const drawings = await page.evaluate(measure);
          assert.ok(drawings.length > 0, name);
          for (const drawing of drawings) {
            const where = `${name} ${drawing.name} ${width}`;
            assert.ok(drawing.scrolls <= 0, `${where}: scrolls by ${drawing.scrolls}`);
            assert.ok(drawing.smallest >= 11.95, `${where}: ${drawing.smallest} px`);
            assert.deepEqual(drawing.touching, [], where);
            assert.deepEqual(drawing.cut, [], where);
          }
        }
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth <= 0),
          true,
          `${name} ${width}`,
        );
      }
      await page.close();
    });
  }

  test('on a phone the whole drawing is seen, and a tap opens it large', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    for (const name of CASES) {
      await page.goto(root + name);
      await settled(page);
      for (const drawing of await page.evaluate(measure))
        assert.ok(drawing.scrolls <= 0 && drawing.width <= 360, `${name} ${drawing.name}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
    }
    await page.goto(root + CASES[0]);
    await settled(page);
    const svg = page.locator('.drawing > svg:visible').first();
    await svg.tap();
    const large = page.locator('dialog[open] svg');
    await large.waitFor();
    assert.equal((await large.boundingBox())?.width, Number(await svg.getAttribute('width')));
    await page.locator('dialog[open] button').tap();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await context.close();
  });

  test('on A4 every label has at least 7 pt', async () => {
    const page = await browser.newPage({ viewport: { width: 680, height: 960 }, javaScriptEnabled: false });
    page.setDefaultTimeout(PATIENCE);
    await page.emulateMedia({ media: 'print' });
    for (const name of CASES) {
      await page.goto(root + name);
      for (const drawing of await page.evaluate(measure))
        assert.ok(drawing.smallest * 0.75 >= 7, `${name} ${drawing.name}: ${drawing.smallest * 0.75} pt`);
    }
    await page.close();
  });
});

describe('taking a drawing along', { skip: GENOGRAM === undefined }, () => {
  test('as SVG, as PNG, as text; without names no name is in it', async () => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 900 },
      acceptDownloads: true,
      permissions: [],
    });
    const page = await context.newPage();
    await page.goto(root + GENOGRAM);
    await settled(page);
    const figure = page.locator('.case-genogram:visible').first();
    const label = (await figure.locator('.dg-note tspan').first().textContent()) ?? '';
    assert.ok(label.length > 1);
    const saved = async (/** @type {string} */ way) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.locator(`[data-way=${way}]`).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await saved('svg');
    assert.match(svg.name, /\.svg$/);
    assert.ok(svg.bytes.toString('utf8').includes(label));
    assert.match(svg.bytes.toString('utf8'), /stroke-width="1\.75px"/);
    const png = await saved('png');
    assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.ok(png.bytes.length > 5000);
    await figure.locator('.as-letters').check();
    const lettered = (await saved('svg')).bytes.toString('utf8');
    assert.equal(lettered.includes(label), false);
    assert.match(lettered, />A<\/tspan>/);
    assert.equal(await figure.locator('.in-words').isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.equal(
      await figure.locator('.drawing:visible .dg-note').filter({ hasText: label }).first().isVisible(),
      false,
      'nor on paper',
    );
    await context.close();
  });
});
