/**
 * In fields that hold someone's own goals, words that make the person an object of the sentence are pointed out,
 * quietly: 「〜させる」「本人に〜」. Whether the goal is a good one is no one's business here.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { word } from '../dom/words.js';
import { controlsOf, isText, nameOf, words } from '../dom/controls.js';
import { make } from '../dom/element.js';
import { note } from '../work/note.js';

const PAUSE = 900; // ms

/** Words that end like a causative and are none. */
const INNOCENT = /知らせ|合わせ|任せ|まかせ|済ませ|見せ|乗せ|寄せ|載せ|似せ|痩せ|幸せ|しあわせ|いらせ/g;

/**
 * The words that put someone else in the place of the person; undefined if there are none.
 * @param {string} text
 */
export function secondHand(text) {
  const plain = text.replace(INNOCENT, (found) => '〇'.repeat(found.length));
  const found =
    /[一-龠々ァ-ヶー]*[ぁ-ん]{0,4}させ(?:る|て|た|ます|ない|よう)|[一-龠]+[かがさたなばまらわ]せ(?:る|て|た|ます|よう)|(?:本人|ご本人|利用者|対象者|児童|生徒)に(?!つ|と|よ|は|も|関|対し|合)/u.exec(
      plain,
    );
  return found ? text.slice(found.index, found.index + found[0].length) : undefined;
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
  return (
    /目標/.test(said) || /(^|[.-])goals?([.-]|$)/.test(`${field?.getAttribute('data-field') ?? ''}.${control.name}`)
  );
}
