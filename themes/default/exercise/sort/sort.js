/**
 * Sorting by native controls; below them are the resulting piles.
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, inWords, isTick, valueOf, words } from '../../scripts/dom/controls.js';
import { isEmpty } from '../../scripts/dom/values.js';
import { showPiles } from '../../scripts/work/piles.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const sort = {
  start(work) {
    const attempt = work.form.querySelector('[data-attempt]') ?? work.form;
    work.onChange(() => pile(attempt));
  },
  arrange: pile,
};

/** Where a card can be put: one button each, or one list. @param {import('../../scripts/dom/controls.js').Control[]} group */
function placesOf([first, ...rest]) {
  if (first instanceof HTMLSelectElement)
    return [...first.options].map(({ value }) => value).filter((value) => value !== '');
  return [first, ...rest].map((control) => control?.value ?? '').filter((value) => value !== '');
}

/** @param {ParentNode} root */
function pile(root) {
  /** @type {Map<string, import('../../scripts/work/piles.js').Pile>} */
  const piles = new Map();
  /** @type {string[]} */
  const rest = [];
  for (const card of root.querySelectorAll('.sort-card')) {
    const group =
      [...controlsIn(card).values()].find(([first]) => isTick(first) || first instanceof HTMLSelectElement) ?? [];
    for (const value of placesOf(group)) {
      if (!piles.has(value)) piles.set(value, { title: inWords(group, value).join(), cards: [] });
    }
    const value = valueOf(group);
    const name = words(card.querySelector('legend') ?? card);
    if (isEmpty(value)) rest.push(name);
    for (const one of typeof value === 'string' ? [value] : value) piles.get(one)?.cards.push(name);
  }
  showPiles(root, [...piles.values(), { title: word('pile-rest'), cards: rest, rest: true }]);
}
