/** What axe finds wrong with a page as it stands. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('playwright-core').Page} Page */

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** @param {Page} page */
export async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { violations: found } = await Reflect.get(window, 'axe').run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    // axe takes whatever stands in a disabled fieldset for disabled; a region with tabindex is reached by keys there too.
    const isReached = (/** @type {any} */ node) => document.querySelector(node.target[0])?.matches('fieldset:disabled [tabindex="0"]');
    return found.flatMap((/** @type {any} */ rule) => rule.nodes.filter(
      (/** @type {any} */ node) => rule.id !== 'scrollable-region-focusable' || !isReached(node),
    ).slice(0, 5).map(
      (/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')} — ${[...node.any, ...node.all, ...node.none].map((/** @type {any} */ check) => check.message).join('; ')}`,
    ));
  }, TAGS);
}
