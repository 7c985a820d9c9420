/**
 * The facilitator's window of a page that is projected: what is shown now and next, what the page says to facilitators
 * there, the time, and the buttons and keys of the projected window. It is the same page, opened with `#lectern`, and makes the
 * same slides from it; the projected window sends which one it shows. Only the facilitators’ edition has its words.
 *
 * @typedef {import('./source.js').Slide} Slide
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { BLANKS } from './blank.js';
import { clock, face, minutesAt } from './clock.js';
import { giveBackFocus, isTaken, keyOf, wayOf } from './keys.js';
import { Link } from './link.js';
import { slidesOf } from './source.js';

const TICK = 250; // ms
const HELLO = 1000; // ms between two greetings

/** What both windows of a page call themselves. In a course that is one file, the query is the page. */
export const linkName = () =>
  `${document.documentElement.dataset.course ?? ''}/page${location.pathname}${location.search}`;

export function showLectern() {
  const main = document.querySelector('main');
  if (main && !document.querySelector('.lectern')) new Lectern(slidesOf(main)).start();
}

class Lectern {
  #slides;
  #link = new Link(linkName(), (message) => this.#hear(message));
  #begun = performance.now();
  #root = make('div', 'lectern');
  #state = make('p', 'lectern-link');
  #place = make('p', 'projector-place');
  #now = make('h1', 'lectern-title');
  #notes = make('div', 'lectern-notes');
  #next = make('div', 'lectern-next');
  #time = make('p', 'lectern-time');
  #passed = make('p', 'lectern-passed');
  #answer = button(word('project-after'), () => this.#ask('answer'));

  /** @param {Slide[]} slides */
  constructor(slides) {
    this.#slides = slides;
  }

  start() {
    const ways = make(
      'div',
      'lectern-ways',
      button(word('project-prev'), () => this.#ask('prev')),
      button(word('project-next'), () => this.#ask('next'), 'button primary'),
      this.#answer,
      button(word('lectern-blank'), () => this.#ask('blank')),
      button(word('lectern-again'), () => {
        this.#begun = performance.now();
        this.#tick();
      }),
    );
    const side = make(
      'div',
      'lectern-side',
      this.#time,
      this.#passed,
      ways,
      make('p', 'lectern-keys', word('lectern-keys')),
    );
    const shown = make('div', 'lectern-now', this.#place, this.#now, this.#notes, this.#next);
    this.#root.append(make('p', 'lectern-name', word('lectern-title')), this.#state, shown, side);
    for (const other of document.body.children) other.toggleAttribute('inert', true);
    document.body.append(this.#root);
    document.documentElement.dataset.lectern = '';
    document.addEventListener('keydown', (event) => this.#press(event), { capture: true });
    document.addEventListener('click', giveBackFocus);
    setInterval(() => this.#tick(), TICK);
    // The projected window may be loaded again, and learns of this one then.
    setInterval(() => this.#link.send({ does: '' }), HELLO);
    this.#link.send({ does: '' });
    this.#tick();
  }

  /** @param {'next' | 'prev' | 'answer' | 'blank'} does */
  #ask(does) {
    this.#link.send({ does });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (isTaken(event)) return;
    const by = wayOf(event);
    const does = by === 1 ? 'next' : by === -1 ? 'prev' : BLANKS[keyOf(event)] ? 'blank' : '';
    event.stopPropagation();
    if (does === '' && event.key !== 'Enter') return;
    event.preventDefault();
    this.#ask(does || 'answer');
  }

  /** @param {Record<string, unknown>} message */
  #hear({ at, next, place, total, canAnswer, isBlank }) {
    const slide = this.#slides[Number(at)];
    if (!slide) return;
    const following = this.#slides[Number(next)];
    this.#place.textContent = word('lectern-place', { n: Number(place), total: Number(total) });
    this.#now.textContent = titleOf(slide);
    this.#notes.replaceChildren(...copies(slide.notes));
    const isSame = following === slide;
    const title = following ? word(isSame ? 'lectern-same' : 'lectern-then', { title: titleOf(following) }) : '';
    this.#next.replaceChildren(
      make('p', 'name', title || word('lectern-last')),
      ...(following && !isSame
        ? [...copies(following.notes), make('div', 'lectern-preview', ...copies(following.nodes))]
        : []),
    );
    this.#answer.hidden = canAnswer !== true;
    this.#root.toggleAttribute('data-dark', isBlank === true);
    this.#tick();
  }

  #tick() {
    const { isOpen } = this.#link;
    const isDark = this.#root.hasAttribute('data-dark');
    put(this.#state, word(!isOpen ? 'lectern-none' : isDark ? 'lectern-dark' : 'lectern-tied'));
    put(this.#time, clock(minutesAt(Date.now())));
    put(this.#passed, word('lectern-passed', { time: face(Math.floor((performance.now() - this.#begun) / 1000)) }));
  }
}

/** @param {Node[]} nodes */
const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

/** @param {HTMLElement} place @param {string} text */
function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** @param {Slide} slide */
const titleOf = ({ kind, title, above, nodes }) =>
  (kind === 'gate' ? word('project-gate', { title }) : title || above || nodes[0]?.textContent?.trim().slice(0, 40)) ??
  '';
