/** What three checkers find wrong: the Nu checker in the HTML of files, HTML_CodeSniffer and IBM's engine in a page as it is now. */

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('playwright-core').Page} Page */

const jar = fileURLToPath(import.meta.resolve('vnu-jar/build/dist/vnu.jar'));
const sniffer = await readFile(fileURLToPath(import.meta.resolve('html_codesniffer/build/HTMLCS.js')), 'utf8');
const engine = await readFile(fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js')), 'utf8');

/** What the Nu checker is behind on, and why. */
const BEHIND = [
  // `rel=expect` with `blocking=render` (HTML, "Link type expect") is newer than the checker.
  'A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”.',
];

/** What HTML_CodeSniffer takes for a fault and is none here. */
const RIGHT = [
  // Forms keep what is written as it is written, and a search finds while one types: there is nothing to submit.
  'WCAG2AA.Principle3.Guideline3_2.3_2_2.H32.2',
];

/** The errors in some files. @param {string[]} files @returns {string[]} */
export function htmlErrors(files) {
  const { status, stderr, error } = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error || (status !== 0 && status !== 1)) throw error ?? new Error(stderr);
  /** @type {{ messages: { message: string, url: string, lastLine: number, extract: string }[] }} */
  const { messages } = JSON.parse(stderr);
  return messages
    .filter(({ message }) => !BEHIND.includes(message))
    .map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract}`);
}

/** What is wrong with a page by WCAG 2 AA. @param {Page} page @returns {Promise<string[]>} */
export async function faults(page) {
  await page.evaluate(sniffer);
  await page.evaluate(engine);
  return page.evaluate(async (right) => {
    const HTMLCS = Reflect.get(window, 'HTMLCS');
    await new Promise((done, fail) => {
      HTMLCS.process('WCAG2AA', document, done, fail);
    });
    const sniffed = HTMLCS.getMessages()
      .filter((/** @type {any} */ { type, code }) => type === HTMLCS.ERROR && !right.includes(code))
      .map((/** @type {any} */ { code, msg, element }) => `${code}: ${msg} ${element?.outerHTML?.slice(0, 200)}`);
    const Checker = Reflect.get(window, 'ace').Checker;
    const { results } = await new Checker().check(document, ['WCAG_2_2']);
    // The engine does not count words that are only spoken, in labels that make the place to press large.
    const isSpoken = (/** @type {any} */ { ruleId, path }) =>
      ruleId === 'label_content_exists' &&
      document
        .evaluate(path.dom, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE)
        .singleNodeValue?.parentNode?.querySelector(':scope > label > .visually-hidden');
    // Radio buttons of two forms are two groups, also if they have one name.
    const isOfAnotherForm = (/** @type {any} */ { ruleId, path }) => {
      const at = document.evaluate(path.dom, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
      if (ruleId !== 'input_checkboxes_grouped' || !(at instanceof HTMLInputElement) || !at.form) return false;
      const groups = [...at.form.elements]
        .filter((other) => other instanceof HTMLInputElement && other.type === 'radio' && other.name === at.name)
        .map((other) => other.closest('fieldset, [role="radiogroup"], [role="group"]'));
      return groups.every((group) => group === groups[0]);
    };
    const failed = results
      .filter((/** @type {any} */ { value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
      .filter((/** @type {any} */ result) => !isSpoken(result) && !isOfAnotherForm(result))
      .map((/** @type {any} */ { ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`);
    return [...sniffed, ...failed];
  }, RIGHT);
}
