/**
 * What one person said to one question, in words. A text with what looks like personal data is held back.
 *
 * @typedef {import('./questions.js').BoardQuestion} BoardQuestion
 * @typedef {import('./people.js').BoardPerson} BoardPerson
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('../answers/record.js').Value} Value
 *
 * @typedef {object} BoardSaid
 * @property {string} id       of this answer on the board
 * @property {number} person
 * @property {number} sheet
 * @property {string} field
 * @property {string} label
 * @property {Value} value
 * @property {string} text
 * @property {string[]} held   the kinds of personal data that it seems to have
 * @property {import('../answers/catalogue.js').TableCell} [cell]
 */

import { inWords, namesOf } from '../answers/catalogue.js';
import { compareOrder, rowNames } from '../answers/outline.js';
import { asksForName, findPersonalIn, mayBeName } from '../answers/personal.js';
import { shown } from '../answers/phrases.js';
import { isSpecial } from '../answers/record.js';
import { isEmpty } from '../dom/values.js';
import { word } from '../dom/words.js';
import { KINDS } from './questions.js';

/** @param {BoardPerson} person @param {BoardQuestion} question */
export const sheetsOf = (person, { work }) => person.works.get(work.key) ?? [];

/**
 * The sheets that count: of an exercise the last attempt, of a form every copy.
 * @param {BoardPerson} person
 * @param {BoardQuestion} question
 */
export function lastSheets(person, question) {
  const sheets = sheetsOf(person, question);
  return question.work.key.startsWith('exercise/') ? sheets.slice(-1) : sheets;
}

/**
 * @param {BoardPerson} person
 * @param {BoardQuestion} question
 * @param {Answered[]} sheets
 * @returns {Generator<void, BoardSaid[], void>}  in steps of one field
 */
export function* saying(person, question, sheets) {
  const named = namesOf({ ...question.work, fields: question.fields });
  const whole = namesOf(question.work);
  const numbers = KINDS[question.work.kind]?.named ?? {};
  /** @type {{ said: BoardSaid, order: (string | number)[] }[]} */
  const found = [];
  for (const work of sheets) {
    for (const field of Object.keys(work.fields)) {
      yield;
      const name = isSpecial(field) ? undefined : named(field);
      const { value } = work.fields[field];
      const own = name?.cell?.column ?? name?.label ?? '';
      if (!name || isEmpty(value) || asksForName(own)) continue;
      const naming = numbers[field.slice(0, field.indexOf('.'))];
      const text = naming
        ? titleOf(work, naming, value)
        : name.of
          ? inWords(value, { ...name.options, ...rowNames(work, whole, name.of, value) })
          : wordsOf(value, name.options);
      found.push({
        said: {
          id: `${person.number}/${work.sheet}/${field}`,
          person: person.number,
          sheet: work.sheet,
          field,
          label: name.label,
          value,
          text,
          held: name.options && !name.of ? [] : kindsIn(text, [value].flat(), name.label, own),
          ...(name.cell && { cell: name.cell }),
        },
        order: [work.sheet, ...name.order],
      });
    }
  }
  return found.sort((a, b) => compareOrder(a.order, b.order)).map(({ said }) => said);
}

/**
 * The kinds of personal data that an answer seems to have.
 * @param {string} text
 * @param {string[]} parts  of a list
 * @param {string} label
 * @param {string} own  its label; in a table that of the column
 */
function kindsIn(text, parts, label, own) {
  const kinds = findPersonalIn(text, label).map(({ kind }) => kind);
  return [...new Set([...kinds, ...(parts.some((part) => mayBeName(part, own)) ? ['name'] : [])])];
}

/** What the course does not have any more may be anything: it is not shown as it is. @param {Value} value @param {Record<string, string>} [options] */
function wordsOf(value, options) {
  if (!options) return shown(inWords(value));
  const one = (/** @type {string} */ id) => (Object.hasOwn(options, id) ? options[id] : word('board-gone'));
  return [value].flat().map(one).join(word('sign-list'));
}

/** The name that a person gave to a group. @param {Answered} work @param {string} naming @param {Value} value */
function titleOf({ fields }, naming, value) {
  const title = fields[`${naming}.${String(value)}`]?.value ?? '';
  return isEmpty(title) ? word('board-group', { n: String(value).slice(0, 20) }) : inWords(title);
}
