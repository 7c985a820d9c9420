/**
 * How ill an order of the rows reads: what the search for an order makes small.
 *
 * Must not know: how the order is changed, places on the paper.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./genogram-blocks.js').Block} Block
 * @typedef {{ union: Union, row: number, left: number, right: number, middle: number }} Bar
 */

const CROSSING = 8; // two lines of descent
const PASSED = 3; // somebody stands between two partners
const KNOT = 4; // two unions reach into each other
const WOMAN_LEFT = 1;
const STRANGER = 2; // somebody stands between two of a household
const SLANT = 0.05; // a sibship stands a place aside of its parents
const AGAINST_HINT = 20;

/**
 * @param {Family} family
 * @returns {(rows: Block[][]) => number}
 */
export function costOf(family) {
  const genders = new Map([...family.persons.values()].map(({ id, gender }) => [id, gender]));
  const hinted = [...family.persons.values()].filter(({ x }) => typeof x === 'number');
  return (rows) => {
    /** @type {Map<string, number>} */
    const at = new Map();
    /** @type {Map<string, number>} */
    const rowOf = new Map();
    rows.forEach((row, r) => {
      const width = row.reduce((sum, { seq }) => sum + seq.length, 0);
      let place = -width / 2;
      for (const { seq } of row) {
        for (const id of seq) {
          at.set(id, place++);
          rowOf.set(id, r);
        }
      }
    });
    let cost = 0;
    const bars = family.unions.map((union) => barOf(union, at, rowOf));
    for (const { union, left, right } of bars) {
      cost += Math.max(0, right - left - 1) * PASSED;
      const [first, second] = union.partners;
      const alone = union.partners.every((id) => family.unionsOf.get(id)?.length === 1);
      if (alone && second !== undefined && genders.get(first) === 'male' && genders.get(second) === 'female' && at.get(first) !== left) cost += WOMAN_LEFT;
    }
    cost += crossings(bars, rows, family, at);
    for (const household of family.households) cost += strangers(household, at, rowOf) * STRANGER;
    for (const a of hinted) {
      for (const b of hinted) {
        const wrong = rowOf.get(a.id) === rowOf.get(b.id) && (a.x ?? 0) < (b.x ?? 0) && (at.get(a.id) ?? 0) > (at.get(b.id) ?? 0);
        if (wrong) cost += AGAINST_HINT;
      }
    }
    return cost;
  };
}

/** @param {Union} union @param {Map<string, number>} at @param {Map<string, number>} rowOf @returns {Bar} */
function barOf(union, at, rowOf) {
  const places = union.partners.map((id) => at.get(id) ?? 0);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  return { union, row: rowOf.get(union.partners[0]) ?? 0, left, right, middle: (left + right) / 2 };
}

/**
 * @param {Bar[]} bars
 * @param {Block[][]} rows
 * @param {Family} family
 * @param {Map<string, number>} at
 */
function crossings(bars, rows, family, at) {
  /** @type {{ row: number, above: number, left: number, right: number }[]} */
  const descents = [];
  const barOfUnion = new Map(bars.map((bar) => [bar.union, bar]));
  for (const row of rows) {
    for (const { origin, seq } of row) {
      const bar = origin && barOfUnion.get(origin);
      if (!bar) continue;
      const places = seq.filter((id) => family.origin.get(id) === origin).map((id) => at.get(id) ?? 0);
      descents.push({ row: bar.row, above: bar.middle, left: Math.min(...places), right: Math.max(...places) });
    }
  }
  for (const bar of bars) {
    for (const { id } of bar.union.children) {
      const place = at.get(id) ?? 0;
      if (family.origin.get(id) !== bar.union) descents.push({ row: bar.row, above: bar.middle, left: place, right: place });
    }
  }
  let cost = 0;
  for (let i = 0; i < descents.length; i++) {
    const a = descents[i];
    cost += Math.abs(a.above - (a.left + a.right) / 2) * SLANT;
    for (let j = i + 1; j < descents.length; j++) {
      const b = descents[j];
      if (a.row === b.row && (a.above - b.above) * (a.left + a.right - b.left - b.right) < 0) cost += CROSSING;
    }
  }
  for (let i = 0; i < bars.length; i++) {
    for (let j = i + 1; j < bars.length; j++) {
      const [a, b] = [bars[i], bars[j]];
      const reach = a.row === b.row && a.left < b.right && b.left < a.right;
      const nested = (a.left <= b.left && b.right <= a.right) || (b.left <= a.left && a.right <= b.right);
      if (reach && !nested) cost += KNOT;
      // Children hang through the longer of two unions.
      else if (reach && a.union.children.length > 0 && b.union.children.length > 0) cost += 1;
    }
  }
  return cost;
}

/** Who stands between two of a household, row by row. @param {string[]} household @param {Map<string, number>} at @param {Map<string, number>} rowOf */
function strangers(household, at, rowOf) {
  /** @type {Map<number, number[]>} */
  const byRow = new Map();
  for (const id of household) {
    const row = rowOf.get(id) ?? 0;
    byRow.set(row, [...(byRow.get(row) ?? []), at.get(id) ?? 0]);
  }
  let count = 0;
  for (const places of byRow.values()) count += Math.max(...places) - Math.min(...places) + 1 - places.length;
  return count;
}
