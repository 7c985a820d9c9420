/** Courses of one id: each has a room of its own, whatever order they come in, and no room with answers changes hands. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPlace } from '../../../themes/default/scripts/answers/places/memory.js';
import { homeOf, roomOf } from '../../../themes/default/scripts/answers/rooms.js';
import { entry } from '../lib/answers.js';

/** @typedef {import('../../../themes/default/scripts/answers/places/memory.js').Storage} Place */

function browser() {
  /** @type {Map<string, Place>} */
  const places = new Map();
  const of = (/** @type {string} */ room) => {
    const place = places.get(room) ?? memoryPlace();
    places.set(room, place);
    return place;
  };
  return { base: of(''), of: async (/** @type {string} */ room) => of(room) };
}

const home = (/** @type {number} */ n) => homeOf(`講座${n}`, `file:///course-${n}/`);
const no = async () => false;

/** @param {ReturnType<typeof browser>} rooms @param {string} room */
const write = async (rooms, room) => (await rooms.of(room)).update(['exercise/a#1/b'], () => entry('書いた'));

test('a course without answers keeps its room when another comes', async () => {
  const rooms = browser();
  const first = await roomOf(rooms, home(1), no);
  const second = await roomOf(rooms, home(2), no);
  assert.notEqual(second, first);
  await write(rooms, second);
  assert.equal(await roomOf(rooms, home(1), no), first);
});

test('two courses that come at once have two rooms', async () => {
  const rooms = browser();
  const [first, second] = await Promise.all([roomOf(rooms, home(1), no), roomOf(rooms, home(2), no)]);
  assert.notEqual(first, second);
});

test('a hundred courses: a room with answers stays with its course, and a course finds its room again', async () => {
  const rooms = browser();
  const mine = await roomOf(rooms, home(0), no);
  await write(rooms, mine);
  for (let n = 1; n <= 100; n++) assert.notEqual(await roomOf(rooms, home(n), no), mine);
  assert.equal(await roomOf(rooms, home(0), no), mine);
  assert.equal(await roomOf(rooms, home(100), no), await roomOf(rooms, home(100), no));
});

test('a course that is moved a hundred times and said to be the same keeps its one room', async () => {
  const rooms = browser();
  const mine = await roomOf(rooms, home(0), no);
  await write(rooms, mine);
  const other = await roomOf(rooms, home(1000), no);
  await write(rooms, other);
  for (let n = 1; n <= 100; n++) {
    assert.equal(await roomOf(rooms, home(n), async (one) => one.room === mine), mine);
  }
  assert.equal(await roomOf(rooms, home(1000), no), other);
});

test('where every room has answers, a further course has none of them', async () => {
  const rooms = browser();
  for (let n = 0; n < 51; n++) await write(rooms, await roomOf(rooms, home(n), no));
  await assert.rejects(roomOf(rooms, home(51), no));
});

test('what is said of another course counts its answers, and not the marks beside them or what was emptied', async () => {
  const rooms = browser();
  const theirs = await rooms.of(await roomOf(rooms, home(1), no));
  /** @param {string} field @param {string} value @param {string} at */
  const put = (field, value, at) => theirs.update([`exercise/a#1/${field}`], () => ({ value, rev: 1, at }));
  await put('@begun', '2026-11-01T09:00:00.000Z', '2026-11-01T09:00:00.000Z');
  await put('b', '書いた', '2026-11-01T10:00:00.000Z');
  await put('c', '', '2026-11-01T11:00:00.000Z');
  await put('@place', 'b 120', '2026-11-01T12:00:00.000Z');
  /** @type {import('../../../themes/default/scripts/answers/rooms.js').OtherCourse[]} */
  const asked = [];
  await roomOf(rooms, home(2), async (other) => asked.push(other) === 0);
  assert.deepEqual(
    asked.map(({ count, at }) => [count, at]),
    [[1, '2026-11-01T10:00:00.000Z']],
  );
});
