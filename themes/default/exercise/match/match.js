/**
 * Pairs: an option that another item has taken already says so, in words; it can still be chosen again.
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
          option.dataset.label ??= option.textContent.trim();
          const taken = others.has(option.value);
          const text = taken ? word('choice-used', { choice: option.dataset.label }) : option.dataset.label;
          if (option.textContent !== text) option.textContent = text;
        }
      }
    };
    work.onChange(update);
  },
};
