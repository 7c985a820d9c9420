/**
 * Any page as slides for a room. The page stays as it is below; closing the slides leads back to the place in it, or to the
 * step of the session that the page was opened from.
 *
 * @typedef {import('./source.js').Slide} Slide
 * @typedef {{ slide: Slide, nodes: Node[], number: number, large: boolean }} Screen  `number`: which screen of its slide
 */

import { word } from '../dom/words.js';
import { button, make } from '../dom/element.js';
import { startBar, stopBar } from './bar.js';
import { BLANKS, showBlank } from './blank.js';
import { screensOfFigure } from './figure.js';
import { balanced, fitsIn, screensOf } from './fit.js';
import { giveBackFocus, isTaken, keyOf, turnFull, wayOf } from './keys.js';
import { Link } from './link.js';
import { linkName } from './lectern.js';
import { slidesOf } from './source.js';

const HELLO = 1000; // ms between two greetings

/** @type {Projector | undefined} */
let open;

/** @param {{ goesBack?: boolean, anchor?: string }} how  `goesBack`: to the page before, when it is closed */
export function project({ goesBack = false, anchor = '' }) {
  const main = document.querySelector('main');
  if (!main || open) return;
  const slides = slidesOf(main);
  if (slides.length === 0) return;
  open = new Projector(slides, goesBack);
  open.start(slideAt(slides, document.getElementById(anchor)));
}

/** The slide that shows an element of the page first. @param {Slide[]} slides @param {HTMLElement | null} element */
function slideAt(slides, element) {
  if (!element) return slides[0];
  const within = slides.find(({ from }) => element.contains(from));
  const isNext = (/** @type {Slide} */ { from }) =>
    (element.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return within ?? slides.find(isNext) ?? slides[0];
}

/** @param {{ nodes: Node[], large: boolean }[]} screens @param {Slide} slide @returns {Screen[]} */
const numbered = (screens, slide) => screens.map((screen, number) => ({ ...screen, slide, number }));

class Projector {
  #slides;
  #goesBack;
  /** The slides whose feedback is shown. @type {Set<Slide>} */
  #answered = new Set();
  /** The screens of each slide, for the size of the window. @type {Map<Slide, Screen[]>} */
  #divided = new Map();
  /** All of them in their order. @type {Screen[]} */
  #screens = [];
  #at = 0;
  /** The furthest screen that was shown. */
  #reached = 0;
  #root = make('div', 'projector');
  #above = make('p', 'projector-above');
  #title = make('h2', 'projector-title');
  #holder = make('div', 'projector-holder');
  #place = make('p', 'projector-place');
  #after = button(word('project-after'), () => this.#answer());
  #status = make('p', 'visually-hidden');
  #ends = new AbortController();
  #refused = make('p', 'projector-refused');
  /** The tie to the facilitator's window. */
  #link = new Link(linkName(), (message) => this.#hear(message), this.#ends.signal);

  /** @param {Slide[]} slides @param {boolean} goesBack */
  constructor(slides, goesBack) {
    this.#slides = slides;
    this.#goesBack = goesBack;
    this.#root.setAttribute('role', 'dialog');
    this.#root.setAttribute('aria-modal', 'true');
    this.#root.setAttribute('aria-label', word('project-dialog'));
    this.#status.setAttribute('role', 'status');
    const bar = make('div', 'projected-bar');
    const full = button(word('project-full'), turnFull);
    full.hidden = !document.fullscreenEnabled;
    bar.append(
      button(word(goesBack ? 'project-back' : 'project-end'), () => this.#close()),
      button(word('project-prev'), () => this.#go(-1)),
      button(word('project-next'), () => this.#go(1), 'button primary'),
      this.#after,
      full,
    );
    if (document.querySelector('[data-of-lectern]'))
      bar.append(
        button(word('lectern-open'), () => this.#openLectern()),
        this.#refused,
      );
    this.#root.append(this.#above, this.#title, this.#holder, this.#place, bar, this.#status);
  }

  /** @param {Slide} slide  is shown first */
  start(slide) {
    document.body.append(this.#root);
    document.documentElement.dataset.projecting = '';
    for (const other of document.body.children) if (other !== this.#root) other.toggleAttribute('inert', true);
    this.#listen();
    startBar();
    this.#fit(slide);
    const greeting = setInterval(() => this.#tell(), HELLO);
    this.#ends.signal.addEventListener('abort', () => clearInterval(greeting));
  }

  /** Opens the facilitator's window of the page. */
  #openLectern() {
    const isOpen = this.#link.open(`${location.href.split('#')[0]}#lectern`);
    this.#refused.textContent = isOpen ? '' : word('lectern-refused');
  }

  /** Sends what is projected to the facilitator's window. */
  #tell() {
    const { slide } = this.#screens[this.#at];
    const next = this.#screens[this.#at + 1]?.slide;
    const of = (/** @type {Slide | undefined} */ one) =>
      this.#slides.findIndex((other) => other === one || (one && other.inWords === one));
    this.#link.send({
      at: of(slide),
      next: of(next),
      place: this.#at + 1,
      total: this.#screens.length,
      canAnswer: !this.#after.hidden,
      isBlank: document.documentElement.dataset.blank !== undefined,
    });
  }

  /** What the facilitator's window asks for. @param {Record<string, unknown>} message */
  #hear({ does }) {
    /** @type {Record<string, () => void>} */
    const acts = {
      next: () => this.#go(1),
      prev: () => this.#go(-1),
      answer: () => this.#answer(),
      blank: () => showBlank(document.documentElement.dataset.blank === undefined ? 'dark' : null),
    };
    if (typeof does === 'string' && Object.hasOwn(acts, does)) acts[does]();
    this.#tell();
  }

  #listen() {
    const { signal } = this.#ends;
    document.addEventListener('keydown', (event) => this.#press(event), { signal, capture: true });
    document.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener('resize', () => this.#resize(), { signal });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    showBlank(null);
    giveBackFocus(event);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (isTaken(event) || ['Shift', 'Tab'].includes(event.key)) return;
    const by = wayOf(event);
    const key = keyOf(event);
    const isBlank = document.documentElement.dataset.blank !== undefined;
    /** @type {Record<string, () => void>} */
    const acts = { f: turnFull, Enter: () => this.#answer(), Escape: () => this.#close() };
    const act = BLANKS[key] ? () => showBlank(BLANKS[key]) : acts[key];
    // The keys of the page below mean nothing here.
    event.stopPropagation();
    if (by === undefined && !act && !isBlank) return;
    event.preventDefault();
    if (isBlank) showBlank(null);
    else if (by !== undefined) this.#go(by);
    else if (!event.repeat) act?.();
  }

  #resize() {
    this.#divided.clear();
    this.#fitAgain();
  }

  /** Divides the slides again; the shown screen stays. */
  #fitAgain() {
    const { slide, number } = this.#screens[this.#at];
    this.#fit(slide, number);
  }

  /** Divides the slides into screens of the size of the window, and shows one of them. @param {Slide} slide @param {number} [number]  of its screens */
  #fit(slide, number = 0) {
    const reached = this.#screens[this.#reached];
    this.#place.textContent = '0';
    const smallest = Number.parseFloat(getComputedStyle(this.#root).fontSize);
    this.#screens = this.#slides.flatMap((one) => {
      const screens = this.#divided.get(one) ?? this.#divide(one, smallest);
      this.#divided.set(one, screens);
      return screens;
    });
    const first = this.#screens.findIndex((screen) => screen.slide === slide);
    const last = this.#screens.findLastIndex((screen) => screen.slide === slide);
    this.#at = Math.min(last, first + number);
    this.#reached = Math.max(
      this.#at,
      reached ? this.#screens.findLastIndex((screen) => screen.slide === reached.slide) : 0,
    );
    this.#show();
  }

  /** The screens of a slide. @param {Slide} slide @param {number} smallest  px @returns {Screen[]} */
  #divide(slide, smallest) {
    this.#entitle(slide);
    this.#holder.className = `projector-holder projector-is-${slide.kind}`;
    if (slide.inWords) return this.#drawn(slide, slide.inWords, smallest);
    const first = this.#sized(slide.nodes, smallest);
    const rest = this.#answered.has(slide) ? this.#sized(slide.after, smallest) : [];
    return numbered([...first, ...rest], slide);
  }

  /** The screens of a drawing, and what it shows in words if it is too small. @param {Slide} slide @param {Slide} inWords @param {number} smallest  px @returns {Screen[]} */
  #drawn(slide, inWords, smallest) {
    const drawing = /** @type {SVGSVGElement} */ (slide.nodes[0].cloneNode(true));
    const { screens, isLegible } = screensOfFigure(drawing, this.#holder, smallest, true);
    const drawn = numbered(
      screens.map((nodes) => ({ nodes, large: false })),
      slide,
    );
    if (isLegible) return drawn;
    this.#entitle(inWords);
    this.#holder.className = 'projector-holder projector-is-text';
    return [...drawn, ...numbered(this.#sized(inWords.nodes, smallest), inWords)];
  }

  /** The screens of some nodes, in large letters if one screen is enough for them. @param {Node[]} nodes @param {number} smallest  px */
  #sized(nodes, smallest) {
    this.#holder.dataset.large = '';
    const large = !nodes.some((node) => node instanceof SVGSVGElement) && fitsIn(this.#holder, nodes);
    delete this.#holder.dataset.large;
    const screens = large ? [nodes] : this.#screensOf(nodes, smallest);
    return screens.map((screen) => ({ nodes: screen, large }));
  }

  /** The screens of some nodes. A drawing has its own. @param {Node[]} nodes @param {number} smallest  px @returns {Node[][]} */
  #screensOf(nodes, smallest) {
    const at = nodes.findIndex((node) => node instanceof SVGSVGElement);
    if (at < 0) return balanced(nodes, this.#holder);
    const drawing = /** @type {SVGSVGElement} */ (nodes[at].cloneNode(true));
    return [
      ...(at > 0 ? screensOf(nodes.slice(0, at), this.#holder) : []),
      ...screensOfFigure(drawing, this.#holder, smallest, false).screens,
      ...(at + 1 < nodes.length ? this.#screensOf(nodes.slice(at + 1), smallest) : []),
    ];
  }

  /** @param {Slide} slide */
  #entitle({ above, title, kind }) {
    const isWhole = ['gate', 'figure'].includes(kind);
    this.#above.textContent = isWhole ? '' : above;
    this.#above.hidden = this.#above.textContent === '';
    this.#title.textContent = isWhole ? '' : title;
    this.#title.hidden = this.#title.textContent === '';
  }

  #show() {
    const { slide, nodes, large } = this.#screens[this.#at];
    this.#entitle(slide);
    this.#holder.toggleAttribute('data-large', large);
    this.#holder.className = `projector-holder projector-is-${slide.kind}`;
    if (slide.kind === 'gate') {
      const says = word('project-gate', { title: slide.title });
      this.#holder.replaceChildren(make('p', 'projector-waits', says));
    } else this.#holder.replaceChildren(...nodes);
    this.#holder.scrollTop = 0;
    this.#place.textContent = slide.kind === 'figure' ? `${slide.title}　${this.#at + 1}` : String(this.#at + 1);
    const hasMore = slide.after.length > 0 && !this.#answered.has(slide);
    this.#after.hidden = !hasMore;
    if (hasMore) this.#place.prepend(make('span', 'projector-hint', word('project-enter')));
    this.#status.textContent = `${this.#at + 1} ${slide.kind === 'gate' ? this.#holder.textContent : slide.title}`;
    this.#tell();
  }

  /** @param {number} by */
  #go(by) {
    const last = this.#screens.length - 1;
    let to = Math.max(0, Math.min(last, this.#at + by));
    // The last key leads no further than the next gate: what is behind it is not shown by accident.
    const gate = this.#screens.findIndex(({ slide }, index) => index > this.#reached && slide.kind === 'gate');
    if (by === Infinity && gate >= 0) to = gate;
    this.#at = to;
    this.#reached = Math.max(this.#reached, to);
    this.#show();
  }

  /** Shows what is read after answering. */
  #answer() {
    const { slide } = this.#screens[this.#at];
    if (slide.after.length === 0 || this.#answered.has(slide)) return;
    const before = this.#screens.filter((screen) => screen.slide === slide).length;
    this.#answered.add(slide);
    this.#divided.delete(slide);
    this.#fitAgain();
    this.#at = this.#screens.findIndex((screen) => screen.slide === slide) + before;
    this.#reached = Math.max(this.#reached, this.#at);
    this.#show();
  }

  #close() {
    if (this.#goesBack) return history.back();
    const { from } = this.#screens[this.#at].slide;
    this.#ends.abort();
    stopBar();
    showBlank(null);
    if (document.fullscreenElement) void document.exitFullscreen();
    for (const other of document.body.children) other.toggleAttribute('inert', false);
    delete document.documentElement.dataset.projecting;
    this.#root.remove();
    open = undefined;
    from.scrollIntoView();
    document.querySelector('main')?.focus({ preventScroll: true });
  }
}
