/**
 * One question as it is shown: from the answers of all people to lists of words and numbers, without anything that was held back. What
 * is projected, printed and exported is made from these.
 *
 * Pure but for the words.
 *
 * @typedef {import('./questions.js').BoardQuestion} BoardQuestion
 * @typedef {import('./people.js').BoardPerson} BoardPerson
 * @typedef {import('./said.js').BoardSaid} BoardSaid
 *
 * @typedef {{ label: string, count: number, people: number[], isFew: boolean }} BoardCount
 * @typedef {{ id: string, people: number[], text: string, ids: string[] }} BoardCard  ids: the answers that are on it
 * @typedef {{ id: string, name: string, cards: string[], isFew: boolean }} BoardPile
 * @typedef {{ person: number, first: string, last: string }} BoardPair
 * @typedef {{ id: string, person: number, label: string, text: string, kinds: string[] }} BoardHeld
 *
 * @typedef {object} BoardView
 * @property {string} id
 * @property {string} label
 * @property {'few' | 'spread' | 'grid' | 'numbers' | 'cards' | 'taken' | 'revised'} as   few: too few people answered
 * @property {number} people     how many answered
 * @property {boolean} isSplit   the room is split
 * @property {BoardCount[]} counts                                  of options, numbers, sentences
 * @property {string[]} columns                                     of a grid
 * @property {{ label: string, counts: number[], isSplit: boolean }[]} rows   without counts if too few people answered
 * @property {{ least: string, middle: string, most: string } | null} numbers
 * @property {BoardCard[]} cards
 * @property {BoardPile[]} piles
 * @property {BoardPair[]} pairs    what each person wrote first and last
 * @property {BoardSaid[]} said     everything that is shown
 * @property {BoardHeld[]} held     what is not
 */

import { normalise } from '../dom/normalise.js';
import { word } from '../dom/words.js';
import { evidenceOf } from '../../exercise/formulation/evidence.js';
import { KINDS } from './questions.js';
import { lastSheets, saying, sheetsOf } from './said.js';
import { FEWEST, isFew, isSplit } from './spread.js';

const NUMBER = /^-?\d{1,9}(?:\.\d{1,4})?$/;
const SHORT = 40; // characters of answers that are counted if they are the same
const MOST_NUMBERS = 12; // different numbers that are shown one by one

/**
 * @param {BoardQuestion} question
 * @param {BoardPerson[]} people
 * @param {ReadonlySet<string>} cleared  what was held back and may be shown
 * @returns {Generator<void, BoardView, void>}
 */
export function* viewing(question, people, cleared) {
  /** @type {BoardSaid[]} */
  const all = [];
  /** @type {BoardPair[]} */
  const pairs = [];
  for (const person of people) {
    const isHeld = (/** @type {BoardSaid} */ { held, id }) => held.length > 0 && !cleared.has(id);
    if (question.as === 'revised') {
      const said = yield* saying(person, question, sheetsOf(person, question));
      all.push(...said.filter(({ field }) => isRevised(question, field)));
      pairs.push(
        ...revisions(
          question,
          said.filter((one) => !isHeld(one)),
        ),
      );
      continue;
    }
    all.push(...(yield* saying(person, question, lastSheets(person, question))));
    const sheets = sheetsOf(person, question);
    if (['texts', 'sheets'].includes(question.as) && sheets.length > 1 && sheets.some(isSuccessor)) {
      const said = yield* saying(person, question, sheets);
      pairs.push(...attempts(said.filter((one) => !isHeld(one))));
    }
  }
  const count = new Set(all.map(({ person }) => person)).size;
  const view = empty(question, count);
  if (count < FEWEST) return view;
  const said = all.filter(({ held, id }) => held.length === 0 || cleared.has(id));
  const held = all
    .filter((one) => !said.includes(one))
    .map(({ id, person, label, text, held: kinds }) => ({ id, person, label, text, kinds }));
  return { ...view, said, held, pairs, ...shape(question, said, count) };
}

/** What a question is called. @param {BoardQuestion} question */
export function nameOf({ label, as, fields }) {
  if (label !== '') return label;
  return as === 'revised' ? word('board-revised') : word('board-items', { n: fields.length });
}

/** @param {BoardQuestion} question @param {number} people @returns {BoardView} */
function empty(question, people) {
  const lists = { counts: [], columns: [], rows: [], cards: [], piles: [], pairs: [], said: [], held: [] };
  return { id: question.id, label: nameOf(question), as: 'few', people, isSplit: false, numbers: null, ...lists };
}

/**
 * @param {BoardQuestion} question
 * @param {BoardSaid[]} said
 * @param {number} people
 * @returns {Partial<BoardView>}
 */
function shape(question, said, people) {
  const isNumeric = said.length > 0 && said.every(({ value, text }) => typeof value === 'string' && NUMBER.test(text));
  switch (question.as) {
    case 'revised':
      return { as: 'revised' };
    case 'spread':
      return spread(optionsOf(question), said, people);
    case 'grid':
      return grid(question, said, optionsOf(question));
    case 'sheets':
      return isNumeric
        ? grid(question, said, numbersIn(said))
        : { as: 'cards', cards: inOne(said, ({ person, sheet }) => `${person}/${sheet}`) };
    case 'rows':
      return {
        as: 'cards',
        cards: inOne(said, ({ person, sheet, cell }) => `${person}/${sheet}/${cell?.table}/${cell?.row}`, true),
      };
    default:
      if (isNumeric) return numbers(said, people);
      return said.some(({ value }) => typeof value !== 'string')
        ? taken(said, people)
        : { as: 'cards', cards: cardsOf(said) };
  }
}

/** @param {BoardQuestion} question @returns {[id: string, label: string][]} */
const optionsOf = ({ fields }) => Object.entries(fields[0].options ?? {});

/** @param {BoardSaid[]} said @returns {[id: string, label: string][]} */
const numbersIn = (said) =>
  [...new Set(said.map(({ text }) => text))].sort((a, b) => Number(a) - Number(b)).map((one) => [one, one]);

/** @param {BoardSaid} said */
const choicesOf = ({ value }) => [value].flat();

/** The people who gave each answer, each once. @param {BoardSaid[]} said @param {(one: BoardSaid) => string[]} answers */
function peopleBy(said, answers) {
  /** @type {Map<string, Set<number>>} */
  const by = new Map();
  for (const one of said)
    for (const answer of answers(one)) {
      const people = by.get(answer) ?? new Set();
      by.set(answer, people.add(one.person));
    }
  return by;
}

/**
 * @param {[label: string, people: Iterable<number>][]} answers
 * @param {number} people
 * @returns {BoardCount[]}
 */
function countsOf(answers, people) {
  const sets = answers.map(([label, some]) => ({ label, people: [...some].sort((a, b) => a - b) }));
  const all = sets.map((one) => one.people.length);
  return sets.map((one) => ({ ...one, count: one.people.length, isFew: isFew(one.people.length, all, people) }));
}

/** @param {[id: string, label: string][]} options @param {BoardSaid[]} said @param {number} people @returns {Partial<BoardView>} */
function spread(options, said, people) {
  const known = new Set(options.map(([id]) => id));
  const by = peopleBy(said, (one) => choicesOf(one).map((id) => (known.has(id) ? id : '')));
  const gone = by.get('');
  const counts = countsOf(
    [
      ...options.map(([id, label]) => /** @type {[string, Iterable<number>]} */ ([label, by.get(id) ?? []])),
      ...(gone ? [/** @type {[string, Iterable<number>]} */ ([word('board-gone'), gone])] : []),
    ],
    people,
  );
  return {
    as: 'spread',
    counts,
    isSplit: isSplit(
      counts.map(({ count }) => count),
      people,
    ),
  };
}

/** @param {BoardQuestion} question @param {BoardSaid[]} said @param {[id: string, label: string][]} columns @returns {Partial<BoardView>} */
function grid({ fields }, said, columns) {
  /** @type {Set<BoardSaid>} */
  const shown = new Set();
  const rows = fields.flatMap((field) => {
    // A question that is asked again and again (`in.own.1`) has a row for each.
    const of = said.filter((one) => one.field === field.id || (field.many && one.field.startsWith(`${field.id}.`)));
    return [...new Set(of.map(({ label }) => label))].map((label) => {
      const same = of.filter((one) => one.label === label);
      const people = new Set(same.map(({ person }) => person)).size;
      // Of an item that too few answered only its name is shown.
      if (people < FEWEST) return { label, counts: [], isSplit: false };
      for (const one of same) shown.add(one);
      const by = peopleBy(same, choicesOf);
      const counts = columns.map(([id]) => by.get(id)?.size ?? 0);
      return { label, counts, isSplit: isSplit(counts, people) };
    });
  });
  return { as: 'grid', columns: columns.map(([, label]) => label), rows, said: said.filter((one) => shown.has(one)) };
}

/** @param {BoardSaid[]} said @param {number} people @returns {Partial<BoardView>} */
function numbers(said, people) {
  const sorted = said.map(({ text }) => text).sort((a, b) => Number(a) - Number(b));
  const by = peopleBy(said, ({ text }) => [text]);
  const shown = numbersIn(said).slice(0, MOST_NUMBERS);
  const counts = countsOf(
    shown.map(([one]) => [one, by.get(one) ?? []]),
    people,
  );
  const [least = '', most = ''] = [sorted[0], sorted.at(-1)];
  return { as: 'numbers', numbers: { least, middle: sorted[Math.floor((sorted.length - 1) / 2)] ?? '', most }, counts };
}

/** What was taken from a text, by how many. @param {BoardSaid[]} said @param {number} people @returns {Partial<BoardView>} */
function taken(said, people) {
  const by = peopleBy(said, (one) => choicesOf(one).map((item) => evidenceOf(item).words));
  const counts = countsOf([...by], people).sort((a, b) => b.count - a.count);
  return { as: 'taken', counts };
}

/** One card for each answer; short answers that are the same are one card. @param {BoardSaid[]} said @returns {BoardCard[]} */
function cardsOf(said) {
  /** @type {Map<string, BoardCard>} */
  const cards = new Map();
  for (const { id, person, text } of said) {
    const key = text.length <= SHORT ? normalise(text) : id;
    const known = cards.get(key);
    known?.ids.push(id);
    if (!known) cards.set(key, { id, people: [person], text, ids: [id] });
    else if (!known.people.includes(person)) known.people.push(person);
  }
  return [...cards.values()];
}

/**
 * One card for all answers that belong together.
 * @param {BoardSaid[]} said
 * @param {(one: BoardSaid) => string} together
 * @param {boolean} [isRow]  its labels are those of the columns
 * @returns {BoardCard[]}
 */
function inOne(said, together, isRow = false) {
  /** @type {Map<string, BoardCard>} */
  const cards = new Map();
  for (const one of said) {
    const id = together(one);
    const line = word('sign-label', { label: (isRow && one.cell?.column) || one.label, text: one.text });
    const known = cards.get(id);
    known?.ids.push(one.id);
    if (known) known.text += `\n${line}`;
    else cards.set(id, { id, people: [one.person], text: line, ids: [one.id] });
  }
  return [...cards.values()];
}

/** Whether a sheet follows another: an attempt after the first, or a form that was filled in again. @param {import('../answers/record.js').Answered} sheet */
const isSuccessor = ({ key, sheet, fields }) =>
  (key.startsWith('exercise/') && sheet > 1) || '@before' in fields || '@from' in fields;

/** What a person wrote first and last in the attempts. @param {BoardSaid[]} said @returns {BoardPair[]} */
function attempts(said) {
  /** @type {Map<string, BoardSaid[]>} */
  const byField = new Map();
  for (const one of said) byField.set(one.field, [...(byField.get(one.field) ?? []), one]);
  return [...byField.values()].flatMap((all) => pair(all[0], all[all.length - 1]));
}

/** @param {BoardSaid | undefined} first @param {BoardSaid | undefined} last @returns {BoardPair[]} */
const pair = (first, last) =>
  !first || !last || first === last || first.text === last.text
    ? []
    : [{ person: first.person, first: first.text, last: last.text }];

/** @param {BoardQuestion} question @param {string} field */
const isRevised = ({ work }, field) => (KINDS[work.kind]?.revised ?? []).some((pattern) => pattern.test(field));

/** What a person wrote first and last of one thing, of the last attempt. @param {BoardQuestion} question @param {BoardSaid[]} said @returns {BoardPair[]} */
function revisions({ work }, said) {
  const patterns = KINDS[work.kind]?.revised;
  const sheet = Math.max(...said.map((one) => one.sheet));
  const own = said.filter((one) => one.sheet === sheet);
  if (!patterns) return [];
  const [firsts, lasts] = patterns.map((pattern) =>
    own.flatMap((one) => {
      const found = pattern.exec(one.field);
      return found ? [{ of: found[1], one }] : [];
    }),
  );
  return [...new Set(firsts.map(({ of }) => of))].flatMap((of) =>
    pair(firsts.find((it) => it.of === of)?.one, lasts.findLast((it) => it.of === of)?.one),
  );
}
