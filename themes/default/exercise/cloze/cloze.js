/**
 * Blanks in a text: each is named by the words around it. Enter leads to the next one, and from the last to the button. The
 * Enter that ends a composition of an input method does not.
 */

import { word } from '../../scripts/dom/words.js';
import { words } from '../../scripts/dom/controls.js';
import { make } from '../../scripts/dom/element.js';

const AROUND = 20; // characters on each side of a blank that are in its name

/** @type {import('../../scripts/work/kind.js').Kind} */
export const cloze = {
  start({ form }) {
    for (const gap of form.querySelectorAll('[data-attempt] .cloze-text .gap')) nameByContext(gap);
    form.addEventListener('keydown', (event) => {
      if (
        event.key !== 'Enter' ||
        event.isComposing ||
        event.keyCode === 229 ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey
      )
        return;
      const gaps = [...form.querySelectorAll('[data-attempt] .gap :is(input, select)')].filter(
        (gap) => gap instanceof HTMLElement,
      );
      const at = gaps.findIndex((gap) => gap === event.target);
      if (at < 0 || gaps[at] instanceof HTMLSelectElement) return;
      event.preventDefault();
      const next =
        gaps[at + (event.shiftKey ? -1 : 1)] ?? (event.shiftKey ? gaps[0] : form.querySelector('button[data-look]'));
      if (!(next instanceof HTMLElement)) return;
      next.focus();
      if (next instanceof HTMLInputElement) next.select();
    });
  },
};

/** @param {Element} gap */
function nameByContext(gap) {
  const block = gap.closest('p, li, dd, td, th, blockquote');
  const control = gap.querySelector('input, select');
  if (!block || !control) return;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(gap);
  const after = document.createRange();
  after.setStartAfter(gap);
  after.setEnd(block, block.childNodes.length);
  const label = labelOf(gap);
  const text = `${[...wordsIn(before)].slice(-AROUND).join('')}${label}${[...wordsIn(after)].slice(0, AROUND).join('')}`;
  const name = make('span', '', word('sign-label', { label, text }));
  name.hidden = true; // it is the name of the control and is not read a second time in the text
  name.id = `${control.closest('form')?.dataset.answer?.replace('/', '-')}-${control.getAttribute('name')}-in-text`;
  gap.prepend(name);
  control.setAttribute('aria-labelledby', name.id);
}

/** @param {Element} gap */
const labelOf = (gap) => gap.querySelector('[aria-label]')?.getAttribute('aria-label') ?? '';

/** The words of a part of the text; other blanks by their labels. @param {Range} range */
function wordsIn(range) {
  const part = document.createElement('div');
  part.append(range.cloneContents());
  for (const gap of part.querySelectorAll('.gap')) gap.replaceWith(labelOf(gap));
  return words(part);
}
