/**
 * How one sheet of a form follows another: what is missing before the next one, which rows go over to it, and what it
 * begins with. Pure; knows no page, no store, and no single form.
 *
 * Marks are stored as `best` (◎), `good` (○), `part` (△), `not` (×). What is to become of a row marked × the person
 * chooses: it is beside the row as `TABLE.ROW.if-not` (review, end, reword), the reason as `TABLE.ROW.if-not-why`.
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {import('../dom/values.js').Values} Values
 *
 * @typedef {object} Rules  as the page gives them
 * @property {string} called
 * @property {string[]} first
 * @property {string[]} later
 * @property {{ field: string, columns?: string[] }[]} carry
 * @property {{ table: string, mark: string, person: string | null, added: string | null, columns: string[] } | null} rows
 * @property {{ field: string, column: string | null, is: string | null, columns: string[] }[]} needs
 * @property {string[]} laterNeeds
 * @property {{ table: string, from: number, columns: string[] }[]} opens
 * @property {{ field: string, is: string } | null} ending
 * @property {{ table: string, who: string, side: string | null, tie: string | null, center: string | null } | null} ecomap
 *
 * @typedef {{ name: string, field: string, row?: number, why: 'empty' | 'is' | 'rows' | 'way' | 'reason', is?: string }} Missing
 * @typedef {'done' | 'carried' | 'review' | 'end' | 'reword'} Outcome
 */

import { isEmpty } from '../dom/values.js';
import { lastRow } from '../work/numbering.js';

/** The name of a cell; a list has rows and no columns. @param {string} table @param {number} row @param {string} column */
export const cell = (table, row, column) => (column === '' ? `${table}.${row}` : `${table}.${row}.${column}`);

/**
 * The rows in which one of these columns is written.
 * @param {Values} values @param {string} table @param {string[]} columns
 */
export function usedRows(values, table, columns) {
  const rows = Array.from({ length: lastRow(table, values.keys()) }, (_, i) => i + 1);
  return rows.filter((row) => columns.some((column) => !isEmpty(values.get(cell(table, row, column)))));
}

/**
 * Rows of a table, or of a list, that are written in.
 * @param {Values} values @param {{ table: string, columns: string[] }} of
 */
export const countRows = (values, { table, columns }) =>
  usedRows(values, table, columns.length > 0 ? columns : ['']).length;

/** @param {Value | undefined} value @param {string} option */
const chosen = (value, option) => (typeof value === 'string' ? value === option : (value?.includes(option) ?? false));

/** This sheet is said to be the last one. @param {Values} values @param {Rules} rules */
export const hasEnded = (values, { ending }) => ending !== null && chosen(values.get(ending.field), ending.is);

/**
 * What must be written on a sheet before the next one opens, in the order in which it is asked.
 * @param {Values} values
 * @param {Rules} rules
 * @param {{ later: boolean, asked?: (field: string) => boolean }} at  asked: false for a field whose condition does not hold
 * @returns {Missing[]}
 */
export function missing(values, rules, { later, asked = () => true }) {
  /** @type {Missing[]} */
  const found = [];
  /** @param {string} name @param {string} field @param {string | null} [is] @param {number} [row] */
  const need = (name, field, is, row) => {
    const value = values.get(name);
    if (isEmpty(value)) found.push({ name, field, row, why: 'empty' });
    else if (is && !chosen(value, is)) found.push({ name, field, row, why: 'is', is });
  };
  if (rules.rows) found.push(...missingOfRows(values, rules.rows));
  for (const { field, column, is, columns } of rules.needs) {
    if (!asked(field)) continue;
    if (column === null) {
      if (columns.length === 0 || rowless(values, field)) need(field, field, is);
      continue;
    }
    const rows = usedRows(values, field, columns);
    if (rows.length === 0) found.push({ name: cell(field, 1, columns[0] ?? column), field, why: 'rows' });
    for (const row of rows) need(cell(field, row, column), field, is, row);
  }
  if (later) for (const field of rules.laterNeeds) if (asked(field) && rowless(values, field)) need(field, field);
  return found;
}

/** Nothing is written in any row of the field. @param {Values} values @param {string} field */
const rowless = (values, field) =>
  ![...values].some(([name, value]) => name.startsWith(`${field}.`) && !isEmpty(value));

/**
 * @param {Values} values
 * @param {NonNullable<Rules['rows']>} rows
 * @returns {Missing[]}
 */
function missingOfRows(values, { table, mark, columns }) {
  /** @param {number} row @param {string} column @param {Missing['why']} why @returns {Missing} */
  const lack = (row, column, why) => ({ name: cell(table, row, column), field: table, row, why });
  const used = usedRows(values, table, columns);
  if (used.length === 0) return [{ name: cell(table, 1, columns[0] ?? mark), field: table, why: 'rows' }];
  return used.flatMap((row) => {
    const marked = values.get(cell(table, row, mark));
    if (isEmpty(marked)) return [lack(row, mark, 'empty')];
    if (marked !== 'not') return [];
    return [lack(row, 'if-not', 'way'), lack(row, 'if-not-why', 'reason')].filter(({ name }) =>
      isEmpty(values.get(name)),
    );
  });
}

/**
 * What becomes of each row.
 * @param {Values} values
 * @param {NonNullable<Rules['rows']>} rows
 * @returns {{ row: number, mark: string, outcome: Outcome, reason: string }[]}
 */
export function outcomes(values, { table, mark, columns }) {
  return usedRows(values, table, columns).map((row) => {
    const marked = String(values.get(cell(table, row, mark)) ?? '');
    const way = String(values.get(cell(table, row, 'if-not')) ?? '');
    const reason = marked === 'not' ? String(values.get(cell(table, row, 'if-not-why')) ?? '') : '';
    const kept = way === 'end' || way === 'reword' ? way : 'review';
    return { row, mark: marked, outcome: marked === 'best' ? 'done' : marked === 'not' ? kept : 'carried', reason };
  });
}

/**
 * What the next sheet begins with, and which row of it was which: `TO=FROM`.
 * @param {Values} values
 * @param {Rules} rules
 * @returns {{ values: Record<string, Value>, from: string[] }}
 */
export function next(values, rules) {
  /** @type {Record<string, Value>} */
  const draft = {};
  /** @type {string[]} */
  const from = [];
  /** @param {string} to @param {string} name */
  const take = (to, name) => {
    const value = values.get(name);
    if (value !== undefined && !isEmpty(value)) draft[to] = value;
  };
  for (const { field, columns } of rules.carry) {
    // A person, a week, a matrix: all that is written under the field's name.
    if (!columns)
      for (const name of values.keys()) if (name === field || name.startsWith(`${field}.`)) take(name, name);
    for (const row of columns ? usedRows(values, field, columns) : []) {
      for (const column of columns ?? []) take(cell(field, row, column), cell(field, row, column));
    }
  }
  const { rows } = rules;
  if (rows) {
    const going = outcomes(values, rows).filter(({ outcome }) => outcome !== 'done' && outcome !== 'end');
    for (const [i, { row }] of going.entries()) {
      from.push(`${i + 1}=${row}`);
      for (const column of rows.columns) take(cell(rows.table, i + 1, column), cell(rows.table, row, column));
    }
    const added = rows.added === null ? [] : usedRows(values, rows.added, ['']);
    for (const [i, line] of added.entries())
      take(cell(rows.table, going.length + i + 1, rows.columns[0]), cell(rows.added ?? '', line, ''));
  }
  return { values: draft, from };
}

/**
 * Is it what a sheet says for itself, and never takes over: what is written in looking back?
 * @param {Rules} rules @param {string} name
 */
export function isOwn({ rows, carry }, name) {
  const [field, , column] = name.split('.');
  const taken = rows?.table === field ? rows.columns : carry.find((one) => one.field === field)?.columns;
  if (taken) return !taken.includes(column ?? '');
  return !carry.some((one) => one.field === field);
}

/**
 * Rows that say what others do and not what the person does.
 * @param {Values} values
 * @param {NonNullable<Rules['rows']>} rows
 */
export function withoutPerson(values, { table, person, columns }) {
  if (person === null) return [];
  return usedRows(values, table, columns).filter((row) => isEmpty(values.get(cell(table, row, person))));
}

/**
 * The same text, but for spaces, widths and points?
 * @param {string} a
 * @param {string} b
 */
export function sameWords(a, b) {
  const [one, other] = [a, b].map((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s、。,.，．・]+/gu, '')
      .toLowerCase(),
  );
  return one !== '' && one === other;
}
