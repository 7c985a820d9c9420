/**
 * A search on a page, in the dialog or on its own page: reads the field while the reader types, shows the results, says
 * how many there are, moves by arrow keys.
 *
 * Never touches the field's value, and waits while an input method is composing (a Japanese word in the making is no
 * query). The texts it shows come from data attributes of its element: none, meant, near, count, counting, short, failed, later, part.
 *
 * @typedef {import('./query.js').Index} Index
 * @typedef {import('./query.js').Hit} Hit
 */

import { SCREENFUL, answerable, find, findNear, stems, words } from './query.js';
import { result } from './results.js';

const PAUSE = 120; // ms without typing before the index is asked
const FEW = 3; // results with which it can stop before more files are loaded

/**
 * @param {HTMLElement} root
 * @param {() => Index} index
 * @param {string} base
 * @param {(query: string) => void} [asked]  called with each query that was answered
 * @returns {((query: string) => void) | undefined}  asks from outside; undefined if the markup lacks a field
 */
export function attach(root, index, base, asked = () => {}) {
  const input = root.querySelector('input.search-input');
  const results = root.querySelector('.search-results');
  if (!(input instanceof HTMLInputElement) || !(results instanceof HTMLElement)) return undefined;
  const search = new Search({ root, input, results, index, base, asked });
  search.listen();
  return (query) => {
    input.value = query;
    void search.ask();
  };
}

/**
 * @typedef {object} SearchHost
 * @property {HTMLElement} root
 * @property {HTMLInputElement} input
 * @property {HTMLElement} results
 * @property {() => Index} index
 * @property {string} base
 * @property {(query: string) => void} asked
 */

class Search {
  #host;
  #status;
  #more;
  /** The query that is being answered; one that comes later makes it stale. */
  #turn = 0;
  /** @type {number | undefined} */
  #timer;
  /** @type {AsyncGenerator<Hit | null, void, void> | undefined} */
  #found;
  /** @type {Hit | undefined} */
  #ahead;
  #shown = 0;
  /** The addresses that are shown. @type {Set<string>} */
  #seen = new Set();
  /** What is said instead of the count, where nothing holds the words as they are. @type {{ name: string, meant: string } | undefined} */
  #near;
  /** @type {string[]} */
  #wanted = [];
  /** @type {import('./query.js').SearchRules | undefined} */
  #rules;

  /** @param {SearchHost} host */
  constructor(host) {
    this.#host = host;
    this.#status = statusOf(host.root, host.results);
    this.#more = host.root.querySelector('button.search-more');
  }

  listen() {
    const { root, input, results } = this.#host;
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#later();
    });
    // Chromium sends no `input` after a composition.
    input.addEventListener('compositionend', () => this.#later());
    root.querySelector('form')?.addEventListener('submit', async (event) => {
      event.preventDefault();
      await this.ask();
      hits(results)[0]?.focus();
    });
    this.#more?.addEventListener('click', () => void this.#showMore());
    root.addEventListener('keydown', (event) => move(event, input, hits(results)));
  }

  async ask() {
    const { input, results, index, asked } = this.#host;
    clearTimeout(this.#timer);
    const mine = ++this.#turn;
    const query = input.value;
    this.#wanted = words(query);
    this.#found = undefined;
    this.#ahead = undefined;
    this.#shown = 0;
    this.#near = undefined;
    this.#seen = new Set();
    if (!answerable(this.#wanted)) {
      results.replaceChildren();
      this.#offerMore(false);
      this.#say(this.#wanted.length > 0 ? 'short' : undefined);
      asked(query);
      return;
    }
    const list = document.createElement('ol');
    list.className = 'search-list';
    try {
      const { rules } = await index().meta();
      if (mine !== this.#turn) return;
      this.#rules = rules;
      this.#wanted = stems(this.#wanted, rules);
      this.#found = find(this.#wanted, index());
      let isMore = await this.#extend(list);
      const isLittle = this.#shown === 0 || (this.#wanted.length > 1 && this.#shown < FEW && !isMore);
      if (mine === this.#turn && isLittle) isMore = await this.#resemble(list);
      if (mine === this.#turn) this.#tell(isMore);
    } catch {
      if (mine === this.#turn) this.#say('failed');
    }
    if (mine !== this.#turn) return;
    // Replaced at once: nothing flickers while the next answer is on its way.
    results.replaceChildren(...(list.childElementCount > 0 ? [list] : []));
    asked(query);
  }

  /** Nothing holds the words, or little: shows what comes nearest, and says so. @param {HTMLElement} list */
  async #resemble(list) {
    const mine = this.#turn;
    const { name, wanted, found } = await findNear(this.#wanted, this.#host.index());
    if (mine !== this.#turn) return false;
    if (this.#shown === 0) this.#near = { name: name ? 'meant' : 'near', meant: name ?? '' };
    this.#wanted = wanted;
    this.#found = found;
    return this.#extend(list);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), PAUSE);
  }

  async #showMore() {
    const { results } = this.#host;
    const list = results.querySelector('ol');
    const before = this.#shown;
    if (!list) return;
    try {
      this.#tell(await this.#extend(list));
    } catch {
      this.#say('failed');
    }
    hits(results)[before]?.focus();
  }

  /** Adds up to a screenful; true if there is more. @param {HTMLElement} list */
  async #extend(list) {
    const mine = this.#turn;
    const source = this.#found;
    if (!source) return false;
    /** @type {HTMLElement[]} */
    const items = [];
    const { base, root } = this.#host;
    let next = this.#ahead;
    let isMore = false;
    const enough = this.#near?.meant ? 1 : FEW;
    for (;;) {
      if (next && !this.#seen.has(next.text.u)) {
        if (items.length === SCREENFUL) break;
        this.#seen.add(next.text.u);
        items.push(result(next, this.#wanted, base, root.dataset, this.#rules));
      }
      const { value, done } = await source.next();
      next = value ?? undefined;
      isMore = !done;
      if (done) break;
      if (value === null && items.length >= enough) break;
    }
    if (mine !== this.#turn) return false;
    this.#ahead = next;
    list.append(...items);
    this.#shown += items.length;
    this.#offerMore(isMore);
    return isMore;
  }

  /** Says how much was found. @param {boolean} isMore */
  #tell(isMore) {
    if (this.#shown === 0) this.#say('none');
    else if (this.#near) this.#say(this.#near.name, this.#near.meant);
    else this.#say(isMore ? 'counting' : 'count');
  }

  /** @param {boolean} offered */
  #offerMore(offered) {
    if (this.#more instanceof HTMLElement) this.#more.hidden = !offered;
  }

  /** @param {string} [name] @param {string} [meant] */
  #say(name, meant = '') {
    this.#status.textContent = name ? phrase(this.#host.root, name, this.#shown).replaceAll('{name}', meant) : '';
  }
}

/**
 * The arrow keys go from the field to the results and back.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input
 * @param {HTMLElement[]} links
 */
function move(event, input, links) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
  const from = links.findIndex((link) => link === document.activeElement);
  if (from < 0 && document.activeElement !== input) return;
  const to = from + by;
  if (to < -1 || to >= links.length) return;
  event.preventDefault();
  (links[to] ?? input).focus();
}

/**
 * @param {HTMLElement} results
 * @returns {HTMLElement[]}
 */
function hits(results) {
  return [...results.querySelectorAll('a.search-hit')].filter((link) => link instanceof HTMLElement);
}

/**
 * Where the count is said: a live region of its own, since one around the results would read every passage aloud.
 * @param {HTMLElement} root
 * @param {HTMLElement} results
 */
function statusOf(root, results) {
  const there = root.querySelector('.search-status');
  if (there instanceof HTMLElement) return there;
  const status = document.createElement('p');
  status.className = 'search-status';
  status.setAttribute('role', 'status');
  results.removeAttribute('aria-live');
  results.before(status);
  return status;
}

/**
 * @param {HTMLElement} root
 * @param {string} name  of a data attribute
 * @param {number} n
 */
function phrase(root, name, n) {
  return (root.dataset[name] ?? '').replaceAll('{n}', String(n));
}
