/**
 * The pages of a gram, as the index writes them: "5,,3!" is 5, 6 and 9, the last with the gram in its title. Where a gram
 * is on many pages, they are a set: "=" and six pages a character, then "!" and the list of those with it in the title.
 *
 * @typedef {Map<number, boolean>} Postings  page → is the gram in its title; in the order of the pages
 */

const SIXES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

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
  const [sixes, titles] = written.split('!');
  const titled = titles === undefined ? new Map() : list(titles);
  /** @type {Postings} */
  const postings = new Map();
  for (const [i, character] of [...sixes].entries()) {
    const six = SIXES.indexOf(character);
    for (let bit = 0; bit < 6; bit++) {
      if ((six >> bit) & 1) postings.set(6 * i + bit, titled.has(6 * i + bit));
    }
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
  let page = 0;
  for (const [i, token] of written.split(',').entries()) {
    const inTitle = token.endsWith('!');
    const digits = inTitle ? token.slice(0, -1) : token;
    const number = digits === '' ? 1 : Number.parseInt(digits, 36);
    page = i === 0 ? number : page + number;
    postings.set(page, inTitle);
  }
  return postings;
}

/**
 * The pages that hold every gram; true only where each is in the title.
 * @param {Postings[]} lists  at least one
 * @returns {Postings}
 */
export function intersect(lists) {
  const [shortest, ...others] = [...lists].sort((a, b) => a.size - b.size);
  /** @type {Postings} */
  const common = new Map();
  for (const [page, inTitle] of shortest) {
    if (!others.every((list) => list.has(page))) continue;
    common.set(page, inTitle && others.every((list) => list.get(page) === true));
  }
  return common;
}
