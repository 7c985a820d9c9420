/**
 * Forty answer files of a megabyte on the board: how long until all are there and a question is open, and how long the page did not answer
 * at most.
 *
 *     node benches/board.mjs SITE [FILES] [BYTES]
 *
 * SITE is a facilitators' edition. The files have the course's own works, each person's words are others.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const [site, count = '40', bytes = '1000000'] = process.argv.slice(2);
const catalogue = JSON.parse(
  readFileSync(path.join(site, 'answers/course.js'), 'utf8')
    .replace(/^mitateCourse\(/, '')
    .replace(/\);\s*$/, ''),
);
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-bench-'));
const texts = catalogue.works.flatMap((work) =>
  work.fields
    .filter((field) => !field.options && !field.columns && !field.many && !field.id.includes('.'))
    .map((field) => [work.key, field.id]),
);

/** A file of one person, of about as many bytes. @param {number} person */
function fileOf(person) {
  const at = `2026-11-20T01:02:03.${String(person).padStart(3, '0')}Z`;
  const each = Math.floor(Number(bytes) / texts.length / 3);
  const works = new Map();
  for (const [key, field] of texts) {
    const fields = works.get(key) ?? { '@begun': { value: at, rev: 1, at } };
    const words = `${person}番めの人は、${field}に、雨の日のことを書きました。3時に電話をします。`;
    fields[field] = { value: words.repeat(Math.ceil(each / words.length)).slice(0, each), rev: 1, at };
    works.set(key, fields);
  }
  const answers = [...works].map(([key, fields]) => ({ key, sheet: 1, fields }));
  const { id, title, revision } = catalogue;
  const file = path.join(folder, `${person}.mitate.json`);
  writeFileSync(
    file,
    JSON.stringify({ format: 'mitate-answers', version: 1, course: { id, title, revision }, exported: at, answers }),
  );
  return file;
}

const files = Array.from({ length: Number(count) }, (_, person) => fileOf(person));
const browser = await chromium.launch({
  executablePath: process.env.MITATE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${pathToFileURL(path.resolve(site)).href}/board/index.html`);
  await page.locator('[data-board][data-ready]').waitFor();
  await page.evaluate(() => {
    const tasks = [];
    Reflect.set(window, 'tasks', tasks);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
  });
  const longest = () =>
    page.evaluate(() => {
      const tasks = Reflect.get(window, 'tasks');
      return Math.round(Math.max(0, ...tasks.splice(0)));
    });
  const timed = async (what, act) => {
    const start = performance.now();
    await act();
    console.log(`${what}: ${Math.round(performance.now() - start)} ms, longest task ${await longest()} ms`);
  };
  await timed(`${count} files of ${bytes} bytes`, async () => {
    await page.setInputFiles('input[data-files]', files);
    await page.waitForFunction(
      (n) =>
        document.querySelectorAll('details[data-key]').length > 0 &&
        document.querySelector('[data-status]')?.textContent?.includes(n),
      String(count),
      { timeout: 120_000 },
    );
  });
  await timed('a question with the texts of all is open', async () => {
    const [key, field] = texts[0];
    await page.locator(`details[data-key="${key}"] > summary`).click();
    await page.locator(`[data-question="${key}#${field}"] [data-keep="turn"]`).click();
    await page.locator(`[data-question="${key}#${field}"][data-open]`).waitFor();
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
