/**
 * The name that a word may have meant: written with other kana behind its characters, or with one letter wrong.
 *
 * @typedef {[entry: number, names: string[]]} EntryNames  a term or a role: its title, its reading, other names
 */

import { normalise } from '../dom/normalise.js';

const HAN = /\p{Script=Han}/u;
const SHORTEST = 4; // characters of a word in which one may be wrong
const READING = 5; // kana that one character is read as, at most

/**
 * @param {string} word  normalised
 * @param {EntryNames[]} named
 * @returns {{ word: string, name: string, entry: number } | undefined}  what to search instead, what it is called, where it is
 */
export function meant(word, named) {
  const spelled = named.find(
    ([, [title, reading]]) => reading && isSpelling(word, normalise(title), normalise(reading)),
  );
  if (spelled) return { word: normalise(spelled[1][0]), name: spelled[1][0], entry: spelled[0] };
  if ([...word].length < SHORTEST) return undefined;
  /** @type {{ word: string, name: string, entry: number, rest: number } | undefined} */
  let best;
  for (const [entry, names] of named) {
    for (const name of names.map(normalise)) {
      const part = partLike(word, name);
      const rest = part === undefined ? Infinity : name.length - part.length;
      if (part !== undefined && rest < (best?.rest ?? Infinity)) best = { word: part, name: names[0], entry, rest };
    }
  }
  return best;
}

/**
 * Whether a word is the title with some of its characters written in kana: 見たて for 見立て, read みたて.
 * @param {string} word
 * @param {string} title
 * @param {string} reading
 * @param {Map<string, boolean>} [known]
 * @returns {boolean}
 */
export function isSpelling(word, title, reading, known = new Map()) {
  if (title === '') return word === '' && reading === '';
  const key = `${word.length} ${title.length} ${reading.length}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const [first] = title;
  const rest = title.slice(first.length);
  let found = false;
  if (!HAN.test(first)) {
    found =
      word.startsWith(first) &&
      reading.startsWith(first) &&
      isSpelling(word.slice(first.length), rest, reading.slice(first.length), known);
  } else {
    for (let n = 1; n <= READING && n <= reading.length && !found; n++) {
      const behind = reading.slice(n);
      found =
        (word.startsWith(first) && isSpelling(word.slice(first.length), rest, behind, known)) ||
        (word.startsWith(reading.slice(0, n)) && isSpelling(word.slice(n), rest, behind, known));
    }
  }
  known.set(key, found);
  return found;
}

/**
 * The part of a name that differs from a word by one letter: another one, one too many, one too few.
 * @param {string} word
 * @param {string} name
 */
export function partLike(word, name) {
  for (const length of [word.length, word.length + 1, word.length - 1]) {
    for (let from = 0; from + length <= name.length; from++) {
      const part = name.slice(from, from + length);
      if (differsByOne(word, part)) return part;
    }
  }
  return undefined;
}

/**
 * @param {string} a
 * @param {string} b
 */
function differsByOne(a, b) {
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back++;
  return Math.max(a.length, b.length) - front - back === 1;
}
