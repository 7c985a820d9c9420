/**
 * Two courses can have one id: copies of a template, or two folders that the browser gives one storage (all local files
 * in Chromium, all paths of one host). So the browser notes which course wrote the answers that it holds. A course of
 * another title or another address gets them only if the learner confirms that it is the same course; otherwise it gets a room of
 * its own under the same id. Neither answer deletes or changes anything.
 *
 * @typedef {{ title: string, url: string }} Home  url: a hash of the course's address, which does not reveal it
 * @typedef {Home & { room: string }} Known
 * @typedef {Known & { at: string, count: number }} OtherCourse  count: of its answers; at: when the newest of them was written
 * @typedef {import('./places/memory.js').Storage} Storage
 *
 * @typedef {object} Rooms
 * @property {Storage} base                          the place that has the notes
 * @property {(room: string) => Promise<Storage>} of  '' is the base
 */

import { isEmpty } from '../dom/values.js';
import { isSpecial, parseAddress } from './record.js';

const NOTE = 'homes';
const MOST = 50; // homes that are noted
const ROOMS = ['', ...Array.from({ length: MOST }, (_, n) => String(n + 2))];

/**
 * The room whose answers a course may use.
 * @param {Rooms} rooms
 * @param {Home} home
 * @param {(other: OtherCourse) => Promise<boolean>} isSame  asks the learner
 */
export async function roomOf(rooms, home, isSame) {
  const known = await knownIn(rooms.base);
  const mine = known.find((one) => sameHome(one, home));
  if (mine) return mine.room;
  const others = await withAnswers(rooms, known);
  for (const other of others) {
    if (await isSame(other)) return enter(rooms.base, home, (now) => ({ room: other.room, kept: now }));
  }
  const answered = new Set(others.map(({ room }) => room));
  return enter(rooms.base, home, (now) => {
    const room = unused(now, answered);
    return { room, kept: now.filter((one) => one.room !== room) };
  });
}

/**
 * A room that no other course has. A course that has not written anything keeps its room too: it may be open in a tab.
 * Only if there is none left, the oldest room without answers changes hands.
 * @param {Known[]} known
 * @param {Set<string>} answered  rooms with answers
 */
function unused(known, answered) {
  const owned = new Set(known.map(({ room }) => room));
  const room = ROOMS.find((one) => !owned.has(one)) ?? [...owned].find((one) => !answered.has(one));
  if (room === undefined) throw new Error('every room of this course id is in use');
  return room;
}

/**
 * The other courses of this id that have answers in this browser.
 * @param {Rooms} rooms
 * @param {string} room  the room of this course
 */
export async function othersThan(rooms, room) {
  return withAnswers(
    rooms,
    (await knownIn(rooms.base)).filter((one) => one.room !== room),
  );
}

/**
 * The room of a course that has one already; without `home` it is the first.
 * @param {Storage} base
 * @param {Home | undefined} home
 */
export async function knownRoom(base, home) {
  return home === undefined ? '' : (await knownIn(base)).find((one) => sameHome(one, home))?.room;
}

/**
 * Empties a room. It stays this course's, and no other's.
 * @param {Rooms} rooms
 * @param {string} room
 * @param {Home} [home]
 */
export async function empty(rooms, room, home) {
  const left = (await knownIn(rooms.base)).filter((one) => one.room !== room || (home && sameHome(one, home)));
  await (await rooms.of(room)).remove('');
  if (left.length > 0) await rooms.base.note(NOTE, () => left);
}

/** @param {Storage} base */
const knownIn = async (base) => homesIn(await base.note(NOTE));

/**
 * Notes that this course uses a room. The room is chosen within the transaction: two courses may come at once.
 * @param {Storage} base
 * @param {Home} home
 * @param {(known: Known[]) => { room: string, kept: Known[] }} choose
 */
async function enter(base, { title, url }, choose) {
  let room = '';
  await base.note(NOTE, (noted) => {
    const known = homesIn(noted);
    // Another tab of this course may have entered a room meanwhile.
    const mine = known.find((one) => sameHome(one, { title, url }));
    if (mine) {
      ({ room } = mine);
      return undefined;
    }
    const chosen = choose(known);
    ({ room } = chosen);
    return [...remembered(chosen.kept), { title, url, room }];
  });
  return room;
}

/**
 * The homes that are still noted when one more comes: the oldest goes whose room has a newer one, so that no room is
 * forgotten.
 * @param {Known[]} known
 */
function remembered(known) {
  if (known.length < MOST) return known;
  const last = new Map(known.map((one) => [one.room, one]));
  const oldest = known.find((one) => last.get(one.room) !== one);
  return known.filter((one) => one !== oldest);
}

/** @param {string} address */
const isMark = (address) => isSpecial(parseAddress(address)?.field ?? '');

/**
 * The newest course of every room in which something is written.
 * @param {Rooms} rooms
 * @param {Known[]} known
 * @returns {Promise<OtherCourse[]>}
 */
async function withAnswers(rooms, known) {
  const last = new Map(known.map((one) => [one.room, one]));
  const found = await Promise.all(
    [...last.values()].map(async (one) => {
      const entries = await (await rooms.of(one.room)).list('');
      const answers = entries.filter(([address, { value }]) => !isEmpty(value) && !isMark(address));
      return {
        ...one,
        isUsed: entries.length > 0,
        count: answers.length,
        at: (answers.length > 0 ? answers : entries).reduce((newest, [, { at }]) => (at > newest ? at : newest), ''),
      };
    }),
  );
  return found.filter(({ isUsed }) => isUsed).map(({ isUsed: _, ...other }) => other);
}

/**
 * @param {unknown} noted  any other local file may have written there
 * @returns {Known[]}
 */
function homesIn(noted) {
  if (!Array.isArray(noted)) return [];
  return noted.flatMap((one) => {
    if (typeof one !== 'object' || one === null) return [];
    const [title, url, room] = ['title', 'url', 'room'].map((name) =>
      Object.hasOwn(one, name) ? Reflect.get(one, name) : undefined,
    );
    const sound =
      typeof title === 'string' && typeof url === 'string' && typeof room === 'string' && ROOMS.includes(room);
    return sound ? [{ title, url, room }] : [];
  });
}

/**
 * This course, at this address. The address is kept as a hash: a path may name someone.
 * @param {string} title
 * @param {string} url
 * @returns {Home}
 */
export function homeOf(title, url) {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const unit of url) {
    high = Math.imul(high ^ (unit.codePointAt(0) ?? 0), 2654435761);
    low = Math.imul(low ^ (unit.codePointAt(0) ?? 0), 1597334677);
  }
  return { title, url: [high, low].map((part) => (part >>> 0).toString(36)).join('-') };
}

/** @param {Home} a @param {Home} b */
const sameHome = (a, b) => a.title === b.title && a.url === b.url;
