/**
 * What the course asks: all its works in course order, and the names of their fields and values. The generator
 * writes it to answers/course.js, which is loaded when it is needed, by a script tag (the one way that local files
 * allow).
 *
 * @typedef {{ id: string, label: string, options?: Record<string, string>, many?: boolean,
 *   columns?: { id: string, label: string, options?: Record<string, string>, of?: string }[] }} Field
 *   `of`: its values name rows, such as `person.2`, which are called as their column of that name says
 * @typedef {{ key: string, kind: string, title: string, url: string, group: number, minutes?: number | null,
 *   fields: Field[] }} Asked  one exercise or worksheet of the course
 * @typedef {{ id: string, title: string, revision: number | string | null, language: string,
 *   groups: { title: string, url: string }[], works: Asked[] }} Catalogue
 * @typedef {{ table: string, row: number, column: string, index: number }} TableCell  a field that is a cell of a table
 * @typedef {{ label: string, options?: Record<string, string>, of?: string, order: (string | number)[], cell?: TableCell }} Named
 */

import { given } from '../dom/given.js';
import { word } from '../dom/words.js';

/** @type {Promise<Catalogue> | undefined} */
let asked;

/**
 * @param {string} base
 * @returns {Promise<Catalogue>}  loaded once, and again only after a failure
 */
export function loadCatalogue(base) {
  asked ??= /** @type {Promise<Catalogue>} */ (given(`${base}answers/course.js`, 'mitateCourse'));
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

/**
 * A way to look up the fields of one work. `people.2.age` is the column `age` in row 2 of the table `people`,
 * `present.3` the third of the list `present`; a catalogue may also name `places.home` itself.
 * @param {Asked} work
 * @returns {(name: string) => Named | undefined}  undefined: the work has no such field (any more)
 */
export function namesOf(work) {
  const fields = new Map(work.fields.map((field, i) => [field.id, /** @type {const} */ ([field, i])]));
  return (name) => {
    for (let cut = name.length; cut > 0; cut = name.lastIndexOf('.', cut - 1)) {
      const found = fields.get(name.slice(0, cut));
      if (found) return within(found[0], found[1], name.slice(cut + 1));
    }
    return undefined;
  };
}

/**
 * @param {Field} field
 * @param {number} position
 * @param {string} rest  what follows the field's id: "", "2", "2.age"
 * @returns {Named | undefined}
 */
function within(field, position, rest) {
  if (rest === '') return { label: field.label, options: field.options, order: [position] };
  const [row, column] = rest.split('.', 2);
  if (field.columns) {
    const index = field.columns.findIndex(({ id }) => id === column);
    if (index < 0 || !/^[1-9]\d*$/.test(row)) return undefined;
    const { label, options, of } = field.columns[index];
    const cell = { table: field.label, row: Number(row), column: label, index };
    return { label: `${field.label} ${row} ${label}`, options, of, order: [position, cell.row, index], cell };
  }
  if (!field.many || !/^[1-9]\d*$/.test(rest)) return undefined;
  return { label: `${field.label} ${rest}`, options: field.options, order: [position, Number(rest)] };
}

/**
 * A value in words: options by their labels; a removed option is shown by its id.
 * @param {import('./record.js').Value} value
 * @param {Record<string, string>} [options]
 * @param {string} [separator]
 */
export function inWords(value, options, separator = word('sign-list')) {
  const one = (/** @type {string} */ id) => (options && Object.hasOwn(options, id) ? options[id] : id);
  return typeof value === 'string' ? one(value) : value.map(one).join(separator);
}
