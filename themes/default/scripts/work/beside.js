/**
 * A new attempt beside the one before it, which can be taken over as a copy to begin with.
 *
 * @typedef {import('./bind.js').Work} Work
 */

import { ensureRows } from './rows.js';
import { word } from '../dom/words.js';
import { controlsIn } from '../dom/controls.js';
import { announce, button, make } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';

/**
 * @param {Work} work
 * @param {HTMLElement} attempt
 * @param {Element | null} earlier  where earlier attempts are shown
 * @param {boolean} copies  whether an attempt of this kind can begin as a copy
 */
export function besideOf(work, attempt, earlier, copies) {
  const offer = make(
    'p',
    'copy-offer',
    button(word('again-copy'), () => copy(), 'button small'),
  );
  offer.hidden = true;
  attempt.before(offer);

  const before = () =>
    [...work.sheets()]
      .filter(
        ([sheet, fields]) =>
          sheet < work.sheet() && [...fields].some(([name, { value }]) => !name.startsWith('@') && !isEmpty(value)),
      )
      .sort(([a], [b]) => b - a)[0]?.[1];
  const copy = () => {
    const fields = before();
    if (!fields) return;
    ensureRows(attempt, [...fields.keys()]);
    work.set(
      Object.fromEntries(
        [...controlsIn(attempt).keys()].flatMap((name) => {
          const value = fields.get(name)?.value;
          return value === undefined || isEmpty(value) ? [] : [[name, value]];
        }),
      ),
    );
    end();
    announce(word('again-copied'));
    [...controlsIn(attempt).values()][0]?.[0]?.focus();
  };
  /** Something is written here now: a copy would go over it. */
  const end = () => {
    offer.hidden = true;
  };
  work.onChange((_names, by) => {
    if (by === 'learner') end();
  });

  return {
    begin() {
      if (!before()) return;
      offer.hidden = !copies;
      work.form.toggleAttribute('data-beside', true);
      if (earlier) attempt.after(earlier);
      const last = earlier?.querySelector(':scope > details:last-child');
      if (last instanceof HTMLDetailsElement) last.open = true;
    },
    /** The attempt is compared, or another one is shown. */
    end() {
      end();
      if (!work.form.hasAttribute('data-beside')) return;
      work.form.removeAttribute('data-beside');
      if (earlier) work.form.append(earlier);
    },
  };
}
