/**
 * What is still empty in an attempt, by the words that the page has for it: said before comparing closes the attempt.
 */

import { controlsIn, isAnswered, nameOf, words } from '../dom/controls.js';
import { short } from '../dom/element.js';

/** What is one question for a learner; the first that holds a control counts. */
const UNITS =
  '[data-field], .question, .pair-row, .sort-card, .tag-row, .criterion, .check-row, .gap, .board-card, [data-order]';

/** What may well stay empty: the learner's own cards, what was not asked, names of groups without a card. */
const OPTIONAL = '[data-own], .board-groups, .staged-later, .own-words, [hidden] *, [hidden]';

/**
 * @typedef {{ label: string, control: import('../dom/controls.js').Control }} Blank
 *
 * @param {Element} attempt
 * @returns {Blank[]}
 */
export function blanksIn(attempt) {
  /** @type {Map<Element, import('../dom/controls.js').Control[][]>} */
  const units = new Map();
  for (const group of controlsIn(attempt).values()) {
    const unit = group[0].closest(UNITS);
    if (
      !unit ||
      !attempt.contains(unit) ||
      group[0].disabled ||
      group[0].matches(OPTIONAL) ||
      group[0].closest(OPTIONAL)
    )
      continue;
    units.set(unit, [...(units.get(unit) ?? []), group]);
  }
  return [...units]
    .filter(([, groups]) => !groups.some(isAnswered))
    .map(([unit, [group]]) => ({ label: short(labelOf(unit) || nameOf(group[0]), 30), control: group[0] }));
}

/** Where the words of a unit are; the first that is there counts. */
const LABELS = [
  '.field-label',
  '.question-text',
  '.pair-text',
  '.tag-sentence',
  '.criterion-text',
  '.board-text',
  'legend',
  'dt',
];

/** @param {Element} unit */
function labelOf(unit) {
  const label = unit.matches('.gap')
    ? null
    : LABELS.map((selector) => unit.querySelector(selector)).find((one) => one !== null);
  return label ? words(label) : '';
}
