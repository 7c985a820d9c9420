/**
 * Answers a query from the index: words → grams → pages that may hold them → pages that do.
 *
 * Knows nothing of the page it is shown on, nor how the index is loaded.
 *
 * @typedef {{ ends?: string, spaced?: boolean, endings?: string[], stem?: number }} SearchRules  of the locale
 * @typedef {{ pages: number, shards: number, rules?: SearchRules }} Meta
 * @typedef {{ u: string, t: string, b?: string, k: string, s: string, x: string }} Text  address, title, subtitle, kind, section, text
 *
 * @typedef {object} Index
 * @property {() => Promise<Meta>} meta
 * @property {(k: number) => Promise<Record<string, string>>} shard
 * @property {(n: number) => Promise<Text>} text
 */

import { grams, shardOf } from './grams.js';
import { normalise } from '../dom/normalise.js';
import { decode, intersect } from './postings.js';

/** How many results are shown at a time. */
export const SCREENFUL = 10;

/** How many texts are fetched together: a screenful, and one more to know whether there are others. */
const BATCH = SCREENFUL + 1;

/**
 * The words of a query, normalised, each once.
 * @param {string} query
 * @returns {string[]}
 */
export function words(query) {
  return [...new Set(normalise(query).split(' '))].filter((word) => word !== '');
}

/**
 * The same without the endings that the locale names: "formulations" finds a formulation.
 * @param {string[]} wanted
 * @param {SearchRules} [rules]
 */
export function stems(wanted, { endings = [], stem = 1 } = {}) {
  const cut = (/** @type {string} */ word) => {
    const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= stem);
    return ending === undefined ? word : word.slice(0, -ending.length);
  };
  return [...new Set(wanted.map(cut))];
}

/**
 * Can these words be looked up at all? A single kana or letter cannot.
 * @param {string[]} wanted
 */
export function answerable(wanted) {
  return wanted.some((word) => grams(word).length > 0);
}

/**
 * The pages that hold every word: those with all of them in the title first, then the rest in the order of the
 * course. Reads no more texts than are asked for.
 * @param {string[]} wanted
 * @param {Index} index
 * @returns {AsyncGenerator<Text, void, void>}
 */
export async function* find(wanted, index) {
  const pages = await candidates(wanted, index);
  const titled = [...pages].filter(([, inTitle]) => inTitle).map(([page]) => page);
  /** @type {Set<number>} */
  const shown = new Set();
  for await (const [page, text] of read(titled, index)) {
    if (!holds(wanted, [text.t])) continue;
    shown.add(page);
    yield text;
  }
  const rest = [...pages.keys()].filter((page) => !shown.has(page));
  for await (const [, text] of read(rest, index)) {
    if (holds(wanted, [text.t, text.s, text.x])) yield text;
  }
}

/**
 * @param {string[]} wanted
 * @param {Index} index
 */
async function candidates(wanted, index) {
  const { shards } = await index.meta();
  const needed = new Set(wanted.flatMap(grams));
  const lists = [...needed].map(async (gram) => {
    const shard = await index.shard(shardOf(gram, shards));
    return decode(Object.hasOwn(shard, gram) ? shard[gram] : undefined);
  });
  return lists.length === 0 ? new Map() : intersect(await Promise.all(lists));
}

/**
 * @param {number[]} pages
 * @param {Index} index
 * @returns {AsyncGenerator<[number, Text], void, void>}
 */
async function* read(pages, index) {
  for (let from = 0; from < pages.length; from += BATCH) {
    const batch = pages.slice(from, from + BATCH);
    const texts = await Promise.all(batch.map((page) => index.text(page)));
    for (const [i, text] of texts.entries()) yield [batch[i], text];
  }
}

/**
 * @param {string[]} wanted
 * @param {string[]} parts
 */
function holds(wanted, parts) {
  const normalised = parts.map(normalise);
  return wanted.every((word) => normalised.some((part) => part.includes(word)));
}
