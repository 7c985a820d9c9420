/**
 * A way for a relation line where none is free in the open: along the spaces between two rows, and through rows by the
 * gaps between persons. It touches nobody's symbol and no label, in any family.
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
const TRACKS = 4; // lines side by side in one space; more share them
const TRACK = 6; // px from one to the next
const ABOVE = 9; // px from a row to the first track above it
const GAP_EDGE = 5; // px kept from labels
const START = 4; // px from a symbol

/** Finds detours one after another, each on a track of its own as long as there are some. @param {Layout} layout @returns {(from: Placed, to: Placed) => Point[]} */
export function detours(layout) {
  /** @type {Map<string, number>} */
  const used = new Map();
  const turn = (/** @type {string} */ key) => {
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return count % TRACKS;
  };
  const gaps = layout.rows.map((row, r) => gapsOf(row, layout).map((gap, i) => ({ ...gap, key: `gap ${r} ${i}` })));
  /** The height of a track above a row. @param {number} row */
  const over = (row) => layout.bands[row].top - ABOVE - turn(`row ${row}`) * TRACK;
  /** Where a line passes through a row. @param {number} row @param {number} wanted */
  const through = (row, wanted) => {
    let best = gaps[row][0];
    let least = Infinity;
    for (const gap of gaps[row]) {
      const off = Math.abs(Math.min(Math.max(wanted, gap.left), gap.right) - wanted);
      if (off < least) [best, least] = [gap, off];
    }
    return inGap(best, wanted);
  };
  /** @param {typeof gaps[0][0]} gap @param {number} wanted */
  const inGap = (gap, wanted) => {
    const shift = (turn(gap.key) - (TRACKS - 1) / 2) * TRACK;
    if (!Number.isFinite(gap.left)) return gap.right - 2 - Math.abs(shift);
    if (!Number.isFinite(gap.right)) return gap.left + 2 + Math.abs(shift);
    return Math.min(Math.max(Math.min(Math.max(wanted, gap.left), gap.right) + shift, gap.left), gap.right);
  };
  /** From above into a symbol. @param {Placed} person @param {number} side @returns {Point} */
  const top = (person, side) => ({ x: person.x + side * Math.min(ASIDE, person.half - 3), y: person.y - topEdge(person, Math.min(ASIDE, person.half - 3)) - START });
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
    const gap = inGap(gaps[from.row][right > 0 ? place + 1 : place], from.x);
    /** @type {Point[]} */
    const points = [{ x: from.x + (gap > from.x ? 1 : -1) * (sideOf(from) + START), y: from.y }, { x: gap, y: from.y }];
    let x = gap;
    for (let row = from.row + 1; row < to.row; row++) {
      const y = over(row);
      points.push({ x, y });
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

/** Before, between and after the persons of a row. @param {string[]} row @param {Layout} layout */
function gapsOf(row, layout) {
  const persons = row.map((id) => /** @type {Placed} */ (layout.placed.get(id)));
  return [...persons.keys(), persons.length].map((i) => ({
    left: i === 0 ? -Infinity : persons[i - 1].x + persons[i - 1].right + GAP_EDGE,
    right: i === persons.length ? Infinity : persons[i].x - persons[i].left - GAP_EDGE,
  }));
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
