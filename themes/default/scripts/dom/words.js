/**
 * The words that scripts show, as the template left them in the page: `<template id="work-words"><i data-k="KEY">…`,
 * and those of a single kind of exercise in a `<template data-words>` within it.
 * The locale decides what they are; a script knows only their keys. `{$name}` in them is filled in, as text. What begins
 * with `@` are rules, as JSON.
 */

import { fill } from './fill.js';

/** @type {Map<string, string> | undefined} */
let words;

/** What counts, of several arguments. */
const COUNTS = ['n', 'count', 'total'];

/**
 * @param {string} key
 * @param {Record<string, string | number>} [args]
 * @returns {string}  the key itself where the page lacks the words: seen, and no reason to stop
 */
export function word(key, args = {}) {
  words ??= read();
  const form = COUNTS.map((name) => args[name]).find((value) => typeof value === 'number');
  const counted = typeof form === 'number' ? words.get(`${key}.${plural(form)}`) : undefined;
  return fill(counted ?? words.get(key) ?? key, args);
}

/** @type {Intl.PluralRules | undefined} */
let rulesOfPlural;

/** The plural form that a number takes in the language of the page. @param {number} n */
function plural(n) {
  rulesOfPlural ??= new Intl.PluralRules(
    typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en',
  );
  return rulesOfPlural.select(n);
}

/** @type {Map<string, unknown>} */
const known = new Map();

/**
 * Rules of the locale (`locales/<tag>.yaml`), which come with the words.
 * @param {string} key  such as `@personal`
 * @returns {any}  `{}` where the page lacks them: then nothing is looked for
 */
export function rules(key) {
  words ??= read();
  if (!known.has(key)) known.set(key, JSON.parse(words.get(key) ?? '{}'));
  return known.get(key);
}

/** Words from elsewhere than the page. @param {Record<string, string>} given */
export function useWords(given) {
  words = new Map(Object.entries(given));
  known.clear();
}

/** The language of these words, if the form on the page is in another one; else empty. */
export function languageOfWords() {
  const template = document.querySelector('template[data-words][lang]');
  return template instanceof HTMLElement ? template.lang : '';
}

function read() {
  /** @type {Map<string, string>} */
  const found = new Map();
  if (typeof document === 'undefined') return found;
  for (const template of document.querySelectorAll('#work-words, template[data-words]')) {
    if (!(template instanceof HTMLTemplateElement)) continue;
    for (const item of template.content.querySelectorAll('[data-k]')) {
      if (item instanceof HTMLElement) found.set(item.dataset.k ?? '', item.textContent ?? '');
    }
  }
  return found;
}
