/**
 * A bow from one person to another: a cubic curve from centre to centre, without the parts inside the two symbols.
 *
 * Must not know: what is in its way.
 *
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {{ x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, weights: Float64Array }} Curve
 *   weights: of its four points, for each point along it
 */

const STEP = 13; // px from point to point
const START = 4; // px from the symbols that it connects
const FLAT = 0.3; // px that a point may be off the line it is left out of

/** @type {Map<number, Float64Array>} */
const known = new Map();

/** Weights for a curve of so many px. @param {number} length */
function weightsFor(length) {
  const count = Math.max(8, Math.ceil(length / STEP / 4) * 4);
  const found = known.get(count);
  if (found) return found;
  const weights = new Float64Array((count + 1) * 4);
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const s = 1 - t;
    weights.set([s * s * s, 3 * t * s * s, 3 * t * t * s, t * t * t], i * 4);
  }
  known.set(count, weights);
  return weights;
}

/**
 * The handles are off the straight line; a positive height bows upward.
 * @param {Point} from @param {Point} to @param {number} first @param {number} second @param {number} length  of the straight line
 * @returns {Curve}
 */
export function bow(from, to, first, second, length) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.max(1, length);
  const [nx, ny] = [dy / far, -dx / far];
  return {
    x0: from.x,
    y0: from.y,
    x3: to.x,
    y3: to.y,
    x1: from.x + dx * 0.25 + nx * first,
    y1: from.y + dy * 0.25 + ny * first,
    x2: from.x + dx * 0.75 + nx * second,
    y2: from.y + dy * 0.75 + ny * second,
    weights: weightsFor(length + Math.max(Math.abs(first), Math.abs(second))),
  };
}

/** @param {Curve} curve @param {Placed} from @param {Placed} to @returns {Point[]}  fewer than two if nothing is left */
export function pathOf({ x0, y0, x1, y1, x2, y2, x3, y3, weights }, from, to) {
  const path = [];
  for (let i = 0; i < weights.length; i += 4) {
    const [w0, w1, w2, w3] = [weights[i], weights[i + 1], weights[i + 2], weights[i + 3]];
    path.push({ x: w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, y: w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3 });
  }
  return simple(clipped(path, from, to));
}

/** The curve without the parts inside the symbols at its ends. @param {Point[]} path @param {Placed} from @param {Placed} to */
function clipped(path, from, to) {
  let first = 0;
  let last = path.length - 1;
  while (first < last && within(path[first], from)) first++;
  while (last > first && within(path[last], to)) last--;
  if (first >= last) return [];
  const start = first > 0 ? edge(path[first], path[first - 1], from) : path[first];
  const end = last < path.length - 1 ? edge(path[last], path[last + 1], to) : path[last];
  return [start, ...path.slice(first, last + 1), end];
}

/** @param {Point} point @param {Placed} person */
function within({ x, y }, { x: cx, y: cy, half, shape }) {
  const reach = half + START;
  const [dx, dy] = [Math.abs(x - cx), Math.abs(y - cy)];
  return shape === 'circle' ? dx * dx + dy * dy < reach * reach : dx < reach && dy < reach;
}

/** @param {Point} out @param {Point} inside @param {Placed} person @returns {Point} */
function edge(out, inside, person) {
  let [a, b] = [out, inside];
  for (let i = 0; i < 8; i++) {
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    if (within(middle, person)) b = middle;
    else a = middle;
  }
  return a;
}

/** Without points that are on the line between those before and after. @param {Point[]} path */
function simple(path) {
  const kept = path.slice(0, 1);
  for (let i = 1; i < path.length - 1; i++) {
    const [a, b, c] = [kept[kept.length - 1], path[i], path[i + 1]];
    const [dx, dy] = [c.x - a.x, c.y - a.y];
    const off = Math.abs(dx * (b.y - a.y) - dy * (b.x - a.x));
    if (off > FLAT * Math.sqrt(dx * dx + dy * dy)) kept.push(b);
  }
  return path.length > 1 ? [...kept, path[path.length - 1]] : kept;
}
