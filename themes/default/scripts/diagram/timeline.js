/**
 * A timeline: what happened and what lasted, by lanes (life, home, school, work, health, support) from left to right,
 * with unknown times, and below, if known, how the person felt.
 *
 * 1. `timeline-dates.js` reads the dates, `timeline-layout.js` orders and positions the entries;
 * 2. lanes, entries, the line of feelings and the legend are drawn.
 *
 * Must not know: stages of a case (what is not shown yet is removed before), the clock, the DOM.
 *
 * @typedef {import('./contract.js').Words} Words
 * @typedef {import('./timeline-layout.js').Timeline} Timeline
 * @typedef {import('./timeline-layout.js').TimelineEntry} TimelineEntry
 * @typedef {import('./timeline-entries.js').Drawn} Drawn
 */

import { keyOf } from './legend-key.js';
import { element, n, picture, textLines, widthOf } from './svg.js';
import { AXIS_SIZE, ticksOf, unitWidth } from './timeline-axis.js';
import { feelingLine } from './timeline-feelings.js';
import { entryOf, signs } from './timeline-entries.js';
import { LANES, axisOf, entriesOf, stack } from './timeline-layout.js';
import { summary } from './timeline-words.js';
import { wholeTimeline } from './whole.js';

export { describe } from './timeline-words.js';
export { problems } from './timeline-problems.js';

const MARGIN = 16;
const HEAD = 86; // px: the names of the lanes
const TITLE = 15;
const ROW = 24; // px of the axis
const PAD = 9; // above and below what is in a lane
const EMPTY = 120; // px, of a drawing without an axis

/**
 * @param {Timeline} written
 * @param {Words} words
 * @returns {{ svg: string, width: number, height: number, shapes: import('./svg.js').Box[] }}
 */
export function draw(written, words) {
  const data = wholeTimeline(written, words);
  const axis = axisOf(data);
  const entries = axis ? entriesOf(data, axis) : [];
  const units = axis ? axis.end.at + axis.end.size - axis.start.at : 1;
  const unit = unitWidth(units, data.unit);
  const left = MARGIN + HEAD;
  const right = Math.round((left + (axis ? units * unit : EMPTY)) * 10) / 10;
  const x = (/** @type {number} */ at) => left + (at - (axis?.start.at ?? 0)) * unit;
  /** @type {Drawn} */
  const all = { svg: [], shapes: [] };

  let y = MARGIN;
  if (data.title) {
    all.svg.push(textLines([data.title], { x: MARGIN, y, size: TITLE, class: 'dg-time-title' }));
    all.shapes.push({ id: 'title', kind: 'label', x: MARGIN, y, width: widthOf(data.title, TITLE), height: TITLE });
    y += TITLE + 13;
  }
  const { ticks, years } = axis ? ticksOf(axis, data.unit, unit, words) : { ticks: [], years: [] };
  const top = y;
  for (const row of [years, ticks]) {
    if (row.length === 0) continue;
    all.svg.push(...row.map((tick) => cell(tick, x, y)));
    y += ROW;
  }

  const lanes = LANES.filter((lane) => entries.some((entry) => entry.lane === lane));
  const bands = lanes.map((lane) => {
    const inside = entries.filter((entry) => entry.lane === lane).map((entry) => entryOf(entry, x, { left, right }));
    const { tops, height } = stack(
      inside.map(({ box }) => box),
      8,
      6,
    );
    const band = { lane, y, height: Math.max(20, height) + PAD * 2 };
    inside.forEach(({ at }, i) => append(all, at(y + PAD + tops[i])));
    y += band.height;
    return band;
  });
  const feelings = feelingLine(entries, x, { left, right, top: y }, words);
  if (feelings) append(all, feelings);
  const bottom = y + (feelings?.height ?? 0);
  const frame = [...bands, ...(feelings ? [{ lane: 'feeling', y, height: feelings.height }] : [])];

  const width = Math.ceil(Math.max(right, left + EMPTY * 3) + MARGIN);
  const key = keyOf(words['map-legend'] ?? 'map-legend', signs(entries, words), {
    x: MARGIN,
    y: bottom + MARGIN,
    width: width - MARGIN * 2,
  });
  const height = Math.ceil(bottom + MARGIN + (key.height > 0 ? key.height + MARGIN : 0));
  return {
    svg: picture({ kind: 'timeline', width, height, ...summary(data, words) }, [
      ...grounds(frame, ticks, x, { left, right, top, bottom }, words, all),
      ...all.svg,
      key.svg,
    ]),
    width,
    height,
    shapes: [...all.shapes, ...key.boxes],
  };
}

/** @param {Drawn} all @param {Drawn} more */
function append(all, more) {
  all.svg.push(...more.svg);
  all.shapes.push(...more.shapes);
}

/** One cell of the axis. @param {import('./timeline-axis.js').Tick} tick @param {(at: number) => number} x @param {number} y */
function cell({ from, to, text }, x, y) {
  const [start, width] = [x(from), x(to) - x(from)];
  const fits = widthOf(text, AXIS_SIZE) + 4 <= width;
  return element('g', { class: 'dg-time-cell' }, [
    element('rect', { class: 'dg-time-cell-box', x: start, y, width, height: ROW }),
    fits
      ? textLines([text], {
          x: start + width / 2,
          y: y + 6,
          size: AXIS_SIZE,
          class: 'dg-time-cell-text',
          anchor: 'middle',
        })
      : '',
  ]);
}

/**
 * What is drawn behind all: the bands of the lanes with their names, and a fine line where a unit begins.
 * @param {{ lane: string, y: number, height: number }[]} bands
 * @param {import('./timeline-axis.js').Tick[]} ticks
 * @param {(at: number) => number} x
 * @param {{ left: number, right: number, top: number, bottom: number }} plot
 * @param {Words} words
 * @param {Drawn} all
 */
function grounds(bands, ticks, x, plot, words, all) {
  const drawn = bands.map(({ lane, y, height }, i) => {
    const name = words[`time-lane-${lane}`] ?? lane;
    all.shapes.push({
      id: `lane:${lane}`,
      kind: 'label',
      x: MARGIN,
      y: y + height / 2 - 7,
      width: HEAD - 8,
      height: 14,
    });
    return element('g', { class: 'dg-lane' }, [
      element('rect', {
        class: i % 2 === 0 ? 'dg-lane-ground' : 'dg-lane-ground dg-lane-other',
        x: MARGIN,
        y,
        width: plot.right - MARGIN,
        height,
      }),
      lane === 'feeling'
        ? ''
        : textLines([name], { x: MARGIN + 8, y: y + height / 2 - 7, size: 13, class: 'dg-lane-name' }),
    ]);
  });
  const top = bands[0]?.y ?? plot.bottom;
  const fine = ticks.map(({ from }) => `M${n(x(from))} ${n(top)}V${n(plot.bottom)}`).join('');
  const rules = bands.map(({ y, height }) => `M${n(MARGIN)} ${n(y + height)}H${n(plot.right)}`).join('');
  return [
    ...drawn,
    fine ? element('path', { class: 'dg-time-grid', d: fine }) : '',
    element('path', {
      class: 'dg-time-frame',
      d: `${rules}M${n(MARGIN)} ${n(top)}V${n(plot.bottom)}M${n(plot.right)} ${n(plot.top)}V${n(plot.bottom)}M${n(plot.left)} ${n(plot.top)}V${n(plot.bottom)}`,
    }),
  ];
}
