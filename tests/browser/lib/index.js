/**
 * The search index of the built site, read plainly from its files: what the search in the page must agree with.
 */

import { runInNewContext } from 'node:vm';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';
import { files, source } from './site.js';

/** @typedef {import('../../../themes/default/scripts/search/query.js').Text} Text */

/** @type {{ meta?: { pages: number, shards: number }, shards: Map<number, Record<string, string>>, texts: Map<number, Text> }} */
export const index = { shards: new Map(), texts: new Map() };

for (const file of files.filter((name) => /^search\/.*\.js$/.test(name))) {
  runInNewContext(source(file), {
    mitateSearch: {
      meta: (/** @type {any} */ value) => {
        index.meta = value;
      },
      shard: (/** @type {number} */ k, /** @type {any} */ value) => {
        index.shards.set(k, value);
      },
      text: (/** @type {number} */ n, /** @type {any} */ value) => {
        index.texts.set(n, value);
      },
    },
  });
}

/**
 * The titles that a word must find, in the order they must come in.
 * @param {string} word
 */
export function expected(word) {
  const wanted = normalise(word);
  const sorted = [...index.texts].sort(([a], [b]) => a - b).map(([, text]) => text);
  const titled = sorted.filter(({ t }) => normalise(t).includes(wanted));
  const rest = sorted.filter(
    (text) => !titled.includes(text) && [text.s, text.x].some((part) => normalise(part).includes(wanted)),
  );
  return [...titled, ...rest].map(({ u }) => u);
}
