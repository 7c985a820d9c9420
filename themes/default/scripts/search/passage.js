/**
 * The passage of a text that best shows why it was found, and which of its characters are the hit.
 *
 * @typedef {[start: number, end: number]} Range  UTF-16 units of the original
 *
 * @typedef {object} Excerpt
 * @property {string} text
 * @property {Range[]} marks  within `text`, in order, not overlapping
 * @property {string} hit     the original's own spelling of the hit and what follows it in its phrase; "" without one
 */

import { locate } from '../dom/normalise.js';

const BEFORE = 30; // characters shown before the hit, unless its sentence begins earlier
const LENGTH = 110; // characters of a passage, about two lines on a phone held upright
const QUOTE = 12; // characters by which a text fragment finds the place

/**
 * Every place where one of the words occurs; places that touch are joined.
 * @param {string} original
 * @param {string[]} wanted  normalised words
 * @returns {Range[]}
 */
export function marks(original, wanted) {
  return join(places(original, wanted).map(({ range }) => range));
}

/**
 * @param {string} original
 * @param {string[]} wanted  normalised words
 * @param {import('./query.js').SearchRules} [rules]
 * @returns {Excerpt}
 */
export function passage(original, wanted, rules = {}) {
  const found = places(original, wanted);
  const best = densest(found);
  const ends = endsOf(rules);
  const [from, to] = window(original, best ? best.range[0] : 0, ends, rules.spaced === true);
  const begins = (/** @type {number} */ at) => ends.test(original.slice(0, at).trimEnd().slice(-1));
  const lead = from > 0 && !begins(from) ? '…' : '';
  const tail = to < original.length && !begins(to) ? '…' : '';
  const inside = found.map(({ range }) => range).filter(([start, end]) => start >= from && end <= to);
  return {
    text: lead + original.slice(from, to) + tail,
    marks: join(inside).map(([start, end]) => [start - from + lead.length, end - from + lead.length]),
    hit: best ? phrase(original, rules.spaced ? wholeWords(original, best.range) : best.range) : '',
  };
}

/**
 * @param {string} original
 * @param {string[]} wanted
 * @returns {{ word: string, range: Range }[]}  in the order of the text
 */
function places(original, wanted) {
  const { text, at } = locate(original);
  /** @type {{ word: string, range: Range }[]} */
  const found = [];
  for (const word of wanted) {
    for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length)) {
      // The piece that the last unit came from belongs to the hit as a whole.
      let end = i + word.length;
      while (end < at.length - 1 && at[end] === at[end - 1]) end++;
      found.push({ word, range: [at[i], at[end]] });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/**
 * The first of the places after which most different words follow within one passage.
 * @param {{ word: string, range: Range }[]} found
 */
function densest(found) {
  let best = found[0];
  let most = 0;
  for (const [i, place] of found.entries()) {
    const near = new Set();
    for (let j = i; j < found.length && found[j].range[1] <= place.range[0] + LENGTH - BEFORE; j++) {
      near.add(found[j].word);
    }
    if (near.size > most) [best, most] = [place, near.size];
  }
  return best;
}

/**
 * About LENGTH characters around a place, from a sentence's beginning if one is near. Where blanks separate words, no word
 * is cut.
 * @param {string} original
 * @param {number} hit
 * @param {RegExp} ends  a character that ends a sentence
 * @param {boolean} spaced
 * @returns {Range}
 */
function window(original, hit, ends, spaced) {
  const isEnd = (/** @type {number} */ at) =>
    ends.test(original[at] ?? '') && (!spaced || /^\s?$/.test(original[at + 1] ?? ''));
  let from = Math.max(0, hit - BEFORE);
  let sentence = false;
  for (let i = hit; i > from; i--) {
    if (isEnd(i - 1)) [from, sentence] = [i, true];
  }
  if (spaced && !sentence && from > 0) from = Math.min(hit, wordEnd(original, from));
  while (from < hit && /\s/.test(original[from])) from++;
  if (/[\udc00-\udfff]/.test(original[from] ?? '')) from--;

  let to = Math.min(original.length, from + LENGTH);
  if (to < original.length) {
    const near = [...original.slice(to, to + 20)].findIndex((_, i) => isEnd(to + i));
    if (near >= 0) to += near + 1;
    else if (spaced) to = wordEnd(original, to);
  }
  if (/[\udc00-\udfff]/.test(original[to] ?? '')) to--;
  return [from, to];
}

/** Where the word at a place ends; the place itself if it is between words. @param {string} original @param {number} at */
function wordEnd(original, at) {
  if (at === 0 || /\s/.test(original[at - 1] ?? ' ')) return at;
  const rest = original.slice(at, at + 40).search(/\s|$/);
  return at + Math.max(0, rest);
}

/** A range from the beginning of its first word to the end of its last. @param {string} original @param {Range} range @returns {Range} */
function wholeWords(original, [start, end]) {
  const before = /[\p{L}\p{N}'’-]*$/u.exec(original.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const behind = /^[\p{L}\p{N}'’-]*/u.exec(original.slice(end, end + 40))?.[0].length ?? 0;
  return [start - before, end + behind];
}

/** @param {import('./query.js').SearchRules} rules */
function endsOf({ ends = '' }) {
  return new RegExp(`[${ends.replace(/[\\\]^-]/g, '\\$&')}\n]`, 'u');
}

/**
 * The hit with what follows it up to the end of its phrase: rarer on the page than the word alone.
 * @param {string} original
 * @param {Range} range
 */
function phrase(original, [start, end]) {
  const more = /^[^\s、。，．「」『』（）()！？!?・…]*/.exec(original.slice(end, start + Math.max(QUOTE, end - start)));
  return (original.slice(start, end) + (more?.[0] ?? '')).replace(/[\ud800-\udbff]$/, '');
}

/**
 * @param {Range[]} ranges  in order of their beginnings
 * @returns {Range[]}
 */
function join(ranges) {
  /** @type {Range[]} */
  const joined = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
