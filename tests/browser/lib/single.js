/**
 * A course that is one file shows its first page after its own document has loaded: whoever opens it waits for that page. One way for
 * both drivers.
 *
 * @typedef {{ url(): string, goto: any, reload: any, evaluate(act: any): Promise<any>, isClosed(): boolean, waitForFunction(act: any): Promise<any> }} Opened
 */

import { mitate } from './site.js';

/** Writes a course as one file. @param {string} course @param {string} file @param {string[]} [more] */
export function pack(course, file, more = []) {
  const { status, stdout, stderr, error } = mitate(['package', course, '--as', 'html', '--out', file, ...more]);
  if (status !== 0) throw error ?? new Error(`mitate package failed (${status})\n${stdout}\n${stderr}`);
}

/** What can't work in one file by its nature, with the reason. Every test that isn't run against it names its row. */
const NOT_IN_ONE_FILE = {
  'not found': 'its page is that of a server; the file says by itself that it has no such page (single.test.js)',
  'before the scripts': 'a page is written with its scripts in it: nothing can be typed in between',
  'without scripts': 'a script inflates its pages; without it one sentence says so (single.test.js)',
};

/**
 * Why a test isn't run against a transport; false if it is.
 * @param {string} transport
 * @param {keyof typeof NOT_IN_ONE_FILE} what
 */
export const unlessSingle = (transport, what) => transport === 'single' && NOT_IN_ONE_FILE[what];

/** @param {string} url */
export const isSingle = (url) => url.startsWith('file:') && url.includes('.html?/');

/** @param {Opened} page */
export const shown = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.kind !== undefined && document.readyState === 'complete');

/**
 * From now on `goto` and `reload` wait until a page of the file is shown.
 * @template {Opened} P
 * @param {P} page
 * @returns {P}
 */
export function waitingForPages(page) {
  for (const name of /** @type {const} */ (['goto', 'reload'])) {
    const act = page[name].bind(page);
    page[name] = async (/** @type {any[]} */ ...rest) => {
      const response = await act(...rest);
      // A test that doesn't wait may have closed the page.
      if (isSingle(page.url())) await shown(page).catch((error) => page.isClosed() || Promise.reject(error));
      return response;
    };
  }
  return page;
}
