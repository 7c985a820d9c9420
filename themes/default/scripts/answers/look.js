/**
 * The search of the page "my answers": words, and whether works without an answer are listed too.
 * Waits while an input method is composing.
 */

import { words as wordsOf } from '../search/query.js';
import { make } from '../dom/element.js';
import { word } from '../dom/words.js';

const PAUSE = 200; // ms without typing

/**
 * @typedef {object} Look
 * @property {HTMLElement} element
 * @property {() => { words: string[], open: boolean }} wanted
 * @property {(text: string) => void} say       how many were found
 * @property {(open: number) => void} count     how many works have no answer
 */

/**
 * @param {() => void} changed
 * @returns {Look}
 */
export function lookFor(changed) {
  const input = make('input', 'write short');
  input.type = 'search';
  input.id = 'answers-search';
  input.autocomplete = 'off';
  const label = make('label', '', word('answers-search'));
  label.htmlFor = input.id;
  const status = make('p', 'answers-found');
  status.setAttribute('role', 'status');
  const box = make('input', '');
  box.type = 'checkbox';
  const openWords = make('span', 'option-text', word('answers-open', { n: '…' }));
  const open = make('label', 'option', box, openWords);

  /** @type {number | undefined} */
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, PAUSE);
  };
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) later();
  });
  input.addEventListener('compositionend', later);
  box.addEventListener('change', changed);

  return {
    element: make('div', 'answers-find', make('p', 'answers-search', label, ' ', input), open, status),
    wanted: () => ({ words: wordsOf(input.value), open: box.checked }),
    say: (text) => {
      status.textContent = text;
    },
    count: (n) => {
      openWords.textContent = word('answers-open', { n });
      open.hidden = n === 0;
    },
  };
}
