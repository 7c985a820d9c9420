/**
 * A week in words: each row, what is done on which days; then how often each kind occurs.
 *
 * Must not know: the drawing.
 *
 * @typedef {import('./week.js').Week} Week
 * @typedef {import('./contract.js').Words} Words
 */

import { say } from '../dom/fill.js';
import { DAYS, KINDS, kindOf, runsOf } from './week-blocks.js';
import { wholeWeek } from './whole.js';

/** @param {string} day @param {Words} words */
export function dayName(day, words) {
  return words[`week-${day}`] ?? day;
}

/**
 * @param {Week} data
 * @param {Words} words
 * @returns {{ title: string, desc: string }}
 */
export function summary(data, words) {
  return {
    title: data.title ?? say(words, 'week-title'),
    desc: [say(words, 'week-says-size', { rows: data.rows.length }), ...counts(data, words)].join(
      say(words, 'says-gap'),
    ),
  };
}

/**
 * @param {Week} written
 * @param {Words} words
 * @returns {string[]}
 */
export function describe(written, words) {
  const data = wholeWeek(written);
  return [
    ...data.rows.flatMap((row) =>
      runsOf(data, row.id).map(({ from, to, kind, text }) => {
        const [first, last] = [DAYS[from], DAYS[to]].map((day) => dayName(day, words));
        const days = from === to ? first : say(words, 'week-days', { first, last });
        let says = say(words, 'week-says', { row: row.label, days, text });
        if (kind) says = say(words, 'week-says-kind', { says, kind: say(words, `week-${kind}`) });
        return say(words, 'week-says-end', { says });
      }),
    ),
    ...counts(data, words),
  ];
}

/** @param {Week} data @param {Words} words */
function counts(data, words) {
  const rows = new Set(data.rows.map(({ id }) => id));
  return KINDS.flatMap((kind) => {
    const cells = data.cells.filter((cell) => kindOf(cell) === kind && rows.has(cell.row) && DAYS.includes(cell.day));
    return cells.length === 0
      ? []
      : [say(words, 'week-says-count', { kind: say(words, `week-${kind}`), n: cells.length })];
  });
}
