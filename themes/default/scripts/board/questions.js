/**
 * The questions of a work, as a room opens them one by one, and how the answers to each are shown. That follows from the fields of the
 * catalogue; what a kind of exercise means beyond them is in the table `KINDS`, and nowhere else.
 *
 * | fields | display |
 * |---|---|
 * | one with options (`choice`, `scale`, `mark`, a path of a dialogue) | `spread`: how many chose each |
 * | several with the same options (`tag`, `match`, `sort`, `checklist`, `matrix`, a rubric) | `grid`: the fields by the options |
 * | a text, a date, a list of lines (`write`, `cloze`, `text`, `long-text`, `list`, `date`, `diagram`) | `texts`: cards; if all are numbers (`number`, a confidence), how they are spread; if all are lists (evidence), what was taken by how many |
 * | several under one name (`person`, `week`, `day`, the questions of an incident) | `sheets`: one card for each person; if all are numbers (the places of `order`), a grid |
 * | a table (`table`, the rows of `draw`) | `rows`: one card for each row |
 * | what was written first and last (`staged`, `formulation`) | `revised`: in pairs |
 *
 * A field that asks for a name is no question.
 *
 * Pure but for the words by which a label asks for a name.
 *
 * @typedef {import('../answers/catalogue.js').Asked} Asked
 * @typedef {import('../answers/catalogue.js').Field} Field
 * @typedef {'spread' | 'grid' | 'texts' | 'sheets' | 'rows' | 'revised'} BoardDisplay
 *
 * @typedef {object} BoardQuestion
 * @property {string} id
 * @property {Asked} work
 * @property {string} label   of all fields together; empty if they have nothing in common
 * @property {BoardDisplay} as
 * @property {Field[]} fields
 *
 * @typedef {object} MoreOfKind
 * @property {string[]} [apart]  names under which every field is a question of its own
 * @property {[first: RegExp, last: RegExp]} [revised]  the fields that hold earlier and later words for one thing; in both the same first group
 * @property {Record<string, string>} [named]  the fields whose values are numbers of something that another field names
 */

import { asksForName } from '../answers/personal.js';

/** What is meant by the fields of a kind, beyond what the catalogue says. @type {Record<string, MoreOfKind>} */
export const KINDS = {
  staged: { revised: [/^()read\.[^.]+$/, /^()read\.[^.]+$/] },
  formulation: { apart: ['sheet'], revised: [/^rev\.(\d+)\.\d+\.say$/, /^say\.(\d+)$/] },
  board: { named: { in: 'title' } },
};

/** @param {string} id */
const prefixOf = (id) => (id.includes('.') ? id.slice(0, id.indexOf('.')) : '');

/** @param {string} id */
const isNumbered = (id) => /^[^.]+\.\d+$/.test(id);

/**
 * @param {Asked} work
 * @returns {BoardQuestion[]}  in the order of the course
 */
export function questionsOf(work) {
  const more = KINDS[work.kind] ?? {};
  /** @type {Map<string, { as: BoardDisplay, fields: Field[] }>} */
  const groups = new Map();
  let before = '';
  for (const field of work.fields.filter(({ label }) => !asksForName(label))) {
    const [group, as] = placeOf(field, more, before);
    const known = groups.get(group);
    if (known) known.fields.push(field);
    else groups.set(group, { as, fields: [field] });
    before = group;
  }
  const questions = [...groups.values()].map(({ as, fields }) => questionOf(work, single(as, fields), fields));
  if (more.revised)
    questions.push({ ...questionOf(work, 'revised', work.fields), id: `${work.key}#revised`, label: '' });
  return questions;
}

/**
 * The group of fields that a field belongs to, and how its answers are shown.
 * @param {Field} field
 * @param {MoreOfKind} more
 * @param {string} before  the group of the field before it
 * @returns {[group: string, as: BoardDisplay]}
 */
function placeOf({ id, options, columns, many }, { apart = [] }, before) {
  const prefix = prefixOf(id);
  if (columns) return [`rows ${prefix || id}`, 'rows'];
  if (options && many) return [id, 'spread'];
  if (options) return [`options ${prefix} ${JSON.stringify(Object.keys(options))}`, 'grid'];
  if (many || prefix === '' || apart.includes(prefix)) return [id, 'texts'];
  if (isNumbered(id)) return [`texts ${prefix}`, 'texts'];
  const group = `sheets ${prefix}`;
  // Only what follows one another: the parts of one thing are not mixed with those of the next.
  return before === group || before.startsWith(`${group} `) ? [before, 'sheets'] : [`${group} ${id}`, 'sheets'];
}

/** One field alone is no grid and no sheet. @param {BoardDisplay} as @param {Field[]} fields @returns {BoardDisplay} */
function single(as, fields) {
  if (fields.length > 1) return as;
  return as === 'grid' ? 'spread' : as === 'sheets' ? 'texts' : as;
}

/** @param {Asked} work @param {BoardDisplay} as @param {Field[]} fields @returns {BoardQuestion} */
function questionOf(work, as, fields) {
  return { id: `${work.key}#${fields[0].id}`, work, label: sharedLabel(fields), as, fields };
}

/**
 * What the labels have in common: "仮説1：言葉" and "仮説2：言葉" are "仮説：言葉", "様子：朝" and "様子：昼" are "様子".
 * @param {Field[]} fields
 */
export function sharedLabel(fields) {
  const labels = fields.map(({ label }) => label);
  const [first] = labels;
  if (labels.length === 1) return first;
  if (labels.every((label) => label === first)) return first;
  const bare = (/** @type {string} */ label) => label.replace(/\s*\d+/, '').trim();
  if (labels.every((label) => bare(label) === bare(first))) return bare(first);
  let length = 0;
  while (length < first.length && labels.every((label) => label[length] === first[length])) length += 1;
  const [, shared = ''] = /^(.+?)\s*[：:]\s*$/.exec(first.slice(0, length).replace(/([：:]).*$/, '$1')) ?? [];
  return shared;
}
