/**
 * The Nu checker finds no error in any kind of page, and HTML_CodeSniffer (AA) and IBM's accessibility engine nothing in it
 * when all of its folds are open: in the bundled course and in the course of all kinds.
 */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faults, htmlErrors } from '../lib/checkers.js';
import { launch, settled } from '../lib/chromium.js';
import { buildCourse } from '../lib/course.js';
import * as facilitator from '../lib/facilitator.js';
import { pages, samples, site } from '../lib/site.js';
import { some } from '../lib/size.js';
import { transports } from '../lib/transports.js';

const { transports: ofCourse } = await buildCourse();
const sampled = new Set(samples.values());
const chosen = some(pages, (page) => sampled.has(page));
const forFacilitators = some(facilitator.pages, (page) => facilitator.own.has(page));
const courseFolder = fileURLToPath(ofCourse[0].root);
const coursePages = readdirSync(courseFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);

const browser = await launch();
after(() => browser.close());
const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
const page = await context.newPage();

test('the Nu checker finds no error', () => {
  const files = [
    ...chosen.map((page) => path.join(site, page)),
    ...forFacilitators.map((page) => path.join(facilitator.site, page)),
    ...coursePages.map((page) => path.join(courseFolder, page)),
  ];
  assert.deepEqual(htmlErrors(files), []);
});

for (const url of [
  ...chosen.map((file) => transports[1].root + file),
  ...forFacilitators.map((file) => facilitator.transports[1].root + file),
  ...coursePages.map((file) => ofCourse[1].root + file),
]) {
  test(`HTML_CodeSniffer and the accessibility engine find nothing: ${new URL(url).pathname}`, async () => {
    await page.goto(url);
    await settled(page);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
    });
    assert.deepEqual(await faults(page), []);
  });
}
