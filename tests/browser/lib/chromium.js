/**
 * Debian's Chromium, driven by Playwright, with everything off that would call home.
 */

import { chromium } from 'playwright-core';
import { PATIENCE } from './patience.js';
import { countWork } from './quiet.js';
import { waitingForPages } from './single.js';
import { SLOWER, comeLate, slowDown } from './slow.js';

/** @typedef {import('playwright-core').Page} Page */

export const flags = {
  executablePath: process.env.MITATE_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};

/** A browser whose pages count their work (lib/quiet.js) and are waited for with patience. @param {string[]} [more]  arguments */
export async function launch(more = []) {
  const browser = await chromium.launch({ ...flags, args: [...flags.args, ...more] });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => prepared(await newContext(options));
  return browser;
}

/** The same in a profile on the disk. @param {string} profile @param {Parameters<typeof chromium.launchPersistentContext>[1]} [options] */
export const launchIn = async (profile, options) =>
  prepared(await chromium.launchPersistentContext(profile, { ...flags, ...options }));

/** @param {import('playwright-core').BrowserContext} context */
async function prepared(context) {
  context.setDefaultTimeout(PATIENCE);
  if (SLOWER > 1) await context.addInitScript(comeLate);
  await context.addInitScript(countWork);
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    await slowDown(page);
    return waitingForPages(page);
  };
  return context;
}

/**
 * Listens to all that goes wrong on a page: errors, policy violations, failed requests, requests to elsewhere.
 * @param {Page} page
 * @param {string} home  the beginning of every address that may be asked for
 * @returns {Promise<string[]>}  grows as things go wrong
 */
export async function watch(page, home) {
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) problems.push(`request to ${url}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('__violation', (/** @type {string} */ text) => problems.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.get(window, '__violation')(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return problems;
}

/**
 * Waits until the page's scripts have run and the layout has settled.
 * @param {Page} page
 */
export async function settled(page) {
  await page.waitForLoadState('load');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
