/**
 * Finds the position of everything in an ecomap: the systems around the centre on a ring that is as wide as the page and as
 * high as needed, and the tag on each line.
 *
 * 1. for some widths, the lowest ring is searched on which nothing overlaps; 2. the lowest of these is
 * used, and made as narrow as possible without overlaps. The number of attempts is bounded.
 *
 * Must not know: what a tag says, how a line looks, SVG.
 *
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./geometry.js').Rect} Rect
 *
 * @typedef {object} Node  a system, by its slot on the ring
 * @property {string} id
 * @property {number} slot
 * @property {number} width
 * @property {number} height
 * @property {boolean} tied               whether a line leads to it from the middle
 * @property {{ width: number, height: number }} [tag]  what is on that line
 *
 * @typedef {object} PlacedNode
 * @property {Node} node
 * @property {number} turn   its angle on the ring
 * @property {Rect} box
 * @property {Point[]} line  from the middle's edge to the box's; empty if it is not tied
 * @property {Rect} [tag]
 */

import { around, crosses, distance, leaving, meet, tenth } from './geometry.js';

export const CORNER = { formal: 3, informal: 18 };
const BARE = 22; // px of a line that must be seen on either side of its tag
const SHORTEST = 48; // px of a line without a tag
const COARSE = 32; // px
const FINE = 8;
const HIGHEST = 1600; // px, half of the height
const WIDER = [1, 1.25, 0.8]; // times the available width: on a wider ring the systems are in columns
const SHARES = [0.5, 0.65, 0.35, 0.8, 0.2, 1, 0];

/**
 * @param {Node[]} nodes
 * @param {{ slots: number, core: number, half: number, turned?: boolean, near: (a: number, b: number) => number, corner: (node: Node) => number }} ring
 *   core: radius of the middle; half: px there are from the middle to either side; turned: by half of a slot; near: px that must be between the boxes of two
 *   nodes (by index)
 * @returns {PlacedNode[] | undefined}  where the room is too narrow for what is in the middle
 */
export function placeSystems(nodes, ring) {
  if (nodes.length === 0) return [];
  /** @type {{ a: number, b: number, placed: PlacedNode[] } | undefined} */
  let best;
  for (const wider of WIDER) {
    const a = ring.half * wider;
    for (let b = ring.core + 60; b < Math.min(HIGHEST, best?.b ?? HIGHEST); b += COARSE) {
      const placed = attempt(nodes, ring, a, b);
      if (!placed) continue;
      best = { a, b, placed };
      break;
    }
  }
  if (!best) return undefined;
  for (const by of [
    { a: 0, b: FINE },
    { a: COARSE, b: 0 },
    { a: 0, b: FINE },
  ]) {
    for (let i = 0; i < 30; i++) {
      /** @type {number} */
      const a = best.a - by.a;
      /** @type {number} */
      const b = best.b - by.b;
      /** @type {PlacedNode[] | undefined} */
      const placed = a > ring.core && b > ring.core ? attempt(nodes, ring, a, b) : undefined;
      if (!placed) break;
      best = { a, b, placed };
    }
  }
  return best.placed;
}

/**
 * Everything on the given ellipse, narrowed to the available width, or undefined if anything overlaps.
 * @param {Node[]} nodes
 * @param {Parameters<typeof placeSystems>[1]} ring
 * @param {number} a @param {number} b  half axes
 * @returns {PlacedNode[] | undefined}
 */
function attempt(nodes, ring, a, b) {
  const core = around({ x: 0, y: 0 }, ring.core * 2, ring.core * 2);
  /** @type {PlacedNode[]} */
  const placed = [];
  for (const node of nodes) {
    const turn = turnOf(node.slot + (ring.turned ? 0.5 : 0), ring.slots);
    const most = ring.half - node.width / 2;
    const middle = { x: tenth(Math.max(-most, Math.min(most, a * Math.cos(turn)))), y: tenth(b * Math.sin(turn)) };
    const box = around(middle, node.width, node.height);
    if (meet(box, core, 20)) return undefined;
    for (let i = 0; i < placed.length; i++) if (meet(box, placed[i].box, ring.near(i, placed.length))) return undefined;
    const line = node.tied ? lineTo(middle, box, ring.core, ring.corner(node)) : [];
    if (line.length > 0 && distance(line[0], line[1]) < (node.tag ? 2 * BARE + 14 : SHORTEST)) return undefined;
    placed.push({ node, turn, box, line });
  }
  for (const one of placed) {
    if (one.line.length > 0 && placed.some((other) => other !== one && crosses(one.line[0], one.line[1], other.box, 8)))
      return undefined;
  }
  return tags(placed, core) ? placed : undefined;
}

/** The angle of a slot: one to the right, two left and right, more from the top clockwise. @param {number} slot @param {number} slots */
function turnOf(slot, slots) {
  const first = slots === 1 ? 0 : slots === 2 ? 2 : 3; // quarter turns
  return (Math.PI / 2) * first + (2 * Math.PI * slot) / slots;
}

/** @param {Point} middle @param {Rect} box @param {number} core @param {number} corner @returns {Point[]} */
function lineTo(middle, box, core, corner) {
  const far = distance({ x: 0, y: 0 }, middle);
  const start = { x: tenth((middle.x / far) * (core + 3)), y: tenth((middle.y / far) * (core + 3)) };
  return [start, leaving(around(middle, box.width + 6, box.height + 6), corner + 2, { x: 0, y: 0 })];
}

/** Puts each tag on its line, at a position without overlap. @param {PlacedNode[]} placed @param {Rect} core */
function tags(placed, core) {
  for (const one of placed) {
    const size = one.node.tag;
    if (!size || one.line.length === 0) continue;
    const tag = candidates(one.line, size).find(
      (rect) =>
        !meet(rect, core, 4) &&
        placed.every(
          (other) =>
            !meet(rect, other.box, 8) &&
            !(other.tag && meet(rect, other.tag, 8)) &&
            (other === one || other.line.length === 0 || !crosses(other.line[0], other.line[1], rect, 7)),
        ),
    );
    if (!tag) return false;
    one.tag = tag;
  }
  return true;
}

/** @param {Point[]} line @param {{ width: number, height: number }} size @returns {Rect[]} */
function candidates([start, end], size) {
  const length = distance(start, end);
  if (length === 0) return [];
  const half = halfAlong([start, end], size);
  const room = length - 2 * (BARE + half);
  if (room < 0) return [];
  return SHARES.map((share) => {
    const far = (BARE + half + room * share) / length;
    return around(
      { x: tenth(start.x + (end.x - start.x) * far), y: tenth(start.y + (end.y - start.y) * far) },
      size.width,
      size.height,
    );
  });
}

/** How far a tag reaches along its line, from its middle. @param {Point[]} line @param {{ width: number, height: number }} size */
export function halfAlong([start, end], size) {
  const length = distance(start, end);
  const [ux, uy] = [Math.abs(end.x - start.x) / length, Math.abs(end.y - start.y) / length];
  return Math.min(ux > 0.001 ? size.width / 2 / ux : Infinity, uy > 0.001 ? size.height / 2 / uy : Infinity);
}
