/**
 * Cards by their groups, as an outline in words: it is what a board or a sorting looks like on paper.
 *
 * @typedef {{ title: string, cards: string[], rest?: boolean, group?: string }} Pile  `group`: where a card that is put here goes
 */

import { make } from '../dom/element.js';

/**
 * @param {ParentNode} root
 * @param {Pile[]} piles  empty ones are not shown
 */
export function showPiles(root, piles) {
  const place = root.querySelector('[data-piles]');
  if (!place) return;
  const some = piles.some(({ cards, rest }) => !rest && cards.length > 0);
  place.replaceChildren(
    ...(some ? piles : [])
      .filter(({ cards }) => cards.length > 0)
      .map(({ title, cards, rest, group }) => {
        const pile = make(
          'section',
          rest ? 'pile pile-rest' : 'pile',
          make('h4', 'pile-title', title),
          make('ul', 'plain', ...cards.map((card) => make('li', 'pile-card', card))),
        );
        if (group !== undefined) pile.dataset.pile = group;
        return pile;
      }),
  );
}
