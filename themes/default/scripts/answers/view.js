/**
 * The list of answers with its search; read again from the store when something changed. A reader meanwhile stays where
 * they are: in the same place, at the same link, with the same sheets folded away.
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {import('./collect.js').Collected} Collected
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { collect } from './collect.js';
import { finding } from './find.js';
import { listing } from './list.js';
import { lookFor } from './look.js';
import { inSlices } from './slices.js';

const PAUSE = 300; // ms without a change

/** What a sheet that is to be deleted is called. @typedef {{ key: string, sheet: number, title: string }} Which */

export class View {
  /** Busy until it shows what the store holds. */
  box = make('div', 'answers-box');
  others = make('div', 'answers-others');
  #look = lookFor(() => void this.#show());
  #store;
  /** @type {Collected | undefined} */
  #all;
  #turn = 0;
  #stale = false;
  /** @type {number | undefined} */
  #timer;
  #read = () => {};

  /**
   * @param {HTMLElement} list  emptied
   * @param {Store} store
   */
  constructor(list, store) {
    this.#store = store;
    const banner = store.state.ownFile ? [ownFileBanner()] : [];
    list.replaceChildren(...banner, this.others, this.#look.element, this.box);
    document.addEventListener('visibilitychange', () => {
      if (this.#stale && document.visibilityState === 'visible') void this.refresh();
    });
  }

  async refresh() {
    clearTimeout(this.#timer);
    this.#stale = false;
    this.box.setAttribute('aria-busy', 'true');
    this.#all = await collect(this.#store);
    this.#read();
    await this.#show();
  }

  /** Refreshes once, when changes have stopped coming and the page is visible. */
  later() {
    this.#stale = true;
    this.box.setAttribute('aria-busy', 'true');
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  async collected() {
    return this.#all ?? collect(this.#store);
  }

  /** When the newest answer of the list was written: ISO time, or empty. */
  written() {
    const { groups = [], lost = [] } = this.#all?.outline ?? {};
    const works = [...groups.flatMap((group) => group.works), ...lost];
    return works.flatMap(({ sheets }) => sheets).reduce((last, { at }) => (at > last ? at : last), '');
  }

  /** Calls when the answers were read again. @param {() => void} listener */
  onRead(listener) {
    this.#read = listener;
  }

  /** Calls when the learner wants one sheet to be deleted. @param {(which: Which) => void} hear */
  onRemove(hear) {
    this.box.addEventListener('click', ({ target }) => {
      const sheet = target instanceof Element && target.closest('[data-remove]')?.closest('details');
      const work = sheet && sheet.closest('article');
      const title = work && work.querySelector('h3')?.firstElementChild?.textContent;
      if (!title) return;
      const called = `${title} ${sheet.querySelector('summary')?.firstChild?.textContent ?? ''}`.trim();
      hear({ key: work.dataset.key ?? '', sheet: Number(sheet.dataset.sheet), title: called });
    });
  }

  async #show() {
    if (!this.#all) return;
    const { works, outline, named } = this.#all;
    this.box.setAttribute('aria-busy', 'true');
    const mine = ++this.#turn;
    const isLate = () => mine !== this.#turn;
    const { words, open } = this.#look.wanted();
    this.#look.element.hidden = works.length === 0 && outline.open === 0;
    this.#look.count(outline.open);
    const shown = await this.#found(outline, words, isLate);
    if (!shown) return;
    const wanted = { words, open: open && words.length === 0, whole: false };
    const run = (/** @type {Generator<void, void, void>} */ steps) => {
      void inSlices(steps, isLate);
    };
    const restore = remember(this.box);
    await inSlices(listing(this.box, shown, wanted, run), isLate);
    if (isLate()) return;
    if (!named) this.box.prepend(make('p', 'answers-unnamed', word('catalogue-failed')));
    if (this.box.childElementCount === 0 && words.length === 0) this.box.append(this.#nothing());
    restore();
    if (!this.#stale) this.box.removeAttribute('aria-busy');
  }

  /**
   * What has the words that are looked for; undefined if the search is late.
   * @param {Collected['outline']} outline
   * @param {string[]} words
   * @param {() => boolean} isLate
   */
  async #found(outline, words, isLate) {
    if (words.length === 0) {
      this.#look.say('');
      return outline;
    }
    const found = await inSlices(finding(outline, words), isLate);
    if (!found) return undefined;
    this.#look.say(found.count > 0 ? word('answers-found', { n: found.count }) : word('answers-found-none'));
    return found.outline;
  }

  #nothing() {
    const { where, ownFile, error } = this.#store.state;
    const unknown = where === 'memory' || ownFile || error === 'unread';
    return make('p', 'answers-none', word(unknown ? 'answers-unknown' : 'answers-none'));
  }
}

/**
 * Where a reader is in the list, and the way back to it once the list was made again.
 * @param {HTMLElement} box
 */
function remember(box) {
  const nameOf = (/** @type {Element | null | undefined} */ element) => {
    const key = element?.closest('article')?.dataset.key;
    return key && `${key}#${element?.closest('details')?.dataset.sheet ?? ''}`;
  };
  const folded = new Set([...box.querySelectorAll('details:not([open])')].map(nameOf));
  const focused = box.contains(document.activeElement) ? nameOf(document.activeElement) : undefined;
  // As tall as it was, so that the page does not shrink under the reader's eyes.
  box.style.minBlockSize = `${box.offsetHeight}px`;
  return () => {
    for (const details of box.querySelectorAll('details')) if (folded.has(nameOf(details))) details.open = false;
    const target = focused && [...box.querySelectorAll('summary, h3 a')].find((element) => nameOf(element) === focused);
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    box.style.minBlockSize = '';
  };
}

/** Firefox on local files: what other pages hold cannot be seen from here. */
function ownFileBanner() {
  const open = button(
    word('import'),
    () => {
      const field = document.querySelector('input[data-import]');
      if (field instanceof HTMLInputElement) field.click();
    },
    'button small',
  );
  const banner = make('div', 'banner', make('p', '', word('answers-own-file')), make('p', 'banner-ways', open));
  banner.dataset.tone = 'info';
  return banner;
}
