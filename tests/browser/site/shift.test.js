/** Nothing moves on the presenter's view while it opens: what the room looks at does not shift. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { quiet } from '../lib/quiet.js';
import { samples } from '../lib/site.js';
import { transports } from '../lib/transports.js';

const browser = await launch();
after(() => browser.close());

for (const width of [1440, 768]) {
  test(`the presenter's view on ${width} px`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      /** @type {string[]} */
      const shifts = [];
      Reflect.set(window, 'shifts', shifts);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const moved = Reflect.get(entry, 'sources').map(
            (/** @type {any} */ { node }) => node?.className ?? node?.nodeName,
          );
          shifts.push(`${Reflect.get(entry, 'value')}: ${moved}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(transports[1].root + (samples.get('present') ?? ''));
    await settled(page);
    await quiet(page);
    await settled(page);
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'shifts')), []);
    await context.close();
  });
}
