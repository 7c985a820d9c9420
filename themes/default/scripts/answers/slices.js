/**
 * Long work in short tasks: a generator is run for some steps, fewer if its time is up, then the page has its turn.
 */

const BUDGET = 25; // ms of one slice
export const STEPS = 500; // of one slice

/**
 * @template T
 * @param {Generator<unknown, T, void>} steps
 * @param {() => boolean} [stale]  true: no one waits for it any more
 * @returns {Promise<T | undefined>}  undefined if it was given up
 */
export async function inSlices(steps, stale = () => false) {
  for (;;) {
    const until = performance.now() + BUDGET;
    for (let left = STEPS; left > 0 && performance.now() < until; left -= 1) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await turn();
    if (stale()) return undefined;
  }
}

/** A timer would wait longer each time; a message comes after what is due. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(0);
  });
}
