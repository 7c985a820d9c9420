/**
 * The limits of one diagram: beyond them it could not be read, and its layout would take long.
 *
 * @typedef {import('./contract.js').Problem} Problem
 */

/** @type {Record<string, number>} */
const MOST = {
  persons: 400,
  unions: 400,
  relations: 400,
  households: 60,
  systems: 40,
  ties: 60,
  between: 60,
  spans: 300,
  rows: 60,
  cells: 1000,
};

/**
 * The first list that is too long, at its first entry over the limit.
 * @param {Record<string, any>} data
 * @returns {Problem[]}
 */
export function tooLarge(data) {
  for (const [key, most] of Object.entries(MOST)) {
    if (Array.isArray(data[key]) && data[key].length > most)
      return [{ code: 'too-large', path: `${key}.${most}`, n: most }];
  }
  return [];
}
