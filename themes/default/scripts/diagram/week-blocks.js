/**
 * The blocks of a week: the same activity on consecutive days becomes one block; several activities in one cell
 * are below each other. And what is impossible in a week.
 *
 * Must not know: SVG, words.
 *
 * @typedef {import('./week.js').Week} Week
 * @typedef {import('./week.js').Cell} Cell
 * @typedef {{ id: string, from: number, to: number, kind?: import('./week.js').WeekKind, text: string, lines: string[], top: number, height: number, alone: boolean }} WeekBlock
 *   from, to: days, 0 is Monday; alone: nothing else is in its cells
 */

import { wrap } from './svg.js';
import { stack } from './timeline-layout.js';
import { wholeWeek } from './whole.js';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** @type {import('./week.js').WeekKind[]} */
export const KINDS = ['care', 'school', 'work', 'rest', 'alone'];
const SIGN = 22; // px beside a text with a sign, including its margins
const PLAIN = 10;

/** @param {Cell} cell */
export function kindOf(cell) {
  return KINDS.find((kind) => kind === cell.kind);
}

/**
 * What is done in each row, merged over consecutive days, in the order of the days.
 * @param {Week} data
 * @param {string} row
 * @returns {{ from: number, to: number, kind?: import('./week.js').WeekKind, text: string }[]}
 */
export function runsOf(data, row) {
  const there = data.cells.filter((cell) => cell.row === row && DAYS.includes(cell.day) && cell.text.trim() !== '');
  /** @type {{ from: number, to: number, kind?: import('./week.js').WeekKind, text: string }[]} */
  const runs = [];
  DAYS.forEach((day, at) => {
    for (const cell of there) {
      if (cell.day !== day) continue;
      const text = cell.text.trim();
      const before = runs.find((run) => run.to === at - 1 && run.text === text && run.kind === kindOf(cell));
      if (before) before.to = at;
      else runs.push({ from: at, to: at, kind: kindOf(cell), text });
    }
  });
  return runs;
}

/**
 * @param {Week} data
 * @param {{ day: number, pad: number, text: { size: number, leading: number }, name: number }} sizes  name: px for the names of rows
 * @returns {{ id: string, lines: string[], blocks: WeekBlock[], height: number }[]}
 */
export function blocksOf(data, sizes) {
  const known = data.rows.filter(({ id }, i) => data.rows.findIndex((row) => row.id === id) === i);
  return known.map(({ id, label }) => {
    const runs = runsOf(data, id);
    const boxes = runs.map((run) => {
      const room = sizes.day * (run.to - run.from + 1) - sizes.pad - (run.kind ? SIGN : PLAIN);
      const lines = wrap(run.text, Math.floor((room / sizes.text.size) * 2) / 2, 0);
      return { run, lines, x: run.from, width: run.to - run.from + 1, height: lines.length * sizes.text.leading + 7 };
    });
    const { tops, height } = stack(boxes, -0.5, 4);
    const blocks = boxes.map(({ run, lines, height: own }, i) => ({
      ...run,
      id: `${id}:${i}`,
      lines,
      top: tops[i],
      height: own,
      alone: !runs.some((other) => other !== run && other.from <= run.to && run.from <= other.to),
    }));
    return { id, lines: wrap(label, Math.floor(sizes.name / 13)), blocks, height };
  });
}

/**
 * In the order of the data. Codes: duplicate-id (a row), unknown-id (a cell's row), unknown-day, empty-text.
 * @param {Week} written
 * @returns {import('./contract.js').Problem[]}
 */
export function problems(written) {
  const data = wholeWeek(written);
  /** @type {import('./contract.js').Problem[]} */
  const found = [];
  const ids = new Set();
  data.rows.forEach(({ id }, i) => {
    if (ids.has(id)) found.push({ code: 'duplicate-id', path: `rows.${i}.id`, id });
    ids.add(id);
  });
  data.cells.forEach((cell, i) => {
    if (!ids.has(cell.row)) found.push({ code: 'unknown-id', path: `cells.${i}.row`, id: cell.row });
    if (!DAYS.includes(cell.day)) found.push({ code: 'unknown-day', path: `cells.${i}.day`, day: cell.day });
    if (cell.text.trim() === '') found.push({ code: 'empty-text', path: `cells.${i}.text` });
  });
  return found;
}
