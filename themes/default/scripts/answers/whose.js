/**
 * Opens the store of this page's course. If the browser holds answers of another course under its id, the learner is
 * asked before anything is mixed.
 */

import { when } from '../dom/element.js';
import { word } from '../dom/words.js';
import { ask } from './dialog.js';
import { homeOf } from './rooms.js';
import { Store } from './store.js';

export async function openOwnStore() {
  const store = ownStore();
  await store.open();
  return store;
}

/** Not open yet. */
export function ownStore() {
  const { course = '', title = '', base = '' } = document.documentElement.dataset;
  return new Store({
    course,
    home: homeOf(title, new URL(base || './', location.href).href),
    isSame: (other) => isSame(title, other),
  });
}

/**
 * Escape is "no": nothing is mixed, and both are kept.
 * @param {string} title
 * @param {import('./rooms.js').OtherCourse} other
 */
async function isSame(title, other) {
  const about =
    other.title === title ? word('whose-moved', { title }) : word('whose-other', { title, theirs: other.title });
  const way = await ask(
    word('whose-title'),
    [about, word('whose-count', { n: other.count, when: when(other.at) }), word('whose-kept')],
    [
      { name: 'same', words: word('whose-same') },
      { name: '', words: word('whose-apart') },
    ],
  );
  return way === 'same';
}
