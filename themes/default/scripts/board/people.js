/**
 * The people whose answer files were gathered: numbers, never names. Two files of one person count once, the newest.
 *
 * Pure.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {{ exported: string, attempts: Map<string, Record<string, Entry>> }} PersonFile
 *   attempts: the answers of each attempt by the moment of its beginning
 * @typedef {{ number: number, exported: string, files: PersonFile[], works: Map<string, Answered[]> }} BoardPerson
 *   files: those of this person; works: the sheets by the key of the work, the first one first
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
  const file = { exported, attempts: attemptsOf(answers) };
  const known = people.find(({ files }) => files.some((other) => isOfOne(other, file)));
  const works = byKey(answers);
  if (!known) {
    people.push({ number: people.length + 1, exported, files: [file], works });
    return 'new';
  }
  known.files.push(file);
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
 * When each attempt was begun, to the millisecond. A file that does not say so (of a filled paper) is known by all that is in it.
 * @param {Answered[]} answers
 */
function attemptsOf(answers) {
  /** @type {Map<string, Record<string, Entry>>} */
  const attempts = new Map();
  for (const { key, sheet, fields } of answers) {
    const at = fields['@begun']?.value ?? '';
    if (!isEmpty(at)) attempts.set(`${key}#${sheet} ${at}`, fields);
  }
  return attempts.size > 0 ? attempts : new Map([[JSON.stringify(answers), {}]]);
}

/**
 * Whether two files are of one person: an attempt in both was begun at the same moment, and what the newer file says in it is in the older
 * one too, or was written after that was exported. Of forty people who begin together, two may well begin in the same millisecond.
 * @param {PersonFile} one
 * @param {PersonFile} other
 */
function isOfOne(one, other) {
  const [older, newer] = one.exported <= other.exported ? [one, other] : [other, one];
  return [...newer.attempts].some(([begun, fields]) => {
    const before = older.attempts.get(begun);
    const isKept = (/** @type {string} */ name) => {
      const { value, at } = fields[name];
      const was = before?.[name];
      return at > older.exported || (was?.at === at && JSON.stringify(was.value) === JSON.stringify(value));
    };
    const answered = Object.keys(fields).filter((name) => !isSpecial(name) && !isEmpty(fields[name].value));
    return before !== undefined && answered.every(isKept);
  });
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
