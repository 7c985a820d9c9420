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
    const { name, words, out, back } = describe(state(), lastSaved(work));
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
  update();
  return update;
}

/**
 * @param {State} state
 * @param {string} saved  ISO time, or empty
 */
export function describe(state, saved) {
  const time = () => (saved ? when(saved) : '');
  if (state.error) return { name: 'unsaved', words: () => word(`save-${state.error}`), out: true, back: false };
  if (state.where === 'memory') return { name: 'memory', words: () => word('save-memory'), out: true, back: state.ownFile };
  if (state.where === 'session') return { name: 'session', words: () => word('save-session', { time: time() }), out: false, back: false };
  if (state.ownFile) return { name: 'own-file', words: () => word('save-own-file', { time: time() }), out: true, back: true };
  return saved
    ? { name: 'saved', words: () => word('save-saved', { time: time() }), out: false, back: false }
    : { name: 'idle', words: () => word('save-idle'), out: false, back: false };
}

/** When something of this form was last stored. @param {Work} work */
function lastSaved(work) {
  let last = '';
  for (const fields of work.sheets().values()) {
    for (const { rev, at } of fields.values()) if (rev > 0 && at > last) last = at;
  }
  return last;
}
