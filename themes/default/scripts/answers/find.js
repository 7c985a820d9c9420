/**
 * Which answers hold what was searched for: every word, in one answer, in any spelling.
 *
 * @typedef {import('./outline.js').Outline} Outline
 * @typedef {import('./outline.js').WorkOf} WorkOf
 * @typedef {import('./outline.js').AnswerRow} AnswerRow
 */

import { normalise } from '../dom/normalise.js';

/** An answer in its one spelling, made when it is first needed. @type {WeakMap<AnswerRow, string>} */
const spelled = new WeakMap();

/**
 * The outline with only those answers in it that were found, step by step.
 * @param {Outline} outline
 * @param {string[]} words  normalised
 * @returns {Generator<void, { outline: Outline, count: number }, void>}
 */
export function* finding({ groups, lost, open }, words) {
  let count = 0;
  /** @param {WorkOf[]} works @returns {Generator<void, WorkOf[], void>} */
  function* among(works) {
    /** @type {WorkOf[]} */
    const kept = [];
    for (const work of works) {
      const sheets = [];
      for (const sheet of work.sheets) {
        const rows = [];
        for (const row of sheet.rows) {
          const text = spelling(row);
          if (words.every((one) => text.includes(one))) rows.push(row);
          yield;
        }
        count += rows.length;
        if (rows.length > 0) sheets.push({ ...sheet, rows });
      }
      if (sheets.length > 0) kept.push({ ...work, sheets });
    }
    return kept;
  }
  const found = [];
  for (const group of groups) found.push({ ...group, works: yield* among(group.works) });
  return { outline: { groups: found, lost: yield* among(lost), open }, count };
}

/** @param {AnswerRow} row */
function spelling(row) {
  const known = spelled.get(row);
  if (known !== undefined) return known;
  const text = normalise([row.label, row.text, ...row.others.map((other) => other.text)].join('\n'));
  spelled.set(row, text);
  return text;
}
