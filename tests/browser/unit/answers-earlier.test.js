/** What was written under earlier ids comes under those of now: whole, once, and beside what is there already. */

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { bringEarlier, currentAddress, currentKey, newest } from '../../../themes/default/scripts/answers/earlier.js';
import { reading } from '../../../themes/default/scripts/answers/file.js';
import { memoryPlace } from '../../../themes/default/scripts/answers/places/memory.js';
import { commentOf } from '../../../themes/default/scripts/review/file.js';
import { AT, COURSE, answerFile, entry } from '../lib/answers.js';

const LATER = '2026-11-21T00:00:00.000Z';

/** What the page says. @param {string} was */
const says = (was) => Reflect.set(globalThis, 'document', { documentElement: { dataset: { was } } });
beforeEach(() => says('exercise/old=exercise/new exercise/older=exercise/new'));
after(() => Reflect.deleteProperty(globalThis, 'document'));

/** @param {Record<string, import('../lib/answers.js').Entry>} entries */
async function placeWith(entries) {
  const place = memoryPlace();
  await place.update(Object.keys(entries), (address) => entries[address]);
  return place;
}

/** @param {import('../../../themes/default/scripts/answers/places/memory.js').Storage} place */
const all = async (place) => Object.fromEntries(await place.list(''));

test('a key is that of now, and any other stays', () => {
  assert.equal(currentKey('exercise/older'), 'exercise/new');
  assert.equal(currentAddress('exercise/old#2/a.1'), 'exercise/new#2/a.1');
  assert.equal(currentAddress('exercise/older-one#1/a'), 'exercise/older-one#1/a');
  assert.equal(currentKey('worksheet/old'), 'worksheet/old');
  says('');
  assert.equal(currentKey('exercise/old'), 'exercise/old');
});

test('what is stored moves, and what nothing is moved from stays', async () => {
  const place = await placeWith({
    'exercise/old#1/a': entry('一'),
    'exercise/older#2/@looked': entry(AT),
    'exercise/other#1/a': entry('二'),
  });
  await bringEarlier(place);
  assert.deepEqual(await all(place), {
    'exercise/new#1/a': entry('一'),
    'exercise/new#2/@looked': entry(AT),
    'exercise/other#1/a': entry('二'),
  });
});

test('of two texts the newer counts, and the other is beside it', async () => {
  for (const { old, now, value, other } of [
    { old: entry('前', 3), now: entry('今', 1, { at: LATER }), value: '今', other: '前' },
    { old: entry('前', 1, { at: LATER }), now: entry('今', 3), value: '前', other: '今' },
  ]) {
    const place = await placeWith({ 'exercise/old#1/a': old, 'exercise/new#1/a': now });
    await bringEarlier(place);
    const { 'exercise/new#1/a': it, ...rest } = await all(place);
    assert.equal(it.value, value);
    assert.deepEqual(
      it.others?.map((one) => one.value),
      [other],
    );
    assert.ok(it.rev > 3);
    assert.deepEqual(rest, {});
  }
  assert.deepEqual(newest(entry('同じ'), entry('同じ')), entry('同じ'));
});

test('what an older page writes meanwhile is moved too', async () => {
  const place = await placeWith({ 'exercise/old#1/a': entry('一') });
  let isWritten = false;
  const update = place.update.bind(place);
  place.update = async (addresses, change) => {
    await update(addresses, change);
    if (isWritten) return;
    isWritten = true;
    await update(['exercise/old#1/b'], () => entry('間に'));
  };
  await bringEarlier(place);
  assert.deepEqual(await all(place), { 'exercise/new#1/a': entry('一'), 'exercise/new#1/b': entry('間に') });
});

test('how fields were called goes along', async () => {
  const place = memoryPlace();
  await place.note('names', () => ({ 'exercise/old': { title: '題', labels: { a: '欄' }, words: {} } }));
  await bringEarlier(place);
  assert.deepEqual(await place.note('names'), { 'exercise/new': { title: '題', labels: { a: '欄' }, words: {} } });
});

test('a file has its answers under the keys of now, also if it has both', () => {
  const steps = reading(
    answerFile(COURSE, [
      { key: 'exercise/old', sheet: 1, fields: { a: entry('前'), b: entry('別') } },
      { key: 'exercise/new', sheet: 1, fields: { a: entry('今', 1, { at: LATER }) } },
      { key: 'exercise/old', sheet: 2, fields: { a: entry('二枚め') } },
    ]),
    { course: COURSE },
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  const read = step.value;
  assert.ok(read.ok);
  assert.deepEqual(
    read.answers.map(({ key, sheet, fields }) => [key, sheet, fields.a.value, fields.b?.value]),
    [
      ['exercise/new', 1, '今', '別'],
      ['exercise/new', 2, '二枚め', undefined],
    ],
  );
});

test('a comment is about the key of now', () => {
  const comment = { key: 'exercise/old', sheet: 1, field: 'a', about: '一', text: 'よい', at: AT };
  assert.equal(commentOf(comment)?.key, 'exercise/new');
});
