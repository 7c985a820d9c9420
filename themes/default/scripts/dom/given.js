/**
 * What a script hands over by calling a function of the window: the one way to load data that works on local files too.
 */

import { loadScript } from './load.js';

/**
 * @param {string} src
 * @param {string} called  the function that it calls with one value
 * @returns {Promise<unknown>}
 */
export async function given(src, called) {
  /** @type {unknown} */
  let value;
  Object.assign(window, {
    [called]: (/** @type {unknown} */ handed) => {
      value = handed;
    },
  });
  await loadScript(src);
  if (value === undefined) throw new Error(`${src} hands nothing over`);
  return value;
}
