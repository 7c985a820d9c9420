/**
 * Dragging cards of a list by a handle, with the mouse or a finger: an extra beside the buttons. While it is dragged
 * the others make room; Escape puts it back.
 */

import { make } from '../../scripts/dom/element.js';

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} card
 * @param {() => HTMLElement[]} cards  in their present order
 * @param {() => void} dropped  the card is at its new place
 */
export function handle(list, card, cards, dropped) {
  const grip = make('span', 'drag-handle', '⠿');
  grip.setAttribute('aria-hidden', 'true');
  grip.style.touchAction = 'none';
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || card.closest('fieldset:disabled')) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    drag(list, card, grip, cards, dropped);
  });
  return grip;
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} card
 * @param {HTMLElement} grip
 * @param {() => HTMLElement[]} cards
 * @param {() => void} dropped
 */
function drag(list, card, grip, cards, dropped) {
  const before = cards();
  const listening = new AbortController();
  const { signal } = listening;
  card.classList.add('dragging');

  /** @param {boolean} keep */
  const end = (keep) => {
    listening.abort();
    card.classList.remove('dragging');
    if (!keep) list.append(...before);
    else if (cards().some((one, i) => one !== before[i])) dropped();
  };

  grip.addEventListener(
    'pointermove',
    (event) => {
      // The dragged card itself is never moved in the document: that would end the capture.
      for (let next = neighbour(1); next && event.clientY > middle(next); next = neighbour(1)) card.before(next);
      for (let next = neighbour(-1); next && event.clientY < middle(next); next = neighbour(-1)) card.after(next);
    },
    { signal },
  );
  grip.addEventListener('pointerup', () => end(true), { signal });
  grip.addEventListener('pointercancel', () => end(false), { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') end(false);
    },
    { signal },
  );

  /** @param {number} by */
  function neighbour(by) {
    const all = cards();
    return all[all.indexOf(card) + by];
  }
}

/** @param {Element} element */
function middle(element) {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
}
