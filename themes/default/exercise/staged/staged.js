/**
 * A case read stage by stage: the next stage opens when the formulation and the confidence of this one are written
 * down, or when the learner only wants to read on. What was written down is dated and can't be changed. The lock helps
 * to think first; nothing is secret, and the page says so.
 *
 * `@committed.STAGE` is the time it was written down, `@passed.STAGE` that it was only read. A stage that was passed is
 * closed too, and so is one that the author put in before a stage that was read already: what comes to mind afterwards is
 * written under a heading of its own (`later.STAGE`), and never looks like what was thought before.
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, valueOf } from '../../scripts/dom/controls.js';
import { announce, make, when } from '../../scripts/dom/element.js';
import { isEmpty } from '../../scripts/dom/values.js';
import { showTerms } from '../../scripts/work/terms.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const staged = {
  start,
  copies: false,
  arrange: (root) => {
    for (const actions of root.querySelectorAll('.staged-actions, .staged > .hint')) actions.remove();
    for (const later of root.querySelectorAll('.staged-later')) {
      if (later instanceof HTMLElement)
        later.hidden = [...controlsIn(later).values()].every((group) => isEmpty(valueOf(group)));
    }
  },
  answered: (work) => {
    const stages = stagesIn(work.form);
    return (
      stages.length > 0 &&
      stages.every((stage) => isPast(work, stage)) &&
      stages.some((stage) => committed(work, stage) !== '')
    );
  },
  looked: (work) => review(work),
};

/** @param {ParentNode} root */
const stagesIn = (root) =>
  [...root.querySelectorAll('[data-attempt] [data-stage]')].filter((stage) => stage instanceof HTMLElement);

/** @param {HTMLElement} stage */
const idOf = (stage) => stage.dataset.stage ?? '';

/** @param {Work} work @param {HTMLElement} stage */
const committed = (work, stage) => String(work.fields().get(`@committed.${idOf(stage)}`)?.value ?? '');

/** @param {Work} work @param {HTMLElement} stage */
const wasRead = (work, stage) =>
  committed(work, stage) !== '' || !isEmpty(work.fields().get(`@passed.${idOf(stage)}`)?.value);

/** It was read, or what is behind it was. @param {Work} work @param {HTMLElement} stage */
function isPast(work, stage) {
  const stages = stagesIn(work.form);
  return (
    !isEmpty(work.fields().get('@looked')?.value) ||
    stages.slice(stages.indexOf(stage)).some((one) => wasRead(work, one))
  );
}

/** What is said of a stage that nothing was committed to. @param {Work} work @param {HTMLElement} stage @param {boolean} hasText */
const passedWords = (work, stage, hasText) =>
  word(!wasRead(work, stage) ? 'staged-added' : hasText ? 'staged-passed-draft' : 'staged-passed');

/** @param {HTMLElement} stage */
const laterOf = (stage) => `later.${idOf(stage)}`;

/** Something was begun and not saved. @param {Work} work @param {HTMLElement} stage */
const hasDraft = (work, stage) =>
  ['read', 'sure', 'change'].some((name) => !isEmpty(work.fields().get(`${name}.${idOf(stage)}`)?.value));

/** @param {Work} work */
function start(work) {
  const stages = stagesIn(work.form);
  /** What is asked about the case as a whole, and the way on: not before all of it was read. */
  const behind = [...work.form.querySelectorAll('.attempt > dl.form, .answer-actions')].filter(
    (part) => part instanceof HTMLElement,
  );

  /** @param {string} name */
  const keepTime = (name) => work.keep(name, new Date().toISOString());

  const render = () => {
    let open = true;
    for (const stage of stages) {
      stage.hidden = !open;
      const at = committed(work, stage);
      const past = isPast(work, stage);
      for (const [name, group] of controlsIn(stage)) {
        for (const control of group) control.disabled = past && name !== laterOf(stage);
      }
      stage.toggleAttribute('data-committed', past);
      for (const later of stage.querySelectorAll('.staged-later')) {
        if (later instanceof HTMLElement) later.hidden = !past || at !== '';
      }
      for (const actions of stage.querySelectorAll('.staged-actions'))
        if (actions instanceof HTMLElement) actions.hidden = past;
      const note = stage.querySelector('.staged-note') ?? stage.appendChild(make('p', 'staged-note hint'));
      const words = at ? word('staged-committed', { when: when(at) }) : '';
      note.textContent = words || (past ? passedWords(work, stage, hasDraft(work, stage)) : '');
      open &&= past;
    }
    for (const part of behind) part.hidden = !open;
  };

  /** @param {HTMLElement} stage */
  const next = (stage) => {
    render();
    const following = stages[stages.indexOf(stage) + 1];
    const title = following?.querySelector('.staged-title') ?? work.form.querySelector('[data-look]');
    if (title instanceof HTMLElement) title.focus();
    if (following) announce(word('staged-opened', { title: title?.textContent?.trim() ?? '' }));
  };

  for (const stage of stages) {
    stage.querySelector('[data-commit]')?.addEventListener('click', () => {
      const missing = ['read', 'sure']
        .map((name) => controlsIn(stage).get(`${name}.${idOf(stage)}`))
        .find((group) => group && isEmpty(valueOf(group)));
      if (missing) {
        const note = stage.querySelector('.staged-note');
        if (note) note.textContent = word('staged-first');
        announce(word('staged-first'));
        missing[0].focus();
        return;
      }
      work.insist();
      keepTime(`@committed.${idOf(stage)}`);
      next(stage);
    });
    stage.querySelector('[data-read-on]')?.addEventListener('click', () => {
      work.insist();
      keepTime(`@passed.${idOf(stage)}`);
      next(stage);
    });
  }
  work.onChange((_names, by) => {
    if (by !== 'learner') render();
  });
  work.onRefresh(render);
  render();
}

/** All stages side by side: what was thought, how sure, what changed. @param {Work} work */
function review(work) {
  const place = work.form.querySelector('[data-staged-review]');
  if (!(place instanceof HTMLElement)) return;
  const columns = stagesIn(work.form).map((stage) => {
    const said = (/** @type {string} */ name) => String(work.fields().get(`${name}.${idOf(stage)}`)?.value ?? '');
    const part = make(
      'section',
      'staged-column',
      make('h5', '', stage.querySelector('.staged-title')?.textContent?.trim() ?? ''),
    );
    const rows = /** @type {const} */ ([
      ['read', said('read')],
      ['sure', said('sure')],
      ['change', said('change')],
    ]);
    const list = make('dl', '');
    for (const [name, text] of rows) {
      if (text !== '') list.append(make('dt', '', word(`staged-${name}`)), make('dd', `staged-${name}`, text));
    }
    const later = said('later');
    if (committed(work, stage) === '')
      part.append(make('p', 'hint', passedWords(work, stage, list.childElementCount > 0)));
    if (list.childElementCount > 0) part.append(list);
    if (later !== '')
      part.append(make('dl', 'staged-afterwards', make('dt', '', word('staged-later')), make('dd', '', later)));
    return part;
  });
  place.replaceChildren(make('h4', '', word('staged-beside')), make('div', 'staged-columns', ...columns));
  showTerms(
    work.form,
    stagesIn(work.form).map((stage) => [
      stage.querySelector('.staged-title')?.textContent?.trim() ?? '',
      String(work.fields().get(`read.${idOf(stage)}`)?.value ?? ''),
    ]),
  );
}
