/**
 * The words that scripts show, as the template left them in the page: `<template id="work-words"><i data-k="KEY">…`,
 * and those of a single kind of exercise in a `<template data-words>` within it.
 * The locale decides what they are; a script knows only their keys. `{$name}` in them is filled in, as text.
 */

import { fill } from './fill.js';

/** @type {Map<string, string> | undefined} */
let words;

/**
 * @param {string} key
 * @param {Record<string, string | number>} [args]
 * @returns {string}  the key itself where the page lacks the words: seen, and no reason to stop
 */
export function word(key, args = {}) {
  words ??= read();
  return fill(words.get(key) ?? key, args);
}

function read() {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const template of document.querySelectorAll('#work-words, template[data-words]')) {
    if (!(template instanceof HTMLTemplateElement)) continue;
    for (const item of template.content.querySelectorAll('[data-k]')) {
      if (item instanceof HTMLElement) found.set(item.dataset.k ?? '', item.textContent ?? '');
    }
  }
  return found;
}
