/**
 * A diagram that is built by form: all of it is in assets/draw.js, on the pages that have such an exercise.
 */

/** @returns {import('../../scripts/work/kind.js').Kind} */
const made = () => Reflect.get(globalThis, 'mitateDraw') ?? {};

/** @type {import('../../scripts/work/kind.js').Kind} */
export const draw = {
  start: (work) => made().start?.(work),
  arrange: (root, values) => made().arrange?.(root, values),
  looked: (work) => made().looked?.(work),
};
