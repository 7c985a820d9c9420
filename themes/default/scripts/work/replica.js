/**
 * A read-only copy of a part of a form, filled with other answers than the form's own: an earlier attempt. It has no
 * names and no ids, so that nothing in it can be stored, or be taken for a control of the form.
 *
 * @typedef {import('./held.js').Entries} Entries
 * @typedef {{ arrange?: (root: ParentNode, values: Map<string, import('../dom/values.js').Value>) => void }} Arranging
 */

import { controlsIn, words, write } from '../dom/controls.js';
import { mirror } from './paper.js';
import { ensureRows } from './rows.js';

/**
 * @param {Element} pristine  as the template has it: no script has touched it
 * @param {Entries} fields
 * @param {Arranging} [kind]
 * @param {(root: ParentNode) => void} [prepare]
 */
export function replica(pristine, fields, kind, prepare) {
  const copy = /** @type {HTMLElement} */ (pristine.cloneNode(true));
  prepare?.(copy);
  ensureRows(copy, [...fields.keys()]);
  /** @type {Map<string, import('../dom/values.js').Value>} */
  const values = new Map([...fields].map(([name, { value }]) => [name, value]));
  for (const [name, group] of controlsIn(copy)) write(group, values.get(name));
  kind?.arrange?.(copy, values);
  mirror(copy);
  strip(copy);
  return copy;
}

/** @param {HTMLElement} copy */
function strip(copy) {
  // Without ids a label no longer reaches its control.
  for (const label of copy.querySelectorAll('label[for]')) {
    copy.querySelector(`#${CSS.escape(label.getAttribute('for') ?? '')}`)?.setAttribute('aria-label', words(label));
  }
  // Without ids a name no longer reaches what it names; a second region of the same name would help no one to navigate.
  for (const element of copy.querySelectorAll('[aria-labelledby]')) {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const named = ids.flatMap((id) => [...copy.querySelectorAll(`#${CSS.escape(id)}`)].map(words)).join(' ');
    if (named && !element.matches('section:not([role])')) element.setAttribute('aria-label', named);
    element.removeAttribute('aria-labelledby');
  }
  copy.removeAttribute('id');
  copy.removeAttribute('data-attempt');
  for (const element of copy.querySelectorAll('*')) {
    for (const name of [
      'id',
      'name',
      'for',
      'data-paper',
      'data-field',
      'data-rows',
      'data-when',
      'aria-describedby',
      'tabindex',
    ])
      element.removeAttribute(name);
    if (element.matches('input, select, textarea, button')) element.setAttribute('disabled', '');
  }
  for (const button of copy.querySelectorAll('button')) button.remove();
}
