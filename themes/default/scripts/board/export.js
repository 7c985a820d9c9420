/**
 * The board as files: what is open, or all of it; never what is held back. Rows for a spreadsheet, and cards with their piles as Markdown.
 *
 * @typedef {import('./board.js').BoardShown} BoardShown
 * @typedef {import('./view.js').BoardView} BoardView
 */

import { word } from '../dom/words.js';
import { packedSheet, textCell } from '../papers/workbook.js';
import { evidenceOf } from '../../exercise/formulation/evidence.js';
import { numbersOf, pileName } from './show.js';

/** @param {BoardShown} shown @returns {string[][]}  the head first: one row for each answer of a person */
export function rowsOf({ works }) {
  const head = [
    'board-column-work',
    'board-column-question',
    'board-column-field',
    'board-column-person',
    'board-column-time',
    'board-column-answer',
    'board-column-pile',
  ];
  const rows = works.flatMap(({ title, views }) =>
    views.flatMap((view) =>
      view.said.map((one) => [
        title,
        view.label,
        one.label,
        String(one.person),
        String(one.sheet),
        typeof one.value === 'string' ? one.text : listText(one.value, one.text),
        pileOf(view, one.id),
      ]),
    ),
  );
  return [head.map((key) => word(key)), ...rows];
}

/** A list of sentences without their ids. @param {string[]} value @param {string} text */
const listText = (value, text) =>
  value.some((item) => evidenceOf(item).id !== '') ? value.map((item) => evidenceOf(item).words).join('\n') : text;

/** @param {BoardView} view @param {string} id */
function pileOf({ piles, cards }, id) {
  const card = cards.find(({ ids }) => ids.includes(id));
  const at = piles.findIndex((pile) => card && pile.cards.includes(card.id));
  return at < 0 ? '' : pileName(piles[at].name, at);
}

/** What a spreadsheet would take for a formula: the same as in the tables of `mitate collect`. */
const FORMULA = /^[ \u3000]*[=+\-@\t\r\n＝＋－＠|%]/;

/** @param {string} text */
const asText = (text) => (FORMULA.test(text) ? `'${text}` : text);

/** With the mark by which Excel knows UTF-8. @param {string[][]} rows */
export function toCsv(rows) {
  const cell = (/** @type {string} */ text) => `"${asText(text).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A workbook with one sheet, in which every cell is text. @param {string[][]} rows */
export function toWorkbook(rows) {
  const cell = (/** @type {string} */ text, /** @type {number} */ at, /** @type {number} */ row) =>
    textCell(`${String.fromCharCode(65 + at)}${row + 1}`, row === 0 ? 1 : 0, text);
  const lines = rows.map((row, n) => `<row r="${n + 1}">${row.map((text, at) => cell(text, at, n)).join('')}</row>`);
  const widths = [24, 36, 30, 6, 6, 70, 20].map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const sheet = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData>`;
  const looks =
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1"/></cellXfs>';
  return packedSheet(word('board-sheet'), sheet, looks);
}

/** What Markdown would read as something else. @param {string} text */
const plain = (text) => text.replace(/[\\`*_[\]<>#|~$]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(\s)/gm, '$1\\$2$3');

/** The cards with their piles, and the counts. @param {BoardShown} shown @param {string} title */
export function toMarkdown({ works }, title) {
  const parts = [`# ${plain(title)}`];
  for (const work of works.filter(({ views }) => views.length > 0)) {
    parts.push(`## ${plain(work.title)}`, word('board-people', { n: work.people }));
    for (const view of work.views) parts.push(`### ${plain(view.label)}`, ...partsOf(view));
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** @param {BoardView} view @returns {string[]} */
function partsOf(view) {
  if (view.as === 'few') return [word('board-few')];
  const parts = [];
  if (view.isSplit) parts.push(`**${word('board-split')}**`);
  if (view.as === 'grid') parts.push(tableOf(view));
  else if (view.counts.length > 0) parts.push(view.counts.map(countLine).join('\n'));
  const item = (/** @type {BoardView['cards'][number]} */ { text, people }) =>
    `- ${plain(text).replaceAll('\n', '\n  ')} ${word('board-by', { who: numbersOf(people) })}`;
  const filed = new Set(view.piles.flatMap(({ cards }) => cards));
  for (const [at, pile] of view.piles.entries()) {
    const cards = view.cards.filter(({ id }) => pile.cards.includes(id));
    if (cards.length > 0) parts.push(`#### ${plain(pileName(pile.name, at))}`, cards.map(item).join('\n'));
  }
  const rest = view.cards.filter(({ id }) => !filed.has(id));
  if (rest.length > 0) {
    if (filed.size > 0) parts.push(`#### ${word('board-rest')}`);
    parts.push(rest.map(item).join('\n'));
  }
  for (const { person, first, last } of view.pairs)
    parts.push(
      `- ${word('board-who', { who: String(person) })}\n  - ${word('board-first')} ${plain(first).replaceAll('\n', '\n    ')}\n  - ${word('board-last')} ${plain(last).replaceAll('\n', '\n    ')}`,
    );
  return parts;
}

/** @param {BoardView['counts'][number]} counted */
const countLine = ({ label, count, people, isFew }) =>
  `- ${plain(label).replaceAll('\n', ' ')} ${word('board-count', { n: count })}${count > 0 ? ` ${word('board-by', { who: numbersOf(people) })}` : ''}${isFew ? ` ${word('board-minority')}` : ''}`;

/** @param {BoardView} view */
function tableOf({ columns, rows }) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => plain(cell).replaceAll('\n', ' ')).join(' | ')} |`;
  return [
    line(['', ...columns]),
    line(['', ...columns].map(() => '---')).replaceAll('\\', ''),
    ...rows.map(({ label, counts }) =>
      line([label, ...(counts.length > 0 ? counts.map(String) : [word('board-few')])]),
    ),
  ].join('\n');
}
