/**
 * The problems of an ecomap's data, and the order that two maps share for their systems.
 *
 * Must not know: words, the drawing.
 *
 * @typedef {import('./ecomap.js').Ecomap} Ecomap
 * @typedef {import('./contract.js').Problem} Problem
 */

import { householdProblems } from './ecomap-core.js';
import { wholeEcomap } from './whole.js';

/**
 * In the order of the data. Codes: duplicate-id, unknown-id, duplicate-tie (one line to a system), self-tie, and those
 * of the household in the middle.
 * @param {Ecomap} written
 * @returns {Problem[]}
 */
export function problems(written) {
  const data = wholeEcomap(written);
  /** @type {Problem[]} */
  const found = householdProblems(data.center.household).map((problem) => ({
    ...problem,
    path: `center.household.${problem.path}`,
  }));
  const ids = new Set();
  data.systems.forEach(({ id }, i) => {
    if (ids.has(id)) found.push({ code: 'duplicate-id', path: `systems.${i}.id`, id });
    ids.add(id);
  });
  const tied = new Set();
  data.ties.forEach(({ to }, i) => {
    if (!ids.has(to)) found.push({ code: 'unknown-id', path: `ties.${i}.to`, id: to });
    else if (tied.has(to)) found.push({ code: 'duplicate-tie', path: `ties.${i}.to`, id: to });
    tied.add(to);
  });
  const joined = new Set();
  (data.between ?? []).forEach(({ a, b }, i) => {
    for (const [key, id] of [
      ['a', a],
      ['b', b],
    ])
      if (!ids.has(id)) found.push({ code: 'unknown-id', path: `between.${i}.${key}`, id });
    if (a === b) found.push({ code: 'self-tie', path: `between.${i}`, id: a });
    else if (joined.has(`${a} ${b}`)) found.push({ code: 'duplicate-tie', path: `between.${i}`, id: a, other: b });
    joined.add(`${a} ${b}`).add(`${b} ${a}`);
  });
  return found;
}

/**
 * An order round the ring that fits two maps, so that a system keeps its position.
 * @param {Ecomap} before
 * @param {Ecomap} after
 * @returns {string[]}  for `slots` of both
 */
export function slots(before, after) {
  return [...new Set([...wholeEcomap(before).systems, ...wholeEcomap(after).systems].map(({ id }) => id))];
}
