/**
 * Whose answers these are. On a computer that several people use, a browser holds the answers of each for themselves: the LMS says who
 * the learner is, and pages of the course use the store of that learner only. What the LMS calls them is not stored, but a hash of it.
 */

import { homeOf } from '../answers/rooms.js';

/** Where a window of the course that the LMS has not opened finds whose answers are in use. @param {string} course */
const lastKey = (course) => `mitate:${course}:lms`;

/** The id under which the answers of a learner are stored. @param {string} course @param {string} learner */
export const storeOf = (course, learner) =>
  learner === '' ? `${course}.lms` : `${course}.lms-${homeOf('', `${learner.length}:${learner}`).url}`;

/** Says to the pages of the course which store they use. @param {string} course @param {string} store */
export function giveStore(course, store) {
  Object.assign(globalThis, { mitateStore: store });
  try {
    localStorage.setItem(lastKey(course), store);
  } catch {
    // Pages within this window know it all the same.
  }
}

/** The store of this page: that of the window around it, or of the session that was begun last in this browser. @param {string} course */
export function givenStore(course) {
  const isStore = (/** @type {unknown} */ store) => typeof store === 'string' && store.startsWith(`${course}.lms`);
  for (const around of [() => window.parent, () => window.opener, () => window.opener?.parent]) {
    try {
      const store = Reflect.get(around() ?? {}, 'mitateStore');
      if (isStore(store)) return store;
    } catch {
      // Another host's window.
    }
  }
  try {
    const last = localStorage.getItem(lastKey(course));
    if (isStore(last)) return last;
  } catch {
    // The browser refuses storage, and stores no answers either.
  }
  return `${course}.lms`;
}
