/**
 * One spelling for words that a reader would call the same: NFKC, lower case, hiragana for katakana, single spaces, one
 * dash, one hyphen, straight quotation marks, no ・ and no characters without width.
 * The generator does the same when it writes the index; tests/shared/normalise.json holds both to it.
 */

/**
 * @param {string} text
 * @returns {string}
 */
export function normalise(text) {
  return fold(text.normalize('NFKC'))
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^ | $/g, '');
}

/**
 * Lower case and hiragana, character by character: what a character becomes never depends on its neighbours.
 * @param {string} text
 */
function fold(text) {
  let folded = '';
  for (const character of text
    .replace(/[・\u200b\u2060\ufeff\xad]/g, '')
    .replace(/[〜∼〰]/g, '~')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―−]/g, '-')) {
    const code = /** @type {number} */ (character.codePointAt(0));
    if (code >= 0x30a1 && code <= 0x30f6) folded += String.fromCharCode(code - 0x60);
    else folded += character.toLowerCase();
  }
  return folded;
}

/**
 * A text in its one spelling, and where each of its UTF-16 units came from.
 *
 * @typedef {object} Located
 * @property {string} text  like `normalise`, but neither trimmed nor with runs of spaces joined
 * @property {number[]} at  at[i]: where in the original the piece begins that became text[i]; one more entry than
 *                          units, the last the original's length
 */

/**
 * Normalises piece by piece. A piece is a character with the marks that belong to it (a half-width voicing mark is
 * one), which is as far as NFKC looks in any text this site holds.
 * @param {string} original
 * @returns {Located}
 */
export function locate(original) {
  let text = '';
  /** @type {number[]} */
  const at = [];
  for (const match of original.matchAll(/[^][\p{M}\uff9e\uff9f]*/gu)) {
    const piece = fold(match[0].normalize('NFKC'));
    for (let i = 0; i < piece.length; i++) at.push(match.index);
    text += piece;
  }
  at.push(original.length);
  return { text, at };
}
