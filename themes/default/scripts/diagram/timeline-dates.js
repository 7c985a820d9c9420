/**
 * Dates on the axis of a timeline: "X年4月", "13歳6か月", "中1の2学期", "April 2019", "Year 7" become a place and a
 * length in units of the axis. A date names a whole: 中1 is a year long, 中1の4月 a month. How dates are written is in
 * the rules of the locale; a year, X, X+2, 2019-04 and X-04 are read in every language.
 *
 * Must not know: pixels, words, the clock.
 *
 * @typedef {'year' | 'age' | 'grade' | 'month'} Unit
 * @typedef {object} DateCell
 * @property {number} at
 * @property {number} size
 * @property {string} [calendar]  X (invented) or AD, or a school system; they are never mixed
 * @property {number} [ambiguous]  the month that the same text may name
 *
 * @typedef {object} DateRules
 * @property {boolean} spaced  blanks separate words
 * @property {number} begins  the first month of a school year
 * @property {boolean} bySchoolYear  terms and seasons are counted from there
 * @property {boolean} bareGrades  a number alone is a grade
 * @property {string[][]} months
 * @property {string[][]} thirds
 * @property {{ names: string[], from: number, months: number }[]} periods
 * @property {RegExp[]} ages
 * @property {RegExp[]} dates
 * @property {RegExp[]} bareMonths
 * @property {{ system?: string | null, at: number, count: number, label: string }[]} bands
 * @property {[band: number, form: RegExp][]} grades
 *
 * @typedef {{ unit: Unit, dates: DateRules }} Axis
 * @typedef {Record<string, string | undefined>} Groups
 */

const MONTHS_OF_A_CHILD = 60; // an age in months alone

/** In every language. */
const PLAIN = /^x(?<offset>[+-]\d{1,3})?(?:[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2}))?)?$|^(?<year>\d{4})$/i;
const PLAIN_YEAR = /^(?<year>\d{4})[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2}))?$/;
const APRIL = /^x-(?<month>0[1-9])(?:-(?<day>\d{1,2}))?$/i;
/** X-4 is four years before X, or April. */
const AMBIGUOUS = /^x-([1-9]|1[0-2])$/i;

/** @type {{ json: string | undefined, rules: DateRules } | undefined} */
let last;

/**
 * The rules of the locale, compiled once.
 * @param {string} [json]
 * @returns {DateRules}
 */
export function datesOf(json) {
  if (last && last.json === json) return last.rules;
  const given = JSON.parse(json ?? '{}');
  const all = (/** @type {string[]} */ forms) => (forms ?? []).map((form) => new RegExp(form, 'u'));
  const rules = {
    spaced: given.spaced === true,
    begins: given.begins ?? 1,
    bySchoolYear: given.bySchoolYear === true,
    bareGrades: given.bareGrades === true,
    months: given.months ?? [],
    thirds: given.thirds ?? [],
    periods: given.periods ?? [],
    ages: all(given.ages),
    dates: [APRIL, ...all(given.dates), PLAIN, PLAIN_YEAR],
    bareMonths: all(given.bareMonths),
    bands: given.bands ?? [],
    grades: (given.grades ?? []).map((/** @type {[number, string]} */ [band, form]) => [band, new RegExp(form, 'u')]),
  };
  last = { json, rules };
  return rules;
}

/**
 * @param {unknown} written
 * @param {Axis} axis
 * @param {DateCell} [start]  of the axis: a month without a year is the first one from there
 * @returns {DateCell | undefined}  undefined if it cannot be read
 */
export function cellOf(written, { unit, dates }, start) {
  if (typeof written === 'number') return Number.isFinite(written) ? ofNumber(written, unit, start) : undefined;
  if (typeof written !== 'string') return undefined;
  const text = tidy(written, dates.spaced);
  if (unit === 'age') return ofAge(text, dates);
  if (unit === 'grade') return ofGrade(text, dates);
  if (unit === 'month') return ofMonth(text, dates, start);
  const months = ofDate(text, dates);
  return months && { ...months, at: months.at / 12, size: months.size / 12 };
}

/**
 * Half-width letters, digits and signs. Where blanks separate words, single ones and lower case; elsewhere none, and no
 * brackets.
 * @param {string} text
 * @param {boolean} spaced
 */
function tidy(text, spaced) {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    out += code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
  }
  out = out.replace(/[−–‐]/g, '-');
  if (!spaced) return out.replace(/[\s()・]/g, '').replace(/ヵ月|ケ月/, 'か月');
  return out
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\bx ?([+-]) ?(?=\d)/g, 'x$1')
    .replace(/([a-z])\.(?=\s|$)/g, '$1')
    .trim();
}

/** @param {number} value @param {Unit} unit @param {DateCell} [start] @returns {DateCell} */
function ofNumber(value, unit, start) {
  const whole = Math.floor(value) === value;
  if (unit === 'month') return later({ at: value - 1, size: whole ? 1 : 0 }, start);
  const calendar = unit !== 'year' ? undefined : value >= 1000 ? 'AD' : 'X';
  return { at: value, size: whole ? 1 : 0, calendar };
}

/** @param {string} text @param {RegExp[]} forms @returns {Groups | undefined} */
function groupsOf(text, forms) {
  for (const form of forms) {
    const found = form.exec(text);
    if (found) return found.groups ?? {};
  }
  return undefined;
}

/** @param {string} text @param {DateRules} dates @returns {DateCell | undefined} */
function ofAge(text, { ages }) {
  const found = groupsOf(text, [...ages, /^(?<years>\d{1,3})(?:\.(?<part>\d+))?$/]);
  if (!found) return undefined;
  const { years = '0', part, months, half, birth } = found;
  if (birth !== undefined) return { at: 0, size: 1 / 12 };
  if (part !== undefined) return { at: Number(`${years}.${part}`), size: 0 };
  if (half) return { at: Number(years) + 0.5, size: 1 / 12 };
  if (months === undefined) return { at: Number(years), size: 1 };
  const limit = found.years === undefined ? MONTHS_OF_A_CHILD : 12;
  return Number(months) < limit ? { at: Number(years) + Number(months) / 12, size: 1 / 12 } : undefined;
}

/** @param {string} text @param {DateRules} dates @returns {DateCell | undefined} */
function ofGrade(text, dates) {
  if (dates.bareGrades && /^\d{1,2}$/.test(text)) return { at: Number(text), size: 1 };
  for (const [number, form] of dates.grades) {
    const groups = form.exec(text)?.groups;
    if (!groups && !form.test(text)) continue;
    const band = dates.bands[number];
    const n = Number(groups?.n ?? 1);
    if (n < 1 || n > band.count) continue;
    const grade = { at: band.at + n - 1, size: 1, calendar: band.system ?? undefined };
    const within = partOf(groups ?? {}, dates, dates.begins - 1);
    if (within === null) return undefined;
    if (!within) return grade;
    return { ...grade, at: grade.at + mod(within.at - (dates.begins - 1)) / 12, size: within.size / 12 };
  }
  return undefined;
}

/** @param {string} text @param {DateRules} dates @param {DateCell} [start] @returns {DateCell | undefined} */
function ofMonth(text, dates, start) {
  const found = groupsOf(text, dates.bareMonths);
  if (!found) return ofDate(text, dates);
  const within = partOf(found, dates);
  return within ? later(within, start) : undefined;
}

/** Months from January of the year X, or of the year 0. @param {string} text @param {DateRules} dates @returns {DateCell | undefined} */
function ofDate(text, dates) {
  const found = groupsOf(text, dates.dates);
  if (!found) return undefined;
  const { offset, year, fiscal } = found;
  const calendar = year === undefined ? 'X' : 'AD';
  const from = Number(year ?? offset ?? 0) * 12;
  const within = partOf(found, dates);
  if (within === null) return undefined;
  if (!within) {
    const ambiguous = AMBIGUOUS.exec(text)?.[1];
    const cell = { at: from + (fiscal ? dates.begins - 1 : 0), size: 12, calendar };
    return ambiguous === undefined ? cell : { ...cell, ambiguous: Number(ambiguous) };
  }
  const first = dates.begins - 1;
  if (found.period !== undefined && dates.bySchoolYear)
    return { at: from + first + mod(within.at - first), size: within.size, calendar };
  return { at: from + within.at + (fiscal && within.at < first ? 12 : 0), size: within.size, calendar };
}

/**
 * The part of a year that a date names, in months from January; null if there is none such.
 * @param {Groups} groups
 * @param {DateRules} dates
 * @param {number} [first]  the month from which the thirds of a year are counted
 * @returns {DateCell | undefined | null}
 */
function partOf({ month, name, day, third, period }, { months, thirds, periods }, first = 0) {
  if (period !== undefined) {
    const found = periods.find(({ names }) => names.includes(period));
    return found ? { at: found.from - 1, size: found.months } : null;
  }
  const number = name === undefined ? Number(month) : months.findIndex((names) => names.includes(name)) + 1;
  const part = thirds.findIndex((names) => names.includes(third ?? ''));
  if (month === undefined && name === undefined)
    return third === undefined ? undefined : { at: first + part * 4, size: 4 };
  if (number < 1 || number > 12) return null;
  if (day !== undefined)
    return Number(day) >= 1 && Number(day) <= 31 ? { at: number - 1 + (Number(day) - 1) / 31, size: 1 / 31 } : null;
  if (third !== undefined) return { at: number - 1 + part / 3, size: 1 / 3 };
  return { at: number - 1, size: 1 };
}

/** @param {number} months */
function mod(months) {
  return ((months % 12) + 12) % 12;
}

/** The first such month from the start on. @param {DateCell} cell @param {DateCell} [start] @returns {DateCell} */
function later(cell, start) {
  if (!start) return cell;
  const years = Math.ceil((Math.floor(start.at) - Math.floor(cell.at)) / 12);
  return { ...cell, at: cell.at + years * 12, calendar: start.calendar };
}
