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
        const fields = (link.dataset.fields ?? '').split(' ');
        const n = filled(await work.readOther(link.dataset.form ?? ''), fields);
        link.dataset.count = String(n);
        const place = link.querySelector('[data-filled]');
        const some = word('form-filled', { n, total: fields.length });
        if (place) place.textContent = n > 0 ? some : word(work.seesOthers() ? 'form-empty' : 'form-unknown');
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
 * How many of these fields are filled in on the latest copy. A table counts once; what the author has dropped does not count.
 * @param {Map<number, import('../../scripts/work/held.js').Entries>} sheets
 * @param {string[]} fields
 */
function filled(sheets, fields) {
  const answers = sheets.get(Math.max(...sheets.keys())) ?? new Map();
  const written = new Set([...answers].filter(([, { value }]) => !isEmpty(value)).map(([name]) => name.split('.')[0]));
  return fields.filter((field) => written.has(field)).length;
}
