/**
 * All answers as they are read: by group and work in the course's order, each sheet with its date and state, each
 * answer with its label, in words. What the course does not ask (any more) comes separately, complete.
 *
 * Pure: the page, the Markdown file, the copied text and the printed document are made from it.
 *
 * @typedef {import('./record.js').Value} Value
 * @typedef {import('./record.js').Answered} Answered
 * @typedef {import('./names.js').AllNames} AllNames
 * @typedef {import('./catalogue.js').Asked} Asked
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 *
 * @typedef {{ field: string, label: string, text: string, at: string, draft: boolean, others: { text: string, at: string }[],
 *   cell?: import('./catalogue.js').TableCell }} AnswerRow  the cells of one table follow each other
 * @typedef {{ label: string, columns: string[], lines: { n: number, cells: (AnswerRow | undefined)[] }[] }} AnswerTable
 * @typedef {{ key: string, sheet: number, at: string, state: 'answered' | 'looked', rows: AnswerRow[], isPart?: boolean }} SheetOf  isPart: the rest of it is in another group
 * @typedef {{ key: string, title: string, kind: 'exercise' | 'worksheet' | 'meeting', url: string, group: number, sheets: SheetOf[] }} WorkOf
 * @typedef {{ title: string, url: string, works: WorkOf[] }} GroupOf
 * @typedef {{ groups: GroupOf[], lost: WorkOf[], open: number }} Outline  works without an answer are in `groups` too
 */

import { inWords, namesOf } from './catalogue.js';
import { learned } from './names.js';
import { isEmpty } from '../dom/values.js';
import { isSpecial } from './record.js';
import { compare } from './works.js';

/**
 * @param {Catalogue} catalogue
 * @param {Answered[]} works
 * @param {AllNames} [names]  of what the course has no more
 * @returns {Generator<void, Outline, void>}  in steps
 */
export function* outlining(catalogue, works, names = Object.create(null)) {
  /** @type {Map<string, Answered[]>} */
  const byKey = new Map();
  for (const work of works) {
    const sheets = byKey.get(work.key);
    if (sheets) sheets.push(work);
    else byKey.set(work.key, [work]);
  }

  /** @type {Outline} */
  const outline = { groups: catalogue.groups.map(({ title, url }) => ({ title, url, works: [] })), lost: [], open: 0 };
  for (const asked of catalogue.works) {
    const named = namesOf(asked);
    const own = head(asked);
    const gone = head(asked);
    for (const work of byKey.get(asked.key) ?? []) {
      const [rows, lost] = yield* rowsOf(work, named, names[work.key]);
      if (rows.length > 0) own.sheets.push(sheetOf(work, rows));
      if (lost.length > 0) gone.sheets.push({ ...sheetOf(work, lost), isPart: rows.length > 0 });
      yield;
    }
    byKey.delete(asked.key);
    outline.groups[asked.group]?.works.push(own);
    if (own.sheets.length === 0) outline.open += 1;
    if (gone.sheets.length > 0) outline.lost.push(gone);
  }
  for (const [key, left] of [...byKey].sort(([a], [b]) => compare(a, b))) {
    const gone = { ...unknown(key), ...(names[key]?.title && { title: names[key].title }) };
    for (const work of left) {
      const [, rows] = yield* rowsOf(work, () => undefined, names[key]);
      if (rows.length > 0) gone.sheets.push(sheetOf(work, rows));
    }
    if (gone.sheets.length > 0) outline.lost.push(gone);
  }
  return outline;
}

/**
 * The works as the answer file holds them: in the course's order, with their titles, fields in the course's order.
 * @param {Catalogue | undefined} catalogue  without one: by key
 * @param {Answered[]} works
 * @param {AllNames} [known]
 * @returns {Generator<void, import('./file.js').FileAnswer[], void>}  in steps of one sheet
 */
export function* ordering(catalogue, works, known = Object.create(null)) {
  const asked = new Map((catalogue?.works ?? []).map((work, i) => [work.key, /** @type {const} */ ([work, i])]));
  const place = (/** @type {string} */ key) => asked.get(key)?.[1] ?? Infinity;
  const sorted = [...works].sort(
    (a, b) => place(a.key) - place(b.key) || 0 || compare(a.key, b.key) || a.sheet - b.sheet,
  );
  const written = [];
  for (const { key, sheet, fields } of sorted) {
    const work = asked.get(key)?.[0];
    const names = sortNames(Object.keys(fields), work ? namesOf(work) : () => undefined);
    const ordered = Object.create(null);
    for (const name of names) ordered[name] = fields[name];
    written.push({ key, sheet, fields: ordered, ...namesFor(learned(known[key], work, fields), names) });
    yield;
  }
  return written;
}

/**
 * What a file says of the names of one sheet: of its own fields only.
 * @param {import('./names.js').Names} names
 * @param {string[]} fields
 */
function namesFor({ title, labels, words }, fields) {
  const only = (/** @type {Record<string, any>} */ all) => {
    const some = Object.create(null);
    for (const field of fields) if (Object.hasOwn(all, field)) some[field] = all[field];
    return Object.keys(some).length > 0 ? some : undefined;
  };
  return { ...(title !== '' && { title }), labels: only(labels), words: only(words) };
}

/**
 * @param {Answered} work
 * @param {ReturnType<typeof namesOf>} named
 * @param {import('./names.js').Names | undefined} known  how it was called before
 * @returns {Generator<void, [rows: AnswerRow[], lost: AnswerRow[]], void>}
 */
function* rowsOf(work, named, known) {
  /** @type {AnswerRow[]} */
  const rows = [];
  /** @type {AnswerRow[]} */
  const lost = [];
  for (const field of sortNames(Object.keys(work.fields), named)) {
    yield;
    const { value, at, others = [] } = work.fields[field];
    if (isSpecial(field) || (isEmpty(value) && others.length === 0)) continue;
    const name = named(field);
    const text = (/** @type {Value} */ one) =>
      inWords(
        one,
        name?.of ? { ...name.options, ...rowNames(work, named, name.of, one) } : optionsOf(name, known?.words[field]),
      );
    (name ? rows : lost).push({
      field,
      label: name?.label ?? known?.labels[field] ?? field,
      text: text(value),
      at,
      draft: isDraft(work, field, at),
      others: others.map((other) => ({ text: text(other.value), at: other.at })),
      ...(name?.cell && { cell: name.cell }),
    });
  }
  return [rows, lost];
}

/**
 * Whether the learner went on (`@passed.PART`) without committing (`@committed.PART`) what had been written in `NAME.PART`, or said
 * something else (`step.N`) than the own words (`own.N`) that were written.
 * @param {Answered} work
 * @param {string} field
 * @param {string} at
 */
function isDraft({ fields }, field, at) {
  const part = field.slice(field.indexOf('.') + 1);
  const said = String(fields[`step.${part}`]?.value ?? '');
  if (field.startsWith('own.') && said !== '') return !said.endsWith(':own');
  const passed = fields[`@passed.${part}`]?.value ?? '';
  return !isEmpty(passed) && at <= String(passed) && isEmpty(fields[`@committed.${part}`]?.value ?? '');
}

/**
 * The words of values: those of the course, and of values that it has no more, as they were called.
 * @param {import('./catalogue.js').Named | undefined} name
 * @param {Record<string, string> | undefined} words
 */
const optionsOf = (name, words) => (words ? Object.assign(Object.create(null), words, name?.options) : name?.options);

/**
 * How the rows that a value names are called: as their column `of` says, or by the table and the number.
 * @param {Answered} work
 * @param {ReturnType<typeof namesOf>} named
 * @param {string} of
 * @param {Value} value
 */
export function rowNames(work, named, of, value) {
  const rows = [value].flat().filter((id) => /^[a-z]+\.[1-9]\d*$/.test(id));
  return Object.fromEntries(
    rows.map((id) => {
      const called = work.fields[`${id}.${of}`]?.value ?? '';
      const [table, n] = id.split('.');
      return [id, isEmpty(called) ? `${named(table)?.label ?? table} ${n}` : inWords(called)];
    }),
  );
}

/**
 * @param {Answered} work
 * @param {AnswerRow[]} rows
 * @returns {SheetOf}
 */
function sheetOf({ key, sheet, fields }, rows) {
  const looked = fields['@looked'];
  const at = rows.reduce((latest, row) => (row.at > latest ? row.at : latest), '');
  return { key, sheet, at, state: looked && !isEmpty(looked.value) ? 'looked' : 'answered', rows };
}

/** @param {Asked} asked @returns {WorkOf} */
function head({ key, title, url, group }) {
  return { ...unknown(key), title, url, group };
}

/** The kind of what a key names. @param {string} key @returns {WorkOf['kind']} */
function kindOf(key) {
  if (key.startsWith('worksheet/')) return 'worksheet';
  return key.startsWith('meeting/') ? 'meeting' : 'exercise';
}

/** @param {string} key @returns {WorkOf} */
function unknown(key) {
  return { key, title: key.slice(key.indexOf('/') + 1), kind: kindOf(key), url: '', group: -1, sheets: [] };
}

/**
 * As the course has them, the unknown behind, by name; "2" before "10".
 * @param {string[]} names
 * @param {ReturnType<typeof namesOf>} named
 */
function sortNames(names, named) {
  const keyed = names.map((name) => /** @type {const} */ ([name, named(name)?.order]));
  return keyed
    .sort(([a, x], [b, y]) => {
      if (x && y) return compareOrder(x, y) || natural(a, b);
      return x ? -1 : y ? 1 : natural(a, b);
    })
    .map(([name]) => name);
}

/** @param {string} a @param {string} b */
function natural(a, b) {
  const parts = (/** @type {string} */ name) =>
    name.split('.').map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part));
  return compareOrder(parts(a), parts(b)) || compare(a, b);
}

/** @param {(string | number)[]} a @param {(string | number)[]} b */
export function compareOrder(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/**
 * The answers of a sheet with each table as one: only its columns and rows that hold something.
 * @param {AnswerRow[]} rows
 * @returns {(AnswerRow | AnswerTable)[]}
 */
export function withTables(rows) {
  /** @type {(AnswerRow | AnswerTable)[]} */
  const parts = [];
  for (let from = 0; from < rows.length;) {
    const { cell, field } = rows[from];
    const table = field.slice(0, field.indexOf('.'));
    let to = from + 1;
    while (cell && rows[to]?.cell && rows[to].field.startsWith(`${table}.`)) to += 1;
    parts.push(cell ? tableOf(cell.table, rows.slice(from, to)) : rows[from]);
    from = to;
  }
  return parts;
}

/** @param {string} label @param {AnswerRow[]} cells @returns {AnswerTable} */
function tableOf(label, cells) {
  const columns = new Map(cells.map(({ cell }) => [cell?.index ?? 0, cell?.column ?? '']));
  const shown = [...columns.keys()].sort((a, b) => a - b);
  const rows = new Set(cells.map(({ cell }) => cell?.row ?? 0));
  return {
    label,
    columns: shown.map((index) => columns.get(index) ?? ''),
    lines: [...rows].map((n) => ({
      n,
      cells: shown.map((index) => cells.find(({ cell }) => cell?.row === n && cell.index === index)),
    })),
  };
}
