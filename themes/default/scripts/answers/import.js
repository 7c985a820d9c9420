/**
 * An answer file into the store. Nothing is written before the learner has seen what will happen and said yes; then
 * all of it or none.
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Work} Work
 */

import { announce, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { bare, catalogueOf } from './collect.js';
import { choosing } from './choosing.js';
import { ask } from './dialog.js';
import { MAX_TEXT, reading } from './file.js';
import { mergeOne } from './merge.js';
import { addressOf } from './record.js';
import { inSlices } from './slices.js';

/**
 * @param {Store} store
 * @param {File} file
 * @returns {Promise<string>}  what to say about it; "" where it was cancelled
 */
export async function importFrom(store, file) {
  const catalogue = await catalogueOf().catch(bare);
  // Three bytes a character at most: beyond that it need not be read to be refused.
  if (file.size > MAX_TEXT * 3) return word('import-too-big');
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return word('import-unreadable');
  const read = await inSlices(reading(text, { course: catalogue }));
  if (!read) return '';
  if (!read.ok) return word(`import-${read.reason}`, read.detail);

  const mine = await store.all();
  const merged = await inSlices(merging(mine, read.answers));
  if (!merged || (merged.take.length === 0 && merged.conflicts.length === 0)) return word('import-none');

  const choice = choosing(merged.conflicts, catalogue);
  const { fresh, filled, same, kept, conflicts } = merged;
  const summary = make('ul', 'import-summary', ...[
    word('import-fresh', { n: fresh + filled }),
    same > 0 ? word('import-same', { n: same }) : '',
    kept > 0 ? word('import-kept', { n: kept }) : '',
    conflicts.length > 0 ? word('import-conflicts', { n: conflicts.length }) : '',
  ].filter(Boolean).map((line) => make('li', '', line)));
  const way = await ask(
    word('import-title', { file: file.name }),
    [summary, ...choice.parts],
    [
      { name: 'on', words: word(conflicts.length > 0 ? 'import-confirm' : 'import-write'), look: 'primary' },
      { name: '', words: word('cancel') },
    ],
  );
  if (way !== 'on') return word('import-cancelled');

  const list = [...merged.take, ...choice.taken()];
  try {
    await store.importEntries(list, (done) => { if (done % 5000 === 0) announce(word('import-working', { n: done })); });
  } catch {
    return word('import-failed');
  }
  return word('import-done', { taken: fresh + filled + choice.changes(), same: same + kept });
}

/**
 * @param {Work[]} mine
 * @param {Work[]} theirs
 */
function* merging(mine, theirs) {
  /** @type {Map<string, Entry>} */
  const here = new Map();
  for (const { key, sheet, fields } of mine) {
    for (const field of Object.keys(fields)) here.set(addressOf(key, sheet, field), fields[field]);
    yield;
  }
  /** @type {import('./merge.js').Merged} */
  const merged = { take: [], fresh: 0, filled: 0, same: 0, kept: 0, conflicts: [] };
  for (const { key, sheet, fields } of theirs) {
    for (const field of Object.keys(fields)) {
      const address = addressOf(key, sheet, field);
      mergeOne(merged, address, here.get(address), fields[field]);
      yield;
    }
  }
  return merged;
}
