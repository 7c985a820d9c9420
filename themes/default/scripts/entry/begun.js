/**
 * Entry of assets/begun.js, loaded by reading/back.js where something was written: the way back to it, and marks in the lists.
 */

import { begunHere } from '../answers/begun.js';
import { showMarks, showWayBack, stagesOfPages } from '../answers/marks.js';
import { given } from '../dom/given.js';
import { clearBack } from '../reading/back.js';

async function start() {
  const base = document.documentElement.dataset.base ?? '';
  const root = new URL(base || './', location.href).href;
  const { stages, lasts } = await begunHere();
  if (stages.size === 0) return clearBack();
  const pages = /** @type {import('../answers/marks.js').Pages} */ (
    await given(`${base}answers/pages.js`, 'mitatePages')
  );
  clearBack();
  showMarks(stagesOfPages(stages, pages), root);
  showWayBack(
    lasts.map(({ key }) => key),
    pages,
    root,
  );
}

void start();
