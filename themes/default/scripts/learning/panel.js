/**
 * The record of learning: the learner chooses what is in it, and prints it or saves it as a workbook. It is made from the answers on the
 * page "my answers" when it is opened, and is stored nowhere.
 *
 * @typedef {import('../answers/collect.js').Collected} Collected
 * @typedef {import('./practised.js').Practised} Practised
 * @typedef {import('./practised.js').Items} Items
 * @typedef {{ works: Practised[], isByItem: boolean, hasRatings: boolean }} Chosen
 */

import { download, fileName } from '../answers/download.js';
import { today } from '../answers/phrases.js';
import { button, day, make } from '../dom/element.js';
import { given } from '../dom/given.js';
import { printAs } from '../dom/print.js';
import { word } from '../dom/words.js';
import { workbook } from '../papers/workbook.js';
import { byItem, dayOf, practised } from './practised.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * @param {HTMLElement} place  gets the choices; what was in it is replaced
 * @param {Collected} collected
 */
export async function openLearning(place, { catalogue, works }) {
  const base = document.documentElement.dataset.base ?? '';
  const items = /** @type {Items} */ (await given(`${base}answers/items.js`, 'mitateItems'));
  const found = practised(catalogue, works, items);
  if (found.length === 0) {
    place.replaceChildren(make('p', 'learning-none', word('learning-none')));
    return;
  }
  const parts = make('fieldset', 'learning-parts', make('legend', '', word('learning-parts')));
  const hasItems = found.some((one) => one.items.length > 0);
  const hasRatings = found.some((one) => one.ratings.length > 0);
  const byItems = option(word('learning-by-item'), hasItems);
  const ratings = option(word('learning-ratings'), hasRatings);
  if (hasItems) parts.append(byItems.label);
  if (hasRatings) parts.append(ratings.label);

  /** @type {{ one: Practised, input: HTMLInputElement }[]} */
  const boxes = [];
  const groups = [...new Set(found.map(({ group }) => group))].map((group) => {
    const field = make('fieldset', 'learning-group', make('legend', '', group));
    for (const one of found.filter((it) => it.group === group)) {
      const { label, input } = option(word('sign-aside', { text: titleOf(one), more: dayText(one) }), true);
      boxes.push({ one, input });
      field.append(label);
    }
    return field;
  });
  const status = make('p', 'answer-status');
  status.setAttribute('role', 'status');
  /** @param {(chosen: Chosen) => unknown} act */
  const withChosen = (act) => async () => {
    const chosen = boxes.filter(({ input }) => input.checked).map(({ one }) => one);
    status.textContent = '';
    if (chosen.length === 0) {
      status.textContent = word('learning-nothing-chosen');
      return;
    }
    await act({ works: chosen, isByItem: byItems.input.checked, hasRatings: ratings.input.checked });
  };
  const print = button(
    word('learning-print'),
    withChosen((chosen) => printed(place, paper(catalogue, chosen, items))),
    'button primary',
  );
  const save = button(
    word('learning-xlsx'),
    withChosen(async (chosen) => {
      const rows = sheetRows(catalogue, chosen);
      download(await workbook(word('learning'), rows, WIDTHS), fileName(`${catalogue.id}-learning`, 'xlsx'), XLSX);
      status.textContent = word('learning-saved');
    }),
  );
  const parted = parts.children.length > 1 ? [parts] : [];
  place.replaceChildren(...parted, ...groups, make('div', 'tool-row', print, save), status);
  parts.querySelector('input')?.focus();
}

/** @param {string} words @param {boolean} checked */
function option(words, checked) {
  const input = make('input', '');
  input.type = 'checkbox';
  input.checked = checked;
  return { input, label: make('label', 'option', input, make('span', 'option-text', words)) };
}

/** @param {Practised} one */
const titleOf = ({ title, sheet }) => (sheet > 1 ? word('learning-again', { title, n: sheet }) : title);

/** @param {Practised} one */
const dayText = ({ at }) => (dayOf(at) === '' ? '' : day(at));

/** @param {Practised} one */
const ratingTexts = ({ ratings }) => ratings.map(({ label, level }) => word('learning-rating', { label, level }));

/** @param {HTMLElement} place @param {HTMLElement} sheet */
function printed(place, sheet) {
  place.after(sheet);
  printAs('learning', () => sheet.remove());
}

/**
 * The record as it is printed.
 * @param {Collected['catalogue']} catalogue
 * @param {Chosen} chosen
 * @param {Items} items
 */
function paper({ title }, { works, isByItem, hasRatings }, items) {
  const line = (/** @type {string} */ name) =>
    make('p', 'learning-line', make('span', 'learning-line-name', name), make('span', 'learning-line-room'));
  const head = ['learning-day', 'learning-work', 'learning-state', ...(hasRatings ? ['learning-rating-head'] : [])];
  const rows = works.map((one) => [
    [dayText(one)],
    [titleOf(one), one.group],
    [word(`state-${one.state}`)],
    ...(hasRatings ? [ratingTexts(one)] : []),
  ]);
  const sheet = make(
    'section',
    'learning-paper',
    make('h2', 'learning-title', word('learning')),
    make('p', 'learning-about', word('learning-of', { course: title, date: today() })),
    line(word('learning-name')),
    line(word('learning-office')),
    make('p', 'learning-about', word('learning-without-answers')),
    make('h3', '', word('learning-by-day')),
    table(
      head.map((key) => word(key)),
      rows,
      'learning-days',
    ),
  );
  if (isByItem) {
    const lines = byItem(works, items).map(({ title: item, works: own }) => [
      [item],
      own.map((one) => word('sign-aside', { text: titleOf(one), more: dayText(one) })),
    ]);
    if (lines.length > 0)
      sheet.append(
        make('h3', '', word('learning-items')),
        table([word('learning-item'), word('learning-work')], lines, 'learning-by-item'),
      );
  }
  return sheet;
}

/** @param {string[]} head @param {string[][][]} rows  a cell is a list of lines @param {string} name */
function table(head, rows, name) {
  const cells = head.map((text) => {
    const cell = make('th', '', text);
    cell.scope = 'col';
    return cell;
  });
  const lines = rows.map((row) =>
    make('tr', '', ...row.map((texts) => make('td', '', ...texts.map((text) => make('p', '', text))))),
  );
  return make(
    'table',
    `learning-table ${name}`,
    make('thead', '', make('tr', '', ...cells)),
    make('tbody', '', ...lines),
  );
}

const WIDTHS = [14, 22, 34, 10, 12, 44, 44];

/**
 * The rows of the workbook.
 * @param {Collected['catalogue']} catalogue
 * @param {Chosen} chosen
 * @returns {import('../papers/workbook.js').SheetCell[][]}
 */
function sheetRows({ title }, { works, isByItem, hasRatings }) {
  const bold = (/** @type {string} */ text) => ({ text, look: /** @type {const} */ ('bold') });
  const long = (/** @type {string} */ text) => ({ text, look: /** @type {const} */ ('long') });
  const room = { text: '', look: /** @type {const} */ ('line') };
  const head = ['learning-day', 'learning-group', 'learning-work', 'learning-kind', 'learning-state'];
  if (hasRatings) head.push('learning-rating-head');
  if (isByItem) head.push('learning-items');
  return [
    [bold(word('learning'))],
    [long(word('learning-of', { course: title, date: today() }))],
    [bold(word('learning-name')), room, room],
    [bold(word('learning-office')), room, room],
    [long(word('learning-without-answers'))],
    [],
    head.map((key) => bold(word(key))),
    ...works.map((one) => [
      dayOf(one.at),
      one.group,
      titleOf(one),
      word(`kind-${one.kind}`),
      word(`state-${one.state}`),
      ...(hasRatings ? [ratingTexts(one).join('\n')] : []),
      ...(isByItem ? [one.items.join('\n')] : []),
    ]),
  ];
}
