/**
 * The one line that always says where the answers are and when they were last saved. The ordinary save does not
 * chatter; what went wrong is announced, once, with the way to take the answers out of the page.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('../answers/describe.js').Saving} Saving
 * @typedef {{ save: () => void, load: () => void }} Ways
 */

import { word } from '../dom/words.js';
import { announce, button, make } from '../dom/element.js';
import { describe } from '../answers/describe.js';

/**
 * @param {Work} work
 * @param {() => Saving} state
 * @param {Ways} ways  out of the page, and into it
 * @returns {() => void}  brings the line up to date
 */
export function startSaveLine(work, state, ways) {
  const line = work.form.querySelector('[data-save-line]');
  if (!(line instanceof HTMLElement)) return () => {};
  let told = '';

  const update = () => {
    const { name, words, out, back } = describe(state(), lastWritten(work), work.waiting());
    const text = words();
    if (line.dataset.state === name && line.dataset.text === text) return;
    line.dataset.state = name;
    line.dataset.text = text;
    // As tall as the longest text so far, so that nothing below it moves under a learner's hand.
    if (text.length > (line.dataset.room ?? '').length) line.dataset.room = text;
    const said = make('span', '', text);
    if (out) said.append(' ', button(word('export'), ways.save, 'button small'));
    if (back) said.append(' ', button(word('import'), ways.load, 'button small'));
    line.replaceChildren(said);
    if (name === 'unsaved' && told !== text) announce(text);
    told = name === 'unsaved' ? text : '';
  };
  work.onChange(update);
  work.onStored(update);
  work.onClash(update);
  // The browser reports no change for a part of a date.
  work.form.addEventListener('focusout', update);
  update();
  return update;
}

/** When the newest stored answer of this form was written. @param {Work} work */
function lastWritten(work) {
  let last = '';
  for (const fields of work.sheets().values()) {
    for (const [name, { rev, at }] of fields) if (rev > 0 && at > last && name !== '@place') last = at;
  }
  return last;
}
