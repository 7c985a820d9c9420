/** What the index says of a gram. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, intersect, nearest } from '../../../themes/default/scripts/search/postings.js';

/** @param {string | undefined} written */
const pages = (written) => [...decode(written).keys()];

test('numbers are distances in base 36, an empty one is the next page', () => {
  assert.deepEqual(pages('5,,3'), [5, 6, 9]);
  assert.deepEqual(pages('0'), [0]);
  assert.deepEqual(pages('0,'), [0, 1]);
  assert.deepEqual(pages('1,,'), [1, 2, 3]);
  assert.deepEqual(pages('z,10'), [35, 71]);
});

test('a sign says where in the entry the gram is', () => {
  assert.deepEqual(
    [...decode('5!,;,?,3')],
    [
      [5, 0],
      [6, 1],
      [7, 3],
      [10, 2],
    ],
  );
});

test('the entries of a frequent gram are a set, with those of the other places behind', () => {
  assert.deepEqual(pages('=_B'), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(
    [...decode('=VVB!2;4,4?6')],
    [
      [0, 2],
      [2, 0],
      [4, 1],
      [6, 3],
      [8, 1],
      [10, 2],
      [12, 2],
    ],
  );
  assert.deepEqual([...decode('=AC!7')], [[7, 0]]);
});

test('a gram that no page holds', () => {
  assert.deepEqual(pages(undefined), []);
  assert.deepEqual(pages(''), []);
});

test('what all lists share, in the order of the entries, at the last of the places', () => {
  const shared = intersect([decode('1!,,!,3!,2'), decode('2?,!,3!,4')]);
  assert.deepEqual(
    [...shared],
    [
      [2, 3],
      [3, 0],
      [6, 0],
    ],
  );
});

test('what holds the most of the grams, the rarest first', () => {
  const held = (/** @type {[string, string][]} */ rows) =>
    nearest(
      rows.map(([gram, written]) => [gram, decode(written)]),
      10,
    );
  assert.deepEqual(
    held([
      ['支援', '0,,,'],
      ['計画', '2'],
      ['無い', ''],
    ]),
    [2],
  );
  assert.deepEqual(held([['計画', '1?,!']]), [2, 1]);
  assert.deepEqual(
    held([
      ['目標', '3'],
      ['の立', '1'],
      ['て方', '1'],
    ]),
    [3],
    'pairs that only join words count little',
  );
  assert.deepEqual(held([['無い', '']]), []);
});
