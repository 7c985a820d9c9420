/**
 * The buttons of tables and lists that can have more rows than the paper shows.
 *
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('../dom/values.js').Value} Value
 */

import { word } from '../dom/words.js';
import { controlsIn, isControl, valueOf } from '../dom/controls.js';
import { announce, button, make } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';
import { addRow, count, ensureRows, most } from '../work/rows.js';

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
    const row = addRow(rows);
    if (!row) return;
    const [first] = [...controlsIn(row).values()][0] ?? [];
    announce(word('row-added', { n: row.dataset.row ?? '' }));
    first?.focus();
    update();
    work.grown([...controlsIn(row).keys()]);
  });
  const place = more ?? rows.lastElementChild;
  place?.after(' ', make('span', 'row-ways', clear));
  work.onChange((names, by) => {
    const isWritten = by === 'store' && names.some((name) => removed && Object.hasOwn(removed, name));
    if (by === 'sheet' || isWritten) removed = undefined;
    update();
  });
  update();
}

/** @param {HTMLElement} row @returns {Record<string, Value>} */
function valuesOf(row) {
  return Object.fromEntries([...controlsIn(row)].map(([name, group]) => [name, valueOf(group)]));
}
