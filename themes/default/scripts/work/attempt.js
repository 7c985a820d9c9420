/**
 * Answering first, comparing then: "look" makes an attempt read-only for good and opens what is to be read afterwards;
 * "again" begins a new attempt, with the earlier ones beside it. Worksheets have no attempt, and none of this.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('./kind.js').Kind} Kind
 */

import { word } from '../dom/words.js';
import { controlsIn } from '../dom/controls.js';
import { day, make } from '../dom/element.js';
import { fillFeedback } from './feedback.js';
import { fit } from './grow.js';
import { replica } from './replica.js';
import { isEmpty } from '../dom/values.js';

const PATIENCE = 1000; // ms that a learner waits for what is being stored

/**
 * To be called before anything else touches the form: earlier attempts are copies of what the template has.
 * @param {Work} work
 * @param {Kind} kind
 */
export function startAttempt(work, kind) {
  const { form } = work;
  const attempt = form.querySelector('fieldset[data-attempt]');
  const look = form.querySelector('button[data-look]');
  const again = form.querySelector('button[data-again]');
  if (!(attempt instanceof HTMLFieldSetElement) || !(look instanceof HTMLElement)) return;
  const after = form.querySelector('[data-after]');
  const status = form.querySelector('[data-status]');
  const earlier = form.querySelector('[data-earlier]');
  const pristine = /** @type {Element} */ (attempt.cloneNode(true));
  const pristineRating = [...after?.querySelectorAll('.criterion') ?? []].map((part) => /** @type {Element} */ (part.cloneNode(true)));

  /** @param {string} words */
  const say = (words) => { if (status) status.textContent = words; };

  const render = () => {
    const looked = !isEmpty(work.fields().get('@looked')?.value);
    if (looked && !attempt.disabled) work.insist(); // another tab may have compared what is being written here
    form.toggleAttribute('data-looked', looked);
    attempt.disabled = looked;
    look.hidden = looked;
    if (again instanceof HTMLElement) again.hidden = !looked;
    if (looked) {
      fillFeedback(form);
      kind.looked?.(work);
    } else if (after instanceof HTMLDetailsElement) after.open = false;
    return looked;
  };

  const renderEarlier = () => {
    const sheets = [...work.sheets()].filter(([n, fields]) => n < work.sheet() && written(fields)).sort(([a], [b]) => a - b);
    earlier?.replaceChildren(...sheets.map(([n, fields]) => {
      const at = fields.get('@looked')?.value ?? fields.get('@begun')?.value;
      const summary = make('summary', '', word('earlier-summary', { n, when: typeof at === 'string' && at !== '' ? day(at) : '' }));
      const copy = replica(pristine, fields, kind);
      copy.setAttribute('disabled', '');
      const rating = pristineRating.filter((part) => [...controlsIn(part).keys()].some((name) => !isEmpty(fields.get(name)?.value)));
      return make('details', 'earlier-sheet', summary, copy, ...rating.map((part) => {
        const rated = replica(part, fields);
        rated.setAttribute('disabled', '');
        return rated;
      }));
    }));
  };

  look.addEventListener('click', async () => {
    await work.opened;
    if (!(kind.answered?.(work) ?? work.answered(attempt))) {
      say(word('look-first'));
      const first = [...controlsIn(attempt).values()][0]?.[0];
      first?.focus();
      return;
    }
    work.insist();
    work.keep('@looked', new Date().toISOString());
    render();
    say(word('looked'));
    if (after instanceof HTMLDetailsElement) {
      after.open = true;
      fit(after);
      after.querySelector('summary')?.focus();
    }
  });

  again?.addEventListener('click', async () => {
    await work.opened;
    // What was written last belongs to the earlier attempt that is now shown.
    work.insist();
    await Promise.race([work.saved(), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
    // Another tab may have begun it already.
    const last = Math.max(1, ...work.sheets().keys());
    work.turn(last > work.sheet() ? last : work.sheet() + 1);
    say(word('again-begun'));
    const first = [...controlsIn(attempt).values()][0]?.[0];
    if (first?.offsetParent) first.focus();
    else focusOn(attempt);
  });

  after?.addEventListener('toggle', () => fit(after));
  work.onChange((_names, by) => {
    if (by === 'sheet') {
      renderEarlier();
      render();
    } else if (by === 'store') render();
    else if (form.hasAttribute('data-looked')) fillFeedback(form);
    if (by === 'learner' && status?.textContent === word('look-first')) say('');
  });
  // Another tab may have compared this very attempt.
  work.onRefresh(render);
}

/** @param {import('./bind.js').Fields} fields */
function written(fields) {
  return [...fields].some(([name, { value }]) => !name.startsWith('@') && !isEmpty(value));
}

/** @param {HTMLElement} element */
function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
}
