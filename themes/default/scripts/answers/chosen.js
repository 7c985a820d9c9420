/** A file with answers that was chosen: what is read of it, and what is said if it cannot be. */

import { word } from '../dom/words.js';
import { MAX_TEXT, reading } from './file.js';
import { inSlices } from './slices.js';

/**
 * The text of a file, or what to say about it.
 * @param {File} file
 * @returns {Promise<{ text: string } | { why: string }>}
 */
export async function textOfChosen(file) {
  // Three bytes a character at most: beyond that it need not be read to be refused.
  if (file.size > MAX_TEXT * 3) return { why: word('import-too-big') };
  const text = await file.text().catch(() => undefined);
  return text === undefined ? { why: word('import-unreadable') } : { text };
}

/**
 * What is in the text of an answer file, or what to say about it; "" if the page was left meanwhile.
 * @param {string} text
 * @param {import('./catalogue.js').Catalogue} course
 */
export async function answersIn(text, course) {
  const read = await inSlices(reading(text, { course }));
  if (!read) return '';
  return read.ok ? read : word(`import-${read.reason}`, read.detail);
}

/** The same of a file. @param {File} file @param {import('./catalogue.js').Catalogue} course */
export async function readChosen(file, course) {
  const chosen = await textOfChosen(file);
  return 'why' in chosen ? chosen.why : answersIn(chosen.text, course);
}
