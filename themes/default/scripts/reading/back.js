/**
 * Whoever wrote something here finds the way back to it (assets/begun.js): loaded only where there are answers, since most
 * visits have none. Firefox gives each local file a storage of its own: there the page says that it cannot know.
 */

import { loadScript } from '../dom/load.js';
import { isSeparate } from '../dom/separate.js';

export function startBack() {
  show();
  // What was written or deleted meanwhile changes what a page says that was left open.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(show);
  };
  addEventListener('pageshow', (event) => event.persisted && again());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
}

/** Takes away what was said of it before. */
export function clearBack() {
  for (const mark of document.querySelectorAll('.begun')) mark.remove();
  const place = document.querySelector('[data-continue]');
  if (place instanceof HTMLElement) place.hidden = true;
}

function show() {
  const { base = '', course = '', kind } = document.documentElement.dataset;
  if (isSeparate()) {
    const note = document.querySelector('[data-own-file]');
    if (note instanceof HTMLElement) note.hidden = false;
    return;
  }
  if (kind === 'answers') return;
  void mayHaveAnswers(course).then((may) => {
    if (!may) return clearBack();
    void loadScript(`${base}assets/begun.js`).catch(() => {});
  });
}

/** @param {string} course */
async function mayHaveAnswers(course) {
  const prefix = `mitate:${course}`;
  try {
    if (document.documentElement.dataset.shared === 'on')
      return Object.keys(sessionStorage).some((name) => name.startsWith(prefix));
    // Browsers that cannot list them are asked for the database itself.
    const databases = await indexedDB.databases?.();
    return databases?.some(({ name }) => name?.startsWith(prefix)) ?? true;
  } catch {
    return false;
  }
}
