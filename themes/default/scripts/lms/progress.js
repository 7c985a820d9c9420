/**
 * What a trainer may see of the answers: whether the course is completed, and the texts.
 *
 * Pure.
 *
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('./adapter.js').Said} Said
 */

import { begunIn } from '../answers/begun.js';
import { namesOf } from '../answers/catalogue.js';
import { isEmpty } from '../dom/values.js';
import { isSpecial, parseAddress } from '../answers/record.js';

/**
 * Whether what the author asks for was attempted: each of `required`, or half of all exercises.
 * @param {Map<string, Entry>} entries  by address
 * @param {{ required: string[], exercises: string[] }} course
 */
export function isCompleted(entries, { required, exercises }) {
  const marks = [...entries].filter(([address]) => isSpecial(parseAddress(address)?.field ?? ''));
  const { stages } = begunIn(marks);
  if (required.length > 0) return required.every((key) => stages.has(key));
  return exercises.length > 0 && exercises.filter((key) => stages.has(key)).length * 2 >= exercises.length;
}

/**
 * The answers in the learner's own words; what was chosen is not among them.
 * @param {Answered[]} works
 * @param {import('../answers/catalogue.js').Catalogue} catalogue
 * @returns {Said[]}
 */
export function saidIn(works, catalogue) {
  return works.flatMap(({ key, sheet, fields }) => {
    const asked = catalogue.works.find((work) => work.key === key);
    if (!asked) return [];
    const named = namesOf(asked);
    return Object.keys(fields).flatMap((field) => {
      const name = named(field);
      const { value, at } = fields[field];
      const isText = name && !name.options && !name.of && typeof value === 'string' && !isEmpty(value);
      if (!isText || typeof value !== 'string') return [];
      const id = `${key}.${sheet}.${field}`.replaceAll('/', '.');
      return [{ id, name: `${asked.title} › ${name.label}`, text: value, at }];
    });
  });
}
