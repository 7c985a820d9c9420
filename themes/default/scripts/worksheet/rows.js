/**
 * Tables and lists that can have more rows than the paper shows. A new row is a copy of the last one with other
 * names. Rows are emptied, never taken out: what is stored for a row stays that row's.
 *
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('../dom/values.js').Value} Value
 */

import { word } from '../dom/words.js';
import { controlsIn, isControl, valueOf, write } from '../dom/controls.js';
import { announce, button, make } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';
import { lastRow, relabelled, renamed } from './numbering.js';

/** @param {Work} work */
export function startRows(work) {
  work.onPrepare((fields) =>
    ensureRows(
      work.form,
      [...fields].filter(([, { value }]) => !isEmpty(value)).map(([name]) => name),
    ),
  );
  for (const rows of work.form.querySelectorAll('[data-rows]')) {
    if (rows instanceof HTMLElement) startTools(work, rows);
  }
}

/**
 * Adds rows until all of these names have their place; not beyond what the form allows.
 * @param {ParentNode} root
 * @param {string[]} names
 */
export function ensureRows(root, names) {
  for (const rows of root.querySelectorAll('[data-rows]')) {
    if (!(rows instanceof HTMLElement)) continue;
    const wanted = Math.min(lastRow(rows.dataset.rows ?? '', names), most(rows));
    while (count(rows) < wanted && add(rows));
  }
}

/** @param {HTMLElement} rows */
const most = (rows) => Number(rows.dataset.max) || 30;
/** @param {ParentNode} rows */
const all = (rows) => [...rows.querySelectorAll('[data-row]')].filter((row) => row instanceof HTMLElement);
/** @param {ParentNode} rows */
const count = (rows) => Math.max(0, ...all(rows).map((row) => Number(row.dataset.row)));

/**
 * @param {HTMLElement} rows
 * @returns {HTMLElement | undefined} the new row
 */
function add(rows) {
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
          : word('row-label', { label: element.dataset.nameOf, n: to }),
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

/**
 * The buttons below: one more row, and emptying the row one was in last.
 * @param {Work} work
 * @param {HTMLElement} rows
 */
function startTools(work, rows) {
  const more = rows.querySelector('button[data-add-row]');
  /** @type {HTMLElement | undefined} */
  let current;
  /** @type {Record<string, Value> | undefined} */
  let removed;

  const clear = button(
    '',
    () => {
      if (removed) {
        work.set(removed);
        removed = undefined;
        update();
        return;
      }
      if (!current) return;
      const values = valuesOf(current);
      work.set(
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? '' : []])),
      );
      removed = values;
      update();
      announce(word('row-cleared', { n: current.dataset.row ?? '' }));
    },
    'button small',
  );

  const update = () => {
    if (more instanceof HTMLButtonElement) more.hidden = count(rows) >= most(rows);
    const n = current?.dataset.row ?? '';
    clear.textContent = word(removed ? 'row-restore' : 'clear-row', { n });
    const used = current && Object.values(valuesOf(current)).some((value) => !isEmpty(value));
    clear.hidden = !removed && !used && document.activeElement !== clear;
  };

  rows.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (!(row instanceof HTMLElement) || row === current) return;
    current = row;
    removed = undefined;
    update();
  });
  rows.addEventListener('input', (event) => {
    if (isControl(event.target)) removed = undefined;
    update();
  });
  more?.addEventListener('click', () => {
    const row = add(rows);
    if (!row) return;
    const [first] = [...controlsIn(row).values()][0] ?? [];
    announce(word('row-added', { n: row.dataset.row ?? '' }));
    first?.focus();
    update();
    work.grown([...controlsIn(row).keys()]);
  });
  const place = more ?? rows.lastElementChild;
  place?.after(' ', make('span', 'row-ways', clear));
  work.onChange((_names, by) => {
    if (by !== 'learner') removed = undefined;
    update();
  });
  update();
}

/** @param {HTMLElement} row @returns {Record<string, Value>} */
function valuesOf(row) {
  return Object.fromEntries([...controlsIn(row)].map(([name, group]) => [name, valueOf(group)]));
}
