/**
 * Files into the board. What cannot be read is listed with its reason and left out; the rest goes on. A file is read in small steps.
 *
 * @typedef {import('../answers/catalogue.js').Catalogue} Catalogue
 * @typedef {import('../answers/file.js').Read} Read
 * @typedef {import('./board.js').GatheredBoard} GatheredBoard
 *
 * @typedef {object} LeftOut
 * @property {string} name
 * @property {string} why
 * @property {Read} [read]  it can be taken all the same
 */

import { answersIn, textOfChosen } from '../answers/chosen.js';
import { word } from '../dom/words.js';
import { join, scatter } from './people.js';

/** @typedef {{ name: string, read: Read, place: number }} TakenFile */

/**
 * @param {File[]} files
 * @param {Catalogue} catalogue
 * @param {(done: number) => void} said
 * @returns {Promise<{ taken: TakenFile[], left: LeftOut[] }>}
 */
export async function readAll(files, catalogue, said) {
  /** @type {TakenFile[]} */
  const taken = [];
  /** @type {LeftOut[]} */
  const left = [];
  for (const [at, file] of files.entries()) {
    const chosen = await textOfChosen(file);
    if ('why' in chosen) left.push({ name: file.name, why: chosen.why });
    else await readOne(file.name, chosen.text, catalogue, taken, left);
    said(at + 1);
  }
  return { taken, left };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {TakenFile[]} taken
 * @param {LeftOut[]} left
 */
export async function readOne(name, text, catalogue, taken, left) {
  const read = await answersIn(text, catalogue);
  if (read === '') return;
  if (typeof read === 'string') left.push({ name, why: read });
  else if (read.answers.length === 0) left.push({ name, why: word('board-left-empty') });
  else if (edition(read, catalogue) !== 0)
    left.push({ name, why: word(edition(read, catalogue) < 0 ? 'board-left-older' : 'board-left-newer'), read });
  else taken.push({ name, read, place: scatter(text) });
}

/** Below 0: of an older revision of the course. @param {Read} read @param {Catalogue} catalogue */
function edition({ revision }, { revision: ours }) {
  return typeof revision === 'number' && typeof ours === 'number' ? Math.sign(revision - ours) : 0;
}

/**
 * Takes what was read, in an order that says nothing of the files' names.
 * @param {GatheredBoard} board
 * @param {TakenFile[]} files
 * @param {LeftOut[]} left  grows
 */
export function takeAll(board, files, left) {
  for (const { name, read } of [...files].sort((a, b) => a.place - b.place)) {
    const how = join(board.people, read);
    if (how === 'newer') left.push({ name, why: word('board-left-newest') });
    if (how === 'older') left.push({ name, why: word('board-left-same') });
  }
}

/** All files that were dropped, those in folders too. @param {DataTransfer} dropped @returns {Promise<File[]>} */
export async function filesIn(dropped) {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return [...dropped.files];
  return (await Promise.all(entries.map(within))).flat();
}

const DEEPEST = 8; // folders in folders

/** @param {FileSystemEntry} entry @param {number} [depth] @returns {Promise<File[]>} */
async function within(entry, depth = 0) {
  if (entry.isFile) {
    const file = await new Promise((/** @type {(file: File | undefined) => void} */ resolve) =>
      /** @type {FileSystemFileEntry} */ (entry).file(resolve, () => resolve(undefined)),
    );
    return file ? [file] : [];
  }
  if (depth === DEEPEST) return [];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {File[]} */
  const files = [];
  for (;;) {
    const some = await new Promise((/** @type {(entries: FileSystemEntry[]) => void} */ resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return files;
    for (const one of some) files.push(...(await within(one, depth + 1)));
  }
}
