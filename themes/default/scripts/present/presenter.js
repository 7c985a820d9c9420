/**
 * The presenter's view: one step of the meeting, its clock and what comes next. The keys are those of a remote presenter
 * and of the keyboard. Without scripts the steps stand below one another.
 *
 * @typedef {import('./timing.js').Timing} Timing
 */

import { word } from '../dom/words.js';
import { kept } from './kept.js';
import { chime } from './sound.js';
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
  if (!(main instanceof HTMLElement)) return;
  const slides = [...main.querySelectorAll('.slide')].filter((slide) => slide instanceof HTMLElement);
  const marks = [...document.querySelectorAll('.progress a')];
  const store = kept(main.dataset.present ?? '');
  const before = store.read();
  let timing = restored(before.timing, slides.length);
  let sound = before.sound === true;
  /** Steps whose end was told. @type {Set<number>} */
  const told = new Set();
  const minutes = slides.map((slide) => Number(slide.dataset.minutes));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-${name}]`));
  const title = (/** @type {number} */ index) => slides[index].dataset.title ?? '';
  const say = (/** @type {string} */ text) => {
    part('told').textContent = text;
  };

  /** @param {Timing} next */
  const turn = (next) => {
    const moved = next.at !== timing.at;
    timing = next;
    store.write({ timing });
    show();
    if (moved) {
      scrollTo(0, 0);
      say(word('now-is', { place: `${timing.at}／${slides.length - 1}`, title: title(timing.at) }));
    }
  };
  const go = (/** @type {number} */ by) => turn(gone(timing, timing.at + by, Date.now()));

  const show = () => {
    const { at } = timing;
    slides.forEach((slide, index) => slide.toggleAttribute('data-now', index === at));
    marks.forEach((mark, index) => {
      mark.toggleAttribute('data-done', index + 1 < at);
      if (index + 1 === at) mark.setAttribute('aria-current', 'step');
      else mark.removeAttribute('aria-current');
    });
    const next = at + 1 < slides.length;
    part('next').textContent = next
      ? word('next-is', { title: title(at + 1), minutes: minutes[at + 1] })
      : word('next-none');
    part('pause').textContent = word(timing.stopped ? 'clock-go' : 'clock-stop');
    part('pause').hidden = at === 0;
    part('sound').textContent = word(sound ? 'sound-on' : 'sound-off');
    part('sound').setAttribute('aria-pressed', String(sound));
    part('clock').hidden = at === 0;
    tick();
  };

  const tick = () => {
    const { at } = timing;
    const now = Date.now();
    const left = minutes[at] * 60 - Math.floor(spentOn(timing, at, now) / 1000);
    const isOver = left < 0;
    part('face').textContent = isOver ? `+${face(-left)}` : face(left);
    part('clock').toggleAttribute('data-over', isOver);
    part('clock').toggleAttribute('data-stopped', timing.stopped);
    part('says').textContent = word(timing.stopped ? 'clock-stopped' : isOver ? 'clock-over' : 'clock-left');
    const all = slides.reduce((sum, _, index) => sum + (index === 0 ? 0 : spentOn(timing, index, now)), 0);
    part('all').textContent = word('clock-all', {
      n: Math.floor(all / 60_000),
      total: part('all').dataset.minutes ?? '',
    });
    if (at === 0 || left > 0 || timing.stopped || told.has(at)) return;
    told.add(at);
    // A step that was over before the page was opened again is not told anew.
    if (left < -2) return;
    say(word('clock-up', { title: title(at) }));
    if (sound) chime();
  };

  const turnSound = () => {
    sound = !sound;
    store.write({ sound });
    if (sound) chime();
    show();
  };
  const turnFull = () => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen?.();
    done?.catch(() => {});
  };
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else /** @type {HTMLAnchorElement} */ (part('back')).click();
  };
  const pause = () => turn(turned(timing, Date.now()));
  /** @type {Record<string, () => void>} */
  const others = { f: turnFull, s: turnSound, p: pause, Escape: leave };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    // The space bar presses what has the focus.
    if (event.key === ' ' && event.target instanceof Element && event.target.closest('button, a, summary')) return;
    const by = KEYS[event.key];
    const other = others[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (by === undefined && !other) return;
    event.preventDefault();
    if (by !== undefined) go(by);
    else if (!event.repeat) other();
  });
  for (const button of document.querySelectorAll('[data-go]')) {
    button.addEventListener('click', () => go(Number(button instanceof HTMLElement ? button.dataset.go : 0)));
  }
  marks.forEach((mark, index) =>
    mark.addEventListener('click', (event) => {
      event.preventDefault();
      go(index + 1 - timing.at);
    }),
  );
  part('pause').addEventListener('click', pause);
  part('sound').addEventListener('click', turnSound);
  part('full').addEventListener('click', turnFull);
  if (!document.fullscreenEnabled) part('full').hidden = true;
  for (const name of ['next', 'all']) part(name).hidden = false;
  show();
  setInterval(tick, 250);
}
