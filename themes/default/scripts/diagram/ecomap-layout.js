/**
 * Finds the place of everything in an ecomap: the systems on an ellipse round the middle (on two by turns where there
 * are more than ten), on each line its tag, outside of all the lines between systems.
 *
 * 1. the smallest ellipse is looked for on which nothing touches anything, growing, then drawn in on each side;
 * 2. lines between neighbours go straight where there is room, the others round the outside, each on its own orbit.
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
 * @property {{ width: number, height: number }} [tag]  what stands on that line
 *
 * @typedef {object} Placed
 * @property {Node} node
 * @property {number} turn   its angle on the ring
 * @property {Rect} box
 * @property {Point[]} line  from the middle's edge to the box's; empty where it is not tied
 * @property {Rect} [tag]
 */

import { around, crosses, distance, leaving, meet, tenth } from './geometry.js';

export const CORNER = { formal: 3, informal: 18 };
const TWO_RINGS = 10; // more slots than this
const BARE = 38; // px of a line that must be seen on either side of its tag
const SHORTEST = 64; // px of a line without a tag
const STEP = 12;
const SHARES = [0.5, 0.65, 0.35, 0.8, 0.2, 1, 0];

/**
 * @param {Node[]} nodes
 * @param {{ slots: number, core: number, near: (a: number, b: number) => number, corner: (node: Node) => number }} ring
 *   core: radius of the middle; near: px that must lie between the boxes of two nodes (by index)
 * @returns {Placed[]}
 */
export function placeSystems(nodes, ring) {
  const two = ring.slots > TWO_RINGS;
  /** @type {number[]} half axes of the (inner) ellipse, then what the outer one adds */
  let axes = [ring.core + 110, ring.core + 70, two ? 190 : 0, two ? 120 : 0];
  let found = attempt(nodes, ring, axes);
  for (let i = 0; i < 200 && !found; i++) {
    axes = [axes[0] + STEP * 1.3, axes[1] + STEP, axes[2] + (two ? 4 : 0), axes[3] + (two ? 4 : 0)];
    found = attempt(nodes, ring, axes);
  }
  for (const axis of two ? [2, 3, 0, 1, 2, 3, 0, 1] : [0, 1, 0]) {
    for (let i = 0; i < 60; i++) {
      const smaller = axes.map((value, k) => (k === axis ? value - STEP : value));
      const better = attempt(nodes, ring, smaller);
      if (!better) break;
      [axes, found] = [smaller, better];
    }
  }
  return found ?? [];
}

/**
 * Everything on the given ellipses, or undefined where anything touches.
 * @param {Node[]} nodes
 * @param {Parameters<typeof placeSystems>[1]} ring
 * @param {number[]} axes
 * @returns {Placed[] | undefined}
 */
function attempt(nodes, ring, [a, b, moreA, moreB]) {
  if (a < ring.core || b < ring.core || moreA < 0 || moreB < 0) return undefined;
  const core = around({ x: 0, y: 0 }, ring.core * 2, ring.core * 2);
  /** @type {Placed[]} */
  const placed = [];
  for (const node of nodes) {
    const outer = ring.slots > TWO_RINGS && node.slot % 2 === 1;
    const turn = turnOf(node.slot, ring.slots);
    const middle = { x: tenth((a + (outer ? moreA : 0)) * Math.cos(turn)), y: tenth((b + (outer ? moreB : 0)) * Math.sin(turn)) };
    const box = around(middle, node.width, node.height);
    if (meet(box, core, 20)) return undefined;
    for (let i = 0; i < placed.length; i++) if (meet(box, placed[i].box, ring.near(i, placed.length))) return undefined;
    const line = node.tied ? lineTo(middle, box, ring.core, ring.corner(node)) : [];
    placed.push({ node, turn, box, line });
  }
  for (const one of placed) {
    if (one.line.length === 0) continue;
    if (placed.some((other) => other !== one && crosses(one.line[0], one.line[1], other.box, 8))) return undefined;
    if (!one.node.tag && distance(one.line[0], one.line[1]) < SHORTEST) return undefined;
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

/** Puts each tag on its line, where it touches nothing. @param {Placed[]} placed @param {Rect} core */
function tags(placed, core) {
  for (const one of placed) {
    const size = one.node.tag;
    if (!size || one.line.length === 0) continue;
    const tag = candidates(one.line, size).find((rect) => !meet(rect, core, 4) && placed.every((other) => (
      !meet(rect, other.box, 8) && !(other.tag && meet(rect, other.tag, 8))
      && (other === one || other.line.length === 0 || !crosses(other.line[0], other.line[1], rect, 7))
    )));
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
    return around({ x: tenth(start.x + (end.x - start.x) * far), y: tenth(start.y + (end.y - start.y) * far) }, size.width, size.height);
  });
}

/** How far a tag reaches along its line, from its middle. @param {Point[]} line @param {{ width: number, height: number }} size */
export function halfAlong([start, end], size) {
  const length = distance(start, end);
  const [ux, uy] = [Math.abs(end.x - start.x) / length, Math.abs(end.y - start.y) / length];
  return Math.min(ux > 0.001 ? size.width / 2 / ux : Infinity, uy > 0.001 ? size.height / 2 / uy : Infinity);
}
