/**
 * Puts the search where a page has one: the dialog that the header's button or the "/" key opens, and the search
 * page, whose address keeps the query (`#q=…`), so that coming back shows the results again.
 */

import { given } from '../dom/given.js';

/** What assets/search.js hands over. @typedef {{ attach: typeof import('./search.js').attach, load: typeof import('./load.js').load }} Finder */

export function startSearch() {
  const base = document.documentElement.dataset.base ?? '';
  /** @type {Promise<Finder> | undefined} */
  let loading;
  const finder = () => {
    loading ??= /** @type {Promise<Finder>} */ (given(`${base}assets/search.js`, 'mitateFinder'));
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  /** @type {import('./query.js').Index | undefined} */
  let loaded;
  /** Most visits search nothing: what searches is loaded when someone is about to. @param {HTMLElement} root @param {(query: string) => void} [asked] */
  const begin = async (root, asked) => {
    const { attach, load } = await finder();
    return attach(root, () => (loaded ??= load(base)), base, asked);
  };

  const dialog = document.getElementById('search-dialog');
  const page = document.querySelector('main .search');
  const pageInput = page?.querySelector('input.search-input');
  if (page instanceof HTMLElement) void startPage(page, begin);
  if (dialog instanceof HTMLDialogElement) startDialog(dialog, begin);

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

/** @typedef {(root: HTMLElement, asked?: (query: string) => void) => Promise<((query: string) => void) | undefined>} Begin */

/**
 * @param {HTMLElement} page
 * @param {Begin} begin
 */
async function startPage(page, begin) {
  const ask = await begin(page, (query) => {
    try {
      history.replaceState(history.state, '', query === '' ? '#' : `#q=${encodeURIComponent(query)}`);
    } catch {
      // Only the way back is poorer.
    }
  }).catch(() => undefined);
  if (!ask) return void fail(page);
  const follow = () => {
    const query = /^#q=(.+)/.exec(location.hash)?.[1];
    if (query) ask(decodeURIComponent(query));
  };
  addEventListener('hashchange', follow);
  follow();
}

/** @param {HTMLElement} root */
function fail(root) {
  const status = root.querySelector('.search-status');
  if (status) status.textContent = root.dataset.failed ?? '';
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Begin} begin
 */
function startDialog(dialog, begin) {
  const inside = dialog.querySelector('.search');
  const input = dialog.querySelector('input.search-input');
  if (!(inside instanceof HTMLElement) || !(input instanceof HTMLInputElement)) return;
  let isAttached = false;
  input.addEventListener('focus', async () => {
    if (isAttached) return;
    isAttached = true;
    try {
      const ask = await begin(inside);
      // What was typed meanwhile.
      if (input.value !== '') ask?.(input.value);
    } catch {
      isAttached = false;
      fail(inside);
    }
  });
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
