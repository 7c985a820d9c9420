/**
 * An attempt that was compared, or a stage that was closed, is one unit: its texts and the mark that closed them. So is a sheet
 * that follows another one, and what was done step by step: an interview, an order of cards, the questions that were asked. Mixed
 * from two attempts it would say what no one did. A file brings all of it or nothing; if it differs from the local one, the learner sees both and chooses.
 *
 * Pure: changes nothing it is given.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Fields} Fields
 * @typedef {import('./store.js').Taken} Taken
 * @typedef {import('./merge.js').Merged} Merged
 * @typedef {import('./merge.js').Choice} Choice
 *
 * @typedef {object} AttemptClash  two attempts under one number
 * @property {string} key
 * @property {number} sheet
 * @property {Fields} mine
 * @property {Fields} theirs
 */

import { counted, hasMet, mergeOne } from './merge.js';
import { isEmpty } from '../dom/values.js';
import { MAX_SHEETS, addressOf, aside, equal, isSpecial } from './record.js';

/** @param {string} field */
const closes = (field) => /^@(?:looked$|committed\.|passed\.|before$|from$)/.test(field);

/** What was done step by step in an exercise. @param {string} field */
const isStep = (field) => /^(?:step\.\d+|place\.[^.]+|asked\.[^.]+)$/.test(field);

/** What makes an attempt one unit. @param {string} key @param {Fields} fields */
const bindingsOf = (key, fields) =>
  Object.keys(fields).filter((field) => binds(key, field) && !isEmpty(fields[field].value));

/** @param {string} key @param {string} field */
const binds = (key, field) => closes(field) || (key.startsWith('exercise/') && isStep(field));

/** @param {Fields} fields */
const textsOf = (fields) => Object.keys(fields).filter((field) => !isSpecial(field) && !isEmpty(fields[field].value));

/**
 * One sheet of a file and the one that is here.
 * @param {Merged} merged  grows
 * @param {{ key: string, sheet: number, fields: Fields }} theirs
 * @param {Fields | undefined} mine
 * @param {Fields[]} others  the other sheets of this work that are here
 * @returns {Generator<void, void, void>}  in steps of one field
 */
export function* mergeSheet(merged, { key, sheet, fields: theirs }, mine, others) {
  const way = mine ? wayOf(key, mine, theirs, others) : 'fields';
  if (mine && way === 'ask') {
    merged.attempts.push({ key, sheet, mine, theirs });
    return;
  }
  if (way === 'there') {
    for (const field of Object.keys(theirs)) merged.same += counted(field);
    return;
  }
  const names =
    mine && way === 'theirs' ? new Set([...Object.keys(theirs), ...bindingsOf(key, mine)]) : Object.keys(theirs);
  for (const field of names) {
    yield;
    const here = mine && Object.hasOwn(mine, field) ? mine[field] : undefined;
    const there = Object.hasOwn(theirs, field) ? theirs[field] : undefined;
    const address = addressOf(key, sheet, field);
    if (way !== 'fields' && here && binds(key, field)) {
      const entry = way === 'theirs' ? replaced(field, here, there) : beside(field, here, there);
      if (entry !== here) merged.take.push({ address, entry, was: here.rev });
      if (way === 'mine') merged[equal(here.value, there?.value ?? '') ? 'same' : 'kept'] += counted(field);
      else merged.filled += counted(field);
    } else if (there) {
      const isDecided = way === 'mine' && (closes(field) || (here && isEmpty(here.value) && hasMet(here, there)));
      if (isDecided) merged.kept += counted(field);
      else mergeOne(merged, address, here, there);
    }
  }
}

/** What is here, with what the file has beside it. @param {string} field @param {Entry} here @param {Entry} [there] */
function beside(field, here, there) {
  if (!isStep(field) || !there) return here;
  const entry = aside(here, [{ value: there.value, at: there.at }, ...(there.others ?? [])]);
  return (entry.others ?? []).length === (here.others ?? []).length ? here : entry;
}

/** What the file has in the place of what is here. @param {string} field @param {Entry} here @param {Entry} [there] */
function replaced(field, here, there) {
  const { value, rev, at, others } = there ?? { value: '', rev: here.rev, at: here.at };
  if (equal(value, here.value)) return beside(field, here, there);
  const entry = { value, rev: Math.max(rev, here.rev) + 1, at };
  if (!isStep(field)) return entry;
  return aside({ ...entry, ...(others && { others }) }, [{ value: here.value, at: here.at }, ...(here.others ?? [])]);
}

/**
 * @param {string} key
 * @param {Fields} mine
 * @param {Fields} theirs
 * @param {Fields[]} others
 * @returns {'fields' | 'mine' | 'theirs' | 'there' | 'ask'}
 *   fields: each for itself; mine, theirs: one holds what the other has, and its marks stay with it
 */
function wayOf(key, mine, theirs, others) {
  const marks = [...new Set([...bindingsOf(key, mine), ...bindingsOf(key, theirs)])];
  const isMarked = (/** @type {Fields} */ fields, /** @type {string} */ mark) =>
    Object.hasOwn(fields, mark) && !isEmpty(fields[mark].value);
  if (
    marks.every((mark) => isMarked(mine, mark) && isMarked(theirs, mark) && equal(mine[mark].value, theirs[mark].value))
  )
    return 'fields';
  const [holdsTheirs, holdsMine] = [holds(mine, theirs), holds(theirs, mine)];
  if (holdsTheirs && holdsMine) return 'fields';
  if (holdsTheirs) return 'mine';
  // What was compared stays as it was compared, unless someone has chosen already.
  const isContinued = bindingsOf(key, mine).every(
    (mark) => isMarked(theirs, mark) && equal(mine[mark].value, theirs[mark].value),
  );
  const isChosen = textsOf(mine).some((field) => !equal(theirs[field]?.value ?? '', mine[field].value));
  if (holdsMine && (isContinued || isChosen)) return 'theirs';
  return others.some((other) => holds(other, theirs) && holds(theirs, other)) ? 'there' : 'ask';
}

/**
 * Whether one has every text of the other, current or put aside.
 * @param {Fields} one
 * @param {Fields} other
 */
function holds(one, other) {
  return textsOf(other).every((field) => {
    const there = Object.hasOwn(one, field) ? one[field] : undefined;
    return there !== undefined && (equal(there.value, other[field].value) || hasMet(there, other[field]));
  });
}

/**
 * What is stored when one of two attempts was chosen, or both.
 * @param {AttemptClash} clash
 * @param {Choice} choice
 * @param {number} free  the number under which another attempt can be
 * @returns {Taken[]}
 */
export function chosenAttempt({ key, sheet, mine, theirs }, choice, free) {
  if (choice === 'both' && free <= MAX_SHEETS) {
    return Object.keys(theirs).map((field) => ({ address: addressOf(key, free, field), entry: theirs[field], was: 0 }));
  }
  const [force, loser] = choice === 'theirs' ? [theirs, mine] : [mine, theirs];
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((field) => {
    const [won, lost] = [force, loser].map((fields) => (Object.hasOwn(fields, field) ? fields[field] : undefined));
    const here = Object.hasOwn(mine, field) ? mine[field] : undefined;
    if (isSpecial(field) && (choice !== 'theirs' || !closes(field))) return [];
    const { value, at } = won ?? { value: typeof lost?.value === 'string' ? '' : [], at: lost?.at ?? '' };
    const rev = Math.max(won?.rev ?? 0, lost?.rev ?? 0) + 1;
    const beside = isSpecial(field) || !lost ? [] : [{ value: lost.value, at: lost.at }, ...(lost.others ?? [])];
    return [
      {
        address: addressOf(key, sheet, field),
        entry: aside({ value, rev, at, ...(won?.others && { others: won.others }) }, beside),
        was: here?.rev ?? 0,
      },
    ];
  });
}
