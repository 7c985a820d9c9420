/** The copy of the answers in an LMS: what is packed is unpacked, what does not fit is known, and anything else is refused. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync as deflate } from 'node:zlib';
import { anyWorks, entry, random, work } from '../lib/answers.js';
import { bundled } from '../lib/bundled.js';

/** @typedef {import('../../../themes/default/scripts/answers/record.js').Answered} Answered */

/** @type {typeof import('../../../themes/default/scripts/lms/pack.js')} */
const { checksum, packed, unpacked } = await bundled('lms/pack.js');
const HOW = { course: 'basic', revision: 3, flags: 'p', sure: 4096, most: 4096 };

/** A text that does not deflate: Japanese characters at random. @param {number} length @param {number} seed */
function noise(length, seed) {
  const next = random(seed);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(next() * 0x5000))).join('');
}

/** @param {string} key @param {string} text @param {string} at */
const one = (key, text, at) => work(`exercise/${key}`, 1, { reason: entry(text, 2, { at }) });

/** What comes back of works: to the second, and without where the window was. @param {Answered[]} works */
const expected = (works) =>
  works.map(({ key, sheet, fields }) => {
    const at = (/** @type {string} */ time) => `${time.slice(0, 19)}.000Z`;
    const kept = Object.keys(fields).filter((field) => field !== '@place');
    return [
      `${key}#${sheet}`,
      kept.map((field) => {
        const { value, rev, at: time, others = [] } = fields[field];
        return [field, value, rev, at(time), others.map((other) => [other.value, at(other.at)])];
      }),
    ];
  });

test('what is packed is unpacked, as one text of ASCII signs', () => {
  const works = [
    one('a', '家族の言葉 <b>"\n𠮷野 👩‍👩‍👧', '2026-11-20T01:02:03.456Z'),
    work('worksheet/plan', 4, {
      'people.2.age': entry('３８', 7, {
        at: '2026-11-21T00:00:00.000Z',
        others: [{ value: '37', at: '2026-11-20T00:00:00.000Z' }],
      }),
      bring: entry(['towel', 'form']),
      '@looked': entry('2026-11-21T00:00:00.000Z'),
      '@place': entry('reason 0.5'),
    }),
  ];
  const { text, left } = packed(works, HOW);
  assert.match(text, /^mitate1\.basic\.3\.p\.1~[\x21-\x7e]+$/);
  assert.deepEqual(left, []);
  const read = unpacked(text, 'basic');
  assert.ok(read.ok && read.whole && read.flags === 'p');
  assert.deepEqual(Object.fromEntries(expected(read.works)), Object.fromEntries(expected(works)));
});

test('nothing is packed as nothing, and an empty copy has no answers', () => {
  const { text } = packed([], HOW);
  assert.equal(text, 'mitate1.basic.3.p.0');
  assert.deepEqual(unpacked(text, 'basic'), { ok: true, works: [], flags: 'p', whole: true });
  assert.deepEqual(unpacked('', 'basic'), { ok: true, works: [], flags: '', whole: true });
});

test('a copy that is as long as the limit is whole; with one character more the work is left out, and the older one stays', () => {
  const older = one('older', '短い', '2026-11-01T00:00:00.000Z');
  const lengths = new Map();
  for (let length = 1200; length < 1500; length += 1) {
    const newer = one('newer', noise(length, 7), '2026-11-02T00:00:00.000Z');
    lengths.set(length, packed([older, newer], { ...HOW, sure: 99_999, most: 99_999 }).text.length);
  }
  const [length, size] = /** @type {[number, number]} */ ([...lengths].findLast(([, it]) => it <= 4096));
  const next = /** @type {number} */ (lengths.get(length + 1));
  assert.ok(next > size && size > 4090, `${size} ${next}`);
  const newer = (/** @type {number} */ n) => one('newer', noise(n, 7), '2026-11-02T00:00:00.000Z');
  const fits = packed([older, newer(length)], { ...HOW, sure: size, most: size });
  assert.deepEqual([fits.text.length, fits.left], [size, []]);
  const over = packed([older, newer(length + 1)], { ...HOW, sure: next - 1, most: next - 1 });
  assert.ok(over.text.length < next);
  // The newest is held alone, and the older one is named.
  assert.deepEqual(
    over.left.map(({ key }) => key),
    ['exercise/older'],
  );
  const short = packed([older, newer(length)], { ...HOW, sure: 500, most: 500 });
  assert.deepEqual(
    short.left.map(({ key }) => key),
    ['exercise/newer'],
  );
  const read = unpacked(short.text, 'basic');
  assert.ok(read.ok);
  assert.deepEqual(
    read.works.map(({ key }) => key),
    ['exercise/older'],
  );
});

test('of many works the newest are held, none of them in part, and all others are named', () => {
  const works = Array.from({ length: 60 }, (_, n) =>
    one(`e-${n}`, noise(100, n), `2026-11-${String((n % 30) + 1).padStart(2, '0')}T0${n < 30 ? 0 : 1}:00:00.000Z`),
  );
  for (const [sure, most] of [
    [4096, 4096],
    [4096, 8000],
    [64_000, 64_000],
    [200, 300],
  ]) {
    const { text, left } = packed(works, { ...HOW, sure, most });
    assert.ok(text.length <= most, `${text.length} of ${most}`);
    const read = unpacked(text, 'basic');
    assert.ok(read.ok && read.whole);
    assert.equal(read.works.length + left.length, works.length);
    const oldest = read.works.map(({ fields }) => fields.reason.at).toSorted()[0] ?? '';
    const newestLeft =
      left
        .map(({ fields }) => fields.reason.at)
        .toSorted()
        .at(-1) ?? '';
    assert.ok(read.works.length === 0 || left.length === 0 || oldest >= newestLeft, `${oldest} ${newestLeft}`);
    // An LMS that cuts off after what it must hold has the first part whole.
    const cut = unpacked(text.slice(0, sure), 'basic');
    assert.ok(cut.ok || text.length <= sure || sure < 300);
    if (cut.ok) assert.equal(cut.whole, text.length <= sure);
  }
});

test('answers at random come back', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const works = anyWorks(random(seed));
    const read = unpacked(packed(works, { ...HOW, sure: 1e6, most: 1e6 }).text, 'basic');
    assert.ok(read.ok, `seed ${seed}`);
    assert.deepEqual(Object.fromEntries(expected(read.works)), Object.fromEntries(expected(works)), `seed ${seed}`);
  }
});

test('what is not whole, of another course, of a newer kind or not ours is refused by its reason', () => {
  const { text } = packed([one('a', noise(200, 1), '2026-11-01T00:00:00.000Z')], HOW);
  const reasons = {
    [text.slice(0, -1)]: 'damaged',
    [text.slice(0, 60)]: 'damaged',
    [text.replace('~', '~x')]: 'damaged',
    [text.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))]: 'damaged',
    [text.replace('mitate1', 'mitate2')]: 'newer',
    [text.replace('basic', 'other')]: 'other-course',
    'page=3;score=80': 'not-ours',
    '{"answers":[]}': 'not-ours',
    undefined: 'not-ours',
    'mitate1.basic.3.p.1': 'damaged',
    'mitate1.basic.x.p.1': 'not-ours',
  };
  for (const [given, reason] of Object.entries(reasons))
    assert.deepEqual(unpacked(given, 'basic'), { ok: false, reason }, given.slice(0, 40));
});

test('a part that is whole but holds something else gives nothing that answers cannot be', () => {
  const rows = [
    null,
    [],
    ['exercise/a', 0, 1],
    ['exercise/a', 1, 'x'],
    ['__proto__', 1, 1],
    [
      'exercise/a',
      1,
      1_700_000_000,
      ['__proto__', 'x', 1, 0],
      ['ok', 'x', 1, 0],
      ['b', { x: 1 }, 1, 0],
      ['c', 'x', 1, 'x'],
      ['d', 'x', 1, 1e18],
    ],
  ];
  const { text } = packed([], HOW);
  for (const row of [rows, 'x', 1, { length: 2 }]) {
    const signs = Buffer.from(deflate(JSON.stringify(row))).toString('base64url');
    const read = unpacked(`${text.slice(0, -1)}1~${checksum(signs)}.${signs}`, 'basic');
    if (row !== rows) assert.ok(!read.ok);
    else assert.deepEqual(read.ok && read.works.map(({ fields }) => Object.keys(fields)), [['ok']]);
  }
});
