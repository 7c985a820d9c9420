/**
 * The pages of a gram, as the index writes them: "5,,3!" is 5, 6 and 9, the last with the gram in its title.
 *
 * @typedef {Map<number, boolean>} Postings  page → is the gram in its title; in the order of the pages
 */

/**
 * @param {string | undefined} written
 * @returns {Postings}
 */
export function decode(written) {
  /** @type {Postings} */
  const postings = new Map();
  if (written === undefined || written === '') return postings;
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
