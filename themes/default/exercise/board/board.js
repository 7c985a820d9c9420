/**
 * A board: learners write cards, put them into groups by a select or by pressing the card and then the group, and name the
 * groups; below is the outline. A card that was removed can be brought back until something else is written on it.
 *
 * @typedef {import('../../scripts/dom/values.js').Value} Value
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, valueOf, words } from '../../scripts/dom/controls.js';
import { announce, button, make, short } from '../../scripts/dom/element.js';
import { isEmpty } from '../../scripts/dom/values.js';
import { showPiles } from '../../scripts/work/piles.js';
import { startPicking } from './pick.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const board = {
  start(work) {
    const attempt = work.form.querySelector('[data-attempt]') ?? work.form;
    /** Cards that are shown although they are still empty. @type {Set<string>} */
    const open = new Set();
    const more = attempt.querySelector('button[data-add-card]');
    const update = () => {
      const closed = render(attempt, open);
      if (more instanceof HTMLButtonElement) more.hidden = closed.length === 0;
    };

    more?.addEventListener('click', () => {
      const [card] = render(attempt, open);
      if (!card) return;
      open.add(card.dataset.own ?? '');
      update();
      card.querySelector('textarea')?.focus();
      announce(word('card-added', { n: card.dataset.own ?? '' }));
    });

    /** The card that was removed last, as long as it can be brought back. @type {{ names: string[], line: HTMLElement } | undefined} */
    let removed;
    const forget = () => {
      removed?.line.remove();
      removed = undefined;
    };

    /** @param {HTMLElement} card @param {string} n */
    const remove = (card, n) => {
      const values = Object.fromEntries([...controlsIn(card)].map(([name, group]) => [name, valueOf(group)]));
      const names = Object.keys(values);
      forget();
      work.set(Object.fromEntries(names.map((name) => [name, ''])));
      const back = button(
        word('undo'),
        () => {
          forget();
          work.set(values);
          update();
          card.querySelector('textarea')?.focus();
        },
        'button small',
      );
      removed = { names, line: make('p', 'undo', word('card-removed'), ' ', back) };
      card.parentElement?.after(removed.line);
      back.focus();
      open.delete(n);
      update();
      announce(word('card-removed'));
    };
    for (const card of cardsIn(attempt)) {
      const n = card.dataset.own;
      if (n) card.append(button(word('card-remove', { n }), () => remove(card, n), 'button small card-remove'));
    }

    work.form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const card = target.closest('[data-card]');
      if (!(card instanceof HTMLElement)) return;
      const name = short(textOf(card));
      announce(
        target.value
          ? word('card-moved', { card: name, group: titleOf(attempt, target.value) })
          : word('card-unmoved', { card: name }),
      );
    });
    const picking = startPicking(work, attempt, {
      words: (card) => short(textOf(card)),
      title: (group) => (group === '' ? word('pile-rest') : titleOf(attempt, group)),
    });
    work.onChange((_names, by) => {
      if (by === 'sheet') open.clear();
      // Bringing the card back would go over what is written there now.
      if (by === 'sheet' || removed?.names.some((name) => !isEmpty(work.value(name)))) forget();
      update();
      picking.update();
    });
    update();
  },
  arrange: (root) => void render(root, new Set(), 0),
};

/** @param {ParentNode} root */
const cardsIn = (root) =>
  [...root.querySelectorAll('.board-card[data-card]')].filter((card) => card instanceof HTMLElement);

/** @param {HTMLElement} card */
const textOf = (card) =>
  card.dataset.own
    ? (card.querySelector('textarea')?.value.trim() ?? '')
    : words(card.querySelector('.board-text') ?? card);

/** @param {HTMLElement} card */
const groupOf = (card) => card.querySelector('select')?.value ?? '';

/** @param {ParentNode} root @param {string} group */
function titleOf(root, group) {
  const input = root.querySelector(`[data-group="${CSS.escape(group)}"] input`);
  const title = input instanceof HTMLInputElement ? input.value.trim() : '';
  return title || word('group-untitled', { n: group });
}

/**
 * Shows the cards and groups that are in use, and the outline.
 * @param {ParentNode} root
 * @param {Set<string>} open  own cards that are shown although they are empty
 * @param {number} [least]  own cards that are always shown
 * @returns {HTMLElement[]} the own cards that are not shown
 */
function render(root, open, least = root.querySelector('.board-card:not([data-own])') ? 1 : 3) {
  const cards = cardsIn(root);
  /** @type {HTMLElement[]} */
  const closed = [];
  for (const card of cards) {
    const n = card.dataset.own;
    if (!n) continue;
    const used =
      Number(n) <= least ||
      open.has(n) ||
      card.contains(document.activeElement) ||
      [...controlsIn(card).values()].some((group) => !isEmpty(valueOf(group)));
    card.hidden = !used;
    if (used)
      open.add(n); // one that was emptied by hand stays until it is removed
    else closed.push(card);
  }

  const used = new Set(cards.map(groupOf));
  let spare = 1;
  while (used.has(String(spare))) spare += 1;
  for (const group of root.querySelectorAll('[data-group]')) {
    if (!(group instanceof HTMLElement) || !group.matches('.board-groups > *')) continue;
    const n = group.dataset.group ?? '';
    const input = group.querySelector('input');
    group.hidden = !used.has(n) && !input?.value && Number(n) !== spare && !group.contains(document.activeElement);
    const title = input?.value.trim();
    for (const option of root.querySelectorAll(`.board-card option[value="${CSS.escape(n)}"]`)) {
      const label = title ? `${n} ${short(title, 12)}` : n;
      if (option.textContent !== label) option.textContent = label;
    }
  }

  const groups = [...used].filter((group) => group !== '').sort();
  const inGroup = (/** @type {string} */ group) =>
    cards
      .filter((card) => groupOf(card) === group)
      .map(textOf)
      .filter((text) => text !== '');
  showPiles(root, [
    ...groups.map((group) => ({ title: titleOf(root, group), cards: inGroup(group), group })),
    { title: word('pile-rest'), cards: inGroup(''), rest: true, group: '' },
  ]);
  return closed;
}
