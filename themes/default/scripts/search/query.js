/**
 * Answers a query from the index: words → grams → entries that may hold them → entries that do.
 *
 * Knows nothing of the page it is shown on, nor how the index is loaded.
 *
 * @typedef {{ ends?: string, spaced?: boolean, endings?: string[], stem?: number }} SearchRules  of the locale
 *
 * @typedef {object} Meta
 * @property {number} pages       how many entries there are
 * @property {number} shards      files of grams
 * @property {number[]} starts    the first entry of each file of texts
 * @property {number} authors     the first page for authors
 * @property {import('./near.js').EntryNames[]} names
 * @property {SearchRules} [rules]
 *
 * @typedef {{ u: string, t: string, b?: string, n?: string, k: string, s: string, x: string, h?: string }} Text
 *   address, title, subtitle, names and headings, kind, section, what everyone reads, what is shown only later
 * @typedef {import('./postings.js').Place} Place
 * @typedef {{ text: Text, place: Place, isPart?: boolean }} Hit  isPart: it holds only some of the words
 *
 * @typedef {object} Index
 * @property {() => Promise<Meta>} meta
 * @property {(k: number) => Promise<Record<string, string>>} shard
 * @property {(n: number) => Promise<Text[]>} texts  of one file
 */

import { grams, shardOf } from './grams.js';
import { meant } from './near.js';
import { normalise } from '../dom/normalise.js';
import { decode, intersect, nearest } from './postings.js';

/** How many results are shown at a time. */
export const SCREENFUL = 10;

/** How many files of texts are read before the results are shown, so that a query loads little. */
const FILES = 2;

/** The most grams of one word that are looked up: the text is read anyway, to see whether it holds the word. */
const GRAMS = 6;

/** The most results that only resemble what was searched. */
const RESEMBLING = 6;

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
 * The entries that hold every word: by name first, then by title, by headings, by text; then what is shown only later; pages
 * for authors last. `null` is a pause: what follows needs more files.
 * @param {string[]} wanted
 * @param {Index} index
 * @returns {AsyncGenerator<Hit | null, void, void>}
 */
export async function* find(wanted, index) {
  const meta = await index.meta();
  const held = await postingsOf(wanted, index, meta);
  if (held.length === 0) return;
  const pages = intersect(held.map(([, list]) => list));
  const whole = wanted.join('');
  const named = new Set(meta.names.filter(([, names]) => names.some((name) => bare(name) === whole)).map(([n]) => n));
  /** @type {Files} */
  const files = new Set();
  for (const isAuthors of [false, true]) {
    /** The places by entry; what a text shows to be elsewhere comes later. @type {Map<number, number>} */
    const waiting = new Map();
    for (const [page, place] of pages) {
      if (page >= meta.authors === isAuthors) waiting.set(page, named.has(page) ? -1 : place);
    }
    for (let place = -1; place <= 3; place++) {
      const now = [...waiting].filter(([, one]) => one === place).map(([page]) => page);
      for await (const found of read(
        now.sort((a, b) => a - b),
        index,
        meta,
        files,
      )) {
        if (found === null) {
          yield null;
          continue;
        }
        const [page, text] = found;
        const there = placeOf(wanted, text);
        if (there !== undefined && there > place && place >= 0) waiting.set(page, there);
        else if (there !== undefined) yield { text, place: there };
      }
    }
  }
}

/**
 * What comes nearest where no entry holds every word: what one name holds that was meant, or what holds the most of it.
 * @param {string[]} wanted
 * @param {Index} index
 * @returns {Promise<{ name?: string, wanted: string[], found: AsyncGenerator<Hit | null, void, void> }>}
 */
export async function findNear(wanted, index) {
  const meta = await index.meta();
  const other = wanted.length === 1 ? meant(wanted[0], meta.names) : undefined;
  if (other) return { name: other.name, wanted: [other.word], found: named(other, index, meta) };
  const best = nearest(await postingsOf(wanted, index, meta), meta.pages).slice(0, RESEMBLING);
  return { wanted: wanted.flatMap(grams), found: resembling(best, index, meta) };
}

/**
 * The entry that has the name, and then the others that hold the word.
 * @param {{ word: string, entry: number }} other
 * @param {Index} index
 * @param {Meta} meta
 * @returns {AsyncGenerator<Hit | null, void, void>}
 */
async function* named({ word, entry }, index, meta) {
  let address = '';
  for await (const hit of resembling([entry], index, meta, false)) {
    address = hit?.text.u ?? '';
    yield hit;
  }
  yield null;
  for await (const hit of find([word], index)) if (hit?.text.u !== address) yield hit;
}

/**
 * @param {number[]} pages
 * @param {Index} index
 * @param {Meta} meta
 * @returns {AsyncGenerator<Hit | null, void, void>}
 */
async function* resembling(pages, index, meta, isPart = true) {
  for await (const found of read(pages, index, meta)) yield found && { text: found[1], place: 2, isPart };
}

/** As many as are looked up, from the first to the last. @param {string[]} all */
const spread = (all) =>
  all.length <= GRAMS
    ? all
    : Array.from({ length: GRAMS }, (_, i) => all[Math.round((i * (all.length - 1)) / (GRAMS - 1))]);

/** @param {string} name */
const bare = (name) => normalise(name).replaceAll(' ', '');

/**
 * @param {string[]} wanted
 * @param {Index} index
 * @param {Meta} meta
 * @returns {Promise<[gram: string, list: import('./postings.js').Postings][]>}
 */
function postingsOf(wanted, index, { shards }) {
  const needed = new Set(wanted.flatMap((word) => spread(grams(word))));
  return Promise.all(
    [...needed].map(async (gram) => {
      const shard = await index.shard(shardOf(gram, shards));
      return [gram, decode(Object.hasOwn(shard, gram) ? shard[gram] : undefined)];
    }),
  );
}

/** The files that were read since the last pause. @typedef {Set<number>} Files */

/**
 * The texts of some entries, in their order; `null` before more files are needed than are read at a time.
 * @param {number[]} pages
 * @param {Index} index
 * @param {Meta} meta
 * @param {Files} [files]
 * @returns {AsyncGenerator<[number, Text] | null, void, void>}
 */
async function* read(pages, index, { starts }, files = new Set()) {
  const fileOf = (/** @type {number} */ page) => starts.findLastIndex((start) => start <= page);
  for (let from = 0; from < pages.length;) {
    let to = from;
    for (; to < pages.length; to++) {
      if (files.size === FILES && !files.has(fileOf(pages[to]))) break;
      files.add(fileOf(pages[to]));
    }
    const texts = await Promise.all(pages.slice(from, to).map((page) => index.texts(fileOf(page))));
    for (const [i, file] of texts.entries()) {
      const page = pages[from + i];
      const text = file[page - starts[fileOf(page)]];
      if (text?.u) yield [page, text];
    }
    from = to;
    if (from === pages.length) continue;
    yield null;
    files.clear();
  }
}

/**
 * Where a text holds every word: the last of the places that are needed; undefined if it does not.
 * @param {string[]} wanted
 * @param {Text} text
 * @returns {Place | undefined}
 */
function placeOf(wanted, { t, b = '', n = '', s, x, h = '' }) {
  const places = [[t], [b, n], [x, s], [h]].map((parts) => parts.map(normalise));
  let last = 0;
  for (const word of wanted) {
    const place = places.findIndex((parts) => parts.some((part) => part.includes(word)));
    if (place < 0) return undefined;
    last = Math.max(last, place);
  }
  return /** @type {Place} */ (last);
}
