/**
 * Cards in an order: a list puts a card at a place in one move, buttons move it by one, a handle drags it. An order that no one
 * has moved or confirmed is no answer.
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 * @typedef {import('../../scripts/dom/values.js').Value} Value
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, words } from '../../scripts/dom/controls.js';
import { announce, button, make, short } from '../../scripts/dom/element.js';
import { draw } from '../../scripts/work/drawn.js';
import { handle } from './drag.js';
import { moved, ordered } from './moves.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const order = { start, arrange };

/** @param {ParentNode} list */
const cardsIn = (list) => [...list.querySelectorAll('[data-card]')].filter((card) => card instanceof HTMLElement);

/** @param {HTMLElement} card */
const nameOf = (card) => `place.${card.dataset.card}`;

/** @param {HTMLElement} card */
function wordsOf(card) {
  return short(words(card.querySelector('.order-text') ?? card));
}

/** @param {Work} work */
function start(work) {
  const list = work.form.querySelector('[data-attempt] [data-order]');
  if (!(list instanceof HTMLElement)) return;
  const cards = () => cardsIn(list);
  const status = work.form.querySelector('.order-status');

  /** @param {string} text */
  const say = (text) => {
    if (status) status.textContent = text;
    else announce(text);
  };

  /** @param {HTMLElement[]} all */
  const store = (all) => work.set(Object.fromEntries(all.map((card, i) => [nameOf(card), String(i + 1)])));

  /**
   * @param {HTMLElement} card
   * @param {number} to
   */
  const move = (card, to) => {
    const before = cards();
    const next = moved(before, card, to);
    const at = next.indexOf(card) + 1;
    if (next.some((one, i) => one !== before[i])) place(list, next, card);
    for (const other of next) other.toggleAttribute('data-moved', other === card);
    store(next);
    say(word('moved-to', { card: wordsOf(card), n: at }));
  };

  for (const card of cards()) addMoves(list, card, cards, move);
  startPlaces(list, cards, move);

  const keep = button(
    word('order-keep'),
    () => {
      store(cards());
      say(word('order-kept'));
      cards()[0]?.querySelector('button')?.focus();
    },
    'button small',
  );
  list.after(make('p', 'order-ways', keep));

  const update = () => {
    const placed = cards().some((card) => work.value(nameOf(card)) !== '');
    list.toggleAttribute('data-placed', placed);
    keep.hidden = placed;
    // Not `disabled`: the button that was just pressed must keep the focus.
    cards().forEach((card, i, all) => {
      card.querySelector('[data-move="up"]')?.setAttribute('aria-disabled', String(i === 0));
      card.querySelector('[data-move="down"]')?.setAttribute('aria-disabled', String(i === all.length - 1));
    });
  };
  const first = cards();
  let shuffled = first;
  /** All cards were given places at once: a copy of an earlier attempt, the order of another tab. */
  const isWhole = () => {
    const places = new Set(cards().map((card) => work.value(nameOf(card))));
    return places.size === first.length && !places.has('');
  };
  work.onChange((_names, by) => {
    if (by === 'sheet') {
      place(list, first);
      draw(work.form, work.key, work.sheet());
      shuffled = cards();
    }
    if (by === 'sheet' && !shuffled.some((card) => work.value(nameOf(card)))) place(list, shuffled);
    else if (by !== 'learner' || isWhole())
      place(
        list,
        ordered(shuffled, (card) => String(work.value(nameOf(card)))),
      );
    if (by === 'sheet') for (const card of shuffled) card.removeAttribute('data-moved');
    update();
  });
  list.dataset.ready = '';
  update();
}

/**
 * A card goes to the place that is chosen in its list.
 * @param {HTMLElement} list
 * @param {() => HTMLElement[]} cards
 * @param {(card: HTMLElement, to: number) => void} move
 */
function startPlaces(list, cards, move) {
  list.addEventListener('change', ({ target }) => {
    const card = target instanceof HTMLSelectElement ? target.closest('[data-card]') : null;
    if (!(target instanceof HTMLSelectElement) || !(card instanceof HTMLElement)) return;
    // Without a place, it stays where it is.
    move(card, target.value === '' ? cards().indexOf(card) : Number(target.value) - 1);
    target.focus();
    card.scrollIntoView?.({ block: 'nearest' });
  });
}

/**
 * Gives a card its buttons and its handle.
 * @param {HTMLElement} list
 * @param {HTMLElement} card
 * @param {() => HTMLElement[]} cards
 * @param {(card: HTMLElement, to: number) => void} move
 */
function addMoves(list, card, cards, move) {
  const moves = make('span', 'order-moves');
  const add = (/** @type {'up' | 'down'} */ way, /** @type {string} */ sign, /** @type {number} */ by) => {
    const it = button(
      sign,
      () => {
        if (it.getAttribute('aria-disabled') === 'true') return;
        move(card, cards().indexOf(card) + by);
        it.focus();
        card.scrollIntoView?.({ block: 'nearest' });
      },
      'button move',
    );
    it.dataset.move = way;
    it.setAttribute('aria-label', word(`move-${way}`, { card: wordsOf(card) }));
    moves.append(it);
  };
  add('up', '↑', -1);
  add('down', '↓', 1);
  moves.append(handle(list, card, cards, () => move(card, cards().indexOf(card))));
  card.append(moves);
}

/**
 * Brings the cards into an order; the one that has the focus is not touched, so that it keeps it.
 * @param {Element} list
 * @param {HTMLElement[]} cards
 * @param {HTMLElement} [still]
 */
function place(list, cards, still = cards.find((card) => card.contains(document.activeElement))) {
  if (cardsIn(list).every((card, i) => card === cards[i])) return;
  const at = still ? cards.indexOf(still) : cards.length;
  for (const card of cards.slice(0, at)) list.insertBefore(card, still ?? null);
  for (const card of cards.slice(at + 1)) list.append(card);
}

/**
 * @param {ParentNode} root
 * @param {Map<string, Value>} values
 */
function arrange(root, values) {
  const list = root.querySelector('[data-order]');
  if (!(list instanceof HTMLElement)) return;
  const cards = ordered(cardsIn(list), (card) => String(values.get(nameOf(card)) ?? ''));
  list.append(...cards);
  list.dataset.ready = '';
  list.toggleAttribute(
    'data-placed',
    [...controlsIn(list).keys()].some((name) => values.get(name)),
  );
}
