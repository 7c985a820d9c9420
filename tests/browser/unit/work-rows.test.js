/** The names of rows, and which fields a form asks for. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastRow, relabelled, renamed } from '../../../themes/default/scripts/work/numbering.js';
import { holds, parse } from '../../../themes/default/scripts/worksheet/when.js';

test('names, ids and lists of ids get the new number', () => {
  assert.equal(renamed('people.3.who', 'people', 3, 4), 'people.4.who');
  assert.equal(renamed('present.1', 'present', 1, 2), 'present.2');
  assert.equal(renamed('life-people-3-who', 'people', 3, 4), 'life-people-4-who');
  assert.equal(renamed('people.3.who people.3.tie', 'people', 3, 4), 'people.4.who people.4.tie');
});

test('only the number of the row, only of this field', () => {
  assert.equal(renamed('people.33.who', 'people', 3, 4), 'people.33.who');
  assert.equal(renamed('people.3.age-3', 'people', 3, 4), 'people.4.age-3');
  assert.equal(
    renamed('other-people.3.who', 'people', 3, 4),
    'other-people.4.who',
    "a longer id ends in the field's name",
  );
  assert.equal(renamed('xpeople.3.who', 'people', 3, 4), 'xpeople.3.who');
  assert.equal(renamed('people-l', 'people', 3, 4), 'people-l');
  assert.equal(renamed('a.b.3', 'a.b', 3, 4), 'a.b.4');
});

test('labels that are not printed in parts', () => {
  assert.equal(relabelled('2行目 誰', 2, 3), '3行目 誰');
  assert.equal(relabelled('12行目 誰', 2, 3), '12行目 誰');
});

test('the highest row that something is stored for', () => {
  assert.equal(
    lastRow('people', ['people.2.who', 'people.11.tie', 'people', 'people.x', 'peoples.40.who', '@begun']),
    11,
  );
  assert.equal(lastRow('present', ['present.3', 'people.9.who']), 3);
  assert.equal(lastRow('people', []), 0);
  assert.equal(lastRow('people', ['people.0.who', 'people.9999.who']), 0, 'no number of ours');
});

test('a condition holds for its options, ticked or chosen', () => {
  const other = parse('route=other|agency');
  assert.ok(other);
  assert.equal(other.field, 'route');
  assert.ok(holds(other, 'agency'));
  assert.ok(!holds(other, ''));
  assert.ok(!holds(other, 'another'));
  assert.ok(holds(other, ['self', 'other']));
  assert.equal(parse('nonsense'), undefined);
});
