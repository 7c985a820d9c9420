/**
 * The earlier attempts of an exercise: read-only copies of its form, with what was written and how it was rated.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('./held.js').Entries} Entries
 * @typedef {import('./kind.js').Kind} Kind
 */

import { controlsIn } from '../dom/controls.js';
import { day, make } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';
import { word } from '../dom/words.js';
import { draw } from './drawn.js';
import { replica } from './replica.js';

/**
 * Copies the parts of a form as the template has them; to be called before anything else touches the form.
 * @param {Work} work
 * @param {Kind} kind
 * @param {Element} attempt
 * @param {Element | null} after  has the criteria
 * @param {Element | null} place  where they are shown
 * @returns {(isOther?: boolean) => void}  shows the attempts before the current one, where they have changed; isOther: another one is current
 */
export function earlierOf(work, kind, attempt, after, place) {
  const pristine = /** @type {Element} */ (attempt.cloneNode(true));
  const criteria = [...(after?.querySelectorAll('.criterion') ?? [])].map(
    (part) => /** @type {Element} */ (part.cloneNode(true)),
  );
  /** @param {number} n @param {Entries} fields */
  const sheet = (n, fields) => {
    const at = fields.get('@looked')?.value ?? fields.get('@begun')?.value;
    const when = typeof at === 'string' && at !== '' ? day(at) : '';
    const copy = replica(pristine, fields, kind, (root) => draw(root, work.key, n));
    const rated = criteria
      .filter((part) => [...controlsIn(part).keys()].some((name) => !isEmpty(fields.get(name)?.value)))
      .map((part) => replica(part, fields));
    for (const part of [copy, ...rated]) part.setAttribute('disabled', '');
    return make('details', 'earlier-sheet', make('summary', '', word('earlier-summary', { n, when })), copy, ...rated);
  };
  let shown = '';
  return (isOther) => {
    const sheets = [...work.sheets()]
      .filter(([n, fields]) => n < work.sheet() && isWritten(fields))
      .sort(([a], [b]) => a - b);
    const state = sheets.map(([n, fields]) => [n, ...[...fields.values()].map(({ rev }) => rev)].join()).join(' ');
    if (!isOther && state === shown) return;
    shown = state;
    place?.replaceChildren(...sheets.map(([n, fields]) => sheet(n, fields)));
  };
}

/** @param {Entries} fields */
function isWritten(fields) {
  return [...fields].some(([name, { value }]) => !name.startsWith('@') && !isEmpty(value));
}
