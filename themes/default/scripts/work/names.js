/**
 * Notes how the answered fields of a page are called, as soon as an answer is stored, and once for what was stored before
 * and not noted: the course may have changed when the page is opened again.
 *
 * @typedef {import('../answers/store.js').Store} Store
 * @typedef {import('../answers/names.js').AllNames} AllNames
 * @typedef {import('./bind.js').Work} Work
 */

import { allNamesIn, none } from '../answers/names.js';
import { controlsOf, isText } from '../dom/controls.js';
import { isEmpty } from '../dom/values.js';
import { load } from './transfer.js';

/** @param {Store} store @param {Work[]} works */
export async function startNames(store, works) {
  await Promise.all(works.map((work) => work.opened));
  const noted = allNamesIn(await store.names());
  /** Answers whose names are noted, or cannot be learned from this course. @type {Set<string>} */
  const known = new Set();
  const unknown = () => works.flatMap(answersOf).filter((one) => !known.has(one.id));

  let isLearning = false;
  const learn = async () => {
    if (isLearning) return;
    isLearning = true;
    for (let news = unknown(); news.length > 0; news = unknown()) {
      for (const { id } of news) known.add(id);
      try {
        const transfer = await load();
        await transfer.rememberNames(store, works.flatMap(sheetsOf));
      } catch {
        // Tried again with the next answer.
        for (const { id } of news) known.delete(id);
        break;
      }
    }
    isLearning = false;
  };

  for (const { id, work, name, value } of unknown()) {
    const { labels, words } = noted[work.key] ?? none();
    const chosen = controlsOf(work.form, name).some((control) => !isText(control)) ? [value].flat() : [];
    if (name in labels && chosen.every((one) => one in (words[name] ?? {}))) known.add(id);
  }
  for (const work of works) work.onStored(() => void learn());
  void learn();
}

/** What looks like the id of an option: each that is chosen has words of its own, to be noted. */
const OPTION = /^[a-z0-9-]{1,100}$/;

/**
 * What is stored of the sheet that is shown.
 * @param {Work} work
 */
function answersOf(work) {
  return [...work.fields()]
    .filter(([name, { value, rev }]) => rev > 0 && !name.startsWith('@') && !isEmpty(value))
    .map(([name, { value }]) => {
      const options = [value].flat().filter((one) => OPTION.test(one));
      return { id: [work.key, name, ...options].join(' '), work, name, value };
    });
}

/** @param {Work} work */
const sheetsOf = (work) =>
  [...work.sheets().values()]
    .filter((fields) => fields.size > 0)
    .map((fields) => ({ key: work.key, fields: Object.fromEntries(fields) }));
