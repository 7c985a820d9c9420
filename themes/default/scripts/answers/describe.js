/**
 * Says where answers are and when they were last saved.
 *
 * @typedef {Pick<import('./store.js').State, 'where' | 'error' | 'ownFile' | 'hurried' | 'renewed'>} Saving
 */

import { when } from '../dom/element.js';
import { word } from '../dom/words.js';

/**
 * What is true of the answers of a form, in every state of the store. The table of all states is
 * tests/browser/site/save-line.json.
 * @param {Saving} state
 * @param {string} written  when the newest stored answer was written: ISO time, or empty
 * @param {'' | 'writing' | 'choosing' | 'half-date'} [waiting]  what is not even on its way to the store
 */
export function describe(state, written, waiting = '') {
  const words = (/** @type {string} */ key) => () => word(`save-${key}`, { last: written ? lastIn(written) : '' });
  // A file that can be read again holds no text that is too long.
  if (state.error) return { name: 'unsaved', words: words(state.error), out: state.error !== 'too-long', back: false };
  if (state.where === 'memory') return { name: 'memory', words: words('memory'), out: true, back: state.ownFile };
  if (waiting === 'writing' && state.hurried)
    return { name: 'hurried', words: words('hurried'), out: false, back: false };
  if (waiting !== '') return { name: waiting, words: words(waiting), out: false, back: false };
  if (state.where === 'session') return { name: 'session', words: words('session'), out: false, back: false };
  if (state.ownFile)
    return { name: 'own-file', words: words(written ? 'own-file' : 'own-file-idle'), out: true, back: true };
  const name = written === '' ? 'idle' : state.renewed ? 'renewed' : 'saved';
  return { name, words: words(name), out: false, back: false };
}

const MINUTE = 60_000;

/** A time that is still to come is of another clock, or of this one before it was set back: it does not say which was last. @param {string} written */
const lastIn = (written) =>
  Date.parse(written) > Date.now() + MINUTE ? word('save-last-ahead') : word('save-last', { time: when(written) });
