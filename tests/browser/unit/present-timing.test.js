/** The clock of a meeting, and the clock times of the run sheet: what they say at any moment. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ends,
  gone,
  isBegun,
  left,
  lengthened,
  MINUTE,
  minutesSpent,
  passed,
  reloaded,
  restored,
  resumed,
  settled,
  stepAgain,
  together,
  turned,
  unbegun,
} from '../../../themes/default/scripts/present/timing.js';
import { clock, face, minutesOf } from '../../../themes/default/scripts/slides/clock.js';

const NOON = 12 * 60 * MINUTE;
const PLANNED = [0, 8, 12, 10];

/** Time passes minute by minute, as long as the page runs. @param {import('../../../themes/default/scripts/present/timing.js').Timing} timing @param {number} minutes */
function run(timing, minutes) {
  let next = timing;
  for (let n = 0; n < minutes; n++) next = passed(next, next.seen + MINUTE, MINUTE);
  return next;
}
const begun = () => gone(unbegun(4, NOON), 1, NOON);

describe('the clock of a step', () => {
  test('goes while the step is shown, and the cover has none', () => {
    assert.equal(run(begun(), 3).spent[1], 3 * MINUTE);
    assert.equal(minutesSpent(run(unbegun(4, NOON), 5)), 0);
    assert.equal(isBegun(run(unbegun(4, NOON), 5)), false);
    assert.equal(isBegun(begun()), true);
  });

  test('keeps what a step had, and goes on from it when it is shown again', () => {
    let timing = gone(run(begun(), 2), 2, NOON);
    timing = gone(run(timing, 3), 1, NOON);
    assert.deepEqual(run(timing, 1).spent, [0, 3 * MINUTE, 3 * MINUTE, 0]);
  });

  test('stays stopped until it is started again, on the next step too', () => {
    let timing = run(turned(run(begun(), 1)), 6);
    assert.equal(timing.spent[1], MINUTE);
    timing = run(gone(timing, 2, NOON), 4);
    assert.deepEqual([timing.stopped, timing.spent[2]], [true, 0]);
    assert.equal(run(turned(timing), 1).spent[2], MINUTE);
    assert.equal(turned(unbegun(4, NOON)).stopped, false, 'the cover has no clock to stop');
  });

  test('stays between the cover and the last step', () => {
    assert.equal(gone(begun(), -Infinity, NOON).at, 0);
    const last = gone(begun(), Infinity, NOON);
    assert.equal(last.at, 3);
    assert.equal(gone(last, 4, NOON), last);
  });

  test('has as many minutes as it is given, and never less than none', () => {
    let timing = lengthened(lengthened(begun(), 1, PLANNED), 1, PLANNED);
    assert.equal(left(timing, 1, PLANNED), 10 * 60);
    for (let n = 0; n < 30; n++) timing = lengthened(timing, -1, PLANNED);
    assert.equal(left(timing, 1, PLANNED), 0);
    assert.equal(left(stepAgain(run(timing, 2)), 1, PLANNED), 8 * 60);
    assert.deepEqual(lengthened(unbegun(4, NOON), 1, PLANNED).more, [0, 0, 0, 0]);
  });
});

describe('time in which the page did not run', () => {
  test('is not counted, and is reported, whether the lid was closed or the clock was set', () => {
    const before = run(begun(), 2);
    const forward = passed(before, before.seen + 120 * MINUTE, MINUTE / 4);
    assert.equal(forward.spent[1], 2.25 * MINUTE);
    assert.deepEqual(forward.gap, { from: before.seen, to: before.seen + 120 * MINUTE, ms: 119.75 * MINUTE });
    const lid = passed(before, before.seen + 20 * MINUTE, 20 * MINUTE);
    assert.equal(lid.spent[1], 2 * MINUTE);
    assert.equal(lid.gap?.ms, 20 * MINUTE);
    const back = passed(before, before.seen - 60 * MINUTE, MINUTE / 4);
    assert.deepEqual([back.spent[1], back.gap], [2.25 * MINUTE, null]);
  });

  test('is counted if the facilitator says so, and forgotten with the next step', () => {
    const timing = passed(begun(), NOON + 20 * MINUTE, 0);
    assert.equal(settled(timing, true).spent[1], 20 * MINUTE);
    assert.equal(settled(timing, false).spent[1], 0);
    assert.equal(settled(timing, true).gap, null);
    assert.equal(gone(timing, 2, NOON).gap, null);
  });

  test('is counted when a background page wakes once a minute, and after a reload', () => {
    assert.equal(passed(begun(), NOON + 90_000, 90_000).spent[1], 90_000);
    assert.equal(reloaded(begun(), NOON + 5_000).spent[1], 5_000);
    assert.equal(reloaded(begun(), NOON + 30 * MINUTE).spent[1], 0);
    assert.equal(resumed(run(begun(), 4), NOON + 300 * MINUTE).spent[1], 4 * MINUTE);
  });

  test('does not matter while the clock is stopped, or on the cover', () => {
    assert.equal(passed(turned(begun()), NOON + 60 * MINUTE, 0).gap, null);
    assert.equal(passed(unbegun(4, NOON), NOON + 60 * MINUTE, 0).gap, null);
  });
});

describe('two windows of a meeting', () => {
  test('show what the projected one has counted', () => {
    const [projected, beside] = [run(begun(), 3), run(begun(), 4)];
    assert.equal(together(beside, projected, false).spent[1], 3 * MINUTE);
    assert.equal(together(projected, beside, true).spent[1], 3 * MINUTE);
  });

  test('show what the facilitator’s has counted while the projected one showed another page', () => {
    const beside = run(begun(), 9);
    const back = reloaded(run(begun(), 2), beside.seen);
    assert.notEqual(back.gap, null);
    assert.deepEqual(together(back, beside, true), { ...back, spent: beside.spent, gap: null });
    assert.deepEqual(together(beside, back, false), beside);
  });

  test('keep a gap that both have: the lid was closed', () => {
    const asleep = passed(run(begun(), 2), NOON + 40 * MINUTE, 0);
    assert.notEqual(together(asleep, asleep, true).gap, null);
  });
});

describe('the end', () => {
  const plan = { planned: PLANNED, total: 35, start: 13 * 60 + 30 };

  test('is planned from the start that was typed, or from the first step', () => {
    assert.deepEqual(ends(unbegun(4, NOON), plan, 800, null), { planned: 845, expected: 840, late: -5 });
    assert.equal(ends(unbegun(4, NOON), { ...plan, start: undefined }, 800, null), undefined);
    assert.equal(ends(begun(), { ...plan, start: undefined }, 700, 700)?.planned, 735);
    assert.equal(ends(begun(), plan, 815, 815)?.planned, 845, 'begun five minutes late');
    assert.equal(ends(begun(), plan, 615, 615)?.planned, 650, 'a rehearsal in the morning has its own times');
  });

  test('comes later by every minute that steps, pauses and the cover take', () => {
    assert.equal(ends(begun(), plan, 815, 815)?.late, 0);
    assert.equal(ends(run(begun(), 8), plan, 823, 815)?.late, 0);
    assert.equal(ends(run(begun(), 12), plan, 827, 815)?.late, 4);
    assert.equal(ends(run(turned(begun()), 9), plan, 824, 815)?.late, 9);
    assert.equal(ends(gone(run(begun(), 2), 2, NOON), plan, 817, 815)?.late, -6, 'a step was shorter');
  });

  test('may be after midnight', () => {
    const late = { ...plan, start: 23 * 60 + 55 };
    assert.deepEqual(ends(begun(), late, 10, 1438), { planned: 1470, expected: 1480, late: 10 });
  });
});

test('what was kept is taken only where it fits the meeting', () => {
  const kept = lengthened(gone(unbegun(3, NOON), 2, NOON), 1, PLANNED);
  assert.deepEqual(restored(JSON.parse(JSON.stringify(kept)), 3), kept);
  for (const wrong of [
    undefined,
    null,
    'x',
    {},
    kept.spent,
    { ...kept, at: 3 },
    { ...kept, at: 0.5 },
    { ...kept, seen: 'now' },
    { ...kept, spent: [0, 'x', 0] },
    { ...kept, spent: [0, -1, 0] },
    { ...kept, more: [0, 0.5, 0] },
  ]) {
    assert.equal(restored(wrong, 3), undefined, JSON.stringify(wrong));
  }
  assert.equal(restored(kept, 4), undefined, 'steps were added since');
  assert.equal(restored({ ...kept, begun: 'now', gap: { from: 1 } }, 3)?.begun, null);
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
