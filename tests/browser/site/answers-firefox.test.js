/** The page "my answers" in Firefox, where every local file has a storage of its own. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { AT, entry } from '../lib/answers.js';
import { catalogue } from '../lib/catalogue.js';
import { launch, watch } from '../lib/firefox.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('puppeteer-core').Page} Page */

const PAGE = 'answers/index.html';
const LONGEST_GAP = 250; // ms between two timers of 5 ms

const [asked] = catalogue.works;
const [field] = asked.fields.filter(({ options, columns, many }) => !options && !columns && !many).map(({ id }) => id);
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-answers-'));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/** @param {{ key: string, sheet: number, fields: Record<string, unknown> }[]} answers */
const fileOf = (answers) => JSON.stringify({
  format: 'mitate-answers', version: 1, course: { id: catalogue.id, title: catalogue.title, revision: 1 }, exported: AT, answers,
});

/** @param {Page} page @param {string} text */
async function bringIn(page, text) {
  const file = path.join(folder, 'given.mitate.json');
  writeFileSync(file, text);
  const input = await page.waitForSelector('input[data-import]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
  await page.waitForSelector('.work-dialog .primary', { timeout: 60_000 });
  await page.$eval('.work-dialog .primary', (button) => { if (button instanceof HTMLElement) button.click(); });
  await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '', { timeout: 120_000 });
}

/** @param {Page} page */
const ready = (page) => page.waitForFunction(() => {
  const tools = document.querySelector('[data-answers-tools]');
  return tools instanceof HTMLElement && !tools.hidden && document.querySelector('.answers-box');
});

/** @param {Page} page */
const answers = (page) => page.$$eval('.answers-box dd', (all) => all.map(({ textContent }) => textContent));

for (const { name, root } of transports) {
  describe(`my answers in Firefox by ${name}`, () => {
    test('what was brought in is listed, and survives the death of the browser', { timeout: 90_000 }, async () => {
      const profile = mkdtempSync(path.join(folder, 'profile-'));
      const before = await launch({ userDataDir: profile });
      const page = await before.newPage();
      const problems = watch(page, root);
      await page.goto(root + PAGE);
      await ready(page);
      assert.equal(await page.$('.answers .banner') !== null, name === 'file', 'says what it cannot see, and only where it cannot');
      await bringIn(page, fileOf([{ key: asked.key, sheet: 1, fields: { [field]: entry('<b>残る答え</b>') } }]));
      await page.waitForSelector('.answers-box dd');
      assert.deepEqual(await answers(page), ['<b>残る答え</b>']);
      assert.deepEqual(problems, []);
      await wait(1000);
      before.process()?.kill('SIGKILL');
      await wait(1000);
      const later = await launch({ userDataDir: profile });
      const again = await later.newPage();
      await again.goto(root + PAGE);
      await again.waitForSelector('.answers-box dd');
      assert.deepEqual(await answers(again), ['<b>残る答え</b>']);
      await later.close();
    });
  });
}

test('five megabytes are brought in and listed without stopping the page', { timeout: 180_000 }, async () => {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(transports[0].root + PAGE);
  await ready(page);
  const text = 'ここに書いた答えは、面接の場面を思い出しながら、本人の言葉から始めたものです。';
  /** @type {{ key: string, sheet: number, fields: Record<string, unknown> }[]} */
  const works = [];
  for (let n = 0, weight = 0; weight < 5_000_000; n++) {
    const work = catalogue.works[n % catalogue.works.length];
    const fields = Object.fromEntries(work.fields.filter(({ columns }) => !columns).map(({ id, many }) => [many ? `${id}.1` : id, entry(`${text}${n}`)]));
    works.push({ key: work.key, sheet: 1 + Math.floor(n / catalogue.works.length), fields });
    weight += Buffer.byteLength(JSON.stringify(fields));
  }
  await page.evaluate(() => {
    let last = performance.now();
    Object.assign(window, { longest: 0 });
    setInterval(() => {
      const now = performance.now();
      Object.assign(window, { longest: Math.max(Reflect.get(window, 'longest'), now - last) });
      last = now;
    }, 5);
  });
  await bringIn(page, fileOf(works));
  await page.waitForSelector('.answers-more', { timeout: 60_000 });
  const longest = await page.evaluate(() => Number(Reflect.get(window, 'longest')));
  console.log(`longest gap ${Math.round(longest)} ms`);
  assert.ok(longest <= LONGEST_GAP, `${longest} ms`);
  await browser.close();
});
