/**
 * How a tie is drawn along a broken line: strong thick, ordinary thin, weak dashed, stressful a zigzag, planned in
 * long grey dashes, severed with two bars across; arrowheads at either end. (How thick and which dashes: the sheet.)
 *
 * Must not know: where the line comes from.
 *
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {'strong' | 'ordinary' | 'weak' | 'stressful' | 'planned' | 'severed'} TieKind
 */

import { along, lengthOf, part } from './geometry.js';
import { element, n } from './svg.js';

/** @type {TieKind[]} */
export const TIE_KINDS = ['strong', 'ordinary', 'weak', 'stressful', 'planned', 'severed'];

const HEAD = { strong: [15, 7], other: [12, 5] }; // px: length, half the width

/**
 * @param {Point[]} line
 * @param {TieKind} kind
 * @param {{ start?: boolean, end?: boolean, bars?: boolean }} [ends]  arrowheads; `bars`: of a severed line, here
 * @returns {string[]}
 */
export function tieLine(line, kind, ends = {}) {
  const [head, half] = kind === 'strong' ? HEAD.strong : HEAD.other;
  const length = lengthOf(line);
  const from = ends.start ? head - 2 : 0;
  const to = length - (ends.end ? head - 2 : 0);
  const drawn = [element('path', { class: `dg-tie dg-tie-${kind}`, d: path(course(line, kind, from, to)) })];
  if (kind === 'severed' && ends.bars !== false) drawn.push(bars(line, (from + to) / 2));
  if (ends.start) drawn.push(arrowhead(line, 0, head, half, kind));
  if (ends.end) drawn.push(arrowhead(line, length, -head, half, kind));
  return drawn;
}

/** @param {Point[]} line @param {TieKind} kind @param {number} from @param {number} to */
function course(line, kind, from, to) {
  if (kind !== 'stressful') return part(line, from, to);
  const lead = Math.min(6, (to - from) / 4);
  const turns = Math.max(3, Math.round((to - from - lead * 2) / 7));
  const points = [along(line, from)];
  for (let i = 0; i <= turns; i++) {
    const at = along(line, from + lead + ((to - from - lead * 2) * i) / turns);
    const off = i === 0 || i === turns ? 0 : i % 2 === 0 ? -5 : 5;
    points.push({ ...at, x: at.x - at.uy * off, y: at.y + at.ux * off });
  }
  return [...points, along(line, to)];
}

/** @param {Point[]} points */
export function path(points) {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
}

/** Two short strokes across the line. @param {Point[]} line @param {number} far */
function bars(line, far) {
  let d = '';
  for (const shift of [-3.5, 3.5]) {
    const { x, y, ux, uy } = along(line, far + shift);
    d += path([
      { x: x - uy * 9, y: y + ux * 9 },
      { x: x + uy * 9, y: y - ux * 9 },
    ]);
  }
  return element('path', { class: 'dg-tie-bars', d });
}

/** @param {Point[]} line @param {number} tip @param {number} back @param {number} half @param {TieKind} kind */
function arrowhead(line, tip, back, half, kind) {
  const { x, y, ux, uy } = along(line, tip);
  const [bx, by] = [x + ux * back, y + uy * back];
  const points = [
    [x, y],
    [bx - uy * half, by + ux * half],
    [bx + uy * half, by - ux * half],
  ];
  return element('polygon', {
    class: `dg-tie-head dg-tie-head-${kind}`,
    points: points.map(([px, py]) => `${n(px)},${n(py)}`).join(' '),
  });
}
