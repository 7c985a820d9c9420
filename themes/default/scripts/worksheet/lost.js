/**
 * Answers whose field is no longer in the form, or cannot show them: kept, and shown below it, never dropped.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { allNamesIn, none } from '../answers/names.js';
import { word } from '../dom/words.js';
import { controlsIn, fits } from '../dom/controls.js';
import { make } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';

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
  work.onStored(update);
}

/**
 * What the form cannot show: answers without a field, and those that a field cannot hold since the author changed it.
 * @param {Work} work
 */
function lostOf(work) {
  const controls = controlsIn(work.form);
  /** @type {{ name: string, value: string[] }[]} */
  const lost = [];
  for (const [name, { value, others = [] }] of work.fields()) {
    if (name.startsWith('@')) continue;
    const group = controls.get(name);
    const all = group ? [value, ...others.map((other) => other.value)].filter((one) => !fits(group, one)) : [value];
    for (const one of all) if (!isEmpty(one)) lost.push({ name, value: [one].flat() });
  }
  return lost;
}
