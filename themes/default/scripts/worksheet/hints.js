/**
 * In fields that hold someone's own goals, words that make the person an object of the sentence are pointed out,
 * quietly: 「〜させる」, “get her to …”. Which words these are the locale says. Whether the goal is a good one is no one's
 * business here.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { rules, word } from '../dom/words.js';
import { controlsOf, isText, nameOf, words } from '../dom/controls.js';
import { make } from '../dom/element.js';
import { note } from '../work/note.js';

const PAUSE = 900; // ms

/** @typedef {{ goal?: string | null, object?: string | null, noObject?: string | null }} GoalRules */

/**
 * The words that put someone else in the place of the person; undefined if there are none.
 * @param {string} text
 * @param {GoalRules} [rules_]
 */
export function secondHand(text, { object, noObject } = rules('@goals')) {
  if (!object) return undefined;
  // What only looks like it is blotted out, so that places stay the same.
  const plain = noObject ? text.replace(new RegExp(noObject, 'giu'), (found) => '〇'.repeat(found.length)) : text;
  const found = new RegExp(object, 'iu').exec(plain);
  if (!found) return undefined;
  return text.slice(found.index, found.index + (found[1] ?? found[0]).length);
}

/** @param {Work} work */
export function startHints(work) {
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const timers = new Map();
  /** @param {string} name */
  const look = (name) => {
    for (const control of controlsOf(work.form, name)) {
      if (!isText(control) || !isGoal(control)) continue;
      const found = secondHand(control.value);
      note(control, 'goal-hint', found ? remark(found) : undefined);
    }
  };
  work.onChange((names, by) => {
    for (const name of names) {
      clearTimeout(timers.get(name));
      if (by === 'learner')
        timers.set(
          name,
          setTimeout(() => look(name), PAUSE),
        );
      else look(name);
    }
  });
  return look;
}

/** @param {string} found */
function remark(found) {
  const p = make('p', 'goal-hint', word('goal-hint', { words: found }));
  p.setAttribute('role', 'status');
  return p;
}

/** @param {import('../dom/controls.js').Control} control */
function isGoal(control) {
  const field = control.closest('[data-field]');
  const label = field?.querySelector('.field-label');
  const said = `${nameOf(control)} ${label ? words(label) : ''}`;
  const { goal } = rules('@goals');
  return (
    (goal && new RegExp(goal, 'iu').test(said)) ||
    /(^|[.-])goals?([.-]|$)/.test(`${field?.getAttribute('data-field') ?? ''}.${control.name}`)
  );
}
