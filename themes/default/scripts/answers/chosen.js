/** An answer file that a learner chose. */

import { word } from '../dom/words.js';
import { MAX_TEXT, reading } from './file.js';
import { inSlices } from './slices.js';

/**
 * What is in the file, or what to say about it; "" if the page was left meanwhile.
 * @param {File} file
 * @param {import('./catalogue.js').Catalogue} course
 */
export async function readChosen(file, course) {
  // Three bytes a character at most: beyond that it need not be read to be refused.
  if (file.size > MAX_TEXT * 3) return word('import-too-big');
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return word('import-unreadable');
  const read = await inSlices(reading(text, { course }));
  if (!read) return '';
  return read.ok ? read : word(`import-${read.reason}`, read.detail);
}
