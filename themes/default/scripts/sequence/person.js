/**
 * A row that says what others do, and not what the person does, gets a question; not while somebody writes in it.
 *
 * @typedef {import('./plan.js').Plan} Plan
 */

import { word } from '../words.js';
import { controlsOf } from '../work/controls.js';
import { make } from '../work/element.js';
import { note } from '../work/note.js';
import { lastRow } from '../worksheet/numbering.js';
import { cell, withoutPerson } from './rules.js';

/** @param {Plan} plan */
export function startPerson({ form, rules, field, values, always }) {
  const { rows } = rules;
  if (!rows || rows.person === null) return;
  const { table, person } = rows;
  const look = () => {
    const now = values();
    const without = withoutPerson(now, rows);
    for (let row = 1; row <= lastRow(table, now.keys()); row++) {
      const [control] = controlsOf(form, cell(table, row, person));
      if (!control) continue;
      const asks = without.includes(row);
      if (asks && control.closest('[data-row]')?.contains(document.activeElement)) continue;
      note(control, 'person-part', asks ? remark() : undefined);
    }
  };
  always(look);
  field(table)?.addEventListener('focusout', () => setTimeout(look));
}

function remark() {
  const p = make('p', 'goal-hint person-part', word('person-part'));
  p.setAttribute('role', 'status');
  return p;
}
