/**
 * The one line that always says where the answers are and when they were last saved. The ordinary save does not
 * chatter; what went wrong is told aloud, once, with the way to take the answers out of the page.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {Pick<import('../answers/store.js').State, 'where' | 'error' | 'ownFile'>} State
 * @typedef {{ save: () => void, load: () => void }} Ways
 */

import { word } from '../dom/words.js';
import { announce, button, when } from '../dom/element.js';

/**
 * @param {Work} work
 * @param {() => State} state
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
    line.replaceChildren(text);
    if (out) line.append(' ', button(word('export'), ways.save, 'button small'));
    if (back) line.append(' ', button(word('import'), ways.load, 'button small'));
    if (name === 'unsaved' && told !== text) announce(text);
    told = name === 'unsaved' ? text : '';
  };
  work.onChange(update);
  work.onStored(update);
  work.onClash(update);
  update();
  return update;
}

/**
 * What is true of the answers of a form, in every state of the store. The table of all states is
 * tests/browser/site/save-line.json.
 * @param {State} state
 * @param {string} written  when the newest stored answer was written: ISO time, or empty
 * @param {'' | 'writing' | 'choosing'} [waiting]  what is not even on its way to the store
 */
export function describe(state, written, waiting = '') {
  const words = (/** @type {string} */ key) => () => word(`save-${key}`, { time: written ? when(written) : '' });
  if (state.error) return { name: 'unsaved', words: words(state.error), out: true, back: false };
  if (state.where === 'memory') return { name: 'memory', words: words('memory'), out: true, back: state.ownFile };
  if (waiting !== '') return { name: waiting, words: words(waiting), out: false, back: false };
  if (state.where === 'session') return { name: 'session', words: words('session'), out: false, back: false };
  if (state.ownFile)
    return { name: 'own-file', words: words(written ? 'own-file' : 'own-file-idle'), out: true, back: true };
  return written
    ? { name: 'saved', words: words('saved'), out: false, back: false }
    : { name: 'idle', words: words('idle'), out: false, back: false };
}

/** When the newest stored answer of this form was written. @param {Work} work */
function lastWritten(work) {
  let last = '';
  for (const fields of work.sheets().values()) {
    for (const { rev, at } of fields.values()) if (rev > 0 && at > last) last = at;
  }
  return last;
}
