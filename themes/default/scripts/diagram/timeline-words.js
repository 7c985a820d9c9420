/**
 * A timeline in words: each entry in the order of time.
 *
 * Must not know: the drawing.
 *
 * @typedef {import('./timeline-layout.js').Timeline} Timeline
 * @typedef {import('./timeline-layout.js').ReadTimeline} ReadTimeline
 * @typedef {import('./timeline-layout.js').Span} Span
 * @typedef {import('./contract.js').Words} Words
 */

import { say } from '../dom/fill.js';
import { nameOf } from './timeline-axis.js';
import { cellOf } from './timeline-dates.js';
import { axisOf, isPeriod } from './timeline-layout.js';
import { wholeTimeline } from './whole.js';

/**
 * @param {ReadTimeline} data
 * @param {Words} words
 * @returns {{ title: string, desc: string }}
 */
export function summary(data, words) {
  const title = data.title ?? say(words, 'time-title');
  const count = say(words, 'time-says-count', { n: data.spans.length });
  if (data.start === undefined || data.end === undefined) return { title, desc: count };
  const [from, to] = [data.start, data.end].map((date) => dateOf(date, data, words));
  return { title, desc: [say(words, 'time-says-range', { from, to }), count].join(say(words, 'says-gap')) };
}

/**
 * @param {Timeline} written
 * @param {Words} words
 * @returns {string[]}
 */
export function describe(written, words) {
  const data = wholeTimeline(written, words);
  const start = axisOf(data)?.start;
  const at = (/** @type {Span} */ span) => cellOf(span.from, data, start)?.at ?? Infinity;
  const ordered = data.spans
    .map((span, i) => ({ span, i }))
    .sort((a, b) => (at(a.span) === at(b.span) ? a.i - b.i : at(a.span) < at(b.span) ? -1 : 1));
  return ordered.map(({ span }) => entrySays(span, data, words));
}

/** A sentence begins with a capital, where letters have one. @param {string} sentence */
function capital(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** @param {Span} span @param {ReadTimeline} data @param {Words} words */
function entrySays(span, data, words) {
  const from = dateOf(span.from, data, words);
  const period = isPeriod(span);
  const when =
    !period || span.to === span.from
      ? from
      : span.to === undefined
        ? say(words, 'time-when-open', { from })
        : say(words, 'time-when-period', { from, to: dateOf(span.to, data, words) });
  let says = capital(say(words, 'time-says', { when, lane: say(words, `time-lane-${span.lane}`), label: span.label }));
  if (span.gap) says = say(words, 'time-says-gap', { says });
  if (typeof span.feeling !== 'number') return says;
  const feeling = Math.max(-2, Math.min(2, Math.round(span.feeling)));
  return say(words, 'time-says-feeling', {
    says,
    feeling: say(words, `time-feeling-${feeling < 0 ? 'low' : ''}${Math.abs(feeling)}`),
  });
}

/** The date as the author wrote it; a bare number with its unit. @param {string | number} date @param {ReadTimeline} data @param {Words} words */
function dateOf(date, data, words) {
  if (typeof date === 'string') return date;
  const cell = cellOf(date, data);
  return cell && Math.floor(date) === date ? nameOf(cell.at, data.unit, cell.calendar, words) : String(date);
}
