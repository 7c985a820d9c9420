/** Words of the page with their places filled in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../../themes/default/scripts/dom/fill.js';

test('places are filled in, as text, once', () => {
  assert.equal(fill('{$n}件、{ $n }件', { n: 3 }), '3件、3件');
  assert.equal(fill('「{$a}」', { a: '{$b} $& $1', b: 'x' }), '「{$b} $& $1」');
});

test('what is not given stays as it is, names of prototypes too', () => {
  assert.equal(fill('{$n} {$toString} {n}', {}), '{$n} {$toString} {n}');
});
