/**
 * Makes elements that templates do not have: marked `data-made`, so that words and copies can leave them out.
 */

import { languageOfWords, rules } from './words.js';

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {...(string | Node)} content  strings become text, never markup
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.dataset.made = '';
  element.append(...content);
  return element;
}

/**
 * @param {string} words
 * @param {() => unknown} act
 * @param {string} [className]
 */
export function button(words, act, className = 'button') {
  const element = make('button', className, words);
  element.type = 'button';
  element.addEventListener('click', act);
  return inOwnLanguage(element);
}

/**
 * An element whose words are the theme's says so in a form that is in another language.
 * @template {HTMLElement} T
 * @param {T} element
 */
export function inOwnLanguage(element) {
  const language = languageOfWords();
  if (language !== '') element.lang = language;
  return element;
}

/** Whether keys write into it. @param {EventTarget | null} target */
const isTypedInto = (target) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !target.matches('[type="radio"], [type="checkbox"]'));

/** @type {HTMLElement | undefined} */
let live;

/**
 * Announces to users of screen readers what has just changed. The words go with the next press, or key that moves on: what is read
 * later by moving through the page is what the page shows then. Who goes on typing hears them all the same.
 * @param {string} words
 */
export function announce(words) {
  if (!live) {
    live = make('div', 'visually-hidden live');
    live.setAttribute('role', 'status');
    document.body.append(live);
    const region = live;
    addEventListener('pointerdown', () => region.replaceChildren(), { capture: true });
    addEventListener(
      'keydown',
      (event) => (event.key !== 'Tab' && isTypedInto(event.target)) || region.replaceChildren(),
      {
        capture: true,
      },
    );
  }
  // The same words twice are read twice only if they differ in something.
  live.textContent = live.textContent === words ? `${words}\u00a0` : words;
}

/**
 * @param {string} text
 * @param {number} [most]  characters
 */
export function short(text, most = 24) {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}

/** The tag that dates are written by. */
const language = () => rules('@shown-dates').tag ?? (document.documentElement.lang || undefined);

/** A date in full. @param {Date} date */
export function longDay(date) {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(date);
}

/** The day and the time of day. The year and the day always: a page stays open over midnight, and a file is read later. @param {string | Date} at */
export function when(at) {
  /** @type {"numeric" | "2-digit"} */
  const hour = rules('@shown-dates').hour === 'numeric' ? 'numeric' : '2-digit';
  return new Intl.DateTimeFormat(language(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour,
    minute: '2-digit',
  }).format(new Date(at));
}

/** @param {string | Date} at */
export function day(at) {
  return new Intl.DateTimeFormat(language(), { year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(at));
}
