/**
 * The axis of a timeline: how wide a unit is, and what is above each.
 *
 * Must not know: the entries.
 *
 * @typedef {import('./timeline-dates.js').DateCell} DateCell
 * @typedef {import('./timeline-dates.js').Unit} Unit
 * @typedef {{ from: number, to: number, text: string }} Tick  in units
 */

import { say } from '../dom/fill.js';
import { widthOf } from './svg.js';
import { datesOf } from './timeline-dates.js';

const AIM = 602; // px: an axis is as wide as a page on a small notebook has room for
export const AXIS_SIZE = 12; // px of type

/**
 * @param {number} units
 * @param {Unit} unit
 */
export function unitWidth(units, unit) {
  return Math.min(unit === 'month' ? 130 : 190, AIM / units);
}

/**
 * The cells above the lanes; where they would be too narrow for their words, one for several units.
 * @param {{ start: DateCell, end: DateCell }} axis
 * @param {Unit} unit
 * @param {number} width  px of a unit
 * @param {Record<string, string>} words
 * @returns {{ ticks: Tick[], years: Tick[] }}  years: above the months
 */
export function ticksOf({ start, end }, unit, width, words) {
  const [first, last] = [start.at, end.at + end.size];
  const calendar = start.calendar ?? end.calendar;
  const whole = [];
  for (let at = Math.floor(first); at < last - 1e-6; at++) whole.push(at);
  const texts = whole.map((at) => nameOf(at, unit, calendar, words));
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, AXIS_SIZE))) + 8;
  const steps = unit === 'month' ? [1, 2, 3, 6, 12, 24, 60] : [1, 2, 5, 10, 20, 50];
  const step = steps.find((each) => each * width >= widest) ?? steps[steps.length - 1];
  const ticks = [];
  for (let i = 0; i < whole.length; i += step) {
    ticks.push({ from: Math.max(first, whole[i]), to: Math.min(last, whole[i] + step), text: texts[i] });
  }
  return { ticks, years: unit === 'month' && calendar ? yearsOf(first, last, calendar, words) : [] };
}

/** @param {number} first @param {number} last @param {string} calendar @param {Record<string, string>} words */
function yearsOf(first, last, calendar, words) {
  const years = [];
  for (let year = Math.floor(first / 12); year * 12 < last - 1e-6; year++) {
    years.push({
      from: Math.max(first, year * 12),
      to: Math.min(last, (year + 1) * 12),
      text: nameOf(year, 'year', calendar, words),
    });
  }
  return years;
}

/**
 * What a unit is called: X+1年, 13歳, 中1, 4月, Year 7, April.
 * @param {number} at @param {Unit} unit @param {string | undefined} calendar @param {Record<string, string>} words
 */
export function nameOf(at, unit, calendar, words) {
  /** @param {string} key @param {string | number} n */
  const named = (key, n) => say(words, key, { n });
  if (unit === 'age') return named('time-age', at);
  const dates = datesOf(words['@dates']);
  if (unit === 'month') {
    const month = ((at % 12) + 12) % 12;
    const name = dates.months[month]?.[0];
    return name === undefined ? named('time-month', month + 1) : name[0].toUpperCase() + name.slice(1);
  }
  if (unit === 'year')
    return named('time-year', calendar === 'AD' ? at : `X${at > 0 ? `+${at}` : at < 0 ? `−${-at}` : ''}`);
  const system = calendar ?? dates.bands[0]?.system ?? undefined;
  const bands = dates.bands.filter((band) => (band.system ?? undefined) === system);
  const band = bands.findLast((one) => one.at <= at);
  return band ? band.label.replaceAll('{n}', String(at - band.at + 1)) : named('time-grade', at);
}
