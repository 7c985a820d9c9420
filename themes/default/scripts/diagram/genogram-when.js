/**
 * When a union began and ended, written above its line: in two short lines between two persons, where nothing else is,
 * otherwise in one line where no vertical line is.
 *
 * Must not know: how text looks.
 *
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./genogram-layout.js').Hung} Hung
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {{ at: number, lines: string[], x: number, y: number, width: number, height: number }} Dated  x, y: the upper left corner; at: the union's place in the data
 */

import { widthOf } from './svg.js';

export const DATE = { size: 12, leading: 14 };
const JAPANESE = /[年月]/; // a date with these has a wave dash beside it
const MARKED = ['separated', 'divorced', 'reunited'];
const AIR = 4; // px beside a text
const PADDING = 12; // px from a person to the outline of a household
const MARK = 12; // px that the strokes of a separation take on either side

/** @param {Pick<Union, 'from' | 'to'>} union @returns {string[]}  at most two lines; none if no date is known */
export function datesOf({ from, to }) {
  if (from === '' && to === '') return [];
  const sign = JAPANESE.test(from + to) ? '〜' : '–';
  if (to === '') return [`${from}${sign}`];
  return from === '' ? [`${sign}${to}`] : [`${from}${sign}`, to];
}

/**
 * The distance between the centres of two partners that puts the dates between their symbols and, if they are not of one
 * household, not on its outline.
 * @param {Union} union @param {import('./genogram-measure.js').Measured} left @param {import('./genogram-measure.js').Measured} right @param {boolean} parted
 */
export function roomForDates(union, left, right, parted) {
  const lines = datesOf(union);
  if (lines.length === 0) return 0;
  const width = Math.ceil(Math.max(...lines.map((line) => widthOf(line, DATE.size)))) + AIR * 2;
  return (
    width + (parted ? Math.max(left.right + right.half, left.half + right.left) + PADDING : left.half + right.half)
  );
}

/**
 * @param {Hung[]} bars
 * @param {string[][]} rows
 * @param {Map<string, Placed>} placed
 * @param {string[][]} households
 * @returns {Dated[]}
 */
export function placeDates(bars, rows, placed, households) {
  return bars.flatMap((bar) => {
    const lines = datesOf(bar.union);
    if (lines.length === 0 || bar.legs.length < 2) return [];
    const row = rows[bar.row];
    const [from, to] = bar.legs.map(({ id }) => row.indexOf(id));
    const free = gapsOf(row.slice(from, to + 1), placed, households).filter(
      (gap) =>
        !bars.some(
          (other) =>
            other.row === bar.row &&
            other.level < bar.level &&
            other.legs[0].x < gap.right &&
            other.legs[other.legs.length - 1].x > gap.left,
        ),
    );
    const widest = free.reduce(
      (best, gap) => (best && best.right - best.left >= gap.right - gap.left ? best : gap),
      free[0],
    );
    const width = Math.max(...lines.map((line) => widthOf(line, DATE.size)));
    return [widest && widest.right - widest.left >= width ? between(bar, widest, lines) : above(bar, bars, lines)];
  });
}

/** Between the symbols of neighbours, on either side of the outline of a household that passes there. @param {string[]} ids @param {Map<string, Placed>} placed @param {string[][]} households */
function gapsOf(ids, placed, households) {
  const persons = ids.map((id) => /** @type {Placed} */ (placed.get(id)));
  return persons.slice(1).flatMap((b, i) => {
    const a = persons[i];
    const parted = households.filter((home) => home.includes(a.id) !== home.includes(b.id));
    const fences = [
      ...(parted.some((home) => home.includes(a.id)) ? [a.x + a.right + PADDING] : []),
      ...(parted.some((home) => home.includes(b.id)) ? [b.x - b.left - PADDING] : []),
    ].sort((one, other) => one - other);
    const stops = [a.x + a.half, ...fences, b.x - b.half];
    return stops.slice(1).map((right, k) => ({ left: stops[k], right }));
  });
}

/** @param {Hung} bar @param {{ left: number, right: number }} gap @param {string[]} lines @returns {Dated} */
function between(bar, { left, right }, lines) {
  return boxOf(bar, lines, (left + right) / 2, (MARKED.includes(bar.union.kind) ? 9 : 3) + (bar.union.related ? 4 : 0));
}

/** On one line above a deeper one, where no other line goes up or down. @param {Hung} bar @param {Hung[]} bars @param {string[]} lines @returns {Dated} */
function above(bar, bars, lines) {
  const [left, right] = [bar.legs[0].x, bar.legs[1].x];
  const inTheWay = bars
    .filter((other) => other !== bar && other.row === bar.row)
    .flatMap((other) =>
      other.level > bar.level ? other.legs.map(({ x }) => x) : other.union.children.length > 0 ? [other.drop] : [],
    );
  const marks = MARKED.includes(bar.union.kind)
    ? (bar.union.children.length > 0 ? [(left + bar.drop) / 2, (right + bar.drop) / 2] : [(left + right) / 2]).flatMap(
        (x) => [x - MARK, x, x + MARK],
      )
    : [];
  const stops = [left, ...[...inTheWay, ...marks].filter((x) => x > left && x < right), right].sort((a, b) => a - b);
  let best = 1;
  for (let i = 2; i < stops.length; i++) if (stops[i] - stops[i - 1] > stops[best] - stops[best - 1]) best = i;
  return boxOf(bar, [lines.join('')], (stops[best - 1] + stops[best]) / 2, 2);
}

/** @param {Hung} bar @param {string[]} lines @param {number} middle @param {number} over  px from the bar to the text @returns {Dated} */
function boxOf(bar, lines, middle, over) {
  const width = Math.ceil(Math.max(...lines.map((line) => widthOf(line, DATE.size))));
  const height = lines.length * DATE.leading;
  return { at: bar.union.at, lines, x: Math.round(middle - width / 2), y: bar.y - over - height, width, height };
}
