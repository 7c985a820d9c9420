/**
 * Answering first, comparing then: "look" makes an attempt read-only for good and opens what is to be read afterwards;
 * "again" begins a new attempt, with the earlier ones beside it. Worksheets have no attempt, and none of this.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('./kind.js').Kind} Kind
 */

import { word } from '../dom/words.js';
import { controlsIn } from '../dom/controls.js';
import { button, make } from '../dom/element.js';
import { MAX_SHEETS } from '../answers/record.js';
import { besideOf } from './beside.js';
import { blanksIn } from './blanks.js';
import { earlierOf } from './earlier.js';
import { fillFeedback } from './feedback.js';
import { fit } from './grow.js';
import { isEmpty } from '../dom/values.js';

const LISTED = 12; // blanks that are named
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
  const showEarlier = earlierOf(work, kind, attempt, after, earlier);
  const beside = besideOf(work, attempt, earlier, kind.copies !== false);

  /** @param {string} words */
  const say = (words) => {
    if (status) status.textContent = words;
  };

  const render = () => {
    const looked = !isEmpty(work.fields().get('@looked')?.value);
    if (looked && !attempt.disabled) work.insist(); // another tab may have compared what is being written here
    form.toggleAttribute('data-looked', looked);
    attempt.disabled = looked;
    look.hidden = looked;
    if (again instanceof HTMLElement) again.hidden = !looked || work.sheet() >= MAX_SHEETS;
    if (looked) {
      beside.end();
      fillFeedback(work);
      kind.looked?.(work);
    } else if (after instanceof HTMLDetailsElement) after.open = false;
    return looked;
  };

  const naming = nameBlanks(look, attempt, kind);
  look.addEventListener('click', async () => {
    await work.opened;
    if (!(kind.answered?.(work) ?? work.answered(attempt))) {
      say(word('look-first'));
      const open = [...controlsIn(attempt).values()].flat().find((control) => !control.disabled);
      open?.focus();
      return;
    }
    if (naming.names()) return;
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
    await turnToNext(work);
    beside.begin();
    say(word('again-begun'));
    const first = [...controlsIn(attempt).values()][0]?.[0];
    if (first?.offsetParent) first.focus();
    else focusOn(attempt);
  });

  after?.addEventListener('toggle', () => fit(after));
  work.onChange((_names, by) => {
    if (by === 'sheet') {
      showEarlier(true);
      render();
    } else if (by === 'store') render();
    else if (form.hasAttribute('data-looked')) fillFeedback(work);
    if (by === 'learner' && status?.textContent === word('look-first')) say('');
    naming.end();
  });
  // Another tab may have compared this very attempt.
  work.onRefresh(() => {
    showEarlier();
    render();
  });
}

/**
 * Begins a new attempt, or shows the one that another tab has begun already.
 * @param {Work} work
 */
async function turnToNext(work) {
  // What was written last belongs to the earlier attempt that is now shown.
  work.insist();
  await Promise.race([
    work.saved(),
    new Promise((resolve) => {
      setTimeout(resolve, PATIENCE);
    }),
  ]);
  const last = Math.max(1, ...work.sheets().keys());
  work.turn(last > work.sheet() ? last : work.sheet() + 1);
}

/**
 * Before an attempt is closed, what is empty in it is named once; the same button, then in other words, compares all the same.
 * @param {HTMLElement} look
 * @param {Element} attempt
 * @param {Kind} kind
 */
function nameBlanks(look, attempt, kind) {
  const ordinary = look.textContent ?? '';
  const panel = make('div', 'banner blanks');
  panel.dataset.tone = 'warn';
  panel.setAttribute('role', 'status');
  look.parentElement?.before(panel);
  panel.hidden = true;
  const end = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    look.textContent = ordinary;
  };
  return {
    end,
    /** True if something is named now. */
    names: () => {
      const blanks = panel.hidden && kind.blanks !== false ? blanksIn(attempt) : [];
      if (blanks.length === 0) {
        end();
        return false;
      }
      const rest = blanks.length > LISTED ? [make('li', '', word('blanks-more', { n: blanks.length - LISTED }))] : [];
      panel.replaceChildren(
        make('p', '', word('blanks-title', { n: blanks.length })),
        make(
          'ul',
          'plain blanks-list',
          ...blanks.slice(0, LISTED).map(({ label, control }) =>
            make(
              'li',
              '',
              button(label, () => control.focus(), 'button small'),
            ),
          ),
          ...rest,
        ),
        make('p', '', word('blanks-about')),
      );
      panel.hidden = false;
      look.textContent = word('look-anyway');
      return true;
    },
  };
}

/** @param {HTMLElement} element */
function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
}
