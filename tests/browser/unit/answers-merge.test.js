/** The laws of merging: nothing is lost, nothing is decided twice, the second time changes nothing. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canBeBoth, chosen, merge, takeIn } from '../../../themes/default/scripts/answers/merge.js';
import { same } from '../../../themes/default/scripts/answers/record.js';
import { AT, anyWorks, byAddress, entry, pick, random } from '../lib/answers.js';

/** @typedef {import('../lib/answers.js').Entry} Entry */
/** @typedef {import('../../../themes/default/scripts/answers/merge.js').Choice} Choice */

const A = 'exercise/a#1/q';

/** @param {Entry | undefined} mine @param {Entry | undefined} theirs @param {string} [address] */
const met = (mine, theirs, address = A) => merge(new Map(mine ? [[address, mine]] : []), new Map(theirs ? [[address, theirs]] : []));

/**
 * What is here after a merge that was confirmed.
 * @param {Map<string, Entry>} mine
 * @param {Map<string, Entry>} theirs
 * @param {() => Choice} choose
 */
function after(mine, theirs, choose) {
  const { take, conflicts } = merge(mine, theirs);
  const now = new Map(mine);
  for (const taken of [...take, ...conflicts.map((conflict) => chosen(conflict, choose()))]) {
    const written = takeIn(now.get(taken.address), taken);
    if (written) now.set(taken.address, written);
  }
  return now;
}

describe('one field', () => {
  test('only in the file: taken', () => {
    assert.deepEqual(met(undefined, entry('a')).take, [{ address: A, entry: entry('a'), was: 0 }]);
    assert.equal(met(undefined, entry('a')).fresh, 1);
  });
  test('only here: stays', () => assert.deepEqual(met(entry('a'), undefined).take, []));
  test('the same: nothing is written', () => {
    const { take, same: n } = met(entry('a', 2), entry('a', 2));
    assert.deepEqual([take, n], [[], 1]);
  });
  test('the same with a higher revision: the revision is taken', () => {
    assert.equal(met(entry('a', 1), entry('a', 5)).take[0].entry.rev, 5);
    assert.deepEqual(met(entry('a', 5), entry('a', 1)).take, []);
  });
  test('empty here, text in the file: the text', () => {
    const { take, filled } = met(entry('', 9), entry('a', 1));
    assert.deepEqual([take[0].entry.value, take[0].entry.rev, filled], ['a', 9, 1]);
  });
  test('text here, empty in the file: the text stays, whatever the revisions', () => {
    const { take, kept, conflicts } = met(entry('a', 1), entry('', 9));
    assert.deepEqual([take.map((one) => one.entry.value), kept, conflicts], [['a'], 1, []]);
  });
  test('two texts: the learner chooses', () => {
    const mine = entry('a', 2);
    const theirs = entry('b', 9);
    assert.deepEqual(met(mine, theirs).conflicts, [{ address: A, mine, theirs }]);
    assert.deepEqual(met(mine, theirs).take, []);
  });
  test('two times of comparing: the first', () => {
    const early = entry('2026-01-01T00:00:00Z');
    const late = entry('2026-02-01T00:00:00Z', 4);
    for (const [mine, theirs] of [[early, late], [late, early]]) {
      const { take, conflicts } = met(mine, theirs, 'exercise/a#1/@looked');
      assert.deepEqual(conflicts, []);
      assert.equal((take[0]?.entry ?? mine).value, early.value);
    }
  });
  test('what was put aside on either side stays so', () => {
    const others = (/** @type {string} */ text) => ({ others: [{ value: text, at: AT }] });
    assert.deepEqual(met(entry('a', 1, others('x')), entry('a', 1, others('y'))).take[0].entry.others?.map(({ value }) => value), ['x', 'y']);
  });
});

describe('what was chosen', () => {
  const conflict = { address: A, mine: entry('a', 2), theirs: entry('b', 5) };
  for (const [choice, value, aside] of /** @type {[Choice, string, string[]][]} */ ([
    ['mine', 'a', ['b']], ['theirs', 'b', ['a']], ['both', 'a\n――――\nb', []],
  ])) {
    test(choice, () => {
      const { entry: now, was } = chosen(conflict, choice);
      assert.deepEqual([now.value, now.rev, now.others?.map((one) => one.value) ?? [], was], [value, 6, aside, 2]);
    });
    test(`${choice}: the same file again asks nothing and changes nothing`, () => {
      const again = met(chosen(conflict, choice).entry, conflict.theirs);
      assert.deepEqual([again.conflicts, again.take], [[], []]);
    });
    test(`${choice}: the other side, given the result, follows without being asked`, () => {
      const there = met(conflict.theirs, chosen(conflict, choice).entry);
      assert.deepEqual(there.conflicts, []);
      assert.equal((there.take[0]?.entry ?? conflict.theirs).value, value);
    });
  }
  test('only texts can be joined', () => {
    assert.ok(canBeBoth(conflict));
    for (const [a, b] of [['2026-01-01', '2026-02-02'], ['1', '2'], [['a'], ['b']], ['a', ['b']]]) {
      assert.equal(canBeBoth({ address: A, mine: entry(a), theirs: entry(b) }), false);
    }
  });
});

test('what came in between, while one was choosing, is put aside', () => {
  const now = takeIn(entry('newer', 4), { address: A, entry: entry('file', 3), was: 2 });
  assert.deepEqual([now?.value, now?.rev, now?.others?.map(({ value }) => value)], ['file', 5, ['newer']]);
  assert.equal(takeIn(entry('newer', 4), { address: A, entry: entry('', 3), was: 2 }), undefined);
});

describe('laws, on answers at random', () => {
  for (let seed = 1; seed <= 150; seed++) {
    test(`seed ${seed}`, () => {
      const next = random(seed);
      const mine = byAddress(anyWorks(next));
      const theirs = byAddress(anyWorks(next));
      const frozen = JSON.stringify([[...mine], [...theirs]]);
      const choose = () => pick(next, /** @type {Choice[]} */ (['mine', 'theirs', 'both']));

      assert.deepEqual(after(mine, mine, choose), mine, 'with itself: nothing');
      assert.deepEqual(after(mine, new Map(), choose), mine, 'with nothing: nothing');
      assert.deepEqual(after(new Map(), theirs, choose), theirs, 'into nothing: all of it');

      const now = after(mine, theirs, choose);
      for (const [address, { value, others = [] }] of [...mine, ...theirs]) {
        for (const text of [value, ...others.map((other) => other.value)]) {
          assert.ok(isThere(now.get(address), text, address), `${address} lost ${JSON.stringify(text)}`);
        }
      }
      assert.equal(merge(now, theirs).conflicts.length, 0, 'nothing is asked twice');
      assert.deepEqual(after(now, theirs, choose), now, 'the second time changes nothing');
      assert.equal(JSON.stringify([[...mine], [...theirs]]), frozen, 'what was given is as it was');
    });
  }
});

/** @param {Entry | undefined} now @param {import('../lib/answers.js').Value} text @param {string} address */
function isThere(now, text, address) {
  if (!now) return false;
  if (text.length === 0 || (typeof text === 'string' && text.trim() === '') || address.includes('/@')) return true;
  return same(now.value, text) || (typeof now.value === 'string' && typeof text === 'string' && now.value.includes(text))
    || (now.others ?? []).some((other) => same(other.value, text));
}
