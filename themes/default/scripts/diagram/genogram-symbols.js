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
 * @returns {string[]}
 */
export function symbol(person, size, { x, y }) {
  const { shape, radius } = size;
  const parts = [];
  if (person.index) parts.push(outline(shape, x, y, radius + (radius < 20 ? OUTLINE - 1.5 : OUTLINE), 'dg-shape dg-index'));
  parts.push(outline(shape, x, y, radius, 'dg-shape'));
  if (person.trans && !person.pregnancy) parts.push(outline(person.trans === 'male' ? 'square' : 'circle', x, y, radius * 0.62, 'dg-shape dg-assigned'));
  if (isDead(person) || person.stillbirth) parts.push(cross(shape, x, y, radius));
  const inside = size.query ? '?' : ageOf(person);
  if (inside !== '' && radius >= 20) {
    const small = person.trans !== undefined || inside.length > 2;
    // A triangle is widest below its middle.
    const middle = y + (shape === 'triangle' ? 7 : shape === 'arch' ? 1 : 0);
    parts.push(element('text', { class: small ? 'dg-age dg-age-small' : 'dg-age', x, y: middle + (small ? SMALL_AGE : AGE) * 0.36, 'text-anchor': 'middle' }, inside));
  }
  return parts;
}

/** What stands inside: the age, of a dead person the age at death. @param {Person} person */
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
  if (shape === 'arch') return element('path', { class: name, d: `M${n(x - r)} ${n(y + r)}V${n(y)}A${n(r)} ${n(r)} 0 0 1 ${n(x + r)} ${n(y)}V${n(y + r)}Z` });
  return element('path', { class: name, d: `M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y + r)}H${n(x - r)}Z` });
}

/** From edge to edge. @param {Shape} shape @param {number} x @param {number} y @param {number} r */
function cross(shape, x, y, r) {
  const d = shape === 'circle' ? r * Math.SQRT1_2 : r;
  const top = shape === 'triangle' ? 0 : shape === 'arch' ? -r * Math.SQRT1_2 : -d;
  const across = shape === 'triangle' ? r / 2 : shape === 'arch' ? r * Math.SQRT1_2 : d;
  return element('path', { class: 'dg-death', d: `M${n(x - across)} ${n(y + top)}L${n(x + d)} ${n(y + d)}M${n(x + across)} ${n(y + top)}L${n(x - d)} ${n(y + d)}` });
}

/**
 * @param {import('./genogram-layout.js').Placed} person
 * @returns {string[]}
 */
export function labelOf(person) {
  const { label, note, labelX, labelY, labelWidth, beside } = person;
  /** @type {{ x: number, anchor: 'start' | 'middle' }} */
  const at = beside ? { x: labelX, anchor: 'start' } : { x: labelX + labelWidth / 2, anchor: 'middle' };
  const parts = [];
  if (label.length > 0) parts.push(textLines(label, { ...at, y: labelY + 1, ...LABEL, class: 'dg-label' }));
  if (note.length > 0) parts.push(textLines(note, { ...at, y: labelY + label.length * LABEL.leading + 1, ...NOTE, class: 'dg-note' }));
  return parts;
}
