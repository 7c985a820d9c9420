/**
 * From what is written in a form to the data of a diagram, together with what is there from the beginning. `rows` says
 * which row each part of the data came from, by its path, so that a problem can be reported at its row. Pure.
 *
 * @typedef {import('./rows.js').Values} Values
 * @typedef {{ code: string, row: string, [arg: string]: string | number }} Slip  what cannot be put into data at all
 * @typedef {{ data: any, rows: Map<string, string>, slips: Slip[], empty: boolean }} Built
 */

import { filled, numberIn, rowsOf } from './rows.js';

/** @type {Record<string, (base: any, values: Values) => Built>} */
const BUILDERS = { genogram, ecomap, timeline, week };

/**
 * @param {string} kind
 * @param {any} base  what is there from the beginning; never changed
 * @param {Values} values
 * @returns {Built}
 */
export function built(kind, base, values) {
  return BUILDERS[kind](structuredClone(base), values);
}

/** @param {any} base @param {Values} values @returns {Built} */
function genogram(base, values) {
  const { rows, add } = collecting();
  /** @type {Slip[]} */
  const slips = [];
  const data = {
    ...base,
    persons: base.persons ?? [],
    unions: base.unions ?? [],
    households: base.households ?? [],
    relations: base.relations ?? [],
  };
  for (const row of rowsOf(values, 'person')) {
    add(
      'persons',
      data.persons,
      row.id,
      filled({
        id: row.id,
        label: row.text('label'),
        gender: row.text('gender'),
        age: numberIn(row.text('age')),
        died: numberIn(row.text('died')),
        index: row.list('index').length > 0,
        note: row.text('note'),
      }),
    );
  }
  for (const row of rowsOf(values, 'couple')) {
    const partners = ['a', 'b'].map(row.text).filter((id) => id !== '');
    if (partners.length === 0) continue;
    /** @type {{ id: string, kind: string }[]} */
    const children = [];
    for (const [column, kind] of [
      ['child', 'biological'],
      ['adopted', 'adopted'],
      ['foster', 'foster'],
    ]) {
      for (const id of row.list(column)) {
        if (children.some((child) => child.id === id)) slips.push({ code: 'child-twice', row: row.id, id });
        else children.push({ id, kind });
      }
    }
    const plain = children.map(({ id, kind }) => (kind === 'biological' ? id : { id, kind }));
    const known = data.unions.findIndex(
      (/** @type {any} */ union) =>
        union.partners.length === partners.length && partners.every((id) => union.partners.includes(id)),
    );
    if (known < 0)
      add('unions', data.unions, row.id, filled({ partners, kind: row.text('kind') || 'married', children: plain }));
    else {
      // They are there as a couple already: this adds to it.
      const union = data.unions[known];
      const has = (/** @type {any} */ child) =>
        (union.children ?? []).some((/** @type {any} */ one) => (one.id ?? one) === (child.id ?? child));
      union.children = [...(union.children ?? []), ...plain.filter((child) => !has(child))];
      if (row.text('kind')) union.kind = row.text('kind');
      rows.set(`unions.${known}`, row.id);
    }
  }
  for (const row of rowsOf(values, 'home')) add('households', data.households, row.id, row.list('who'));
  for (const row of rowsOf(values, 'relation')) {
    const [a, b, kind] = ['a', 'b', 'kind'].map(row.text);
    if (a && b && kind) add('relations', data.relations, row.id, { a, b, kind });
  }
  return { data, rows, slips, empty: data.persons.length === 0 };
}

/** @param {any} base @param {Values} values @returns {Built} */
function ecomap(base, values) {
  const { rows, add } = collecting();
  const label = [values.get('center.label') ?? ''].flat().join('').trim();
  const data = {
    ...base,
    center: base.center ?? { label },
    systems: base.systems ?? [],
    ties: base.ties ?? [],
    between: base.between ?? [],
  };
  for (const row of rowsOf(values, 'system')) {
    add(
      'systems',
      data.systems,
      row.id,
      filled({ id: row.id, label: row.text('label'), kind: row.text('kind'), note: row.text('note') }),
    );
  }
  for (const row of rowsOf(values, 'tie')) {
    if (row.text('to') === '') continue;
    add(
      'ties',
      data.ties,
      row.id,
      filled({
        to: row.text('to'),
        kind: row.text('kind'),
        flow: row.text('flow'),
        label: row.text('label'),
        consent: row.text('consent'),
      }),
    );
  }
  for (const row of rowsOf(values, 'between')) {
    const [a, b, kind] = ['a', 'b', 'kind'].map(row.text);
    if (a && b) add('between', data.between, row.id, filled({ a, b, kind }));
  }
  return { data, rows, slips: [], empty: data.systems.length === 0 && data.center.label === '' };
}

/** @param {any} base @param {Values} values @returns {Built} */
function timeline(base, values) {
  const { rows, add } = collecting();
  const unit = base.unit ?? ([values.get('axis.unit') ?? ''].flat().join('') || 'age');
  const data = { ...base, unit, spans: base.spans ?? [] };
  for (const row of rowsOf(values, 'entry')) {
    if (row.text('from') === '') continue;
    const feeling = row.text('feeling');
    add(
      'spans',
      data.spans,
      row.id,
      filled({
        id: row.id,
        from: row.text('from'),
        to: row.text('to'),
        label: row.text('label'),
        lane: row.text('lane'),
        kind: row.text('to') === '' ? 'event' : 'period',
        feeling: feeling === '' ? undefined : Number(feeling),
        gap: row.list('gap').length > 0,
      }),
    );
  }
  return { data, rows, slips: [], empty: data.spans.length === 0 };
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** @param {any} base @param {Values} values @returns {Built} */
function week(base, values) {
  const { rows, add } = collecting();
  /** @type {Slip[]} */
  const slips = [];
  const data = { ...base, cells: base.cells ?? [] };
  for (const row of rowsOf(values, 'block')) {
    const [part, text, kind] = ['row', 'text', 'kind'].map(row.text);
    const from = DAYS.indexOf(row.text('from'));
    const to = row.text('to') === '' ? from : DAYS.indexOf(row.text('to'));
    if (part === '' || text === '' || from < 0) continue;
    if (to < from) slips.push({ code: 'days-reversed', row: row.id });
    for (let day = from; day <= to; day += 1)
      add('cells', data.cells, row.id, filled({ day: DAYS[day], row: part, text, kind }));
  }
  return { data, rows, slips, empty: false };
}

/** Puts parts into lists and remembers the row that each came from. */
function collecting() {
  /** @type {Map<string, string>} */
  const rows = new Map();
  return {
    rows,
    /** @param {string} name @param {unknown[]} list @param {string} row @param {unknown} part */
    add(name, list, row, part) {
      rows.set(`${name}.${list.length}`, row);
      list.push(part);
    },
  };
}
