/**
 * All answers as one document on paper: the course, the day, group by group; only what was written. It is kept beside
 * the list, is shown only while it is being printed, and is removed afterwards.
 */

import { make } from '../dom/element.js';
import { printAs } from '../dom/print.js';
import { word } from '../dom/words.js';
import { listing } from './list.js';
import { today } from './phrases.js';
import { inSlices } from './slices.js';

/**
 * @param {import('./collect.js').Collected} all
 * @param {HTMLElement} list  what is on the page in its place
 */
export async function printAll({ catalogue, outline }, list) {
  const body = make('div', '');
  const paper = make(
    'div',
    'answers-paper',
    make('p', 'answers-paper-title', word('answers-of', { course: catalogue.title })),
    make('p', 'answers-paper-date', word('answers-as-of', { date: today() })),
    body,
  );
  await inSlices(listing(body, outline, { words: [], open: false, whole: true }, () => {}));
  const hidden = list.hidden;
  list.after(paper);
  list.hidden = true;
  printAs('answers', () => {
    paper.remove();
    list.hidden = hidden;
  });
}
