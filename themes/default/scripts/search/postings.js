/**
 * The entries of a gram, as the index writes them: "5,,3!" is 5, 6 and 9, the last with the gram in its title. Where a gram
 * is in many entries, they are a set: "=" and six entries a character, then for each place its sign and the list of those
 * that have the gram there.
 *
 * @typedef {0 | 1 | 2 | 3} Place  title; subtitle, other name or heading; what everyone reads; what is shown only later
 * @typedef {Map<number, Place>} Postings  entry → where the gram is, in the order of the entries
 */

const SIXES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What everyone reads: the place without a sign. */
const TEXT = 2;

/** @type {Record<string, Place>} */
const SIGNS = { '!': 0, ';': 1, '?': 3 };

/**
 * @param {string | undefined} written
 * @returns {Postings}
 */
export function decode(written) {
  if (written === undefined || written === '') return new Map();
  return written.startsWith('=') ? set(written.slice(1)) : list(written);
}

/**
 * @param {string} written
 * @returns {Postings}
 */
function set(written) {
  const [sixes, ...rest] = written.split(/([!;?])/);
  /** @type {Postings} */
  const postings = new Map();
  for (const [i, character] of [...sixes].entries()) {
    const six = SIXES.indexOf(character);
    for (let bit = 0; bit < 6; bit++) if ((six >> bit) & 1) postings.set(6 * i + bit, TEXT);
  }
  for (let i = 0; i + 1 < rest.length; i += 2) {
    for (const entry of list(rest[i + 1]).keys()) postings.set(entry, SIGNS[rest[i]]);
  }
  return postings;
}

/**
 * @param {string} written
 * @returns {Postings}
 */
function list(written) {
  /** @type {Postings} */
  const postings = new Map();
  let entry = 0;
  for (const [i, token] of written.split(',').entries()) {
    const place = SIGNS[token.at(-1) ?? ''];
    const digits = place === undefined ? token : token.slice(0, -1);
    const number = digits === '' ? 1 : Number.parseInt(digits, 36);
    entry = i === 0 ? number : entry + number;
    postings.set(entry, place ?? TEXT);
  }
  return postings;
}

/**
 * The entries that hold every gram, with the last of the places where they are.
 * @param {Postings[]} lists  at least one
 * @returns {Postings}
 */
export function intersect(lists) {
  const [shortest, ...others] = [...lists].sort((a, b) => a.size - b.size);
  /** @type {Postings} */
  const common = new Map();
  for (const [entry, place] of shortest) {
    let last = place;
    let isCommon = true;
    for (const list of others) {
      const there = list.get(entry);
      if (there === undefined) {
        isCommon = false;
        break;
      }
      if (there > last) last = there;
    }
    if (isCommon) common.set(entry, last);
  }
  return common;
}

/** A subtitle or a title says more than a text, and a text more than what is shown only later. @type {Record<Place, number>} */
const WEIGHT = { 0: 3, 1: 2, 2: 1, 3: 0.5 };

/** A pair with hiragana in it says less: it may only join words. */
const JOINING = 0.2;

/**
 * The entries that hold the most of the grams, the rarest counting most: for words of which no entry holds all.
 * @param {[gram: string, list: Postings][]} held
 * @param {number} entries  how many there are
 * @returns {number[]}  the best first; none that holds less than half
 */
export function nearest(held, entries) {
  const lists = held.map(([, list]) => list);
  const isKana = held.every(([gram]) => /^[ぁ-ゖー]+$/.test(gram));
  const rarity = held.map(
    ([gram, list]) => Math.log(1 + entries / Math.max(1, list.size)) * (/[ぁ-ゖ]/.test(gram) && !isKana ? JOINING : 1),
  );
  const whole = rarity.reduce((sum, one, i) => sum + (lists[i].size > 0 ? one : 0), 0);
  /** @type {Map<number, { held: number, score: number }>} */
  const found = new Map();
  for (const [i, list] of lists.entries()) {
    for (const [entry, place] of list) {
      const before = found.get(entry) ?? { held: 0, score: 0 };
      found.set(entry, { held: before.held + rarity[i], score: before.score + rarity[i] * WEIGHT[place] });
    }
  }
  return [...found]
    .filter(([, { held }]) => held >= whole / 2)
    .sort(([a, one], [b, other]) => other.score - one.score || a - b)
    .map(([entry]) => entry);
}
