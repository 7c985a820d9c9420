/**
 * Puts the search where a page has one: the dialog that the header's button or the "/" key opens, and the search
 * page, whose address keeps the query (`#q=…`), so that coming back shows the results again.
 */

import { load } from './load.js';
import { attach } from './search.js';

export function startSearch() {
  const base = document.documentElement.dataset.base ?? '';
  /** @type {import('./query.js').Index | undefined} */
  let loaded;
  const index = () => (loaded ??= load(base));

  const dialog = document.getElementById('search-dialog');
  const page = document.querySelector('main .search');
  const pageInput = page?.querySelector('input.search-input');
  if (page instanceof HTMLElement) startPage(page, index, base);
  if (dialog instanceof HTMLDialogElement) {
    const inside = dialog.querySelector('.search');
    if (inside instanceof HTMLElement) attach(inside, index, base);
    startDialog(dialog);
  }

  const open = () => {
    if (pageInput instanceof HTMLInputElement) pageInput.focus();
    else if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  };
  for (const button of document.querySelectorAll('button.search-button')) button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open();
  });
}

/**
 * @param {HTMLElement} page
 * @param {() => import('./query.js').Index} index
 * @param {string} base
 */
function startPage(page, index, base) {
  const ask = attach(page, index, base, (query) => {
    try {
      history.replaceState(history.state, '', query === '' ? '#' : `#q=${encodeURIComponent(query)}`);
    } catch {
      // Only the way back is poorer.
    }
  });
  const follow = () => {
    const query = /^#q=(.+)/.exec(location.hash)?.[1];
    if (query) ask?.(decodeURIComponent(query));
  };
  addEventListener('hashchange', follow);
  follow();
}

/** @param {HTMLDialogElement} dialog */
function startDialog(dialog) {
  dialog.querySelector('.search-close')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    // The backdrop is the dialog's own, its content is not.
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) dialog.close();
  });
  // A result on the present page scrolls it; the dialog must not stay in front.
  dialog.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a.search-hit')) dialog.close();
  });
}

/**
 * "/" where nothing is being typed; a reader who speaks to the computer can turn it off (WCAG 2.1.4).
 * @param {KeyboardEvent} event
 */
function isShortcut(event) {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (document.documentElement.dataset.keys === 'off') return false;
  const at = event.target;
  return !(
    at instanceof HTMLElement &&
    (at.isContentEditable || at.matches('input:not([type="radio"], [type="checkbox"]), textarea, select'))
  );
}
