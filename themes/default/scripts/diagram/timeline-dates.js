/**
 * Dates on the axis of a timeline: "X年4月", "13歳6か月", "中1の2学期", 2019 become a place and a length in
 * units of the axis. A date names a whole: 中1 is a year long, 中1の4月 a month.
 *
 * Must not know: pixels, words, the clock.
 *
 * @typedef {'year' | 'age' | 'grade' | 'month'} Unit
 * @typedef {{ at: number, size: number, calendar?: string }} DateCell  calendar: X (invented) or AD; they are never mixed
 */

const MONTH = '(\\d{1,2})月(?:(\\d{1,2})日|(上旬|中旬|下旬))?';
const YEAR = '(?:X([+-]\\d{1,3})?|(\\d{4}))年?(度)?';
const TERM = '([123])学期|(春|夏|秋|冬)';
const GRADE = '(年少|年中|年長|(小|小学|小学校|中|中学|中学校|高|高校|大|大学)(\\d)年?生?)';
const BARE = new RegExp(`^${MONTH}$`);
const DATED = new RegExp(`^${YEAR}(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?|の?(?:${MONTH}|${TERM}))?$`);
const AGED = /^(\d{1,3})(?:\.(\d+))?歳?(?:(\d{1,2})(?:か月|ヶ月|カ月|ヵ月)|(半))?$/;
const GRADED = new RegExp(`^${GRADE}(?:の?(?:${MONTH}|${TERM}))?$`);

/** @type {Record<string, number>} the grade before the first of each school; 小1 is 1 */
const SCHOOLS = { 小: 0, 中: 6, 高: 9, 大: 12 };
/** @type {Record<string, number>} */
const NURSERY = { 年少: -2, 年中: -1, 年長: 0 };
/** @type {Record<string, [at: number, size: number]>} months from April */
const TERMS = { 1: [0, 4], 2: [5, 4], 3: [9, 3], 春: [0, 3], 夏: [3, 2], 秋: [5, 3], 冬: [8, 4] };

/**
 * @param {unknown} written
 * @param {Unit} unit
 * @param {DateCell} [start]  of the axis: a month without a year is the first one from there
 * @returns {DateCell | undefined}  undefined if it cannot be read
 */
export function cellOf(written, unit, start) {
  if (typeof written === 'number') return Number.isFinite(written) ? ofNumber(written, unit, start) : undefined;
  if (typeof written !== 'string') return undefined;
  const text = halfWidth(written);
  if (unit === 'age') return ofAge(text);
  if (unit === 'grade') return ofGrade(text);
  if (unit === 'month') return ofMonth(text, start);
  const months = ofDate(text);
  if (months) return { ...months, at: months.at / 12, size: months.size / 12 };
  return undefined;
}

/** Full-width letters, digits and signs made half-width; spaces and brackets left out. @param {string} text */
function halfWidth(text) {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    out += code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
  }
  return out
    .replace(/[−–‐]/g, '-')
    .replace(/[\s()・]/g, '')
    .replace(/ヵ月|ケ月/, 'か月');
}

/** @param {number} value @param {Unit} unit @param {DateCell} [start] @returns {DateCell} */
function ofNumber(value, unit, start) {
  const whole = Math.floor(value) === value;
  if (unit === 'month') return later({ at: value - 1, size: whole ? 1 : 0 }, start);
  const calendar = unit !== 'year' ? undefined : value >= 1000 ? 'AD' : 'X';
  return { at: value, size: whole ? 1 : 0, calendar };
}

/** @param {string} text @returns {DateCell | undefined} */
function ofAge(text) {
  const [, years, part, months, half] = AGED.exec(text) ?? [];
  if (years === undefined) return undefined;
  if (part !== undefined) return { at: Number(`${years}.${part}`), size: 0 };
  if (half) return { at: Number(years) + 0.5, size: 1 / 12 };
  if (months === undefined) return { at: Number(years), size: 1 };
  return Number(months) < 12 ? { at: Number(years) + Number(months) / 12, size: 1 / 12 } : undefined;
}

/** @param {string} text @returns {DateCell | undefined} */
function ofGrade(text) {
  const found = GRADED.exec(text);
  if (!found) return undefined;
  const [, name, school, number, month, day, third, term, season] = found;
  const grade = school === undefined ? NURSERY[name] : SCHOOLS[school[0]] + Number(number);
  if (
    school !== undefined &&
    (Number(number) < 1 || Number(number) > (school[0] === '小' || school[0] === '大' ? 6 : 3))
  )
    return undefined;
  const part = TERMS[term ?? season ?? ''];
  if (part) return { at: grade + part[0] / 12, size: part[1] / 12 };
  if (month === undefined) return { at: grade, size: 1 };
  const within = inMonth(Number(month), day, third);
  return within && { at: grade + ((within.at + 9) % 12) / 12, size: within.size / 12 };
}

/** @param {string} text @param {DateCell} [start] @returns {DateCell | undefined} */
function ofMonth(text, start) {
  const [, month, day, third] = BARE.exec(text) ?? [];
  if (month === undefined) return ofDate(text);
  const within = inMonth(Number(month), day, third);
  return within && later(within, start);
}

/** Months from January of the year X, or of the year 0. @param {string} text @returns {DateCell | undefined} */
function ofDate(text) {
  const found = DATED.exec(text);
  if (!found) return undefined;
  const [, offset, year, fiscal, month1, day1, month2, day2, third, term, season] = found;
  const calendar = year === undefined ? 'X' : 'AD';
  const from = Number(year ?? offset ?? 0) * 12;
  const part = TERMS[term ?? season ?? ''];
  if (part) return { at: from + 3 + part[0], size: part[1], calendar };
  const month = month1 ?? month2;
  if (month === undefined) return { at: from + (fiscal ? 3 : 0), size: 12, calendar };
  const within = inMonth(Number(month), day1 ?? day2, third);
  return within && { at: from + within.at + (fiscal && within.at < 3 ? 12 : 0), size: within.size, calendar };
}

/** @param {number} month @param {string | undefined} day @param {string | undefined} third @returns {DateCell | undefined} */
function inMonth(month, day, third) {
  if (month < 1 || month > 12) return undefined;
  if (day !== undefined)
    return Number(day) >= 1 && Number(day) <= 31 ? { at: month - 1 + (Number(day) - 1) / 31, size: 1 / 31 } : undefined;
  if (third !== undefined) return { at: month - 1 + ['上旬', '中旬', '下旬'].indexOf(third) / 3, size: 1 / 3 };
  return { at: month - 1, size: 1 };
}

/** The first such month from the start on. @param {DateCell} cell @param {DateCell} [start] @returns {DateCell} */
function later(cell, start) {
  if (!start) return cell;
  const years = Math.ceil((Math.floor(start.at) - Math.floor(cell.at)) / 12);
  return { ...cell, at: cell.at + years * 12, calendar: start.calendar };
}
