/**
 * A case on paper, as its reader chooses: short, with each diagram once, as it is in the end (so prints the browser's own
 * command too); or stage by stage, each on a new sheet with its diagrams.
 */

import { printAs } from '../dom/print.js';

export function startCasePrint() {
  const tools = document.querySelector('[data-case-print]');
  if (!(tools instanceof HTMLElement)) return;
  tools.hidden = false;
  tools.addEventListener('click', ({ target }) => {
    const way = target instanceof Element ? target.closest('[data-print-case]') : null;
    if (way instanceof HTMLElement) printAs(way.dataset.printCase ?? '');
  });
}
