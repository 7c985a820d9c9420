/**
 * What is impossible in a timeline.
 *
 * Must not know: words, the drawing.
 *
 * @typedef {import('./timeline-layout.js').Timeline} Timeline
 * @typedef {import('./contract.js').Problem} Problem
 */

import { cellOf } from './timeline-dates.js';
import { wholeTimeline } from './whole.js';

/**
 * In the order of the data. Codes: unreadable-date, ambiguous-date (X-4 may be a year or a month), range-reversed (the
 * axis), duplicate-id, mixed-calendars (X年 with 2019年), ends-before-start, outside-range (wholly off the axis), feeling-range.
 * @param {Timeline} written
 * @param {import('./contract.js').Words} [words]
 * @returns {Problem[]}
 */
export function problems(written, words = {}) {
  const data = wholeTimeline(written, words);
  /** @type {Problem[]} */
  const found = [];
  /**
   * @param {unknown} written @param {string} path @param {import('./timeline-dates.js').DateCell} [from]
   */
  const read = (written, path, from) => {
    const cell = cellOf(written, data, from);
    if (written !== undefined && !cell) found.push({ code: 'unreadable-date', path, date: String(written) });
    if (cell?.ambiguous !== undefined) {
      const month = String(cell.ambiguous);
      found.push({ code: 'ambiguous-date', path, date: String(written), from: `X-${month}`, to: month });
      // Where it is depends on how it is meant.
      return undefined;
    }
    return cell;
  };
  const start = read(data.start, 'start');
  const end = read(data.end, 'end', start);
  const reversed = start !== undefined && end !== undefined && end.at + end.size <= start.at;
  if (reversed) found.push({ code: 'range-reversed', path: 'end', from: String(data.start), to: String(data.end) });

  const ids = new Set();
  const calendar = start?.calendar ?? end?.calendar;
  data.spans.forEach((span, i) => {
    const path = `spans.${i}`;
    if (ids.has(span.id)) found.push({ code: 'duplicate-id', path: `${path}.id`, id: span.id });
    ids.add(span.id);
    const from = read(span.from, `${path}.from`, start);
    const to = read(span.to, `${path}.to`, from ?? start);
    for (const [key, cell, date] of /** @type {const} */ ([
      ['from', from, span.from],
      ['to', to, span.to],
    ])) {
      if (cell?.calendar && calendar && cell.calendar !== calendar)
        found.push({ code: 'mixed-calendars', path: `${path}.${key}`, date: String(date) });
    }
    if (from && to && to.at < from.at && to.at + to.size <= from.at + 1e-9) {
      found.push({ code: 'ends-before-start', path: `${path}.to`, from: String(span.from), to: String(span.to) });
    } else if (
      !reversed &&
      from &&
      outside(from, span.to === undefined ? undefined : to, start, end, span.kind === 'period')
    ) {
      found.push({ code: 'outside-range', path: `${path}.from`, date: String(span.from) });
    }
    if (span.feeling !== undefined && !(span.feeling >= -2 && span.feeling <= 2)) {
      found.push({ code: 'feeling-range', path: `${path}.feeling`, feeling: span.feeling });
    }
  });
  return found;
}

/**
 * @param {import('./timeline-dates.js').DateCell} from
 * @param {import('./timeline-dates.js').DateCell | undefined} to
 * @param {import('./timeline-dates.js').DateCell | undefined} start
 * @param {import('./timeline-dates.js').DateCell | undefined} end
 * @param {boolean} isOpen  a period that has no end
 */
function outside(from, to, start, end, isOpen) {
  if (from.calendar && (start ?? end)?.calendar && from.calendar !== (start ?? end)?.calendar) return false; // said already
  if (end && from.at >= end.at + end.size) return true;
  const last = to ?? from;
  return start !== undefined && !(isOpen && !to) && last.at + last.size <= start.at && last.at < start.at;
}
