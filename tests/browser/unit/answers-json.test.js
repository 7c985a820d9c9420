/** JSON in small steps reads what JSON.parse reads, refuses what it refuses, and keeps to its limits. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JsonError, readingJson } from '../../../themes/default/scripts/answers/json.js';
import { STEPS, inSlices } from '../../../themes/default/scripts/answers/slices.js';
import { finish, pick, random } from '../lib/answers.js';

const LIMITS = { depth: 16, nodes: 10_000, names: 1000, text: 1000 };
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  ' ',
  '\n',
  '0',
  '1.5',
  '-',
  'e9',
  'true',
  'null',
  '\\u00e9',
  '\u0000',
  'a',
  '"a":',
  '"__proto__":{}',
  '.5',
  '01',
];

/** @param {string} text @param {Partial<typeof LIMITS>} [limits] */
function read(text, limits) {
  try {
    return { value: finish(readingJson(text, { ...LIMITS, ...limits })) };
  } catch (error) {
    assert.ok(error instanceof JsonError, String(error));
    return { reason: error.reason };
  }
}

/** @param {string} text */
function theirs(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

test('the same as JSON.parse, on 30,000 texts made of pieces of JSON', () => {
  const next = random(3);
  let sound = 0;
  for (let n = 0; n < 30_000; n++) {
    const inner = Array.from({ length: 1 + Math.floor(next() * 7) }, () => pick(next, PIECES)).join('');
    const text = pick(next, [inner, `[${inner}]`, `{${inner}}`, `{"a":${inner}}`, `"${inner}"`]);
    const [mine, other] = [read(text), theirs(text)];
    assert.equal('value' in mine, other !== undefined, JSON.stringify(text));
    if (other) {
      sound += 1;
      assert.equal(JSON.stringify(mine.value), JSON.stringify(other.value), text);
    }
  }
  assert.ok(sound > 1000, `${sound}`);
});

test('objects have no prototype, and a name that means one is a name', () => {
  const value = /** @type {any} */ (
    read('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}').value
  );
  assert.equal(Object.getPrototypeOf(value), null);
  assert.deepEqual(Object.keys(value), ['__proto__', 'constructor']);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
});

test('too deep, too many, too long: given up there', () => {
  assert.equal(read('['.repeat(17)).reason, 'too-big');
  assert.equal(read('['.repeat(16)).reason, 'cut-off');
  assert.equal(read(`[${'0,'.repeat(1001)}0]`).reason, 'too-big');
  assert.equal(read(`[${'[0],'.repeat(999)}0]`, { nodes: 1000 }).reason, 'too-big');
  assert.equal(read(`"${'a'.repeat(6001)}"`).reason, 'too-big');
});

test('a slice is at most so many steps, and then the page has its turn', async () => {
  function* work() {
    for (; steps < 10 * STEPS; steps += 1) yield;
    return 'done';
  }
  let steps = 0;
  /** @type {number[]} */
  const turns = [0];
  assert.equal(
    await inSlices(work(), () => {
      turns.push(steps);
      return false;
    }),
    'done',
  );
  assert.ok(turns.length > 10);
  for (const [n, at] of turns.entries()) if (n > 0) assert.ok(at - turns[n - 1] <= STEPS, `${turns}`);
});
