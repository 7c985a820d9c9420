/**
 * A legend below a picture: of the signs that stand in it, each a sample and its words, in columns.
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
const COLUMN_GAP = 26;
const WRAP = 18; // characters of a line

/**
 * @param {string} title
 * @param {Sign[]} signs
 * @param {{ x: number, y: number, width: number }} at
 * @returns {{ svg: string, height: number, boxes: import('./svg.js').Box[] }}
 */
export function legendGrid(title, signs, at) {
  if (signs.length === 0) return { svg: '', height: 0, boxes: [] };
  const entries = signs.map((sign) => ({ ...sign, lines: wrap(sign.text, WRAP) }));
  const widest = Math.max(...entries.map(({ lines }) => Math.max(...lines.map((line) => widthOf(line, SIZE)))));
  const column = SAMPLE + BETWEEN + widest;
  const fitting = Math.max(1, Math.floor((at.width + COLUMN_GAP) / (column + COLUMN_GAP)));
  const rows = Math.ceil(entries.length / fitting);
  const columns = Math.ceil(entries.length / rows);
  /** @type {import('./svg.js').Box[]} */
  const boxes = [];
  const drawn = [
    element('path', { class: 'dg-legend-rule', d: `M${n(at.x)} ${n(at.y)}H${n(at.x + at.width)}` }),
    textLines([title], { x: at.x, y: at.y + 10, size: SIZE, class: 'dg-legend-title' }),
  ];
  let y = at.y + 34;
  for (let row = 0; row < rows; row++) {
    const inRow = entries.slice(row * columns, (row + 1) * columns);
    const height = Math.max(28, ...inRow.map(({ lines }) => lines.length * LEADING + 6));
    inRow.forEach(({ id, lines, sample }, i) => {
      const x = at.x + i * (column + COLUMN_GAP);
      const middle = y + height / 2;
      const top = middle - (lines.length * LEADING) / 2 + (LEADING - SIZE) / 2;
      drawn.push(...[sample(x, middle)].flat());
      drawn.push(textLines(lines, { x: x + SAMPLE + BETWEEN, y: top, size: SIZE, leading: LEADING, class: 'dg-legend-text' }));
      boxes.push({ id: `legend:${id}`, kind: 'legend', x, y, width: column, height });
    });
    y += height;
  }
  return { svg: element('g', { class: 'dg-legend' }, drawn), height: y - at.y, boxes };
}
