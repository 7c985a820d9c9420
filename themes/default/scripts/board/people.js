/**
 * The people whose answer files were gathered: numbers, never names. Two files of one person count once, the newest.
 *
 * Two files are of one person if a sheet in both was begun at the same moment, and what the newer file says in it is in the older one too,
 * or was written after that was exported: of forty people who begin together, two may well begin in the same millisecond. A file of
 * papers has no such moment: it is of the same person as another if all answers in them are the same. Files of which each shares a sheet
 * with a third one are of one person, too. `mitate collect` does the same (`src/collect/person.rs`); `tests/shared/people.json` holds both.
 *
 * Pure.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {{ exported: string, sheets: Map<string, Record<string, Entry>[]>, whole: string }} PersonFile
 *   exported: the moment; sheets: the answers of the sheets that were begun then; whole: all answers, if no sheet says when
 * @typedef {{ number: number, exported: string, files: PersonFile[], works: Map<string, Answered[]> }} BoardPerson
 *   files: those of this person; works: the sheets by the key of the work, the first one first
 */

import { isEmpty } from '../dom/values.js';
import { equal, isSpecial } from '../answers/record.js';

/**
 * Adds the answers of a file. A person who is known keeps the number; if the file shows that several are one, the first number.
 * @param {BoardPerson[]} people  changes
 * @param {{ answers: Answered[], exported: string }} read
 * @returns {'new' | 'newer' | 'older'}  newer: it replaces a file of the same person; older: it is left out
 */
export function join(people, { answers, exported }) {
  const file = traceOf(answers, exported);
  const own = people.filter(({ files }) => files.some((other) => isOfOne(other, file)));
  const works = byKey(answers);
  const [known, ...others] = own;
  if (!known) {
    const number = Math.max(0, ...people.map((person) => person.number)) + 1;
    people.push({ number, exported: file.exported, files: [file], works });
    return 'new';
  }
  for (const other of others) {
    known.files.push(...other.files);
    if (other.exported > known.exported) Object.assign(known, { exported: other.exported, works: other.works });
    people.splice(people.indexOf(other), 1);
  }
  known.files.push(file);
  if (file.exported <= known.exported) return 'older';
  Object.assign(known, { exported: file.exported, works });
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

/** @param {Answered[]} answers @param {string} exported @returns {PersonFile} */
function traceOf(answers, exported) {
  /** @type {PersonFile['sheets']} */
  const sheets = new Map();
  for (const { key, fields } of answers) {
    const begun = fields['@begun']?.value ?? '';
    if (isEmpty(begun)) continue;
    const id = `${key} ${String(begun)}`;
    sheets.set(id, [...(sheets.get(id) ?? []), fields]);
  }
  const said = (/** @type {Answered} */ { key, sheet, fields }) => [
    [key, sheet],
    ...Object.keys(fields).map((name) => [name, fields[name].value, fields[name].at]),
  ];
  return { exported: moment(exported), sheets, whole: sheets.size > 0 ? '' : JSON.stringify(answers.map(said)) };
}

/** The digits of a time, as many as there are down to milliseconds. @param {string} time */
const moment = (time) => time.replace(/\D/g, '').padEnd(17, '0').slice(0, 17);

/** @param {PersonFile} one @param {PersonFile} other */
const isOfOne = (one, other) =>
  (one.whole !== '' && one.whole === other.whole) || goesOnIn(one, other) || goesOnIn(other, one);

/** Whether a sheet of a file goes on in a newer one. @param {PersonFile} older @param {PersonFile} newer */
function goesOnIn(older, newer) {
  if (older.exported > newer.exported) return false;
  const isKept = (/** @type {Record<string, Entry>} */ before, /** @type {Record<string, Entry>} */ after) =>
    Object.keys(after)
      .filter((name) => !isSpecial(name) && !isEmpty(after[name].value))
      .every((name) => {
        const [was, { value, at }] = [before[name], after[name]];
        return moment(at) > older.exported || (was?.at === at && equal(was.value, value));
      });
  return [...newer.sheets].some(([begun, sheets]) =>
    sheets.some((after) => older.sheets.get(begun)?.some((before) => isKept(before, after))),
  );
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
