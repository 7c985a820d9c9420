/** A course in English as a reader meets it: its type, its dates, its sentences, its search, what is noticed in answers. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, settled } from '../lib/chromium.js';
import { unfold } from '../lib/hands.js';
import { quiet } from '../lib/quiet.js';
import { mitate } from '../lib/site.js';

/** @typedef {import('playwright-core').Page} Page */

const folder = mkdtempSync(path.join(tmpdir(), 'mitate-english-'));
const browser = await launch();
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/**
 * The starter in the language of a tag, with a life in its case.
 * @param {string} tag
 */
function built(tag) {
  const [course, out] = [path.join(folder, tag), path.join(folder, `${tag}-site`)];
  run(['--lang', 'en', 'new', course]);
  const put = (/** @type {string} */ file, /** @type {(text: string) => string} */ change) => {
    const at = path.join(course, file);
    writeFileSync(at, change(readFileSync(at, 'utf8')));
  };
  const timeline = [
    'timeline:',
    '  unit: grade',
    '  start: 3rd grade',
    '  end: Grade 6',
    '  spans:',
    '    - { id: book, from: spring of 5th grade, label: Stops handing in the book, lane: school }',
    '',
  ].join('\n');
  put('course.yaml', (text) => text.replace('language: en', `language: ${tag}`));
  put('cases/collection-box.md', (text) => text.replace('stages:\n', `${timeline}stages:\n`));
  run(['build', course, '--out', out]);
  return pathToFileURL(`${out}/`).href;
}

/** @param {string[]} args */
function run(args) {
  const { status, stdout, stderr, error } = mitate(args);
  if (status !== 0) throw error ?? new Error(`${args.join(' ')} (${status})\n${stdout}\n${stderr}`);
}

const root = built('en');

/** @param {string} address @param {(page: Page) => Promise<void>} act @param {object} [options] */
async function onPage(address, act, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  await settled(page);
  await act(page);
  await context.close();
}

test('English is set in Latin type, with its own leading, and without tracking or a switch for readings', () =>
  onPage(`${root}start/setting/index.html`, async (page) => {
    const type = await page.evaluate(() => {
      const body = getComputedStyle(document.body);
      const spaced = [...document.querySelectorAll('main *, .contents *, .masthead *')];
      return {
        family: body.fontFamily,
        leading: Number.parseFloat(body.lineHeight) / Number.parseFloat(body.fontSize),
        tracked: spaced.filter((one) => !['normal', '0px'].includes(getComputedStyle(one).letterSpacing)).length,
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
      };
    });
    assert.match(type.family, /^system-ui/);
    assert.ok(type.leading >= 1.5 && type.leading <= 1.6, String(type.leading));
    assert.deepEqual([type.tracked, type.lang, type.dir], [0, 'en', 'ltr']);
    assert.equal(await page.locator('input[name="furigana"]').count(), 0);
  }));

test('no page of the English manual, which shows every kind of exercise, is wider than a phone', async () => {
  const [course, out] = [path.join(folder, 'manual'), path.join(folder, 'manual-site')];
  run(['--lang', 'en', 'new', course, '--manual']);
  run(['build', course, '--out', out]);
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html'));
  assert.ok(pages.length > 20, `${pages.length} pages`);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const wide = [];
  for (const file of pages) {
    await page.goto(pathToFileURL(path.join(out, file)).href);
    await settled(page);
    await unfold(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${file}: ${width} px`);
  }
  assert.deepEqual(wide, []);
  await context.close();
});

test('a case in English is read sentence by sentence, and its timeline counts its own grades', () =>
  onPage(`${root}cases/collection-box/index.html`, async (page) => {
    const sentences = await page.locator('.passage .s').allTextContents();
    assert.ok(sentences.length >= 10, `${sentences.length} sentences`);
    for (const sentence of sentences)
      assert.ok(!/[a-z]{3}[.!?] [A-Z][a-z]+ [a-z]/.test(sentence.replace(/“[^”]*”/g, '')), sentence);
    const timeline = page.locator('svg', { hasText: 'Grade 3' }).first();
    assert.match((await timeline.textContent()) ?? '', /Grade 3.*Grade 6/s);
  }));

test('a word of a query is found in its other forms, and the excerpt begins and ends with a word', () =>
  onPage(`${root}index.html`, async (page) => {
    await page.keyboard.press('/');
    await page.locator('#search-in-dialog').fill('Formulations');
    await page.locator('#search-dialog .search-hit').first().waitFor();
    await quiet(page);
    const texts = await page.locator('#search-dialog .search-passage').allTextContents();
    assert.ok(texts.length > 0);
    for (const text of texts) assert.doesNotMatch(text, /^…?[a-z]?\s|^…[,.]/);
  }));

test('a phone number, a birth and an address are noticed as what they are', () =>
  onPage(`${root}start/setting/index.html`, async (page) => {
    await page.locator('[data-save-line]:not(:empty)').first().waitFor();
    const field = page.locator('form textarea').first();
    for (const [text, words] of /** @type {[string, RegExp][]} */ ([
      ['Call (555) 123-4567', /phone/],
      ['born 14 May 2010', /birth/],
      ['at 221B Baker Street', /address/],
    ])) {
      await field.fill(text);
      await page.locator('.personal-note', { hasText: words }).waitFor();
    }
    await field.fill('Year X, aged 13');
    await page.locator('.personal-note').waitFor({ state: 'detached' });
  }));

for (const [tag, hour] of /** @type {[string, RegExp][]} */ ([
  ['en', /\b\d\d:\d\d\b(?! ?[AP]M)/],
  ['en-US', /\b\d{1,2}:\d\d\s[AP]M/],
])) {
  test(`hours are written as ${tag} writes them, whatever the browser speaks`, () =>
    onPage(
      `${tag === 'en' ? root : built(tag)}start/setting/index.html`,
      async (page) => {
        await page.locator('[data-save-line]:not(:empty)').first().waitFor();
        await page.locator('form textarea').first().fill('Sit side by side.');
        await page.locator('[data-save-line]', { hasText: hour }).first().waitFor();
      },
      { locale: 'de-DE' },
    ));
}
