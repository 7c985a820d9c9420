/**
 * A week at a glance: seven days, the times of day below each other, in each cell what is done then. What is the same
 * on consecutive days is drawn as one block.
 *
 * 1. cells are merged into blocks; 2. rows get the height that their texts need; 3. everything is drawn, with a legend of the
 * kinds that occur. A kind has a sign, not only a colour.
 *
 * Must not know: the form in which a week is filled in, the DOM.
 *
 * @typedef {import('./contract.js').Words} Words
 * @typedef {'care' | 'school' | 'work' | 'rest' | 'alone'} WeekKind
 * @typedef {{ day: string, row: string, text: string, kind?: WeekKind }} Cell
 * @typedef {{ title?: string, rows: { id: string, label: string }[], cells: Cell[] }} Week
 * @typedef {import('./contract.js').Problem} Problem
 */

import { keyOf } from './legend-key.js';
import { element, escape, n, picture, textLines, widthOf } from './svg.js';
import { DAYS, KINDS, blocksOf, runsOf } from './week-blocks.js';
import { dayName, summary } from './week-words.js';
import { wholeWeek } from './whole.js';

export { problems } from './week-blocks.js';
export { describe } from './week-words.js';

const MARGIN = 16;
const HEAD = 79; // px: the names of the rows
const DAY = 87;
const ROW = 26; // the names of the days
const LEAST = 40;
const PAD = 5;
const TITLE = 15;
const TEXT = { size: 12.5, leading: 16 };
const NAME = { size: 13, leading: 17 };

/**
 * @param {Week} written
 * @param {Words} words
 * @returns {{ svg: string, width: number, height: number, shapes: import('./svg.js').Box[] }}
 */
export function draw(written, words) {
  const data = wholeWeek(written);
  const left = MARGIN + HEAD;
  const right = left + DAY * DAYS.length;
  /** @type {string[]} */
  const drawn = [];
  /** @type {import('./svg.js').Box[]} */
  const shapes = [];
  let y = MARGIN;
  if (data.title) {
    drawn.push(textLines([data.title], { x: MARGIN, y, size: TITLE, class: 'dg-time-title' }));
    shapes.push({ id: 'title', kind: 'label', x: MARGIN, y, width: widthOf(data.title, TITLE), height: TITLE });
    y += TITLE + 13;
  }
  const top = y;
  DAYS.forEach((day, i) => {
    const x = left + DAY * i;
    drawn.push(element('rect', { class: `dg-week-head dg-week-head-${day}`, x, y, width: DAY, height: ROW }));
    drawn.push(
      textLines([dayName(day, words)], {
        x: x + DAY / 2,
        y: y + 6.5,
        size: NAME.size,
        class: 'dg-week-day',
        anchor: 'middle',
      }),
    );
  });
  y += ROW;

  const rules = [`M${n(MARGIN)} ${n(y)}H${n(right)}`];
  for (const row of blocksOf(data, { day: DAY, pad: PAD, text: TEXT, name: HEAD - 12 })) {
    const height = Math.max(LEAST, row.height + PAD * 2, row.lines.length * NAME.leading + PAD * 2);
    const names = y + (height - row.lines.length * NAME.leading) / 2 + 2;
    drawn.push(textLines(row.lines, { x: MARGIN, y: names, ...NAME, class: 'dg-lane-name' }));
    shapes.push({
      id: `row:${row.id}`,
      kind: 'label',
      x: MARGIN,
      y: names - 2,
      width: HEAD - 8,
      height: row.lines.length * NAME.leading,
    });
    for (const block of row.blocks) {
      const box = {
        x: left + DAY * block.from + PAD / 2,
        y: y + PAD + block.top,
        width: DAY * (block.to - block.from + 1) - PAD,
        height: row.blocks.length === 1 || block.alone ? height - PAD * 2 : block.height,
      };
      drawn.push(blockDrawn(block, box));
      shapes.push({ id: block.id, kind: 'symbol', ...box });
    }
    y += height;
    rules.push(`M${n(MARGIN)} ${n(y)}H${n(right)}`);
  }
  for (let i = 0; i <= DAYS.length; i++) rules.push(`M${n(left + DAY * i)} ${n(top)}V${n(y)}`);

  const width = right + MARGIN;
  const key = keyOf(words['map-legend'] ?? 'map-legend', legend(data, words), {
    x: MARGIN,
    y: y + MARGIN,
    width: width - MARGIN * 2,
  });
  const height = Math.ceil(y + MARGIN + (key.height > 0 ? key.height + MARGIN : 0));
  return {
    svg: picture({ kind: 'week', width, height, ...summary(data, words) }, [
      element('path', { class: 'dg-time-frame', d: rules.join('') }),
      ...drawn,
      key.svg,
    ]),
    width,
    height,
    shapes: [...shapes, ...key.boxes],
  };
}

/** @param {import('./week-blocks.js').WeekBlock} block @param {import('./geometry.js').Rect} box */
function blockDrawn({ kind, text, lines }, box) {
  const high = lines.length * TEXT.leading;
  const top = box.y + (box.height - high) / 2;
  return element('g', { class: `dg-week-block dg-week-${kind ?? 'plain'}` }, [
    element('title', {}, escape(text)),
    element('rect', { class: 'dg-week-box', ...box, rx: 2 }),
    ...(kind ? sign(kind, box.x + 10, top + TEXT.leading / 2) : []),
    textLines(lines, { x: box.x + (kind ? 19 : 6), y: top + 1.5, ...TEXT, class: 'dg-event-name' }),
  ]);
}

/**
 * The sign of a kind, 11 px: care a filled circle, school a square, work a diamond, rest a ring, alone a ring with a dot.
 * @param {WeekKind} kind @param {number} x  its middle @param {number} y
 */
function sign(kind, x, y) {
  const mark = { class: `dg-week-sign dg-week-sign-${kind}` };
  if (kind === 'school') return [element('rect', { ...mark, x: x - 4.5, y: y - 4.5, width: 9, height: 9 })];
  if (kind === 'work')
    return [
      element('path', {
        ...mark,
        d: `M${n(x)} ${n(y - 6)}L${n(x + 6)} ${n(y)}L${n(x)} ${n(y + 6)}L${n(x - 6)} ${n(y)}Z`,
      }),
    ];
  const ring = element('circle', { ...mark, cx: x, cy: y, r: 5 });
  return kind === 'alone' ? [ring, element('circle', { class: 'dg-week-dot', cx: x, cy: y, r: 1.7 })] : [ring];
}

/** @param {Week} data @param {Words} words @returns {import('./legend-key.js').Sign[]} */
function legend(data, words) {
  const used = new Set(data.rows.flatMap(({ id }) => runsOf(data, id)).map(({ kind }) => kind));
  return KINDS.filter((kind) => used.has(kind)).map((kind) => ({
    id: kind,
    text: words[`week-${kind}`] ?? kind,
    sample: (x, y) =>
      element('g', { class: `dg-week-block dg-week-${kind}` }, [
        element('rect', { class: 'dg-week-box', x: x + 8, y: y - 10, width: 28, height: 20, rx: 2 }),
        ...sign(kind, x + 22, y),
      ]),
  }));
}
