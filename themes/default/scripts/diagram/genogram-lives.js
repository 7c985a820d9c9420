/**
 * Impossible ages and dates: a parent no older than a biological child, a child born long after a parent's death,
 * a union before a birth or after a death or ending before it began.
 *
 * Only ages of the living, and only dates of one calendar, are compared; what is unknown is no problem.
 *
 * Must not know: words, the drawing.
 *
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {import('./genogram-problems.js').Joined} Joined
 * @typedef {import('./contract.js').Problem} Problem
 */

import { when, yearsBetween } from './genogram-dates.js';
import { isDead } from './genogram-model.js';

/** @param {Joined} union @param {Map<string, Person>} persons @returns {Problem[]} */
export function birthProblems(union, persons) {
  /** @type {Problem[]} */
  const found = [];
  for (const { id, path, biological } of union.children) {
    for (const parent of biological ? union.partners : []) {
      const [older, child] = [persons.get(parent), persons.get(id)];
      if (!older || !child || older === child) continue;
      const years = ageBetween(older, child);
      if (years === undefined) continue;
      // A father may have died before the birth; a year is rounded down at either end.
      const most = (lifeOf(older) ?? Infinity) + (older.gender === 'female' ? 1 : 2);
      if (years <= 0) found.push({ code: 'parent-not-older', path, parent, child: id });
      else if (years > most) found.push({ code: 'dates-outside-life', path, id: parent });
    }
  }
  return found;
}

/** How much older the parent is, if that is known. @param {Person} older @param {Person} child */
function ageBetween(older, child) {
  const byBirth = yearsBetween(when(older.born), when(child.born));
  if (byBirth !== undefined) return byBirth;
  const living = !isDead(older) && !isDead(child) && !child.pregnancy;
  return living && typeof older.age === 'number' && typeof child.age === 'number' ? older.age - child.age : undefined;
}

/** @param {Joined} union @param {Map<string, Person>} persons @returns {Problem[]} */
export function unionDateProblems(union, persons) {
  const [from, to] = [when(union.from), when(union.to)];
  const lasted = yearsBetween(from, to);
  /** @type {Problem[]} */
  const found =
    lasted !== undefined && lasted < 0
      ? [{ code: 'dates-outside-life', path: `${union.path}.to`, id: union.partners[0] ?? '' }]
      : [];
  for (const id of union.partners) {
    const person = persons.get(id);
    const born = when(person?.born);
    if (!person || !born) continue;
    const life = lifeOf(person);
    for (const [key, date] of /** @type {const} */ ([
      ['from', from],
      ['to', to],
    ])) {
      const at = yearsBetween(born, date);
      // A year is rounded down at either end.
      if (at !== undefined && (at <= 0 || (life !== undefined && at > life + 1)))
        found.push({ code: 'dates-outside-life', path: `${union.path}.${key}`, id });
    }
  }
  return found;
}

/** @param {Person} person @returns {number | undefined}  years lived, of the dead */
function lifeOf(person) {
  return typeof person.died === 'number' ? person.died : undefined;
}
