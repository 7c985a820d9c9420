/**
 * The search index of the built site, read plainly from its files: what the search in the page must agree with.
 */

import { runInNewContext } from 'node:vm';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';
import { files, source } from './site.js';

/** @typedef {import('../../../themes/default/scripts/search/query.js').Text} Text */
/** @typedef {import('../../../themes/default/scripts/search/query.js').Meta} Meta */

/** @type {{ meta?: Meta, shards: Map<number, Record<string, string>>, files: Map<number, Text[]> }} */
export const index = { shards: new Map(), files: new Map() };

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
        index.files.set(n, value);
      },
    },
  });
}

/** Every entry, in the order of the index. */
export const entries = [...index.files].sort(([a], [b]) => a - b).flatMap(([, file]) => file);

/**
 * The addresses that a word must find, in the order they must come in.
 * @param {string} word
 */
export function expected(word) {
  const wanted = normalise(word);
  const authors = index.meta?.authors ?? entries.length;
  const named = new Set(
    index.meta?.names.filter(([, names]) => names.some((name) => normalise(name) === wanted)).map(([n]) => n),
  );
  /** @param {Text} text @param {number} n */
  const rank = ({ t, b = '', n: names = '', s, x, h = '' }, n) => {
    const place = [[t], [b, names], [x, s], [h]].findIndex((parts) =>
      parts.some((part) => normalise(part).includes(wanted)),
    );
    return place < 0 ? undefined : (n >= authors ? 10 : 0) + (named.has(n) ? -1 : place);
  };
  return entries
    .map((text, n) => ({ u: text.u, n, rank: rank(text, n) }))
    .filter(({ u, rank: found }) => u !== '' && found !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.n - b.n)
    .map(({ u }) => u);
}
