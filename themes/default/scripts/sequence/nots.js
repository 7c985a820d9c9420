/**
 * Below the table of marked rows: for each row marked ×, what is to become of it and why. The person chooses. What was
 * answered stays stored when the mark changes.
 *
 * @typedef {import('./plan.js').Plan} Plan
 */

import { word } from '../dom/words.js';
import { write } from '../dom/controls.js';
import { make, short } from '../dom/element.js';
import { lastRow } from '../work/numbering.js';
import { cell, usedRows } from './rules.js';

/** @param {Plan} plan */
export function startNots({ work, rules, field, values, always }) {
  const { rows } = rules;
  const table = rows && field(rows.table);
  if (!rows || !table) return;
  const list = make('div', 'not-list');
  const box = make(
    'div',
    'not-rows',
    make('p', 'not-title', word('not-title')),
    make('p', 'field-how', word('not-about')),
    list,
  );
  box.hidden = true;
  (table.querySelector('.rows-of') ?? table).after(box);

  /** @type {Map<number, HTMLFieldSetElement>} */
  const asked = new Map();
  /** @param {number} row */
  const ask = (row) => {
    if (asked.has(row)) return false;
    const set = question(rows.table, row);
    asked.set(row, set);
    list.append(...[...asked].sort(([a], [b]) => a - b).map(([, one]) => one));
    return true;
  };

  work.onPrepare((fields) => {
    const stored = [...fields.keys()].filter((name) => /\.if-not(-why)?$/.test(name));
    for (let row = 1; row <= lastRow(rows.table, stored); row++) {
      if (stored.some((name) => name.startsWith(`${rows.table}.${row}.`))) ask(row);
    }
  });
  always(() => {
    const now = values();
    const failed = usedRows(now, rows.table, rows.columns).filter(
      (row) => now.get(cell(rows.table, row, rows.mark)) === 'not',
    );
    const begun = failed.filter(ask);
    for (const [row, set] of asked) {
      set.hidden = !failed.includes(row);
      const said =
        rows.columns
          .map((column) => String(now.get(cell(rows.table, row, column)) ?? ''))
          .find((text) => text.trim() !== '') ?? '';
      const legend = set.querySelector('legend');
      const title = word('not-row', { n: row, text: short(said) });
      if (legend && legend.textContent !== title) legend.textContent = title;
    }
    box.hidden = failed.length === 0;
    const names = begun.flatMap((row) => ['if-not', 'if-not-why'].map((part) => cell(rows.table, row, part)));
    for (const name of names) {
      const group = [...box.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(
        (one) => one instanceof HTMLInputElement,
      );
      write(group, work.fields().get(name)?.value);
    }
    work.grown(names);
  });
}

/** @param {string} table @param {number} row */
function question(table, row) {
  const options = ['review', 'end', 'reword'].map((way) => {
    const input = make('input', '');
    Object.assign(input, { type: 'radio', name: cell(table, row, 'if-not'), value: way });
    return make('label', 'option', input, make('span', 'option-text', word(`if-not-${way}`)));
  });
  for (const option of options)
    for (const part of [option, ...option.querySelectorAll('*')]) part.removeAttribute('data-made');
  const why = document.createElement('input');
  Object.assign(why, { type: 'text', name: cell(table, row, 'if-not-why'), className: 'write' });
  const label = make('label', 'beside', make('span', '', word('if-not-why')), why);
  return make('fieldset', 'not-row', make('legend', ''), make('div', 'options', ...options), label);
}
