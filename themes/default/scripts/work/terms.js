/**
 * The terms of the glossary that a panel uses, and where the learner's own texts have them. Pure but for the filling.
 */

import { word } from '../dom/words.js';

/**
 * Which of the texts have one of the words.
 * @param {string[]} words
 * @param {[label: string, text: string][]} texts
 * @returns {string[]}  their labels
 */
export const sharing = (words, texts) =>
  texts.filter(([, text]) => words.some((one) => one !== '' && text.includes(one))).map(([label]) => label);

/** @param {ParentNode} root @param {[label: string, text: string][]} texts */
export function showTerms(root, texts) {
  for (const place of root.querySelectorAll('[data-term-words]')) {
    const where = sharing((place.getAttribute('data-term-words') ?? '').split('|'), texts);
    place.textContent =
      where.length > 0 ? word('panel-term-yours', { where: where.join(word('sign-list')) }) : word('panel-term-none');
  }
}
