/**
 * What practitioners type, and the page that must come first or among three (queries.json): written before the search was
 * touched. A query loads a few files, not the whole index.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as chromium from '../lib/chromium.js';
import * as firefox from '../lib/firefox.js';
import { until } from '../lib/hands.js';
import { source } from '../lib/site.js';
import { all } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {{ query: string, first?: string[], three?: string[] }} Query */

const MOST = 112_000; // bytes of a query, as they are sent
const MOST_RARE = 180_000; // the same where fewer than three entries hold the words, so that many texts are read or what comes nearest is looked for
const [{ root }, http] = transports;

/** @type {Query[]} */
const queries = JSON.parse(readFileSync(fileURLToPath(new URL('queries.json', import.meta.url)), 'utf8'));

const browser = await chromium.launch();
const fox = await firefox.launch();
after(() => Promise.all([browser.close(), fox.close()]));

/** The first three addresses for a query. @param {import('../lib/hands.js').Page} page @param {string} site @param {string} query @returns {Promise<string[]>} */
async function firstThree(page, site, query) {
  await page.goto('about:blank');
  await page.goto(`${site}search/index.html#q=${encodeURIComponent(query)}`);
  await until(page, () => document.querySelector('main .search-status')?.textContent !== '', undefined);
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll('main .search-hit')].slice(0, 3).map((link) => Reflect.get(link, 'href')),
  );
  return addresses.map((/** @type {string} */ href) =>
    decodeURIComponent(href.slice(site.length)).replace(/#?:~:.*$/, ''),
  );
}

/** Whether an address is the page, or a part of it. @param {string | undefined} address @param {string[]} wanted */
const isOneOf = (address, wanted) =>
  wanted.some((one) => address === one || address?.startsWith(one.endsWith('/') ? one : `${one}#`));

/** @param {Query} query @param {string[]} found */
function held({ query, first, three }, found) {
  if (first) assert.ok(isOneOf(found[0], first), `${query}: first ${first}, found ${found.join(' ')}`);
  if (three)
    assert.ok(
      found.some((one) => isOneOf(one, three)),
      `${query}: among three ${three}, found ${found.join(' ')}`,
    );
}

test('there are sixty', () => assert.equal(new Set(queries.map(({ query }) => query)).size, 60));

describe('Chromium', () => {
  for (const query of queries) {
    test(query.query, async () => {
      const page = await browser.newPage();
      /** @type {string[]} */
      const loaded = [];
      page.on('request', (request) => {
        const url = request.url().slice(root.length);
        if (url.startsWith('search/') && url.endsWith('.js')) loaded.push(url);
      });
      const found = await firstThree(page, root, query.query);
      const isRare = found.length < 3 || (await page.locator('main .search-later').count()) > 0;
      await page.close();
      held(query, found);
      const bytes = loaded.reduce((sum, file) => sum + gzipSync(source(file)).length, 0);
      const most = isRare ? MOST_RARE : MOST;
      assert.ok(bytes <= most, `${bytes} bytes in ${loaded.length} files`);
    });
  }
});

describe('Firefox', () => {
  for (const query of queries.filter((_, i) => all || i % 12 === 0)) {
    test(query.query, async () => {
      const page = await fox.newPage();
      held(query, await firstThree(page, i(query) ? root : http.root, query.query));
      await page.close();
    });
  }
});

/** From a disk and from a server in turn. @param {Query} query */
const i = (query) => queries.indexOf(query) % 24 === 0;
