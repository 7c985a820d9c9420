/**
 * The record of a meeting on the projected screen: what is written in those fields of the minutes that the facilitator's
 * window shows now, while it is being written. The projected window makes screens of it.
 *
 * @typedef {{ title: string, lines: string[], isNew: boolean }} RecordPart  what one field says, and whether it was just written
 */

import { make } from '../dom/element.js';
import { word } from '../dom/words.js';

const LONGEST = 20_000; // characters of one part that another window may send

/**
 * What is written in the fields that can be seen.
 * @param {ParentNode} minutes
 * @param {RecordPart[] | null} before  what was projected until now
 * @returns {RecordPart[]}
 */
export function recordOf(minutes, before) {
  const was = new Map(before?.map(({ title, lines }) => [title, lines.join('\n')]));
  return [...minutes.querySelectorAll('.field')]
    .filter((field) => field instanceof HTMLElement && field.offsetParent !== null)
    .map((field) => ({
      title: field.querySelector('.field-label')?.textContent?.trim() ?? '',
      lines: linesOf(field),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map((part) => ({ ...part, isNew: before !== null && was.get(part.title) !== part.lines.join('\n') }));
}

/** A line for each row of a table, or for each line of a text. @param {Element} field */
function linesOf(field) {
  const rows = [...field.querySelectorAll('[data-row]')];
  const lines = rows.length > 0 ? rows.map((row) => writtenIn(row).join(word('carried-between'))) : writtenIn(field);
  return lines.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '');
}

/** @param {Element} place */
function writtenIn(place) {
  return [...place.querySelectorAll('input, textarea, select')]
    .map((control) =>
      control instanceof HTMLInputElement && control.type === 'date' ? dayOf(control) : valueOf(control),
    )
    .filter((text) => text.trim() !== '');
}

/** @param {Element} control */
const valueOf = (control) => ('value' in control ? String(control.value) : '');

/** @param {HTMLInputElement} control */
function dayOf({ valueAsDate }) {
  const form = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return valueAsDate ? form.format(valueAsDate) : '';
}

/** What another window sent, if it is a record. @param {unknown} sent @returns {RecordPart[] | null} */
export function recordFrom(sent) {
  if (!Array.isArray(sent)) return null;
  return sent.map((part) => ({
    title: String(part?.title ?? '').slice(0, LONGEST),
    lines: Array.isArray(part?.lines)
      ? part.lines.map((/** @type {unknown} */ line) => String(line).slice(0, LONGEST))
      : [],
    isNew: part?.isNew === true,
  }));
}

/** The record as blocks of a screen; `data-new` marks what was just written. @param {RecordPart[]} record */
export function recordBlocks(record) {
  const parts = record.flatMap(({ title, lines, isNew }) => [
    make('h3', 'record-title', title),
    ...lines.map((line) => {
      const block = make('p', 'record-line', line);
      block.toggleAttribute('data-new', isNew);
      return block;
    }),
  ]);
  return [make('h2', '', word('record')), ...(parts.length > 0 ? parts : [make('p', '', word('record-none'))])];
}
