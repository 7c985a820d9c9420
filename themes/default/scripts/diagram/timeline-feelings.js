/**
 * How the person felt, as a line below a timeline: five heights, a dot for each entry with a feeling, broken where
 * nothing is known.
 *
 * Must not know: the lanes.
 *
 * @typedef {import('./timeline-layout.js').TimelineEntry} TimelineEntry
 */

import { element, escape, n, textLines } from './svg.js';

const STEP = 22; // px from one height to the next
const PAD = 16;
const DOT = 4;
const APART = 10; // px between two dots, if there is room for it
const LEVELS = [2, 1, 0, -1, -2];
const SIZE = 12; // px of type

/** @param {TimelineEntry[]} entries @returns {(TimelineEntry & { feeling: number })[]} in the order of time */
function felt(entries) {
  return entries
    .filter(({ span }) => typeof span.feeling === 'number' && Number.isFinite(span.feeling))
    .map((entry) => ({ ...entry, feeling: Math.max(-2, Math.min(2, Math.round(entry.span.feeling ?? 0))) }))
    .sort((a, b) => a.at - b.at);
}

/**
 * @param {TimelineEntry[]} entries
 * @param {(at: number) => number} x
 * @param {{ left: number, right: number, top: number }} plot
 * @param {Record<string, string>} words
 * @returns {import('./timeline-entries.js').Drawn & { height: number } | undefined}  undefined if no one says
 */
export function feelingLine(entries, x, plot, words) {
  const points = felt(entries);
  if (points.length === 0) return undefined;
  const places = apart(
    points.map(({ at }) => x(at)),
    plot.left + DOT + 2,
    plot.right - DOT - 2,
  );
  const y = (/** @type {number} */ level) => plot.top + PAD + STEP * (2 - level);
  const gaps = entries.filter(({ span }) => span.gap);
  let line = '';
  points.forEach((point, i) => {
    const before = points[i - 1];
    const broken = !before || gaps.some(({ from, to }) => from >= before.at - 1e-9 && to <= point.at + 1e-9);
    line += `${broken ? 'M' : 'L'}${n(places[i])} ${n(y(point.feeling))}`;
  });
  const levels = LEVELS.map((level) => `M${n(plot.left)} ${n(y(level))}H${n(plot.right)}`);
  const ends = [2, 0, -2].map((level) => {
    const text = words[`time-feeling-${level < 0 ? 'low' : ''}${Math.abs(level)}`] ?? String(level);
    return textLines([text], {
      x: plot.left - 6,
      y: y(level) - SIZE / 2 - 0.5,
      size: SIZE,
      class: 'dg-feeling-name',
      anchor: 'end',
    });
  });
  return {
    height: PAD * 2 + STEP * 4,
    svg: [
      element('path', { class: 'dg-feeling-levels', d: levels.filter((_, i) => i !== 2).join('') }),
      element('path', { class: 'dg-feeling-zero', d: levels[2] }),
      ...ends,
      element('path', { class: 'dg-feeling-line', d: line }),
      ...points.map(({ span, feeling }, i) =>
        element(
          'circle',
          { class: 'dg-feeling-dot', cx: places[i], cy: y(feeling), r: DOT },
          element('title', {}, escape(span.label)),
        ),
      ),
    ],
    shapes: points.map(({ span, feeling }, i) => ({
      id: `${span.id}:feeling`,
      kind: 'point',
      x: places[i] - DOT,
      y: y(feeling) - DOT,
      width: DOT * 2,
      height: DOT * 2,
    })),
  };
}

/** Moves dots that are too near to the right, and back from the edge. @param {number[]} places @param {number} left @param {number} right */
function apart(places, left, right) {
  const step = Math.min(APART, (right - left) / Math.max(1, places.length - 1));
  const moved = places.map((place) => Math.max(left, place));
  for (let i = 1; i < moved.length; i++) moved[i] = Math.max(moved[i], moved[i - 1] + step);
  let limit = right;
  for (let i = moved.length - 1; i >= 0 && moved[i] > limit; i--) {
    moved[i] = limit;
    limit -= step;
  }
  return moved;
}
