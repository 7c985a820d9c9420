/**
 * Evidence: sentences of a case that are under a hypothesis. Each is stored as its words, followed by its id in the
 * case (`WORDS #ID`): the words can still be read when the author has changed the case and the id is gone. Pure.
 *
 * @typedef {'for' | 'against'} Side
 * @typedef {{ words: string, id: string }} Evidence
 */

/** @type {readonly Side[]} */
export const SIDES = ['for', 'against'];

/** @param {Evidence} evidence */
export const itemOf = ({ words, id }) => `${words.replace(/\s+/g, ' ').trim()} #${id}`;

/**
 * @param {string} item
 * @returns {Evidence}  without an id if nothing like one is there: a file may have been edited by hand
 */
export function evidenceOf(item) {
  const found = /^(.*) #(s-[a-z0-9-]+)$/s.exec(item);
  return found ? { words: found[1], id: found[2] } : { words: item, id: '' };
}

/** @param {import('../../scripts/dom/values.js').Value | undefined} value */
export const listOf = (value) =>
  (typeof value === 'string' ? [value] : (value ?? [])).filter((item) => item.trim() !== '');

/**
 * Files a sentence on a side, or removes it if it is filed there; it is never on both sides.
 * @param {Record<Side, string[]>} lists
 * @param {Side} side
 * @param {Evidence} evidence
 * @returns {{ lists: Record<Side, string[]>, filed: boolean }}
 */
export function filing(lists, side, evidence) {
  const without = (/** @type {string[]} */ list) => list.filter((item) => evidenceOf(item).id !== evidence.id);
  const rest = { for: without(lists.for), against: without(lists.against) };
  const filed = rest[side].length === lists[side].length;
  if (filed) rest[side] = [...rest[side], itemOf(evidence)];
  return { lists: rest, filed };
}
