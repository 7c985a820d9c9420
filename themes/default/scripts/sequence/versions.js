/**
 * The sheets of a form as versions: which one follows which, which row became which, and what two of them say
 * differently. Pure.
 *
 * A sheet that follows another one has `@before` (its number) and `@from` (for each row `TO=FROM`).
 *
 * @typedef {import('./rules.js').Values} Values
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {ReadonlyMap<number, Values>} Sheets
 * @typedef {'added' | 'gone' | 'unwritten' | 'changed' | 'same'} Change  unwritten: what each sheet says for itself, and the second not yet
 * @typedef {{ name: string, field: string, rows: [number | undefined, number | undefined], place: number, a?: Value, b?: Value, change: Change }} Line
 *   name: as on the sheet that has it, the second one first; place: of its row among those of the second sheet
 */

import { isEmpty, same } from '../dom/values.js';

/** The sheet that this one follows. @param {Values | undefined} sheet */
export const before = (sheet) => Number(sheet?.get('@before') ?? 0) || undefined;

/** The sheet that follows this one. @param {Sheets} sheets @param {number} n */
export const following = (sheets, n) => [...sheets].find(([, sheet]) => before(sheet) === n)?.[0];

/** The rows of the sheet before that came along to this one. @param {Values} sheet @returns {Set<number>} */
export const carried = (sheet) => new Set(pairs(sheet.get('@from')).keys());

/**
 * Which row of an earlier sheet each row of a later one was; undefined if the one does not lead to the other.
 * @param {Sheets} sheets @param {number} earlier @param {number} later
 * @returns {Map<number, number> | undefined}  from rows of the earlier to rows of the later one
 */
export function trace(sheets, earlier, later) {
  /** @type {Map<number, number> | undefined} */
  let rows;
  let at = /** @type {number | undefined} */ (later);
  for (let steps = 0; at !== undefined && at !== earlier && steps < sheets.size; steps++) {
    const from = pairs(sheets.get(at)?.get('@from'));
    rows = rows
      ? new Map([...from].flatMap(([old, now]) => (rows?.has(now) ? [[old, rows.get(now) ?? now]] : [])))
      : from;
    at = before(sheets.get(at));
  }
  return at === earlier && earlier !== later ? rows : undefined;
}

/** @param {Value | undefined} stored */
function pairs(stored) {
  const list = typeof stored === 'string' || stored === undefined ? [] : stored;
  return new Map(list.map((pair) => pair.split('=').map(Number)).map(([to, from]) => [from, to]));
}

/**
 * What two sheets say, name by name, in this order of fields. Rows of `table` are matched by `trace`; all else by its name.
 * @param {Sheets} sheets @param {number} a @param {number} b
 * @param {{ table: string, order: string[], own: (name: string) => boolean }} form  own: what is never taken over
 * @returns {Line[]}
 */
export function compare(sheets, a, b, { table, order, own }) {
  const forward = trace(sheets, a, b);
  const backward = forward ? undefined : trace(sheets, b, a);
  const matched = forward ?? (backward && new Map([...backward].map(([from, to]) => [to, from])));
  const mark = new RegExp(`^${table}\\.([1-9][0-9]*)(.*)$`);
  /** @type {Map<string, Line>} */
  const lines = new Map();
  /** @param {number} n @param {0 | 1} side */
  const read = (n, side) => {
    for (const [name, value] of sheets.get(n) ?? []) {
      if (name.startsWith('@') || /\.if-not(-why)?$/.test(name) || isEmpty(value)) continue;
      const [, row, rest] = table ? (mark.exec(name) ?? []) : [];
      const other = row && side === 0 && matched ? matched.get(Number(row)) : undefined;
      const is = row && matched ? (side === 1 ? `b${row}` : other ? `b${other}` : `a${row}`) + rest : name;
      const line = lines.get(is) ?? {
        name,
        field: name.split('.')[0],
        rows: [undefined, undefined],
        place: 0,
        change: 'same',
      };
      if (row) line.rows[side] = Number(row);
      if (row) line.place = side === 1 || !matched ? Number(row) : (other ?? Number(row) + 0.5);
      if (side === 0) line.a = value;
      else Object.assign(line, { b: value, name });
      lines.set(is, line);
    }
  };
  read(a, 0);
  read(b, 1);
  /** Rows that the second sheet does not have. @type {Set<number | undefined>} */
  const lost = new Set(
    matched
      ? [...lines.values()].map(({ rows: [row] }) => row).filter((row) => row !== undefined && !matched.has(row))
      : [],
  );
  for (const line of lines.values()) {
    line.change =
      line.a === undefined
        ? 'added'
        : line.b === undefined
          ? own(line.name) && !lost.has(line.rows[0])
            ? 'unwritten'
            : 'gone'
          : same(line.a, line.b)
            ? 'same'
            : 'changed';
  }
  const place = (/** @type {Line} */ { field }) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...lines.values()].sort((x, y) => place(x) - place(y) || x.place - y.place);
}
