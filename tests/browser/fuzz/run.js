/** Fuzzes by hand: node fuzz/run.js answers|diagrams [RUNS] [SEED]. */

import { answers, counts as answered } from './answers.js';
import { counts as drawn, diagrams } from './diagrams.js';
import { fuzz } from './guided.js';

const [name = '', runs = '1000000', seed = '1'] = process.argv.slice(2);
const targets = { answers, diagrams };
if (!Object.hasOwn(targets, name)) throw new Error('node fuzz/run.js answers|diagrams [RUNS] [SEED]');
const target = /** @type {import('./guided.js').Target<any>} */ (targets[/** @type {keyof typeof targets} */ (name)]);
const { reached, all, ...rest } = fuzz(target, { runs: Number(runs), seed: Number(seed), say: console.log });
console.log({
  ...rest,
  ...(name === 'answers' ? answered : drawn),
  reached: `${reached} of ${all} characters, ${((100 * reached) / all).toFixed(1)} %`,
});
