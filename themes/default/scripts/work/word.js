/**
 * The button that saves a form with what is written in it as a Word file. What that needs is loaded when it is pressed.
 *
 * @typedef {typeof import('../papers/save.js').savePaper} SavePaper
 */

import { allNamesIn, none } from '../answers/names.js';
import { announce } from '../dom/element.js';
import { loadScript } from '../dom/load.js';

/** @param {import('./bind.js').Work} work */
export function startWord(work) {
  const saver = work.form.querySelector('[data-word]');
  if (!(saver instanceof HTMLButtonElement)) return;
  saver.hidden = false;
  saver.addEventListener('click', async () => {
    const { word = '', failed = '' } = saver.dataset;
    try {
      await work.opened;
      work.save(true);
      const values = [...work.fields()].map(([name, entry]) => /** @type {const} */ ([name, entry.value]));
      if (!Reflect.get(globalThis, 'mitateSavePaper'))
        await loadScript(`${document.documentElement.dataset.base ?? ''}assets/paper.js`);
      /** @type {SavePaper} */
      const save = Reflect.get(globalThis, 'mitateSavePaper');
      const { labels } = allNamesIn(await work.noted())[work.key] ?? none();
      await save(word, new Map(values), work.sheet(), labels);
    } catch {
      announce(failed);
    }
  });
}
