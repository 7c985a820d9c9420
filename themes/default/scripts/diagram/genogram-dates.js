/**
 * Dates as cases write them: 1998, "1998年4月", "X年", "X-13年4月", "X＋2年", "year X-13", "May 1998"; "X-04" is April. A fictional calendar (X) and the real one
 * are never compared with each other.
 *
 * Must not know: the clock. "Now" is the diagram's `asOf`, or what a person's birth and age say together.
 *
 * @typedef {{ calendar: 'X' | 'AD', year: number, month?: number }} When
 * @typedef {import('./genogram-model.js').Person} Person
 * @typedef {import('./genogram-model.js').Genogram} Genogram
 */

/**
 * @param {unknown} written
 * @returns {When | undefined}
 */
export function when(written) {
  if (typeof written === 'number' && Number.isFinite(written)) return { calendar: 'AD', year: written };
  if (typeof written !== 'string') return undefined;
  // In front of a year there may be words: its month by name is not needed to compare lives.
  const text = written
    .normalize('NFKC')
    .replace(/[−–‐]/g, '-')
    .trim()
    .replace(/^[a-z][a-z0-9.,]*\s(?:.*\s)?(?=(?:X(?:\s*[+-]\s*\d{1,3})?|\d{4})$)/i, '')
    .replace(/^x/, 'X');
  const month0 = /^X-(0[1-9])$/.exec(text)?.[1];
  if (month0 !== undefined) return dated('X', 0, month0);
  const [, sign, offset, monthX] = /^X(?:\s*([+-])\s*(\d{1,3}))?(?:年(?:\s*(\d{1,2})月)?|$)/.exec(text) ?? [
    undefined,
    undefined,
    undefined,
    undefined,
  ];
  if (/^X/.test(text)) {
    if (!/^X(?:\s*[+-]\s*\d{1,3})?(?:年|$)/.test(text)) return undefined;
    return dated('X', offset === undefined ? 0 : Number(offset) * (sign === '-' ? -1 : 1), monthX);
  }
  const [, year, month] = /^(\d{4})(?:年|-|\/|$)(?:\s*(\d{1,2}))?/.exec(text) ?? [];
  return year === undefined ? undefined : dated('AD', Number(year), month);
}

/** The month that "X-4" may name too: it is four years before X, or April. @param {unknown} written @returns {string | undefined} */
export function otherMonth(written) {
  return /^x-([1-9]|1[0-2])$/i.exec(String(written).normalize('NFKC').replace(/[−–‐]/g, '-').replace(/\s/g, ''))?.[1];
}

/** @param {'X' | 'AD'} calendar @param {number} year @param {string | undefined} month @returns {When} */
function dated(calendar, year, month) {
  return month === undefined ? { calendar, year } : { calendar, year, month: Number(month) };
}

/**
 * The years from one date to another, if they can be compared.
 * @param {When | undefined} from
 * @param {When | undefined} to
 * @returns {number | undefined}
 */
export function yearsBetween(from, to) {
  if (!from || !to || from.calendar !== to.calendar) return undefined;
  return to.year - from.year + (from.month !== undefined && to.month !== undefined ? (to.month - from.month) / 12 : 0);
}

/**
 * How many years ago each person was born, if a common scale is known; greater is older.
 * @param {(Person | undefined)[]} persons
 * @param {Genogram} data
 * @returns {Map<string, number>}
 */
export function yearsOf(persons, data) {
  const present = persons.filter((person) => person !== undefined);
  const now = when(data.asOf) ?? nowBy(data.persons ?? []);
  // Without a "now", ages and births are two scales: births only where no one's age is known.
  const someAge = present.some((person) => typeof person.age === 'number' && person.died === undefined);
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const person of present) {
    const born = when(person.born);
    const since = yearsBetween(born, now);
    const unborn = person.pregnancy === true;
    if (unborn) found.set(person.id, -1);
    else if (typeof person.age === 'number' && person.died === undefined) found.set(person.id, person.age);
    else if (since !== undefined) found.set(person.id, since);
    else if (born && !now && !someAge) found.set(person.id, -born.year - (born.month ?? 0) / 12);
  }
  return found;
}

/** @param {Person[]} persons @returns {When | undefined} */
function nowBy(persons) {
  for (const person of persons) {
    const born = when(person.born);
    if (born && typeof person.age === 'number' && person.died === undefined)
      return { calendar: born.calendar, year: born.year + person.age };
  }
  return undefined;
}
