/** The clock of the presenter's view, and the clock times of the run sheet: what they say at any moment. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clock, minutesOf } from '../../../themes/default/scripts/present/run-sheet.js';
import { face, gone, restored, spentOn, turned, unbegun } from '../../../themes/default/scripts/present/timing.js';

const MINUTE = 60_000;

describe('the clock of a step', () => {
  test('goes from when the step is shown, and the cover has none', () => {
    const begun = gone(unbegun(4), 1, 1000);
    assert.equal(spentOn(begun, 1, 1000 + MINUTE), MINUTE);
    assert.equal(spentOn(unbegun(4), 0, 5 * MINUTE), 0);
    const back = gone(begun, 0, 1000 + MINUTE);
    assert.equal(spentOn(back, 0, 9 * MINUTE), 0);
  });

  test('keeps what a step had, and goes on from it when one comes back', () => {
    let timing = gone(unbegun(4), 1, 0);
    timing = gone(timing, 2, 2 * MINUTE);
    assert.equal(spentOn(timing, 1, 9 * MINUTE), 2 * MINUTE);
    timing = gone(timing, 1, 5 * MINUTE);
    assert.equal(spentOn(timing, 2, 9 * MINUTE), 3 * MINUTE);
    assert.equal(spentOn(timing, 1, 6 * MINUTE), 3 * MINUTE);
  });

  test('pauses while it is stopped, and runs again on the next step', () => {
    let timing = turned(gone(unbegun(4), 1, 0), MINUTE);
    assert.equal(spentOn(timing, 1, 7 * MINUTE), MINUTE);
    assert.equal(spentOn(turned(timing, 7 * MINUTE), 1, 8 * MINUTE), 2 * MINUTE);
    timing = gone(timing, 2, 8 * MINUTE);
    assert.equal(timing.stopped, false);
    assert.equal(spentOn(timing, 2, 9 * MINUTE), MINUTE);
  });

  test('stays between the cover and the last step', () => {
    assert.equal(gone(unbegun(4), -Infinity, 0).at, 0);
    assert.equal(gone(unbegun(4), Infinity, 0).at, 3);
    const last = gone(unbegun(4), 3, 0);
    assert.equal(gone(last, 4, 5), last);
    assert.equal(turned(unbegun(4), 5).stopped, false, 'the cover has no clock to stop');
  });

  test('a clock that was set back takes nothing away', () => {
    assert.equal(spentOn(gone(unbegun(3), 1, 10 * MINUTE), 1, 0), 0);
  });
});

test('what was kept is taken only where it fits the meeting', () => {
  const kept = gone(unbegun(3), 2, 50);
  assert.deepEqual(restored(JSON.parse(JSON.stringify(kept)), 3), kept);
  for (const wrong of [
    undefined,
    null,
    'x',
    {},
    kept.spent,
    { ...kept, at: 3 },
    { ...kept, at: 0.5 },
    { ...kept, spent: [0, 'x', 0] },
    { ...kept, spent: [0, -1, 0] },
  ]) {
    assert.deepEqual(restored(wrong, 3), unbegun(3), JSON.stringify(wrong));
  }
  assert.deepEqual(restored(kept, 4), unbegun(4), 'steps were added since');
  assert.equal(restored({ ...kept, since: 'now' }, 3).since, null);
});

test('a clock face', () => {
  assert.deepEqual([0, 59, 60, 605, 3600].map(face), ['0:00', '0:59', '1:00', '10:05', '60:00']);
});

test('times of day run over midnight, and what is none is none', () => {
  assert.deepEqual(['15:40', '0:05', '23:59', '', '24:00', 'x', '12:60'].map(minutesOf), [
    940,
    5,
    1439,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  assert.deepEqual([940, 1440, 1445, 65].map(clock), ['15:40', '0:00', '0:05', '1:05']);
});
