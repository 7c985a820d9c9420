/**
 * Putting a card into a group by two presses: on the card, then on the group, where it is named or in the outline. Keys have the
 * list of each card; so these buttons are no stops of Tab.
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 */

import { word } from '../../scripts/dom/words.js';
import { announce, button } from '../../scripts/dom/element.js';

const CONTROLS = 'input, select, textarea, a, button:not(.card-pick, .card-put)';

/**
 * @param {Work} work
 * @param {Element} attempt
 * @param {{ words: (card: HTMLElement) => string, title: (group: string) => string }} board
 */
export function startPicking(work, attempt, board) {
  const cards = elements(attempt, '.board-card[data-card]');
  const groups = elements(attempt, '.board-groups > [data-group]');
  /** @type {HTMLElement | undefined} */
  let picked;

  for (const card of cards) card.append(unreached(button(word('card-pick'), () => {}, 'button small card-pick')));
  for (const group of groups) group.append(unreached(button(word('card-put'), () => {}, 'button small card-put')));

  const update = () => {
    if (picked && (picked.hidden || !attempt.contains(picked))) picked = undefined;
    attempt.toggleAttribute('data-picking', picked !== undefined);
    const called = picked ? board.words(picked) : '';
    for (const card of cards) {
      const pick = card.querySelector('.card-pick');
      card.toggleAttribute('data-picked', card === picked);
      pick?.setAttribute('aria-pressed', String(card === picked));
      pick?.setAttribute('aria-label', word('sign-label', { label: word('card-pick'), text: board.words(card) }));
    }
    for (const group of groups) {
      const put = group.querySelector('.card-put');
      if (!(put instanceof HTMLElement)) continue;
      put.hidden = picked === undefined;
      put.setAttribute(
        'aria-label',
        word('sign-label', { label: word('card-put'), text: `${called} ${board.title(group.dataset.group ?? '')}` }),
      );
    }
  };

  attempt.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest(CONTROLS) || attempt.matches(':disabled')) return;
    const card = cards.find((one) => one.contains(target));
    const group = groupAt(target);
    if (card) {
      picked = card === picked ? undefined : card;
      update();
      if (picked) announce(word('card-picked', { card: board.words(card) }));
    } else if (picked && group !== undefined) {
      const name = picked.querySelector('select')?.name ?? '';
      const moved = board.words(picked);
      picked = undefined;
      work.set({ [name]: group });
      announce(word(group ? 'card-moved' : 'card-unmoved', { card: moved, group: board.title(group) }));
    }
  });
  update();
  return { update };
}

/** The group that is named or outlined here. @param {Element} target */
function groupAt(target) {
  const place = target.closest('.board-groups > [data-group], [data-pile]');
  return place instanceof HTMLElement ? (place.dataset.group ?? place.dataset.pile) : undefined;
}

/** @param {ParentNode} root @param {string} selector */
const elements = (root, selector) =>
  [...root.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

/** @param {HTMLButtonElement} control */
function unreached(control) {
  control.tabIndex = -1;
  return control;
}
