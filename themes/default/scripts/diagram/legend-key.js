/**
 * The legend below a drawing: for each sign in it a sample and its words. Short entries are side by side in even columns, long ones span several.
 *
 * Must not know: what the signs mean.
 *
 * @typedef {object} Sign
 * @property {string} id
 * @property {string} text
 * @property {(x: number, y: number) => string | string[]} sample  44 px wide; x: its left end, y: its middle
 */

import { element, n, textLines, widthOf, wrap } from './svg.js';

const SIZE = 12;
const LEADING = 16;
const SAMPLE = 44;
const BETWEEN = 10; // px from the sample to the words
const COLUMN = 102;
const ROW = 29;

/**
 * @param {string} title
 * @param {Sign[]} signs
 * @param {{ x: number, y: number, width: number }} at
 * @returns {{ svg: string, height: number, boxes: import('./svg.js').Box[] }}
 */
export function keyOf(title, signs, at) {
  if (signs.length === 0) return { svg: '', height: 0, boxes: [] };
  const columns = Math.max(1, Math.floor((at.width + BETWEEN) / COLUMN));
  const unit = (at.width + BETWEEN) / columns;
  const longest = Math.floor((at.width - SAMPLE - BETWEEN) / SIZE);
  const drawn = [
    element('path', { class: 'dg-legend-rule', d: `M${n(at.x)} ${n(at.y)}H${n(at.x + at.width)}` }),
    textLines([title], { x: at.x, y: at.y + 10, size: SIZE, class: 'dg-legend-title' }),
  ];
  /** @type {import('./svg.js').Box[]} */
  const boxes = [];
  let [column, y, height] = [0, at.y + 32, ROW];
  for (const { id, text, sample } of signs) {
    const lines = wrap(text, longest, 0);
    const width = SAMPLE + BETWEEN + Math.max(...lines.map((line) => widthOf(line, SIZE)));
    const span = Math.min(columns, Math.ceil((width + BETWEEN) / unit));
    if (column + span > columns) [column, y, height] = [0, y + height, ROW];
    height = Math.max(height, lines.length * LEADING + 8);
    const [x, middle] = [at.x + column * unit, y + ROW / 2];
    drawn.push(...[sample(x, middle)].flat());
    drawn.push(
      textLines(lines, {
        x: x + SAMPLE + BETWEEN,
        y: middle - LEADING / 2 + (LEADING - SIZE) / 2,
        size: SIZE,
        leading: LEADING,
        class: 'dg-legend-text',
      }),
    );
    boxes.push({ id: `legend:${id}`, kind: 'legend', x, y, width, height: Math.max(ROW - 2, lines.length * LEADING) });
    column += span;
  }
  return { svg: element('g', { class: 'dg-legend' }, drawn), height: y + height - at.y, boxes };
}
