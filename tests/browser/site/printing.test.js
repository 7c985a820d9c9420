/** Forms and answers on paper: every character is there, nothing is cut, and a blank form has room to write. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entry } from '../lib/answers.js';
import { catalogue } from '../lib/catalogue.js';
import { at, forms } from '../lib/form.js';
import { asked, bringIn, fileOf, first, lists, onPage, second } from '../lib/my-answers.js';
import { plain, readPdf } from '../lib/pdf.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const A4 = { width: 595, height: 842 }; // points
const MARGIN = 32; // points: 15 mm less what the box of a glyph has around it
const TOP = 24; // the same for the box of a heading
const ROWS = 12;
const { root } = transports[0];

// A form with a long text and a table of twelve rows; if there is none, the longest list there is.
const [
  {
    page: page0,
    texts: [text0],
    rows: rows0,
  },
] = forms
  .filter(({ texts, rows }) => texts.length > 0 && rows.length > 0)
  .sort((a, b) => Math.max(...b.rows.map(({ max }) => max)) - Math.max(...a.rows.map(({ max }) => max)));
const longest = rows0.reduce((a, b) => (b.max > a.max ? b : a));

/** A text in which every twenty characters differ from all others. @param {number} length */
function numbered(length) {
  let text = '';
  for (let n = 1; text.length < length; n++) text += `〈${String(n).padStart(3, '0')}〉面接で聞いた言葉を書きとめる。`;
  return text.slice(0, length);
}

/** The page as it comes out of the printer. @param {Page} page */
const printed = async (page) => readPdf(await page.pdf({ preferCSSPageSize: true }));

/** A4, and nothing beyond the margins. @param {ReturnType<typeof readPdf>} pdf */
function fits(pdf) {
  assert.ok(pdf.sheets.length > 0);
  for (const { width, height } of pdf.sheets)
    assert.deepEqual([Math.round(width), Math.round(height)], [A4.width, A4.height]);
  const beyond = pdf.words.filter(({ left, right, top }) => left < MARGIN || right > A4.width - MARGIN || top < TOP);
  assert.deepEqual(
    beyond.slice(0, 5).map(({ text, page, left, right, top }) => `${text} ${page}: ${left}–${right} ${top}`),
    [],
  );
}

/** What is cut off by a box that is too small, as printed. @param {Page} page */
async function cut(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 960 });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => {
        if (
          !(element instanceof HTMLElement) ||
          element.offsetParent === null ||
          element.matches('.visually-hidden, .visually-hidden *')
        )
          return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        return (
          (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );
  await page.emulateMedia({ media: null });
  return found;
}

/** Puts words in as a paste does. @param {Page} page @param {string} selector @param {string} text */
const write = (page, selector, text) => page.locator(selector).fill(text);

test('a filled form prints every character of three thousand and of twelve rows, on A4, with nothing cut', () =>
  onPage(
    root,
    async (page) => {
      const form = page.locator('form.answer');
      await page.locator('form.answer .paper').first().waitFor({ state: 'attached' });
      const before = await page.evaluate(() => document.body.textContent);
      const text = numbered(3000);
      await write(page, at(text0), text);
      const rows = form.locator(`[data-rows="${longest.name}"]`);
      const wanted = Math.min(ROWS, longest.max);
      while ((await rows.locator('[data-row]').count()) < wanted) await rows.locator('[data-add-row]').click();
      // Signs that are nowhere else, so that every one can be counted, wherever a cell is broken.
      /** @type {string[]} */
      const signs = [];
      let code = 0x9000;
      for (const cell of await rows.locator('textarea[name], input:not([type=date])[name]').all()) {
        while (before.includes(String.fromCharCode(code)) || text.includes(String.fromCharCode(code))) code += 1;
        const sign = String.fromCharCode(code++);
        await cell.fill(sign.repeat(9));
        signs.push(sign);
      }
      assert.ok(signs.length >= wanted);
      const pdf = await printed(page);
      const all = pdf.text;
      assert.ok(all.includes(plain(text)), 'the long text, in one piece');
      const lacking = signs.filter((sign) => all.split(sign.normalize('NFKC')).length - 1 !== 9);
      assert.deepEqual(lacking, []);
      fits(pdf);
      assert.deepEqual(await cut(page), []);
    },
    page0,
  ));

test('a blank form prints without a word of what was written, every question, and room to write', () =>
  onPage(
    root,
    async (page) => {
      await page.addInitScript(() => {
        window.print = () => {};
      });
      await page.reload();
      await page.locator('form.answer .paper').first().waitFor({ state: 'attached' });
      await write(page, at(text0), '髞'.repeat(50));
      await page.locator('[data-print-blank]').click();
      const room = await (async () => {
        await page.emulateMedia({ media: 'print' });
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('form.answer textarea.write')].flatMap((field) => {
            if (!(field instanceof HTMLTextAreaElement) || field.closest('.field-diagram')) return [];
            const paper = field.nextElementSibling;
            const box = (field.offsetHeight > 0 ? field : paper)?.getBoundingClientRect();
            const millimetres = ((box?.height ?? 0) * 25.4) / 96;
            const lines = field.closest('table') ? 1 : field.rows;
            return millimetres < lines * 7 ? [`${field.name}: ${millimetres.toFixed(1)} mm for ${lines} lines`] : [];
          }),
        );
        await page.emulateMedia({ media: null });
        return small;
      })();
      assert.deepEqual(room, []);
      const pdf = await printed(page);
      assert.ok(!pdf.text.includes('髞'), 'nothing of what was written');
      const labels = await page.locator('form.answer .field-label').allTextContents();
      const lacking = labels.map(plain).filter((label) => !pdf.text.includes(label));
      assert.deepEqual(
        lacking.filter((label) => label.length < 8),
        [],
        'short labels stand on one line',
      );
      fits(pdf);
      await page.locator('h1').click();
      assert.equal(await page.locator(at(text0)).inputValue(), '髞'.repeat(50), 'it is still there');
      await page.waitForFunction(() => document.documentElement.dataset.print === undefined);
    },
    page0,
  ));

test('"print all my answers" holds every answer, whole, also what was put aside', () =>
  onPage(root, async (page) => {
    await page.evaluate(() => {
      window.print = () => {};
    });
    const long = numbered(12_000);
    const works = catalogue.works
      .map(({ key, fields }, n) => ({
        key,
        sheet: 1,
        fields: Object.fromEntries(
          fields
            .filter(({ options, columns, many }) => !options && !columns && !many)
            .slice(0, 2)
            .map(({ id }, i) => [id, entry(`答え${n}の${i}番`)]),
        ),
      }))
      .filter(({ fields }) => Object.keys(fields).length > 0);
    const kept = entry('今の文', 2, { others: [{ value: '取っておいた文', at: '2026-11-20T01:02:03.000Z' }] });
    works.push(
      { key: asked.key, sheet: 2, fields: { [first]: entry(long), [second]: kept } },
      { key: 'exercise/went-away', sheet: 1, fields: { q: entry('なくなった問いの答え') } },
    );
    await bringIn(page, fileOf(works));
    const texts = works.flatMap(({ fields }) => Object.values(fields).map(({ value }) => String(value)));
    await lists(page, texts.length);
    await page.locator('[data-answers-tools] [data-print]').click();
    await page
      .locator('.answers-paper dd')
      .nth(texts.length - 1)
      .waitFor({ state: 'attached' });
    const pdf = await printed(page);
    const lacking = [...texts, '取っておいた文']
      .filter((text) => text !== long)
      .map(plain)
      .filter((text) => !pdf.text.includes(text));
    assert.deepEqual(lacking, []);
    // Where a page ends, the label is between two lines of the text; so its signs are counted.
    const fewer = [...new Set(plain(long))].filter(
      (sign) => pdf.text.split(sign).length < plain(long).split(sign).length,
    );
    assert.deepEqual(fewer, []);
    assert.deepEqual(
      long.match(/〈\d+〉/g)?.filter((mark) => !pdf.text.includes(mark)),
      [],
    );
    fits(pdf);
    await page.waitForFunction(() => document.querySelector('.answers-paper') === null);
  }));
