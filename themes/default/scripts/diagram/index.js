/**
 * The drawings of a case, for the browser and for the generator: plain data in, SVG text, sentences or problems out.
 */

import * as ecomap from './ecomap.js';
import * as genogram from './genogram.js';
import * as timeline from './timeline.js';
import * as week from './week.js';

export const diagrams = {
  genogram: { draw: genogram.draw, describe: genogram.describe, problems: genogram.problems, print: genogram.print },
  ecomap: { draw: ecomap.draw, describe: ecomap.describe, problems: ecomap.problems, compare: ecomap.compare, slots: ecomap.slots },
  timeline: { draw: timeline.draw, describe: timeline.describe, problems: timeline.problems },
  week: { draw: week.draw, describe: week.describe, problems: week.problems },
};
