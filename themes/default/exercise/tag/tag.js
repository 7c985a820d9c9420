/**
 * Tagged sentences: the word of the tag is beside the line under them.
 */

import { word } from '../../scripts/dom/words.js';
import { inWords, valueOf, controlsIn, isTick } from '../../scripts/dom/controls.js';
import { make } from '../../scripts/dom/element.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const tag = {
  start(work) {
    const attempt = work.form.querySelector('[data-attempt]') ?? work.form;
    work.onChange(() => mark(attempt));
  },
  arrange: mark,
};

/** @param {ParentNode} root */
function mark(root) {
  for (const row of root.querySelectorAll('.tag-row[data-sentence]')) {
    const group = [...controlsIn(row).values()].find(([first]) => isTick(first)) ?? [];
    const value = valueOf(group);
    const chosen = group.filter(
      (control) =>
        control.dataset.tag !== undefined &&
        (typeof value === 'string' ? control.value === value : value.includes(control.value)),
    );
    const text = row.querySelector('.tag-sentence');
    text?.querySelector('.tag-word')?.remove();
    const words = chosen.flatMap((control) => inWords([control], control.value));
    if (words.length > 0) text?.append(make('span', 'tag-word', ` ${words.join(word('sign-list'))}`));
  }
}
