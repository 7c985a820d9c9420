/**
 * The symbol of one person: shape, outline of an index person, shape inside, age, the cross of a death; and the label.
 *
 * Must not know: other persons, the layout.
 *
 * @typedef {import('./genogram-measure.js').Measured} Measured
 * @typedef {import('./genogram-measure.js').Shape} Shape
 * @typedef {import('./genogram-model.js').Person} Person
 */

import { isDead } from './genogram-model.js';
import { LABEL, NOTE, OUTLINE } from './genogram-measure.js';
import { element, n, textLines } from './svg.js';

const AGE = 14;
const SMALL_AGE = 12;

/**
 * @param {Person} person
 * @param {Pick<Measured, 'shape' | 'radius' | 'query'>} size
 * @param {{ x: number, y: number }} at  its middle
 * @param {number[]} [quarters]  filled for conditions: 0 upper left, 1 lower left, 2 upper right, 3 lower right
 * @returns {string[]}
 */
export function symbol(person, size, { x, y }, quarters = []) {
  const { shape, radius } = size;
  const parts = [];
  if (person.index)
    parts.push(outline(shape, x, y, radius + (radius < 20 ? OUTLINE - 1.5 : OUTLINE), 'dg-shape dg-index'));
  parts.push(outline(shape, x, y, radius, 'dg-shape'));
  parts.push(
    ...quarters.map((quarter) =>
      element('path', { class: 'dg-condition', d: quarterPath(shape, quarter, x, y, radius) }),
    ),
  );
  if (person.trans && !person.pregnancy)
    parts.push(outline(person.trans === 'male' ? 'square' : 'circle', x, y, radius * 0.62, 'dg-shape dg-assigned'));
  if (isDead(person) || person.stillbirth) parts.push(cross(shape, x, y, radius));
  const inside = size.query ? '?' : ageOf(person);
  if (inside !== '' && radius >= 20) {
    const small = person.trans !== undefined || inside.length > 2;
    // A triangle is widest below its middle.
    const middle = y + (shape === 'triangle' ? 7 : shape === 'arch' ? 1 : 0);
    parts.push(
      element(
        'text',
        {
          class: small ? 'dg-age dg-age-small' : 'dg-age',
          x,
          y: middle + (small ? SMALL_AGE : AGE) * 0.36,
          'text-anchor': 'middle',
        },
        inside,
      ),
    );
  }
  return parts;
}

/** What is inside: the age, of a dead person the age at death. @param {Person} person */
export function ageOf(person) {
  if (person.pregnancy || person.stillbirth) return '';
  if (isDead(person)) return typeof person.died === 'number' ? n(person.died) : '';
  return typeof person.age === 'number' ? n(person.age) : '';
}

/**
 * @param {Shape} shape @param {number} x @param {number} y @param {number} r @param {string} name  class
 * @returns {string}
 */
function outline(shape, x, y, r, name) {
  if (shape === 'circle') return element('circle', { class: name, cx: x, cy: y, r });
  if (shape === 'square') return element('rect', { class: name, x: x - r, y: y - r, width: r * 2, height: r * 2 });
  if (shape === 'arch')
    return element('path', {
      class: name,
      d: `M${n(x - r)} ${n(y + r)}V${n(y)}A${n(r)} ${n(r)} 0 0 1 ${n(x + r)} ${n(y)}V${n(y + r)}Z`,
    });
  return element('path', { class: name, d: `M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y + r)}H${n(x - r)}Z` });
}

/** @param {Shape} shape @param {number} quarter @param {number} x @param {number} y @param {number} r */
function quarterPath(shape, quarter, x, y, r) {
  const side = quarter < 2 ? -1 : 1;
  const isUpper = quarter % 2 === 0;
  const down = isUpper ? -1 : 1;
  const [edge, end] = [n(x + side * r), n(y + down * r)];
  const middle = `M${n(x)} ${n(y)}`;
  if (shape === 'circle' || (shape === 'arch' && isUpper))
    return `${middle}H${edge}A${n(r)} ${n(r)} 0 0 ${side * down > 0 ? 1 : 0} ${n(x)} ${end}Z`;
  if (shape !== 'triangle') return `${middle}H${edge}V${end}H${n(x)}Z`;
  return isUpper
    ? `${middle}H${n(x + (side * r) / 2)}L${n(x)} ${end}Z`
    : `${middle}H${n(x + (side * r) / 2)}L${edge} ${end}H${n(x)}Z`;
}

/** From edge to edge. @param {Shape} shape @param {number} x @param {number} y @param {number} r */
function cross(shape, x, y, r) {
  const d = shape === 'circle' ? r * Math.SQRT1_2 : r;
  const top = shape === 'triangle' ? 0 : shape === 'arch' ? -r * Math.SQRT1_2 : -d;
  const across = shape === 'triangle' ? r / 2 : shape === 'arch' ? r * Math.SQRT1_2 : d;
  return element('path', {
    class: 'dg-death',
    d: `M${n(x - across)} ${n(y + top)}L${n(x + d)} ${n(y + d)}M${n(x + across)} ${n(y + top)}L${n(x - d)} ${n(y + d)}`,
  });
}

/**
 * @param {import('./genogram-layout.js').Placed} person
 * @param {string} letter  what is shown instead where names are left out
 * @returns {string[]}
 */
export function labelOf(person, letter) {
  const { label, note, labelX, labelY, labelWidth, beside } = person;
  /** @type {{ x: number, anchor: 'start' | 'middle' }} */
  const at = beside ? { x: labelX, anchor: 'start' } : { x: labelX + labelWidth / 2, anchor: 'middle' };
  const parts = [];
  if (letter !== '') parts.push(textLines([letter], { ...at, y: labelY + 1, ...LABEL, class: 'dg-letter' }));
  if (label.length > 0) parts.push(textLines(label, { ...at, y: labelY + 1, ...LABEL, class: 'dg-label' }));
  if (note.length > 0)
    parts.push(textLines(note, { ...at, y: labelY + label.length * LABEL.leading + 1, ...NOTE, class: 'dg-note' }));
  return parts;
}
