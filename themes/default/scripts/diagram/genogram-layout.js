/**
 * The positions of everything in a genogram.
 *
 * 1. rows (`-rows`), which person is left of which (`-order`), sizes (`-measure`), depths of unions (`-bars`), places from
 * left to right (`-across`); 2. where the line down from each union begins, and where labels are: below every line that
 * passes over them; 3. the lines of descent between two rows (`-channels`); 4. heights, from the top down.
 *
 * Must not know: SVG, words.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./genogram-bars.js').Bar} Bar
 * @typedef {import('./genogram-measure.js').Measured} Measured
 * @typedef {import('./genogram-channels.js').Descent} Descent
 * @typedef {import('./genogram-channels.js').Run} Run
 *
 * @typedef {Measured & { x: number, y: number, row: number, labelX: number, labelY: number }} Placed  x, y: its middle
 *
 * @typedef {object} Hung  a union's line
 * @property {Union} union
 * @property {number} row
 * @property {number} level
 * @property {number} y
 * @property {{ id: string, x: number }[]} legs  left to right
 * @property {number} drop   x where children hang
 *
 * @typedef {object} Layout
 * @property {Map<string, Placed>} placed
 * @property {string[][]} rows
 * @property {Hung[]} bars
 * @property {Run[]} runs
 * @property {Descent[]} descents
 * @property {{ top: number, bottom: number }[]} bands  of each row: the symbols' upper edge, the labels' lower edge
 * @property {import('./genogram-when.js').Dated[]} dates  of unions
 * @property {number} width
 * @property {number} height
 */

import { DENSITIES, across, sized } from './genogram-across.js';
import { barsOf, legsOf } from './genogram-bars.js';
import { channelsOf } from './genogram-channels.js';
import { labelLeft, measure, OUTLINE, RADIUS } from './genogram-measure.js';
import { orderOf } from './genogram-order.js';
import { rowsOf } from './genogram-rows.js';
import { placeDates } from './genogram-when.js';

const WIDTH = 720; // px: what a page has on a small notebook
const MOST_PACKED = 40; // persons: more do not fit, however close
const STEP = 18; // px from one depth of unions to the next
const ABOVE_LABEL = 9;
const NUDGE = 7; // px that a child or a line may be moved to make the line straight
const GAP_EDGE = 5; // px kept between a line down and the label it passes
const APART = 11; // px between two lines down in one gap
const CHANNEL = { above: 22, step: 12, below: 36 };
const FENCE = { at: 12, apart: 6 }; // px from a person to the outline of a household, and from there to a line down
const MARGIN = 30;

/**
 * @param {Family} family
 * @returns {Layout}
 */
export function layoutOf(family) {
  const rows = orderOf(family, rowsOf(family));
  const bars = barsOf(family, rows);
  const loose = placedAt(family, rows, bars, DENSITIES[0]);
  if (loose.width <= WIDTH || family.persons.size > MOST_PACKED) return loose;
  // Wider than the page: closer together, with shorter lines in the labels.
  for (const density of DENSITIES.slice(1)) {
    const dense = placedAt(family, rows, bars, density);
    if (dense.width <= WIDTH) return dense;
  }
  return loose;
}

/** @param {Family} family @param {string[][]} rows @param {Bar[]} bars @param {import('./genogram-across.js').Density} density @returns {Layout} */
function placedAt(family, rows, bars, density) {
  const measured = measure(family, density.characters);
  const { x, spaces } = across(family, rows, bars, measured, density);
  for (const [id, left] of x) x.set(id, left + MARGIN);
  const hung = hang(family, rows, bars, { x, spaces }, measured);
  const { runs, descents, levels } = channelsOf(family, rows, hung, x, measured);
  return heights(rows, hung, runs, descents, levels, x, measured, family.households);
}

/**
 * @param {Family} family
 * @param {string[][]} rows
 * @param {Bar[]} bars
 * @param {{ x: Map<string, number>, spaces: number[][] }} places
 * @param {Map<string, Measured>} measured
 * @returns {Hung[]}
 */
function hang(family, rows, bars, { x, spaces }, measured) {
  const aside = legsOf(bars, rows);
  const home = new Map(rows.flatMap((row, r) => row.map((id, i) => [id, { r, i }])));
  const used = rows.map(() => /** @type {number[]} */ ([]));
  // From the top down: a child that was moved moves its descendants.
  const inTurn = [...bars].sort((a, b) => a.row - b.row || a.level - b.level || a.union.at - b.union.at);
  /** @type {Map<Union, Hung>} */
  const found = new Map();
  let fences = { row: -1, lines: /** @type {number[]} */ ([]) };
  for (const bar of inTurn) {
    const row = rows[bar.row];
    // After the unions of a row are placed, no one in it moves.
    if (fences.row !== bar.row) fences = { row: bar.row, lines: fencesOf(row, family, x, measured) };
    const ids = bar.from === bar.to ? [row[bar.from]] : [row[bar.from], row[bar.to]];
    const legs = ids.map((id) => ({ id, x: (x.get(id) ?? 0) + aside(bar, id) }));
    const own = bar.union.children.filter(({ id }) => family.origin.get(id) === bar.union).map(({ id }) => id);
    const children = own.map((id) => x.get(id) ?? 0);
    const wanted =
      children.length > 0
        ? (Math.min(...children) + Math.max(...children)) / 2
        : (legs[0].x + legs[legs.length - 1].x) / 2;
    const drop =
      bar.level === 0
        ? legs[0].x
        : dropOf(bar, row, { wanted, others: used[bar.row], fences: fences.lines }, x, measured);
    if (Math.abs(drop - wanted) <= NUDGE) nudge(own, drop - wanted, rows, home, { x, spaces });
    if (bar.union.children.length > 0) used[bar.row].push(drop);
    found.set(bar.union, { union: bar.union, row: bar.row, level: bar.level, y: 0, legs, drop });
  }
  return bars.map(({ union }) => /** @type {Hung} */ (found.get(union)));
}

/**
 * Moves children of one row, if all keep their distance from their neighbours.
 * @param {string[]} ids @param {number} by @param {string[][]} rows @param {Map<string, { r: number, i: number }>} home @param {{ x: Map<string, number>, spaces: number[][] }} places
 */
function nudge(ids, by, rows, home, { x, spaces }) {
  if (by === 0 || ids.length === 0) return;
  const places = ids.map((id) => /** @type {{ r: number, i: number }} */ (home.get(id)));
  const { r } = places[0];
  if (places.some((place) => place.r !== r)) return;
  const moving = new Set(ids);
  const moved = (/** @type {number} */ i) => (x.get(rows[r][i]) ?? 0) + (moving.has(rows[r][i]) ? by : 0);
  const isTight = (/** @type {number} */ i) =>
    i > 0 && i < rows[r].length && moved(i) - moved(i - 1) < spaces[r][i] - 0.01;
  if (places.some(({ i }) => isTight(i) || isTight(i + 1))) return;
  for (const id of ids) x.set(id, (x.get(id) ?? 0) + by);
}

/** Where outlines of households pass through a row. @param {string[]} row @param {Family} family @param {Map<string, number>} x @param {Map<string, Measured>} measured */
function fencesOf(row, family, x, measured) {
  return family.households.flatMap((ids) =>
    row.flatMap((id, i) => {
      if (!ids.includes(id)) return [];
      const { left, right } = sized(measured, id);
      const middle = x.get(id) ?? 0;
      return [
        ...(i > 0 && ids.includes(row[i - 1]) ? [] : [middle - left - FENCE.at]),
        ...(i + 1 < row.length && ids.includes(row[i + 1]) ? [] : [middle + right + FENCE.at]),
      ];
    }),
  );
}

/**
 * In a gap between two persons that the line spans, as near as possible to the middle of the children.
 * @param {Bar} bar @param {string[]} row @param {{ wanted: number, others: number[], fences: number[] }} near @param {Map<string, number>} x @param {Map<string, Measured>} measured
 */
function dropOf(bar, row, { wanted, others, fences }, x, measured) {
  const alone = bar.from === bar.to;
  let best = wanted;
  let least = Infinity;
  const [first, end] = !alone
    ? [bar.from, bar.to]
    : bar.side === 'left'
      ? [bar.from - 1, bar.from]
      : [bar.from, bar.from + 1];
  for (let i = first; i < end; i++) {
    const [before, after] = [row[i], row[i + 1]];
    const left = before === undefined ? -Infinity : (x.get(before) ?? 0) + sized(measured, before).right + GAP_EDGE;
    const right = after === undefined ? Infinity : (x.get(after) ?? 0) - sized(measured, after).left - GAP_EDGE;
    // A single parent: as near to the label as the gap allows.
    const near = alone ? (i < bar.from ? right - GAP_EDGE : left + GAP_EDGE) : wanted;
    let place = Math.min(Math.max(near, left), right);
    // Not on other lines, nor on the outline of a household.
    for (const [lines, apart] of /** @type {const} */ ([
      [fences, FENCE.apart],
      [others, APART],
    ])) {
      for (const line of lines) {
        if (Math.abs(line - place) >= apart) continue;
        const sides = place < line ? [line - apart, line + apart] : [line + apart, line - apart];
        place = sides.find((side) => side >= left && side <= right) ?? place;
      }
    }
    const crowded =
      others.some((other) => Math.abs(other - place) < APART - 1) || place < left - 0.1 || place > right + 0.1;
    // A line that is almost straight is made straight.
    if (
      !crowded &&
      Math.abs(place - wanted) <= GAP_EDGE - 2 &&
      fences.every((line) => Math.abs(line - wanted) >= FENCE.apart - 2)
    )
      place = wanted;
    const cost = Math.abs(place - wanted) + (crowded ? 1000 : 0);
    if (cost < least - 0.1) [best, least] = [place, cost];
  }
  return best;
}

/**
 * @param {string[][]} rows @param {Hung[]} bars @param {Run[]} runs @param {Descent[]} descents @param {number[]} levels  of each channel
 * @param {Map<string, number>} x @param {Map<string, Measured>} measured @param {string[][]} households
 * @returns {Layout}
 */
function heights(rows, bars, runs, descents, levels, x, measured, households) {
  /** @type {Map<string, Placed>} */
  const placed = new Map();
  /** @type {Layout['bands']} */
  const bands = [];
  let top = MARGIN;
  rows.forEach((row, r) => {
    const y = top + RADIUS + OUTLINE;
    const here = bars.filter((bar) => bar.row === r);
    let bottom = y + RADIUS + OUTLINE;
    for (const bar of here) {
      bar.y = y + RADIUS + STEP * bar.level;
      if (bar.level > 0) bottom = Math.max(bottom, bar.y);
    }
    const half = Math.max(RADIUS, ...row.map((id) => sized(measured, id).half));
    const deepest = depthsOf(row, here, x, measured);
    row.forEach((id, i) => {
      const person = sized(measured, id);
      const middle = x.get(id) ?? 0;
      const labelX = labelLeft(person, middle);
      const labelY = y + (deepest[i] > 0 ? RADIUS + STEP * deepest[i] : half - 2) + ABOVE_LABEL;
      placed.set(id, { ...person, x: middle, y, row: r, labelX, labelY });
      bottom = Math.max(bottom, person.labelHeight > 0 ? labelY + person.labelHeight : 0);
    });
    bands.push({ top, bottom });
    for (const run of runs)
      if (run.channel === r) run.y = bottom + CHANNEL.above + CHANNEL.step * Math.max(0, run.level - 1);
    top = bottom + CHANNEL.above + CHANNEL.step * Math.max(0, levels[r] - 1) + CHANNEL.below;
  });
  const all = [...placed.values()];
  const width = Math.ceil(
    Math.max(0, ...all.map((person) => person.x + person.right), ...bars.map(({ drop }) => drop)) + MARGIN,
  );
  const height = bands.length === 0 ? MARGIN : bands[bands.length - 1].bottom + MARGIN;
  return {
    placed,
    rows,
    bars,
    runs,
    descents,
    bands,
    dates: placeDates(bars, rows, placed, households),
    width,
    height,
  };
}

/** The deepest of the lines of unions that run over each person of a row: only persons between its ends, and next to them. @param {string[]} row @param {Hung[]} bars @param {Map<string, number>} x @param {Map<string, Measured>} measured */
function depthsOf(row, bars, x, measured) {
  const at = new Map(row.map((id, i) => [id, i]));
  const deepest = row.map(() => 0);
  for (const bar of bars) {
    const places = bar.legs.map(({ id }) => at.get(id) ?? 0);
    for (let i = Math.max(0, Math.min(...places) - 1); i <= Math.min(row.length - 1, Math.max(...places) + 1); i++) {
      const [person, middle] = [sized(measured, row[i]), x.get(row[i]) ?? 0];
      if (bar.level > deepest[i] && passes(bar, person, middle, labelLeft(person, middle))) deepest[i] = bar.level;
    }
  }
  return deepest;
}

/** Whether a union's line runs over a person's label, or over the person. @param {Hung} bar @param {Measured} person @param {number} x @param {number} labelX */
function passes(bar, person, x, labelX) {
  if (bar.level === 0) return false;
  const ends = [...bar.legs.map((leg) => leg.x), bar.legs.length === 1 ? bar.drop : bar.legs[0].x];
  const [left, right] = [Math.min(...ends), Math.max(...ends)];
  return (
    left < Math.max(x + person.half, labelX + person.labelWidth) + 3 && right > Math.min(x - person.half, labelX) - 3
  );
}
