/**
 * Rows that say what others do, and not what the person does, get a question below the table; not while someone writes
 * in them.
 *
 * @typedef {import('./plan.js').Plan} Plan
 */

import { word } from '../dom/words.js';
import { make } from '../dom/element.js';
import { way } from './way.js';
import { cell, withoutPerson } from './rules.js';

/** @param {Plan} plan */
export function startPerson({ form, rules, field, values, always }) {
  const { rows } = rules;
  const table = rows && field(rows.table);
  if (!rows || rows.person === null || !table) return;
  const { person } = rows;
  const note = make('p', 'goal-hint person-part');
  note.setAttribute('role', 'status');
  note.hidden = true;
  (table.querySelector('.rows-of') ?? table).after(note);
  let shown = '';
  const look = () => {
    const at = document.activeElement?.closest('[data-row]');
    const writing = at instanceof HTMLElement && table.contains(at) ? Number(at.dataset.row) : 0;
    const asks = withoutPerson(values(), rows).filter((row) => row !== writing);
    if (shown === asks.join()) return;
    shown = asks.join();
    note.hidden = asks.length === 0;
    note.replaceChildren(
      make(
        'span',
        '',
        ...asks.flatMap((row) => [way(form, cell(rows.table, row, person), word('row-n', { n: row })), ' ']),
        word('person-part'),
      ),
    );
  };
  always(look);
  table.addEventListener('focusout', () => setTimeout(look));
}
