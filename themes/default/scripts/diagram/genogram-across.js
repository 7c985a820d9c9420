/**
 * Where each person stands from left to right. Everybody is drawn towards places they would like (children below the
 * middle of their parents, parents above the middle of their children, partners and siblings close), row by row and
 * some dozens of times; each time the nearest arrangement in which nobody comes too near is found exactly (pooling of
 * neighbours that would overlap).
 *
 * Must not know: heights, lines. Only + - * / and Math.min/max/round, so that every engine finds the same.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-bars.js').Bar} Bar
 * @typedef {import('./genogram-measure.js').Measured} Measured
 */

const TURNS = 60;
const GAP = 28; // px between what belongs to two persons
const FENCED = 36; // … where the outlines of two households pass between
const COUPLE = 88; // px from the middle of one partner to the other's
const RELATED = 92; // … where a line of relation goes between them
const PULL = { parents: 1, children: 1, partner: 2, sibling: 0.5, neighbour: 0.06 };

/**
 * @param {Family} family
 * @param {string[][]} rows
 * @param {Bar[]} bars
 * @param {Map<string, Measured>} measured
 * @returns {Map<string, number>}  person → x of the middle, whole px, from 0 at the left end of all
 */
export function across(family, rows, bars, measured) {
  const spaces = rows.map((row) => spacesOf(row, family, measured));
  /** @type {Map<string, number>} */
  const x = new Map();
  rows.forEach((row, r) => {
    let at = 0;
    const width = spaces[r].reduce((sum, space) => sum + space, 0);
    row.forEach((id, i) => {
      at += i === 0 ? -width / 2 : spaces[r][i];
      x.set(id, at);
    });
  });
  const families = bars.map((bar) => ({ bar, children: bar.union.children.filter(({ id }) => family.origin.get(id) === bar.union).map(({ id }) => id) }));
  for (let turn = 0; turn < TURNS; turn++) {
    const order = turn % 2 === 0 ? [...rows.keys()] : [...rows.keys()].reverse();
    for (const r of order) settle(rows[r], spaces[r], wishes(rows, r, spaces[r], families, x, measured, family), x);
  }
  return snapped(rows, spaces, x, measured);
}

/**
 * The least distance of each person from the one to the left.
 * @param {string[]} row @param {Family} family @param {Map<string, Measured>} measured
 * @returns {number[]}
 */
export function spacesOf(row, family, measured) {
  return row.map((id, i) => {
    if (i === 0) return 0;
    const [left, right] = [sized(measured, row[i - 1]), sized(measured, id)];
    const homes = (/** @type {string} */ one) => family.households.map((ids) => ids.includes(one));
    const [a, b] = [homes(row[i - 1]), homes(id)];
    const fenced = a.some(Boolean) && b.some(Boolean) && a.some((isIn, k) => isIn !== b[k]);
    const couple = (family.unionsOf.get(id) ?? []).some(({ partners }) => partners.includes(row[i - 1]));
    return Math.max(Math.ceil(left.right + right.left) + (fenced ? FENCED : GAP), couple ? COUPLE : 0, related(family, row[i - 1], id) ? RELATED : 0);
  });
}

/** @param {Family} family @param {string} a @param {string} b */
function related(family, a, b) {
  return family.relations.some((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
}

/**
 * The place each person of a row would like, and how much.
 * @param {string[][]} rows
 * @param {number} r
 * @param {number[]} spaces
 * @param {{ bar: Bar, children: string[] }[]} families
 * @param {Map<string, number>} x
 * @param {Map<string, Measured>} measured
 * @param {Family} family
 */
function wishes(rows, r, spaces, families, x, measured, family) {
  const row = rows[r];
  /** @type {Map<string, { sum: number, weight: number }>} */
  const wished = new Map(row.map((id) => [id, { sum: at(x, id) * 0.02, weight: 0.02 }]));
  /** @param {string} id @param {number} place @param {number} weight */
  const wish = (id, place, weight) => {
    const mine = wished.get(id);
    if (!mine) return;
    mine.sum += place * weight;
    mine.weight += weight;
  };
  for (const { bar, children } of families) {
    if (children.length === 0) continue;
    const own = children.map((id) => at(x, id));
    const shift = (Math.min(...own) + Math.max(...own)) / 2 - naturalDrop(bar, rows[bar.row], x, measured);
    if (bar.row === r) for (const id of bar.union.partners) wish(id, at(x, id) + shift, PULL.children);
    for (const id of children) wish(id, at(x, id) - shift, PULL.parents);
  }
  for (let i = 1; i < row.length; i++) {
    const [a, b] = [row[i - 1], row[i]];
    const couple = (family.unionsOf.get(a) ?? []).some(({ partners }) => partners.includes(b));
    const siblings = family.origin.has(a) && family.origin.get(a) === family.origin.get(b);
    const weight = couple ? PULL.partner : siblings ? PULL.sibling : PULL.neighbour;
    wish(b, at(x, a) + spaces[i], weight);
    wish(a, at(x, b) - spaces[i], weight);
  }
  return row.map((id) => {
    const { sum, weight } = /** @type {{ sum: number, weight: number }} */ (wished.get(id));
    return { place: sum / weight, weight };
  });
}

/**
 * Where children would hang, as long as nothing else speaks against it: in the middle of the gap between two partners.
 * @param {Bar} bar @param {string[]} row @param {Map<string, number>} x @param {Map<string, Measured>} measured
 */
function naturalDrop(bar, row, x, measured) {
  if (bar.from === bar.to) {
    const { left, right } = sized(measured, row[bar.from]);
    return at(x, row[bar.from]) + (bar.level === 0 ? 0 : bar.side === 'left' ? -left - 8 : right + 8);
  }
  const middle = (at(x, row[bar.from]) + at(x, row[bar.to])) / 2;
  let best = middle;
  let least = Infinity;
  for (let i = bar.from; i < bar.to; i++) {
    const gap = (at(x, row[i]) + sized(measured, row[i]).right + at(x, row[i + 1]) - sized(measured, row[i + 1]).left) / 2;
    if (Math.abs(gap - middle) < least) [best, least] = [gap, Math.abs(gap - middle)];
  }
  return best;
}

/**
 * The arrangement nearest to the wishes in which all keep their distance.
 * @param {string[]} row @param {number[]} spaces @param {{ place: number, weight: number }[]} wished @param {Map<string, number>} x
 */
function settle(row, spaces, wished, x) {
  /** @type {{ place: number, weight: number, count: number }[]} */
  const pools = [];
  let offset = 0;
  wished.forEach(({ place, weight }, i) => {
    offset += spaces[i];
    pools.push({ place: place - offset, weight, count: 1 });
    for (let last = pools.length - 1; last > 0 && pools[last - 1].place > pools[last].place; last--) {
      const [a, b] = [pools[last - 1], pools[last]];
      const both = a.weight + b.weight;
      pools.splice(last - 1, 2, { place: (a.place * a.weight + b.place * b.weight) / both, weight: both, count: a.count + b.count });
    }
  });
  let i = 0;
  offset = 0;
  for (const { place, count } of pools) {
    for (let k = 0; k < count; k++, i++) {
      offset += spaces[i];
      x.set(row[i], place + offset);
    }
  }
}

/** @param {string[][]} rows @param {number[][]} spaces @param {Map<string, number>} x @param {Map<string, Measured>} measured */
function snapped(rows, spaces, x, measured) {
  const ids = rows.flat();
  const start = Math.min(...ids.map((id) => Math.floor(at(x, id) - sized(measured, id).left)));
  /** @type {Map<string, number>} */
  const found = new Map();
  rows.forEach((row, r) => row.forEach((id, i) => {
    const wanted = Math.round(at(x, id) - start);
    found.set(id, i === 0 ? wanted : Math.max(wanted, (found.get(row[i - 1]) ?? 0) + spaces[r][i]));
  }));
  return found;
}

/** @param {Map<string, number>} x @param {string} id */
function at(x, id) {
  return x.get(id) ?? 0;
}

/** @param {Map<string, Measured>} measured @param {string} id @returns {Measured} */
export function sized(measured, id) {
  return /** @type {Measured} */ (measured.get(id));
}
