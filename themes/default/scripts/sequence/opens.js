/**
 * A table with many rows opens another form: a link appears, and is announced.
 *
 * @typedef {import('./plan.js').Plan} Plan
 */

import { word } from '../dom/words.js';
import { announce } from '../dom/element.js';
import { countRows } from './rules.js';

/** @param {Plan} plan */
export function startOpens({ form, rules, values, always }) {
  const places = rules.opens.map((of) => ({
    of,
    place: form.querySelector(`[data-opens="${CSS.escape(of.table)}"]`),
    said: false,
  }));
  always((by) => {
    for (const one of places) {
      const { of, place } = one;
      if (!(place instanceof HTMLElement)) continue;
      const n = countRows(values(), of);
      place.hidden = n < of.from;
      const words = word('opens-now', { n, title: place.dataset.title ?? '' });
      if (n >= of.from && place.firstChild?.textContent !== words) place.firstChild?.replaceWith(words);
      if (n >= of.from && !one.said && by === 'learner') announce(words);
      one.said = n >= of.from;
    }
  });
}
