/**
 * A genogram's data made safe to draw: unknown, duplicate and empty entries are dropped; children are oldest first;
 * every person knows their unions and the union that they are a child of.
 *
 * A learner's form is drawn while it is being filled in, so nothing here throws; `genogram-problems.js` reports what is wrong.
 *
 * Must not know: words, coordinates.
 *
 * @typedef {'male' | 'female' | 'nonbinary' | 'unknown'} Gender
 * @typedef {'married' | 'cohabiting' | 'separated' | 'divorced' | 'reunited' | 'dating'} UnionKind
 * @typedef {'biological' | 'adopted' | 'foster'} ChildKind
 * @typedef {'close' | 'fused' | 'distant' | 'conflict' | 'close-conflict' | 'fused-conflict' | 'distant-conflict' | 'harmony' | 'friendship' | 'spiritual' | 'distrust' | 'cutoff' | 'repaired' | 'focused-on' | 'focused-negative' | 'caregiving' | 'controlling' | 'abuse' | 'physical-abuse' | 'emotional-abuse' | 'sexual-abuse' | 'neglect'} RelationKind
 *
 * @typedef {object} Person
 * @property {string} id
 * @property {string} [label]
 * @property {Gender} [gender]
 * @property {'male' | 'female'} [trans]  assigned at birth; drawn inside
 * @property {number} [age]
 * @property {string | number} [born]
 * @property {number | boolean} [died]  age at death
 * @property {boolean} [index]
 * @property {boolean} [pregnancy]
 * @property {boolean} [stillbirth]
 * @property {string} [note]
 * @property {string[]} [conditions]  illnesses and the like, each a quarter of the symbol
 * @property {number} [x]  persons of a row are kept in the order of their x
 *
 * @typedef {{ id: string, kind?: ChildKind, twin?: string, identical?: boolean }} Child
 * @typedef {object} UnionData
 * @property {string} [id]
 * @property {string[]} partners
 * @property {UnionKind} [kind]
 * @property {number} [order]
 * @property {string | number} [from]
 * @property {string | number} [to]
 * @property {(string | Child)[]} [children]
 *
 * @typedef {{ a: string, b: string, kind: RelationKind, from?: string }} Relation
 *
 * @typedef {object} Genogram
 * @property {string} [title]
 * @property {Person[]} persons
 * @property {UnionData[]} [unions]
 * @property {string[][]} [households]
 * @property {Relation[]} [relations]
 * @property {'jp' | 'mcgoldrick'} [profile]
 * @property {'names' | 'letters'} [labels]
 * @property {string} [asOf]
 *
 * @typedef {object} Union
 * @property {number} at  its place in the data
 * @property {string[]} partners  one or two, left to right unless the order of the row decides otherwise
 * @property {UnionKind} kind
 * @property {number} recency  greater is later
 * @property {string} from
 * @property {string} to
 * @property {Required<Pick<Child, 'id' | 'kind' | 'identical'>>[]} children  oldest first
 * @property {Map<string, string>} twins  child → key
 * @property {boolean} related  whether the partners have an ancestor in common
 *
 * @typedef {object} Family
 * @property {Map<string, Person>} persons  in the order of the data
 * @property {Union[]} unions
 * @property {Map<string, Union[]>} unionsOf  earliest first
 * @property {Map<string, Union>} origin  the union a child hangs under; other parents reach it by a second line
 * @property {string[][]} households
 * @property {Relation[]} relations
 * @property {'jp' | 'mcgoldrick'} profile
 * @property {string[]} conditions  those that occur, in the order of the data
 */

import { when, yearsBetween, yearsOf } from './genogram-dates.js';
import { whole } from './genogram-whole.js';

const UNION_KINDS = ['married', 'cohabiting', 'separated', 'divorced', 'reunited', 'dating'];
const CHILD_KINDS = ['biological', 'adopted', 'foster'];
export const RELATION_KINDS = [
  'close',
  'fused',
  'distant',
  'conflict',
  'close-conflict',
  'fused-conflict',
  'distant-conflict',
  'harmony',
  'friendship',
  'spiritual',
  'distrust',
  'cutoff',
  'repaired',
  'focused-on',
  'focused-negative',
  'caregiving',
  'controlling',
  'abuse',
  'physical-abuse',
  'emotional-abuse',
  'sexual-abuse',
  'neglect',
];
export const MOST_CONDITIONS = 4; // in one genogram: each has a quarter of the symbol

/**
 * @param {Genogram} written
 * @returns {Family}
 */
export function familyOf(written) {
  const data = whole(written);
  /** @type {Map<string, Person>} */
  const persons = new Map();
  for (const person of data.persons) if (person.id && !persons.has(person.id)) persons.set(person.id, person);

  const recency = recencyOf(data.unions ?? []);
  const unions = (data.unions ?? [])
    .map((union, at) => ({ ...unionOf(union, at, persons, data), recency: recency[at] }))
    .filter(({ partners }) => partners.length > 0);
  const ancestors = ancestorsOf(unions);
  for (const union of unions)
    union.related = union.partners.length === 2 && shareOne(ancestors(union.partners[0]), ancestors(union.partners[1]));
  return {
    persons,
    unions,
    unionsOf: unionsByPartner(persons, unions),
    origin: originsOf(unions),
    households: (data.households ?? [])
      .map((ids) => [...new Set(ids)].filter((id) => persons.has(id)))
      .filter((ids) => ids.length > 0),
    relations: (data.relations ?? []).filter(
      ({ a, b, kind }) => a !== b && persons.has(a) && persons.has(b) && RELATION_KINDS.includes(kind),
    ),
    profile: data.profile === 'mcgoldrick' ? 'mcgoldrick' : 'jp',
    conditions: [...new Set([...persons.values()].flatMap(({ conditions }) => conditions ?? []))].slice(
      0,
      MOST_CONDITIONS,
    ),
  };
}

/**
 * @param {UnionData} union
 * @param {number} at
 * @param {Map<string, Person>} persons
 * @param {Genogram} data
 * @returns {Union}
 */
function unionOf(union, at, persons, data) {
  const partners = [...new Set(union.partners ?? [])].filter((id) => persons.has(id)).slice(0, 2);
  if (
    partners.length === 2 &&
    persons.get(partners[0])?.gender === 'female' &&
    persons.get(partners[1])?.gender === 'male'
  )
    partners.reverse();
  /** @type {Union['children']} */
  const children = [];
  /** @type {Map<string, string>} */
  const twins = new Map();
  for (const item of union.children ?? []) {
    const child = typeof item === 'string' ? { id: item } : item;
    if (!persons.has(child.id) || partners.includes(child.id) || children.some(({ id }) => id === child.id)) continue;
    const kind = child.kind !== undefined && CHILD_KINDS.includes(child.kind) ? child.kind : 'biological';
    children.push({ id: child.id, kind, identical: child.identical === true });
    if (child.twin) twins.set(child.id, String(child.twin));
  }
  return {
    at,
    partners,
    kind: union.kind !== undefined && UNION_KINDS.includes(union.kind) ? union.kind : 'married',
    recency: 0,
    from: String(union.from ?? ''),
    to: String(union.to ?? ''),
    children: oldestFirst(children, twins, persons, data),
    twins,
    related: false,
  };
}

/**
 * The order of unions: by their `order`; if none has one, by the dates they began, if these can be compared;
 * otherwise in the order of the data.
 * @param {UnionData[]} unions
 * @returns {number[]}  greater is later, no two alike
 */
function recencyOf(unions) {
  if (unions.some(({ order }) => order !== undefined))
    return unions.map(({ order }, at) => (order ?? at + 1) + at / 1000);
  const dates = unions.map(({ from }) => when(from));
  const first = dates.find((date) => date !== undefined);
  const known = [...unions.keys()].filter((at) => yearsBetween(first, dates[at]) !== undefined);
  const sorted = [...known].sort(
    (a, b) => (yearsBetween(first, dates[a]) ?? 0) - (yearsBetween(first, dates[b]) ?? 0) || a - b,
  );
  const recency = unions.map((_, at) => at);
  sorted.forEach((at, i) => {
    recency[at] = known[i];
  });
  return recency;
}

/**
 * Those whose age is known change places among themselves; the others stay where the author put them. Twins are together.
 * @param {Union['children']} children
 * @param {Map<string, string>} twins
 * @param {Map<string, Person>} persons
 * @param {Genogram} data
 */
function oldestFirst(children, twins, persons, data) {
  const age = yearsOf(
    children.map(({ id }) => persons.get(id)),
    data,
  );
  const known = children.filter(({ id }) => age.has(id));
  const sorted = known
    .map((child, i) => ({ child, i }))
    .sort((a, b) => (age.get(b.child.id) ?? 0) - (age.get(a.child.id) ?? 0) || a.i - b.i);
  let next = 0;
  const ordered = children.map((child) => (age.has(child.id) ? sorted[next++].child : child));
  /** @type {Union['children']} */
  const together = [];
  for (const child of ordered) {
    if (together.includes(child)) continue;
    const key = twins.get(child.id);
    together.push(
      child,
      ...(key === undefined ? [] : ordered.filter((other) => other !== child && twins.get(other.id) === key)),
    );
  }
  return together;
}

/** A person and all of its biological parents, grandparents …. @param {Union[]} unions @returns {(id: string) => Set<string>} */
function ancestorsOf(unions) {
  /** @type {Map<string, string[]>} */
  const parents = new Map();
  for (const { partners, children } of unions) {
    for (const { id, kind } of children)
      if (kind === 'biological') parents.set(id, [...(parents.get(id) ?? []), ...partners]);
  }
  return (id) => {
    const found = new Set([id]);
    for (const one of found) for (const parent of parents.get(one) ?? []) found.add(parent);
    return found;
  };
}

/** @param {Set<string>} a @param {Set<string>} b */
function shareOne(a, b) {
  return [...a].some((id) => b.has(id));
}

/** @param {Map<string, Person>} persons @param {Union[]} unions */
function unionsByPartner(persons, unions) {
  /** @type {Map<string, Union[]>} */
  const found = new Map([...persons.keys()].map((id) => [id, []]));
  for (const union of unions) for (const id of union.partners) found.get(id)?.push(union);
  for (const list of found.values()) list.sort((a, b) => a.recency - b.recency);
  return found;
}

/**
 * A child is drawn below the union with most siblings, so that they are in order of birth; with equal numbers,
 * biological parents come first, then adoptive, then foster.
 * @param {Union[]} unions
 */
function originsOf(unions) {
  /** @type {Map<string, { union: Union, rank: number }>} */
  const found = new Map();
  for (const union of unions) {
    for (const { id, kind } of union.children) {
      const rank = union.children.length * CHILD_KINDS.length - CHILD_KINDS.indexOf(kind);
      const known = found.get(id);
      if (!known || rank > known.rank) found.set(id, { union, rank });
    }
  }
  return new Map([...found].map(([id, { union }]) => [id, union]));
}

/** @param {Person | undefined} person */
export function isDead(person) {
  return person !== undefined && person.died !== undefined && person.died !== null && person.died !== false;
}

/** The other partner, if there is one. @param {Union} union @param {string} id */
export function partnerOf(union, id) {
  return union.partners.find((other) => other !== id);
}
