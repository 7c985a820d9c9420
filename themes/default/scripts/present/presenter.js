/**
 * The projected window: one step of the meeting, its clock and what comes next. A step that does not fit takes several
 * screens. Buttons are shown while the pointer moves or one has the focus. Without scripts the steps are one below
 * the other.
 */

import { make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { startBar } from '../slides/bar.js';
import { showBlank } from '../slides/blank.js';
import { minutesOf } from '../slides/clock.js';
import { screensOf } from '../slides/fit.js';
import { isTaken, turnFull } from '../slides/keys.js';
import { Panel, markStep, part } from './panel.js';
import { Meeting } from './meeting.js';
import { recordBlocks } from './record.js';
import { stayAwake } from './wake.js';

export function startPresenter() {
  const main = document.querySelector('[data-present]');
  if (!(main instanceof HTMLElement)) return;
  const slides = [...main.querySelectorAll('.slide')].filter((slide) => slide instanceof HTMLElement);
  const planned = slides.map((slide) => Number(slide.dataset.minutes));
  const meeting = new Meeting({
    id: main.dataset.present ?? '',
    planned,
    total: Number(main.dataset.minutes),
    projects: true,
  });
  takeStart(meeting);
  leadToSlides(main);
  leadBack();
  new Presenter(main, slides, meeting).start();
}

/** The end of an address that a step of a session leads to: from there a button leads back to the step. */
const WITHIN = '#project-back';

/** What a step of a session shows opens as slides, which begin at the part that is meant. @param {HTMLElement} main */
function leadToSlides(main) {
  for (const link of main.querySelectorAll('a[data-within]')) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const anchor = link.hash.slice(1);
    link.hash = anchor ? `${WITHIN}=${anchor}` : WITHIN;
  }
}

/** A meeting that is held as a step of a session leads back to that step. */
function leadBack() {
  const link = part(document, 'leave');
  if (!link || location.hash !== WITHIN) return;
  link.textContent = word('present-within');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    history.back();
  });
}

/** The start that was typed on the meeting sheet: on local files one page may not see what another one stores. @param {Meeting} meeting */
function takeStart(meeting) {
  const given = /^#start=([\d:]+)$/.exec(location.hash)?.[1] ?? '';
  if (minutesOf(given) === undefined) return;
  meeting.startAt(given);
  try {
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    // Some browsers refuse on local files; then a reload takes the same start again.
  }
}

/**
 * The screens of what does not fit on one: a list of rules is shown rule by rule, below its heading.
 * @param {Element[]} blocks
 * @param {HTMLElement} holder
 */
function screensOneByOne(blocks, holder) {
  const rules = blocks.find((block) => block.matches('[data-one-by-one]'));
  if (!rules) return screensOf(blocks, holder);
  const heading = blocks[blocks.indexOf(rules) - 1];
  const others = blocks.filter((block) => block !== rules && block !== heading);
  const items = [...rules.children].map((item, index) => {
    const alone = /** @type {HTMLElement} */ (rules.cloneNode(false));
    alone.dataset.oneByOne = 'on';
    alone.append(item.cloneNode(true));
    const title = /** @type {HTMLElement} */ (heading.cloneNode(true));
    title.append(` ${word('sign-place', { n: index + 1, total: rules.children.length })}`);
    return [title, alone];
  });
  return [...screensOf(others, holder), ...items.flatMap((item) => screensOf(item, holder))];
}

class Presenter {
  #main;
  #slides;
  #meeting;
  #panel;
  #marks = [...document.querySelectorAll('.progress a')];
  /** What each step holds. @type {Element[][]} */
  #blocks;
  /** The screens of each step. @type {Node[][][]} */
  #screens;
  /** The minutes, as far as they are projected. */
  #record = make('section', 'slide record');
  /** @type {import('./record.js').RecordPart[] | null} */
  #fitted = null;
  /** @type {Node[][]} */
  #recordScreens = [];

  /** @param {HTMLElement} main @param {HTMLElement[]} slides @param {Meeting} meeting */
  constructor(main, slides, meeting) {
    this.#main = main;
    this.#slides = slides;
    this.#meeting = meeting;
    const titles = slides.map((slide) => slide.dataset.title ?? '');
    this.#panel = new Panel({ root: document, meeting, titles, isProjected: true });
    this.#blocks = slides.map((slide) => [...slide.children]);
    this.#screens = this.#blocks.map((blocks) => [blocks]);
    this.#record.dataset.now = '';
  }

  start() {
    const meeting = this.#meeting;
    this.#fit();
    meeting.onChange((what) => {
      if (what === 'state') this.#show();
      part(document, 'open-desk')?.toggleAttribute('hidden', meeting.isLinked);
    });
    this.#marks.forEach((mark, index) =>
      mark.addEventListener('click', (event) => {
        event.preventDefault();
        meeting.goTo(index + 1);
      }),
    );
    document.addEventListener('keydown', (event) => {
      if (isTaken(event) || event.repeat) return;
      if (event.key.toLowerCase() === 'f') turnFull();
    });
    part(document, 'full')?.addEventListener('click', turnFull);
    part(document, 'full')?.toggleAttribute('hidden', !document.fullscreenEnabled);
    part(document, 'open-desk')?.addEventListener('click', () => this.#openDesk());
    addEventListener('resize', () => this.#fitAgain());
    addEventListener('beforeprint', () =>
      this.#slides.forEach((slide, i) => slide.replaceChildren(...this.#blocks[i])),
    );
    addEventListener('afterprint', () => this.#fitAgain());
    document.addEventListener('click', () => {
      if (meeting.blank) meeting.turnBlank(null);
    });
    startBar();
    stayAwake();
    this.#panel.start(() => true);
    meeting.begin();
    this.#show();
    // Until the fonts are there, nothing that was measured is certain.
    void document.fonts.ready.then(() => this.#fitAgain());
  }

  #fitAgain() {
    this.#fit();
    this.#show();
  }

  #openDesk() {
    const url = part(document, 'open-desk')?.dataset.openDesk ?? '';
    if (!this.#meeting.open(url)) this.#panel.say(word('window-refused'));
    const note = part(document, 'refused');
    if (note) note.hidden = part(document, 'told')?.textContent !== word('window-refused');
  }

  /** Divides the steps into screens of the size of the window. */
  #fit() {
    const holder = this.#slides[0].cloneNode(false);
    if (!(holder instanceof HTMLElement)) return;
    holder.removeAttribute('id');
    holder.dataset.now = '';
    this.#main.replaceChildren(holder);
    this.#main.dataset.fits = '';
    this.#screens = this.#blocks.map((blocks, index) => {
      holder.className = this.#slides[index].className;
      const screens = screensOf(blocks, holder);
      return screens.length > 1 ? screensOneByOne(blocks, holder) : screens;
    });
    delete this.#main.dataset.fits;
    this.#main.replaceChildren(...this.#slides);
    this.#fitted = null;
    this.#meeting.fit(this.#screens.map((screens) => screens.length));
  }

  /** Divides the record into screens, if it has changed. */
  #fitRecord() {
    const { record } = this.#meeting;
    if (record === null || record === this.#fitted) return;
    this.#fitted = record;
    this.#record.remove();
    for (const slide of this.#slides) slide.removeAttribute('data-now');
    const holder = /** @type {HTMLElement} */ (this.#record.cloneNode(false));
    this.#main.append(holder);
    this.#main.dataset.fits = '';
    this.#recordScreens = screensOf(recordBlocks(record), holder);
    delete this.#main.dataset.fits;
    holder.remove();
    // What is being written is on the screen.
    const written = this.#recordScreens.findLastIndex((nodes) =>
      nodes.some((node) => node instanceof HTMLElement && 'new' in node.dataset),
    );
    this.#meeting.fitRecord(this.#recordScreens.length, written < 0 ? this.#meeting.recordAt : written);
  }

  #show() {
    const { timing, blank, record } = this.#meeting;
    const { at, part: screen } = timing;
    this.#fitRecord();
    this.#record.replaceChildren(...(this.#recordScreens[this.#meeting.recordAt] ?? []));
    if (!record) this.#record.remove();
    else if (!this.#record.isConnected) this.#main.append(this.#record);
    this.#slides.forEach((slide, index) => {
      slide.toggleAttribute('data-now', index === at && !record);
      const shown = (index === at && this.#screens[index][screen]) || this.#blocks[index];
      const isShown =
        slide.childNodes.length === shown.length && shown.every((node, i) => slide.childNodes[i] === node);
      if (!isShown) slide.replaceChildren(...shown);
    });
    markStep(this.#marks, at);
    showBlank(blank);
  }
}
