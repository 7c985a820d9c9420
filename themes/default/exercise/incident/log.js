/**
 * What was asked, as it is stored: `asked.FACT` holds the number of the question, its words, and the fact as it was shown:
 *
 *     2. 担任：昨日は何時に帰りましたか。
 *     3時半に、一人で。
 *
 * So it reads by itself, also where the author has taken the question out since. Pure.
 *
 * @typedef {import('../../scripts/dom/values.js').Values} Values
 * @typedef {{ id: string, n: number, question: string, answer: string }} Told
 */

const PREFIX = 'asked.';

/** @param {Omit<Told, 'id'>} told */
export function lineOf({ n, question, answer }) {
  return `${n}. ${question}\n${answer}`;
}

/**
 * In the order of asking.
 * @param {Values} values
 * @returns {Told[]}
 */
export function toldIn(values) {
  /** @type {Told[]} */
  const told = [];
  for (const [name, value] of values) {
    if (!name.startsWith(PREFIX) || typeof value !== 'string' || value.trim() === '') continue;
    const [, n, question, answer] = /^(?:(\d{1,6})\. )?([^\n]*)\n?([\s\S]*)$/.exec(value) ?? [];
    told.push({ id: name.slice(PREFIX.length), n: Number(n ?? 0), question, answer });
  }
  return told.sort((a, b) => a.n - b.n);
}
