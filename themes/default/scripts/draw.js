/**
 * Entry of assets/diagram.js: the drawing of ecomaps for pages that draw what a learner wrote. It sets
 * `mitateDiagram` with `draw`, `describe` and `problems`, each with the kind of the drawing first.
 */

import * as ecomap from './diagram/ecomap.js';

/** @type {Record<string, typeof ecomap>} */
const diagrams = { ecomap };

Reflect.set(globalThis, 'mitateDiagram', {
  draw: (/** @type {string} */ kind, /** @type {any} */ data, /** @type {any} */ words) => diagrams[kind].draw(data, words),
  describe: (/** @type {string} */ kind, /** @type {any} */ data, /** @type {any} */ words) => diagrams[kind].describe(data, words),
  problems: (/** @type {string} */ kind, /** @type {any} */ data) => diagrams[kind].problems(data),
});
