/**
 * The presenter's view: one step of the meeting, its clock and what comes next. The keys are those of a remote presenter
 * and of the keyboard. Without scripts the steps are one below the other.
 *
 * @typedef {import('./timing.js').Timing} Timing
 */

import { word } from '../dom/words.js';
import { BLANKS, blank, isBlank, unblank } from './blank.js';
import { kept } from './kept.js';
import { chime, unlock } from './sound.js';
import { face, gone, restored, spentOn, turned } from './timing.js';

/** Where a key leads: steps from here, or to an end. @type {Record<string, number>} */
const KEYS = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export function startPresenter() {
  const main = document.querySelector('[data-present]');
  if (main instanceof HTMLElement) new Presenter(main).start();
}

/** The element that shows one thing of the view. @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (document.querySelector(`[data-${name}]`));

/** @param {string} text */
const say = (text) => {
  part('told').textContent = text;
};

class Presenter {
  #slides;
  #minutes;
  #marks = [...document.querySelectorAll('.progress a')];
  #store;
  /** @type {Timing} */
  #timing;
  #sound;
  /** Steps whose end is not announced (again). @type {Set<number>} */
  #ended = new Set();

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#slides = [...main.querySelectorAll('.slide')].filter((slide) => slide instanceof HTMLElement);
    this.#minutes = this.#slides.map((slide) => Number(slide.dataset.minutes));
    this.#store = kept(main.dataset.present ?? '');
    const before = this.#store.read();
    this.#timing = restored(before.timing, this.#slides.length);
    this.#sound = before.sound === true;
    this.#passOver();
  }

  start() {
    document.addEventListener('keydown', (event) => this.#press(event));
    document.addEventListener('click', (event) => this.#click(event));
    for (const button of document.querySelectorAll('[data-go]')) {
      button.addEventListener('click', () => this.#go(Number(button instanceof HTMLElement ? button.dataset.go : 0)));
    }
    this.#marks.forEach((mark, index) =>
      mark.addEventListener('click', (event) => {
        event.preventDefault();
        this.#go(index + 1 - this.#timing.at);
      }),
    );
    part('pause').addEventListener('click', () => this.#pause());
    part('sound').addEventListener('click', () => this.#turnSound());
    part('full').addEventListener('click', turnFull);
    if (!document.fullscreenEnabled) part('full').hidden = true;
    for (const name of ['next', 'all']) part(name).hidden = false;
    this.#show();
    setInterval(() => this.#tick(), 250);
  }

  /** Steps that are over by now are not announced later: the page was closed, or another step was shown, when they ended. */
  #passOver() {
    const now = Date.now();
    this.#minutes.forEach((minutes, index) => {
      if (spentOn(this.#timing, index, now) >= minutes * 60_000) this.#ended.add(index);
    });
  }

  /** A button that was clicked with a pointer gives the focus back, so that the space bar turns the step again. @param {MouseEvent} event */
  #click(event) {
    if (this.#sound) unlock();
    unblank();
    const focused = document.activeElement;
    const byPointer = event.detail > 0;
    if (byPointer && focused instanceof HTMLElement && focused.matches('button, a, summary')) focused.blur();
  }

  /** @param {number} index */
  #title(index) {
    return this.#slides[index].dataset.title ?? '';
  }

  /** @param {Timing} next */
  #turn(next) {
    const moved = next.at !== this.#timing.at;
    if (moved) this.#passOver();
    this.#timing = next;
    this.#store.write({ timing: next });
    this.#show();
    if (!moved) return;
    scrollTo(0, 0);
    say(
      word('now-is', {
        place: word('sign-place', { n: next.at, total: this.#slides.length - 1 }),
        title: this.#title(next.at),
      }),
    );
  }

  /** @param {number} by */
  #go(by) {
    this.#turn(gone(this.#timing, this.#timing.at + by, Date.now()));
  }

  #pause() {
    this.#turn(turned(this.#timing, Date.now()));
  }

  #turnSound() {
    this.#sound = !this.#sound;
    this.#store.write({ sound: this.#sound });
    if (this.#sound) chime();
    this.#show();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.#sound) unlock();
    if (isBlank()) {
      event.preventDefault();
      if (!event.repeat) unblank();
      return;
    }
    // The space bar presses what has the focus.
    if (event.key === ' ' && event.target instanceof Element && event.target.closest('button, a, summary')) return;
    /** @type {Record<string, () => void>} */
    const others = { f: turnFull, s: () => this.#turnSound(), p: () => this.#pause(), Escape: leave };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const by = key === ' ' && event.shiftKey ? -1 : KEYS[key];
    const colour = BLANKS[key];
    const other = colour ? () => blank(colour) : others[key];
    if (by === undefined && !other) return;
    event.preventDefault();
    if (by !== undefined) this.#go(by);
    else if (!event.repeat) other();
  }

  #show() {
    const { at, stopped } = this.#timing;
    this.#slides.forEach((slide, index) => slide.toggleAttribute('data-now', index === at));
    this.#marks.forEach((mark, index) => {
      mark.toggleAttribute('data-done', index + 1 < at);
      if (index + 1 === at) mark.setAttribute('aria-current', 'step');
      else mark.removeAttribute('aria-current');
    });
    const next = at + 1 < this.#slides.length;
    part('next').textContent = next
      ? word('next-is', { title: this.#title(at + 1), minutes: this.#minutes[at + 1] })
      : word('next-none');
    part('pause').textContent = word(stopped ? 'clock-go' : 'clock-stop');
    part('pause').hidden = at === 0;
    part('sound').textContent = word(this.#sound ? 'sound-on' : 'sound-off');
    part('sound').setAttribute('aria-pressed', String(this.#sound));
    part('clock').hidden = at === 0;
    this.#tick();
  }

  #tick() {
    const timing = this.#timing;
    const { at } = timing;
    const now = Date.now();
    const left = this.#minutes[at] * 60 - Math.floor(spentOn(timing, at, now) / 1000);
    const isOver = left < 0;
    part('face').textContent = isOver ? `+${face(-left)}` : face(left);
    part('clock').toggleAttribute('data-over', isOver);
    part('clock').toggleAttribute('data-stopped', timing.stopped);
    part('says').textContent = word(timing.stopped ? 'clock-stopped' : isOver ? 'clock-over' : 'clock-left');
    const all = this.#slides.reduce((sum, _, index) => sum + (index === 0 ? 0 : spentOn(timing, index, now)), 0);
    part('all').textContent = word('clock-all', {
      n: Math.floor(all / 60_000),
      total: part('all').dataset.minutes ?? '',
    });
    if (at === 0 || left > 0 || timing.stopped || this.#ended.has(at)) return;
    this.#ended.add(at);
    say(word('clock-up', { title: this.#title(at) }));
    if (this.#sound) chime();
  }
}

function turnFull() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

function leave() {
  if (document.fullscreenElement) void document.exitFullscreen();
  else /** @type {HTMLAnchorElement} */ (part('back')).click();
}
