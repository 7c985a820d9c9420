/**
 * An answer file into the store. Nothing is written before the learner has seen what will happen and said yes; then
 * all of it or none.
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {import('./record.js').Answered} Answered
 */

import { announce, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { bare, catalogueOf } from './collect.js';
import { readChosen } from './chosen.js';
import { choosing } from './choosing.js';
import { ask } from './dialog.js';
import { freeSheets, merging } from './merging.js';
import { allNamesIn } from './names.js';
import { rememberTheirs } from './remember.js';
import { inSlices } from './slices.js';

/**
 * @param {Store} store
 * @param {File} file
 * @returns {Promise<string>}  what to say about it; "" if it was cancelled
 */
export async function importFrom(store, file) {
  const catalogue = await catalogueOf().catch(bare);
  const read = await readChosen(file, catalogue);
  if (typeof read === 'string') return read;
  return takeIn(store, { name: file.name, works: read.answers, names: read.names }, catalogue);
}

/**
 * Answers of another course of this browser, as if from a file.
 * @param {Store} store
 * @param {import('./rooms.js').OtherCourse} other
 */
export async function importOf(store, other) {
  const [catalogue, works, noted] = await Promise.all([
    catalogueOf().catch(bare),
    store.answersOf(other),
    store.namesOf(other),
  ]);
  return takeIn(
    store,
    { name: word('whose-file', { theirs: other.title }), works, names: allNamesIn(noted) },
    catalogue,
  );
}

/**
 * @param {Store} store
 * @param {{ name: string, works: Answered[], names: import('./names.js').AllNames }} from
 * @param {import('./catalogue.js').Catalogue} catalogue
 */
async function takeIn(store, { name, works, names }, catalogue) {
  const mine = await store.all();
  const merged = await inSlices(merging(mine, works));
  if (!merged || merged.take.length + merged.conflicts.length + merged.attempts.length === 0)
    return word('import-none');

  const choice = choosing(merged, catalogue, freeSheets(mine, works));
  const { fresh, filled, same, kept } = merged;
  const open = merged.conflicts.length + merged.attempts.length;
  const summary = make(
    'ul',
    'import-summary',
    ...[
      word('import-fresh', { n: fresh + filled }),
      same > 0 ? word('import-same', { n: same }) : '',
      kept > 0 ? word('import-kept', { n: kept }) : '',
      open > 0 ? word('import-conflicts', { n: open }) : '',
    ]
      .filter(Boolean)
      .map((line) => make('li', '', line)),
  );
  const way = await ask(
    word('import-title', { file: name }),
    [summary, ...choice.parts],
    [
      { name: 'on', words: word(open > 0 ? 'import-confirm' : 'import-write'), look: 'primary' },
      { name: '', words: word('cancel') },
    ],
  );
  if (way !== 'on') return word('import-cancelled');

  const list = [...merged.take, ...choice.taken()];
  try {
    await rememberTheirs(store, names);
    await store.importEntries(list, (done) => {
      if (done % 5000 === 0) announce(word('import-working', { n: done }));
    });
  } catch {
    return word('import-failed');
  }
  return word('import-done', { taken: fresh + filled + choice.changes(), same: same + kept });
}
