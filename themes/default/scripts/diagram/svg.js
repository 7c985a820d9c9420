/**
 * SVG as text, for every diagram: numbers, escaping, elements, and how wide and how high a text will
 * be (`text.js` has the breaking of lines).
 *
 * Must not know: any diagram, the DOM, a locale. The same input gives the same bytes in every engine.
 *
 * @typedef {Record<string, string | number | undefined>} Attributes
 *
 * @typedef {object} Box  what a geometric test looks at
 * @property {string} id
 * @property {string} kind  symbol, label, …
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 */

export { widthOf, wrap } from './text.js';

const SPECIAL = /[&<>"'\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * A coordinate, to a tenth of a pixel; never "-0", never an exponent.
 * @param {number} number
 * @returns {string}
 */
export function n(number) {
  const rounded = Math.round(number * 10) / 10;
  return Number.isFinite(rounded) && Math.abs(rounded) < 1e15 ? String(rounded === 0 ? 0 : rounded) : '0';
}

/**
 * For text and for attributes. What XML does not allow (control characters, half a surrogate pair) is left out.
 * @param {string} text
 * @returns {string}
 */
export function escape(text) {
  if (!SPECIAL.test(text)) return String(text);
  let out = '';
  for (const character of String(text)) {
    const code = character.codePointAt(0) ?? 0;
    const allowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code > 0xdfff && code < 0xfffe) ||
      code > 0xffff;
    if (allowed) out += ENTITIES.get(character) ?? character;
  }
  return out;
}

/**
 * One element. Attributes that are undefined are left out, numbers go through `n`, strings are escaped; children are
 * SVG already (escape your text).
 * @param {string} name
 * @param {Attributes} [attributes]
 * @param {string | string[]} [children]
 * @returns {string}
 */
export function element(name, attributes = {}, children = '') {
  let opening = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) opening += ` ${key}="${typeof value === 'number' ? n(value) : escape(value)}"`;
  }
  const inside = typeof children === 'string' ? children : children.join('');
  return inside === '' ? `${opening}/>` : `${opening}>${inside}</${name}>`;
}

/**
 * Lines of text, one below the other.
 * @param {string[]} lines
 * @param {{ x: number, y: number, size: number, class: string, leading?: number, anchor?: 'start' | 'middle' | 'end' }} at
 *   y: top of the first line; the font's size is set by the class, `size` only places the baselines
 * @returns {string}
 */
export function textLines(lines, at) {
  const leading = at.leading ?? at.size * 1.35;
  const spans = lines.map((line, i) =>
    element('tspan', { x: at.x, y: at.y + at.size * 0.88 + i * leading }, escape(line)),
  );
  const anchor = at.anchor === undefined || at.anchor === 'start' ? undefined : at.anchor;
  return element('text', { class: at.class, 'text-anchor': anchor }, spans);
}

/**
 * The whole drawing.
 * @param {{ kind: string, width: number, height: number, title: string, desc: string }} about
 * @param {string[]} children
 * @returns {string}
 */
export function picture(about, children) {
  const { kind, width, height, title, desc } = about;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `dg dg-${kind}`,
      viewBox: `0 0 ${n(width)} ${n(height)}`,
      width,
      height,
      role: 'img',
    },
    [element('title', {}, escape(title)), element('desc', {}, escape(desc)), ...children],
  );
}

/**
 * A zigzag between two points, as the points of a polyline.
 * @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2
 * @param {number} [step]    px from one turn to the next along the line
 * @param {number} [height]  px off the line
 * @returns {string}
 */
export function zigzag(x1, y1, x2, y2, step = 7, height = 4.5) {
  const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
  const turns = Math.max(2, Math.round(length / step));
  if (length === 0) return `${n(x1)},${n(y1)}`;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const points = [`${n(x1)},${n(y1)}`];
  for (let i = 1; i < turns; i++) {
    const along = (length * i) / turns;
    const off = i % 2 === 0 ? -height : height;
    points.push(`${n(x1 + ux * along - uy * off)},${n(y1 + uy * along + ux * off)}`);
  }
  points.push(`${n(x2)},${n(y2)}`);
  return points.join(' ');
}
