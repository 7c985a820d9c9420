/**
 * Marks in lists of pages: what was begun, and what was compared. A page that was begun and not compared says so.
 *
 * @typedef {import('./begun.js').Stage} Stage
 * @typedef {Record<string, [address: string, title: string]>} Pages  of each work, from the site's root
 */

import { make } from '../dom/element.js';

const LISTS = '#contents a, .lines a, .leaf h3 a, .station h3 a, .card h2 a, .path-list a';
const SIGNS = { begun: '◐', compared: '●' };

/**
 * What is known of every address: of a work, of its page, and of the index page above that.
 * @param {Map<string, Stage>} stages
 * @param {Pages} pages
 */
export function stagesOfPages(stages, pages) {
  /** @type {Map<string, Stage>} */
  const known = new Map();
  for (const [key, stage] of stages) {
    if (!Object.hasOwn(pages, key)) continue;
    const [address] = pages[key];
    const page = address.split('#')[0];
    const above = `${page.split('/')[0]}/index.html`;
    for (const one of new Set([address, page, above])) {
      if (stage === 'begun' || !known.has(one)) known.set(one, stage);
    }
  }
  return known;
}

/**
 * Puts the marks behind the links to those addresses.
 * @param {Map<string, Stage>} known
 * @param {string} root  the address of the site
 */
export function showMarks(known, root) {
  const words = document.getElementById('contents')?.dataset ?? {};
  for (const link of document.querySelectorAll(LISTS)) {
    if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(root)) continue;
    const stage = known.get(decodeURI(link.href.slice(root.length)));
    if (!stage) continue;
    const said = words[stage] ?? '';
    if (link.closest('#contents')) {
      const sign = make('span', 'begun', SIGNS[stage]);
      sign.setAttribute('role', 'img');
      sign.setAttribute('aria-label', said);
      sign.title = said;
      link.append(sign);
    } else link.after(make('span', 'begun', `${SIGNS[stage]} ${said}`));
  }
}

/**
 * The way back to the work that was written last, on the home page and on the page of its module.
 * @param {string[]} keys  the newest first
 * @param {Pages} pages
 * @param {string} root
 */
export function showWayBack(keys, pages, root) {
  const place = document.querySelector('[data-continue]');
  if (!(place instanceof HTMLElement)) return;
  const here = location.href.slice(root.length).replace(/[^/]*$/, '');
  const key = keys.find((one) => Object.hasOwn(pages, one) && pages[one][0].startsWith(here));
  if (key === undefined) return;
  const [address, title] = pages[key];
  const link = make('a', '', (place.dataset.continue ?? '').replace('{title}', title));
  link.href = `${root}${address.split('#')[0]}#continue`;
  place.replaceChildren(link);
  place.hidden = false;
}
