/**
 * One entry of a timeline: an event is a dot with words beside it, a period a bar with words in it or below; open ends
 * are points, an unknown time is a dashed bar with strokes across.
 *
 * Must not know: the other entries.
 *
 * @typedef {import('./timeline-layout.js').TimelineEntry} TimelineEntry
 * @typedef {{ svg: string[], shapes: import('./svg.js').Box[] }} Drawn
 * @typedef {{ box: { x: number, width: number, height: number }, at: (y: number) => Drawn }} Placeable
 */

import { escape, element, n, textLines, widthOf, wrap } from './svg.js';

const NAME = { size: 12.5, leading: 16 };
const DATE = { size: 12, leading: 15 };
const WRAP = 10; // characters of a line
const DOT = 5; // px, radius
const ASIDE = DOT + 5; // from an event's place to its words
const THICK = 22; // a bar with words in it
const THIN = 11;
const POINT = 9; // px of an open end

/**
 * @param {TimelineEntry} entry
 * @param {(at: number) => number} x
 * @param {{ left: number, right: number }} plot
 * @returns {Placeable}
 */
export function entryOf(entry, x, plot) {
  return entry.isPeriod ? periodOf(entry, x, plot) : eventOf(entry, x, plot);
}

/** @param {TimelineEntry} entry @param {(at: number) => number} x @param {{ left: number, right: number }} plot @returns {Placeable} */
function eventOf({ span, dated, at }, x, plot) {
  const place = x(at);
  const lines = wrap(span.label, WRAP);
  const date = dated ? String(span.from).replace(/-(?=\d{1,3}年)/, '−') : '';
  const wide = Math.max(...lines.map((line) => widthOf(line, NAME.size)), widthOf(date, DATE.size));
  const high = lines.length * NAME.leading + (date ? DATE.leading : 0);
  const mirrored = place + ASIDE + wide > plot.right - 4 && place - ASIDE - wide > plot.left;
  const left = mirrored ? place - ASIDE - wide : place - DOT;
  return {
    box: { x: left, width: DOT + ASIDE + wide, height: high },
    at: (y) => {
      const [words, anchor] = mirrored ? [place - ASIDE, /** @type {const} */ ('end')] : [place + ASIDE, undefined];
      const names = y + (date ? DATE.leading : 0);
      return {
        svg: [
          element('g', { class: `dg-event${span.gap ? ' dg-event-gap' : ''}` }, [
            element('title', {}, escape(span.label)),
            element('circle', { class: 'dg-event-dot', cx: place, cy: y + 7.5, r: DOT }),
            date ? textLines([date], { x: words, y: y + 2, ...DATE, class: 'dg-event-date', anchor }) : '',
            textLines(lines, { x: words, y: names + 1.5, ...NAME, class: 'dg-event-name', anchor }),
          ]),
        ],
        shapes: [
          { id: span.id, kind: 'symbol', x: place - DOT, y: y + 2.5, width: DOT * 2, height: DOT * 2 },
          {
            id: `${span.id}:label`,
            kind: 'label',
            x: mirrored ? place - ASIDE - wide : place + ASIDE,
            y,
            width: wide,
            height: high,
          },
        ],
      };
    },
  };
}

/** @param {TimelineEntry} entry @param {(at: number) => number} x @param {{ left: number, right: number }} plot @returns {Placeable} */
function periodOf({ span, from, to, open, before }, x, plot) {
  const start = x(from) + 1.5;
  const width = Math.max(6, x(to) - 1.5 - start);
  const inner = width - (open ? POINT : 0) - (before ? POINT : 0) - 14;
  const inside = !span.gap && widthOf(span.label, NAME.size) <= inner;
  const lines = inside ? [span.label] : wrap(span.label, WRAP);
  const wide = Math.max(...lines.map((line) => widthOf(line, NAME.size)));
  const thick = inside ? THICK : THIN;
  const words = inside
    ? start + (before ? POINT : 0) + 7
    : Math.max(plot.left + 3, Math.min(start, plot.right - 3 - wide));
  const left = Math.min(start, words);
  const high = inside ? THICK : THIN + 4 + lines.length * NAME.leading;
  const kind = `dg-period${span.gap ? ' dg-period-gap' : ''}`;
  return {
    box: { x: left, width: Math.max(start + width, words + wide) - left, height: high },
    at: (y) => {
      /** @type {import('./svg.js').Box[]} */
      const shapes = [{ id: span.id, kind: 'symbol', x: start, y, width, height: thick }];
      if (!inside)
        shapes.push({
          id: `${span.id}:label`,
          kind: 'label',
          x: words,
          y: y + THIN + 3,
          width: wide,
          height: lines.length * NAME.leading,
        });
      return {
        svg: [
          element('g', { class: kind }, [
            element('title', {}, escape(span.label)),
            ...bar(start, y, width, thick, { open, before, gap: span.gap === true }),
            textLines(lines, { x: words, y: inside ? y + 5 : y + THIN + 4, ...NAME, class: 'dg-event-name' }),
          ]),
        ],
        shapes,
      };
    },
  };
}

/**
 * @param {number} x @param {number} y @param {number} width @param {number} height
 * @param {{ open: boolean, before: boolean, gap: boolean }} ends
 */
function bar(x, y, width, height, { open, before, gap }) {
  const [right, bottom, middle] = [x + width, y + height, y + height / 2];
  const point = Math.min(POINT, width / 3);
  const tip = open
    ? `H${n(right - point)}L${n(right)} ${n(middle)}L${n(right - point)} ${n(bottom)}`
    : `H${n(right)}V${n(bottom)}`;
  const tail = before ? `H${n(x + point)}L${n(x)} ${n(middle)}L${n(x + point)} ${n(y)}Z` : `H${n(x)}Z`;
  const drawn = [element('path', { class: 'dg-bar', d: `M${n(before ? x + point : x)} ${n(y)}${tip}${tail}` })];
  if (!gap) return drawn;
  let strokes = '';
  for (let at = x + 8; at + height * 0.6 < right - (open ? point : 2); at += 9)
    strokes += `M${n(at)} ${n(bottom - 2)}L${n(at + height * 0.5)} ${n(y + 2)}`;
  if (strokes) drawn.push(element('path', { class: 'dg-bar-strokes', d: strokes }));
  return drawn;
}

/**
 * For the legend: the signs that occur.
 * @param {TimelineEntry[]} entries
 * @param {Record<string, string>} words
 * @returns {import('./legend-key.js').Sign[]}
 */
export function signs(entries, words) {
  const periods = entries.filter((entry) => entry.isPeriod);
  /** @param {string} id @param {boolean} used @param {import('./legend-key.js').Sign['sample']} sample */
  const sign = (id, used, sample) => (used ? [{ id, text: words[`time-key-${id}`] ?? `time-key-${id}`, sample }] : []);
  /** @param {{ open: boolean, before: boolean, gap: boolean }} ends @returns {import('./legend-key.js').Sign['sample']} */
  const sample = (ends) => (x, y) =>
    element('g', { class: `dg-period${ends.gap ? ' dg-period-gap' : ''}` }, bar(x + 2, y - 6, 40, 12, ends));
  return [
    ...sign(
      'event',
      entries.some((entry) => !entry.isPeriod),
      (x, y) => element('circle', { class: 'dg-event-dot', cx: x + 22, cy: y, r: DOT }),
    ),
    ...sign(
      'period',
      periods.some(({ span, open, before }) => !span.gap && !open && !before),
      sample({ open: false, before: false, gap: false }),
    ),
    ...sign(
      'open',
      periods.some(({ span, open }) => !span.gap && open),
      sample({ open: true, before: false, gap: false }),
    ),
    ...sign(
      'before',
      periods.some(({ before }) => before),
      sample({ open: false, before: true, gap: false }),
    ),
    ...sign(
      'gap',
      periods.some(({ span }) => span.gap),
      sample({ open: false, before: false, gap: true }),
    ),
    ...sign(
      'feeling',
      entries.some(({ span }) => typeof span.feeling === 'number'),
      (x, y) => [
        element('path', {
          class: 'dg-feeling-line',
          d: `M${n(x + 4)} ${n(y + 5)}L${n(x + 22)} ${n(y - 5)}L${n(x + 40)} ${n(y + 3)}`,
        }),
        element('circle', { class: 'dg-feeling-dot', cx: x + 22, cy: y - 5, r: 4 }),
      ],
    ),
  ];
}
