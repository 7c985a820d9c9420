/**
 * An exercise that is a form on its own page: shows how much of it is filled in.
 */

import { word } from '../../scripts/dom/words.js';
import { isEmpty } from '../../scripts/dom/values.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const worksheet = {
  start(work) {
    const links = linksOf(work.form);
    const update = async () => {
      for (const link of links) {
        const n = filled(await work.readOther(link.dataset.form ?? ''));
        const place = link.querySelector('[data-filled]') ?? link;
        link.dataset.count = String(n);
        const { total } = link.dataset;
        const some = total ? word('form-filled', { n, total }) : word('form-count', { n });
        if (place !== link) place.textContent = n > 0 ? some : word(work.seesOthers() ? 'form-empty' : 'form-unknown');
      }
    };
    if (links.length === 0) return;
    work.onChange((_names, by) => {
      if (by === 'sheet') void update();
    });
    work.onRefresh(() => void update());
    addEventListener('focus', () => void update());
  },
  answered(work) {
    return work.answered(work.form) || linksOf(work.form).some((link) => Number(link.dataset.count) > 0);
  },
};

/** @param {HTMLElement} form */
function linksOf(form) {
  return [...form.querySelectorAll('[data-form]')].filter((link) => link instanceof HTMLElement);
}

/**
 * How many fields of the latest copy are filled in. A table counts once.
 * @param {Map<number, import('../../scripts/work/held.js').Entries>} sheets
 */
function filled(sheets) {
  const fields = sheets.get(Math.max(...sheets.keys())) ?? new Map();
  const names = [...fields]
    .filter(([name, { value }]) => !name.startsWith('@') && !isEmpty(value))
    .map(([name]) => name.split('.')[0]);
  return new Set(names).size;
}
