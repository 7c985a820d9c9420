/**
 * A word as the index knows it: pairs of neighbouring characters, or one Han character that is alone.
 * Punctuation is in no gram, but for the signs that are part of names such as C++ and Q&A; it is compared when the page's text
 * is read.
 */

const CHARACTER = /[\p{L}\p{N}\p{M}+&#]/u;
const HAN = /^\p{Script=Han}$/u;

/**
 * The grams that a page must hold to be worth reading, each once. Empty for a word too short to look up.
 * @param {string} word  normalised, without spaces
 * @returns {string[]}
 */
export function grams(word) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @type {string[]} */
  let run = [];
  const finish = () => {
    if (run.length === 1 && HAN.test(run[0])) found.add(run[0]);
    for (let i = 1; i < run.length; i++) found.add(run[i - 1] + run[i]);
    run = [];
  };
  for (const character of word) {
    if (CHARACTER.test(character)) run.push(character);
    else finish();
  }
  finish();
  return [...found];
}

/**
 * The file that holds a gram: FNV-1a (32 bits) over its UTF-8 bytes, modulo the number of files.
 * @param {string} gram
 * @param {number} shards
 */
export function shardOf(gram, shards) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(gram)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0) % shards;
}
