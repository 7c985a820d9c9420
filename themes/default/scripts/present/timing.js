/**
 * How long each step of a meeting has had. The clock of a step runs while it is shown, and pauses while another one
 * is, or while the facilitator has stopped it. Pure: the time of day is handed in.
 *
 * @typedef {{ at: number, spent: number[], since: number | null, stopped: boolean }} Timing
 *   the step that is shown, the milliseconds that each had before, since when the shown one goes
 */

/** @param {number} steps  with the cover as the first @returns {Timing} */
export const unbegun = (steps) => ({
  at: 0,
  spent: Array.from({ length: steps }, () => 0),
  since: null,
  stopped: false,
});

/**
 * What was kept, if it fits a meeting with so many steps.
 * @param {unknown} value
 * @param {number} steps
 * @returns {Timing}
 */
export function restored(value, steps) {
  const fresh = unbegun(steps);
  if (typeof value !== 'object' || value === null) return fresh;
  const { at, spent, since, stopped } = /** @type {Record<string, unknown>} */ (value);
  const isTime = (/** @type {unknown} */ it) => typeof it === 'number' && Number.isFinite(it) && it >= 0;
  if (!Number.isInteger(at) || Number(at) < 0 || Number(at) >= steps) return fresh;
  if (!Array.isArray(spent) || spent.length !== steps || !spent.every(isTime)) return fresh;
  return {
    at: Number(at),
    spent: spent.map(Number),
    since: isTime(since) ? Number(since) : null,
    stopped: stopped === true,
  };
}

/** The time that the step `index` has taken until `now`. @param {Timing} timing @param {number} index @param {number} now */
export function spentOn(timing, index, now) {
  const going = timing.at === index && timing.since !== null ? Math.max(0, now - timing.since) : 0;
  return timing.spent[index] + going;
}

/** The time that every step has taken, the shown one until `now`. @param {Timing} timing @param {number} now */
function settledAt(timing, now) {
  return timing.spent.map((_, index) => spentOn(timing, index, now));
}

/** Shows another step: its clock continues. @param {Timing} timing @param {number} to @param {number} now @returns {Timing} */
export function gone(timing, to, now) {
  const at = Math.max(0, Math.min(timing.spent.length - 1, to));
  if (at === timing.at) return timing;
  return { at, spent: settledAt(timing, now), since: at === 0 ? null : now, stopped: false };
}

/** Stops the clock, or starts it again. @param {Timing} timing @param {number} now @returns {Timing} */
export function turned(timing, now) {
  if (timing.at === 0) return timing;
  if (timing.stopped) return { ...timing, since: now, stopped: false };
  return { ...timing, spent: settledAt(timing, now), since: null, stopped: true };
}

/** Whole seconds as minutes and seconds. @param {number} seconds */
export function face(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
