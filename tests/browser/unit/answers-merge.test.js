/** The laws of merging: nothing is lost, nothing is decided twice, the second time changes nothing. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chosenAttempt } from '../../../themes/default/scripts/answers/attempts.js';
import { canBeBoth, chosen, takeIn } from '../../../themes/default/scripts/answers/merge.js';
import { freeSheets } from '../../../themes/default/scripts/answers/merging.js';
import { isEmpty } from '../../../themes/default/scripts/dom/values.js';
import { equal, parseAddress } from '../../../themes/default/scripts/answers/record.js';
import { gathering } from '../../../themes/default/scripts/answers/works.js';
import { AT, anyWorks, byAddress, entry, finish, merge, pick, random } from '../lib/answers.js';

/** @typedef {import('../lib/answers.js').Entry} Entry */
/** @typedef {import('../../../themes/default/scripts/answers/merge.js').Choice} Choice */

const A = 'exercise/a#1/q';

/** @param {Entry | undefined} mine @param {Entry | undefined} theirs @param {string} [address] */
const met = (mine, theirs, address = A) =>
  merge(new Map(mine ? [[address, mine]] : []), new Map(theirs ? [[address, theirs]] : []));

/**
 * What is here after a merge that was confirmed.
 * @param {Map<string, Entry>} mine
 * @param {Map<string, Entry>} theirs
 * @param {() => Choice} choose
 */
function after(mine, theirs, choose) {
  const { take, conflicts, attempts } = merge(mine, theirs);
  const now = new Map(mine);
  const free = freeSheets(finish(gathering(mine)), finish(gathering(theirs)));
  const whole = attempts.flatMap((clash) => chosenAttempt(clash, choose(), free(clash.key)));
  for (const taken of [...take, ...conflicts.map((conflict) => chosen(conflict, choose())), ...whole]) {
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
  test('marks are no answers: they are taken, and not counted', () => {
    const marks = ['@begun', '@looked', '@place'].map(
      (mark) => /** @type {const} */ ([`exercise/a#1/${mark}`, entry(AT)]),
    );
    const theirs = new Map([[A, entry('a')], ...marks]);
    const { fresh, take } = merge(new Map(), theirs);
    assert.deepEqual([fresh, take.length], [1, 4]);
    const again = merge(theirs, new Map([...theirs, ['exercise/a#1/@place', entry('q 20')]]));
    assert.deepEqual([again.fresh, again.filled, again.same, again.kept], [0, 0, 1, 0]);
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
    for (const [mine, theirs] of [
      [early, late],
      [late, early],
    ]) {
      const { take, conflicts } = met(mine, theirs, 'exercise/a#1/@looked');
      assert.deepEqual(conflicts, []);
      assert.equal((take[0]?.entry ?? mine).value, early.value);
    }
  });
  test('what was put aside on either side stays so', () => {
    const others = (/** @type {string} */ text) => ({ others: [{ value: text, at: AT }] });
    assert.deepEqual(
      met(entry('a', 1, others('x')), entry('a', 1, others('y'))).take[0].entry.others?.map(({ value }) => value),
      ['x', 'y'],
    );
  });
});

describe('what was chosen', () => {
  const conflict = { address: A, mine: entry('a', 2), theirs: entry('b', 5) };
  for (const [choice, value, aside] of /** @type {[Choice, string, string[]][]} */ ([
    ['mine', 'a', ['b']],
    ['theirs', 'b', ['a']],
    ['both', 'a\n――――\nb', []],
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
    for (const [a, b] of [
      ['2026-01-01', '2026-02-02'],
      ['1', '2'],
      [['a'], ['b']],
      ['a', ['b']],
    ]) {
      assert.equal(canBeBoth({ address: A, mine: entry(a), theirs: entry(b) }), false);
    }
  });
});

test('what came in between, while one was choosing, is put aside', () => {
  const now = takeIn(entry('newer', 4), { address: A, entry: entry('file', 3), was: 2 });
  assert.deepEqual([now?.value, now?.rev, now?.others?.map(({ value }) => value)], ['file', 5, ['newer']]);
  assert.equal(takeIn(entry('newer', 4), { address: A, entry: entry('', 3), was: 2 }), undefined);
});

describe('an attempt that was compared', () => {
  const LOOKED = '2026-11-20T02:00:00.000Z';
  /** @param {Record<string, string>} texts @param {number} [rev] */
  const attempt = (texts, rev = 1) =>
    new Map(Object.entries(texts).map(([field, text]) => [`exercise/a#1/${field}`, entry(text, rev)]));
  /** @param {Map<string, Entry>} now @param {number} [sheet] */
  const texts = (now, sheet = 1) =>
    Object.fromEntries(
      [...now]
        .filter(([address, { value }]) => address.startsWith(`exercise/a#${sheet}/`) && !isEmpty(value))
        .map(([address, { value }]) => [address.slice(address.indexOf('/', 10) + 1), value]),
    );
  const mine = attempt({ q: 'ここの文' });
  const theirs = attempt({ q: 'ファイルの文', '@looked': LOOKED }, 5);

  test('and differs is asked about as a whole', () => {
    const { take, conflicts, attempts } = merge(mine, theirs);
    assert.deepEqual([take, conflicts, attempts.length], [[], [], 1]);
  });
  for (const [choice, one, two] of /** @type {[Choice, Record<string, string>, Record<string, string>][]} */ ([
    ['mine', { q: 'ここの文' }, {}],
    ['theirs', { q: 'ファイルの文', '@looked': LOOKED }, {}],
    ['both', { q: 'ここの文' }, { q: 'ファイルの文', '@looked': LOOKED }],
  ])) {
    test(`${choice}: text and mark come together, or neither`, () => {
      const now = after(mine, theirs, () => choice);
      assert.deepEqual([texts(now), texts(now, 2)], [one, two]);
      assert.deepEqual(
        after(now, theirs, () => {
          throw new Error('asked twice');
        }),
        now,
      );
    });
    test(`${choice}, where it was compared here and not in the file`, () => {
      const now = after(theirs, mine, () => choice);
      const [kept, other] =
        choice === 'mine'
          ? [{ q: 'ファイルの文', '@looked': LOOKED }, {}]
          : choice === 'theirs'
            ? [{ q: 'ここの文' }, {}]
            : [{ q: 'ファイルの文', '@looked': LOOKED }, { q: 'ここの文' }];
      assert.deepEqual([texts(now), texts(now, 2)], [kept, other]);
    });
  }
  test('the same texts: the mark comes', () => {
    assert.deepEqual(texts(after(mine, attempt({ q: 'ここの文', '@looked': LOOKED }), never)), {
      q: 'ここの文',
      '@looked': LOOKED,
    });
  });
  test('more here than was compared there: the mark does not come', () => {
    assert.deepEqual(
      texts(after(attempt({ q: 'ここの文', r: 'もっと' }), attempt({ q: 'ここの文', '@looked': LOOKED }), never)),
      { q: 'ここの文', r: 'もっと' },
    );
  });
  test('more there, compared there: all of it comes', () => {
    const more = attempt({ q: 'ここの文', r: 'もっと', '@looked': LOOKED });
    assert.deepEqual(texts(after(mine, more, never)), { q: 'ここの文', r: 'もっと', '@looked': LOOKED });
  });
  test('what was compared here is not added to', () => {
    const { attempts } = merge(attempt({ q: '文', '@looked': LOOKED }), attempt({ q: '文', r: 'もっと' }));
    assert.equal(attempts.length, 1);
  });
  test('a stage that was written down is such a mark, and its continuation comes', () => {
    const begun = attempt({ 'read.a': '一', '@committed.a': LOOKED });
    const further = attempt({ 'read.a': '一', '@committed.a': LOOKED, 'read.b': '二', '@passed.b': LOOKED });
    assert.deepEqual(texts(after(begun, further, never)), texts(further));
    assert.deepEqual(texts(after(further, begun, never)), texts(further));
    assert.equal(merge(begun, attempt({ 'read.a': 'ほか' })).attempts.length, 1);
  });
});

const never = () => {
  throw new Error('asked');
};

describe('what was done step by step', () => {
  /** @param {Record<string, string>} fields @param {string} [key] */
  const did = (fields, key = 'exercise/a') =>
    new Map(Object.entries(fields).map(([field, value]) => [`${key}#1/${field}`, entry(value)]));
  /** @param {Map<string, Entry>} now @param {number} sheet */
  const told = (now, sheet) =>
    Object.fromEntries(
      [...now]
        .filter(([address, { value }]) => address.startsWith(`exercise/a#${sheet}/`) && !isEmpty(value))
        .map(([address, { value }]) => [address.slice(address.indexOf('/', 10) + 1), value]),
    );
  /** @type {Record<string, [mine: Record<string, string>, theirs: Record<string, string>]>} */
  const attempts = {
    'two interviews': [
      { 'step.1': 'door:thank' },
      { 'step.1': 'door:inside', 'step.2': 'quiet:wait', 'step.3': 'door:thank' },
    ],
    'two orders': [
      { 'place.a': '1', 'place.b': '2', 'place.c': '3' },
      { 'place.a': '3', 'place.b': '2', 'place.c': '1' },
    ],
    'other questions': [
      { 'asked.seat': '1. 席\n窓', problem: '席' },
      { 'asked.home': '1. 家\n9時', 'asked.box': '2. 箱\n前' },
    ],
  };
  for (const [name, [mine, theirs]] of Object.entries(attempts)) {
    for (const choice of /** @type {Choice[]} */ (['mine', 'theirs', 'both']))
      test(`${name}, ${choice}: one of them whole, or both`, () => {
        const now = after(did(mine), did(theirs), () => choice);
        assert.deepEqual(
          [told(now, 1), told(now, 2)],
          [choice === 'theirs' ? theirs : mine, choice === 'both' ? theirs : {}],
        );
        assert.deepEqual(after(now, did(theirs), never), now, 'is not asked again');
      });
  }
  test('an interview that went on comes without a question, and stays', () => {
    const begun = did({ 'step.1': 'door:thank' });
    const further = did({ 'step.1': 'door:thank', 'step.2': 'bench:plant' });
    assert.deepEqual(after(begun, further, never), further);
    const { take, attempts: clashes, same: n } = merge(further, begun);
    assert.deepEqual([take, clashes, n], [[], [], 1]);
  });
  test('two sheets that took over different rows differ', () => {
    const sheet = (/** @type {string} */ from, /** @type {string} */ text) =>
      new Map([
        ['worksheet/plan#2/@before', entry('1')],
        ['worksheet/plan#2/@from', entry([from])],
        ['worksheet/plan#2/needs.1.need', entry(text)],
      ]);
    const { conflicts, attempts: clashes } = merge(sheet('1=1', '朝'), sheet('1=2', '夜'));
    assert.deepEqual([conflicts.length, clashes.length], [0, 1]);
    assert.deepEqual(merge(sheet('1=1', '朝'), sheet('1=1', '夜')).conflicts.length, 1);
  });
  test('the rows of a form are none', () => {
    const { conflicts, attempts: clashes } = merge(
      did({ 'step.1': 'A' }, 'worksheet/plan'),
      did({ 'step.1': 'B' }, 'worksheet/plan'),
    );
    assert.deepEqual([conflicts.length, clashes.length], [1, 0]);
  });
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
        if (address.includes('/@')) continue; // marks are no words
        for (const text of [value, ...others.map((other) => other.value)]) {
          assert.ok(
            [...now].some(([at, one]) => sameField(at, address) && isThere(one, text)),
            `${address} lost ${JSON.stringify(text)}`,
          );
        }
      }
      const { conflicts, attempts } = merge(now, theirs);
      assert.deepEqual([conflicts, attempts], [[], []], 'nothing is asked twice');
      assert.deepEqual(after(now, theirs, choose), now, 'the second time changes nothing');
      assert.equal(JSON.stringify([[...mine], [...theirs]]), frozen, 'what was given is as it was');
    });
  }
});

/** One field of one work, in any of its sheets. @param {string} a @param {string} b */
function sameField(a, b) {
  const [one, other] = [parseAddress(a), parseAddress(b)];
  return one?.key === other?.key && one?.field === other?.field;
}

/** @param {Entry | undefined} now @param {import('../lib/answers.js').Value} text */
function isThere(now, text) {
  if (!now) return false;
  if (text.length === 0 || (typeof text === 'string' && text.trim() === '')) return true;
  return (
    equal(now.value, text) ||
    (typeof now.value === 'string' && typeof text === 'string' && now.value.includes(text)) ||
    (now.others ?? []).some((other) => equal(other.value, text))
  );
}
