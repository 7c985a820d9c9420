/**
 * What was written before what. A clock may be turned back, so the sheets that are written in get numbers, which count up; where there are none,
 * the times count. The number is in `@place`, a mark beside the answers: the field that was written last, how far down the window it
 * was, and the number.
 *
 * Pure.
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {{ turn: number, at: string }} Turn
 */

export const PLACE = '@place';

/** @param {string} field @param {number} top  pixels @param {number} turn */
export const placeOf = (field, top, turn) => `${field} ${top} ${turn}`;

/** The number in a place; 0 if it has none. @param {Value | undefined} place */
export function turnOf(place) {
  const turn = typeof place === 'string' ? Number(place.split(' ')[2] ?? 0) : 0;
  return Number.isSafeInteger(turn) && turn > 0 ? turn : 0;
}

/** When a sheet was written in last; `at` is empty if it never was. @param {ReadonlyMap<string, { value: Value, at: string }>} fields @returns {Turn} */
export const turnIn = (fields) => ({
  turn: turnOf(fields.get(PLACE)?.value),
  at: [...fields.values()].reduce((last, { at }) => (at > last ? at : last), ''),
});

/** The last one first. @param {Turn} a @param {Turn} b */
export const compareTurns = (a, b) => b.turn - a.turn || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
