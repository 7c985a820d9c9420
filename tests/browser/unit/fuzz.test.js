/** A fixed number of mutated inputs from a fixed seed; by hand there are a million: tests/README.md. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, counts as answered } from '../fuzz/answers.js';
import { counts as drawn, diagrams } from '../fuzz/diagrams.js';
import { fuzz } from '../fuzz/guided.js';
import { all } from '../lib/size.js';

test('damaged answer files are refused by a reason, or taken as what they are', () => {
  const { kept } = fuzz(answers, { runs: all ? 2_000 : 800, seed: 1 });
  assert.ok(kept > 0 && answered.taken > 40 && answered.refused > 200, JSON.stringify({ kept, ...answered }));
});

test('data of diagrams is refused with a reason, or drawn and described', () => {
  const { kept } = fuzz(diagrams, { runs: all ? 500 : 150, seed: 1 });
  assert.ok(kept > 0 && drawn.drawn > 30 && drawn.refused > 30, JSON.stringify({ kept, ...drawn }));
});
