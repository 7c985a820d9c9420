/** What axe finds wrong with a page as it is now: in light all of its rules, in dark those about colours, which alone can differ. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { settled } from './chromium.js';

/** @typedef {import('playwright-core').Page} Page */

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The version of axe. */
export const { version } = JSON.parse(
  await readFile(fileURLToPath(import.meta.resolve('axe-core/package.json')), 'utf8'),
);

/** @param {Page} page  in a context without motion */
export async function violations(page) {
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run(page, { type: 'tag', values: TAGS });
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  const dark = await run(page, { type: 'rule', values: COLOURS });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => `in dark: ${found}`)];
}

/** @param {Page} page @param {{ type: 'tag' | 'rule', values: string[] }} runOnly @returns {Promise<string[]>} */
function run(page, runOnly) {
  return page.evaluate(async (rules) => {
    const { violations: found } = await Reflect.get(window, 'axe').run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
    });
    // axe takes all that is in a disabled fieldset for disabled; a region with tabindex is reached by keys there too.
    const isReached = (/** @type {any} */ node) =>
      document.querySelector(node.target[0])?.matches('fieldset:disabled [tabindex="0"]');
    return found.flatMap((/** @type {any} */ rule) =>
      rule.nodes
        .filter((/** @type {any} */ node) => rule.id !== 'scrollable-region-focusable' || !isReached(node))
        .slice(0, 5)
        .map(
          (/** @type {any} */ node) =>
            `${rule.id}: ${node.target.join(' ')} — ${[...node.any, ...node.all, ...node.none].map((/** @type {any} */ check) => check.message).join('; ')}`,
        ),
    );
  }, runOnly);
}
