/**
 * Says so when what was written looks like a phone number, a birth date or an address: practice sheets are no place
 * for real people. It only says so; the learner decides.
 *
 * @typedef {import('./bind.js').Work} Work
 */

import { findPersonal } from '../answers/personal.js';
import { word } from '../dom/words.js';
import { controlsOf, isText } from '../dom/controls.js';
import { button, make } from '../dom/element.js';
import { note } from './note.js';

const PAUSE = 900; // ms: in the middle of a number nothing is said
const LOOKED_AT = 20_000; // characters; before an export all of a text is looked at

/** @param {Work} work */
export function startPersonalNotes(work) {
  /** What the learner said may stay. @type {Set<string>} */
  const kept = new Set();
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const timers = new Map();

  /** @param {string} name */
  const look = (name) => {
    for (const control of controlsOf(work.form, name)) {
      if (!isText(control) || control.type === 'date' || control.type === 'number') continue;
      const found = findPersonal(control.value.slice(0, LOOKED_AT))[0];
      const shown = found && !kept.has(`${name} ${found.kind}`) ? found.kind : '';
      const words = shown ? word(`personal-${shown}`) : '';
      note(
        control,
        'personal-note',
        words
          ? remark(words, () => {
              kept.add(`${name} ${shown}`);
              note(control, 'personal-note');
              control.focus();
            })
          : undefined,
      );
    }
  };

  work.onChange((names, by) => {
    for (const name of names) {
      clearTimeout(timers.get(name));
      if (by === 'learner')
        timers.set(
          name,
          setTimeout(() => look(name), PAUSE),
        );
      else look(name);
    }
  });
  return look;
}

/**
 * @param {string} words
 * @param {() => void} keep
 */
function remark(words, keep) {
  const p = make(
    'p',
    'personal-note',
    make('span', '', words),
    ' ',
    button(word('personal-keep'), keep, 'button small'),
  );
  p.setAttribute('role', 'status');
  return p;
}
