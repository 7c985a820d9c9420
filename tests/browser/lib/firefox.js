/**
 * Debian's Firefox ESR, driven by WebDriver BiDi: Playwright's own build cannot be had everywhere.
 */

import puppeteer from 'puppeteer-core';
import { PATIENCE } from './patience.js';
import { countWork } from './quiet.js';
import { waitingForPages } from './single.js';
import { SLOWER, comeLate } from './slow.js';

/** @typedef {import('puppeteer-core').Page} Page */

const TRIES = 3;

/**
 * A Firefox that has shown that it opens pages: on a busy machine one sometimes dies while it starts.
 * @param {object} [options]
 * @param {string} [options.userDataDir]  a profile that stays; without one it goes with the browser
 * @param {Record<string, unknown>} [options.prefs]
 */
export async function launch(options) {
  for (let left = TRIES; ; left--) {
    try {
      const browser = await start(options);
      await (await browser.newPage()).close();
      return prepared(browser);
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

/** Its pages count their work (lib/quiet.js) and are waited for with patience. @param {import('puppeteer-core').Browser} browser */
function prepared(browser) {
  /** @param {{ newPage(): Promise<Page> }} opener */
  const prepare = (opener) => {
    const newPage = opener.newPage.bind(opener);
    opener.newPage = async () => {
      const page = await newPage();
      page.setDefaultTimeout(PATIENCE);
      if (SLOWER > 1) await page.evaluateOnNewDocument(comeLate);
      await page.evaluateOnNewDocument(countWork);
      return waitingForPages(page);
    };
  };
  prepare(browser);
  const createContext = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async (options) => {
    const context = await createContext(options);
    prepare(context);
    return context;
  };
  return browser;
}

/** @param {{ userDataDir?: string, prefs?: Record<string, unknown> }} [options] */
function start({ prefs, ...options } = {}) {
  return puppeteer.launch({
    ...options,
    browser: 'firefox',
    executablePath: process.env.MITATE_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    protocolTimeout: 2 * PATIENCE,
    extraPrefsFirefox: {
      // Puppeteer's profile lets local files read each other; a reader's Firefox does not.
      'security.fileuri.strict_origin_policy': true,
      'app.update.enabled': false,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...prefs,
    },
  });
}

/**
 * Listens to all that goes wrong on a page.
 * @param {Page} page
 * @param {string} home  the beginning of every address that may be asked for
 * @returns {string[]}  grows as things go wrong
 */
export function watch(page, home) {
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) problems.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
