/**
 * A session plan: its run sheet takes clock times, prints with no step on two sheets, and the presenter's view shows each
 * step without a word of what is for the facilitator.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { violations } from '../lib/axe.js';
import { launch, settled } from '../lib/chromium.js';
import { plain, readPdf } from '../lib/pdf.js';
import { mitate } from '../lib/site.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mitate-session-'));
const browser = await launch();
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
const COURSE = 'tests/sites/session/in';
const built = mitate(['build', COURSE, '--out', path.join(folder, 'site')]);
assert.equal(built.status, 0, built.stderr);
const root = `${pathToFileURL(path.join(folder, 'site')).href}/`;
const SHEET = 'sessions/first-hour/index.html';
const PRESENT = 'sessions/first-hour/present/index.html';
const written = readFileSync(new URL('../../sites/session/in/sessions/first-hour.yaml', import.meta.url), 'utf8');

/** The values of a key of the plan that are in one line. @param {string} key */
const values = (key) =>
  [...written.matchAll(new RegExp(`^ +(?:- )?${key}: ([^|\\n]+)$`, 'gm'))].map(([, value]) => plain(value));
const NOTES = ['say', 'said', 'answer', 'hard', 'cut'].flatMap(values);

/** @param {string} file @param {{ width?: number, height?: number }} [size] */
async function open(file, { width = 1280, height = 720 } = {}) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(root + file);
  await settled(page);
  return page;
}

test('the start time makes the clock times of all steps', async () => {
  const page = await open(SHEET);
  await page.fill('[data-start]', '13:30');
  const times = await page.locator('[data-from]').allTextContents();
  assert.deepEqual(times.slice(0, 3), ['13:30–13:35', '13:35–13:50', '13:50–14:00']);
  await page.close();
});

test('the run sheet says all of the plan and prints on A4 with no step on two sheets, in 9.5 points or more', async () => {
  assert.ok(NOTES.length > 7, `${NOTES.length}`);
  const page = await open(SHEET);
  const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
  for (const { width, height } of pdf.sheets) assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
  assert.deepEqual(
    NOTES.filter((note) => !pdf.text.includes(note.replaceAll('*', ''))),
    [],
  );
  await page.emulateMedia({ media: 'print' });
  const sizes = await page
    .locator('.session-run :is(p, dd, h3, .say)')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getClientRects().length > 0 && !element.classList.contains('visually-hidden'))
        .map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75),
    );
  assert.ok(sizes.length > 10 && Math.min(...sizes) >= 9.49, `${Math.min(...sizes)}`);
  assert.deepEqual(
    await page
      .locator('.session-run tbody tr')
      .evaluateAll((rows) => rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length),
    0,
  );
  await page.close();
});

test('what is projected holds what is shown, done and asked, and no word for the facilitator', async () => {
  const page = await open(PRESENT);
  const text = plain(await page.evaluate(() => document.body.textContent));
  for (const shown of [
    '誰のためのものですか',
    'はじめの一言を書きます',
    'Aは、何を待っていたのでしょうか',
    '放課後の会議',
  ])
    assert.ok(text.includes(plain(shown)), shown);
  assert.deepEqual(
    NOTES.filter((note) => text.includes(note)),
    [],
  );
  const steps = (written.match(/^ {2}- id: /gm) ?? []).length;
  assert.equal(await page.locator('.slide').count(), steps + 1);
  for (let step = 1; step <= steps; step++) {
    while (await page.locator('.slide').nth(step).isHidden()) await page.keyboard.press('PageDown');
    const size = await page
      .locator('.slide[data-now] > *')
      .evaluateAll((elements) =>
        Math.min(...elements.map((element) => parseFloat(getComputedStyle(element).fontSize))),
      );
    assert.ok(size >= 28, `step ${step}: ${size} px`);
  }
  await page.close();
});

test('the facilitator sees what to say beside what is projected', async () => {
  const page = await open(`${SHEET}#desk`);
  await page.locator('[data-desk] [data-do="next"]').click();
  const desk = plain((await page.locator('section[data-desk]').textContent()) ?? '');
  assert.ok(desk.includes(plain('うまい言い方をさがす時間ではありません。')), desk.slice(0, 300));
  await page.close();
});

test('axe finds no fault', async () => {
  for (const file of [SHEET, PRESENT, 'sessions/index.html']) {
    const page = await open(file, { width: 360, height: 800 });
    assert.deepEqual(await violations(page), [], file);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), file);
    await page.close();
  }
});
