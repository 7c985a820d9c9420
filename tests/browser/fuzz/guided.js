/**
 * Coverage-guided fuzzing in Node: mutates inputs, keeps those that reach code which no input reached before, and says
 * how much of the code was reached. Coverage is V8's, by blocks, counted in characters of the scripts under test.
 *
 * @template T
 * @typedef {object} Target
 * @property {(url: string) => boolean} isOurs  whether a script is under test
 * @property {T[]} seeds
 * @property {(input: T, other: T, next: () => number) => T} mutate  a changed copy
 * @property {(input: T, next: () => number) => void} run  throws if something is wrong
 */

import { Session } from 'node:inspector';
import { pick, random } from '../lib/answers.js';

const BATCH = 250; // runs between two looks at the coverage

/** What was reached of every script, one byte a character. */
class Coverage {
  #session = new Session();
  #isOurs;
  /** @type {Map<string, Uint8Array>} */
  #reached = new Map();

  /** @param {(url: string) => boolean} isOurs */
  constructor(isOurs) {
    this.#isOurs = isOurs;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Whether anything was reached since the last call that never was before. @param {boolean} keep  as reached */
  news(keep) {
    /** @type {import('node:inspector').Profiler.ScriptCoverage[]} */
    let scripts = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error;
      scripts = taken.result;
    });
    return scripts
      .filter(({ url }) => this.#isOurs(url))
      .map((script) => this.#paint(script, keep))
      .includes(true);
  }

  /** @param {import('node:inspector').Profiler.ScriptCoverage} script @param {boolean} keep */
  #paint({ url, functions }, keep) {
    const ends = functions.flatMap(({ ranges }) => ranges.map(({ endOffset }) => endOffset));
    const now = new Uint8Array(Math.max(0, ...ends));
    // An inner function comes after the function around it, and so does an inner block.
    for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
      now.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    }
    const before = this.#reached.get(url) ?? new Uint8Array(0);
    let isNew = false;
    const all = new Uint8Array(Math.max(now.length, before.length));
    for (let at = 0; at < all.length; at++) {
      const was = before[at] === 1;
      if (now[at] === 1 && !was) isNew = true;
      all[at] = was || now[at] === 1 ? 1 : 0;
    }
    if (keep) this.#reached.set(url, all);
    return isNew;
  }

  /** @returns {{ reached: number, all: number }} characters */
  sum() {
    const scripts = [...this.#reached.values()];
    return {
      reached: scripts.reduce((n, script) => n + script.reduce((a, b) => a + b, 0), 0),
      all: scripts.reduce((n, { length }) => n + length, 0),
    };
  }

  end() {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}

/**
 * Runs a target with inputs that follow from a seed. Every failure names the run that failed and its input.
 * @template T
 * @param {Target<T>} target
 * @param {{ runs: number, seed: number, say?: (line: string) => void }} options
 * @returns {{ runs: number, kept: number, reached: number, all: number }}
 */
export function fuzz({ isOurs, seeds, mutate, run }, { runs, seed, say }) {
  const coverage = new Coverage(isOurs);
  const corpus = [...seeds];
  /** @param {T} input @param {number} number */
  const attempt = (input, number) => {
    try {
      run(input, random(number));
    } catch (error) {
      throw new Error(`run ${number} of seed ${seed}: ${typeof input === 'string' ? input : JSON.stringify(input)}`, {
        cause: error,
      });
    }
  };
  try {
    seeds.forEach(attempt);
    coverage.news(true);
    for (let done = 0; done < runs;) {
      const batch = Array.from({ length: Math.min(BATCH, runs - done) }, (_, i) => {
        const number = seed + done + i;
        const next = random(number);
        return { number, input: mutate(pick(next, corpus), pick(next, corpus), next) };
      });
      for (const { input, number } of batch) attempt(input, number);
      done += batch.length;
      if (coverage.news(false)) {
        for (const { input, number } of batch) {
          attempt(input, number);
          if (coverage.news(true)) corpus.push(input);
        }
      }
      if (say && done % 50_000 < BATCH)
        say(`${done} runs, ${corpus.length - seeds.length} kept, ${JSON.stringify(coverage.sum())}`);
    }
    return { runs, kept: corpus.length - seeds.length, ...coverage.sum() };
  } finally {
    coverage.end();
  }
}
