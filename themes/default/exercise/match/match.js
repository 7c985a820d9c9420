/**
 * Pairs: the choices have numbers, and the key of a number chooses. An option that another item has taken already says so,
 * in words; it can still be chosen again.
 */

import { word } from '../../scripts/dom/words.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const match = {
  start(work) {
    const selects = [...work.form.querySelectorAll('[data-attempt] select')]
      .filter((select) => select instanceof HTMLSelectElement)
      .filter((select) => select.closest('.pair-row, [data-item]'));
    const update = () => {
      for (const select of selects) {
        const others = new Set(selects.filter((other) => other !== select).map((other) => other.value));
        for (const option of select.options) {
          if (option.value === '') continue;
          const choice = `${option.index} ${option.dataset.label ?? ''}`;
          const text = others.has(option.value) ? word('choice-used', { choice }) : choice;
          if (option.textContent !== text) option.textContent = text;
        }
      }
    };
    work.onChange(update);
    update();
    work.form.addEventListener('keydown', (event) => {
      const { target, key } = event;
      if (!(target instanceof HTMLSelectElement) || !selects.includes(target) || !/^[0-9]$/.test(key)) return;
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      const option = target.options[Number(key) || 10];
      if (!option) return;
      event.preventDefault();
      target.focus(); // closes the list where it is open
      work.set({ [target.name]: option.value });
    });
  },
};
