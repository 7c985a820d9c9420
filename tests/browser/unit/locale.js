/**
 * The rules of a locale as pages get them, and its signs: for scripts whose words are in the page. The rules are those that
 * the generator writes (src/theme/locales.rs holds the files to it).
 */

import { readFileSync } from 'node:fs';
import { useWords } from '../../../themes/default/scripts/dom/words.js';

const read = (/** @type {string} */ file) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

/** @param {string} tag @returns {Record<string, any>} */
export const rulesOf = (tag) => JSON.parse(read(`tests/shared/locales/${tag}.json`));

/** @param {string} tag @returns {Record<string, string>} */
export function signsOf(tag) {
  const lines = read(`themes/default/locales/${tag}-signs.ftl`).split('\n');
  const rows = lines.map((line) => /^([a-z0-9-]+) = (.*)$/.exec(line)).filter((found) => found !== null);
  return Object.fromEntries(
    rows.map(([, key, value]) => [key, value.replace(/\{ "([^"]*)" \}/g, '$1').replace(/\{ (\$[a-z]+) \}/g, '{$1}')]),
  );
}

/** Gives the scripts the words of a page in that language. @param {string} tag */
export function speak(tag) {
  const rules = Object.entries(rulesOf(tag)).map(([key, value]) => [key, JSON.stringify(value)]);
  useWords({ ...signsOf(tag), ...Object.fromEntries(rules) });
}
