/**
 * The rows of tables and lists that can have more of them than the paper shows.
 */

import { controlsIn, write } from '../dom/controls.js';
import { languageOfWords, word } from '../dom/words.js';
import { lastRow, relabelled, renamed } from './numbering.js';

/**
 * Adds rows until all of these names have their place; not beyond what the form allows.
 * @param {ParentNode} root
 * @param {string[]} names
 */
export function ensureRows(root, names) {
  for (const rows of root.querySelectorAll('[data-rows]')) {
    if (!(rows instanceof HTMLElement)) continue;
    const wanted = Math.min(lastRow(rows.dataset.rows ?? '', names), most(rows));
    while (count(rows) < wanted && addRow(rows));
  }
}

/** @param {HTMLElement} rows */
export const most = (rows) => Number(rows.dataset.max) || 30;
/** @param {ParentNode} rows */
const all = (rows) => [...rows.querySelectorAll('[data-row]')].filter((row) => row instanceof HTMLElement);
/** @param {ParentNode} rows */
export const count = (rows) => Math.max(0, ...all(rows).map((row) => Number(row.dataset.row)));

/** As the template names it (`row_name`). @param {string} label @param {number} n */
const rowName = (label, n) => (languageOfWords() === '' ? word('row-label', { label, n }) : `${label} ${n}`);

/**
 * Adds a row: a copy of the last one with other names. Rows are emptied, never taken out: what is stored for a row stays
 * that row's.
 * @param {HTMLElement} rows
 * @returns {HTMLElement | undefined} the new row
 */
export function addRow(rows) {
  const last = all(rows).at(-1);
  if (!last) return undefined;
  const from = Number(last.dataset.row);
  const to = from + 1;
  const field = rows.dataset.rows ?? '';
  const row = /** @type {HTMLElement} */ (last.cloneNode(true));
  for (const made of row.querySelectorAll('[data-made], .paper')) made.remove();
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const name of ['id', 'name', 'for', 'aria-labelledby', 'aria-describedby']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, renamed(value, field, from, to));
    }
    if (element instanceof HTMLElement && element.hasAttribute('aria-label')) {
      element.setAttribute(
        'aria-label',
        element.dataset.nameOf === undefined
          ? relabelled(element.getAttribute('aria-label') ?? '', from, to)
          : rowName(element.dataset.nameOf, to),
      );
    }
    if (element.matches('[data-row-n]')) element.textContent = relabelled(element.textContent ?? '', from, to);
    if (element instanceof HTMLTextAreaElement) element.style.height = '';
  }
  row.dataset.row = String(to);
  for (const group of controlsIn(row).values()) write(group, '');
  last.after(row);
  return row;
}
