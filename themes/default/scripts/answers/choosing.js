/**
 * Answers that differ between here and a file, side by side; one is chosen for each by radio buttons, so arrow keys
 * and Tab are enough. What is here is chosen beforehand.
 *
 * @typedef {import('./merge.js').Conflict} Conflict
 * @typedef {import('./merge.js').Choice} Choice
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { inWords, namesOf } from './catalogue.js';
import { canBeBoth, chosen } from './merge.js';
import { moment, shown } from './phrases.js';
import { placeOf } from './record.js';

const PORTION = 40; // conflicts shown at a time
const MOST = 4000; // characters of a text shown

let count = 0;

/**
 * @param {Conflict[]} conflicts
 * @param {import('./catalogue.js').Catalogue} catalogue
 */
export function choosing(conflicts, catalogue) {
  /** What was chosen; without an entry: mine. @type {Map<string, Choice>} */
  const choices = new Map();
  const works = new Map(catalogue.works.map((work) => [work.key, { title: work.title, named: namesOf(work) }]));
  const list = make('ol', 'plain conflicts');
  const more = button(word('answers-more'), () => extend(), 'button small');
  let shownSoFar = 0;

  const extend = () => {
    const part = conflicts.slice(shownSoFar, shownSoFar + PORTION);
    const items = part.map((conflict) => item(conflict, choices, nameOf(conflict, works)));
    list.append(...items);
    if (shownSoFar > 0) items[0]?.querySelector('input')?.focus();
    shownSoFar += part.length;
    more.hidden = shownSoFar >= conflicts.length;
  };
  /** @param {Choice} choice */
  const all = (choice) => {
    for (const { address } of conflicts) choices.set(address, choice);
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
    parts: conflicts.length === 0 ? [] : [make('p', '', word('conflict-about')), ...(conflicts.length > 1 ? [several] : []), list, more],
    taken: () => conflicts.map((conflict) => chosen(conflict, choices.get(conflict.address) ?? 'mine')),
    /** How many of them change what is in force here. */
    changes: () => conflicts.filter(({ address }) => (choices.get(address) ?? 'mine') !== 'mine').length,
  };
}

/**
 * @param {Conflict} conflict
 * @param {Map<string, { title: string, named: ReturnType<typeof namesOf> }>} works
 */
function nameOf({ address }, works) {
  const { key, sheet, field } = placeOf(address) ?? { key: address, sheet: 1, field: '' };
  const work = works.get(key);
  const name = work?.named(field);
  const title = [work?.title ?? key, word('sheet-n', { n: sheet }), name?.label ?? field].join(' › ');
  return { title, options: name?.options };
}

/**
 * @param {Conflict} conflict
 * @param {Map<string, Choice>} choices
 * @param {{ title: string, options: Record<string, string> | undefined }} name
 */
function item(conflict, choices, { title, options }) {
  const { address, mine, theirs } = conflict;
  const group = `conflict-choice-${++count}`;
  const heading = make('p', 'conflict-title', title);
  heading.id = `${group}-title`;
  /** @param {Choice} choice @param {string} words */
  const option = (choice, words) => {
    const input = make('input', '');
    input.type = 'radio';
    input.name = group;
    input.value = choice;
    input.checked = (choices.get(address) ?? 'mine') === choice;
    input.addEventListener('change', () => choices.set(address, choice));
    return make('label', 'option', input, make('span', 'option-text', words));
  };
  /** @param {string} label @param {import('./record.js').Entry} entry @param {HTMLElement} way */
  const side = (label, entry, way) => {
    const text = shown(inWords(entry.value, options));
    return make(
      'div',
      'conflict-side',
      make('p', 'conflict-label', `${label} ${moment(entry.at)}`),
      make('p', 'conflict-text', text.length > MOST ? `${text.slice(0, MOST)}…` : text),
      way,
    );
  };
  const both = canBeBoth(conflict) && !options ? [option('both', word('keep-both'))] : [];
  const box = make('div', 'conflict-choice', heading, make(
    'div',
    'conflict-sides',
    side(word('conflict-mine'), mine, option('mine', word('keep-mine'))),
    side(word('conflict-theirs'), theirs, option('theirs', word('keep-theirs'))),
  ), ...both);
  box.setAttribute('role', 'radiogroup');
  box.setAttribute('aria-labelledby', heading.id);
  return make('li', 'conflict', box);
}
