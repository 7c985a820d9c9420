/** Times of day and times that have passed, as a room reads them. Pure: the time is handed in. */

const DAY = 24 * 60;

/** Whole seconds as minutes and seconds. @param {number} seconds */
export function face(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The minutes since midnight; undefined for what is no time of day.
 * @param {string} text
 */
export function minutesOf(text) {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** @param {number} minutes  since midnight; past the next one it begins again */
export function clock(minutes) {
  const at = ((Math.floor(minutes) % DAY) + DAY) % DAY;
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}

/** The minutes since midnight of a time of day, here. @param {number} time */
export function minutesAt(time) {
  const date = new Date(time);
  return date.getHours() * 60 + date.getMinutes();
}
