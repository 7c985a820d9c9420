/**
 * How lines break: running text is justified and breaks anywhere, headings, labels, cells and buttons break between
 * phrases. Chromium knows both; Firefox has no breaks between phrases, and must not miss the rest.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import * as chromium from '../lib/chromium.js';
import * as firefox from '../lib/firefox.js';
import * as facilitator from '../lib/facilitator.js';
import { samples } from '../lib/site.js';
import { transports } from '../lib/transports.js';

const sites = [
  ...[...samples].map(([kind, file]) => ({ kind, file, root: transports[0].root })),
  ...[...facilitator.own].map((file) => ({
    kind: `${facilitator.kindOf(file)} of the facilitators' edition`,
    file,
    root: facilitator.transports[0].root,
  })),
];
const WIDTHS = [1440, 360];

const desk = await chromium.launch();
const fox = await firefox.launch();
after(() => Promise.all([desk.close(), fox.close()]));

for (const { kind, file, root } of sites) {
  describe(`${kind}: ${file}`, () => {
    for (const width of WIDTHS) {
      test(`Chromium, ${width} px`, async () => {
        const page = await desk.newPage({ viewport: { width, height: 900 } });
        await page.goto(root + file);
        await chromium.settled(page);
        assert.deepEqual(await page.evaluate(faults, { phrases: true, narrow: width < 640 }), []);
        await page.close();
      });
    }
    test('Firefox', async () => {
      const page = await fox.newPage();
      await page.setViewport({ width: 1440, height: 900 });
      await page.goto(root + file);
      assert.deepEqual(await page.evaluate(faults, { phrases: false, narrow: false }), []);
      await page.close();
    });
  });
}

/**
 * Run in the page: every element with words of its own that breaks its lines otherwise than it should.
 * @param {{ phrases: boolean, narrow: boolean }} browser  phrases: it knows breaks between phrases
 */
function faults({ phrases, narrow }) {
  const HEADINGS = 'h1, h2, h3, h4, h5, h6';
  const LABELS = 'label, legend, dt, th, td, caption, figcaption, summary, button, .tool, .label';
  const RUNNING = '.body > p, .passage > p, .exercise-ask > p, .after-text > p, .mark-because, .sample-text, .lead';
  /** @type {string[]} */
  const found = [];
  for (const element of document.body.querySelectorAll('*')) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!words || element.closest('svg, script, template, noscript, rt, code')) continue;
    const style = getComputedStyle(element);
    const say = (/** @type {string} */ fault) => found.push(`${fault}: ${element.outerHTML.slice(0, 80)}`);
    if (style.lineBreak !== 'strict') say(`line-break ${style.lineBreak}`);
    const isHeading = element.closest(HEADINGS) !== null;
    const isLabel = element.closest(LABELS) !== null;
    if (isHeading && phrases && style.wordBreak !== 'auto-phrase') say('no phrases in a heading');
    if (!isHeading && !isLabel && style.wordBreak !== 'normal') say(`word-break ${style.wordBreak}`);
    if (isLabel && !isHeading && narrow && style.wordBreak !== 'normal') say('phrases on a phone');
    if ((isHeading || isLabel) && style.textAlign === 'justify') say('justified label');
    const isRunning = document.documentElement.lang === 'ja' && element.matches(RUNNING) && !isLabel;
    if (isRunning && !element.matches('[class*="save"]') && style.textAlign !== 'justify')
      say(`text-align ${style.textAlign}`);
  }
  return [...new Set(found)].slice(0, 12);
}
