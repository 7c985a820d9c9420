/**
 * A genogram in words, for readers who can't see it and for those who check it: everyone by generation, then
 * unions with their children, households, relations.
 *
 * Must not know: the drawing; a language (all sentences come from the words).
 *
 * @typedef {import('./genogram-model.js').Family} Family
 * @typedef {import('./genogram-model.js').Genogram} Genogram
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {import('./genogram-model.js').Union} Union
 * @typedef {import('./contract.js').Words} Words
 */

import { isDead } from './genogram-model.js';
import { genderOf } from './genogram-measure.js';
import { say } from '../dom/fill.js';
import { n } from './svg.js';

/**
 * @param {{ data: Genogram, family: Family, layout: { rows: string[][] } }} plan
 * @param {Words} words
 * @returns {string[]}  one sentence an entry
 */
export function describePlan({ data, family, layout: { rows } }, words) {
  const name = namesOf(family);
  const list = (/** @type {string[]} */ ids) => listOf(ids.map(name), words);
  return [
    ...opening(family, rows.length, data, words),
    ...rows.flat().map((id) => personSays(/** @type {Person} */ (family.persons.get(id)), name(id), words)),
    ...family.unions.flatMap((union) => unionSays(union, name, list, words)),
    ...family.households.map((ids) =>
      say(words, ids.length === 1 ? 'geno-says-alone' : 'geno-says-household', { list: list(ids) }),
    ),
    ...family.relations.map(
      ({ a, b, kind, from }) =>
        say(words, `geno-says-${kind}`, { a: name(a), b: name(b) }) +
        (from ? say(words, 'geno-says-since', { from }) : ''),
    ),
  ];
}

/**
 * @param {Family} family
 * @param {number} rows
 * @param {Genogram} data
 * @param {Words} words
 * @returns {{ title: string, desc: string }}
 */
export function summary(family, rows, data, words) {
  const centre = [...family.persons.values()].filter(({ index }) => index).map(({ label, id }) => label ?? id);
  const title =
    data.title ??
    (centre.length > 0 ? say(words, 'geno-title-of', { list: listOf(centre, words) }) : say(words, 'geno-title'));
  return { title, desc: opening(family, rows, data, words).join('') };
}

/** Persons one after the other: the mother, A and the brother. @param {string[]} names @param {Words} words */
function listOf(names, words) {
  const first = names.slice(0, -1).join(say(words, 'geno-among'));
  return [first, ...names.slice(-1)].filter(Boolean).join(say(words, 'geno-and'));
}

/** @param {Family} family @param {number} rows @param {Genogram} data @param {Words} words */
function opening(family, rows, data, words) {
  const says = say(words, 'geno-says-count', { n: family.persons.size, rows });
  return [data.asOf ? says + say(words, 'geno-says-as-of', { date: data.asOf }) : says];
}

/** Two persons of the same label are distinguished by numbers. @param {Family} family @returns {(id: string) => string} */
function namesOf(family) {
  /** @type {Map<string, string[]>} */
  const byLabel = new Map();
  for (const { id, label } of family.persons.values())
    byLabel.set(label || id, [...(byLabel.get(label || id) ?? []), id]);
  return (id) => {
    const label = family.persons.get(id)?.label || id;
    const same = byLabel.get(label) ?? [];
    return same.length > 1 ? `${label}(${same.indexOf(id) + 1})` : label;
  };
}

/** @param {Person} person @param {string} name @param {Words} words */
function personSays(person, name, words) {
  const facts = [];
  if (person.pregnancy) facts.push(say(words, 'geno-fact-pregnancy'));
  else if (person.stillbirth) facts.push(say(words, 'geno-fact-stillbirth'));
  if (!person.pregnancy) facts.push(say(words, `geno-fact-${genderOf(person)}`));
  if (person.trans) facts.push(say(words, `geno-fact-assigned-${person.trans}`));
  if (person.born !== undefined) facts.push(say(words, 'geno-fact-born', { date: person.born }));
  if (isDead(person))
    facts.push(
      typeof person.died === 'number'
        ? say(words, 'geno-fact-died-at', { n: n(person.died) })
        : say(words, 'geno-fact-died'),
    );
  else if (typeof person.age === 'number') facts.push(say(words, 'geno-fact-age', { n: n(person.age) }));
  if (person.index) facts.push(say(words, 'geno-fact-index'));
  facts.push(...(person.conditions ?? []));
  if (person.note) facts.push(person.note);
  return say(words, 'geno-says-person', { name, facts: facts.join(say(words, 'geno-comma')) });
}

/** @param {Union} union @param {(id: string) => string} name @param {(ids: string[]) => string} list @param {Words} words */
function unionSays(union, name, list, words) {
  const { partners, kind, from, to, children } = union;
  const said = [];
  if (partners.length === 2) {
    const dates = from && to ? 'geno-from-to' : from ? 'geno-from' : to ? 'geno-to' : '';
    said.push(
      say(words, `geno-says-${kind}`, { a: name(partners[0]), b: name(partners[1]) }) +
        (dates ? say(words, dates, { from, to }) : ''),
    );
  }
  if (union.related) said.push(say(words, 'geno-says-related', { a: name(partners[0]), b: name(partners[1]) }));
  if (children.length > 0) {
    const shown = children.map((child) =>
      child.kind === 'biological' ? name(child.id) : say(words, `geno-child-${child.kind}`, { name: name(child.id) }),
    );
    const key = children.length === 1 ? 'geno-says-child' : 'geno-says-children';
    said.push(
      say(words, key, { parents: list(partners), n: children.length, list: shown.join(say(words, 'geno-comma')) }),
    );
  }
  for (const key of new Set(union.twins.values())) {
    const together = children.filter(({ id }) => union.twins.get(id) === key);
    if (together.length < 2) continue;
    const identical = together.some((child) => child.identical);
    said.push(
      say(words, `geno-says-${identical ? 'identical' : 'twins'}`, {
        list: list(together.map(({ id }) => id)),
        n: together.length,
      }),
    );
  }
  return said;
}
