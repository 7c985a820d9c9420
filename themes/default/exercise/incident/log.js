/**
 * What was asked, as it is stored: `asked.FACT` contains the number of the question, its words, and the fact as it was shown:
 *
 *     2. 担任：昨日は何時に帰りましたか。
 *     3時半に、一人で。
 *
 * So it can be read by itself, even if the author has removed the question since. Pure.
 *
 * @typedef {import('../../scripts/dom/values.js').Values} Values
 * @typedef {{ id: string, n: number, question: string, answer: string }} AskedQuestion
 */

const PREFIX = 'asked.';

/** @param {Omit<AskedQuestion, 'id'>} asked */
export function lineOf({ n, question, answer }) {
  return `${n}. ${question}\n${answer}`;
}

/**
 * In the order of asking.
 * @param {Values} values
 * @returns {AskedQuestion[]}
 */
export function askedIn(values) {
  /** @type {AskedQuestion[]} */
  const asked = [];
  for (const [name, value] of values) {
    if (!name.startsWith(PREFIX) || typeof value !== 'string' || value.trim() === '') continue;
    const [, n, question, answer] = /^(?:(\d{1,6})\. )?([^\n]*)\n?([\s\S]*)$/.exec(value) ?? [];
    asked.push({ id: name.slice(PREFIX.length), n: Number(n ?? 0), question, answer });
  }
  return asked.sort((a, b) => a.n - b.n);
}
