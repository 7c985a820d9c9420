/**
 * Which signs occur in a genogram, each with a sample; ids are the keys of their words.
 *
 * Must not know: where anything stands, the words.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {Omit<import('./legend-key.js').Sign, 'text'>} Sample
 */

import { RELATION_KINDS, isDead } from './genogram-model.js';
import { genderOf } from './genogram-measure.js';
import { childLine, marks, path, unionLine } from './genogram-lines.js';
import { ageOf, symbol } from './genogram-symbols.js';
import { relationLine } from './genogram-ties.js';
import { element } from './svg.js';

const SMALL = 9;
/** @type {Record<string, import('./genogram-measure.js').Shape>} */
const SHAPES = { male: 'square', female: 'circle', nonbinary: 'arch', unknown: 'triangle' };

/**
 * @param {Family} family
 * @returns {{ persons: Sample[], relations: Sample[] }}
 */
export function legend(family) {
  const persons = [...family.persons.values()];
  const unions = family.unions.filter(({ partners }) => partners.length === 2).map(({ kind }) => kind);
  const children = family.unions.flatMap((union) => union.children);
  const twinned = family.unions.filter(({ twins }) => twins.size > 1).flatMap((union) => union.children.filter(({ id }) => union.twins.has(id)));
  const plain = persons.filter(({ pregnancy, stillbirth }) => !pregnancy && !stillbirth);
  /** @type {(Sample | false)[]} */
  const found = [
    ...Object.keys(SHAPES).map((gender) => plain.some((person) => genderOf(person) === gender) && genderSample(gender, family.profile)),
    ...['male', 'female'].map((assigned) => persons.some(({ trans }) => trans === assigned) && personSample(`geno-assigned-${assigned}`, { trans: assigned }, assigned === 'male' ? 'circle' : 'square')),
    persons.some(({ index }) => index) && personSample('geno-index', { index: true }, 'square'),
    persons.some((person) => ageOf(person) !== '' && !isDead(person)) && { id: 'geno-age', sample: (x, y) => element('text', { class: 'dg-age', x: x + 22, y: y + 5, 'text-anchor': 'middle' }, '13') },
    persons.some(isDead) && persons.every((person) => !isDead(person) || ageOf(person) === '') && personSample('geno-death', { died: true }, 'square'),
    persons.some((person) => isDead(person) && ageOf(person) !== '') && personSample('geno-death-age', { died: true }, 'square'),
    persons.some(({ pregnancy }) => pregnancy) && personSample('geno-pregnancy', { pregnancy: true }, 'triangle', 7),
    persons.some(({ stillbirth }) => stillbirth) && personSample('geno-stillbirth', { stillbirth: true }, 'square', 6),
    .../** @type {const} */ (['married', 'cohabiting', 'separated', 'divorced', 'reunited', 'dating']).map((kind) => unions.includes(kind) && unionSample(kind)),
    .../** @type {const} */ (['biological', 'adopted', 'foster']).map((kind) => children.some((child) => child.kind === kind) && children.some((child) => child.kind !== 'biological') && childSample(kind)),
    twinned.some(({ identical }) => !identical) && twinSample(false),
    twinned.some(({ identical }) => identical) && twinSample(true),
    family.households.length > 0 && { id: 'geno-household', sample: (x, y) => element('rect', { class: 'dg-household', x: x + 6, y: y - 9, width: 32, height: 18, rx: 6 }) },
  ];
  return {
    persons: found.filter((sample) => sample !== false),
    relations: /** @type {import('./genogram-model.js').RelationKind[]} */ (RELATION_KINDS).filter((kind) => family.relations.some((one) => one.kind === kind)).map((kind) => (
      { id: `geno-${kind}`, sample: (x, y) => relationLine(kind, [{ x, y }, { x: x + 22, y }, { x: x + 44, y }]) }
    )),
  };
}

/** @param {string} gender @param {'jp' | 'mcgoldrick'} profile @returns {Sample} */
function genderSample(gender, profile) {
  if (gender !== 'unknown' || profile === 'jp') return personSample(`geno-${gender}`, {}, SHAPES[gender]);
  return {
    id: 'geno-unknown',
    sample: (x, y) => [...symbol({ id: '' }, { shape: 'square', radius: SMALL, query: true }, { x: x + 22, y }), element('text', { class: 'dg-age dg-age-small', x: x + 22, y: y + 4, 'text-anchor': 'middle' }, '?')],
  };
}

/** @param {string} id @param {Record<string, unknown>} person @param {import('./genogram-measure.js').Shape} shape @param {number} [radius] @returns {Sample} */
function personSample(id, person, shape, radius = SMALL) {
  return { id, sample: (x, y) => symbol(/** @type {Person} */ ({ id: '', ...person }), { shape, radius, query: false }, { x: x + 22, y }) };
}

/** @param {import('./genogram-model.js').UnionKind} kind @returns {Sample} */
function unionSample(kind) {
  return {
    id: `geno-${kind}`,
    sample: (x, y) => [unionLine(kind, [{ x: x + 2, y: y - 7 }, { x: x + 2, y: y + 4 }, { x: x + 42, y: y + 4 }, { x: x + 42, y: y - 7 }]), ...marks(kind, x + 22, y + 4)],
  };
}

/** @param {import('./genogram-model.js').ChildKind} kind @returns {Sample} */
function childSample(kind) {
  return { id: `geno-${kind}`, sample: (x, y) => childLine(kind, { x: x + 22, y: y - 11 }, { x: x + 22, y: y + 11 }) };
}

/** @param {boolean} identical @returns {Sample} */
function twinSample(identical) {
  return {
    id: identical ? 'geno-identical' : 'geno-twins',
    sample: (x, y) => [
      path('dg-line', [{ x: x + 8, y: y + 9 }, { x: x + 22, y: y - 9 }, { x: x + 36, y: y + 9 }]),
      ...(identical ? [path('dg-line', [{ x: x + 14.2, y: y + 1 }, { x: x + 29.8, y: y + 1 }])] : []),
    ],
  };
}
