/**
 * The print mirror: behind every text control there is a block with the same text. A text area prints
 * only what it shows, a select only what fits; the block prints all of it. It also replaces the control on screen
 * once an attempt is read-only, because the text of a disabled control cannot be selected everywhere.
 */

import { controlsIn, isTick } from '../dom/controls.js';

/** @typedef {import('../dom/controls.js').Control} Control */

/**
 * Puts the blocks where they are missing and makes all of them say what the controls say.
 * @param {ParentNode} root
 */
export function mirror(root) {
  for (const group of controlsIn(root).values()) {
    for (const control of group) if (!isTick(control)) mirrorOne(control);
  }
}

/** @param {Control} control */
export function mirrorOne(control) {
  const paper = paperOf(control) ?? build(control);
  const text = textOf(control);
  if (paper.textContent !== text) paper.textContent = text;
}

/**
 * @param {Control} control
 * @returns {Element | null}
 */
function paperOf(control) {
  const next = control.nextElementSibling;
  return next?.classList.contains('paper') ? next : null;
}

/** @param {Control} control */
function build(control) {
  const paper = document.createElement('span');
  paper.className = ['paper', ...[...control.classList].filter((name) => name.startsWith('lines-'))].join(' ');
  paper.setAttribute('aria-hidden', 'true');
  paper.dataset.paper = control.name;
  control.after(paper);
  return paper;
}

/** @param {Control} control */
function textOf(control) {
  if (control instanceof HTMLSelectElement) {
    const chosen = control.selectedOptions[0];
    return chosen && chosen.value !== '' ? (chosen.dataset.label ?? chosen.textContent.trim()) : '';
  }
  return control.type === 'date' ? dateWords(control.value) : control.value;
}

/**
 * A date as people write it; what is no date stays as it is.
 * @param {string} value
 */
function dateWords(value) {
  const [year, month, day] = value.split('-').map(Number);
  if (!year || !month || !day) return value;
  const format = new Intl.DateTimeFormat(document.documentElement.lang || 'ja', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  return format.format(new Date(year, month - 1, day));
}
