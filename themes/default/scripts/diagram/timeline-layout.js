/**
 * The positions of everything in a timeline: from left to right by date, in lanes, each entry in the first row of its lane
 * where it overlaps no other.
 *
 * 1. dates are read, and entries of one month are put side by side; 2. the width of the axis is set; 3. the lanes are filled.
 *
 * Must not know: SVG, words.
 *
 * @typedef {import('./timeline-dates.js').DateCell} DateCell
 * @typedef {import('./timeline-dates.js').Unit} Unit
 * @typedef {'life' | 'home' | 'school' | 'work' | 'health' | 'support'} Lane
 * @typedef {object} Span
 * @property {string} id
 * @property {string | number} from
 * @property {string | number} [to]
 * @property {string} label
 * @property {Lane} lane
 * @property {'event' | 'period'} [kind]
 * @property {number} [feeling]  -2 to 2
 * @property {boolean} [gap]     nothing is known of it
 *
 * @typedef {{ title?: string, spans: Span[], unit: Unit, start?: string | number, end?: string | number }} Timeline
 *
 * @typedef {Timeline & { dates: import('./timeline-dates.js').DateRules }} ReadTimeline  with how its dates are read
 *
 * @typedef {object} TimelineEntry
 * @property {Span} span
 * @property {Lane} lane
 * @property {boolean} isPeriod
 * @property {boolean} open    a period without an end
 * @property {number} from     units
 * @property {number} to
 * @property {boolean} before  begins before the axis does
 * @property {boolean} dated   its date does not show on the axis: it is written beside it
 * @property {number} at       units: an event's place, a period's middle, the beginning of an open one
 */

import { cellOf } from './timeline-dates.js';

/** @type {Lane[]} */
export const LANES = ['life', 'home', 'school', 'work', 'health', 'support'];

/** Whether two dates are of one calendar: a bare number is of any. @param {DateCell} a @param {DateCell} b */
export function isOfOne(a, b) {
  return a.calendar === undefined || b.calendar === undefined || a.calendar === b.calendar;
}

/** The first calendar that an entry names. @param {ReadTimeline} data */
function calendarOf(data) {
  return data.spans.map(({ from }) => cellOf(from, data)?.calendar).find((calendar) => calendar !== undefined);
}

/** @param {Span} span */
export function isPeriod(span) {
  return span.kind === 'period' || (span.kind !== 'event' && span.to !== undefined) || span.gap === true;
}

/**
 * The ends of the axis; what the author left out comes from the entries.
 * @param {ReadTimeline} data
 * @returns {{ start: DateCell, end: DateCell } | undefined}  undefined if there is nothing to go by
 */
export function axisOf(data) {
  const start = cellOf(data.start, data);
  const end = cellOf(data.end, data, start);
  // A bare grade is of the school system that the entries name.
  const named = (/** @type {DateCell} */ cell) => ({ calendar: calendarOf(data), ...cell });
  if (start && end && start.at < end.at + end.size) return { start: named(start), end };
  const cells = data.spans
    .flatMap(({ from, to }) => [cellOf(from, data, start), cellOf(to, data, start)])
    .filter((cell) => cell !== undefined)
    .filter((cell, _, [first]) => isOfOne(cell, start ?? first));
  if (cells.length === 0)
    return start || end
      ? { start: start ?? /** @type {DateCell} */ (end), end: end ?? /** @type {DateCell} */ (start) }
      : undefined;
  const low = Math.floor(Math.min(...cells.map(({ at }) => at)));
  const high = Math.max(low + 1, Math.ceil(Math.max(...cells.map(({ at, size }) => at + size))));
  const calendar = cells.find((cell) => cell.calendar !== undefined)?.calendar;
  return {
    start: start ?? { at: low, size: 1, calendar },
    end:
      start && end
        ? { at: Math.max(start.at, high - 1), size: 1, calendar }
        : (end ?? { at: high - 1, size: 1, calendar }),
  };
}

/**
 * The entries that can be placed, in the order of time (in the order of the data if they begin together).
 * @param {ReadTimeline} data
 * @param {{ start: DateCell, end: DateCell }} axis
 * @returns {TimelineEntry[]}
 */
export function entriesOf(data, axis) {
  const [first, last] = [axis.start.at, axis.end.at + axis.end.size];
  /** @type {(TimelineEntry & { size: number })[]} */
  const entries = [];
  for (const span of data.spans) {
    const from = cellOf(span.from, data, axis.start);
    if (!from || !isOfOne(from, axis.start)) continue;
    const period = isPeriod(span);
    const to = cellOf(span.to, data, from);
    const open = period && span.to === undefined;
    const end = open ? last : period && to ? to.at + to.size : from.at + from.size;
    if (end < first || (end === first && from.at < first) || from.at >= last) continue;
    const [low, high] = [Math.max(first, from.at), Math.min(last, Math.max(end, from.at))];
    entries.push({
      span,
      lane: span.lane,
      isPeriod: period,
      open,
      from: low,
      to: high,
      before: period && from.at < first,
      dated: Math.abs(from.size - 1) > 1e-6 && typeof span.from === 'string',
      size: from.size,
      at: open ? low + Math.min(from.size, high - low) / 2 : period ? (low + high) / 2 : low + from.size / 2,
    });
  }
  entries.sort((a, b) => a.from - b.from || data.spans.indexOf(a.span) - data.spans.indexOf(b.span));
  spread(entries);
  return entries;
}

/** Events of one month (or year, if no more is known) are drawn side by side in it. @param {(TimelineEntry & { size: number })[]} entries */
function spread(entries) {
  const events = entries.filter((entry) => !entry.isPeriod);
  for (const event of events) {
    const together = events.filter(({ from, size }) => from === event.from && size === event.size);
    if (together.length > 1) event.at = event.from + (event.size * (together.indexOf(event) + 0.5)) / together.length;
  }
}

/**
 * Puts boxes into a lane: each in the highest free row.
 * @param {{ x: number, width: number, height: number }[]} boxes
 * @param {number} gapX
 * @param {number} gapY
 * @returns {{ tops: number[], height: number }}
 */
export function stack(boxes, gapX, gapY) {
  /** @type {number[]} */
  const tops = [];
  let height = 0;
  boxes.forEach((box, i) => {
    const near = boxes
      .slice(0, i)
      .map((other, k) => ({ other, top: tops[k] }))
      .filter(({ other }) => box.x < other.x + other.width + gapX && other.x < box.x + box.width + gapX);
    const candidates = [0, ...near.map(({ other, top }) => top + other.height + gapY)].sort((a, b) => a - b);
    const top =
      candidates.find((y) =>
        near.every((each) => y >= each.top + each.other.height + gapY || y + box.height + gapY <= each.top),
      ) ?? 0;
    tops.push(top);
    height = Math.max(height, top + box.height);
  });
  return { tops, height };
}
