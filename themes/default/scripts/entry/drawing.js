/**
 * Entry of src/diagram/drawing.js: the drawings, as one global object of texts in and texts out. The generator runs it in an
 * interpreter to draw the diagrams of cases; pages get the same drawings by assets/diagram.js.
 */

import { diagrams } from '../diagram/index.js';
import { wrap } from '../diagram/text.js';

/** @param {string} kind */
function of(kind) {
  const diagram = Object.hasOwn(diagrams, kind) ? diagrams[/** @type {keyof typeof diagrams} */ (kind)] : undefined;
  if (!diagram) throw new Error(`no such diagram: ${kind}`);
  return /** @type {{ draw: Function, describe: Function, problems: Function, print?: Function }} */ (diagram);
}

Reflect.set(globalThis, 'mitateDiagram', {
  /**
   * The picture, the same in words, and where a family's relations are known, the picture with their lines.
   * @param {string} kind
   * @param {string} data  JSON
   * @param {string} words  JSON
   */
  print(kind, data, words) {
    const [what, said] = [JSON.parse(data), JSON.parse(words)];
    const { draw, describe, print } = of(kind);
    return JSON.stringify(print ? print(what, said) : { svg: draw(what, said).svg, text: describe(what, said) });
  },

  /**
   * A text in lines that break between words.
   * @param {string} text
   * @param {string} limit  full-width characters
   */
  lines: (text, limit) => JSON.stringify(wrap(text, Number(limit))),

  /**
   * What is impossible. Where nothing is, it is drawn, so that a failure is known before any page is made.
   * @param {string} kind
   * @param {string} data  JSON
   * @param {string} dates  JSON: how dates are read
   */
  problems(kind, data, dates) {
    const what = JSON.parse(data);
    const { draw, problems } = of(kind);
    const words = { '@dates': dates };
    const found = problems(what, words);
    if (found.length === 0) draw(what, words, { relations: true });
    return JSON.stringify(found);
  },
});
