/**
 * Orders of cards, as lists of ids. Pure.
 */

/**
 * The list with one of its items at another place; a place beyond the ends is the end.
 * @template T
 * @param {readonly T[]} list
 * @param {T} item
 * @param {number} to  from 0
 */
export function moved(list, item, to) {
  const rest = list.filter((one) => one !== item);
  const at = Math.max(0, Math.min(to, rest.length));
  return list.includes(item) ? [...rest.slice(0, at), item, ...rest.slice(at)] : [...list];
}

/**
 * The items by their places; those without one stay behind, in the order they have.
 * Two tabs can have given the same place twice: then the earlier item stays the earlier one.
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => string} placeOf  "1", "2", … or empty
 */
export function ordered(list, placeOf) {
  const at = (/** @type {T} */ item) => Number(placeOf(item)) || Infinity;
  return list
    .map((item, i) => ({ item, i, at: at(item) }))
    .sort((a, b) => (a.at === b.at ? a.i - b.i : a.at - b.at))
    .map(({ item }) => item);
}
