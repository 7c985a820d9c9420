/**
 * Projects the page: as slides, made from what it holds. The script and the styles for it are loaded when someone
 * asks, by the button or by an address that ends in `#project`. A projected step of a session ends its links in
 * `#project-back=ANCHOR`: the slides begin at the anchor, and their end leads back to the step. `#lectern` opens the
 * facilitator's window of a page that is projected.
 */

import { loadScript, loadSheet } from '../dom/load.js';

const HASH = /^#(lectern|project)(-back)?(?:=(.*))?$/;

export function startProject() {
  for (const button of document.querySelectorAll('[data-project]'))
    button.addEventListener('click', () => void begin());
  const follow = () => {
    const asked = HASH.exec(location.hash);
    if (!asked) return;
    const [, does, back, anchor = ''] = asked;
    void begin({ isLectern: does === 'lectern', goesBack: back !== undefined, anchor: decodeURIComponent(anchor) });
    if (does === 'lectern') return; // and is again after a reload
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

/** @param {{ isLectern?: boolean, goesBack?: boolean, anchor?: string }} [how] */
async function begin(how = {}) {
  // A meeting has a projected window of its own.
  const own = document.querySelector('a[data-to-present]');
  if (own instanceof HTMLAnchorElement) return own.click();
  const base = document.documentElement.dataset.base ?? '';
  loading ??= Promise.all([loadSheet(`${base}assets/slides.css`), loadScript(`${base}assets/slides.js`)]).then(
    () => {},
  );
  try {
    await loading;
    Reflect.get(window, 'mitateProject')(how);
  } catch {
    loading = undefined;
  }
}
