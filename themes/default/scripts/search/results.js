/**
 * One result as an element: its title, the subtitle, the section, the passage with the hit marked, the address that leads to it.
 *
 * @typedef {import('./query.js').Hit} Hit
 * @typedef {import('./passage.js').Range} Range
 */

import { marks, passage } from './passage.js';

/** What is shown only later is found, and not shown. */
const LATER = 3;

/**
 * @param {Hit} hit
 * @param {string[]} wanted
 * @param {string} base
 * @param {DOMStringMap} said  what is said where the words are in what is shown only later, and where only a part is there
 * @param {import('./query.js').SearchRules} [rules]
 */
export function result({ text, place, isPart }, wanted, base, said, rules) {
  const found = passage(text.x, wanted, rules);
  const item = document.createElement('li');

  const link = document.createElement('a');
  link.className = 'search-hit';
  link.dataset.kind = text.k;
  link.href = address(base + text.u, found.hit);
  link.append(marked('search-title', text.t, marks(text.t, wanted)));
  if (text.b) link.append(' ', marked('search-subtitle', text.b, marks(text.b, wanted)));
  if (text.s && text.s !== text.t) link.append(' ', marked('search-section', text.s, marks(text.s, wanted)));
  item.append(link);

  if (found.text) {
    const p = document.createElement('p');
    p.className = 'search-passage';
    fill(p, found.text, found.marks);
    item.append(p);
  }
  const remark = isPart ? said.part : place === LATER ? said.later : undefined;
  if (remark) {
    const p = document.createElement('p');
    p.className = 'search-later';
    p.textContent = remark;
    item.append(p);
  }
  return item;
}

/**
 * With a text fragment, so that a browser that knows them scrolls to the passage itself.
 * @param {string} url
 * @param {string} hit
 */
export function address(url, hit) {
  if (hit === '') return url;
  const quoted = encodeURIComponent(hit).replaceAll('-', '%2D');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${quoted}`;
}

/**
 * @param {string} className
 * @param {string} text
 * @param {Range[]} ranges
 */
function marked(className, text, ranges) {
  const span = document.createElement('span');
  span.className = className;
  fill(span, text, ranges);
  return span;
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 * @param {Range[]} ranges
 */
function fill(element, text, ranges) {
  let from = 0;
  for (const [start, end] of ranges) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    element.append(text.slice(from, start), mark);
    from = end;
  }
  element.append(text.slice(from));
}
