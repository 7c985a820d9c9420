/**
 * The sentences of the case: one tab stop, arrow keys between them; the number (or the sentence) opens a row of buttons
 * below its paragraph that file it under a hypothesis.
 *
 * @typedef {import('./evidence.js').Side} Side
 * @typedef {import('./evidence.js').Evidence} Evidence
 * @typedef {object} PassageHost
 * @property {() => { n: number, say: string }[]} hypotheses  those that are shown
 * @property {(n: number, side: Side, evidence: Evidence) => void} file
 * @property {(id: string) => { n: number, side: Side }[]} filed
 */

import { word } from '../../scripts/dom/words.js';
import { words } from '../../scripts/dom/controls.js';
import { button, make, short } from '../../scripts/dom/element.js';
import { SIDES } from './evidence.js';

/** @param {ParentNode} root @returns {HTMLElement[]} */
export const sentencesIn = (root) =>
  [...root.querySelectorAll('.ledger-case .s[data-s]')].filter((it) => it instanceof HTMLElement);

/** "2-14": its stage and its number there, by id. @param {ParentNode} root @returns {Map<string, string>} */
export function numbersIn(root) {
  /** @type {Map<string, string>} */
  const numbers = new Map();
  for (const stage of root.querySelectorAll('.ledger-case [data-stage]')) {
    if (!(stage instanceof HTMLElement)) continue;
    [...stage.querySelectorAll('.s[data-s]')].forEach((sentence, i) => {
      if (sentence instanceof HTMLElement) numbers.set(sentence.dataset.s ?? '', `${stage.dataset.stage}-${i + 1}`);
    });
  }
  return numbers;
}

/** The button of a sentence, made here. @param {HTMLElement} sentence */
const pickOf = (sentence) => /** @type {HTMLElement} */ (sentence.querySelector('.s-pick'));

/** Where a key leads. @param {string} key @param {number} at @param {number} last @returns {number | undefined} */
const target = (key, at, last) =>
  ({ ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last })[key];

export class Passage {
  #root;
  #host;
  #sentences;
  #numbers;
  #attempt;
  /** @type {{ at: HTMLElement, panel: HTMLElement } | undefined} */
  #open;

  /** @param {HTMLElement} root @param {PassageHost} host */
  constructor(root, host) {
    this.#root = root;
    this.#host = host;
    this.#sentences = sentencesIn(root);
    this.#numbers = numbersIn(root);
    this.#attempt = root.closest('fieldset');
    this.#sentences.forEach((sentence, i) => this.#addPick(sentence, i === 0));
    root.addEventListener('keydown', (event) => this.#move(event));
    root.addEventListener('focusin', ({ target: pick }) => {
      if (!(pick instanceof HTMLElement) || !pick.matches('.s-pick')) return;
      for (const sentence of this.#sentences) pickOf(sentence).tabIndex = pickOf(sentence) === pick ? 0 : -1;
    });
  }

  /** Shows what is filed now. */
  update() {
    for (const sentence of this.#sentences) {
      const filed = this.#host.filed(sentence.dataset.s ?? '');
      const marks = filed.map(({ n, side }) => word(`ledger-mark-${side}`, { n })).join(' ');
      sentence.toggleAttribute('data-filed', marks !== '');
      const mark = sentence.querySelector('.s-mark');
      if ((mark?.textContent ?? '') === marks) continue;
      mark?.remove();
      if (marks) sentence.append(make('span', 's-mark', marks));
    }
    if (!this.#open) return;
    const filed = this.#host.filed(this.#open.at.dataset.s ?? '');
    for (const way of this.#open.panel.querySelectorAll('[data-file]')) {
      if (!(way instanceof HTMLElement)) continue;
      const isFiled = filed.some(({ n, side }) => way.dataset.file === `${side}.${n}`);
      way.setAttribute('aria-pressed', String(isFiled));
    }
  }

  /** @param {HTMLElement} sentence @param {boolean} first */
  #addPick(sentence, first) {
    const n = this.#numbers.get(sentence.dataset.s ?? '') ?? '';
    const pick = button(n, () => {}, 's-pick');
    pick.setAttribute('aria-label', word('ledger-pick', { n }));
    pick.setAttribute('aria-expanded', 'false');
    pick.tabIndex = first ? 0 : -1;
    sentence.prepend(pick);
    sentence.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) return;
      // Words may have been marked to be copied.
      if (event.target !== pick && document.getSelection()?.isCollapsed === false) return;
      this.#show(sentence);
    });
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const pick = event.target;
    if (!(pick instanceof HTMLElement) || !pick.matches('.s-pick')) return;
    const at = this.#sentences.findIndex((sentence) => pickOf(sentence) === pick);
    const to = target(event.key, at, this.#sentences.length - 1);
    const next = to === undefined ? undefined : this.#sentences[to];
    if (!next) return;
    event.preventDefault();
    pickOf(next).focus();
  }

  #close(back = false) {
    if (!this.#open) return;
    const { at, panel } = this.#open;
    panel.remove();
    pickOf(at).setAttribute('aria-expanded', 'false');
    if (back) pickOf(at).focus();
    this.#open = undefined;
  }

  /** @param {HTMLElement} sentence */
  #show(sentence) {
    if (this.#attempt?.disabled) return;
    const isOpen = this.#open?.at === sentence;
    this.#close();
    if (isOpen) return;
    const panel = this.#panel(sentence);
    const block = sentence.closest('p');
    if (block)
      block.after(panel); // a paragraph holds no block
    else sentence.parentElement?.append(panel);
    this.#open = { at: sentence, panel };
    pickOf(sentence).setAttribute('aria-expanded', 'true');
    this.update();
    panel.querySelector('button')?.focus({ preventScroll: true });
    panel.scrollIntoView({ block: 'nearest' });
  }

  /** @param {HTMLElement} sentence */
  #panel(sentence) {
    const n = this.#numbers.get(sentence.dataset.s ?? '') ?? '';
    const title = make('p', 's-panel-title', word('ledger-picked', { n }));
    title.id = `${this.#root.closest('form')?.dataset.answer?.replace('/', '-')}-pick`;
    const rows = this.#host.hypotheses().map((it) => this.#row(sentence, it));
    const close = button(word('ledger-pick-close'), () => this.#close(true), 'button small');
    const panel = make('div', 's-panel', title, ...rows, make('p', '', close));
    panel.setAttribute('role', 'group');
    panel.setAttribute('aria-labelledby', title.id);
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#close(true);
    });
    return panel;
  }

  /** A hypothesis and the buttons that file the sentence under it. @param {HTMLElement} sentence @param {{ n: number, say: string }} it */
  #row(sentence, { n, say }) {
    const called = word('ledger-hypothesis', { n });
    const ways = SIDES.map((side) => {
      const label = word(side === 'for' ? 'ledger-supports' : 'ledger-contradicts');
      const evidence = () => ({ words: words(sentence), id: sentence.dataset.s ?? '' });
      const way = button(label, () => this.#host.file(n, side, evidence()), 'button small');
      way.setAttribute('aria-label', `${called} ${label}`);
      way.dataset.file = `${side}.${n}`;
      return way;
    });
    return make(
      'p',
      's-panel-row',
      make('span', 's-panel-name', `${called}${say ? `${word('sign-space')}${short(say, 22)}` : ''}`),
      ...ways,
    );
  }
}
