/**
 * What was decided at a meeting goes on by a file: a button saves it, and a button below a table adds it there as rows. What they need is
 * loaded when they are pressed.
 *
 * @typedef {import('../answers/store.js').Store} Store
 * @typedef {import('../work/bind.js').Work} Work
 */

import { loadScript } from '../dom/load.js';
import { tellIn } from '../work/transfer.js';

/** @returns {Promise<typeof import('./minutes-file.js')>} */
const load = () =>
  loadScript(`${document.documentElement.dataset.base ?? ''}assets/minutes.js`).then(() =>
    Reflect.get(window, 'mitateMinutes'),
  );

/** @param {Work} work @param {Store} store */
export function startMinutes(work, store) {
  for (const button of work.form.querySelectorAll('button[data-minutes]')) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener(
      'click',
      () =>
        void tellIn(
          work.form,
          load().then((minutes) =>
            button.dataset.minutes === 'give' ? minutes.giveMinutes(work, store) : minutes.takeMinutes(work, button),
          ),
        ),
    );
  }
}
