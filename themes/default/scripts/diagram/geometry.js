/**
 * Plane geometry of boxes and of broken lines, for diagrams with a layout.
 *
 * Must not know: SVG, any diagram.
 *
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ x: number, y: number, width: number, height: number }} Rect  x, y: the upper left corner
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Area
 */

/** Rounds to a tenth, as it is printed: decisions use the drawn values. @param {number} value */
export function tenth(value) {
  return Math.round(value * 10) / 10;
}

/** @param {Point} a @param {Point} b */
export function distance(a, b) {
  return Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
}

/** @param {Point} middle @param {number} width @param {number} height @returns {Rect} */
export function around(middle, width, height) {
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

/** Whether two boxes are nearer than `gap`. @param {Rect} a @param {Rect} b @param {number} [gap] */
export function meet(a, b, gap = 0) {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

/**
 * Whether a straight line is nearer to a box than `gap` (Liang and Barsky).
 * @param {Point} from @param {Point} to @param {Rect} box @param {number} [gap]
 */
export function crosses(from, to, box, gap = 0) {
  let [enter, leave] = [0, 1];
  const sides = [
    [from.x - to.x, from.x - (box.x - gap)],
    [to.x - from.x, box.x + box.width + gap - from.x],
    [from.y - to.y, from.y - (box.y - gap)],
    [to.y - from.y, box.y + box.height + gap - from.y],
  ];
  for (const [along, room] of sides) {
    if (along === 0 && room < 0) return false;
    if (along < 0) enter = Math.max(enter, room / along);
    if (along > 0) leave = Math.min(leave, room / along);
  }
  return enter < leave;
}

/** Whether any part of a broken line does. @param {Point[]} line @param {Rect} box @param {number} [gap] */
export function lineCrosses(line, box, gap = 0) {
  for (let i = 1; i < line.length; i++) if (crosses(line[i - 1], line[i], box, gap)) return true;
  return false;
}

/**
 * Where a ray that starts in the middle of a box with round corners leaves it.
 * @param {Rect} box @param {number} radius  of the corners
 * @param {Point} towards
 * @returns {Point}
 */
export function leaving(box, radius, towards) {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const length = distance(middle, towards);
  if (length === 0) return middle;
  let [inside, outside] = [0, (box.width + box.height) / length];
  for (let i = 0; i < 24; i++) {
    const share = (inside + outside) / 2;
    const dx = Math.abs((towards.x - middle.x) * share) - (box.width / 2 - radius);
    const dy = Math.abs((towards.y - middle.y) * share) - (box.height / 2 - radius);
    const isIn = dx <= radius && dy <= radius && (dx <= 0 || dy <= 0 || dx * dx + dy * dy <= radius * radius);
    if (isIn) inside = share;
    else outside = share;
  }
  return { x: tenth(middle.x + (towards.x - middle.x) * inside), y: tenth(middle.y + (towards.y - middle.y) * inside) };
}

/** @param {Point[]} line */
export function lengthOf(line) {
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(line[i - 1], line[i]);
  return length;
}

/**
 * The point `far` px along a broken line, and the direction of the line there.
 * @param {Point[]} line @param {number} far
 * @returns {Point & { ux: number, uy: number }}
 */
export function along(line, far) {
  return walk(line, [far])[0];
}

/**
 * Points along a broken line, at distances that do not decrease, and the direction of the line there.
 * @param {Point[]} line @param {number[]} distances
 * @returns {(Point & { ux: number, uy: number })[]}
 */
export function walk(line, distances) {
  let [i, passed] = [0, 0];
  let [a, b, length, ux, uy] = [line[0], line[0], 0, 1, 0];
  /** The next piece with a length above zero; false if there is none. */
  const step = () => {
    for (let k = i + 1; k < line.length; k++) {
      const far = distance(line[k - 1], line[k]);
      if (far === 0) continue;
      passed += length;
      [i, a, b, length] = [k, line[k - 1], line[k], far];
      [ux, uy] = [(b.x - a.x) / far, (b.y - a.y) / far];
      return true;
    }
    return false;
  };
  step();
  return distances.map((far) => {
    while (far > passed + length && step());
    const at = Math.min(Math.max(0, far - passed), length);
    return { x: a.x + ux * at, y: a.y + uy * at, ux, uy };
  });
}

/**
 * The part of a broken line between two distances along it.
 * @param {Point[]} line @param {number} from @param {number} to
 * @returns {Point[]}
 */
export function part(line, from, to) {
  const inner = [];
  let far = 0;
  for (let i = 1; i < line.length - 1; i++) {
    far += distance(line[i - 1], line[i]);
    if (far > from && far < to) inner.push(line[i]);
  }
  const [first, last] = [along(line, from), along(line, to)];
  return [{ x: first.x, y: first.y }, ...inner, { x: last.x, y: last.y }];
}
