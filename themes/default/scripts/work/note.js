/**
 * A quiet remark after a control. It never interrupts writing, and disappears with its reason.
 */

import { placeOf } from '../dom/controls.js';
import { inOwnLanguage } from '../dom/element.js';

/**
 * Puts a remark of this kind behind the control in place of the one that is there; none removes it. One that says
 * the same stays, so that it is not read out again.
 * @param {import('../dom/controls.js').Control} control
 * @param {string} className  the kind of remark
 * @param {HTMLElement} [remark]
 */
export function note(control, className, remark) {
  const place = placeOf(control);
  let there = place.nextElementSibling;
  while (there?.hasAttribute('data-note') && !there.classList.contains(className)) there = there.nextElementSibling;
  const old = there?.hasAttribute('data-note') ? there : null;
  if (remark && old?.textContent === remark.textContent) return;
  old?.remove();
  if (!remark) return;
  remark.dataset.note = '';
  place.after(inOwnLanguage(remark));
}
