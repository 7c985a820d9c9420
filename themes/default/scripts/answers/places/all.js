/**
 * The places of one course in this browser: which of them it may use, and what is stored in them.
 *
 * @typedef {import('./memory.js').Storage} Storage
 * @typedef {import('../rooms.js').Home} Home
 * @typedef {import('../rooms.js').OtherCourse} OtherCourse
 * @typedef {'browser' | 'session'} Where
 */

import { empty, knownRoom, othersThan, roomOf } from '../rooms.js';
import { indexedPlace } from './indexed.js';
import { sessionPlace } from './session.js';

/**
 * @param {string} course  its id
 * @param {Home} [home]  without it, the course is not distinguished from others of its id
 * @param {(other: OtherCourse) => Promise<boolean>} [isSame]  asks the learner whether another course is this one
 */
export function placesOf(course, home, isSame = async () => false) {
  /** @param {string} room */
  const nameOf = (room) => (room === '' ? course : `${course}.${room}`);
  /** @param {Where} where */
  const roomsIn = async (where) => {
    /** @param {string} room @returns {Promise<Storage>} */
    const of = async (room) => (where === 'session' ? sessionPlace(nameOf(room)) : indexedPlace(nameOf(room)));
    const base = await of('');
    return { base, of: async (/** @type {string} */ room) => (room === '' ? base : of(room)) };
  };

  return {
    /** The place that this course may use, and the name under which it is known. Rejects if the browser refuses. @param {Where} where */
    async open(where) {
      const rooms = await roomsIn(where);
      await rooms.base.list('~');
      const room = home ? await roomOf(rooms, home, isSame) : '';
      return { place: await rooms.of(room), name: nameOf(room), room };
    },

    /** The place that this course has there already, and the name under which it is known; nothing is noted. @param {Where} where */
    async known(where) {
      const rooms = await roomsIn(where);
      const room = await knownRoom(rooms.base, home);
      return room === undefined ? undefined : { place: await rooms.of(room), name: nameOf(room) };
    },

    /**
     * Deletes what this course has there. The note that the room is this course's stays only if the room is in use.
     * @param {Where} where
     * @param {string} [room]  if it is in use
     */
    async wipe(where, room) {
      const rooms = await roomsIn(where);
      const known = room ?? (await knownRoom(rooms.base, home));
      if (known !== undefined) await empty(rooms, known, room === undefined ? undefined : home);
    },

    /** Other courses of this id that have answers there. @param {Where} where @param {string} room  of this course */
    others: async (where, room) => othersThan(await roomsIn(where), room),

    /** The answers of another course. @param {Where} where @param {string} room */
    answers: async (where, room) => (await (await roomsIn(where)).of(room)).list(''),

    /** How their fields were called. @param {Where} where @param {string} room */
    names: async (where, room) => (await (await roomsIn(where)).of(room)).note('names'),
  };
}
