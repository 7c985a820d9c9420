/**
 * Prints one part of a meeting's page: the run sheet, the cards, the minutes; or the run sheet of a session. Cards are closed
 * on the screen, since no one is to read another's; on paper each is open, four to a sheet, in as many copies as are wanted.
 */

import { make } from '../dom/element.js';
import { oncePrinted } from '../dom/print.js';

const ON_A_SHEET = 4;
/** Characters of a card that fit in large letters. */
const SHORT = 260;

export function startPrinting() {
  const root = document.documentElement;
  if (!['meeting', 'session'].includes(root.dataset.kind ?? '')) return;
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-print-part], [data-of-part]') : null;
      if (!(button instanceof HTMLElement)) return;
      // In the capture phase: the form's own buttons print when the click reaches them.
      root.dataset.part = button.dataset.printPart ?? button.dataset.ofPart ?? '';
      if (!button.dataset.printPart) return;
      layOut();
      print();
    },
    { capture: true },
  );
  addEventListener('beforeprint', layOut);
}

/** Puts the cards on sheets, for printing only. */
function layOut() {
  const root = document.documentElement;
  const cards = document.querySelector('.role-cards');
  if (!cards || root.dataset.cards !== undefined) return;
  const slips = [...document.querySelectorAll('[data-copies]')].flatMap((input) => {
    if (!(input instanceof HTMLInputElement)) return [];
    const slip = document.getElementById(input.dataset.copies ?? '');
    const copies = Math.max(0, Math.min(Number(input.max), Math.round(Number(input.value))));
    return slip ? Array.from({ length: copies }, () => opened(slip)) : [];
  });
  /** @type {HTMLElement[]} */
  const sheets = [];
  for (let first = 0; first < slips.length; first += ON_A_SHEET)
    sheets.push(make('div', 'card-sheet', ...slips.slice(first, first + ON_A_SHEET)));
  cards.append(...sheets);
  root.dataset.cards = '';
  oncePrinted(() => {
    for (const sheet of sheets) sheet.remove();
    delete root.dataset.cards;
    delete root.dataset.part;
  });
}

/** A copy that is open: a closed one prints only its name. A short text is printed larger. @param {Element} slip */
function opened(slip) {
  const copy = /** @type {HTMLDetailsElement} */ (slip.cloneNode(true));
  copy.removeAttribute('id');
  copy.open = true;
  const text = copy.querySelector('.slip-body')?.textContent ?? '';
  copy.toggleAttribute('data-short', text.replace(/\s/g, '').length < SHORT);
  return copy;
}
