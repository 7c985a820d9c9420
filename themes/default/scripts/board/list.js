/**
 * The works on the board in the facilitator's window: closed, with their questions, which are opened one by one.
 *
 * @typedef {import('./board.js').GatheredBoard} GatheredBoard
 * @typedef {import('./board.js').BoardWork} BoardWork
 * @typedef {import('./questions.js').BoardQuestion} BoardQuestion
 * @typedef {import('./view.js').BoardView} BoardView
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { kept, pilesOf } from './piles.js';
import { besideOf, bodyOf, headOf } from './show.js';
import { nameOf } from './view.js';

const MOST_BESIDE = 4;

export class BoardList {
  #board;
  #root;
  #turn = 0;
  /** The people who were ticked, by work. @type {Map<string, number[]>} */
  #besides = new Map();

  /** @param {HTMLElement} root @param {GatheredBoard} board */
  constructor(root, board) {
    this.#root = root;
    this.#board = board;
  }

  /** Shows what the board holds. Who is at a button stays there. */
  async update() {
    const mine = ++this.#turn;
    this.#root.setAttribute('aria-busy', 'true');
    const before = new Map([...this.#root.querySelectorAll('details[data-key]')].map((part) => [keyOf(part), part]));
    const parts = [];
    for (const work of this.#board.works()) {
      const known = before.get(work.key);
      const part = known instanceof HTMLDetailsElement ? known : this.#workOf(work);
      const count = part.querySelector('.gathered-count');
      if (count) count.textContent = word('board-people', { n: work.people });
      parts.push({ part, made: part.open ? await this.#questionsOf(work) : [] });
    }
    if (mine !== this.#turn) return;
    const focused = focusIn(this.#root);
    // What stays in its place is not moved, so that nothing in it loses the focus.
    const shown = [...this.#root.children];
    if (parts.length !== shown.length || parts.some(({ part }, at) => part !== shown[at]))
      this.#root.replaceChildren(...parts.map(({ part }) => part));
    for (const { part, made } of parts) part.querySelector('.gathered-inside')?.replaceChildren(...made);
    focused();
    this.#root.removeAttribute('aria-busy');
  }

  /** @param {BoardWork} work */
  #workOf({ key, title }) {
    const part = make(
      'details',
      'gathered-work',
      make('summary', '', make('h2', 'gathered-title', title), ' ', make('span', 'gathered-count')),
      make('div', 'gathered-inside'),
    );
    part.dataset.key = key;
    part.addEventListener('toggle', () => void this.update());
    return part;
  }

  /** @param {BoardWork} work @returns {Promise<HTMLElement[]>} */
  async #questionsOf(work) {
    const questions = this.#board.questions(work.key);
    const open = questions.filter(({ id }) => this.#board.open.has(id));
    const all = kept(
      button(
        word(open.length > 0 ? 'board-close-all' : 'board-open-all'),
        () => this.#board.turnAll(work.key, open.length === 0),
        'button small',
      ),
      'all',
    );
    const parts = [];
    for (const question of questions) parts.push(await this.#questionOf(question));
    const beside = (await this.#board.shown()).beside;
    return [
      make('p', 'gathered-ways', all),
      ...parts,
      this.#besideWays(work),
      ...(beside && this.#board.beside?.key === work.key ? [besideOf(beside)] : []),
    ];
  }

  /** @param {BoardQuestion} question */
  async #questionOf(question) {
    const board = this.#board;
    const isOpen = board.open.has(question.id);
    const turn = kept(
      button(
        word(isOpen ? 'board-close' : 'board-open'),
        () => board.turn(question.id, !isOpen),
        isOpen ? 'button small' : 'button small primary',
      ),
      'turn',
      word(isOpen ? 'board-close-of' : 'board-open-of', { question: nameOf(question) }),
    );
    const part = make('section', 'gathered-question');
    part.dataset.question = question.id;
    if (!isOpen) {
      const label = make('h3', 'gathered-label', nameOf(question));
      part.append(make('div', 'gathered-head', label, turn));
      return part;
    }
    const view = await board.view(question);
    part.dataset.open = '';
    const look = kept(
      button(word('board-look'), () => board.lookAt(question.id), 'button small'),
      'look',
    );
    const head = headOf(view, 'h3');
    head.append(turn, look);
    const body =
      view.as === 'cards' ? [pilesOf(board, view), ...bodyOf({ ...view, cards: [], piles: [] })] : bodyOf(view);
    part.append(head, ...body, ...this.#heldOf(view));
    return part;
  }

  /** What is held back: read here, and shown to the room only when that is said. @param {BoardView} view */
  #heldOf({ held }) {
    if (held.length === 0) return [];
    const items = held.map(({ id, person, label, text, kinds }) =>
      make(
        'li',
        'gathered-card',
        make('p', 'gathered-text', text.slice(0, 1500)),
        make('p', 'gathered-who', word('board-who', { who: String(person) }), ' ', label),
        make('p', 'gathered-why', kinds.map((kind) => word(`personal-kind-${kind}`)).join(' ')),
        kept(
          button(word('board-show-held'), () => this.#board.clearHeld(id), 'button small'),
          `held ${id}`,
        ),
      ),
    );
    return [
      make(
        'details',
        'gathered-held',
        make('summary', '', word('board-held', { n: held.length })),
        make('p', 'gathered-hint', word('board-held-about')),
        make('ul', 'plain gathered-wall', ...items),
      ),
    ];
  }

  /** @param {BoardWork} work */
  #besideWays({ key }) {
    const board = this.#board;
    const people = board.people.filter((person) => person.works.has(key));
    if (people.length < 2) return make('div', '');
    const boxes = people.map(({ number }) => {
      const box = make('input', '');
      box.type = 'checkbox';
      box.checked = this.#picked(key).includes(number);
      box.dataset.keep = `beside ${number}`;
      box.addEventListener('change', () => {
        const now = box.checked ? [...this.#picked(key), number] : this.#picked(key).filter((one) => one !== number);
        this.#besides.set(
          key,
          now.slice(-MOST_BESIDE).sort((a, b) => a - b),
        );
        board.setBeside(key, this.#picked(key));
      });
      return make('label', 'option', box, make('span', 'option-text', word('board-who', { who: String(number) })));
    });
    return make(
      'fieldset',
      'gathered-besides',
      make('legend', '', word('board-beside')),
      make('div', 'gathered-ways', ...boxes),
    );
  }

  /** @param {string} key */
  #picked(key) {
    return this.#besides.get(key) ?? [];
  }
}

/** @param {Element} part */
const keyOf = (part) => (part instanceof HTMLElement ? (part.dataset.key ?? '') : '');

/** Where the focus is, and the way back to it once the questions were made again. @param {HTMLElement} root */
function focusIn(root) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !root.contains(active)) return () => {};
  const question = active.closest('[data-question]')?.getAttribute('data-question');
  const work = active.closest('[data-key]')?.getAttribute('data-key');
  const { keep } = active.dataset;
  return () => {
    if (root.contains(active)) return;
    const within = [...root.querySelectorAll('[data-keep]')].filter(
      (part) =>
        part.closest('[data-question]')?.getAttribute('data-question') === question &&
        part.closest('[data-key]')?.getAttribute('data-key') === work,
    );
    const same = within.find((part) => part instanceof HTMLElement && part.dataset.keep === keep);
    // The pressed button may be gone, as that of a pile is: the focus stays in the question.
    const next = same ?? within[0];
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  };
}
