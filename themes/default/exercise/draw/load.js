/**
 * Loads assets/diagram.js when something is to be drawn, by a script tag: the only way that works on local files too. A page
 * with an exercise does not load it until the reader reaches the exercise.
 *
 * @typedef {import('../../scripts/diagram/contract.js').Diagram} Diagram
 */

import { loadScript } from '../../scripts/dom/load.js';

/** @returns {Diagram | undefined} */
export const diagramHere = () => Reflect.get(globalThis, 'mitateDiagram');

/** @type {Promise<Diagram> | undefined} */
let loading;

/** @returns {Promise<Diagram>}  tried again after a failure */
export function loadDiagram() {
  const here = diagramHere();
  if (here) return Promise.resolve(here);
  loading ??= loadScript(`${document.documentElement.dataset.base ?? ''}assets/diagram.js`).then(
    () => /** @type {Diagram} */ (diagramHere()),
  );
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
