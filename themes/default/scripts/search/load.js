/**
 * Loads the index by script elements. Each file calls back with what it holds; each is loaded once, and again only after a failure.
 *
 * @typedef {import('./query.js').Index} Index
 */

import { loadScript } from '../dom/load.js';

/**
 * The index of the site whose root is `base`. There is one a page: the files call `mitateSearch` by name.
 * @param {string} base
 * @returns {Index}
 */
export function load(base) {
  /** @type {Map<string, unknown>} */
  const arrived = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();

  /** @param {string} name */
  const file = (name) => {
    const known = asked.get(name);
    if (known) return known;
    const promise = loadScript(`${base}search/${name}.js`).then(() => {
      if (!arrived.has(name)) throw new Error(`search/${name}.js holds no index`);
      return arrived.get(name);
    });
    promise.catch(() => asked.delete(name));
    asked.set(name, promise);
    return promise;
  };

  Object.assign(window, {
    mitateSearch: {
      meta: (/** @type {unknown} */ value) => arrived.set('meta', value),
      shard: (/** @type {number} */ k, /** @type {unknown} */ value) => arrived.set(`shard-${k}`, value),
      text: (/** @type {number} */ n, /** @type {unknown} */ value) => arrived.set(`text-${n}`, value),
    },
  });

  return /** @type {Index} */ ({
    meta: () => file('meta'),
    shard: (k) => file(`shard-${k}`),
    texts: (n) => file(`text-${n}`),
  });
}
