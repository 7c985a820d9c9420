/**
 * Above new minutes: what was decided the last time, so that the meeting can begin with it. It is only shown; the
 * minutes in which it was written stay as they are.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { isEmpty } from '../dom/values.js';
import { word } from '../dom/words.js';
import { make } from '../dom/element.js';

/** @param {Work} work */
export function startCarried(work) {
  const place = work.form.querySelector('[data-carried]');
  if (!(place instanceof HTMLElement)) return;
  const update = () => {
    const last = Math.max(0, ...[...work.sheets().keys()].filter((sheet) => sheet < work.sheet()));
    const fields = work.sheets().get(last);
    const lines = fields ? linesOf(work.form, fields) : [];
    place.hidden = lines.length === 0;
    place.replaceChildren(make('p', 'name', word('carried-title', { n: last })), make('ul', '', ...lines));
  };
  work.onChange((_, by) => {
    if (by !== 'learner') update();
  });
  work.onRefresh(update);
}

/** @param {HTMLFormElement} form @param {import('../work/held.js').Entries} fields */
function linesOf(form, fields) {
  /** @param {string} name */
  const value = (name) => {
    const found = fields.get(name)?.value;
    return found === undefined || isEmpty(found) ? '' : [found].flat().join(word('sign-list'));
  };
  /** @type {Map<number, string[]>} */
  const rows = new Map();
  for (const name of fields.keys()) {
    const row = /^decisions\.(\d+)\./.exec(name)?.[1];
    if (row)
      rows.set(
        Number(row),
        ['who', 'what', 'when', 'check'].map((column) => value(`decisions.${row}.${column}`)),
      );
  }
  const decided = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => cells.filter((cell) => cell !== '').join(word('carried-between')))
    .filter((line) => line !== '');
  const others = ['not-now', 'next', 'next-about']
    .filter((name) => value(name) !== '')
    .map((name) => {
      const label = form.querySelector(`[data-field="${name}"] .field-label`)?.textContent ?? name;
      return word('carried-field', { label, text: value(name) });
    });
  return [...decided, ...others].map((line) => make('li', '', line));
}
