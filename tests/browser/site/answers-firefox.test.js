/** The page "my answers" in Firefox, where every local file has a storage of its own. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { STEPS } from '../../../themes/default/scripts/answers/slices.js';
import { answerFile, entry } from '../lib/answers.js';
import { heavy } from '../lib/answers-heavy.js';
import { catalogue } from '../lib/catalogue.js';
import { launch, watch } from '../lib/firefox.js';
import { at, form } from '../lib/form.js';
import { transports } from '../lib/transports.js';
import { countTurns } from '../lib/turns.js';

/** @typedef {import('puppeteer-core').Page} Page */

const PAGE = 'answers/index.html';

const folder = mkdtempSync(path.join(tmpdir(), 'mitate-answers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {{ key: string, sheet: number, fields: Record<string, unknown> }[]} answers */
const fileOf = (answers) => answerFile({ ...catalogue, revision: 1 }, answers);

/** @param {Page} page @param {string} text */
async function bringIn(page, text) {
  const file = path.join(folder, 'given.mitate.json');
  writeFileSync(file, text);
  const input = await page.waitForSelector('input[data-import]');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
  await page.waitForSelector('.work-dialog .primary');
  await page.$eval('.work-dialog .primary', (button) => {
    if (button instanceof HTMLElement) button.click();
  });
  await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
}

/** @param {Page} page */
const ready = (page) =>
  page.waitForFunction(() => {
    const tools = document.querySelector('[data-answers-tools]');
    return tools instanceof HTMLElement && !tools.hidden && document.querySelector('.answers-box:not([aria-busy])');
  });

/** @param {Page} page */
const answers = (page) => page.$$eval('.answers-box dd', (all) => all.map(({ textContent }) => textContent));

test('Firefox on local files: a form says that its answers stay with the page, and a file carries them to my answers', async () => {
  const { root } = transports[0];
  const browser = await launch();
  const page = await browser.newPage();
  const problems = watch(page, root);
  await page.goto(root + form.page);
  await page.waitForSelector('[data-save-line][data-state=own-file]');
  const line = await page.$eval('[data-save-line]', ({ textContent }) => textContent);
  assert.match(line ?? '', /このページの中だけ/);
  assert.equal((await page.$$('[data-save-line] button')).length, 2, 'takes out and brings in');

  // Brought in by the button of the form. Its file field is in no page, so the driver is handed it there.
  const file = path.join(folder, 'carried.mitate.json');
  writeFileSync(file, fileOf([{ key: form.key, sheet: 1, fields: { [form.texts[0]]: entry('運んできた言葉') } }]));
  await page.evaluate(() => {
    HTMLInputElement.prototype.click = function click() {
      this.id = 'picked';
      document.body.append(this);
    };
  });
  await page.click('[data-save-line] button:nth-of-type(2)');
  const picked = await page.waitForSelector('#picked');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (picked).uploadFile(file);
  await page.waitForSelector('.work-dialog .primary');
  await page.click('.work-dialog .primary');
  await page.waitForFunction(
    (which) => Reflect.get(document.querySelector(which) ?? {}, 'value') === '運んできた言葉',
    {},
    at(form.texts[0]),
  );

  await page.goto(root + PAGE);
  await ready(page);
  assert.notEqual(await page.$('.answers .banner'), null, 'my answers says what it cannot see');
  assert.deepEqual(await answers(page), []);
  // Here through the browser's own file chooser.
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('.file-button')]);
  await chooser.accept([file]);
  await page.waitForSelector('.work-dialog .primary');
  await page.click('.work-dialog .primary');
  await page.waitForSelector('.answers-box dd');
  assert.deepEqual(await answers(page), ['運んできた言葉']);
  assert.deepEqual(problems, []);
  await browser.close();
});

test('five megabytes are brought in and listed in pieces, between which the page has its turn', async () => {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(transports[0].root + PAGE);
  await ready(page);
  const works = heavy();
  const fields = works.reduce((count, work) => count + Object.keys(work.fields).length, 0);
  const counted = await countTurns(page);
  await bringIn(page, fileOf(works));
  await page.waitForSelector('.answers-more');
  const { slices, turns } = await counted();
  assert.ok(
    slices >= Math.floor(fields / STEPS) && turns > 1,
    `${slices} slices, ${turns} turns for ${fields} answers`,
  );
  await browser.close();
});
