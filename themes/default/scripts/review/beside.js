/**
 * Comments beside the answers of a list: those of the reviews that were opened, reviewer by reviewer, and a place for one's own.
 *
 * @typedef {import('./places.js').PlacedComment} PlacedComment
 * @typedef {{ text: (address: string) => string, write: (address: string, text: string) => void }} CommentWriting
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { inWords } from '../answers/catalogue.js';
import { moment, shown } from '../answers/phrases.js';
import { addressOf } from '../answers/record.js';
import { MAX_COMMENT } from './file.js';

/**
 * Puts the comments beside the answers of a list (answers/list.js).
 * @param {HTMLElement} list
 * @param {Map<string, PlacedComment[]>} comments  by address
 * @param {CommentWriting | undefined} writing     undefined: nothing can be written
 */
export function putBeside(list, comments, writing) {
  for (const row of list.querySelectorAll('[data-field]')) {
    if (!(row instanceof HTMLElement)) continue;
    const key = row.closest('article')?.dataset.key ?? '';
    const sheet = Number(row.closest('details')?.dataset.sheet);
    const address = addressOf(key, sheet, row.dataset.field ?? '');
    const own = comments.get(address) ?? [];
    if (own.length === 0 && !writing) continue;
    const parts = [...own.map(commentOf), ...(writing ? [placeOf(row, address, writing)] : [])];
    const beside = make('div', 'review-beside', ...parts);
    const answer = row.matches('td') ? row : row.querySelector('dd');
    answer?.append(beside);
  }
}

/** @param {PlacedComment} placed */
export function commentOf({ reviewer, comment, isChanged }) {
  const changed = isChanged
    ? [
        make('p', 'review-changed', word('review-changed')),
        make(
          'details',
          'review-about',
          make('summary', '', word('review-about')),
          make('p', 'review-text', shown(inWords(comment.about))),
        ),
      ]
    : [];
  return make(
    'div',
    'review-comment',
    make('p', 'review-who', word('review-by', { who: reviewer, when: moment(comment.at) })),
    make('p', 'review-text', comment.text),
    ...changed,
  );
}

/** @param {HTMLElement} row @param {string} address @param {CommentWriting} writing */
function placeOf(row, address, { text, write }) {
  const place = make('div', 'review-place');
  const label =
    row.querySelector('dt')?.textContent ??
    row.closest('table')?.closest('div')?.querySelector('dt')?.textContent ??
    '';
  const open = () => {
    const area = make('textarea', 'write lines-3');
    area.rows = 3;
    area.maxLength = MAX_COMMENT;
    area.value = text(address);
    area.dataset.comment = address;
    area.setAttribute('aria-label', word('review-comment-on', { label }));
    area.addEventListener('input', () => write(address, area.value));
    place.replaceChildren(area);
    return area;
  };
  if (text(address) !== '') open();
  else {
    const begin = button(word('review-write'), () => open().focus(), 'button small');
    begin.setAttribute('aria-label', word('review-comment-on', { label }));
    place.append(begin);
  }
  return place;
}
