/**
 * The facilitator's window: the page of the meeting in another form. It shows what the facilitator does now and next, the
 * clocks and all controls, and the fields of the minutes in which the decisions are written. Nothing of it is in the
 * projected window. The address ends in `#desk`.
 */

import { make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { Panel, markStep, part, put } from './panel.js';
import { Meeting } from './meeting.js';
import { recordOf } from './record.js';
import { stayAwake } from './wake.js';

export function startDesk() {
  const desk = document.querySelector('section[data-desk]');
  const table = document.querySelector('[data-run]');
  if (!(desk instanceof HTMLElement) || !(table instanceof HTMLElement)) return;
  /** @type {Desk | undefined} */
  let started;
  const open = () => {
    started ??= new Desk(desk, table);
    return started;
  };
  const follow = () => {
    const isDesk = location.hash === '#desk';
    if (isDesk) open();
    document.documentElement.toggleAttribute('data-desk', isDesk);
    if (isDesk) scrollTo(0, 0);
  };
  addEventListener('hashchange', follow);
  follow();
  for (const link of document.querySelectorAll('[data-two-windows]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      location.hash = '#desk';
      open().project();
    });
  }
}

class Desk {
  #root;
  #meeting;
  #rows;
  #panel;
  #titles;
  /** @type {HTMLAnchorElement[]} */
  #marks = [];
  #awake = true;

  /** @param {HTMLElement} root @param {HTMLElement} table */
  constructor(root, table) {
    this.#root = root;
    root.hidden = false;
    this.#rows = [...table.querySelectorAll('[data-step]')].filter((row) => row instanceof HTMLElement);
    this.#titles = [root.dataset.title ?? '', ...this.#rows.map((row) => row.dataset.title ?? '')];
    const planned = [0, ...this.#rows.map((row) => Number(row.dataset.minutes))];
    const id = table.dataset.run ?? '';
    this.#meeting = new Meeting({ id, planned, total: Number(root.dataset.minutes), projects: false });
    this.#panel = new Panel({ root, meeting: this.#meeting, titles: this.#titles, isProjected: false });
    this.#list();
    this.#starts();
    this.#projectsMinutes();
    part(root, 'open-present')?.addEventListener('click', () => this.project());
    this.#meeting.onChange((what) => {
      if (what === 'state') this.#show();
      this.#showLink();
    });
    this.#awake = stayAwake();
    this.#panel.start(() => document.documentElement.hasAttribute('data-desk'));
    this.#meeting.begin();
    this.#show();
  }

  /** Opens the window that is projected. */
  project() {
    const link = document.querySelector('[data-to-present]');
    const isOpen = link instanceof HTMLAnchorElement && this.#meeting.open(link.href);
    const refused = part(this.#root, 'refused');
    if (refused) refused.hidden = isOpen;
    this.#panel.say(isOpen ? '' : word('window-refused'));
  }

  /** The steps as a list, to go to any of them. */
  #list() {
    const list = part(this.#root, 'steps');
    this.#rows.forEach((row, index) => {
      const link = make('a', 'quiet', make('span', 'n', String(index + 1)), make('span', '', this.#titles[index + 1]));
      link.href = `#${row.id}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#meeting.goTo(index + 1);
      });
      list?.append(make('li', '', link));
      this.#marks.push(link);
    });
  }

  /** The start is the same field as on the meeting sheet. */
  #starts() {
    const input = part(this.#root, 'start-again');
    const sheet = document.querySelector('input[data-start]');
    if (!(input instanceof HTMLInputElement)) return;
    input.value = this.#meeting.start;
    input.addEventListener('input', () => {
      this.#meeting.startAt(input.value);
      if (!(sheet instanceof HTMLInputElement)) return;
      sheet.value = input.value;
      sheet.dispatchEvent(new Event('input'));
    });
    this.#meeting.onChange((what) => {
      if (what === 'state' && document.activeElement !== input) input.value = this.#meeting.start;
    });
  }

  /** The minutes are projected on demand, and follow what is typed. */
  #projectsMinutes() {
    const minutes = document.querySelector('.minutes-part');
    const meeting = this.#meeting;
    part(this.#root, 'record')?.addEventListener('click', () =>
      meeting.project(meeting.record || !minutes ? null : recordOf(minutes, null)),
    );
    minutes?.addEventListener('input', () => {
      if (meeting.record) meeting.project(recordOf(minutes, meeting.record));
    });
  }

  #show() {
    const { at } = this.#meeting.timing;
    const total = this.#rows.length;
    put(this.#root, 'place', at === 0 ? word('cover') : word('sign-place', { n: at, total }));
    put(this.#root, 'title', this.#titles[at]);
    this.#copy('question', at === 0 ? null : this.#rows[at - 1].querySelector('[data-question]'));
    this.#copy(
      'notes',
      at === 0 ? document.querySelector('[data-before]') : this.#rows[at - 1].querySelector('[data-note]'),
    );
    this.#copy('next-notes', at < total ? this.#rows[at].querySelector('[data-note]') : null);
    markStep(this.#marks, at);
    const said = at === 0 ? '' : `said-${this.#rows[at - 1].id}`;
    for (const field of document.querySelectorAll('.minutes-part [data-field^="said-"]'))
      field.toggleAttribute('data-now', field instanceof HTMLElement && field.dataset.field === said);
    part(this.#root, 'record')?.setAttribute('aria-pressed', String(this.#meeting.record !== null));
    this.#showLink();
  }

  #showLink() {
    const { isLinked, isAway, blank } = this.#meeting;
    const says = isAway ? 'link-away' : !isLinked ? 'link-none' : blank ? 'link-blank' : 'link-open';
    put(this.#root, 'link', word(says));
    part(this.#root, 'link')?.toggleAttribute('data-over', !isLinked);
    part(this.#root, 'open-present')?.toggleAttribute('hidden', isLinked);
    put(this.#root, 'awake', this.#awake ? '' : word('wake-none'));
  }

  /** Shows a copy of what the meeting sheet says. @param {string} name @param {Element | null} source */
  #copy(name, source) {
    const place = part(this.#root, name);
    if (!place) return;
    const copy = source?.cloneNode(true);
    if (copy instanceof Element)
      for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
    // The facilitator's window stays what it is.
    if (copy instanceof Element) for (const link of copy.querySelectorAll('a')) link.target = '_blank';
    place.replaceChildren(...(copy ? [...copy.childNodes] : []));
    const around = place.closest('[data-around]');
    if (around instanceof HTMLElement) around.hidden = !copy;
  }
}
