/**
 * How much room each person takes: the symbol's size and edges, the lines of the label, and how far both reach to the
 * left and to the right of the middle.
 *
 * Must not know: coordinates.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {'square' | 'circle' | 'triangle' | 'arch'} Shape
 *
 * @typedef {object} Measured
 * @property {string} id
 * @property {Shape} shape
 * @property {boolean} query    a ? instead of an age (unknown gender, McGoldrick's way)
 * @property {number} radius    of the symbol itself
 * @property {number} half      with the outline of an index person
 * @property {string[]} label
 * @property {string[]} note
 * @property {number} labelWidth
 * @property {number} labelHeight
 * @property {boolean} beside   the label is right of a line that goes straight down
 * @property {number} left      px from the middle to the left end
 * @property {number} right
 */

import { widthOf, wrap } from './svg.js';

export const RADIUS = 20;
export const OUTLINE = 5; // between the two outlines of an index person
export const LABEL = { size: 13, leading: 17 };
export const NOTE = { size: 12, leading: 15 };
const SMALL = { pregnancy: 13, stillbirth: 10 };
const BESIDE = 9; // px from a line to the label beside it
const CHARACTERS = 8;

/**
 * @param {Family} family
 * @param {number} [characters]  of a line
 * @returns {Map<string, Measured>}
 */
export function measure(family, characters = CHARACTERS) {
  /** @type {Map<string, Measured>} */
  const measured = new Map();
  for (const person of family.persons.values()) {
    const unions = family.unionsOf.get(person.id) ?? [];
    const beside = unions.length === 1 && unions[0].partners.length === 1 && unions[0].children.length > 0;
    const radius = person.stillbirth ? SMALL.stillbirth : person.pregnancy ? SMALL.pregnancy : RADIUS;
    const half = radius + (person.index ? OUTLINE : 0);
    const label = person.label ? wrap(person.label, characters) : [];
    const note = person.note ? wrap(person.note, characters + 1) : [];
    const labelWidth = Math.ceil(
      Math.max(0, ...label.map((line) => widthOf(line, LABEL.size)), ...note.map((line) => widthOf(line, NOTE.size))),
    );
    measured.set(person.id, {
      id: person.id,
      shape: shapeOf(person, family.profile),
      query: family.profile === 'mcgoldrick' && genderOf(person) === 'unknown' && !person.pregnancy,
      radius,
      half,
      label,
      note,
      labelWidth,
      labelHeight: label.length * LABEL.leading + note.length * NOTE.leading,
      beside,
      left: beside ? half : Math.max(half, labelWidth / 2),
      right: beside ? Math.max(half, BESIDE + labelWidth) : Math.max(half, labelWidth / 2),
    });
  }
  return measured;
}

/** @param {Measured} person @param {number} x  of the person's middle @returns {number}  left end of the label */
export function labelLeft(person, x) {
  return person.beside ? x + BESIDE : x - person.labelWidth / 2;
}

/** @param {Person} person */
export function genderOf(person) {
  return person.gender === 'male' || person.gender === 'female' || person.gender === 'nonbinary'
    ? person.gender
    : 'unknown';
}

/** @param {Person} person @param {'jp' | 'mcgoldrick'} profile @returns {Shape} */
export function shapeOf(person, profile) {
  if (person.pregnancy) return 'triangle';
  const gender = genderOf(person);
  if (gender === 'unknown') return profile === 'jp' ? 'triangle' : 'square';
  return gender === 'male' ? 'square' : gender === 'female' ? 'circle' : 'arch';
}

/** Height above the middle (positive) where a vertical line `dx` px aside meets the symbol. @param {Measured} person @param {number} dx */
export function topEdge(person, dx) {
  const { half, shape } = person;
  if (shape === 'square') return half;
  const off = Math.min(Math.abs(dx), half);
  return shape === 'triangle' ? half - off * 2 : Math.sqrt(half * half - off * off);
}

/** Depth below the middle where a vertical line `dx` px aside leaves the symbol. @param {Measured} person @param {number} dx */
export function bottomEdge(person, dx) {
  const { half, shape } = person;
  const off = Math.min(Math.abs(dx), half);
  return shape === 'circle' ? Math.sqrt(half * half - off * off) : half;
}
