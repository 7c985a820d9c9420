/**
 * The problems of a genogram: each with a code, its path in the data, and the values for its message. The
 * generator's checks and a learner's form are tested with the same table (tests/shared/diagrams/genogram).
 *
 * Must not know: words, the drawing (but for whether a household can be outlined).
 *
 * @typedef {import('./genogram-model.js').Genogram} Genogram
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {import('./contract.js').Problem} Problem
 */

import { otherMonth } from './genogram-dates.js';
import { birthProblems, unionDateProblems } from './genogram-lives.js';
import { householdsOf } from './genogram-household.js';
import { layoutOf } from './genogram-layout.js';
import { MOST_CONDITIONS, familyOf } from './genogram-model.js';
import { whole } from './genogram-whole.js';

/**
 * In the order of the data. Codes: duplicate-id, unknown-id, self-union, too-many-parents, twins-apart, parent-not-older,
 * dates-outside-life, ancestor-cycle, ambiguous-date, two-homes, too-many-conditions. An empty id is no problem: it is not filled in yet.
 * @param {Genogram} written
 * @returns {Problem[]}
 */
export function problems(written) {
  const data = whole(written);
  /** @type {Map<string, Person>} */
  const persons = new Map();
  /** @type {Problem[]} */
  const found = [];
  data.persons.forEach((person, i) => {
    if (person.id === '') return;
    if (persons.has(person.id)) found.push({ code: 'duplicate-id', path: `persons.${i}.id`, id: person.id });
    else persons.set(person.id, person);
  });
  found.push(...ambiguous(data));
  const conditions = new Set();
  data.persons.forEach((person, i) => {
    for (const condition of person.conditions ?? []) conditions.add(condition);
    if (conditions.size > MOST_CONDITIONS && !found.some(({ code }) => code === 'too-many-conditions')) {
      found.push({ code: 'too-many-conditions', path: `persons.${i}`, id: person.id, n: MOST_CONDITIONS });
    }
  });
  const isUnknown = (/** @type {string} */ id) => id !== '' && !persons.has(id);
  const unions = unionsOf(data);
  for (const union of unions) {
    union.partners.forEach((id, i) => {
      if (isUnknown(id)) found.push({ code: 'unknown-id', path: `${union.path}.partners.${i}`, id });
      else if (id !== '' && union.partners.indexOf(id) < i)
        found.push({ code: 'self-union', path: `${union.path}.partners`, id });
    });
    for (const child of union.children) {
      if (isUnknown(child.id)) found.push({ code: 'unknown-id', path: child.path, id: child.id });
    }
    found.push(
      ...tooMany(union, unions),
      ...apart(union, unions),
      ...birthProblems(union, persons),
      ...unionDateProblems(union, persons),
    );
  }
  found.push(...cycles(unions));
  (data.households ?? []).forEach((ids, i) =>
    ids.forEach((id, k) => {
      if (isUnknown(id)) found.push({ code: 'unknown-id', path: `households.${i}.${k}`, id });
    }),
  );
  (data.relations ?? []).forEach((relation, i) => {
    for (const key of /** @type {const} */ (['a', 'b'])) {
      if (isUnknown(relation[key]))
        found.push({ code: 'unknown-id', path: `relations.${i}.${key}`, id: relation[key] });
    }
    if (relation.a === relation.b && persons.has(relation.a))
      found.push({ code: 'self-union', path: `relations.${i}`, id: relation.a });
  });
  // A problem that is known already would be reported twice.
  if (found.length === 0) found.push(...homes(data));
  return found;
}

/** Dates that are a year and a month as well. @param {Genogram} data @returns {Problem[]} */
function ambiguous(data) {
  const dates = [
    ...data.persons.map(({ born }, i) => ({ path: `persons.${i}.born`, date: born })),
    ...(data.unions ?? []).flatMap(({ from, to }, i) => [
      { path: `unions.${i}.from`, date: from },
      { path: `unions.${i}.to`, date: to },
    ]),
  ];
  return dates.flatMap(({ path, date }) => {
    const month = otherMonth(date);
    return month ? [{ code: 'ambiguous-date', path, date: String(date), from: `X-${month}`, to: month }] : [];
  });
}

/**
 * @typedef {object} Joined
 * @property {string} path
 * @property {string[]} partners
 * @property {unknown} from
 * @property {unknown} to
 * @property {{ id: string, path: string, biological: boolean, twin?: string }[]} children
 */

/** @param {Genogram} data @returns {Joined[]} */
function unionsOf(data) {
  return (data.unions ?? []).map((union, u) => ({
    path: `unions.${u}`,
    partners: union.partners ?? [],
    from: union.from,
    to: union.to,
    children: (union.children ?? [])
      .map((item, c) => {
        const child = typeof item === 'string' ? { id: item } : item;
        return {
          id: child.id,
          path: `unions.${u}.children.${c}`,
          biological: (child.kind ?? 'biological') === 'biological',
          twin: child.twin,
        };
      })
      .filter(({ id }) => id !== ''),
  }));
}

/** A third biological parent, at the union that brings it. @param {Joined} union @param {Joined[]} unions @returns {Problem[]} */
function tooMany(union, unions) {
  const earlier = unions.slice(0, unions.indexOf(union));
  return union.children
    .filter(({ biological }) => biological)
    .flatMap(({ id, path }, i, all) => {
      if (all.findIndex((other) => other.id === id) < i) return [{ code: 'duplicate-id', path, id }];
      const before = earlier
        .filter((other) => other.children.some((child) => child.id === id && child.biological))
        .flatMap(({ partners }) => partners);
      const parents = new Set([...before, ...union.partners].filter((parent) => parent !== ''));
      return before.length > 0 && parents.size > 2 ? [{ code: 'too-many-parents', path, id, n: parents.size }] : [];
    });
}

/** Twins, one of which has other parents. @param {Joined} union @param {Joined[]} unions @returns {Problem[]} */
function apart(union, unions) {
  const earlier = unions.slice(0, unions.indexOf(union));
  return [...new Set(union.children.flatMap(({ twin }) => (twin === undefined ? [] : [twin])))].flatMap((twin) => {
    const here = union.children.filter((child) => child.twin === twin);
    const ids = here
      .map(({ id }) => id)
      .sort()
      .join(' ');
    const other = earlier.find(({ children }) => {
      const there = children
        .filter((child) => child.twin === twin)
        .map(({ id }) => id)
        .sort()
        .join(' ');
      return there !== '' && there !== ids;
    });
    return other ? [{ code: 'twins-apart', path: here[0].path, id: here[0].id, twin }] : [];
  });
}

/** Whoever is their own ancestor, at the last union that closes the circle. @param {Joined[]} unions @returns {Problem[]} */
function cycles(unions) {
  /** @type {Problem[]} */
  const found = [];
  /** @type {Map<string, string[]>} child → parents */
  const parents = new Map();
  /** @param {string} from @param {string} to @param {Set<string>} seen @returns {boolean} */
  const descends = (from, to, seen = new Set()) => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (parents.get(from) ?? []).some((parent) => descends(parent, to, seen));
  };
  for (const union of unions) {
    for (const { id, path } of union.children) {
      if (union.partners.some((partner) => descends(partner, id))) found.push({ code: 'ancestor-cycle', path, id });
      else parents.set(id, [...(parents.get(id) ?? []), ...union.partners]);
    }
  }
  return found;
}

/** Households that no one line can enclose. @param {Genogram} data @returns {Problem[]} */
function homes(data) {
  const family = familyOf(data);
  if (family.households.length === 0) return [];
  const kept = (data.households ?? []).map((ids, i) => ({ i, ids })).filter(({ ids }) => ids.length > 0);
  return householdsOf(family, layoutOf(family)).flatMap(({ whole }, k) =>
    whole ? [] : [{ code: 'two-homes', path: `households.${kept[k].i}` }],
  );
}
