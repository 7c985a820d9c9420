/**
 * Projects the page: as slides, made from what it holds. The script and the styles for it are loaded when someone
 * asks, by the button or by an address that ends in `#project`.
 */

import { loadScript, loadSheet } from '../dom/load.js';

const HASH = '#project';

export function startProject() {
  for (const button of document.querySelectorAll('[data-project]'))
    button.addEventListener('click', () => void begin());
  const follow = () => {
    if (location.hash !== HASH) return;
    void begin();
    try {
      history.replaceState(history.state, '', location.pathname + location.search);
    } catch {
      // Some browsers refuse on local files; then a reload projects again.
    }
  };
  addEventListener('hashchange', follow);
  follow();
}

/** @type {Promise<void> | undefined} */
let loading;

async function begin() {
  // A meeting has a projected window of its own.
  const own = document.querySelector('a[data-to-present]');
  if (own instanceof HTMLAnchorElement) return own.click();
  const base = document.documentElement.dataset.base ?? '';
  loading ??= Promise.all([loadSheet(`${base}assets/slides.css`), loadScript(`${base}assets/slides.js`)]).then(
    () => {},
  );
  try {
    await loading;
    Reflect.get(window, 'mitateProject')();
  } catch {
    loading = undefined;
  }
}
