/**
 * What the room sees of the board: the same in the projected window, on paper and in the facilitator's window. Everything is inserted as text.
 *
 * @typedef {import('./view.js').BoardView} BoardView
 * @typedef {import('./view.js').BoardCard} BoardCard
 * @typedef {import('./board.js').BoardShown} BoardShown
 */

import { make } from '../dom/element.js';
import { word } from '../dom/words.js';

const LONGEST = 800; // characters of one card; the exported files have all of it

/** @param {string} text */
const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** @param {number[]} people */
export const numbersOf = (people) => people.join(word('sign-list'));

/** The heading of a question: what is asked, and how the answers are. @param {BoardView} view @param {'h3' | 'h4'} tag */
export function headOf(view, tag) {
  const heading = make(tag, 'gathered-label', view.label);
  const split = view.isSplit ? [make('span', 'gathered-mark', word('board-split'))] : [];
  return make(
    'div',
    'gathered-head',
    heading,
    make('p', 'gathered-count', word('board-people', { n: view.people }), ...split),
  );
}

/** The answers. @param {BoardView} view @returns {HTMLElement[]} */
export function bodyOf(view) {
  switch (view.as) {
    case 'few':
      return [make('p', 'gathered-note', word('board-few'))];
    case 'spread':
    case 'taken':
      return [counts(view)];
    case 'numbers':
      return [numbers(view), counts(view)];
    case 'grid':
      return [grid(view)];
    case 'cards':
      return [...wall(view), ...pairs(view)];
    default:
      return pairs(view);
  }
}

/** Each answer has the same room, however few gave it. @param {BoardView} view */
function counts({ counts: all, people }) {
  return make(
    'ul',
    'plain gathered-counts',
    ...all.map(({ label, count, people: who, isFew }) => {
      const bar = make('span', 'gathered-bar');
      bar.style.setProperty('--part', String(people > 0 ? count / people : 0));
      bar.setAttribute('aria-hidden', 'true');
      return make(
        'li',
        isFew ? 'gathered-few' : '',
        make('p', 'gathered-answer', cut(label), ...(isFew ? [fewMark()] : [])),
        make('p', 'gathered-number', word('board-count', { n: count })),
        bar,
        make('p', 'gathered-who', who.length > 0 ? word('board-who', { who: numbersOf(who) }) : ''),
      );
    }),
  );
}

const fewMark = () => make('span', 'gathered-mark gathered-mark-few', word('board-minority'));

/** @param {BoardView} view */
function numbers({ numbers: found }) {
  return make('p', 'gathered-range', word('board-range', { ...(found ?? { least: '', middle: '', most: '' }) }));
}

/** @param {BoardView} view */
function grid({ columns, rows }) {
  const head = make('tr', '', make('td', ''), ...columns.map((column) => scoped('col', column)));
  const most = Math.max(1, ...rows.flatMap((row) => row.counts));
  const lines = rows.map((row) => {
    const label = scoped('row', cut(row.label));
    if (row.isSplit) label.append(make('span', 'gathered-mark', word('board-split')));
    if (row.counts.length === 0) {
      const few = make('td', 'gathered-note', word('board-few'));
      few.colSpan = columns.length;
      return make('tr', '', label, few);
    }
    const cells = row.counts.map((count) => {
      const cell = make('td', '', count > 0 ? String(count) : '·');
      cell.style.setProperty('--part', String(count / most));
      return cell;
    });
    return make('tr', '', label, ...cells);
  });
  const table = make('table', 'gathered-grid', make('thead', '', head), make('tbody', '', ...lines));
  const region = make('div', 'table gathered-scroll', table);
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', word('board-grid'));
  return region;
}

/** @param {'col' | 'row'} scope @param {string} text */
function scoped(scope, text) {
  const cell = make('th', '', text);
  cell.scope = scope;
  return cell;
}

/** The cards, in their piles if there are some. @param {BoardView} view */
function wall({ cards, piles }) {
  const used = piles.filter((pile) => pile.cards.length > 0);
  const filed = new Set(used.flatMap((pile) => pile.cards));
  const rest = cards.filter(({ id }) => !filed.has(id));
  const listed = used.map(({ name, cards: ids, isFew }, at) =>
    make(
      'section',
      'gathered-pile',
      make(
        'p',
        'gathered-pile-name',
        pileName(name, at),
        make('span', 'gathered-number', word('board-cards', { n: ids.length })),
        ...(isFew ? [fewMark()] : []),
      ),
      cardList(ids.flatMap((id) => cards.filter((card) => card.id === id))),
    ),
  );
  const others =
    rest.length === 0
      ? []
      : used.length === 0
        ? [cardList(rest)]
        : [make('section', 'gathered-pile', make('p', 'gathered-pile-name', word('board-rest')), cardList(rest))];
  return [...listed, ...others];
}

/** @param {string} name @param {number} at */
export const pileName = (name, at) => name.trim() || word('board-pile', { n: at + 1 });

/** @param {BoardCard[]} cards */
const cardList = (cards) =>
  make('ul', 'plain gathered-wall', ...cards.map((card) => make('li', 'gathered-card', ...cardParts(card))));

/** @param {BoardCard} card */
export const cardParts = ({ text, people }) => [
  make('p', 'gathered-text', cut(text)),
  make('p', 'gathered-who', word('board-who', { who: numbersOf(people) })),
];

/** @param {BoardView} view @returns {HTMLElement[]} */
function pairs({ pairs: all, as }) {
  if (all.length === 0) return as === 'revised' ? [make('p', 'gathered-note', word('board-no-pairs'))] : [];
  const title = as === 'revised' ? [] : [make('p', 'gathered-pile-name', word('board-revised'))];
  const lines = all.map(({ person, first, last }) =>
    make(
      'li',
      'gathered-pair',
      make('p', 'gathered-who', word('board-who', { who: String(person) })),
      make('div', '', make('p', 'gathered-side', word('board-first')), make('p', 'gathered-text', cut(first))),
      make('div', '', make('p', 'gathered-side', word('board-last')), make('p', 'gathered-text', cut(last))),
    ),
  );
  return [...title, make('ul', 'plain gathered-pairs', ...lines)];
}

/** Two to four people side by side. @param {NonNullable<BoardShown['beside']>} beside */
export function besideOf({ title, people, rows }) {
  const head = make(
    'tr',
    '',
    make('td', ''),
    ...people.map((person) => scoped('col', word('board-who', { who: String(person) }))),
  );
  const lines = rows.map(({ label, cells }) =>
    make(
      'tr',
      '',
      scoped('row', label || word('board-answers')),
      ...cells.map((cell) => make('td', 'gathered-text', cut(cell) || '—')),
    ),
  );
  const table = make('table', 'gathered-beside', make('thead', '', head), make('tbody', '', ...lines));
  const region = make('div', 'table gathered-scroll', table);
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', word('board-beside-title', { title }));
  return make('section', 'gathered-work', make('h2', 'gathered-title', word('board-beside-title', { title })), region);
}

/**
 * All that is open, and below it what is not: its title, and how many answered.
 * @param {BoardShown} shown
 */
export function allOf({ works, beside }) {
  const open = works.filter(({ views }) => views.length > 0);
  const closed = works.filter(({ views }) => views.length === 0);
  const line = (/** @type {{ title: string, people: number }} */ { title, people }) =>
    make(
      'li',
      '',
      make('span', 'gathered-title', title),
      ' ',
      make('span', 'gathered-count', word('board-people', { n: people })),
    );
  return [
    ...(beside ? [besideOf(beside)] : []),
    ...open.map(({ title, people, views }) =>
      make(
        'section',
        'gathered-work',
        make('h2', 'gathered-title', title),
        make('p', 'gathered-count', word('board-people', { n: people })),
        ...views.map((view) => {
          const part = make('section', 'gathered-question', headOf(view, 'h3'), ...bodyOf(view));
          part.dataset.question = view.id;
          return part;
        }),
      ),
    ),
    ...(closed.length > 0
      ? [
          make(
            'section',
            'gathered-closed',
            ...(open.length > 0 ? [make('h2', '', word('board-not-open'))] : []),
            make('ul', 'plain', ...closed.map(line)),
          ),
        ]
      : []),
  ];
}
