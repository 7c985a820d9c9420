/**
 * Looks at every page of a built site with axe, and writes what it found as results for `mitate evidence --results`.
 *
 *   node tests/browser/accessibility.js SITE RESULTS.json
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [site, results] = process.argv.slice(2);
if (!results) {
  console.error('usage: accessibility.js SITE RESULTS.json');
  process.exit(2);
}
// The site of the tests is this one; else they would build that of the bundled course.
process.env.MITATE_SITE = site;
const { version, violations } = await import('./lib/axe.js');
const { launch, settled } = await import('./lib/chromium.js');
const { filesOf } = await import('./lib/site.js');

// By the bytes of their paths, as `LC_ALL=C sort` does.
const files = filesOf(site)
  .filter((file) => file !== '.mitate-manifest.json')
  .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const sha256 = (/** @type {string | Buffer} */ bytes) => createHash('sha256').update(bytes).digest('hex');
const sums = files.map((file) => `${sha256(readFileSync(path.join(site, file)))}  ./${file}\n`).join('');
const pages = files.filter((file) => file.endsWith('.html'));

const browser = await launch();
const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' });
const page = await context.newPage();
let problems = 0;
for (const file of pages) {
  await page.goto(pathToFileURL(path.resolve(site, file)).href);
  await settled(page);
  const found = await violations(page);
  problems += found.length;
  for (const one of found) console.log(`${file}: ${one}`);
}
const check = {
  tool: 'axe-core',
  version,
  browser: `Chromium ${browser.version()}`,
  date: new Date().toISOString().slice(0, 10),
  pages: pages.length,
  problems,
};
await browser.close();
writeFileSync(
  results,
  `${JSON.stringify({ 'mitate-accessibility': 1, hash: sha256(sums), checks: [check] }, null, 2)}\n`,
);
console.log(`${pages.length} pages, ${problems} problems: ${results}`);
