/**
 * A link to a control of the form: following it leads into the control.
 */

import { controlsOf } from '../dom/controls.js';
import { make } from '../dom/element.js';

/** @param {HTMLFormElement} form @param {string} name @param {string} label */
export function way(form, name, label) {
  const control = () =>
    controlsOf(form, name)[0] ??
    controlsOf(form, `${name}.1`)[0] ??
    [...form.querySelectorAll(`[name^="${CSS.escape(name)}."]`)][0];
  const link = make('a', '', label);
  link.href = `#${form.querySelector(`[data-field="${CSS.escape(name.split('.')[0])}"]`)?.id ?? ''}`;
  link.addEventListener('click', (event) => {
    const target = control();
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'center' });
  });
  return link;
}
