/**
 * What a relation line looks like along its way; distinguished by shape alone, never by colour only.
 *
 * Must not know: whose line it is, how its route was found.
 *
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./genogram-model.js').RelationKind} RelationKind
 */

import { along, lengthOf, part, walk } from './geometry.js';
import { path } from './genogram-lines.js';
import { element, n } from './svg.js';

const HEAD = 9; // px of an arrow's head
const MOST = 90; // turns of a zigzag: a very long one has wider turns
const GAP = 5; // half of the gap in a line that is cut

/**
 * Also for the legend.
 * @param {RelationKind} kind
 * @param {Point[]} way
 * @returns {string[]}
 */
export function relationLine(kind, way) {
  const name = `dg-rel dg-rel-${kind}`;
  const length = lengthOf(way);
  const beside = (/** @type {number} */ off) => path(name, offset(way, off));
  switch (kind) {
    case 'close':
      return [beside(-2.5), beside(2.5)];
    case 'fused':
      return [beside(-4), beside(0), beside(4)];
    case 'distant':
      return [path(name, way)];
    case 'conflict':
      return [path(name, zigzag(way, 0, length, 4.5))];
    case 'close-conflict':
      return [beside(-6), beside(6), path(name, zigzag(way, 0, length, 3.5))];
    case 'cutoff':
      return [...halves(name, way, length), tick(name, way, length / 2 - GAP), tick(name, way, length / 2 + GAP)];
    case 'repaired': {
      const middle = along(way, length / 2);
      return [...halves(name, way, length), element('circle', { class: name, cx: middle.x, cy: middle.y, r: GAP })];
    }
    case 'focused-on':
      return [path(name, part(way, 0, Math.max(0, length - 1))), head('dg-rel dg-rel-open', way, length, false)];
    case 'fused-conflict':
      return [beside(-8), beside(0), beside(8), path(name, zigzag(way, 0, length, 4.5))];
    case 'distant-conflict':
      return [path(name, zigzag(way, 0, length, 4.5))];
    case 'harmony':
      return [path(name, way)];
    case 'friendship':
      return [path(name, way), ...[0.3, 0.5, 0.7].map((share) => ring(name, along(way, length * share)))];
    case 'spiritual':
      return [path(name, way), ...[0.4, 0.6].map((share) => diamond(along(way, length * share)))];
    case 'distrust':
      return [path(name, way), path('dg-rel', stroke(way, length / 2, 1)), path('dg-rel', stroke(way, length / 2, -1))];
    case 'focused-negative':
      return [
        path(name, zigzag(way, 0, Math.max(0, length - HEAD), 4.5)),
        head('dg-rel dg-rel-open', way, length, false),
      ];
    case 'caregiving':
      return [beside(-2.5), beside(2.5), head('dg-rel dg-rel-open', way, length, false)];
    case 'controlling':
      return [
        path(name, part(way, 0, Math.max(0, length - 1))),
        square(along(way, length / 2)),
        head('dg-rel-head', way, length, true),
      ];
    case 'abuse':
      return [path(name, zigzag(way, 0, Math.max(0, length - HEAD), 4.5)), head('dg-rel-head', way, length, true)];
    case 'physical-abuse':
      return [
        path(name, zigzag(way, 0, Math.max(0, length - HEAD * 2), 4.5)),
        head('dg-rel-head', way, length - HEAD, true),
        head('dg-rel-head', way, length, true),
      ];
    case 'emotional-abuse':
      return [path(name, zigzag(way, 0, Math.max(0, length - HEAD), 4.5)), head('dg-rel-hollow', way, length, true)];
    case 'sexual-abuse':
      return [
        beside(-6),
        beside(6),
        path(name, zigzag(way, 0, Math.max(0, length - HEAD), 3.5)),
        head('dg-rel-head', way, length, true),
      ];
    case 'neglect':
      return [path(name, part(way, 0, Math.max(0, length - HEAD))), head('dg-rel-hollow', way, length, true)];
    default:
      return [];
  }
}

/** @param {string} name @param {Point[]} way @param {number} length */
function halves(name, way, length) {
  return [path(name, part(way, 0, length / 2 - GAP)), path(name, part(way, length / 2 + GAP, length))];
}

/** @param {string} name @param {Point} at */
function ring(name, { x, y }) {
  return element('circle', { class: `${name} dg-rel-ring`, cx: x, cy: y, r: 3.5 });
}

/** @param {Point} at */
function diamond({ x, y }) {
  return element('path', {
    class: 'dg-rel-head',
    d: `M${n(x)} ${n(y - 5)}L${n(x + 5)} ${n(y)}L${n(x)} ${n(y + 5)}L${n(x - 5)} ${n(y)}Z`,
  });
}

/** @param {Point} at */
function square({ x, y }) {
  return element('rect', { class: 'dg-rel-head', x: x - 4, y: y - 4, width: 8, height: 8 });
}

/** Half of an ×. @param {Point[]} way @param {number} far @param {number} side */
function stroke(way, far, side) {
  const { x, y, ux, uy } = along(way, far);
  const [dx, dy] = [(ux - uy * side) * 5, (uy + ux * side) * 5];
  return [
    { x: x - dx, y: y - dy },
    { x: x + dx, y: y + dy },
  ];
}

/** A stroke across. @param {string} name @param {Point[]} way @param {number} far */
function tick(name, way, far) {
  const { x, y, ux, uy } = along(way, far);
  return path(name, [
    { x: x - uy * 6, y: y + ux * 6 },
    { x: x + uy * 6, y: y - ux * 6 },
  ]);
}

/** @param {string} name @param {Point[]} way @param {number} length @param {boolean} filled */
function head(name, way, length, filled) {
  const tip = along(way, length);
  const foot = along(way, Math.max(0, length - HEAD));
  const [dx, dy] = [tip.x - foot.x, tip.y - foot.y];
  const size = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const [ux, uy] = [dx / size, dy / size];
  const left = { x: tip.x - ux * HEAD - uy * 4.5, y: tip.y - uy * HEAD + ux * 4.5 };
  const right = { x: tip.x - ux * HEAD + uy * 4.5, y: tip.y - uy * HEAD - ux * 4.5 };
  const at = (/** @type {Point} */ { x, y }) => `${n(x)} ${n(y)}`;
  return element('path', { class: name, d: `M${at(left)}L${at(tip)}L${at(right)}${filled ? 'Z' : ''}` });
}

/** The same way, so many px to its right. @param {Point[]} way @param {number} off @returns {Point[]} */
function offset(way, off) {
  if (off === 0) return way;
  return way.map((point, i) => {
    const [before, after] = [way[Math.max(0, i - 1)], way[Math.min(way.length - 1, i + 1)]];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const size = Math.max(0.001, Math.sqrt(dx * dx + dy * dy));
    return { x: point.x - (dy / size) * off, y: point.y + (dx / size) * off };
  });
}

/** @param {Point[]} way @param {number} from @param {number} to @param {number} height @returns {Point[]} */
function zigzag(way, from, to, height) {
  const turns = Math.min(MOST, Math.max(2, Math.round((to - from) / 6)));
  const distances = Array.from({ length: turns + 1 }, (_, i) => from + ((to - from) * i) / turns);
  return walk(way, distances).map(({ x, y, ux, uy }, i) => {
    const off = i === 0 || i === turns ? 0 : i % 2 === 0 ? -height : height;
    return { x: x - uy * off, y: y + ux * off };
  });
}
