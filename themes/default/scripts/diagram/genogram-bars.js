/**
 * How far the line of each union is below its row, and where it begins at a partner's symbol: the latest is nearest,
 * a longer one is below those it passes, and no two of one person have the same depth.
 *
 * Must not know: coordinates, only which person is left of which.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Union} Union
 *
 * @typedef {object} Bar
 * @property {Union} union
 * @property {number} row
 * @property {number} from   place in the row of the left partner
 * @property {number} to     … of the right one; the same for one parent alone
 * @property {'left' | 'right'} side  where the children of one parent alone hang, beside other unions
 * @property {number} level  1, 2, … from above; 0 for a line that goes straight down from one parent
 */

/**
 * @param {Family} family
 * @param {string[][]} rows
 * @returns {Bar[]}
 */
export function barsOf(family, rows) {
  /** @type {Map<string, { row: number, place: number }>} */
  const at = new Map();
  rows.forEach((row, r) => row.forEach((id, place) => at.set(id, { row: r, place })));
  const bars = family.unions
    .filter(({ partners, children }) => partners.length === 2 || children.length > 0)
    .map((union) => {
      const spots = union.partners.map((id) => at.get(id) ?? { row: 0, place: 0 });
      const places = spots.map(({ place }) => place);
      const [row, from] = [Math.max(...spots.map((spot) => spot.row)), Math.min(...places)];
      return { union, row, from, to: Math.max(...places), side: freeSide(rows[row], from, family), level: 0 };
    });
  const short = [...bars].sort(
    (a, b) => a.to - a.from - (b.to - b.from) || b.union.recency - a.union.recency || a.union.at - b.union.at,
  );
  /** @type {Bar[]} */
  const hung = [];
  for (const bar of short) {
    if (bar.union.partners.length === 1 && family.unionsOf.get(bar.union.partners[0])?.length === 1) continue;
    const met = hung.filter(
      (other) =>
        other.row === bar.row &&
        ((other.from < bar.to && bar.from < other.to) ||
          other.union.partners.some((id) => bar.union.partners.includes(id))),
    );
    bar.level = 1 + Math.max(0, ...met.map(({ level }) => level));
    hung.push(bar);
  }
  return bars;
}

/**
 * Right, unless a partner is there and none is at the left.
 * @param {string[]} row @param {number} place @param {Family} family
 * @returns {'left' | 'right'}
 */
function freeSide(row, place, family) {
  const joined = (/** @type {string | undefined} */ id) =>
    (family.unionsOf.get(row[place]) ?? []).some(({ partners }) => id !== undefined && partners.includes(id));
  return joined(row[place + 1]) && !joined(row[place - 1]) ? 'left' : 'right';
}

const BETWEEN = 13; // px between two lines that leave one symbol

/**
 * Where each line leaves its partners, aside of the middle: deeper lines nearer to the middle, so that none crosses another.
 * @param {Bar[]} bars
 * @param {string[][]} rows
 * @returns {(bar: Bar, id: string) => number}  px
 */
export function legsOf(bars, rows) {
  /** @type {Map<string, Bar[]>} */
  const barsOfPerson = new Map();
  for (const bar of bars) {
    if (bar.level === 0) continue;
    for (const id of bar.union.partners) barsOfPerson.set(id, [...(barsOfPerson.get(id) ?? []), bar]);
  }
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const [row, ids] of rows.entries()) {
    ids.forEach((id, place) => {
      const mine = (barsOfPerson.get(id) ?? []).filter((bar) => bar.row === row);
      const toLeft = mine
        .filter((bar) => bar.from < place || (bar.from === bar.to && bar.side === 'left'))
        .sort((a, b) => a.level - b.level);
      const toRight = mine.filter((bar) => !toLeft.includes(bar)).sort((a, b) => b.level - a.level);
      [...toLeft, ...toRight].forEach((bar, i) =>
        found.set(`${bar.union.at} ${id}`, (i - (mine.length - 1) / 2) * Math.min(BETWEEN, 30 / mine.length)),
      );
    });
  }
  return (bar, id) => found.get(`${bar.union.at} ${id}`) ?? 0;
}
