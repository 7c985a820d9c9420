/**
 * A route for a relation line if no direct one is free: along the spaces between two rows, and through the
 * gaps between persons. In every family it touches no symbol and no label.
 *
 * Must not know: what the line means, SVG.
 *
 * @typedef {import('./genogram-layout.js').Layout} Layout
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {import('./geometry.js').Point} Point
 */

import { topEdge } from './genogram-measure.js';

const FILLET = 12;
const ASIDE = 10; // px from the middle of a symbol to where a line comes in from above
const TRACKS = 3; // lines side by side in one space; more share them
const TRACK = 10; // px from one to the next
const ABOVE = 9; // px from a row to the first track above it
const GAP_EDGE = 5; // px kept from labels
const START = 4; // px from a symbol

/** Finds detours one after another, each on its own track while tracks are left. @param {Layout} layout @returns {(from: Placed, to: Placed) => Point[]} */
export function detours(layout) {
  /** @type {Map<string, number>} */
  const used = new Map();
  const turn = (/** @type {string} */ key) => {
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return count % TRACKS;
  };
  const gaps = layout.rows.map((row, r) => gapsOf(row, r, layout).map((gap, i) => ({ ...gap, key: `gap ${r} ${i}` })));
  /** The height of a track above a row. @param {number} row */
  const over = (row) => layout.bands[row].top - ABOVE - turn(`row ${row}`) * TRACK;
  /** Where a line passes through a row. @param {number} row @param {number} wanted */
  const through = (row, wanted) => {
    let best = gaps[row][0];
    let least = Infinity;
    for (const gap of gaps[row]) {
      if (gap.dated) continue;
      const off = Math.abs(Math.min(Math.max(wanted, gap.left), gap.right) - wanted);
      if (off < least) [best, least] = [gap, off];
    }
    return inGap(best, wanted);
  };
  /** @param {typeof gaps[0][0]} gap @param {number} wanted */
  const inGap = (gap, wanted) => {
    const shift = [0, 1, -1][turn(gap.key)] * TRACK;
    if (!Number.isFinite(gap.left)) return gap.right - 2 - Math.abs(shift);
    if (!Number.isFinite(gap.right)) return gap.left + 2 + Math.abs(shift);
    return Math.min(Math.max(Math.min(Math.max(wanted, gap.left), gap.right) + shift, gap.left), gap.right);
  };
  /** From above into a symbol. @param {Placed} person @param {number} side @returns {Point} */
  const top = (person, side) => ({
    x: person.x + side * Math.min(ASIDE, person.half - 3),
    y: person.y - topEdge(person, Math.min(ASIDE, person.half - 3)) - START,
  });
  return (from, to) => {
    if (from.row > to.row) return filleted(way(to, from)).reverse();
    return filleted(way(from, to));
  };

  /** @param {Placed} from @param {Placed} to @returns {Point[]} */
  function way(from, to) {
    const right = to.x > from.x ? 1 : -1;
    const end = top(to, from.x === to.x ? 1 : -right);
    if (from.row === to.row) {
      const [start, y] = [top(from, right), over(from.row)];
      return [start, { x: start.x, y }, { x: end.x, y }, end];
    }
    const place = layout.rows[from.row].indexOf(from.id);
    const beside = [place + (right > 0 ? 1 : 0), place + (right > 0 ? 0 : 1)]
      .map((i) => gaps[from.row][i])
      .find(({ dated }) => !dated);
    /** @type {Point[]} */
    const points = [];
    let x = from.x;
    if (beside) {
      x = inGap(beside, from.x);
      points.push({ x: from.x + (x > from.x ? 1 : -1) * (sideOf(from) + START), y: from.y }, { x, y: from.y });
    } else points.push(top(from, right));
    for (let row = from.row + (beside ? 1 : 0); row < to.row; row++) {
      const y = over(row);
      points.push({ x: points.length === 1 ? points[0].x : x, y });
      x = through(row, x + (to.x - x) / (to.row - row + 1));
      points.push({ x, y });
    }
    const y = over(to.row);
    points.push({ x, y }, { x: end.x, y }, end);
    return points;
  }
}

/** From the middle of a symbol to its side. @param {Placed} person */
function sideOf({ shape, half }) {
  return shape === 'triangle' ? half / 2 : half;
}

/** Before, between and after the persons of a row; `dated`: the dates of a union are there. @param {string[]} row @param {number} r @param {Layout} layout */
function gapsOf(row, r, layout) {
  const persons = row.map((id) => /** @type {Placed} */ (layout.placed.get(id)));
  const { top, bottom } = layout.bands[r];
  const dates = layout.dates.filter(({ y }) => y > top && y < bottom);
  return [...persons.keys(), persons.length].map((i) => {
    const left = i === 0 ? -Infinity : persons[i - 1].x + persons[i - 1].right + GAP_EDGE;
    const right = i === persons.length ? Infinity : persons[i].x - persons[i].left - GAP_EDGE;
    return { left, right, dated: dates.some(({ x, width }) => x < right + GAP_EDGE && x + width > left - GAP_EDGE) };
  });
}

/** With round corners. @param {Point[]} way @returns {Point[]} */
function filleted(way) {
  return way.flatMap((corner, i) => {
    const [before, after] = [way[i - 1], way[i + 1]];
    if (!before || !after) return [corner];
    const towards = (/** @type {Point} */ end) => {
      const length = Math.max(1, Math.abs(end.x - corner.x) + Math.abs(end.y - corner.y));
      const share = Math.min(FILLET, length / 2) / length;
      return { x: corner.x + (end.x - corner.x) * share, y: corner.y + (end.y - corner.y) * share };
    };
    const [a, b] = [towards(before), towards(after)];
    return [0, 0.25, 0.5, 0.75, 1].map((t) => ({
      x: (1 - t) * (1 - t) * a.x + 2 * t * (1 - t) * corner.x + t * t * b.x,
      y: (1 - t) * (1 - t) * a.y + 2 * t * (1 - t) * corner.y + t * t * b.y,
    }));
  });
}
