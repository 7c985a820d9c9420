/**
 * Data made complete: a learner's form is drawn while it is being filled in, and authors leave out what is empty. Lists are
 * lists, names are text and kinds are kinds, so that nothing that draws has to ask.
 *
 * Must not know: what is drawn.
 *
 * @template T
 * @typedef {{ [K in keyof T]?: T[K] }} PartOf
 */

import { letterOf } from './letters.js';
import { TIE_KINDS } from './tie-line.js';
import { datesOf } from './timeline-dates.js';
import { LANES } from './timeline-layout.js';

const FLOWS = /** @type {const} */ (['none', 'in', 'out', 'both']);

/** @param {PartOf<import('./ecomap.js').Ecomap>} data @returns {import('./ecomap.js').Ecomap} */
export function wholeEcomap(data) {
  const isLettered = data.labels === 'letters';
  return {
    ...data,
    center: { ...data.center, label: isLettered ? letterOf(0) : text(data.center?.label) },
    systems: list(data.systems).map((system, i) => ({
      ...system,
      ...(isLettered ? { label: letterOf(i + 1), note: undefined } : { label: text(system.label) }),
      kind: one(['formal', 'informal'], system.kind),
    })),
    ties: list(data.ties).map((tie) => ({
      ...tie,
      kind: one(TIE_KINDS, tie.kind, 'ordinary'),
      flow: one(FLOWS, tie.flow),
    })),
    between: list(data.between).map((pair) => ({ ...pair, kind: one(TIE_KINDS, pair.kind, 'ordinary') })),
  };
}

/**
 * With the rules by which its dates are read.
 * @param {PartOf<import('./timeline-layout.js').Timeline>} data
 * @param {import('./contract.js').Words} words
 * @returns {import('./timeline-layout.js').ReadTimeline}
 */
export function wholeTimeline(data, words) {
  return {
    ...data,
    dates: datesOf(words['@dates']),
    unit: data.unit ?? 'year',
    start: data.start ?? undefined,
    end: data.end ?? undefined,
    spans: list(data.spans).map((span) => ({
      ...span,
      label: text(span.label),
      lane: one(LANES, span.lane),
      from: span.from ?? '',
      to: span.to ?? undefined,
      feeling: span.feeling ?? undefined,
    })),
  };
}

/** @param {PartOf<import('./week.js').Week>} data @returns {import('./week.js').Week} */
export function wholeWeek(data) {
  return {
    ...data,
    rows: list(data.rows).map((row) => ({ ...row, label: text(row.label) })),
    cells: list(data.cells).map((cell) => ({ ...cell, text: text(cell.text) })),
  };
}

/** @template T @param {T[] | null | undefined} value @returns {T[]} */
function list(value) {
  return Array.isArray(value) ? value.filter((each) => each !== null && typeof each === 'object') : [];
}

/** @template T @param {readonly T[]} known @param {T | undefined} value @param {T} [otherwise] @returns {T} */
function one(known, value, otherwise = known[0]) {
  return known.find((each) => each === value) ?? otherwise;
}

/** @param {unknown} value */
function text(value) {
  return value === undefined || value === null ? '' : String(value);
}
