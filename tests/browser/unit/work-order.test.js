/** Cards in an order: moving one, and putting them where the answers say. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, ordered } from '../../../themes/default/exercise/order/moves.js';

const list = ['a', 'b', 'c', 'd'];

test('a card goes to its place and the others close up', () => {
  assert.deepEqual(moved(list, 'c', 0), ['c', 'a', 'b', 'd']);
  assert.deepEqual(moved(list, 'a', 2), ['b', 'c', 'a', 'd']);
  assert.deepEqual(moved(list, 'b', 1), list);
});

test('beyond the ends is the end', () => {
  assert.deepEqual(moved(list, 'a', -1), list);
  assert.deepEqual(moved(list, 'd', 9), list);
  assert.deepEqual(moved(list, 'a', 9), ['b', 'c', 'd', 'a']);
});

test('what is not in the list changes nothing, and the list itself is never changed', () => {
  assert.deepEqual(moved(list, 'x', 0), list);
  assert.notEqual(moved(list, 'x', 0), list);
});

test('every move there and back gives the order one began with', () => {
  for (const item of list) {
    for (let to = 0; to < list.length; to++) {
      const there = moved(list, item, to);
      assert.deepEqual([...there].sort(), list);
      assert.deepEqual(moved(there, item, list.indexOf(item)), list);
    }
  }
});

test('cards stand by their places; two in one place keep their order; those without one stay behind', () => {
  const at = (/** @type {Record<string, string>} */ places) => ordered(list, (card) => places[card] ?? '');
  assert.deepEqual(at({ a: '4', b: '3', c: '2', d: '1' }), ['d', 'c', 'b', 'a']);
  assert.deepEqual(at({}), list);
  assert.deepEqual(at({ c: '1', b: '1', a: '2' }), ['b', 'c', 'a', 'd']);
  assert.deepEqual(at({ d: '1', a: 'x' }), ['d', 'a', 'b', 'c']);
});
