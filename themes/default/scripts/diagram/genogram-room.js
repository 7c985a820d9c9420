/**
 * What is in the way of a relation line, as a grid of small cells: symbols and labels, which a line never touches, and
 * existing lines, which it avoids if possible.
 *
 * Must not know: how routes are found, SVG.
 *
 * @typedef {import('./genogram-layout.js').Layout} Layout
 * @typedef {import('./geometry.js').Point} Point
 *
 * @typedef {object} Room
 * @property {(curve: import('./genogram-bow.js').Curve, from: number, to: number, most: number) => number} cost
 *   what a curve costs, `Infinity` if it is blocked or more than `most`; from, to: numbers of the persons whose symbols do not block
 * @property {(path: Point[]) => void} take  a line was drawn there
 * @property {(id: string) => number} numberOf
 */

const CELL = 8; // px
const CLEAR = 6; // px kept from symbols: a zigzag needs them
const BESIDE = 4; // … and from labels
const COST = { family: 14, relation: 5 };
const LABEL = 65535;

/**
 * @param {Layout} layout
 * @param {number} aside  px that are free at either side of the layout
 * @returns {Room}
 */
export function roomOf(layout, aside) {
  const [columns, lines] = [Math.ceil((layout.width + aside * 2) / CELL) + 1, Math.ceil(layout.height / CELL) + 1];
  const blocked = new Uint16Array(columns * lines); // number of the person whose symbol it is, or LABEL
  const soft = new Uint8Array(columns * lines);
  const numbers = new Map([...layout.placed.keys()].map((id, i) => [id, i + 1]));
  /** @param {number} left @param {number} top @param {number} right @param {number} bottom @param {(cell: number) => void} mark */
  const fill = (left, top, right, bottom, mark) => {
    const [x0, x1] = [
      Math.max(0, Math.floor((left + aside) / CELL)),
      Math.min(columns - 1, Math.floor((right + aside) / CELL)),
    ];
    const [y0, y1] = [Math.max(0, Math.floor(top / CELL)), Math.min(lines - 1, Math.floor(bottom / CELL))];
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) mark(y * columns + x);
  };
  for (const { id, x, y, half, labelX, labelY, labelWidth, labelHeight } of layout.placed.values()) {
    const number = numbers.get(id) ?? 0;
    const reach = half + CLEAR;
    fill(x - reach, y - reach, x + reach, y + reach, (cell) => {
      if (blocked[cell] === 0) blocked[cell] = number;
    });
    if (labelHeight > 0)
      fill(labelX - BESIDE, labelY - BESIDE, labelX + labelWidth + BESIDE, labelY + labelHeight + BESIDE, (cell) => {
        blocked[cell] = LABEL;
      });
  }
  for (const { x, y, width, height } of layout.dates)
    fill(x - BESIDE, y - BESIDE, x + width + BESIDE, y + height + BESIDE, (cell) => {
      blocked[cell] = LABEL;
    });
  // Vertical lines of the family: a route may cross them, but not run along them.
  const upright = (/** @type {number} */ x, /** @type {number} */ top, /** @type {number} */ bottom) =>
    fill(x, top, x, bottom, (cell) => {
      soft[cell] |= 1;
    });
  for (const { union, drop, row, y, level } of layout.bars)
    if (union.children.length > 0)
      upright(drop, level === 0 ? layout.bands[row].top : y, layout.bands[row].bottom + 40);
  for (const { ends, children } of layout.descents)
    ends.forEach((x, i) => {
      const y = layout.placed.get(children[i])?.y ?? 0;
      upright(x, y - 60, y);
    });

  return {
    numberOf: (id) => numbers.get(id) ?? 0,
    cost({ x0, y0, x1, y1, x2, y2, x3, y3, weights }, from, to, most) {
      let cost = 0;
      let [beforeX, beforeY, last] = [x0, y0, -1];
      for (let i = 0; i < weights.length; i += 4) {
        const [w0, w1, w2, w3] = [weights[i], weights[i + 1], weights[i + 2], weights[i + 3]];
        const x = w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3;
        const y = w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3;
        const [column, line] = [Math.floor((x + aside) / CELL), Math.floor(y / CELL)];
        if (column < 1 || line < 1 || column >= columns - 2 || line >= lines - 2) return Infinity;
        const cell = line * columns + column;
        if (cell === last) continue;
        last = cell;
        const owner = blocked[cell];
        if (owner !== 0 && owner !== from && owner !== to) return Infinity;
        const taken = soft[cell];
        if (taken === 0 || owner !== 0) continue;
        if (taken & 1 && Math.abs(y - beforeY) > Math.abs(x - beforeX) * 2) cost += COST.family;
        if (taken & 2) cost += COST.relation;
        if (cost > most) return Infinity;
        [beforeX, beforeY] = [x, y];
      }
      return cost;
    },
    take(path) {
      for (const { x, y } of pointsOn(path))
        soft[Math.max(0, Math.floor(y / CELL)) * columns + Math.max(0, Math.floor((x + aside) / CELL))] |= 2;
    },
  };
}

/** Points of a path, at most a cell apart. @param {{ x: number, y: number }[]} path */
function* pointsOn(path) {
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1], path[i]];
    const parts = Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y)) / CELL);
    for (let k = 0; k <= parts; k++) {
      const part = Math.max(1, parts);
      yield { x: a.x + ((b.x - a.x) * k) / part, y: a.y + ((b.y - a.y) * k) / part };
    }
  }
}
