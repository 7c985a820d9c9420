/**
 * The lines of unions and of descent, as SVG and as broken lines for the tests and the count of crossings.
 *
 * Must not know: how positions are found (`genogram-layout.js`).
 *
 * @typedef {import('./genogram-layout.js').Layout} Layout
 * @typedef {import('./genogram-layout.js').Hung} Hung
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {import('./genogram-channels.js').Descent} Descent
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {{ id: string, kind: string, points: Point[], ends: string[] }} GenogramLine
 */

import { span } from './genogram-channels.js';
import { bottomEdge, topEdge } from './genogram-measure.js';
import { element, n } from './svg.js';

const TWICE = 4; // px between the two lines of related partners
const DOUBLE = 5; // px from an adopted child's line to the dashed one beside it

/**
 * @param {Layout} layout
 * @param {(union: import('./genogram-model.js').Union) => boolean} [leftStays]  whether the children live with the left partner
 * @returns {{ drawn: string[], lines: GenogramLine[] }}
 */
export function familyLines(layout, leftStays = () => false) {
  /** @type {string[]} */
  const drawn = [];
  /** @type {GenogramLine[]} */
  const lines = [];
  for (const bar of layout.bars) {
    if (bar.level === 0) continue; // straight down from a single parent: there is only the line of descent
    const points = barPoints(bar, layout);
    lines.push({ id: `union:${bar.union.at}`, kind: 'union', points, ends: bar.union.partners });
    drawn.push(...unionLine(bar.union.partners.length === 2 ? bar.union.kind : 'married', points, bar.union.related));
    if (bar.legs.length === 2) drawn.push(...marks(bar.union.kind, markAt(bar, leftStays(bar.union)), bar.y));
  }
  for (const run of layout.runs) {
    const bar = /** @type {Hung} */ (layout.bars.find(({ union }) => union === run.union));
    const children = layout.descents.filter(({ path }) => path.includes(run));
    const ends = [...bar.union.partners, ...children.flatMap((descent) => descent.children)];
    const [left, right] = span(run);
    const from =
      run.channel === bar.row ? (bar.level === 0 ? edgeBelow(layout, bar) : bar.y) : heightAbove(layout, run);
    for (const up of run.ups) {
      const points = [
        { x: up, y: from },
        { x: up, y: run.y },
      ];
      lines.push({ id: `descent:${bar.union.at}`, kind: 'descent', points, ends });
      drawn.push(path('dg-line', points));
    }
    if (right - left < 0.5) continue;
    const points = [
      { x: left, y: run.y },
      { x: right, y: run.y },
    ];
    lines.push({ id: `descent:${bar.union.at}`, kind: 'descent', points, ends });
    drawn.push(path('dg-line', points));
  }
  for (const descent of layout.descents) {
    const made = childLines(descent, layout);
    drawn.push(...made.drawn);
    lines.push(...made.lines);
  }
  return { drawn, lines };
}

/** @param {Hung} bar @param {Layout} layout @returns {Point[]} */
function barPoints(bar, layout) {
  const tops = bar.legs.map(({ id, x }) => {
    const person = /** @type {Placed} */ (layout.placed.get(id));
    return { x, y: person.y + bottomEdge(person, x - person.x) };
  });
  const last = tops.length === 2 ? [{ x: tops[1].x, y: bar.y }, tops[1]] : [{ x: bar.drop, y: bar.y }];
  return [tops[0], { x: tops[0].x, y: bar.y }, ...last];
}

/** @param {Layout} layout @param {Hung} bar */
function edgeBelow(layout, bar) {
  const person = /** @type {Placed} */ (layout.placed.get(bar.legs[0].id));
  return person.y + bottomEdge(person, 0);
}

/** Where the line begins that comes down to a run through the row above it. @param {Layout} layout @param {import('./genogram-channels.js').Run} run */
function heightAbove(layout, run) {
  for (const { path: runs } of layout.descents) {
    const i = runs.indexOf(run);
    if (i > 0) return runs[i - 1].y;
  }
  return run.y;
}

/**
 * The line of a union, also for the legend.
 * @param {import('./genogram-model.js').UnionKind} kind
 * @param {Point[]} points  down from one partner, across, up to the other
 * @param {boolean} related  drawn twice: the partners have an ancestor in common
 * @returns {string[]}
 */
export function unionLine(kind, points, related) {
  const name = `dg-line dg-union dg-union-${kind}`;
  if (!related || points.length < 4) return [path(name, points)];
  const [a, b, c, d] = points;
  const inside = [
    { x: a.x + TWICE, y: a.y },
    { x: b.x + TWICE, y: b.y - TWICE },
    { x: c.x - TWICE, y: c.y - TWICE },
    { x: d.x - TWICE, y: d.y },
  ];
  return [path(name, points), path(name, inside)];
}

/**
 * The strokes of a separation, a divorce, a reunion.
 * @param {import('./genogram-model.js').UnionKind} kind @param {number} x @param {number} y
 * @returns {string[]}
 */
export function marks(kind, x, y) {
  const slash = (/** @type {number} */ at) => `M${n(at - 4)} ${n(y + 7)}L${n(at + 4)} ${n(y - 7)}`;
  const back = `M${n(x - 9)} ${n(y - 7)}L${n(x + 9)} ${n(y + 7)}`;
  const strokes = {
    separated: slash(x),
    divorced: slash(x - 3) + slash(x + 3),
    reunited: slash(x - 3) + slash(x + 3) + back,
  };
  const d = /** @type {Record<string, string>} */ (strokes)[kind];
  return d === undefined ? [] : [element('path', { class: 'dg-line dg-mark', d })];
}

/** On the side of the partner that the children do not live with. @param {Hung} bar @param {boolean} leftStays */
function markAt(bar, leftStays) {
  const [left, right] = bar.legs.map(({ x }) => x);
  const middle = bar.union.children.length > 0 ? bar.drop : (left + right) / 2;
  if (bar.union.children.length === 0) return middle;
  const [near, far] = leftStays ? [right, left] : [left, right];
  // Not onto the line down, if the gap is at one end of the bar.
  return Math.abs(middle - near) >= 26 ? (near + middle) / 2 : (far + middle) / 2;
}

/**
 * @param {Descent} descent
 * @param {Layout} layout
 * @returns {{ drawn: string[], lines: GenogramLine[] }}
 */
function childLines(descent, layout) {
  /** @type {string[]} */
  const drawn = [];
  /** @type {GenogramLine[]} */
  const lines = [];
  const last = descent.path[descent.path.length - 1];
  const tops = descent.children.map((id, i) => {
    const person = /** @type {Placed} */ (layout.placed.get(id));
    return { x: descent.ends[i], y: person.y - topEdge(person, descent.ends[i] - person.x) };
  });
  descent.children.forEach((id, i) => {
    const points = [{ x: descent.x, y: last.y }, tops[i]];
    lines.push({
      id: `child:${descent.union.at}:${id}`,
      kind: 'child',
      points,
      ends: [id, ...descent.union.partners, ...descent.children],
    });
    drawn.push(...childLine(descent.kind, points[0], points[1]));
  });
  if (descent.identical && tops.length > 1) {
    const share = 0.55;
    const at = (/** @type {Point} */ top) => ({
      x: descent.x + (top.x - descent.x) * share,
      y: last.y + (tops[0].y - last.y) * share,
    });
    drawn.push(path('dg-line', [at(tops[0]), at(tops[tops.length - 1])]));
  }
  return { drawn, lines };
}

/**
 * The line down to a child, also for the legend.
 * @param {import('./genogram-model.js').ChildKind} kind
 * @param {Point} from
 * @param {Point} to
 * @returns {string[]}
 */
export function childLine(kind, from, to) {
  if (kind === 'foster') return [path('dg-line dg-foster', [from, to])];
  if (kind !== 'adopted') return [path('dg-line', [from, to])];
  const aside = (/** @type {Point} */ { x, y }) => ({ x: x + DOUBLE, y });
  return [path('dg-line', [from, to]), path('dg-line dg-adopted', [aside(from), aside(to)])];
}

/** @param {string} name  class @param {Point[]} points */
export function path(name, points) {
  return element('path', {
    class: name,
    d: points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join(''),
  });
}

/**
 * How many times lines of different unions cross.
 * @param {GenogramLine[]} lines
 * @returns {number}
 */
export function crossingsOf(lines) {
  const pieces = lines.flatMap(({ id, points, ends }) =>
    points.slice(1).map((to, i) => ({ union: id.split(':')[1], ends, from: points[i], to })),
  );
  let count = 0;
  for (let i = 0; i < pieces.length; i++) {
    for (let j = i + 1; j < pieces.length; j++) {
      if (pieces[i].union !== pieces[j].union && meet(pieces[i], pieces[j])) count += 1;
    }
  }
  return count;
}

/** @param {{ from: Point, to: Point }} a @param {{ from: Point, to: Point }} b */
function meet(a, b) {
  const side = (/** @type {Point} */ p, /** @type {{ from: Point, to: Point }} */ line) =>
    (line.to.x - line.from.x) * (p.y - line.from.y) - (line.to.y - line.from.y) * (p.x - line.from.x);
  return side(a.from, b) * side(a.to, b) < -0.01 && side(b.from, a) * side(b.to, a) < -0.01;
}
