/**
 * An ecomap: a person (or a household) in the middle, around them the systems they live with, and what the ties are
 * like: strong, weak, stressful, planned, severed; which way support goes; what consent there is to sharing.
 *
 * 1. the boxes and the tags on the lines are measured; 2. `ecomap-layout.js` finds their places, `ecomap-between.js`
 * the lines among systems; 3. all is drawn, with a legend of the signs that occur.
 *
 * Must not know: stages of a case (what is not shown yet is removed before), the DOM.
 *
 * @typedef {import('./tie-line.js').TieKind} TieKind
 * @typedef {import('./contract.js').Words} Words
 * @typedef {{ id: string, label: string, kind: 'formal' | 'informal', note?: string }} System
 * @typedef {{ to: string, kind: TieKind, flow?: 'in' | 'out' | 'both' | 'none', label?: string, consent?: string }} Tie
 * @typedef {object} Ecomap
 * @property {{ label: string, household?: import('./ecomap-core.js').Household }} center
 * @property {System[]} systems
 * @property {Tie[]} ties
 * @property {{ a: string, b: string, kind: TieKind }[]} [between]
 * @property {string} [asOf]
 * @property {'names' | 'letters'} [labels]
 * @property {string[]} [slots]  ids in their order round the ring, where two maps are to be compared (`slots`)
 *
 * @typedef {{ id: string, kind: 'tie' | 'between', points: import('./geometry.js').Point[], ends: string[] }} EcomapLine
 */

import { coreOf } from './ecomap-core.js';
import { CORNER, halfAlong, placeSystems } from './ecomap-layout.js';
import { linesBetween } from './ecomap-between.js';
import { measurePlanned, measureSystem, measureTag, systemBox, tagOn } from './ecomap-parts.js';
import { legend } from './ecomap-legend.js';
import { summary } from './ecomap-words.js';
import { along, around, lengthOf, lineCrosses, meet, part, tenth } from './geometry.js';
import { letterOf } from './letters.js';
import { keyOf } from './legend-key.js';
import { fill } from '../dom/fill.js';
import { element, n, picture, textLines } from './svg.js';
import { tieLine } from './tie-line.js';
import { wholeEcomap } from './whole.js';

export { describe, compare } from './ecomap-words.js';
export { problems, slots } from './ecomap-problems.js';

const MARGIN = 16;
const WIDTH = 720; // px: what a page has on a small notebook
const WIDEST = 1440; // … if a large family is at the centre
const MORE = 120;
const NARROWEST = 560; // px: room for the legend
const DATE = 13; // px of type

/**
 * @param {Ecomap} written
 * @param {Words} words
 * @returns {{ svg: string, width: number, height: number, shapes: import('./svg.js').Box[], lines: EcomapLine[] }}
 */
export function draw(written, words) {
  const data = wholeEcomap(written);
  const core = coreOf(data.center, words);
  const { placed, systems, tieTo, among } = arrange(data, words, core.radius);
  /** @type {import('./svg.js').Box[]} */
  const shapes = [{ id: 'center', kind: 'symbol', ...around({ x: 0, y: 0 }, core.radius * 2, core.radius * 2) }];
  /** @type {EcomapLine[]} */
  const lines = [];
  /** @type {string[]} */
  const drawn = [];
  /** @param {string} id @param {import('./geometry.js').Rect} box @param {import('./ecomap-parts.js').MeasuredTag} tag */
  const label = (id, box, tag) => {
    drawn.push(tagOn(box, tag));
    shapes.push({ id: `${id}:label`, kind: 'label', ...box });
  };

  for (const { pair, line, at } of among) {
    const id = `between:${at}`;
    lines.push({ id, kind: 'between', points: line, ends: [pair.a, pair.b] });
    if (pair.kind === 'planned') {
      const tag = measurePlanned(words);
      const others = among.filter((other) => other.line !== line).map((other) => other.line);
      const { far, box } = freePlace(line, tag, others, shapes);
      const gap = tag.width / 2 + 3;
      drawn.push(
        ...tieLine(part(line, 0, far - gap), pair.kind),
        ...tieLine(part(line, far + gap, lengthOf(line)), pair.kind),
      );
      label(id, box, tag);
    } else drawn.push(...tieLine(line, pair.kind));
  }
  for (const { node, line, tag } of placed) {
    const tie = tieTo.get(node.id);
    if (!tie || line.length === 0) continue;
    drawn.push(...tieDrawn(tie, line, tag));
    lines.push({ id: `tie:${node.id}`, kind: 'tie', points: line, ends: ['center', node.id] });
    const measured = measureTag(tie, systems.get(node.id)?.side, words);
    if (tag && measured) label(node.id, tag, measured);
  }
  drawn.push(core.svg);
  for (const { node, box } of placed) {
    const system = systems.get(node.id);
    if (system) drawn.push(systemBox(box, system, letterOf(data.systems.findIndex(({ id }) => id === node.id) + 1)));
    shapes.push({ id: node.id, kind: 'symbol', ...box });
  }
  return compose(data, words, { drawn, shapes, lines });
}

/**
 * The positioned systems and the lines between them: in the width of the page, or in more if what is in the
 * centre needs it.
 * @param {Ecomap} data
 * @param {Words} words
 * @param {number} core
 */
function arrange(data, words, core) {
  const known = data.systems.filter(({ id }, i) => data.systems.findIndex((system) => system.id === id) === i);
  const systems = new Map(known.map((system) => [system.id, measureSystem(system, words)]));
  /** @type {Map<string, Tie>} */
  const tieTo = new Map();
  for (const tie of data.ties) if (systems.has(tie.to) && !tieTo.has(tie.to)) tieTo.set(tie.to, tie);
  const order = [...new Set([...(data.slots ?? []), ...systems.keys()])];
  const nodes = [...systems].map(([id, { side, width, height }]) => {
    const tie = tieTo.get(id);
    return {
      id,
      width,
      height,
      slot: order.indexOf(id),
      tied: tie !== undefined,
      tag: tie && measureTag(tie, side, words),
    };
  });
  const joined = new Set((data.between ?? []).flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const ring = {
    slots: order.length,
    core,
    near: (/** @type {number} */ i, /** @type {number} */ j) => (joined.has(`${nodes[i].id} ${nodes[j].id}`) ? 52 : 14),
    corner: (/** @type {{ id: string }} */ { id }) => CORNER[systems.get(id)?.side ?? 'formal'],
  };
  for (let width = WIDTH; width <= WIDEST; width += MORE) {
    for (let narrower = 0; narrower <= 120; narrower += 30) {
      const half = width / 2 - MARGIN - narrower;
      const placed = placeSystems(nodes, { ...ring, half }) ?? placeSystems(nodes, { ...ring, half, turned: true });
      if (!placed) break;
      const among = linesAmong(data, placed, core, systems);
      const xs = among.flatMap(({ line }) => line.map(({ x }) => Math.abs(x)));
      if (Math.max(0, ...xs) <= width / 2 - MARGIN / 2) return { placed, systems, tieTo, among };
    }
  }
  return { placed: [], systems, tieTo, among: [] };
}

/**
 * @param {Ecomap} data
 * @param {import('./ecomap-layout.js').PlacedNode[]} placed
 * @param {number} core
 * @param {Map<string, import('./ecomap-parts.js').MeasuredSystem>} systems
 */
function linesAmong(data, placed, core, systems) {
  const pairs = (data.between ?? []).map((pair) => ({ ...pair, room: pair.kind === 'planned' ? 110 : 40 }));
  const found = linesBetween(placed, pairs, {
    core,
    corner: ({ node }) => CORNER[systems.get(node.id)?.side ?? 'formal'],
  });
  return pairs.map((pair, at) => ({ pair, at, line: found[at] })).filter(({ line }) => line.length > 0);
}

/**
 * The position on a line where a tag overlaps no other line; the middle if there is none.
 * @param {import('./geometry.js').Point[]} line
 * @param {{ width: number, height: number }} tag
 * @param {import('./geometry.js').Point[][]} others
 * @param {import('./geometry.js').Rect[]} boxes
 */
function freePlace(line, tag, others, boxes) {
  const length = lengthOf(line);
  const shares = Array.from({ length: 41 }, (_, i) => 0.5 + (i % 2 === 0 ? i : -i - 1) / 90);
  const places = shares.map((share) => {
    const far = length * share;
    return { far, box: around(along(line, far), tag.width, tag.height) };
  });
  const isFree = (
    /** @type {import('./geometry.js').Rect} */ box,
    /** @type {number} */ clear,
    /** @type {number} */ gap,
  ) => !others.some((other) => lineCrosses(other, box, clear)) && !boxes.some((each) => meet(each, box, gap));
  return places.find(({ box }) => isFree(box, 12, 6)) ?? places.find(({ box }) => isFree(box, 3, 2)) ?? places[0];
}

/**
 * A tie, interrupted where its tag is.
 * @param {Tie} tie
 * @param {import('./geometry.js').Point[]} line
 * @param {import('./geometry.js').Rect} [tag]
 */
function tieDrawn(tie, line, tag) {
  const [start, end] = [tie.flow === 'in' || tie.flow === 'both', tie.flow === 'out' || tie.flow === 'both'];
  if (!tag) return tieLine(line, tie.kind, { start, end });
  const [from, to] = line;
  const length = lengthOf(line);
  const middle = { x: tag.x + tag.width / 2, y: tag.y + tag.height / 2 };
  const far = ((middle.x - from.x) * (to.x - from.x) + (middle.y - from.y) * (to.y - from.y)) / length;
  const half = halfAlong(line, tag);
  return [
    ...tieLine(part(line, 0, far - half), tie.kind, { start, bars: false }),
    ...tieLine(part(line, far + half, length), tie.kind, { end }),
  ];
}

/**
 * Moves everything right and down from the corner of the drawing; the date is above, the legend below.
 * @param {Ecomap} data
 * @param {Words} words
 * @param {{ drawn: string[], shapes: import('./svg.js').Box[], lines: EcomapLine[] }} parts
 */
function compose(data, words, { drawn, shapes, lines }) {
  const xs = [
    ...shapes.flatMap(({ x, width }) => [x, x + width]),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  ];
  const ys = [
    ...shapes.flatMap(({ y, height }) => [y, y + height]),
    ...lines.flatMap(({ points }) => points.map(({ y }) => y)),
  ];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.ceil(Math.max(NARROWEST, right - left + MARGIN));
  const date = data.asOf ? fill(words['eco-as-of'] ?? 'eco-as-of', { date: data.asOf }) : '';
  const head = MARGIN + (date ? DATE * 2 : 0);
  const [dx, dy] = [tenth((width - left - right) / 2), tenth(head - top)];
  const legendAt = tenth(dy + bottom + MARGIN + 8);
  const key = keyOf(words['map-legend'] ?? 'map-legend', legend(data, words), {
    x: MARGIN,
    y: legendAt,
    width: width - MARGIN * 2,
  });
  const height = Math.ceil(key.height > 0 ? legendAt + key.height + MARGIN : dy + bottom + MARGIN);
  return {
    svg: picture({ kind: 'ecomap', width, height, ...summary(data, words) }, [
      date ? textLines([date], { x: MARGIN, y: MARGIN, size: DATE, class: 'dg-as-of' }) : '',
      element('g', { transform: `translate(${n(dx)} ${n(dy)})` }, drawn),
      key.svg,
    ]),
    width,
    height,
    shapes: [...shapes.map((shape) => ({ ...shape, x: tenth(shape.x + dx), y: tenth(shape.y + dy) })), ...key.boxes],
    lines: lines.map((line) => ({
      ...line,
      points: line.points.map(({ x, y }) => ({ x: tenth(x + dx), y: tenth(y + dy) })),
    })),
  };
}
