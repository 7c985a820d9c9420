/**
 * How often long work lets the page have its turn: counted, not timed, so that a busy machine changes nothing.
 */

/**
 * Counts from now on.
 * @param {{ evaluate(act: any, arg?: any): Promise<any> }} page
 * @returns {Promise<() => Promise<{ slices: number, turns: number }>>}  what was counted since it was asked last: the slices in
 *   which work was done, and the turns of the page that came between two of them
 */
export async function countTurns(page) {
  await page.evaluate(() => {
    const counts = { slices: 0, turns: 0, last: -1 };
    Object.assign(window, { counts });
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function count(/** @type {any[]} */ ...args) {
      counts.slices += 1;
      return Reflect.apply(postMessage, this, args);
    };
    const turn = () => {
      if (counts.slices !== counts.last) counts.turns += 1;
      counts.last = counts.slices;
      setTimeout(turn);
    };
    turn();
  });
  return () =>
    page.evaluate(() => {
      const counts = /** @type {{ slices: number, turns: number }} */ (Reflect.get(window, 'counts'));
      const { slices, turns } = counts;
      Object.assign(counts, { slices: 0, turns: 0 });
      return { slices, turns };
    });
}
