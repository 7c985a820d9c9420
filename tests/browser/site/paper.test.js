/** What comes out of the printer, as one wants to hand it out: forms, cases short or by stages, interviews, tables of answers. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { entry } from '../lib/answers.js';
import { catalogue } from '../lib/catalogue.js';
import { launch, settled } from '../lib/chromium.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { forms } from '../lib/form.js';
import { answersAreIn, until } from '../lib/hands.js';
import { formOf } from '../lib/kinds.js';
import { bringIn, fileOf, onPage as onAnswers } from '../lib/my-answers.js';
import { plain, readPdf } from '../lib/pdf.js';
import { kindOf, pages, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const { root } = transports[0];
const { transports: ofCourse } = await buildCourse();
const browser = await launch();
after(() => browser.close());

/** @param {string} url @param {(page: Page) => Promise<void>} act */
async function onPage(url, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await page.goto(url);
  await settled(page);
  await act(page);
  await context.close();
}

/** @param {Page} page */
const printed = async (page) => readPdf(await page.pdf({ preferCSSPageSize: true }));

/** The words of a sheet, as they follow each other. @param {ReturnType<typeof readPdf>} pdf @param {number} n  from 1 */
const sheetText = (pdf, n) =>
  pdf.words
    .filter(({ page }) => page === n)
    .map(({ text }) => text)
    .join('');

// The form with the most rows in tables: it has more than one sheet.
const [{ page: form }] = [...forms].sort(
  (a, b) => b.rows.length * 20 + b.texts.length - (a.rows.length * 20 + a.texts.length),
);

test('a filled form prints its title first, and no instructions, examples or hints', () =>
  onPage(root + form, async (page) => {
    await answersAreIn(page);
    await page.locator('form.answer textarea').first().fill('窓ぎわなら三十分いられる。');
    const title = await page.locator('h1').textContent();
    const extra = await page.locator('.field-example, .required, .instructions h2').allTextContents();
    assert.ok(extra.length > 2, 'there is something to leave out');
    const pdf = await printed(page);
    assert.ok(pdf.text.startsWith(plain(title ?? '')), pdf.text.slice(0, 60));
    assert.ok(pdf.text.includes('窓ぎわなら三十分いられる。'));
    assert.deepEqual(
      extra.map(plain).filter((text) => text.length > 2 && pdf.text.includes(text)),
      [],
    );
  }));

test('a blank form prints its title, then the instructions, and begins its last sheet with a section', () =>
  onPage(root + form, async (page) => {
    await answersAreIn(page);
    await page.locator('[data-print-blank]').click();
    const title = plain((await page.locator('h1').textContent()) ?? '');
    const sections = (await page.locator('.sheet-section h2').allTextContents()).map(plain);
    const pdf = await printed(page);
    assert.ok(pdf.sheets.length > 1);
    const first = sheetText(pdf, 1);
    assert.ok(first.startsWith(title), first.slice(0, 60));
    assert.ok(first.includes(plain((await page.locator('.instructions h2').textContent()) ?? '')));
    const last = sheetText(pdf, pdf.sheets.length).replace(/^■/, '');
    assert.ok(
      sections.some((section) => last.startsWith(section)),
      last.slice(0, 60),
    );
  }));

const withStages =
  pages.find(
    (page) => kindOf(page) === 'case' && (source(page).match(/class="diagram case-diagram/g) ?? []).length > 4,
  ) ?? '';

/** The diagrams that are on paper now, by kind. @param {Page} page */
async function diagramsOnPaper(page) {
  await page.emulateMedia({ media: 'print' });
  const kinds = await page.evaluate(() =>
    [...document.querySelectorAll('.stage .case-diagram')]
      .filter((figure) => figure.checkVisibility({ contentVisibilityAuto: true }))
      .map((figure) => /case-(genogram|ecomap|timeline|week)/.exec(figure.className)?.[1]),
  );
  await page.emulateMedia({ media: null });
  return kinds;
}

test('a case prints short, each diagram once, or each stage on a sheet of its own with its diagrams', () =>
  onPage(root + withStages, async (page) => {
    const all = await page.locator('.stage .case-diagram').count();
    await page.locator('[data-print-case="short"]').click();
    const once = await diagramsOnPaper(page);
    assert.ok(once.length > 0);
    assert.equal(new Set(once).size, once.length, 'each kind once');
    const short = await printed(page);

    await page.locator('[data-print-case="stages"]').click();
    assert.equal((await diagramsOnPaper(page)).length, all);
    const titles = await page
      .locator('.stage-title')
      .evaluateAll((headings) => headings.map((heading) => heading.lastChild?.textContent ?? ''));
    const long = await printed(page);
    const begins = titles.map((title) =>
      long.sheets.findIndex((_, i) =>
        sheetText(long, i + 1)
          .slice(0, 60)
          .includes(plain(title)),
      ),
    );
    assert.ok(
      begins.every((at, i) => at > (begins[i - 1] ?? -1)),
      `stages begin on sheets ${begins}`,
    );
    assert.ok(short.sheets.length < long.sheets.length, `${short.sheets.length} sheets, and ${long.sheets.length}`);
  }));

test('an interview prints its path, with what each reply did, also where that is closed on the screen', () =>
  onPage(ofCourse[0].root + EXERCISES, async (page) => {
    await answersAreIn(page);
    const talk = formOf('talk');
    await page.locator(`${talk} .turn-now [data-say="inside"]`).click();
    await page.locator(`${talk} .exchange`).first().waitFor();
    const said = plain((await page.locator(`${talk} .exchange .said .reply-say`).first().textContent()) ?? '');
    await page.locator(`${talk} [data-look]`).click();
    await page.locator(`${talk} .reviewed`).first().waitFor();
    const effect = plain((await page.locator(`${talk} .reviewed .reply-because`).first().textContent()) ?? '');
    await page.locator(`${talk} [data-after] > summary`).click();
    await until(
      page,
      (/** @type {string} */ where) => document.querySelector(`${where} [data-after]:not([open])`) !== null,
      talk,
    );
    const pdf = await printed(page);
    assert.equal(pdf.text.split(said).length - 1, 1, 'the reply, once');
    assert.ok(effect.length > 3 && pdf.text.includes(effect), effect);
  }));

test('"my answers" shows a table as a table, on the screen and on paper', () =>
  onAnswers(root, async (page) => {
    await page.evaluate(() => {
      window.print = () => {};
    });
    const work = catalogue.works.find(({ fields }) =>
      fields.some(({ columns }) => (columns ?? []).filter(({ options }) => !options).length > 1),
    );
    const table = work?.fields.find(({ columns }) => (columns ?? []).filter(({ options }) => !options).length > 1);
    const [one, two] = (table?.columns ?? []).filter(({ options }) => !options);
    const cells = Object.fromEntries(
      [1, 2, 4].flatMap((n) => [one, two].map(({ id }) => [`${table?.id}.${n}.${id}`, entry(`${id}の${n}行`)])),
    );
    await bringIn(page, fileOf([{ key: work?.key ?? '', sheet: 1, fields: cells }]));
    const shown = page.locator('.answers-list .answers-table');
    await shown.waitFor();
    assert.deepEqual(await shown.locator('thead th').allTextContents(), [one.label, two.label]);
    assert.deepEqual(await shown.locator('tbody th').allTextContents(), ['1', '2', '4']);
    await page.locator('[data-answers-tools] [data-print]').click();
    await page.locator('.answers-paper .answers-table').waitFor({ state: 'attached' });
    const pdf = await printed(page);
    const heads = pdf.text.split(plain(`${table?.label}`)).length - 1;
    assert.ok(heads <= 2, `the table is named ${heads} times`);
    for (const { value } of Object.values(cells)) assert.ok(pdf.text.includes(plain(String(value))), String(value));
  }));
