/** The page of an address that is not there: a server shows it at any depth. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import { serveStatic } from '../lib/server.js';
import { kindOf, pages, site } from '../lib/site.js';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serveStatic(site)]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const module = pages.find((page) => kindOf(page) === 'module')?.split('/')[0];

for (const lost of [
  'nope',
  'nope/',
  `${module}/nope`,
  `${module}/nope/`,
  `${module}/nope/deeper/still.html`,
  'cases/x/',
])
  test(`at ${lost} it asks for no other file and leads home`, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    /** @type {string[]} */
    const asked = [];
    /** @type {string[]} */
    const faults = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(server.url + lost);
    assert.deepEqual(asked, [server.url + lost]);
    // The browser itself notes the status of the page.
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('404 (Not Found)')),
      [],
    );
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => /** @type {any} */ (link).href));
    assert.deepEqual(links, [`${server.url}index.html`, `${server.url}search/index.html`]);
    // Its own style is applied.
    assert.notEqual(await page.locator('main').evaluate((main) => getComputedStyle(main).maxInlineSize), 'none');
    await page.locator('a').first().click();
    await page.waitForURL(`${server.url}index.html`);
    await context.close();
  });
