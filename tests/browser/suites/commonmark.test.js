/** The examples of CommonMark: every one is shown as the specification says, or is in the list of differences. */

import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { project } from '../lib/site.js';
import { known, load, outcomes, plain, recorded } from '../lib/suites.js';

/** @typedef {{ markdown: string, html: string }} Example */
/** @type {{ tests: Example[] }} */
const { tests } = await load('commonmark-spec');

/** The files that examples link to. */
const LINKED = ['b', 'bar', 'foo', 'link', 'path', 'uri', 'uri1', 'uri2', 'uri3', 'url', 'url1', 'url2'];

const ADDRESS = new RegExp(`(?<=\\]\\(\\s*|\\]:\\s*|\\]\\(<(?=\\/))/?(?:${LINKED.join('|')})(?=[)>"\\s?#]|$)`, 'g');

/**
 * The specification writes tabs as arrows, and links to files without an extension, which a course cannot have.
 * @param {string} text
 */
const typed = (text) => text.replaceAll('→', '\t').replace(ADDRESS, '$&.txt');

/** @param {string} html */
const expected = (html) => plain(html.replaceAll('→', '\t'));

test('an example that differs from CommonMark differs on purpose', () => {
  /** @type {Record<string, number[]>} */
  const different = {};
  for (const [index, { codes, html }] of outcomes(
    tests.map(({ markdown }) => typed(markdown)),
    LINKED.map((name) => `${name}.txt`),
  ).entries()) {
    const isSame = html !== undefined && plain(html).replaceAll('.txt', '') === expected(tests[index].html);
    if (!isSame) (different[html === undefined ? `refused: ${codes[0]}` : 'shown otherwise'] ??= []).push(index + 1);
  }
  deepEqual(different, recorded('commonmark', different));
  ok(tests.length > 600);
});

test('the manual names every reason for which an example is refused', () => {
  const manual = readFileSync(path.join(project, 'content/modules/90-authoring/20-page.md'), 'utf8');
  const section = manual.split('{#differences}')[1];
  const reasons = Object.keys(known('commonmark')).filter((reason) => reason.startsWith('refused: '));
  ok(reasons.length > 5);
  deepEqual(
    reasons.filter((reason) => !section.includes(`\`${reason.slice('refused: '.length)}\``)),
    [],
  );
});
