/**
 * A search where it stands on a page, in the dialog or on the page of its own: reads the field as one types, shows
 * the results, says how many there are, moves by arrow keys.
 *
 * Never touches the field's value, and waits while an input method is composing (a Japanese word in the making is no
 * query). The texts it shows come from data attributes of its element: none, count, counting, short, failed.
 *
 * @typedef {import('./query.js').Index} Index
 * @typedef {import('./query.js').Text} Text
 */

import { SCREENFUL, answerable, find, words } from './query.js';
import { result } from './results.js';

const PAUSE = 120; // ms without typing before the index is asked

/**
 * @param {HTMLElement} root
 * @param {() => Index} index
 * @param {string} base
 * @param {(query: string) => void} [asked]  told each query that was answered
 * @returns {((query: string) => void) | undefined}  asks from outside; undefined where the markup lacks a field
 */
export function attach(root, index, base, asked = () => {}) {
  const input = root.querySelector('input.search-input');
  const results = root.querySelector('.search-results');
  const more = root.querySelector('button.search-more');
  if (!(input instanceof HTMLInputElement) || !(results instanceof HTMLElement)) return undefined;
  const status = statusOf(root, results);

  /** The query that is being answered; one that comes later makes it stale. */
  let turn = 0;
  /** @type {number | undefined} */
  let timer;
  /** @type {AsyncGenerator<Text, void, void> | undefined} */
  let found;
  /** @type {Text | undefined} */
  let ahead;
  let shown = 0;
  /** @type {string[]} */
  let wanted = [];

  /** @param {string} [name] */
  const say = (name) => {
    status.textContent = name ? phrase(root, name, shown) : '';
  };

  /** Adds up to a screenful, and looks one ahead to know whether there is more. @param {HTMLElement} list */
  const extend = async (list) => {
    const mine = turn;
    const source = found;
    if (!source) return;
    const items = [];
    let next = ahead ?? (await source.next()).value ?? undefined;
    while (next && items.length < SCREENFUL) {
      items.push(result(next, wanted, base));
      next = (await source.next()).value ?? undefined;
    }
    if (mine !== turn) return;
    ahead = next;
    list.append(...items);
    shown += items.length;
    if (more instanceof HTMLElement) more.hidden = !ahead;
    say(shown === 0 ? 'none' : ahead ? 'counting' : 'count');
  };

  const ask = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    const query = input.value;
    wanted = words(query);
    found = undefined;
    ahead = undefined;
    shown = 0;
    if (!answerable(wanted)) {
      results.replaceChildren();
      if (more instanceof HTMLElement) more.hidden = true;
      say(wanted.length > 0 ? 'short' : undefined);
      asked(query);
      return;
    }
    const list = document.createElement('ol');
    list.className = 'search-list';
    try {
      found = find(wanted, index());
      await extend(list);
    } catch {
      if (mine === turn) say('failed');
    }
    if (mine !== turn) return;
    // Replaced at once: nothing flickers while the next answer is on its way.
    results.replaceChildren(...(list.childElementCount > 0 ? [list] : []));
    asked(query);
  };

  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  // Chromium sends no `input` after a composition.
  input.addEventListener('compositionend', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  root.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await ask();
    hits(results)[0]?.focus();
  });
  more?.addEventListener('click', async () => {
    const list = results.querySelector('ol');
    const before = shown;
    if (!list) return;
    try {
      await extend(list);
    } catch {
      say('failed');
    }
    hits(results)[before]?.focus();
  });
  root.addEventListener('keydown', (event) => move(event, input, hits(results)));

  return (query) => {
    input.value = query;
    void ask();
  };
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
