/**
 * Entry of assets/diagram.js, loaded by draw/load.js when something is to be drawn: the same drawings that the generator makes
 * (drawing.js), for what a learner builds. `globalThis.mitateDiagram` has them, by kind of diagram; the words are in the
 * page as `<script type="application/json" id="diagram-words">`.
 *
 * @typedef {import('../diagram/contract.js').DiagramKind} DiagramKind
 */

import { diagrams } from '../diagram/index.js';
import { fill } from '../dom/fill.js';

/** @type {Record<string, string> | undefined} */
let words;

/** @returns {Record<string, string>} */
function wordsOfPage() {
  words ??= JSON.parse(document.getElementById('diagram-words')?.textContent || '{}');
  return words ?? {};
}

/** @param {DiagramKind} kind @returns {{ draw: Function, describe: Function, problems: Function }} */
const of = (kind) => diagrams[kind];

/** The arguments of a problem that name a person or a thing. */
const NAMES = ['id', 'parent', 'child', 'other'];

/** @type {import('../diagram/contract.js').Diagram} */
const diagram = {
  draw: (kind, data, options) => of(kind).draw(data, wordsOfPage(), options).svg,
  describe: (kind, data) => of(kind).describe(data, wordsOfPage()),
  problems: (kind, data) => of(kind).problems(data, wordsOfPage()),
  reason: ({ code, path, ...args }, nameOf = (id) => id) =>
    fill(
      wordsOfPage()[`problem-${code}`] ?? code,
      Object.fromEntries(
        Object.entries(args).map(([key, value]) => [key, NAMES.includes(key) ? nameOf(String(value)) : value]),
      ),
    ),
};

Reflect.set(globalThis, 'mitateDiagram', diagram);
