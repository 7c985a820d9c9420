/**
 * Which edition each open page reads, and when a new one is taken. A page reads the edition that it was opened with until it is left.
 * A new one is taken when a page is opened while none is being written in. Pure.
 *
 * @typedef {{ edition: string, writes: boolean }} OpenedPage
 *
 * @typedef {object} Notes
 * @property {boolean} asked        the learner wants to read without a network
 * @property {string} current       the edition of pages that are opened now; '' for what the server has
 * @property {string | null} next   a new one that has arrived as a whole; '' if the site is not for offline use any more
 * @property {Trouble} trouble      why the last download did not come to its end
 * @property {Record<string, OpenedPage>} readers  by the id of the page
 *
 * @typedef {'' | 'paused' | 'full' | 'mixed'} Trouble
 */

/** @returns {Notes} */
export const noNotes = () => ({ asked: false, current: '', next: null, trouble: '', readers: {} });

/** @param {string | undefined} text @returns {Notes} */
export function notesOf(text) {
  try {
    const { asked, current, next, trouble, readers } = JSON.parse(text ?? '');
    const isText = typeof current === 'string' && (next === null || typeof next === 'string');
    if (isText && typeof readers === 'object') return { asked: asked === true, current, next, trouble, readers };
  } catch {
    // Nothing was noted, or not by this program.
  }
  return noNotes();
}

/**
 * A page is opened: the edition that it reads.
 * @param {Notes} notes
 * @param {string} page
 */
export function opened(notes, page) {
  const { next, readers } = notes;
  if (next !== null && !Object.values(readers).some(({ writes }) => writes)) {
    notes.current = next;
    notes.next = null;
    if (next === '') notes.asked = false;
  }
  if (page !== '') readers[page] = { edition: notes.current, writes: false };
  return notes.current;
}

/** The edition that an open page reads. @param {Notes} notes @param {string} page */
export const editionOf = (notes, page) => notes.readers[page]?.edition ?? notes.current;

/** Says whether a page is being written in. @param {Notes} notes @param {string} page @param {boolean} writes */
export function writing(notes, page, writes) {
  notes.readers[page] = { edition: editionOf(notes, page), writes };
}

/** An edition has arrived as a whole. @param {Notes} notes @param {string} edition */
export function arrived(notes, edition) {
  notes.trouble = '';
  if (notes.current !== '') {
    notes.next = edition === notes.current ? null : edition;
    return;
  }
  notes.current = edition;
  // Pages that were opened before read what the server had, which is this.
  for (const reader of Object.values(notes.readers)) if (reader.edition === '') reader.edition = edition;
}

/** The editions whose files are needed. @param {Notes} notes */
export function needed({ current, next, readers }) {
  const editions = [current, next ?? '', ...Object.values(readers).map(({ edition }) => edition)];
  return new Set(editions.filter((edition) => edition !== ''));
}
