/**
 * The projected window of the board: what the facilitator's window sends, and nothing else. It holds no answers but those that are open.
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { startBar } from '../slides/bar.js';
import { turnFull } from '../slides/keys.js';
import { Link } from '../slides/link.js';
import { allOf } from './show.js';

const HELLO = 1000; // ms between two greetings

/** What both windows call themselves. */
export const linkName = () => `${document.documentElement.dataset.course ?? ''}/board`;

export function startRoom() {
  const holder = make('div', 'gathered-shown');
  const waiting = make('p', 'gathered-note', word('board-waiting'));
  const full = button(word('board-full'), turnFull);
  full.hidden = !document.fullscreenEnabled;
  const bar = make('div', 'projected-bar', full);
  const root = make('main', 'gathered-room', make('h1', '', word('board-room-title')), waiting, holder, bar);
  for (const other of document.body.children) other.toggleAttribute('inert', true);
  document.body.append(root);
  document.documentElement.dataset.boardRoom = '';
  startBar();
  let version = '';
  let looks = 0;
  const link = new Link(linkName(), ({ shown, version: sent }) => {
    waiting.hidden = true;
    if (typeof sent !== 'string' || sent === version || typeof shown !== 'object' || shown === null) return;
    version = sent;
    const given = /** @type {import('./board.js').BoardShown} */ (shown);
    holder.replaceChildren(...allOf(given));
    if (given.looks === looks) return;
    looks = given.looks;
    const at = [...holder.querySelectorAll('[data-question]')].find(
      (part) => part instanceof HTMLElement && part.dataset.question === given.at,
    );
    at?.scrollIntoView({ block: 'start' });
  });
  const greet = () => {
    link.send({ version });
    if (link.isOpen) return;
    // Without the facilitator's window nobody could close a question again.
    waiting.hidden = false;
    if (version !== '') holder.replaceChildren();
    version = '';
  };
  setInterval(greet, HELLO);
  greet();
}
