/**
 * Hears what is written in the controls of a form, whatever way it comes: keys, an input method, a paste, a click.
 */

import { isControl, isText } from '../dom/controls.js';

/**
 * @param {HTMLFormElement} form
 * @param {object} host
 * @param {(name: string, goesOn: boolean) => void} host.wrote  goesOn: more of a text may follow at once
 * @param {(name: string) => void} host.changed  a control reports a change: some programs that write for a learner send nothing else
 * @param {(name: string) => void} host.done  the choice is made, the composition ended, the field left
 * @returns {() => string}  the name of the control in which something is being composed, or ""
 */
export function hearTyping(form, { wrote, changed, done }) {
  let composing = '';
  /** What the last composition ended with. @type {{ target: EventTarget | null, value: string } | undefined} */
  let ended;
  /** @param {Event} event */
  const nameOf = ({ target }) => (isControl(target) ? target.name : '');
  /** @param {Event} event */
  const finish = (event) => {
    const name = nameOf(event);
    if (name !== '' && name !== composing) done(name);
  };

  form.addEventListener('input', (event) => {
    const name = nameOf(event);
    if (name === '') return;
    const before = ended;
    ended = undefined;
    // Firefox sends one more `input` after the end, which says nothing new.
    if (isControl(event.target) && before?.target === event.target && before.value === event.target.value) return;
    const text = event.target instanceof Element && isText(event.target);
    wrote(name, text && !(event instanceof InputEvent && event.isComposing));
  });
  form.addEventListener('compositionstart', (event) => {
    // What the field holds was written; no one knows how long the composition will last.
    finish(event);
    composing = nameOf(event);
  });
  form.addEventListener('compositionend', (event) => {
    composing = '';
    const name = nameOf(event);
    if (name === '') return;
    if (isControl(event.target)) ended = { target: event.target, value: event.target.value };
    wrote(name, false); // Chromium sends no `input` after this
    done(name);
  });
  form.addEventListener('change', (event) => {
    const name = nameOf(event);
    if (name !== '' && name !== composing) changed(name);
    finish(event);
  });
  form.addEventListener('focusout', finish);
  // Enter in a field must not leave the page: there is nowhere to send a form to.
  form.addEventListener('submit', (event) => event.preventDefault());
  // A reset would empty the controls, and no control would report it.
  form.addEventListener('reset', (event) => event.preventDefault());
  return () => composing;
}
