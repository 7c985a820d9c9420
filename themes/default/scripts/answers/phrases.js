/**
 * The words around answers, and days and times in the reader's language.
 */

import { longDay, when } from '../dom/element.js';
import { word } from '../dom/words.js';
import { isTime } from './record.js';

/** A moment; "" if it is none. @param {string} at */
export function moment(at) {
  return isTime(at) ? when(at) : '';
}

/** What a date field holds, or a moment that was kept, in words; every other text as it is. @param {string} text */
export function shown(text) {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return moment(text) || text;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year) return text;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (date.getMonth() !== Number(month) - 1) return text;
  return longDay(date);
}

/** Today, in words. */
export function today() {
  return longDay(new Date());
}

/** @param {import('./outline.js').SheetOf} sheet */
export function sheetTitle({ sheet, at }) {
  return word('sheet-name', { n: sheet, when: moment(at) });
}

/** @param {import('./outline.js').WorkOf} work */
export function kindOf({ kind }) {
  return word(`kind-${kind}`);
}

/** @param {string} state */
export function stateOf(state) {
  return word(`state-${state}`);
}

/**
 * For the Markdown file and the copied text.
 * @param {string} course  its title
 * @returns {import('./markdown.js').Phrases}
 */
export function phrasesFor(course) {
  return {
    title: word('answers-of', { course }),
    about: word('answers-as-of', { date: today() }),
    sheet: (sheet) => `${sheetTitle(sheet)} ${stateOf(sheet.state)}`,
    work: (work) => word('sign-aside', { text: work.title, more: kindOf(work) }),
    sign: (key, args) => word(key, args),
    value: shown,
    draft: word('answers-draft'),
    other: word('answers-aside'),
    lost: word('answers-lost'),
  };
}
