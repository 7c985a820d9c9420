/** Which of the learner's texts share a term with a panel. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharing } from '../../../themes/default/scripts/work/terms.js';

test('a term is shared under any of its names, and the texts are named in their order', () => {
  /** @type {[string, string][]} */
  const texts = [
    ['仮説1', '休みの維持要因は音'],
    ['仮説2', '強みから考える'],
    ['仮説3', '続けている要因、維持要因'],
  ];
  assert.deepEqual(sharing(['維持要因'], texts), ['仮説1', '仮説3']);
  assert.deepEqual(sharing(['ストレングス', '強み'], texts), ['仮説2']);
  assert.deepEqual(sharing(['ニーズ'], texts), []);
  assert.deepEqual(sharing([''], texts), [], 'no words share nothing');
});
