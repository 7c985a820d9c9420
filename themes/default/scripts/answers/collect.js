/**
 * All answers with what the course asks, ready to be shown or written out.
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./outline.js').Outline} Outline
 *
 * @typedef {object} Collected
 * @property {Catalogue} catalogue  without works where it could not be loaded
 * @property {boolean} named        it could be loaded
 * @property {import('./record.js').Answered[]} works
 * @property {import('./names.js').AllNames} names  what is known of fields that the course has no more
 * @property {Outline} outline
 */

import { loadCatalogue } from './catalogue.js';
import { outlining } from './outline.js';
import { remember } from './remember.js';
import { inSlices } from './slices.js';

/**
 * @param {Store} store
 * @returns {Promise<Collected>}
 */
export async function collect(store) {
  const [catalogue, works] = await Promise.all([catalogueOf().catch(() => undefined), store.all()]);
  const known = catalogue ?? bare();
  const names = await remember(store, known, works);
  const outline = await inSlices(outlining(known, works, names));
  return {
    catalogue: known,
    named: catalogue !== undefined,
    works,
    names,
    outline: outline ?? { groups: [], lost: [], open: 0 },
  };
}

/** The catalogue of this page's course. */
export function catalogueOf() {
  return loadCatalogue(document.documentElement.dataset.base ?? '');
}

/** What is known of the course without its catalogue. @returns {Catalogue} */
export function bare() {
  const { course = '' } = document.documentElement.dataset;
  return { id: course, title: course, revision: null, language: document.documentElement.lang, groups: [], works: [] };
}

/**
 * Every answer of an outline with the work and sheet it belongs to.
 * @param {Outline} outline
 */
export function* everyRow({ groups, lost }) {
  for (const work of [...groups.flatMap(({ works }) => works), ...lost]) {
    for (const sheet of work.sheets) for (const row of sheet.rows) yield { work, sheet, row };
  }
}
