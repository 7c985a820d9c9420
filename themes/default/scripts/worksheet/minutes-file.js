/**
 * Minutes of a meeting in a file of their own, and rows of a table from such a file. The rows are shown before they are added, below those
 * that are there; nothing of these changes. What was added can be taken back.
 *
 * @typedef {import('../answers/store.js').Store} Store
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('./decided.js').Minutes} Minutes
 * @typedef {import('./decided.js').Decided} Decided
 * @typedef {import('./decided.js').Takes} Takes
 */

import { readChosen } from '../answers/chosen.js';
import { bare, catalogueOf, collect } from '../answers/collect.js';
import { ask } from '../answers/dialog.js';
import { exportAs } from '../answers/export.js';
import { outlining } from '../answers/outline.js';
import { inSlices } from '../answers/slices.js';
import { pickFile } from '../answers/transfer.js';
import { controlsIn, isAnswered } from '../dom/controls.js';
import { announce, button, day, make } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';
import { word } from '../dom/words.js';
import { lastRow } from '../work/numbering.js';
import { ensureRows, most } from '../work/rows.js';
import { LONGEST, decisionsOf, isMinutes, minutesIn, placed, takesOf } from './decided.js';

/**
 * What was decided in the sheet that is shown, as an answer file with nothing else in it: what was said stays here.
 * @param {Work} work
 * @param {Store} store
 * @returns {Promise<string>}  what to say about it; "" if it was cancelled
 */
export async function giveMinutes(work, store) {
  await work.opened;
  work.save();
  await work.saved();
  const all = await collect(store);
  const works = all.works
    .filter(({ key, sheet }) => key === work.key && sheet === work.sheet())
    .map(decisionsOf)
    .filter(({ fields }) => Object.keys(fields).length > 0);
  if (works.length === 0) return word('taken-undecided');
  const outline = (await inSlices(outlining(all.catalogue, works, all.names))) ?? all.outline;
  return exportAs({ ...all, works, outline }, 'file', `-${work.key.replace('/', '-')}`);
}

/**
 * @param {Work} work
 * @param {HTMLElement} take  the button below the table
 * @returns {Promise<string>}  why nothing was added; "" if that is not to be said, or something was
 */
export async function takeMinutes(work, take) {
  const rows = take.closest('[data-rows]');
  const file = await pickFile();
  if (!file || !(rows instanceof HTMLElement)) return '';
  await work.opened;
  const catalogue = await catalogueOf().catch(bare);
  const read = await readChosen(file, catalogue);
  if (typeof read === 'string') return read;
  if (!read.answers.some(isMinutes)) return word('taken-no-minutes');
  const all = minutesIn(read.answers);
  if (all.length === 0) return word('taken-nothing');

  const field = rows.dataset.rows ?? '';
  const takes = takesOf(rows.dataset.takes ?? '');
  const room = most(rows) - lastWritten(work, rows);
  if (room <= 0) return word('taken-full');
  const titles = new Map(catalogue.works.map((one) => [one.key, one.title]));
  const isMeeting = work.form.dataset.kind === 'meeting';
  const list = choosing(all, { takes, titles, labels: labelsOf(rows), isMeeting });
  const parts = [make('p', '', word('taken-about')), ...list.parts];
  if (room < Math.max(...all.map((one) => one.rows.length))) parts.push(make('p', '', word('taken-room', { n: room })));
  const way = await ask(word('taken-title', { file: file.name }), parts, [
    { name: 'on', words: word('taken-take'), look: 'primary' },
    { name: '', words: word('cancel') },
  ]);
  if (way !== 'on') return '';
  // While the question was open something may have been written.
  const table = { field, takes, last: lastWritten(work, rows), most: most(rows) };
  const { values, written, over } = placed(table, list.chosen());
  if (written === 0) return word('taken-none');
  ensureRows(work.form, Object.keys(values));
  work.set(values);
  const done = word('taken-done', { n: written });
  offerBack(work, take, {
    done: over > 0 ? `${done}${word('sign-space')}${word('taken-over', { n: over })}` : done,
    written,
    values,
  });
  return '';
}

/**
 * Beside the button: what was added, and the way to take it back.
 * @param {Work} work
 * @param {HTMLElement} take
 * @param {{ done: string, written: number, values: Record<string, string> }} taken
 */
function offerBack(work, take, { done, written, values }) {
  take.parentElement?.querySelector('.row-taken')?.remove();
  const line = make('span', 'row-taken', make('span', '', done), ' ');
  const undo = button(
    word('taken-undo', { n: written }),
    () => {
      const kept = takeBack(work, values);
      const words = [word('taken-undone'), kept > 0 ? word('taken-kept', { n: kept }) : ''].filter(Boolean);
      line.replaceChildren(make('span', '', words.join(word('sign-space'))));
      announce(words.join(' '));
      take.focus();
    },
    'button small',
  );
  line.append(undo);
  take.after(' ', line);
  announce(done);
  // It belongs to the sheet in which it was done.
  work.onChange((_names, by) => {
    if (by === 'sheet') line.remove();
  });
}

/**
 * Empties what was added and was not changed since. How many cells were changed, and stay.
 * @param {Work} work
 * @param {Record<string, string>} values
 */
function takeBack(work, values) {
  const names = Object.keys(values);
  const same = names.filter((name) => work.value(name) === values[name]);
  work.set(Object.fromEntries(same.map((name) => [name, ''])));
  return names.filter((name) => work.value(name) !== '').length;
}

/** The last row in which something is written; also what the form can no longer show counts. @param {Work} work @param {HTMLElement} rows */
function lastWritten(work, rows) {
  const stored = [...work.fields()].filter(([, { value }]) => !isEmpty(value)).map(([name]) => name);
  const shown = [...controlsIn(rows)].filter(([, group]) => isAnswered(group)).map(([name]) => name);
  return lastRow(rows.dataset.rows ?? '', [...stored, ...shown]);
}

/** What the columns are called, by their ids. @param {HTMLElement} rows */
function labelsOf(rows) {
  const heads = [...rows.querySelectorAll('thead th')].map((head) => head.textContent ?? '');
  const first = rows.querySelector('[data-row]');
  const names = first ? [...controlsIn(first).keys()].map((name) => name.split('.').slice(2).join('.')) : [];
  return new Map(names.map((name, i) => [name, heads[i] ?? name]));
}

/**
 * The rows of the minutes, each to be ticked or not.
 * @param {Minutes[]} all
 * @param {{ takes: Takes, titles: Map<string, string>, labels: Map<string, string>, isMeeting: boolean }} table
 */
function choosing(all, { takes, titles, labels, isMeeting }) {
  /** @type {[Decided, HTMLInputElement][]} */
  let boxes = [];
  const place = make('div', 'taken-rows');
  /** @param {Minutes} minutes */
  const show = ({ rows, left }) => {
    boxes = rows.map((row, i) => {
      const box = make('input', '');
      box.type = 'checkbox';
      box.setAttribute('aria-label', word('taken-row', { n: i + 1 }));
      // What can't be done now is no row of a plan, but the next meeting talks about it.
      box.checked = !row.isOpen || isMeeting;
      return [row, box];
    });
    const head = ['', ...takes.map(([, column]) => labels.get(column) ?? column)].map((text) => {
      const cell = make(text === '' ? 'td' : 'th', '', text);
      if (text !== '') cell.setAttribute('scope', 'col');
      return cell;
    });
    const lines = boxes.map(([row, box]) => {
      const cells = takes.map(([part]) => make('td', '', row[part]));
      if (row.isOpen)
        cells.find((_, i) => takes[i][0] === 'what')?.prepend(make('span', 'taken-open', word('taken-open')), ' ');
      return make('tr', '', make('td', '', box), ...cells);
    });
    const table = make('table', 'taken-table', make('thead', '', make('tr', '', ...head)), make('tbody', '', ...lines));
    place.replaceChildren(
      ...(rows.length > 0 ? [table] : []),
      ...(left > 0 ? [make('p', '', word('taken-long', { n: left, most: LONGEST }))] : []),
    );
  };
  const select = make('select', 'write');
  /** @param {Minutes} minutes */
  const nameOf = ({ key, sheet, day: held }) => {
    const title = titles.get(key) ?? key;
    return held === ''
      ? word('taken-minutes-n', { title, n: sheet })
      : word('taken-minutes', { title, day: day(held) });
  };
  select.append(...all.map((one, i) => new Option(nameOf(one), String(i))));
  select.addEventListener('change', () => show(all[Number(select.value)]));
  show(all[0]);
  const pick =
    all.length > 1 ? make('label', 'sheet-pick', word('taken-of'), ' ', select) : make('p', 'name', nameOf(all[0]));
  return { parts: [pick, place], chosen: () => boxes.filter(([, box]) => box.checked).map(([row]) => row) };
}
