/**
 * Loads assets/diagram.js when something is to be drawn, by a script tag: the only way that works on local files too. A page
 * with an exercise does not load it until the reader reaches the exercise.
 *
 * @typedef {import('../../scripts/diagram/contract.js').Diagram} Diagram
 */

/** @returns {Diagram | undefined} */
export const diagramHere = () => Reflect.get(globalThis, 'mitateDiagram');

/** @type {Promise<Diagram> | undefined} */
let loading;

/** @returns {Promise<Diagram>}  tried again after a failure */
export function loadDiagram() {
  const here = diagramHere();
  if (here) return Promise.resolve(here);
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${document.documentElement.dataset.base ?? ''}assets/diagram.js`;
    script.onload = () => resolve(/** @type {Diagram} */ (diagramHere()));
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error(`${script.src} cannot be loaded`));
    };
    document.head.append(script);
  });
  return loading;
}
