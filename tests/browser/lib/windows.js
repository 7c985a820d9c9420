/** Two windows of one page that send each other news. */

/** @typedef {import('playwright-core').Page} Page */

/** Waits until each of two windows has received what the other sent, and the answer. @param {Page} desk @param {Page} present */
export async function through(desk, present) {
  for (const page of [desk, present, desk, present])
    await page.evaluate(
      () =>
        new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(undefined);
          port2.postMessage('');
        }),
    );
}
