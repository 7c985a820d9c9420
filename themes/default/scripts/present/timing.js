/**
 * How long each step of a meeting has had, and when it will end. The clock of a step runs while the step is shown, and
 * pauses while another one is, or while the facilitator has stopped it. Pure: the time is handed in, both the time of day
 * and what has passed by a clock that nobody can set. Only what has passed is counted.
 *
 * @typedef {object} Gap  a time in which the page did not run: the lid was closed, or the computer's clock was set
 * @property {number} from  time of day
 * @property {number} to
 * @property {number} ms  how much of it was not counted
 *
 * @typedef {object} Timing
 * @property {number} at  the step that is shown; 0 is the cover
 * @property {number} part  which screen of it, if it takes several
 * @property {number[]} spent  the milliseconds that each step has had
 * @property {number[]} more  the minutes that were added to each step, or taken from it
 * @property {boolean} stopped
 * @property {number | null} begun  the time of day when the first step was shown
 * @property {number} seen  the time of day until which time is counted
 * @property {Gap | null} gap  not counted, and nobody has decided yet whether it should be
 */

export const MINUTE = 60_000;
const DAY = 24 * 60;
/** A page in the background wakes once a minute; a pause that is longer is a gap. */
const LONGEST_SLEEP = 2 * MINUTE;
/** A start that is typed belongs to this meeting if the meeting began within so many minutes of it. */
const NEAR = 60;

/** @param {number} steps  with the cover as the first @param {number} now @returns {Timing} */
export const unbegun = (steps, now) => ({
  at: 0,
  part: 0,
  spent: Array.from({ length: steps }, () => 0),
  more: Array.from({ length: steps }, () => 0),
  stopped: false,
  begun: null,
  seen: now,
  gap: null,
});

/** @param {unknown} it */
const isTime = (it) => typeof it === 'number' && Number.isFinite(it) && it >= 0;

/**
 * What was kept, if it fits a meeting with so many steps.
 * @param {unknown} value
 * @param {number} steps
 * @returns {Timing | undefined}
 */
export function restored(value, steps) {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, part, spent, more, stopped, begun, seen, gap } = /** @type {Record<string, any>} */ (value);
  if (!Number.isInteger(at) || at < 0 || at >= steps || !isTime(seen)) return undefined;
  if (!Array.isArray(spent) || spent.length !== steps || !spent.every(isTime)) return undefined;
  if (!Array.isArray(more) || more.length !== steps || !more.every(Number.isInteger)) return undefined;
  const isGap = typeof gap === 'object' && gap !== null && [gap.from, gap.to, gap.ms].every(isTime);
  return {
    at,
    part: Number.isInteger(part) && part >= 0 ? part : 0,
    spent: [...spent],
    more: [...more],
    stopped: stopped === true,
    begun: isTime(begun) ? begun : null,
    seen,
    gap: isGap ? { from: gap.from, to: gap.to, ms: gap.ms } : null,
  };
}

/** Whether there is anything that would be lost by starting again. @param {Timing} timing */
export const isBegun = (timing) => timing.begun !== null;

/** @param {Timing} timing */
const isRunning = (timing) => timing.at > 0 && !timing.stopped;

/** Adds to the step that is shown. @param {Timing} timing @param {number} ms @returns {Timing} */
const spending = (timing, ms) => ({
  ...timing,
  spent: timing.spent.map((before, index) => (index === timing.at ? before + ms : before)),
});

/**
 * Time passes.
 * @param {Timing} timing
 * @param {number} now  the time of day
 * @param {number} ms  what has passed since the last call, by a clock that nobody can set
 * @returns {Timing}
 */
export function passed(timing, now, ms) {
  const counts = ms >= 0 && ms <= LONGEST_SLEEP ? ms : 0;
  const next = { ...(isRunning(timing) ? spending(timing, counts) : timing), seen: now };
  const missed = now - timing.seen - counts;
  if (!isRunning(timing) || missed <= LONGEST_SLEEP) return next;
  const before = timing.gap;
  return { ...next, gap: { from: before?.from ?? timing.seen, to: now, ms: missed + (before?.ms ?? 0) } };
}

/** The page was loaded again: what passed meanwhile is counted if it is short. @param {Timing} timing @param {number} now */
export function reloaded(timing, now) {
  const away = now - timing.seen;
  return passed(timing, now, away <= LONGEST_SLEEP ? away : 0);
}

/** The meeting continues after its page was closed: nothing of what passed meanwhile is counted. @param {Timing} timing @param {number} now @returns {Timing} */
export const resumed = (timing, now) => ({ ...timing, seen: now, gap: null });

/** Decides about a gap. @param {Timing} timing @param {boolean} counts @returns {Timing} */
export function settled(timing, counts) {
  const { gap } = timing;
  return { ...(gap && counts && isRunning(timing) ? spending(timing, gap.ms) : timing), gap: null };
}

/**
 * What one of two windows of the same meeting has counted, after it heard what the other one has. The projected window is
 * right, unless it did not run for a time, as while it showed another page, and the other one did.
 * @param {Timing} own
 * @param {Timing} theirs
 * @param {boolean} projects  this is the projected window
 * @returns {Timing}
 */
export function together(own, theirs, projects) {
  const [projected, beside] = projects ? [own, theirs] : [theirs, own];
  const wasAway = projected.gap !== null && beside.gap === null;
  return { ...own, spent: (wasAway ? beside : projected).spent, gap: wasAway ? null : own.gap };
}

/**
 * Shows another step or another screen of it. A clock that was stopped stays stopped.
 * @param {Timing} timing
 * @param {number} to
 * @param {number} now
 * @param {number} [part]
 * @returns {Timing}
 */
export function gone(timing, to, now, part = 0) {
  const at = Math.max(0, Math.min(timing.spent.length - 1, to));
  if (at === timing.at && part === timing.part) return timing;
  return { ...timing, at, part, begun: timing.begun ?? (at > 0 ? now : null), gap: null };
}

/** Stops the clock, or starts it again. @param {Timing} timing @returns {Timing} */
export const turned = (timing) => (timing.at === 0 ? timing : { ...timing, stopped: !timing.stopped });

/** Gives the step that is shown more minutes, or fewer. @param {Timing} timing @param {number} by @param {number[]} planned @returns {Timing} */
export function lengthened(timing, by, planned) {
  const { at } = timing;
  if (at === 0) return timing;
  return { ...timing, more: timing.more.map((more, i) => (i === at ? Math.max(-planned[i], more + by) : more)) };
}

/** The clock of the step that is shown begins again. @param {Timing} timing @returns {Timing} */
export const stepAgain = (timing) => ({
  ...timing,
  spent: timing.spent.map((spent, i) => (i === timing.at ? 0 : spent)),
  more: timing.more.map((more, i) => (i === timing.at ? 0 : more)),
  gap: null,
});

/** Whole seconds that the step `index` has left; negative when it is over its time. @param {Timing} timing @param {number} index @param {number[]} planned */
export const left = (timing, index, planned) =>
  (planned[index] + timing.more[index]) * 60 - Math.floor(timing.spent[index] / 1000);

/** Whole minutes that all steps have had. @param {Timing} timing */
export const minutesSpent = (timing) =>
  Math.floor(timing.spent.reduce((sum, spent, index) => sum + (index === 0 ? 0 : spent), 0) / MINUTE);

/**
 * When the meeting is to end, and when it will if every step that is left takes its time. Both in minutes since
 * midnight; the second one may be past the next midnight.
 * @param {Timing} timing
 * @param {object} plan
 * @param {number[]} plan.planned  minutes of each step
 * @param {number} plan.total  minutes of the meeting
 * @param {number | undefined} plan.start  the start that was typed, in minutes since midnight
 * @param {number} now  minutes since midnight
 * @param {number | null} begun  the same of when the first step was shown
 * @returns {{ planned: number, expected: number, late: number } | undefined}  `late` is negative for minutes to spare
 */
export function ends(timing, { planned, total, start }, now, begun) {
  const from = startOf(start, begun);
  if (from === undefined) return undefined;
  const seconds = planned.reduce(
    (sum, _, index) => sum + (index === 0 || index < timing.at ? 0 : Math.max(0, left(timing, index, planned))),
    0,
  );
  const sinceStart = begun === null ? 0 : difference(now, from);
  const expected = from + sinceStart + seconds / 60;
  return { planned: from + total, expected, late: Math.round(expected - from - total) };
}

/** @param {number | undefined} start @param {number | null} begun */
function startOf(start, begun) {
  if (begun === null) return start;
  return start !== undefined && Math.abs(difference(begun, start)) <= NEAR ? start : begun;
}

/** How many minutes `a` is after `b`, over midnight too. @param {number} a @param {number} b */
const difference = (a, b) => ((((a - b + DAY / 2) % DAY) + DAY) % DAY) - DAY / 2;
