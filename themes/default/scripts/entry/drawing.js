/**
 * Entry of src/diagram/drawing.js: the drawings, as one global object of texts in and texts out. The generator runs it in an
 * interpreter to draw the diagrams of cases; pages get the same drawings by assets/diagram.js.
 */

import { diagrams } from '../diagram/index.js';

/** @param {string} kind */
function of(kind) {
  const diagram = Object.hasOwn(diagrams, kind) ? diagrams[/** @type {keyof typeof diagrams} */ (kind)] : undefined;
  if (!diagram) throw new Error(`no such diagram: ${kind}`);
  return /** @type {{ draw: Function, describe: Function, problems: Function }} */ (diagram);
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
    const { draw, describe } = of(kind);
    const related = kind === 'genogram' && what.relations?.length > 0 ? draw(what, said, { relations: true }).svg : undefined;
    return JSON.stringify({ svg: draw(what, said).svg, related, text: describe(what, said) });
  },

  /**
   * What is impossible.
   * @param {string} kind
   * @param {string} data  JSON
   */
  problems: (kind, data) => JSON.stringify(of(kind).problems(JSON.parse(data))),
});
