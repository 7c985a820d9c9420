/**
 * The place in a text that shows best why it was found, and which of its characters are the hit.
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
 * @returns {Excerpt}
 */
export function passage(original, wanted) {
  const found = places(original, wanted);
  const best = densest(found);
  const [from, to] = window(original, best ? best.range[0] : 0);
  const lead = from > 0 && !endsSentence(original[from - 1]) ? '…' : '';
  const tail = to < original.length && !endsSentence(original[to - 1]) ? '…' : '';
  const inside = found.map(({ range }) => range).filter(([start, end]) => start >= from && end <= to);
  return {
    text: lead + original.slice(from, to) + tail,
    marks: join(inside).map(([start, end]) => [start - from + lead.length, end - from + lead.length]),
    hit: best ? phrase(original, best.range) : '',
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
 * About LENGTH characters around a place, from a sentence's beginning if one is near.
 * @param {string} original
 * @param {number} hit
 * @returns {Range}
 */
function window(original, hit) {
  let from = Math.max(0, hit - BEFORE);
  for (let i = hit; i > from; i--) {
    if (endsSentence(original[i - 1])) from = i;
  }
  while (from < hit && /\s/.test(original[from])) from++;
  if (/[\udc00-\udfff]/.test(original[from] ?? '')) from--;

  let to = Math.min(original.length, from + LENGTH);
  if (to < original.length) {
    const near = original.slice(to, to + 20).search(/[。！？\n]/);
    if (near >= 0) to += near + 1;
  }
  if (/[\udc00-\udfff]/.test(original[to] ?? '')) to--;
  return [from, to];
}

/** @param {string} character */
function endsSentence(character) {
  return /[。！？\n]/.test(character);
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
