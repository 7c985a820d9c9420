/**
 * What both windows of a meeting have: the clock, the times, the buttons and the keys, and the questions that have to be
 * answered before it goes on.
 *
 * @typedef {import('./meeting.js').Meeting} Meeting
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { BLANKS } from '../slides/blank.js';
import { clock, face, minutesAt } from '../slides/clock.js';
import { giveBackFocus, isTaken, keyOf, wayOf } from '../slides/keys.js';
import { chime, unlock } from './sound.js';
import { left, minutesSpent } from './timing.js';

/** The element that shows one thing, if there is one. @param {ParentNode} root @param {string} name */
export const part = (root, name) => {
  const found = root.querySelector(`[data-${name}]`);
  return found instanceof HTMLElement ? found : null;
};

/** @param {ParentNode} root @param {string} name @param {string} text */
export function put(root, name, text) {
  const place = part(root, name);
  if (place && place.textContent !== text) place.textContent = text;
}

/** Marks the current step in a list of all, and those before it. @param {Element[]} marks @param {number} at  0 is the cover */
export function markStep(marks, at) {
  marks.forEach((mark, index) => {
    mark.toggleAttribute('data-done', index + 1 < at);
    if (index + 1 === at) mark.setAttribute('aria-current', 'step');
    else mark.removeAttribute('aria-current');
  });
}

export class Panel {
  #root;
  #meeting;
  #titles;
  #sound = false;
  /** Steps whose end is not announced (again). @type {Set<number>} */
  #ended = new Set();
  #at = -1;
  #isProjected;

  /**
   * @param {object} panel
   * @param {ParentNode} panel.root  holds the clock and the buttons
   * @param {Meeting} panel.meeting
   * @param {string[]} panel.titles  of the steps, the cover first
   * @param {boolean} panel.isProjected
   */
  constructor({ root, meeting, titles, isProjected }) {
    this.#root = root;
    this.#meeting = meeting;
    this.#titles = titles;
    this.#isProjected = isProjected;
  }

  /** @param {() => boolean} isOn  whether keys and clicks are meant for the meeting */
  start(isOn) {
    document.addEventListener('keydown', (event) => {
      if (isOn()) this.#press(event);
    });
    document.addEventListener('click', (event) => {
      if (!isOn()) return;
      if (this.#sound) unlock();
      const button = event.target instanceof Element ? event.target.closest('[data-do]') : null;
      if (button instanceof HTMLElement && this.#root.contains(button)) this.#act(button.dataset.do ?? '');
      giveBackFocus(event);
    });
    this.#meeting.onChange((what) => {
      if (what === 'state') this.#show();
      else this.#tick();
    });
    this.#show();
  }

  /** @param {string} text */
  say(text) {
    put(document, 'told', text);
  }

  /** @param {string} what */
  #act(what) {
    const meeting = this.#meeting;
    /** @type {Record<string, () => void>} */
    const acts = {
      next: () => meeting.go(1),
      prev: () => meeting.go(-1),
      pause: () => meeting.pause(),
      more: () => meeting.lengthen(1),
      less: () => meeting.lengthen(-1),
      again: () => meeting.stepAgain(),
      anew: () => this.#askAnew(),
      dark: () => meeting.turnBlank(meeting.blank ? null : 'dark'),
      light: () => meeting.turnBlank(meeting.blank ? null : 'light'),
      sound: () => this.#turnSound(),
    };
    acts[what]?.();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (isTaken(event)) return;
    if (this.#sound) unlock();
    const meeting = this.#meeting;
    const open = part(document, 'ask');
    const isAsked = open instanceof HTMLDialogElement && open.open;
    const by = wayOf(event);
    const key = keyOf(event);
    const colour = BLANKS[key];
    /** @type {Record<string, string>} */
    const acts = { s: 'sound', p: 'pause', '+': 'more', ';': 'more', '=': 'more', '-': 'less', r: 'again' };
    if (by === undefined && !colour && !acts[key] && !meeting.blank) return;
    if (meeting.blank && (event.key === 'Shift' || event.key === 'Tab')) return;
    event.preventDefault();
    if (event.repeat && by === undefined) return;
    if (isAsked) {
      if (by === 1) open.querySelector('button')?.click();
    } else if (meeting.blank) meeting.turnBlank(null);
    else if (by !== undefined) meeting.go(by);
    else if (colour) meeting.turnBlank(colour);
    else this.#act(acts[key]);
  }

  #turnSound() {
    this.#sound = !this.#sound;
    if (this.#sound) chime();
    this.#show();
  }

  /** Asks in the place for it; the first answer is that of the keys of a remote presenter. @param {string} text @param {[words: string, act: () => void][]} answers */
  #ask(text, answers) {
    const dialog = part(document, 'ask');
    if (!(dialog instanceof HTMLDialogElement) || (dialog.open && dialog.dataset.asks === text)) return;
    const ways = answers.map(([words, act]) =>
      button(words, () => {
        dialog.close();
        act();
      }),
    );
    dialog.replaceChildren(make('p', '', text), make('p', 'ask-ways', ...ways.flatMap((way) => [way, ' '])));
    dialog.dataset.asks = text;
    if (!dialog.open) dialog.showModal();
  }

  #askAnew() {
    this.#ask(word('anew-sure'), [
      [word('anew-yes'), () => this.#meeting.choose(false)],
      [word('anew-no'), () => {}],
    ]);
  }

  /** What has to be decided before the meeting goes on. */
  #askOpen() {
    const meeting = this.#meeting;
    const dialog = part(document, 'ask');
    const { before } = meeting;
    const { gap } = meeting.timing;
    if (before) {
      const place = word('sign-place', { n: before.at, total: this.#titles.length - 1 });
      const n = minutesSpent(before);
      this.#ask(word('before-is', { when: whenIs(before.begun), place, title: this.#titles[before.at], n }), [
        [word('before-on'), () => meeting.choose(true)],
        [word('before-anew'), () => meeting.choose(false)],
      ]);
    } else if (gap && !(this.#isProjected && meeting.isLinked)) {
      const n = Math.max(1, Math.round(gap.ms / 60_000));
      this.#ask(word('gap-is', { from: clock(minutesAt(gap.from)), to: clock(minutesAt(gap.to)), n }), [
        [word('gap-leave'), () => meeting.settle(false)],
        [word('gap-count', { n }), () => meeting.settle(true)],
      ]);
    } else if (dialog instanceof HTMLDialogElement && dialog.open && dialog.dataset.asks !== word('anew-sure'))
      dialog.close();
  }

  #show() {
    const { at, stopped } = this.#meeting.timing;
    const root = this.#root;
    if (at !== this.#at) this.#moved(at);
    const next = at + 1 < this.#titles.length;
    put(
      root,
      'next',
      next
        ? word('next-is', { title: this.#titles[at + 1], minutes: this.#meeting.planned[at + 1] })
        : word('next-none'),
    );
    for (const button of root.querySelectorAll('[data-do]')) {
      if (!(button instanceof HTMLElement)) continue;
      const { do: what = '' } = button.dataset;
      if (['pause', 'more', 'less', 'again'].includes(what)) button.toggleAttribute('disabled', at === 0);
      if (what === 'pause') button.textContent = word(stopped ? 'clock-go' : 'clock-stop');
      if (what === 'sound') button.textContent = word(this.#sound ? 'sound-on' : 'sound-off');
      if (what === 'sound') button.setAttribute('aria-pressed', String(this.#sound));
      if (what === 'dark' || what === 'light')
        button.setAttribute('aria-pressed', String(this.#meeting.blank === what));
    }
    part(root, 'clock')?.toggleAttribute('hidden', at === 0);
    this.#askOpen();
    this.#tick();
  }

  /** @param {number} at */
  #moved(at) {
    const isFirst = this.#at < 0;
    this.#at = at;
    // A step that is over already is not announced when it is shown again.
    this.#titles.forEach((_, index) => {
      if (left(this.#meeting.timing, index, this.#meeting.planned) <= 0) this.#ended.add(index);
    });
    if (isFirst) return;
    const place = word('sign-place', { n: at, total: this.#titles.length - 1 });
    this.say(word('now-is', { place, title: this.#titles[at] }));
  }

  #tick() {
    const { timing, planned } = this.#meeting;
    const { at } = timing;
    const rest = left(timing, at, planned);
    const isOver = rest < 0;
    const root = this.#root;
    put(root, 'face', isOver ? `+${face(-rest)}` : face(rest));
    const box = part(root, 'clock');
    box?.toggleAttribute('data-over', isOver);
    box?.toggleAttribute('data-stopped', timing.stopped);
    put(root, 'says', word(timing.stopped ? 'clock-stopped' : isOver ? 'clock-over' : 'clock-left'));
    put(root, 'all', word('clock-all', { n: minutesSpent(timing), total: this.#meeting.total }));
    put(root, 'time', word('clock-now', { time: clock(minutesAt(Date.now())) }));
    this.#showEnds();
    if (rest > 0) this.#ended.delete(at);
    if (at === 0 || rest > 0 || timing.stopped || this.#ended.has(at)) return;
    this.#ended.add(at);
    this.say(word('clock-up', { title: this.#titles[at] }));
    if (this.#sound) chime();
  }

  #showEnds() {
    const { ends } = this.#meeting;
    put(this.#root, 'ends', ends ? word('ends-at', { time: clock(ends.planned) }) : '');
    const late = ends?.late ?? 0;
    const says = Math.abs(late) < 1 ? 'ends-right' : late > 0 ? 'ends-late' : 'ends-early';
    put(
      this.#root,
      'late',
      ends && this.#meeting.timing.begun !== null
        ? word(says, { n: Math.abs(late), time: clock(Math.round(ends.expected)) })
        : '',
    );
    part(this.#root, 'late')?.toggleAttribute('data-over', late > 0);
  }
}

/** @param {number | null} time */
function whenIs(time) {
  const date = new Date(time ?? 0);
  const isToday = date.toDateString() === new Date().toDateString();
  const day = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { month: 'long', day: 'numeric' });
  return `${isToday ? '' : `${day.format(date)} `}${clock(minutesAt(date.getTime()))}`;
}
