/**
 * Remarks on what is written in a form.
 */

import { controlsIn } from '../dom/controls.js';
import { startPersonalNotes } from '../work/personal-note.js';
import { startHints } from './hints.js';

/**
 * Remarks on what is in the form now, and on what is written from now on.
 * @param {import('../work/bind.js').Work} work
 */
export function startRemarks(work) {
  const looks = [startPersonalNotes(work), startHints(work)];
  for (const name of controlsIn(work.form).keys()) for (const look of looks) look(name);
}
