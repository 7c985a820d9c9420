/**
 * Which signs occur in a genogram, each with a sample; ids are the keys of their words.
 *
 * Must not know: where anything is, the words.
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {Omit<import('./legend-key.js').Sign, 'text'> & { text?: string }} Sample  text: where it is the author's
 */

import { RELATION_KINDS, isDead } from './genogram-model.js';
import { genderOf, shapeOf } from './genogram-measure.js';
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
  const twinned = family.unions
    .filter(({ twins }) => twins.size > 1)
    .flatMap((union) => union.children.filter(({ id }) => union.twins.has(id)));
  const plain = persons.filter(({ pregnancy, stillbirth }) => !pregnancy && !stillbirth);
  /** A sign in the shape of the first person who has it. @param {string} id @param {(person: Person) => boolean} has @param {Record<string, unknown>} person @param {number} [radius] */
  const shaped = (id, has, person, radius) => {
    const first = persons.find(has);
    return first !== undefined && personSample(id, person, shapeOf(first, family.profile), radius);
  };
  /** @type {(Sample | false)[]} */
  const found = [
    ...Object.keys(SHAPES).map(
      (gender) => plain.some((person) => genderOf(person) === gender) && genderSample(gender, family.profile),
    ),
    ...['male', 'female'].map(
      (assigned) =>
        persons.some(({ trans }) => trans === assigned) &&
        personSample(`geno-assigned-${assigned}`, { trans: assigned }, assigned === 'male' ? 'circle' : 'square'),
    ),
    shaped('geno-index', ({ index }) => index === true, { index: true }),
    persons.some((person) => ageOf(person) !== '' && !isDead(person)) && {
      id: 'geno-age',
      sample: (x, y) => element('text', { class: 'dg-age', x: x + 22, y: y + 5, 'text-anchor': 'middle' }, '13'),
    },
    persons.every((person) => !isDead(person) || ageOf(person) === '') && shaped('geno-death', isDead, { died: true }),
    shaped('geno-death-age', (person) => isDead(person) && ageOf(person) !== '', { died: true }),
    persons.some(({ pregnancy }) => pregnancy) && personSample('geno-pregnancy', { pregnancy: true }, 'triangle', 7),
    shaped('geno-stillbirth', ({ stillbirth }) => stillbirth === true, { stillbirth: true }, 6),
    .../** @type {const} */ (['married', 'cohabiting', 'separated', 'divorced', 'reunited', 'dating']).map(
      (kind) => unions.includes(kind) && unionSample(kind),
    ),
    family.unions.some(({ related }) => related) && unionSample('married', true),
    .../** @type {const} */ (['biological', 'adopted', 'foster']).map(
      (kind) =>
        children.some((child) => child.kind === kind) &&
        children.some((child) => child.kind !== 'biological') &&
        childSample(kind),
    ),
    twinned.some(({ identical }) => !identical) && twinSample(false),
    twinned.some(({ identical }) => identical) && twinSample(true),
    family.households.length > 0 && {
      id: 'geno-household',
      sample: (x, y) => element('rect', { class: 'dg-household', x: x + 6, y: y - 9, width: 32, height: 18, rx: 6 }),
    },
  ];
  const conditions = family.conditions.map((text, quarter) => ({
    id: `condition:${quarter}`,
    text,
    sample: (/** @type {number} */ x, /** @type {number} */ y) =>
      symbol({ id: '' }, { shape: 'square', radius: SMALL, query: false }, { x: x + 22, y }, [quarter]),
  }));
  return {
    persons: [...found.filter((sample) => sample !== false), ...conditions],
    relations: /** @type {import('./genogram-model.js').RelationKind[]} */ (RELATION_KINDS)
      .filter((kind) => family.relations.some((one) => one.kind === kind))
      .map((kind) => ({
        id: `geno-${kind}`,
        sample: (x, y) =>
          relationLine(kind, [
            { x, y },
            { x: x + 22, y },
            { x: x + 44, y },
          ]),
      })),
  };
}

/** @param {string} gender @param {'jp' | 'mcgoldrick'} profile @returns {Sample} */
function genderSample(gender, profile) {
  if (gender !== 'unknown' || profile === 'jp') return personSample(`geno-${gender}`, {}, SHAPES[gender]);
  return {
    id: 'geno-unknown',
    sample: (x, y) => [
      ...symbol({ id: '' }, { shape: 'square', radius: SMALL, query: true }, { x: x + 22, y }),
      element('text', { class: 'dg-age dg-age-small', x: x + 22, y: y + 4, 'text-anchor': 'middle' }, '?'),
    ],
  };
}

/** @param {string} id @param {Record<string, unknown>} person @param {import('./genogram-measure.js').Shape} shape @param {number} [radius] @returns {Sample} */
function personSample(id, person, shape, radius = SMALL) {
  return {
    id,
    sample: (x, y) =>
      symbol(/** @type {Person} */ ({ id: '', ...person }), { shape, radius, query: false }, { x: x + 22, y }),
  };
}

/** @param {import('./genogram-model.js').UnionKind} kind @param {boolean} [related] @returns {Sample} */
function unionSample(kind, related = false) {
  return {
    id: related ? 'geno-related' : `geno-${kind}`,
    sample: (x, y) => [
      ...unionLine(
        kind,
        [
          { x: x + 2, y: y - 7 },
          { x: x + 2, y: y + 4 },
          { x: x + 42, y: y + 4 },
          { x: x + 42, y: y - 7 },
        ],
        related,
      ),
      ...marks(related ? 'married' : kind, x + 22, y + 4),
    ],
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
      path('dg-line', [
        { x: x + 8, y: y + 9 },
        { x: x + 22, y: y - 9 },
        { x: x + 36, y: y + 9 },
      ]),
      ...(identical
        ? [
            path('dg-line', [
              { x: x + 14.2, y: y + 1 },
              { x: x + 29.8, y: y + 1 },
            ]),
          ]
        : []),
    ],
  };
}
