/**
 * What the learner sees around the course: before the first word is sent what will be sent, then one line that says what the LMS holds.
 *
 * @typedef {import('./copy.js').CopyState} CopyState
 * @typedef {import('../answers/record.js').Answered} Answered
 */

import { announce, button, make, when } from '../dom/element.js';
import { word } from '../dom/words.js';

const LISTED = 30;

/** @param {string} selector @returns {HTMLElement} */
function part(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return found;
}

/**
 * Says what is sent, and waits until the learner goes on.
 * @param {'none' | 'progress' | 'answers'} report
 * @param {string} kind  of the package
 * @returns {Promise<void>}
 */
export function tell(report, kind) {
  const room = part('[data-lms-told]');
  part('[data-lms-bar]').replaceChildren();
  const said = [
    'copy',
    'place',
    ...(kind === 'cmi5' ? ['session'] : []),
    report === 'none' ? 'no-progress' : 'progress',
    report === 'answers' ? 'answers' : 'no-answers',
  ];
  const heading = make('h1', '', word('lms-told'));
  heading.tabIndex = -1;
  return new Promise((resolve) => {
    const go = button(
      word('lms-go-on'),
      () => {
        room.hidden = true;
        room.replaceChildren();
        resolve();
      },
      'button primary',
    );
    const list = make('ul', '', ...said.map((key) => make('li', '', word(`lms-told-${key}`))));
    room.replaceChildren(heading, list, make('p', '', word('lms-told-nothing-else')), make('p', '', go));
    room.hidden = false;
    heading.focus();
  });
}

/** Says that the LMS is asked for the copy. @param {boolean} isLate  the course has begun without an answer */
export function showAsking(isLate) {
  show(isLate ? 'late' : 'asking', [word(isLate ? 'lms-late' : 'lms-asking')], []);
}

/** Says that there is no LMS to be found. @param {boolean} mayCome  it may be there later */
export function showAbsent(mayCome) {
  const again = button(word('lms-again'), () => location.reload(), 'button small');
  show('absent', [word('lms-absent')], mayCome ? [again] : []);
}

/**
 * @param {CopyState} state
 * @param {(work: Answered) => string} titleOf
 * @param {{ replace: () => void, toAnswers: () => void, toLms?: () => void }} ways
 */
export function showCopy(state, titleOf, { replace, toAnswers, toLms }) {
  const { name, at, left, reason, cut } = state;
  const time = at === '' ? '' : when(at);
  const back = toLms ? [button(word('lms-return'), toLms, 'button small')] : [];
  const ways = [button(word('lms-to-answers'), toAnswers, 'button small'), ...back];
  if (name === 'foreign')
    return show(name, [word(`lms-${reason}`)], [...ways, button(word('lms-replace'), replace, 'button small')]);
  if (name === 'failed') return show(name, [word('lms-failed')], ways);
  const titles = [...new Set(left.map(titleOf))];
  const more = titles.length > LISTED ? [word('lms-more', { n: titles.length - LISTED })] : [];
  const list = make('ul', 'lms-left', ...[...titles.slice(0, LISTED), ...more].map((title) => make('li', '', title)));
  if (name === 'partly') return show(name, [word('lms-partly', { n: titles.length, time }), list], ways);
  if (cut) return show('cut', [word('lms-cut')], ways);
  return show(name, [word(time === '' ? 'lms-new' : 'lms-kept', { time })], back);
}

/** What was announced last: what stays wrong is said once. */
let announced = '';

/** @param {string} name @param {(string | HTMLElement)[]} said @param {HTMLElement[]} ways */
function show(name, said, ways) {
  const bar = part('[data-lms-bar]');
  bar.dataset.state = name;
  const [first, ...rest] = said;
  const line = make('p', '', first, ...ways.flatMap((way) => [' ', way]));
  const isOpen = bar.querySelector('details')?.open ?? false;
  const details = rest.length === 0 ? [] : [make('details', '', make('summary', '', word('lms-which')), ...rest)];
  for (const one of details) one.open = isOpen;
  bar.replaceChildren(line, ...details);
  const isWrong = !['asking', 'new', 'kept'].includes(name);
  if (isWrong && announced !== name) announce(String(first));
  announced = isWrong ? name : '';
}
