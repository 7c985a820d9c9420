/**
 * Reading without a network, as a page shows it: a group in the settings in which the learner asks for it, sees how it goes on and
 * removes it; and one quiet line in the foot when a new edition waits. The work is the worker's (worker.js).
 */

import { connect } from './link.js';
import { startPanel } from './panel.js';

/** @typedef {import('./keeper.js').OfflineState} OfflineState */

export function startOffline() {
  const group = document.querySelector('[data-offline]');
  // Local files have no worker. Where they are opened, nothing is said of it.
  if (!(group instanceof HTMLElement) || !/^https?:$/.test(location.protocol)) return;
  const root = new URL(document.documentElement.dataset.base || './', location.href).href;
  const link = 'serviceWorker' in navigator ? connect(root) : undefined;
  const panel = startPanel(group, root, link);
  link?.onState((state) => {
    panel.show(state);
    const line = document.querySelector('[data-offline-news]');
    if (line instanceof HTMLElement) line.hidden = !state.news;
  });
}
