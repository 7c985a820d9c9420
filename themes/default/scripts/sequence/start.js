/**
 * Starts what a form has that is filled again and again, and what compares it with another form.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { word } from '../dom/words.js';
import { startBefore } from './before.js';
import { startCompare } from './compare.js';
import { startEcomap } from './ecomap.js';
import { startGate } from './gate.js';
import { startNots } from './nots.js';
import { startOpens } from './opens.js';
import { startPerson } from './person.js';
import { planOf } from './plan.js';
import { startUnlike } from './unlike.js';

/** @param {Work} work */
export function startSequence(work) {
  startUnlike(work);
  const { sequence } = work.form.dataset;
  if (!sequence) return;
  const plan = planOf(work, JSON.parse(sequence));
  startStands(plan);
  startNots(plan);
  startPerson(plan);
  startOpens(plan);
  startEcomap(plan);
  startBefore(plan);
  startGate(plan);
  startCompare(plan);
}

/** Sections and fields that are on the first sheet only, or on later ones only. @param {import('./plan.js').Plan} plan */
function startStands({ form, rules, later, always }) {
  /** @param {string[]} ids */
  const parts = (ids) =>
    ids.flatMap((id) => [
      ...form.querySelectorAll(`[data-section="${CSS.escape(id)}"], [data-field="${CSS.escape(id)}"]`),
      ...[...document.querySelectorAll(`.toc a[href="#${CSS.escape(id)}"]`)]
        .map((link) => link.closest('li'))
        .filter((item) => item !== null),
    ]);
  const [first, after] = [parts(rules.first), parts(rules.later)];
  always(() => {
    const follows = later();
    for (const part of first) part.toggleAttribute('data-absent', follows);
    for (const part of after) part.toggleAttribute('data-absent', !follows);
    const another = form.querySelector('[data-new-sheet]');
    const label = word('next-another', { called: rules.called });
    if (another && another.textContent !== label) another.textContent = label;
  });
}
