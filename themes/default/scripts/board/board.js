/**
 * What was gathered on the board: people, the works that they answered, what is open, what may be shown, the piles. It is in the memory of this
 * page only: nothing of it is stored, and it has nothing to do with the answers of whoever sits here.
 *
 * @typedef {import('./people.js').BoardPerson} BoardPerson
 * @typedef {import('./questions.js').BoardQuestion} BoardQuestion
 * @typedef {import('./view.js').BoardView} BoardView
 * @typedef {import('./view.js').BoardPile} BoardPile
 * @typedef {import('../answers/catalogue.js').Catalogue} Catalogue
 *
 * @typedef {{ key: string, title: string, people: number }} BoardWork
 * @typedef {{ id: string, name: string, cards: Set<string> }} KeptPile
 *
 * @typedef {object} BoardShown  what the room sees
 * @property {{ key: string, title: string, people: number, views: BoardView[] }[]} works
 * @property {{ title: string, people: number[], rows: { label: string, cells: string[] }[] } | null} beside
 * @property {string} at     the question that the room looks at
 * @property {number} looks  it rises each time the room is led there
 */

import { inSlices } from '../answers/slices.js';
import { isFew } from './spread.js';
import { questionsOf } from './questions.js';
import { viewing } from './view.js';

export class GatheredBoard {
  /** @type {BoardPerson[]} */
  people = [];
  /** The questions that are open. @type {Set<string>} */
  open = new Set();
  /** What was held back and may be shown. @type {Set<string>} */
  cleared = new Set();
  /** The question that the room looks at. */
  at = '';
  /** The people who are side by side, and the work. @type {{ key: string, people: number[] } | null} */
  beside = null;
  /** The works that are shown, in their order; empty: all. @type {string[]} */
  chosen = [];
  #looks = 0;
  #catalogue;
  /** @type {Map<string, KeptPile[]>} */
  #piles = new Map();
  #pileCount = 0;
  /** What was made of the answers, until they change. @type {Map<string, Promise<BoardView>>} */
  #views = new Map();
  /** The questions of each work. @type {Map<string, BoardQuestion[]>} */
  #questions = new Map();
  /** @type {() => void} */
  #changed;

  /** @param {Catalogue} catalogue @param {() => void} changed */
  constructor(catalogue, changed) {
    this.#catalogue = catalogue;
    this.#changed = changed;
  }

  /** Other answers are there. */
  renewed() {
    this.#views.clear();
    this.#changed();
  }

  /** Forgets everything. */
  clear() {
    this.people = [];
    this.open.clear();
    this.cleared.clear();
    this.#piles.clear();
    this.at = '';
    this.beside = null;
    this.renewed();
  }

  /** The works that someone answered, in the order of the course or of a session. @returns {BoardWork[]} */
  works() {
    const asked = this.#catalogue.works;
    const order = this.chosen.length > 0 ? this.chosen : asked.map(({ key }) => key);
    return order.flatMap((key) => {
      const work = asked.find((one) => one.key === key);
      const people = this.people.filter((person) => person.works.has(key)).length;
      return work && people > 0 ? [{ key, title: work.title, people }] : [];
    });
  }

  /** @param {string} key */
  questions(key) {
    const known = this.#questions.get(key);
    if (known) return known;
    const work = this.#catalogue.works.find((one) => one.key === key);
    const questions = work ? questionsOf(work) : [];
    this.#questions.set(key, questions);
    return questions;
  }

  /** @param {string} id @param {boolean} isOpen */
  turn(id, isOpen) {
    if (isOpen) this.open.add(id);
    else this.open.delete(id);
    if (isOpen) this.#lead(id);
    this.#changed();
  }

  /** Opens or closes all questions of a work. @param {string} key @param {boolean} isOpen */
  turnAll(key, isOpen) {
    for (const { id } of this.questions(key)) {
      if (isOpen) this.open.add(id);
      else this.open.delete(id);
    }
    if (isOpen) this.#lead(this.questions(key)[0]?.id ?? '');
    this.#changed();
  }

  /** @param {string} id */
  clearHeld(id) {
    this.cleared.add(id);
    this.renewed();
  }

  /** @param {BoardQuestion} question @returns {Promise<BoardView>} */
  async view(question) {
    const known = this.#views.get(question.id) ?? this.#made(question);
    this.#views.set(question.id, known);
    const view = await known;
    return { ...view, piles: this.#pilesOf(view) };
  }

  /** @param {BoardQuestion} question */
  async #made(question) {
    const view = await inSlices(viewing(question, this.people, this.cleared));
    if (!view) throw new Error('it is never given up');
    return view;
  }

  /** @param {string} key @param {number[]} people */
  setBeside(key, people) {
    this.beside = people.length > 1 ? { key, people } : null;
    this.#changed();
  }

  /** @param {string[]} keys */
  choose(keys) {
    this.chosen = keys;
    this.#changed();
  }

  /** @param {string} id */
  lookAt(id) {
    this.#lead(id);
    this.#changed();
  }

  /** @param {string} id */
  #lead(id) {
    this.at = id;
    this.#looks += 1;
  }

  /** Something was pressed that changes no answer. */
  again() {
    this.#changed();
  }

  /** @param {BoardView} view @returns {BoardPile[]} */
  #pilesOf({ id, cards, people }) {
    const there = new Set(cards.map((card) => card.id));
    const piles = (this.#piles.get(id) ?? []).map((pile) => ({
      id: pile.id,
      name: pile.name,
      cards: [...pile.cards].filter((card) => there.has(card)),
    }));
    const counts = piles.map((pile) => pile.cards.length);
    return piles.map((pile) => ({ ...pile, isFew: isFew(pile.cards.length, counts, people) }));
  }

  /** Puts a card into a pile; without one it is in none. @param {string} question @param {string} card @param {string} pile */
  put(question, card, pile) {
    for (const one of this.#piles.get(question) ?? []) {
      if (one.id === pile) one.cards.add(card);
      else one.cards.delete(card);
    }
    this.#changed();
  }

  /** @param {string} question @returns {string}  its id */
  addPile(question) {
    this.#pileCount += 1;
    const id = `pile-${this.#pileCount}`;
    this.#piles.set(question, [...(this.#piles.get(question) ?? []), { id, name: '', cards: new Set() }]);
    this.#changed();
    return id;
  }

  /** While it is typed, nothing else changes. @param {string} question @param {string} pile @param {string} name */
  namePile(question, pile, name) {
    const found = this.#piles.get(question)?.find(({ id }) => id === pile);
    if (found) found.name = name.slice(0, 200);
  }

  /** Its cards are in no pile then. @param {string} question @param {string} pile */
  removePile(question, pile) {
    this.#piles.set(
      question,
      (this.#piles.get(question) ?? []).filter(({ id }) => id !== pile),
    );
    this.#changed();
  }

  /**
   * What is open, or all of it; nothing that is held back.
   * @param {boolean} [isAll]
   * @returns {Promise<BoardShown>}
   */
  async shown(isAll = false) {
    const works = [];
    for (const work of this.works()) {
      const questions = this.questions(work.key).filter(({ id }) => isAll || this.open.has(id));
      const views = [];
      for (const question of questions) {
        const view = await this.view(question);
        if (view.as !== 'few' || !isAll) views.push({ ...view, held: [] });
      }
      works.push({ ...work, views });
    }
    return { works, beside: this.#besideOf(works), at: this.at, looks: this.#looks };
  }

  /** What is open of one work, by person. @param {BoardShown['works']} works @returns {BoardShown['beside']} */
  #besideOf(works) {
    const work = works.find(({ key }) => key === this.beside?.key);
    const people = this.beside?.people ?? [];
    if (!work || people.length < 2) return null;
    const rows = work.views
      .filter(({ said }) => said.length > 0)
      .map(({ label, said }) => ({
        label,
        cells: people.map((person) => {
          const own = said.filter((one) => one.person === person);
          return own.map((one) => (own.length > 1 ? `${one.label}\n${one.text}` : one.text)).join('\n\n');
        }),
      }));
    return { title: work.title, people, rows };
  }
}
