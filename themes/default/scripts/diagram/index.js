/**
 * The drawings of a case, for the browser and for the generator: plain data in, SVG text, sentences or problems out.
 */

import * as ecomap from './ecomap.js';
import * as genogram from './genogram.js';
import * as timeline from './timeline.js';
import { tooLarge } from './too-large.js';
import * as week from './week.js';

/**
 * Stops if the diagram is too large.
 * @param {(data: any, words?: import('./contract.js').Words) => import('./contract.js').Problem[]} problems
 * @returns {(data: any, words?: import('./contract.js').Words) => import('./contract.js').Problem[]}
 */
const bounded = (problems) => (data, words) => {
  const found = tooLarge(data ?? {});
  return found.length > 0 ? found : problems(data, words);
};

export const diagrams = {
  genogram: {
    draw: genogram.draw,
    describe: genogram.describe,
    problems: bounded(genogram.problems),
    print: genogram.print,
  },
  ecomap: {
    draw: ecomap.draw,
    describe: ecomap.describe,
    problems: bounded(ecomap.problems),
    compare: ecomap.compare,
    slots: ecomap.slots,
  },
  timeline: { draw: timeline.draw, describe: timeline.describe, problems: bounded(timeline.problems) },
  week: { draw: week.draw, describe: week.describe, problems: bounded(week.problems) },
};
