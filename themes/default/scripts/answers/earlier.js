/**
 * The ids that works had before (`was`). What was written under them belongs to the ids that works have now. Pages of a
 * course that has any say them in `data-was`: each earlier key, `=` and the key of now.
 *
 * @typedef {import('./record.js').Entry} Entry
 */

import { takeIn } from './merge.js';
import { allNamesIn, joinedNames, plain } from './names.js';

/** What the page said last, and what that means. */
let known = { said: '', keys: /** @type {Map<string, string>} */ (new Map()) };

/** Each earlier key with the key of now. */
function earlierKeys() {
  const said = globalThis.document?.documentElement.dataset.was ?? '';
  if (said !== known.said) {
    const pairs = said.split(' ').map((pair) => /** @type {[string, string]} */ (pair.split('=')));
    known = { said, keys: new Map(pairs) };
  }
  return known.keys;
}

/** @param {string} key */
export const currentKey = (key) => earlierKeys().get(key) ?? key;

/** @param {string} address */
export function currentAddress(address) {
  const key = address.slice(0, address.indexOf('#'));
  return currentKey(key) + address.slice(key.length);
}

/**
 * Two entries of one answer: the newer one, with the other put aside.
 * @param {Entry | undefined} one
 * @param {Entry} other
 * @returns {Entry}
 */
export function newest(one, other) {
  if (!one) return other;
  const [newer, older] = one.at >= other.at ? [one, other] : [other, one];
  return takeIn(older, { address: '', entry: newer, was: 0 }) ?? older;
}

/**
 * Stores under the ids of now what a place has under earlier ones.
 * @param {import('./places/memory.js').Storage} place
 */
export async function bringEarlier(place) {
  for (const earlier of earlierKeys().keys()) {
    let moved = '';
    // An older page may be open and write: what is removed is what was moved.
    for (;;) {
      const there = await place.list(`${earlier}#`);
      const now = JSON.stringify(there);
      if (there.length === 0 || now === moved) break;
      const entries = new Map(there.map(([address, entry]) => [currentAddress(address), entry]));
      await place.update([...entries.keys()], (address, stored) => {
        const entry = entries.get(address);
        return entry && newest(stored, entry);
      });
      moved = now;
    }
    if (moved !== '') await place.remove(`${earlier}#`);
  }
  if (earlierKeys().size > 0) await bringNames(place);
}

/** How fields were called. @param {import('./places/memory.js').Storage} place */
async function bringNames(place) {
  await place.note('names', (noted) => {
    const all = allNamesIn(noted);
    const earlier = [...earlierKeys()].filter(([key]) => all[key]);
    if (earlier.length === 0) return undefined;
    for (const [key, now] of earlier) {
      all[now] = joinedNames(all[now], all[key]);
      delete all[key];
    }
    return plain(all);
  });
}
