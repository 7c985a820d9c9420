/**
 * The answers as a list to read: by group and work, each sheet with its date and state, each answer behind its label.
 * Made in slices, a portion at a time, so that a learner with five megabytes of answers can read them too.
 *
 * Everything is inserted as text. Does not know where answers come from.
 *
 * @typedef {import('./outline.js').Outline} Outline
 * @typedef {import('./outline.js').WorkOf} WorkOf
 * @typedef {import('./outline.js').SheetOf} SheetOf
 * @typedef {import('./outline.js').AnswerRow} AnswerRow
 *
 * @typedef {object} Wanted
 * @property {string[]} words   normalised; marked where they are
 * @property {boolean} open     works without an answer are listed too
 * @property {boolean} whole    nothing is shortened: for paper
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { marks } from '../search/passage.js';
import { withTables } from './outline.js';
import { kindOf, moment, sheetTitle, shown, stateOf } from './phrases.js';

/** What a portion weighs at most: an answer counts its characters and this much for itself. */
const PORTION = 150_000;
const ROW = 120;
const LONGEST = 8000; // characters of one answer before the rest is put behind a button

/**
 * Fills the box step by step, up to a portion; then a button goes on from there.
 * @param {HTMLElement} box  emptied first
 * @param {Outline} outline
 * @param {Wanted} wanted
 * @param {(steps: Generator<void, void, void>) => void} run
 * @returns {Generator<void, void, void>}
 */
export function* listing(box, outline, wanted, run) {
  box.replaceChildren();
  const items = every(outline, wanted);
  const more = button(
    word('answers-more'),
    () => {
      more.remove();
      run(portion(true));
    },
    'button answers-more',
  );

  /** @type {{ group?: HTMLElement, title?: string, work?: HTMLElement, of?: WorkOf }} */
  const at = {};
  /** @param {boolean} further @returns {Generator<void, void, void>} */
  function* portion(further) {
    let weight = 0;
    for (const { group, lost, work, sheet } of items) {
      if (at.title !== group.title || !at.group) {
        at.title = group.title;
        at.group = groupOf(group, lost);
        box.append(at.group);
      }
      if (at.of !== work || !at.work) {
        at.of = work;
        at.work = workOf(work);
        at.group.append(at.work);
        if (further) at.work.querySelector('a')?.focus();
        further = false;
      }
      if (!sheet) continue;
      const list = make('dl', 'answers-fields');
      at.work.append(sheetOf(sheet, list, wanted));
      for (const part of withTables(sheet.rows)) {
        list.append('lines' in part ? tableOf(part, wanted) : rowOf(part, wanted));
        const rows = 'lines' in part ? part.lines.flatMap(({ cells }) => cells) : [part];
        for (const row of rows) weight += ROW + Math.min(row?.text.length ?? 0, LONGEST);
        yield;
      }
      if (weight > PORTION && !wanted.whole) {
        box.append(more);
        return;
      }
    }
  }
  yield* portion(false);
}

/**
 * @param {Outline} outline
 * @param {Wanted} wanted
 */
function* every({ groups, lost }, { open }) {
  const all = [
    ...groups.map((group) => ({ ...group, lost: false })),
    { title: word('answers-lost'), url: '', works: lost, lost: true },
  ];
  for (const group of all) {
    for (const work of group.works) {
      for (const sheet of work.sheets) yield { group, lost: group.lost, work, sheet };
      if (open && work.sheets.length === 0) yield { group, lost: group.lost, work, sheet: undefined };
    }
  }
}

/** @param {string} url @param {string} text */
function linked(url, text) {
  if (url === '') return make('span', '', text);
  const link = make('a', '', text);
  link.href = (document.documentElement.dataset.base ?? '') + url;
  return link;
}

/** @param {{ title: string, url: string }} group @param {boolean} lost */
function groupOf({ title, url }, lost) {
  const section = make(
    'section',
    lost ? 'answers-group answers-lost' : 'answers-group',
    make('h2', '', linked(url, title)),
  );
  if (lost) section.append(make('p', '', word('answers-lost-about')));
  return section;
}

/** @param {WorkOf} work */
function workOf(work) {
  const state = work.sheets.length === 0 ? [' ', make('span', 'answers-open', stateOf('open'))] : [];
  const article = make(
    'article',
    'answers-work',
    make('h3', '', linked(work.url, work.title), ' ', make('span', 'answers-kind', kindOf(work)), ...state),
  );
  article.dataset.key = work.key;
  return article;
}

/** @param {SheetOf} sheet @param {HTMLElement} list @param {Wanted} wanted */
function sheetOf(sheet, list, { whole }) {
  const summary = make('summary', '', sheetTitle(sheet), ' ', make('span', 'answers-state', stateOf(sheet.state)));
  const details = make('details', 'answers-sheet', summary, list);
  details.open = true;
  details.dataset.sheet = String(sheet.sheet);
  // Whoever removes a part would not see that the rest goes, too.
  if (!whole && !sheet.isPart) details.append(removeOf(sheet));
  return details;
}

/** The owner of the list handles the button. @param {SheetOf} sheet */
function removeOf(sheet) {
  const remove = button(word('remove'), () => {}, 'button small');
  remove.dataset.remove = '';
  remove.setAttribute('aria-label', word('remove-sheet', { sheet: sheetTitle(sheet) }));
  return make('p', 'answers-remove', remove);
}

/** @param {AnswerRow} row @param {Wanted} wanted */
function rowOf(row, wanted) {
  const { field, label, draft } = row;
  const answer = make('dd', '');
  tell(answer, row, wanted);
  const part = make('div', '', make('dt', '', draft ? `${label} ${word('answers-draft')}` : label), answer);
  part.dataset.field = field;
  return part;
}

/** @param {import('./outline.js').AnswerTable} table @param {Wanted} wanted */
function tableOf({ label, columns, lines }, wanted) {
  const heads = columns.map((column) => {
    const head = make('th', '', column);
    head.scope = 'col';
    return head;
  });
  const body = lines.map(({ n, cells }) => {
    const head = make('th', '', String(n));
    head.scope = 'row';
    const shownCells = cells.map((row) => {
      const cell = make('td', '');
      if (!row) return cell;
      cell.dataset.field = row.field;
      tell(cell, row, wanted);
      return cell;
    });
    return make('tr', '', head, ...shownCells);
  });
  const table = make(
    'table',
    'answers-table',
    make('thead', '', make('tr', '', make('td', ''), ...heads)),
    make('tbody', '', ...body),
  );
  const around = make('dd', 'table', table);
  const part = make('div', 'answers-wide', make('dt', '', label), around);
  return part;
}

/** What was answered, and below it what was put aside. @param {HTMLElement} answer @param {AnswerRow} row @param {Wanted} wanted */
function tell(answer, { text, others }, wanted) {
  fill(answer, shown(text), wanted);
  for (const other of others) {
    const beside = make(
      'p',
      'answers-aside',
      make('span', 'answers-aside-label', `${word('answers-aside')} ${moment(other.at)}`),
    );
    const words = make('span', 'answers-aside-text');
    fill(words, shown(other.text), wanted);
    beside.append(' ', words);
    answer.append(beside);
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 * @param {Wanted} wanted
 */
function fill(element, text, { words, whole }) {
  const cut =
    whole || text.length <= LONGEST ? text.length : text.charCodeAt(LONGEST) >> 10 === 0x37 ? LONGEST + 1 : LONGEST;
  const part = text.slice(0, cut);
  let from = 0;
  if (words.length > 0) {
    for (const [start, end] of marks(part, words)) {
      element.append(part.slice(from, start), make('mark', '', part.slice(start, end)));
      from = end;
    }
  }
  element.append(part.slice(from));
  if (cut === text.length) return;
  const rest = button(
    word('answers-rest', { n: text.length - cut }),
    () => rest.replaceWith(text.slice(cut)),
    'button small',
  );
  element.append(' ', rest);
}
