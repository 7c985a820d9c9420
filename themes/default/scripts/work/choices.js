/**
 * A radio button cannot be unticked. Where a group has no option of its own for "nothing", a button takes the choice
 * back.
 *
 * @typedef {import('./bind.js').Work} Work
 */

import { word } from '../dom/words.js';
import { controlsIn, valueOf } from '../dom/controls.js';
import { button } from '../dom/element.js';

/** @param {Work} work */
export function startClearing(work) {
  const update = () => {
    for (const options of work.form.querySelectorAll('.options[data-group], .scale[data-group]')) {
      const [name, group] = [...controlsIn(options)][0] ?? [];
      if (!name || !group || group[0].type !== 'radio' || group.some(({ value }) => value === '')) continue;
      const there = options.querySelector('.clear-choice');
      const chosen = valueOf(group) !== '';
      if (!chosen) there?.remove();
      else if (!there) {
        options.append(
          button(
            word('clear-choice'),
            () => {
              group[0].focus();
              work.set({ [name]: '' });
            },
            'button small clear-choice',
          ),
        );
      }
    }
  };
  work.onChange(update);
}
