/** What the index says of a gram. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, intersect } from '../../../themes/default/scripts/search/postings.js';

/** @param {string | undefined} written */
const pages = (written) => [...decode(written).keys()];

test('numbers are distances in base 36, an empty one is the next page', () => {
  assert.deepEqual(pages('5,,3'), [5, 6, 9]);
  assert.deepEqual(pages('0'), [0]);
  assert.deepEqual(pages('0,'), [0, 1]);
  assert.deepEqual(pages('1,,'), [1, 2, 3]);
  assert.deepEqual(pages('z,10'), [35, 71]);
});

test('a mark says that the gram is in the title', () => {
  assert.deepEqual(
    [...decode('5!,!,3')],
    [
      [5, true],
      [6, true],
      [9, false],
    ],
  );
});

test('the pages of a frequent gram are a set, with the titles behind', () => {
  assert.deepEqual(pages('=_B'), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(
    [...decode('=VVB!2')],
    [
      [0, false],
      [2, true],
      [4, false],
      [6, false],
      [8, false],
      [10, false],
      [12, false],
    ],
  );
  assert.deepEqual([...decode('=AC!7')], [[7, true]]);
});

test('a gram that no page holds', () => {
  assert.deepEqual(pages(undefined), []);
  assert.deepEqual(pages(''), []);
});

test('what all lists share, in the order of the pages, titled only where all are', () => {
  const shared = intersect([decode('1!,,!,3!,2'), decode('2,!,3!,4')]);
  assert.deepEqual(
    [...shared],
    [
      [2, false],
      [3, true],
      [6, true],
    ],
  );
});
