/**
 * How wide a text will be, and how it is broken into lines.
 *
 * A label is broken at the places where a Japanese reader would: never before 、 or a small kana, rather
 * between scripts than inside a word, and into lines of like length.
 *
 * 1. the text becomes pieces that may not be parted; 2. the fewest lines are counted; 3. of all ways to break into so
 * many lines, the one that costs least.
 *
 * Must not know: the font (widths are estimated), diagrams.
 */

const HALF = 0.56; // em of a half-width character
const NOT_FIRST = /^[、。，．・：；！？）」』】〕〉》’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー～〜々ゝゞヽヾ),.:;!?\]}%％…]/;
const NOT_LAST = /[（「『【〔〈《‘“([{]$/;
const WORD = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00c0-\u024f'’.+-]$/;
const RAGGED = 0.5; // what it costs that lines differ, in widths of a character
const ELLIPSIS = '…';

/**
 * The width of one line, estimated: a full-width character is 1 em, a half-width one 0.56 em.
 * @param {string} text
 * @param {number} size  of the type, px
 * @returns {number}  px
 */
export function widthOf(text, size) {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/**
 * @param {string} character
 * @returns {number}  em
 */
function emsOf(character) {
  const code = character.codePointAt(0) ?? 0;
  const combining = (code >= 0x300 && code < 0x370) || (code >= 0x3099 && code <= 0x309a) || (code >= 0xfe00 && code <= 0xfe0f);
  if (combining || code < 0x20 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff) return 0;
  const half = code < 0x300 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2000 && code <= 0x2014) || (code >= 0xff61 && code <= 0xffdc);
  return half ? HALF : 1;
}

/**
 * @param {string} text
 * @param {number} limit  full-width characters in a line
 * @param {number} [most]  lines; what does not fit ends in …
 * @returns {string[]}  at least one line; empty text gives ['']
 */
export function wrap(text, limit, most = 3) {
  const pieces = piecesOf(String(text).trim().replace(/\s+/g, ' '), limit);
  if (pieces.length === 0) return [''];
  const ends = greedy(pieces, limit);
  if (ends.length > most) return cut(pieces, ends, limit, most);
  return join(pieces, best(pieces, ends, limit));
}

/**
 * Pieces that may not be parted; a piece that follows a space begins with it.
 * @param {string} text
 * @param {number} limit
 * @returns {string[]}
 */
function piecesOf(text, limit) {
  /** @type {string[]} */
  const pieces = [];
  for (const character of text) {
    const last = pieces.length - 1;
    const sticks = last >= 0 && character !== ' ' && (
      pieces[last] === ' ' || NOT_FIRST.test(character) || NOT_LAST.test(pieces[last])
      || (WORD.test(character) && WORD.test(pieces[last].slice(-1)))
    );
    if (sticks && widthOf(pieces[last] + character, 1) <= limit) pieces[last] += character;
    else pieces.push(character);
  }
  return pieces;
}

/**
 * The fewest lines: the index after the last piece of each.
 * @param {string[]} pieces
 * @param {number} limit
 * @returns {number[]}
 */
function greedy(pieces, limit) {
  const ends = [];
  let from = 0;
  for (let i = 1; i <= pieces.length; i++) {
    if (i < pieces.length && lineWidth(pieces, from, i + 1) <= limit) continue;
    ends.push(i);
    from = i;
  }
  return ends;
}

/**
 * Of all ways to break into as many lines, the one with the best breaks and the shortest longest line.
 * @param {string[]} pieces
 * @param {number[]} fallback
 * @param {number} limit
 * @returns {number[]}
 */
function best(pieces, fallback, limit) {
  let found = fallback;
  let least = Infinity;
  /** @param {number} from @param {number[]} ends @param {number} cost @param {number[]} widths */
  const search = (from, ends, cost, widths) => {
    if (ends.length === fallback.length - 1) {
      const width = lineWidth(pieces, from, pieces.length);
      const [longest, shortest] = [Math.max(width, ...widths), Math.min(width, ...widths)];
      const total = cost + longest + (longest - shortest) * RAGGED;
      if (width <= limit && total < least - 1e-9) [found, least] = [[...ends, pieces.length], total];
      return;
    }
    for (let end = from + 1; end < pieces.length; end++) {
      const width = lineWidth(pieces, from, end);
      if (width > limit) break;
      search(end, [...ends, end], cost + breakCost(pieces[end - 1], pieces[end]), [...widths, width]);
    }
  };
  search(0, [], 0, []);
  return found;
}

/**
 * @param {string[]} pieces
 * @param {number[]} ends
 * @param {number} limit
 * @param {number} most
 * @returns {string[]}
 */
function cut(pieces, ends, limit, most) {
  const lines = join(pieces, ends).slice(0, most);
  let last = lines[most - 1];
  while (last !== '' && widthOf(last + ELLIPSIS, 1) > limit) last = [...last].slice(0, -1).join('');
  lines[most - 1] = last + ELLIPSIS;
  return lines;
}

/** @param {string[]} pieces @param {number[]} ends */
function join(pieces, ends) {
  return ends.map((end, i) => pieces.slice(i === 0 ? 0 : ends[i - 1], end).join('').trim());
}

/** @param {string[]} pieces @param {number} from @param {number} to */
function lineWidth(pieces, from, to) {
  return widthOf(pieces.slice(from, to).join('').trim(), 1);
}

/** How ill a break between two pieces reads, in widths of a character. @param {string} before @param {string} after */
function breakCost(before, after) {
  if (after.startsWith(' ') || /[・、。，．）」』】)]$/.test(before) || /^[（「『【(]/.test(after)) return 0;
  const [left, right] = [scriptOf([...before].pop() ?? ''), scriptOf([...after][0] ?? '')];
  if (left === right) return left === 'han' ? 3.5 : 2;
  return left === 'han' && right === 'hiragana' ? 2.5 : 0.5;
}

/** @param {string} character */
function scriptOf(character) {
  if (/[\u3041-\u309f]/.test(character)) return 'hiragana';
  if (/[\u30a0-\u30ff]/.test(character)) return 'katakana';
  return /[\u2e80-\u9fff\uf900-\ufaff]/.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 'han' : 'other';
}
