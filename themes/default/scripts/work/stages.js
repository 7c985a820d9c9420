/**
 * Parts of an exercise that open one after another: the next one opens when what is asked in this one is written down, or when the
 * learner only wants to read on. What was written down is dated and can't be changed. The lock helps to think first; nothing is secret, and
 * the page says so: without scripts and on paper all parts are there.
 *
 * `@committed.STAGE` is the time it was written down, `@passed.STAGE` that it was only read. A stage that was passed is closed too, and so is
 * one that the author put in before a stage that was read already: nothing that comes to mind afterwards looks like what was thought before.
 * A last stage without a button of its own stays open until the attempt is compared.
 *
 * @typedef {import('./bind.js').Work} Work
 *
 * @typedef {object} StageRules
 * @property {string} words  what the keys of its words begin with
 * @property {string[]} asked  the names of its fields, without the id of the stage
 * @property {string[]} needed  those that must be answered before the next stage opens
 */

import { word } from '../dom/words.js';
import { controlsIn, valueOf } from '../dom/controls.js';
import { announce, make, when } from '../dom/element.js';
import { isEmpty } from '../dom/values.js';

/** @param {ParentNode} root */
export const stagesIn = (root) =>
  [...root.querySelectorAll('[data-attempt] [data-stage]')].filter((stage) => stage instanceof HTMLElement);

/** @param {HTMLElement} stage */
export const idOf = (stage) => stage.dataset.stage ?? '';

/** @param {HTMLElement} stage */
export const titleOf = (stage) => stage.querySelector('.staged-title')?.textContent?.trim() ?? '';

/** @param {Work} work @param {HTMLElement} stage */
export const committed = (work, stage) => String(work.fields().get(`@committed.${idOf(stage)}`)?.value ?? '');

/** @param {Work} work @param {HTMLElement} stage */
const wasRead = (work, stage) =>
  committed(work, stage) !== '' || !isEmpty(work.fields().get(`@passed.${idOf(stage)}`)?.value);

/** It was read, or what is behind it was. @param {Work} work @param {HTMLElement} stage */
export function isPast(work, stage) {
  const stages = stagesIn(work.form);
  return (
    !isEmpty(work.fields().get('@looked')?.value) ||
    stages.slice(stages.indexOf(stage)).some((one) => wasRead(work, one))
  );
}

/** What is said of a stage that nothing was committed to. @param {Work} work @param {StageRules} rules @param {HTMLElement} stage @param {boolean} hasText */
export const passedWords = (work, { words }, stage, hasText) =>
  word(`${words}-${!wasRead(work, stage) ? 'added' : hasText ? 'passed-draft' : 'passed'}`);

/** Something was begun and not saved. @param {Work} work @param {StageRules} rules @param {HTMLElement} stage */
const hasDraft = (work, { asked }, stage) =>
  asked.some((name) => !isEmpty(work.fields().get(`${name}.${idOf(stage)}`)?.value));

/** @param {Work} work @param {StageRules} rules */
export function startStages(work, rules) {
  const stages = stagesIn(work.form);
  /** What is asked about the whole, and the way on: not before all of it was read. */
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
        for (const control of group) control.disabled = past && name !== `later.${idOf(stage)}`;
      }
      stage.toggleAttribute('data-committed', past);
      for (const later of stage.querySelectorAll('.staged-later')) {
        if (later instanceof HTMLElement) later.hidden = !past || at !== '';
      }
      const actions = stage.querySelector('.staged-actions');
      if (actions instanceof HTMLElement) {
        actions.hidden = past;
        const note = stage.querySelector('.staged-note') ?? stage.appendChild(make('p', 'staged-note hint'));
        const words = at ? word(`${rules.words}-committed`, { when: when(at) }) : '';
        note.textContent = words || (past ? passedWords(work, rules, stage, hasDraft(work, rules, stage)) : '');
        open &&= past;
      }
    }
    for (const part of behind) part.hidden = !open;
  };

  /** @param {HTMLElement} stage */
  const next = (stage) => {
    render();
    const following = stages[stages.indexOf(stage) + 1];
    const title = following?.querySelector('.staged-title') ?? work.form.querySelector('[data-look]');
    if (title instanceof HTMLElement) title.focus();
    if (following) announce(word(`${rules.words}-opened`, { title: titleOf(following) }));
  };

  for (const stage of stages) {
    stage.querySelector('[data-commit]')?.addEventListener('click', () => {
      const missing = rules.needed
        .map((name) => controlsIn(stage).get(`${name}.${idOf(stage)}`))
        .find((group) => group && isEmpty(valueOf(group)));
      if (missing) {
        const note = stage.querySelector('.staged-note');
        if (note) note.textContent = word(`${rules.words}-first`);
        announce(word(`${rules.words}-first`));
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
