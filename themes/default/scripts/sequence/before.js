/**
 * Above a later sheet: what became of each row of the sheet before it.
 *
 * @typedef {import('./plan.js').Plan} Plan
 */

import { word } from '../dom/words.js';
import { make } from '../dom/element.js';
import { cell, outcomes } from './rules.js';
import { carried } from './versions.js';

/** @param {Plan} plan */
export function startBefore({ form, rules, before, values, said, always }) {
  const place = form.querySelector('[data-before]');
  const { rows } = rules;
  if (!(place instanceof HTMLElement) || !rows) return;
  let shown = '';
  always(() => {
    const n = before();
    const old = n === undefined ? undefined : values(n);
    const came = carried(values());
    /** The sheet before may have been changed since. @param {number} row @param {import('./rules.js').Outcome} outcome */
    const became = (row, outcome) => {
      const goesOn = outcome !== 'done' && outcome !== 'end';
      return goesOn === came.has(row) ? outcome : came.has(row) ? 'still-here' : 'not-here';
    };
    const lines = old
      ? outcomes(old, rows).map(({ row, mark, outcome, reason }) => ({
          text: rows.columns
            .slice(0, 1)
            .map((column) => String(old.get(cell(rows.table, row, column)) ?? ''))
            .join(''),
          what: word(`before-${became(row, outcome)}`, { mark: said(cell(rows.table, row, rows.mark), mark) }),
          reason,
        }))
      : [];
    place.hidden = lines.length === 0;
    if (shown === JSON.stringify([n, lines])) return;
    shown = JSON.stringify([n, lines]);
    place.replaceChildren(
      make('p', 'before-title', word('before-title', { n: n ?? '' })),
      make(
        'ul',
        'plain',
        ...lines.map(({ text, what, reason }) =>
          make(
            'li',
            '',
            make('span', 'before-text', text),
            make('span', 'before-what', what),
            ...(reason ? [make('span', 'before-why', word('before-why', { why: reason }))] : []),
          ),
        ),
      ),
    );
  });
}
