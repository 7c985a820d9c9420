/**
 * The people whose answer files were gathered: numbers, never names. Two files of one person count once, the newest.
 *
 * Pure.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {{ number: number, exported: string, marks: Set<string>, works: Map<string, Answered[]> }} BoardPerson
 *   marks: what only the files of this person have; works: the sheets by the key of the work, the first one first
 */

import { isEmpty } from '../dom/values.js';
import { isSpecial } from '../answers/record.js';

/**
 * Adds the answers of a file. A person who is known keeps the number.
 * @param {BoardPerson[]} people  changes
 * @param {{ answers: Answered[], exported: string }} read
 * @returns {'new' | 'newer' | 'older'}  newer: it replaces a file of the same person; older: it is left out
 */
export function join(people, { answers, exported }) {
  const marks = marksOf(answers);
  const known = people.find((person) => [...marks].some((mark) => person.marks.has(mark)));
  const works = byKey(answers);
  if (!known) {
    people.push({ number: people.length + 1, exported, marks, works });
    return 'new';
  }
  for (const mark of marks) known.marks.add(mark);
  if (exported <= known.exported) return 'older';
  Object.assign(known, { exported, works });
  return 'newer';
}

/** Whether anything was answered. @param {Answered} sheet */
export const isAnswered = ({ fields }) =>
  Object.keys(fields).some((field) => !isSpecial(field) && !isEmpty(fields[field].value));

/** @param {Answered[]} answers */
function byKey(answers) {
  /** @type {Map<string, Answered[]>} */
  const works = new Map();
  for (const sheet of answers.filter(isAnswered)) {
    const sheets = works.get(sheet.key);
    if (sheets) sheets.push(sheet);
    else works.set(sheet.key, [sheet]);
  }
  for (const sheets of works.values()) sheets.sort((a, b) => a.sheet - b.sheet);
  return works;
}

/**
 * When each attempt was begun, to the millisecond: two people do not share that. A file that does not say so (of a filled paper) is known
 * by all that is in it.
 * @param {Answered[]} answers
 */
function marksOf(answers) {
  const begun = answers.flatMap(({ key, sheet, fields }) => {
    const at = fields['@begun']?.value ?? '';
    return isEmpty(at) ? [] : [`${key}#${sheet} ${at}`];
  });
  return new Set(begun.length > 0 ? begun : [JSON.stringify(answers)]);
}

/**
 * A number that says nothing of a file's name, for an order of people that says nothing of it either.
 * @param {string} text
 */
export function scatter(text) {
  let hash = 2166136261;
  for (let at = 0; at < Math.min(text.length, 65536); at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}
