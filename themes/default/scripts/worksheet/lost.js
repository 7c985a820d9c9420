/**
 * Answers whose field is no longer in the form: kept, and shown below it, never dropped.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { allNamesIn, none } from '../answers/names.js';
import { word } from '../dom/words.js';
import { controlsIn, valueOf } from '../dom/controls.js';
import { make } from '../dom/element.js';
import { isEmpty, same } from '../dom/values.js';

/** @param {Work} work @param {import('../work/kind.js').Kind} kind */
export function startLost(work, kind) {
  const place = work.form.querySelector('[data-lost]');
  if (!(place instanceof HTMLElement)) return;
  /** How these fields were called; unknown until it was read. @type {import('../answers/names.js').Names | undefined} */
  let names;
  const learn = async () => {
    names = allNamesIn(await work.noted())[work.key] ?? none();
    update();
  };
  const update = () => {
    const lost = lostOf(work).filter(({ name }) => !kind.shows?.(name));
    if (lost.length > 0 && !names) return void learn();
    place.hidden = lost.length === 0;
    place.replaceChildren(
      ...(lost.length === 0
        ? []
        : [
            make(work.form.closest('.exercise') ? 'h4' : 'h2', '', word('lost-title')),
            make('p', '', word('lost-about')),
            make(
              'dl',
              'answers-fields',
              ...lost.map(({ name, value }) =>
                make(
                  'div',
                  '',
                  make('dt', '', names?.labels[name] ?? name),
                  make('dd', '', value.map((one) => names?.words[name]?.[one] ?? one).join(word('sign-list'))),
                ),
              ),
            ),
          ]),
    );
  };
  work.onChange((_names, by) => {
    if (by !== 'learner') update();
  });
  work.onRefresh(update);
}

/** @param {Work} work */
function lostOf(work) {
  const controls = controlsIn(work.form);
  /** @type {{ name: string, value: string[] }[]} */
  const lost = [];
  for (const [name, { value }] of work.fields()) {
    if (name.startsWith('@') || isEmpty(value)) continue;
    const group = controls.get(name);
    // An option that is gone leaves its field empty; a field that someone is at is not lost.
    const shown = group && valueOf(group);
    if (group && (!isEmpty(shown) || same(shown, value))) continue;
    if (group && group.includes(/** @type {any} */ (document.activeElement))) continue;
    lost.push({ name, value: [value].flat() });
  }
  return lost;
}
