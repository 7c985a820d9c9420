/**
 * Putting cards into piles, in three ways that do the same: a card is dragged to a pile; it is pressed, and then the pile; or it has the
 * focus, and the number of the pile is typed (0: none).
 *
 * @typedef {import('./board.js').GatheredBoard} GatheredBoard
 * @typedef {import('./view.js').BoardView} BoardView
 * @typedef {import('./view.js').BoardCard} BoardCard
 */

import { announce, button, make, short } from '../dom/element.js';
import { word } from '../dom/words.js';
import { cardParts, pileName } from './show.js';

const DRAGGED = 'application/x-mitate-card';

/** The card that was pressed, by question. @type {Map<string, string>} */
const picked = new Map();

/**
 * @param {GatheredBoard} board
 * @param {BoardView} view
 * @returns {HTMLElement}
 */
export function pilesOf(board, view) {
  const root = make('div', 'gathered-piles');
  const filed = new Set(view.piles.flatMap(({ cards }) => cards));
  const rest = view.cards.filter(({ id }) => !filed.has(id));
  const card = picked.get(view.id);
  if (!view.cards.some(({ id }) => id === card)) picked.delete(view.id);
  const move = (/** @type {string} */ id, /** @type {string} */ pile) => {
    picked.delete(view.id);
    const at = view.piles.findIndex((one) => one.id === pile);
    const named = short(view.cards.find((one) => one.id === id)?.text ?? '');
    board.put(view.id, id, pile);
    announce(
      at < 0
        ? word('board-unmoved', { card: named })
        : word('board-moved', { card: named, pile: pileName(view.piles[at].name, at) }),
    );
  };
  const toNew = (/** @type {string} */ id) => {
    const pile = board.addPile(view.id);
    move(id, pile);
  };
  const ways = { board, view, move, toNew };
  root.append(
    make('p', 'gathered-hint', word('board-piles-how')),
    ...view.piles.map((pile, at) => pileOf(ways, pile, at)),
    restOf(ways, rest),
    kept(
      button(
        word('board-pile-new'),
        () => (picked.has(view.id) ? toNew(picked.get(view.id) ?? '') : void board.addPile(view.id)),
        'button small gathered-new',
      ),
      'new',
    ),
  );
  return root;
}

/** @typedef {{ board: GatheredBoard, view: BoardView, move: (card: string, pile: string) => void, toNew: (card: string) => void }} PileWays */

/** @param {PileWays} ways @param {BoardView['piles'][number]} pile @param {number} at */
function pileOf(ways, pile, at) {
  const { board, view } = ways;
  const name = make('input', 'write');
  name.type = 'text';
  name.value = pile.name;
  name.dataset.keep = `name ${pile.id}`;
  name.setAttribute('aria-label', word('board-pile-name', { n: at + 1 }));
  name.placeholder = pileName('', at);
  name.addEventListener('input', () => board.namePile(view.id, pile.id, name.value));
  name.addEventListener('change', () => board.again());
  const few = pile.isFew ? [make('span', 'gathered-mark gathered-mark-few', word('board-minority'))] : [];
  const head = make(
    'div',
    'gathered-pile-head',
    make('span', 'gathered-pile-number', String(at + 1)),
    name,
    make('span', 'gathered-number', word('board-cards', { n: pile.cards.length })),
    ...few,
    ...putButton(ways, pile.id, pileName(pile.name, at)),
    kept(
      button(word('board-pile-remove'), () => board.removePile(view.id, pile.id), 'button small'),
      `remove ${pile.id}`,
      word('board-pile-remove-of', { pile: pileName(pile.name, at) }),
    ),
  );
  const cards = pile.cards.flatMap((id) => view.cards.filter((card) => card.id === id));
  const section = make('section', 'gathered-pile', head, listOf(ways, cards));
  takeDrops(section, ways, pile.id);
  return section;
}

/** The cards that are in no pile. @param {PileWays} ways @param {BoardCard[]} cards */
function restOf(ways, cards) {
  const head = make(
    'div',
    'gathered-pile-head',
    make('span', 'gathered-pile-name', word('board-rest')),
    ...putButton(ways, '', word('board-rest')),
  );
  const section = make('section', 'gathered-pile gathered-pile-rest', head, listOf(ways, cards));
  takeDrops(section, ways, '');
  return section;
}

/** Where the pressed card can be put. @param {PileWays} ways @param {string} pile @param {string} name */
function putButton({ view, move }, pile, name) {
  const card = picked.get(view.id);
  if (card === undefined) return [];
  return [
    kept(
      button(word('board-put'), () => move(card, pile), 'button small primary'),
      `put ${pile}`,
      word('board-put-in', { pile: name }),
    ),
  ];
}

/** @param {PileWays} ways @param {BoardCard[]} cards */
const listOf = (ways, cards) => make('ul', 'plain gathered-wall', ...cards.map((card) => cardOf(ways, card)));

/** @param {PileWays} ways @param {BoardCard} card */
function cardOf({ board, view, move, toNew }, card) {
  const isPicked = picked.get(view.id) === card.id;
  const pick = kept(
    button(
      word(isPicked ? 'board-picked' : 'board-pick'),
      () => {
        if (isPicked) picked.delete(view.id);
        else picked.set(view.id, card.id);
        board.again();
        if (!isPicked) announce(word('board-picked-said', { card: short(card.text) }));
      },
      'button small gathered-pick',
    ),
    `pick ${card.id}`,
    word('sign-label', { label: word(isPicked ? 'board-picked' : 'board-pick'), text: short(card.text) }),
  );
  pick.setAttribute('aria-pressed', String(isPicked));
  pick.addEventListener('keydown', (event) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const pile = view.piles[Number(event.key) - 1];
    if (event.key === '0') move(card.id, '');
    else if (pile) move(card.id, pile.id);
    else toNew(card.id);
  });
  const item = make('li', isPicked ? 'gathered-card gathered-picked' : 'gathered-card', ...cardParts(card), pick);
  item.draggable = true;
  item.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData(DRAGGED, card.id);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  return item;
}

/** @param {HTMLElement} section @param {PileWays} ways @param {string} pile */
function takeDrops(section, { view, move }, pile) {
  const holdsCard = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes(DRAGGED) === true;
  section.addEventListener('dragover', (event) => {
    if (!holdsCard(event)) return;
    event.preventDefault();
    section.dataset.over = '';
  });
  section.addEventListener('dragleave', () => delete section.dataset.over);
  section.addEventListener('drop', (event) => {
    if (!holdsCard(event)) return;
    event.preventDefault();
    delete section.dataset.over;
    const card = event.dataTransfer?.getData(DRAGGED) ?? '';
    // A card of another question is none of these.
    if (view.cards.some(({ id }) => id === card)) move(card, pile);
  });
}

/**
 * A button that keeps the focus when the question is made again.
 * @param {HTMLButtonElement} control
 * @param {string} keep
 * @param {string} [label]
 */
export function kept(control, keep, label) {
  control.dataset.keep = keep;
  if (label) control.setAttribute('aria-label', label);
  return control;
}
