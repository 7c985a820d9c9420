/** What was asked in an incident process: written and read again, in the order of asking. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf, askedIn } from '../../../themes/default/exercise/incident/log.js';

test('what was asked comes back in the order of asking, with its words', () => {
  const second = { n: 10, question: '母：眠れていますか。', answer: '2時まで\n起きています。' };
  const first = { n: 2, question: '担任：3. 何時でしたか。', answer: '' };
  assert.deepEqual(
    askedIn(
      new Map([
        ['asked.sleep', lineOf(second)],
        ['problem', 'x'],
        ['asked.time', lineOf(first)],
      ]),
    ),
    [
      { id: 'time', ...first },
      { id: 'sleep', ...second },
    ],
  );
});

test('what was emptied is not there, and what has no number is read nevertheless', () => {
  assert.deepEqual(
    askedIn(
      new Map([
        ['asked.a', ' '],
        ['asked.b', '問い\n答え'],
        ['asked.c', '一行だけ'],
      ]),
    ),
    [
      { id: 'b', n: 0, question: '問い', answer: '答え' },
      { id: 'c', n: 0, question: '一行だけ', answer: '' },
    ],
  );
});
