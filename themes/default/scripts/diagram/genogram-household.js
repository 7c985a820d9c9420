/**
 * The outline of a household: one closed line around everyone who lives there and no one else. It can leave out someone in
 * the middle by passing below; if it would have to pass more than two others, it is not drawn as one line.
 *
 * 1. members who are side by side share a box; 2. corridors connect the boxes, the shortest first; 3. the edge of
 * all boxes together is followed.
 *
 * Must not know: SVG (but for the path of one outline), lines of the family.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-layout.js').Layout} Layout
 * @typedef {import('./genogram-layout.js').Placed} Placed
 * @typedef {import('./geometry.js').Point} Point
 * @typedef {import('./geometry.js').Area} Area
 * @typedef {Area & { row: number, group: number }} Part
 *
 * @typedef {object} Outlined
 * @property {string[]} ids
 * @property {Point[][]} loops  more than one if it falls apart
 * @property {boolean} whole    one outline, and no one in it who does not belong
 */

import { edgesOf } from './genogram-outline.js';
import { n } from './svg.js';

export const PADDING = 12;
const NESTED = 5; // more for a household that shares members with one before it
const CORRIDOR = 20;
const CLEAR = 4; // px kept from those who do not belong
const BELOW = 7; // px from a row to a corridor below it, between the lines of descent
const MOST_PASSED = 2;
const NARROW = 150; // px of a part that a corridor leaves on its whole width
const CORNER = 12;
const ALIGNED = 48; // px that sides may differ and still be drawn in line

/**
 * @param {Family} family
 * @param {Layout} layout
 * @returns {Outlined[]}
 */
export function householdsOf(family, layout) {
  return family.households.map((ids, i) => {
    const shared = family.households.slice(0, i).filter((other) => other.some((id) => ids.includes(id))).length;
    const parts = partsOf(ids, layout, PADDING + NESTED * Math.min(2, shared));
    const others = [...layout.placed.values()].filter(({ id }) => !ids.includes(id)).map(boxOf);
    align(parts, others);
    const { corridors, joined } = join(parts, ids, layout);
    const areas = [...parts, ...corridors];
    const alien = others.some((box) => areas.some((area) => meets(area, box)));
    return { ids, loops: edgesOf(areas), whole: joined && !alien };
  });
}

/** @param {Placed} person @returns {Area} */
function boxOf(person) {
  const bottom = Math.max(person.y + person.half, person.labelHeight > 0 ? person.labelY + person.labelHeight : 0);
  return { left: person.x - person.left, right: person.x + person.right, top: person.y - person.half, bottom };
}

/** @param {Area} a @param {Area} b */
function meets(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** @param {string[]} ids @param {Layout} layout @param {number} padding @returns {Part[]} */
function partsOf(ids, layout, padding) {
  /** @type {Part[]} */
  const parts = [];
  layout.rows.forEach((row, r) => {
    let open = false;
    for (const id of row) {
      if (!ids.includes(id)) open = false;
      else {
        const box = boxOf(/** @type {Placed} */ (layout.placed.get(id)));
        const area = {
          left: box.left - padding,
          right: box.right + padding,
          top: box.top - padding,
          bottom: box.bottom + padding,
        };
        const last = parts[parts.length - 1];
        if (open)
          Object.assign(last, {
            right: area.right,
            top: Math.min(last.top, area.top),
            bottom: Math.max(last.bottom, area.bottom),
          });
        else parts.push({ ...area, row: r, group: parts.length });
        open = true;
      }
    }
  });
  return parts;
}

/** Aligns sides that are nearly in line, if no one else is in the way. @param {Part[]} parts @param {Area[]} others */
function align(parts, others) {
  for (const a of parts) {
    for (const b of parts) {
      if (Math.abs(a.row - b.row) !== 1 || Math.min(a.right, b.right) - Math.max(a.left, b.left) < CORRIDOR) continue;
      for (const wider of [{ left: Math.min(a.left, b.left) }, { right: Math.max(a.right, b.right) }]) {
        const [first, second] = [
          { ...a, ...wider },
          { ...b, ...wider },
        ];
        const moved =
          Math.abs(first.left - a.left) +
          Math.abs(first.right - a.right) +
          Math.abs(second.left - b.left) +
          Math.abs(second.right - b.right);
        const free = !others.some((box) => meets(grown(first), box) || meets(grown(second), box));
        if (moved > 0 && moved <= ALIGNED && free) {
          Object.assign(a, wider);
          Object.assign(b, wider);
        }
      }
    }
  }
}

/** @param {Area} area @returns {Area} */
function grown({ left, top, right, bottom }) {
  return { left: left - CLEAR, top, right: right + CLEAR, bottom };
}

/** @param {Part[]} parts @param {string[]} ids @param {Layout} layout */
function join(parts, ids, layout) {
  /** @type {{ a: Part, b: Part, areas: Area[], cost: number }[]} */
  const ways = [];
  for (let i = 0; i < parts.length; i++) {
    for (let j = i + 1; j < parts.length; j++) {
      const way = parts[i].row === parts[j].row ? below(parts[i], parts[j], layout) : down(parts[i], parts[j], layout);
      const passed = way.passed.filter((id) => !ids.includes(id)).length;
      const far = Math.max(0, parts[j].left - parts[i].right, parts[i].left - parts[j].right);
      if (passed <= MOST_PASSED)
        ways.push({
          a: parts[i],
          b: parts[j],
          areas: way.areas,
          cost: passed * 200 + far + (parts[j].row - parts[i].row === 1 ? 0 : 60),
        });
    }
  }
  ways.sort((a, b) => a.cost - b.cost);
  /** @type {Area[]} */
  const corridors = [];
  for (const { a, b, areas } of ways) {
    const [from, to] = [a.group, b.group];
    if (from === to) continue;
    corridors.push(...areas);
    for (const part of parts) if (part.group === to) part.group = from;
  }
  return { corridors, joined: parts.every(({ group }) => group === parts[0].group) };
}

/**
 * Side by side, with others between: round below them.
 * @param {Part} a @param {Part} b @param {Layout} layout
 */
function below(a, b, layout) {
  const between = layout.rows[a.row].filter((id) => inside(layout, id, a.right, b.left));
  const bottoms = between.map((id) => boxOf(/** @type {Placed} */ (layout.placed.get(id))).bottom);
  const top = Math.max(Math.min(a.bottom, b.bottom) - CORRIDOR, ...bottoms.map((bottom) => bottom + BELOW));
  const [left, right] = [a.right - CORRIDOR, b.left + CORRIDOR];
  const bottom = top + CORRIDOR;
  const areas = [
    { left, right, top, bottom },
    { left, right: a.right, top: a.top, bottom },
    { left: b.left, right, top: b.top, bottom },
  ];
  return { areas, passed: between };
}

/**
 * From a row to one below: straight if there is room, else along the space between two rows and by a gap.
 * @param {Part} a @param {Part} b @param {Layout} layout
 */
function down(a, b, layout) {
  /** @type {Area[]} */
  const areas = [];
  /** @type {string[]} */
  let passed = [];
  let from = { left: a.left, right: a.right, bottom: a.bottom };
  for (let row = a.row; row < b.row; row++) {
    const to =
      row + 1 === b.row ? b : gapIn(layout, row + 1, Math.max(b.left, Math.min(b.right, (from.left + from.right) / 2)));
    const [left, right] = [Math.max(from.left, to.left), Math.min(from.right, to.right)];
    if (right - left >= Math.min(CORRIDOR, to.right - to.left)) {
      areas.push({ left, right, top: from.bottom, bottom: to.top });
    } else {
      const top = Math.max(layout.bands[row].bottom + BELOW, from.bottom - CORRIDOR);
      const rightward = to.left + to.right > from.left + from.right;
      const start = neck(from, rightward);
      const end = neck(to, !rightward);
      const bottom = top + CORRIDOR;
      areas.push({ ...start, top: from.bottom - 1, bottom }, { ...end, top, bottom: to.top });
      areas.push({ left: Math.min(start.left, end.left), right: Math.max(start.right, end.right), top, bottom });
      const [near, far] = rightward ? [from.right, to.left] : [to.right, from.left];
      const counts = [row, row + 1].map((r) => layout.rows[r].filter((id) => inside(layout, id, near, far)));
      passed = [...passed, ...counts.sort((x, y) => y.length - x.length)[0]];
    }
    if (to !== b) areas.push({ left: to.left, right: to.right, top: to.top - 1, bottom: to.bottom });
    from = to;
  }
  return { areas, passed };
}

/** Where a corridor leaves a part: all of a narrow one, the nearer end of a wide one. @param {{ left: number, right: number }} part @param {boolean} rightward */
function neck({ left, right }, rightward) {
  if (right - left <= NARROW) return { left, right };
  return rightward ? { left: right - CORRIDOR, right } : { left, right: left + CORRIDOR };
}

/** @param {Layout} layout @param {string} id @param {number} left @param {number} right */
function inside(layout, id, left, right) {
  const person = /** @type {Placed} */ (layout.placed.get(id));
  return person.x > left && person.x < right;
}

/** The gap of a row that is nearest to a place. @param {Layout} layout @param {number} row @param {number} wanted */
function gapIn(layout, row, wanted) {
  const boxes = layout.rows[row].map((id) => boxOf(/** @type {Placed} */ (layout.placed.get(id))));
  let best = { left: wanted - CORRIDOR / 2, right: wanted + CORRIDOR / 2 };
  let least = Infinity;
  for (let i = 0; i <= boxes.length; i++) {
    const left = i === 0 ? -Infinity : boxes[i - 1].right + CLEAR;
    const right = i === boxes.length ? Infinity : boxes[i].left - CLEAR;
    const half = Math.min(CORRIDOR, right - left) / 2;
    const middle = Math.min(Math.max(wanted, left + half), right - half);
    if (half >= 6 && Math.abs(middle - wanted) < least)
      [best, least] = [{ left: middle - half, right: middle + half }, Math.abs(middle - wanted)];
  }
  const { top, bottom } = layout.bands[row];
  return { ...best, top, bottom };
}

/** With round corners. @param {Point[]} loop */
export function outlinePath(loop) {
  const towards = (/** @type {Point} */ from, /** @type {Point} */ to) => {
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return `${n(from.x + (to.x - from.x) * share)} ${n(from.y + (to.y - from.y) * share)}`;
  };
  const steps = loop.map((corner, i) => {
    const [before, after] = [loop[(i + loop.length - 1) % loop.length], loop[(i + 1) % loop.length]];
    return `${i === 0 ? 'M' : 'L'}${towards(corner, before)}Q${n(corner.x)} ${n(corner.y)} ${towards(corner, after)}`;
  });
  return `${steps.join('')}Z`;
}
