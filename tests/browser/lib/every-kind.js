/** As few pages of the bundled course as show every kind of exercise. */

import { pages, source } from './site.js';

/** The kinds of the exercises on a page. @param {string} page */
const kindsOf = (page) =>
  [...source(page).matchAll(/<form class="answer"[^>]*data-kind="([^"]*)"/g)].map(([, kind]) => kind);

/**
 * Chooses the page that shows the most kinds that are still missing, then the next; of equals the shortest.
 * @returns {string[]}
 */
export function pagesOfEveryKind() {
  const left = new Set(pages.flatMap(kindsOf).filter((kind) => kind !== 'worksheet'));
  /** @type {string[]} */
  const chosen = [];
  while (left.size > 0) {
    const news = (/** @type {string} */ page) => new Set(kindsOf(page).filter((kind) => left.has(kind))).size;
    const [best] = [...pages].sort((a, b) => news(b) - news(a) || source(a).length - source(b).length);
    chosen.push(best);
    for (const kind of kindsOf(best)) left.delete(kind);
  }
  return chosen;
}
