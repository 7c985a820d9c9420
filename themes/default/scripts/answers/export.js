/**
 * Answers out of the browser: as the answer file, as Markdown, as text for the clipboard. Before any of it, what looks
 * like a living person's data is listed with where it is, and the learner decides.
 *
 * @typedef {import('./collect.js').Collected} Collected
 * @typedef {{ kind: string, place: string, url: string, text: string }} Finding
 */

import { make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { everyRow } from './collect.js';
import { ask } from './dialog.js';
import { copy, download, fileName } from './download.js';
import { writing } from './file.js';
import { toMarkdown, toText } from './markdown.js';
import { ordering } from './outline.js';
import { findPersonalIn } from './personal.js';
import { phrasesFor } from './phrases.js';
import { inSlices } from './slices.js';

const LISTED = 50; // findings that are listed one by one
const AROUND = 12; // characters shown on either side of one

/**
 * @param {Collected} all
 * @param {'file' | 'markdown' | 'copy'} how
 * @param {string} [part]  what of the course it is, behind a hyphen, for the name of the file
 * @returns {Promise<string>}  what to say about it; "" if it was cancelled
 */
export async function exportAs(all, how, part = '') {
  if (all.works.length === 0) return word('export-none');
  const found = (await inSlices(finding(all))) ?? [];
  if (found.length > 0 && !(await accepted(found))) return '';

  const { catalogue, outline, works } = all;
  if (how === 'file') {
    const name = fileName(catalogue.id + part, 'mitate.json');
    const parts =
      (await inSlices(
        writing(catalogue, (await inSlices(ordering(catalogue, works, all.names))) ?? [], new Date().toISOString()),
      )) ?? [];
    download(parts, name, 'application/json');
    return word('exported', { file: name });
  }
  if (how === 'markdown') {
    const name = fileName(catalogue.id, 'md');
    download([toMarkdown(outline, phrasesFor(catalogue.title))], name, 'text/markdown');
    return word('exported', { file: name });
  }
  const text = toText(outline, phrasesFor(catalogue.title));
  if (await copy(text)) return word('copied');
  await byHand(text);
  return '';
}

/**
 * @param {Collected} all
 * @returns {Generator<void, Finding[], void>}
 */
function* finding({ outline }) {
  /** @type {Finding[]} */
  const found = [];
  const base = document.documentElement.dataset.base ?? '';
  for (const { work, row } of everyRow(outline)) {
    for (const text of [row.text, ...row.others.map((other) => other.text)]) {
      for (const {
        kind,
        range: [start, end],
      } of findPersonalIn(text, row.label)) {
        const around = text.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\s+/g, ' ');
        found.push({ kind, place: `${work.title} › ${row.label}`, url: work.url && base + work.url, text: around });
      }
    }
    yield;
  }
  return found;
}

/** @param {Finding[]} found */
async function accepted(found) {
  const list = make(
    'ul',
    'personal-list',
    ...found.slice(0, LISTED).map(({ kind, place, url, text }) => {
      const link = url ? make('a', '', place) : place;
      if (link instanceof HTMLAnchorElement) link.href = url;
      return make(
        'li',
        '',
        link,
        ' ',
        make('span', 'personal-kind', word(`personal-kind-${kind}`)),
        ' ',
        make('q', '', text),
      );
    }),
  );
  const rest = found.length > LISTED ? [word('personal-more', { n: found.length - LISTED })] : [];
  const way = await ask(
    word('personal-title'),
    [word('personal-before-export', { n: found.length }), list, ...rest],
    [
      { name: '', words: word('cancel') },
      { name: 'on', words: word('export-anyway'), look: 'primary' },
    ],
  );
  return way === 'on';
}

/** If the browser lets no script copy: the text, selected. @param {string} text */
async function byHand(text) {
  const area = make('textarea', 'write lines-12');
  area.value = text;
  area.readOnly = true;
  area.rows = 12;
  area.setAttribute('aria-label', word('copy-failed'));
  area.addEventListener('focus', () => area.select());
  requestAnimationFrame(() => area.focus());
  await ask(word('copy-title'), [word('copy-failed'), area], [{ name: '', words: word('close') }]);
}
