/**
 * Answers that differ between here and a file, side by side; one is chosen for each by radio buttons, so arrow keys
 * and Tab are enough. What is here is chosen beforehand. An attempt that was compared is chosen as a whole.
 *
 * @typedef {import('./merge.js').Conflict} Conflict
 * @typedef {import('./attempts.js').AttemptClash} AttemptClash
 * @typedef {{ id: string, title: string, mine: Version, theirs: Version, both: string }} Choosable  both: how both can be kept, or ""
 * @typedef {{ text: string, at: string }} Version
 * @typedef {import('./merge.js').Choice} Choice
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { inWords, namesOf } from './catalogue.js';
import { chosenAttempt } from './attempts.js';
import { canBeBoth, chosen } from './merge.js';
import { moment, shown } from './phrases.js';
import { isEmpty } from '../dom/values.js';
import { isSpecial, parseAddress } from './record.js';

const PORTION = 40; // conflicts shown at a time
const MOST = 4000; // characters of a text shown

let groups = 0;

/**
 * @param {import('./merge.js').Merged} merged
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {(key: string) => number} freeSheet  a number for one more attempt
 */
export function choosing({ conflicts, attempts }, catalogue, freeSheet) {
  /** What was chosen; without an entry: mine. @type {Map<string, Choice>} */
  const choices = new Map();
  const works = new Map(catalogue.works.map((work) => [work.key, { title: work.title, named: namesOf(work) }]));
  const count = conflicts.length + attempts.length;
  const list = make('ol', 'plain conflicts');
  const more = button(word('answers-more'), () => extend(), 'button small');
  let shownSoFar = 0;

  const extend = () => {
    const end = Math.min(shownSoFar + PORTION, count);
    const items = [];
    for (let n = shownSoFar; n < end; n += 1) {
      const at = n - attempts.length;
      items.push(item(at < 0 ? ofAttempt(attempts[n], works) : ofField(conflicts[at], works), choices));
    }
    list.append(...items);
    if (shownSoFar > 0) items[0]?.querySelector('input')?.focus();
    shownSoFar = end;
    more.hidden = shownSoFar >= count;
  };
  const choiceOf = (/** @type {string} */ id) => choices.get(id) ?? 'mine';
  /** @param {Choice} choice */
  const all = (choice) => {
    for (const id of [...conflicts.map(({ address }) => address), ...attempts.map(idOf)]) choices.set(id, choice);
    for (const input of list.querySelectorAll('input')) input.checked = input.value === choice;
  };
  extend();

  const several = make(
    'p',
    'conflict-ways',
    button(word('choose-all-mine'), () => all('mine'), 'button small'),
    ' ',
    button(word('choose-all-theirs'), () => all('theirs'), 'button small'),
  );
  return {
    parts: count === 0 ? [] : [make('p', '', word('conflict-about')), ...(count > 1 ? [several] : []), list, more],
    taken: () => [
      ...conflicts.map((conflict) => chosen(conflict, choiceOf(conflict.address))),
      ...attempts.flatMap((clash) => {
        const choice = choiceOf(idOf(clash));
        return chosenAttempt(clash, choice, choice === 'both' ? freeSheet(clash.key) : 0);
      }),
    ],
    /** How many of them change a current answer here. */
    changes: () =>
      [...conflicts.map(({ address }) => address), ...attempts.map(idOf)].filter((id) => choiceOf(id) !== 'mine')
        .length,
  };
}

/** @param {AttemptClash} clash */
const idOf = ({ key, sheet }) => `${key}#${sheet}`;

/** @typedef {Map<string, { title: string, named: ReturnType<typeof namesOf> }>} Works */

/** @param {Conflict} conflict @param {Works} works @returns {Choosable} */
function ofField(conflict, works) {
  const { address, mine, theirs } = conflict;
  const { key, sheet, field } = parseAddress(address) ?? { key: address, sheet: 1, field: '' };
  const work = works.get(key);
  const name = work?.named(field);
  /** @param {import('./record.js').Entry} entry @returns {Version} */
  const side = ({ value, at }) => ({ text: shown(inWords(value, name?.options)), at });
  return {
    id: address,
    title: [work?.title ?? key, word('sheet-n', { n: sheet }), name?.label ?? field].join(' › '),
    mine: side(mine),
    theirs: side(theirs),
    both: canBeBoth(conflict) && !name?.options ? word('keep-both') : '',
  };
}

/** @param {AttemptClash} clash @param {Works} works @returns {Choosable} */
function ofAttempt({ key, sheet, mine, theirs }, works) {
  const work = works.get(key);
  /** @param {import('./record.js').Fields} fields @returns {Version} */
  const side = (fields) => {
    const names = Object.keys(fields).filter((name) => !isSpecial(name) && !isEmpty(fields[name].value));
    const lines = names.map((name) => {
      const known = work?.named(name);
      return word('sign-label', {
        label: known?.label ?? name,
        text: shown(inWords(fields[name].value, known?.options)),
      });
    });
    const looked = fields['@looked'];
    const state =
      looked && !isEmpty(looked.value)
        ? word('attempt-looked', { when: moment(String(looked.value)) })
        : word('attempt-open');
    const at = names.map((name) => fields[name].at).reduce((newest, one) => (one > newest ? one : newest), '');
    return { text: [...(key.startsWith('exercise/') ? [state] : []), ...lines].join('\n'), at };
  };
  return {
    id: `${key}#${sheet}`,
    title: [work?.title ?? key, word('sheet-n', { n: sheet })].join(' › '),
    mine: side(mine),
    theirs: side(theirs),
    both: word('attempt-both'),
  };
}

/**
 * @param {Choosable} of
 * @param {Map<string, Choice>} choices
 */
function item({ id, title, mine, theirs, both }, choices) {
  const group = `conflict-choice-${++groups}`;
  const heading = make('p', 'conflict-title', title);
  heading.id = `${group}-title`;
  /** @param {Choice} choice @param {string} words */
  const option = (choice, words) => {
    const input = make('input', '');
    input.type = 'radio';
    input.name = group;
    input.value = choice;
    input.checked = (choices.get(id) ?? 'mine') === choice;
    input.addEventListener('change', () => choices.set(id, choice));
    return make('label', 'option', input, make('span', 'option-text', words));
  };
  /** @param {string} label @param {Version} side @param {HTMLElement} way */
  const side = (label, { text, at }, way) =>
    make(
      'div',
      'conflict-side',
      make('p', 'conflict-label', `${label} ${moment(at)}`),
      make('p', 'conflict-text', text.length > MOST ? `${text.slice(0, MOST)}…` : text),
      way,
    );
  const box = make(
    'div',
    'conflict-choice',
    heading,
    make(
      'div',
      'conflict-sides',
      side(word('conflict-mine'), mine, option('mine', word('keep-mine'))),
      side(word('conflict-theirs'), theirs, option('theirs', word('keep-theirs'))),
    ),
    ...(both === '' ? [] : [option('both', both)]),
  );
  box.setAttribute('role', 'radiogroup');
  box.setAttribute('aria-labelledby', heading.id);
  return make('li', 'conflict', box);
}
