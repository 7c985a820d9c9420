/**
 * The common edge of several upright boxes, as closed lines.
 *
 * 1. all sides cut the plane into cells; 2. a cell is in or out; 3. the sides between in and out are followed, the
 * inside to the right, until each line closes.
 *
 * Must not know: what the boxes are.
 *
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./geometry.js').Area} Area
 */

/**
 * @param {Area[]} areas
 * @returns {Point[][]}  corners, clockwise; holes the other way
 */
export function edgesOf(areas) {
  const solid = areas.filter(({ left, right, top, bottom }) => left < right && top < bottom);
  const xs = distinct(solid.flatMap(({ left, right }) => [left, right]));
  const ys = distinct(solid.flatMap(({ top, bottom }) => [top, bottom]));
  const isIn = (/** @type {number} */ i, /** @type {number} */ j) => {
    if (i < 0 || j < 0 || i + 1 >= xs.length || j + 1 >= ys.length) return false;
    const [x, y] = [(xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2];
    return solid.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
  };
  /** @type {Map<string, Point[]>} start → ends */
  const sides = new Map();
  /** @param {Point} from @param {Point} to */
  const side = (from, to) => sides.set(key(from), [...(sides.get(key(from)) ?? []), to]);
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      if (!isIn(i, j)) continue;
      const [left, right, top, bottom] = [xs[i], xs[i + 1], ys[j], ys[j + 1]];
      if (!isIn(i, j - 1)) side({ x: left, y: top }, { x: right, y: top });
      if (!isIn(i + 1, j)) side({ x: right, y: top }, { x: right, y: bottom });
      if (!isIn(i, j + 1)) side({ x: right, y: bottom }, { x: left, y: bottom });
      if (!isIn(i - 1, j)) side({ x: left, y: bottom }, { x: left, y: top });
    }
  }
  /** @type {Point[][]} */
  const loops = [];
  for (const start of [...sides.keys()]) {
    while ((sides.get(start) ?? []).length > 0) loops.push(straightened(follow(start, sides)));
  }
  return loops;
}

/** @param {string} start @param {Map<string, Point[]>} sides  what was followed is taken out */
function follow(start, sides) {
  /** @type {Point[]} */
  const loop = [];
  for (let at = start; ;) {
    const ends = sides.get(at) ?? [];
    const last = loop[loop.length - 1];
    const before = loop[loop.length - 2];
    // If two boxes touch only at a corner, turn, so that they stay separate.
    const turned =
      before && last && ends.length > 1
        ? ends.findIndex((end) => (last.x - before.x) * (end.y - last.y) - (last.y - before.y) * (end.x - last.x) > 0)
        : 0;
    const [next] = ends.splice(Math.max(0, turned), 1);
    if (next === undefined) return loop;
    loop.push(next);
    at = key(next);
    if (at === start) return loop;
  }
}

/** Without corners that are none. @param {Point[]} loop */
function straightened(loop) {
  return loop.filter((point, i) => {
    const [before, after] = [loop[(i + loop.length - 1) % loop.length], loop[(i + 1) % loop.length]];
    return (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x) !== 0;
  });
}

/** @param {number[]} values */
function distinct(values) {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** @param {Point} point */
function key({ x, y }) {
  return `${x} ${y}`;
}
