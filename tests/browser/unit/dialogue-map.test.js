/** The map of an interview: where its turns are drawn, and what was walked. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeadEnd, placesOf, walked } from '../../../themes/default/exercise/dialogue/graph.js';

const way = (/** @type {string} */ id, /** @type {string} */ to) => ({ id, to, say: id });
const turn = (
  /** @type {string} */ id,
  /** @type {import('../../../themes/default/exercise/dialogue/graph.js').MapWay[]} */ ways,
  ends = false,
) => ({
  id,
  says: id,
  ends,
  ways,
});
const TURNS = [
  turn('door', [way('a', 'talk'), way('b', 'wait')]),
  turn('talk', [way('a', 'end'), way('b', 'door')]),
  turn('wait', [way('a', 'end'), way('b', 'nowhere')]),
  turn('end', [], true),
  turn('alone', []),
];

test('a turn is as far down as it is from the first, and what nothing leads to is last', () => {
  const places = placesOf(TURNS);
  assert.deepEqual(
    TURNS.map(({ id }) => places.get(id)),
    [
      { row: 0, column: 0, reached: true },
      { row: 1, column: 0, reached: true },
      { row: 1, column: 1, reached: true },
      { row: 2, column: 0, reached: true },
      { row: 3, column: 0, reached: false },
    ],
  );
  assert.deepEqual([...placesOf([])], []);
});

test('a turn is met by the attempts that came to it, also at the end of their path', () => {
  const runs = [
    {
      sheet: 1,
      steps: [
        { turn: 'door', reply: 'a' },
        { turn: 'talk', reply: 'a' },
      ],
    },
    { sheet: 2, steps: [{ turn: 'door', reply: 'b' }] },
  ];
  const { met, taken } = walked(TURNS, runs);
  assert.deepEqual(Object.fromEntries(met), { door: [1, 2], talk: [1], end: [1], wait: [2] });
  assert.deepEqual(taken.get('door:b'), [2]);
  assert.equal(met.has('alone'), false);
});

test('only a turn without replies that does not end is a dead end', () => {
  assert.deepEqual(
    TURNS.filter(isDeadEnd).map(({ id }) => id),
    ['alone'],
  );
});
