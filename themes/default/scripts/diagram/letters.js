/**
 * Letters for names: A, B, … Z, AA, so that a drawing can be shown to others.
 *
 * Must not know: whose names.
 */

/** @param {number} at @returns {string} */
export function letterOf(at) {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}
