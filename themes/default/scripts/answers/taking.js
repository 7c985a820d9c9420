/** Entries that were decided elsewhere, a file or a choice of the learner, into a place. */

import { takeIn } from './merge.js';

/**
 * Merges entries into a place, all of them or none.
 * @param {import('./places/memory.js').Storage} place
 * @param {import('./store.js').Taken[]} list
 * @param {(done: number) => void} [onProgress]
 */
export async function takeAll(place, list, onProgress) {
  const taken = new Map(list.map((one) => [one.address, one]));
  await place.update(
    [...taken.keys()],
    (address, stored) => {
      const one = taken.get(address);
      return one && takeIn(stored, one);
    },
    onProgress,
  );
}
