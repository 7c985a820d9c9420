/** With scripts off every page reads: nothing that matters is hidden, nothing that cannot work is offered. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import * as facilitator from '../lib/facilitator.js';
import { pages, samples } from '../lib/site.js';
import { some } from '../lib/size.js';
import { transports } from '../lib/transports.js';

const browser = await launch();
after(() => browser.close());

/** @typedef {import('playwright-core').Page} Page */

const sites = [
  { edition: 'learners', root: transports[0].root, pages, sampled: new Set(samples.values()) },
  {
    edition: 'facilitators',
    root: facilitator.transports[0].root,
    pages: facilitator.pages,
    sampled: facilitator.own,
  },
];

for (const { edition, root, pages, sampled, width } of sites.flatMap((it) =>
  [1280, 360].map((width) => ({ ...it, width })),
)) {
  describe(`the ${edition}' edition without scripts, ${width} px wide`, () => {
    /** @type {Page} */
    let page;
    before(async () => {
      page = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    });
    after(() => page.close());

    // Invariant 10.
    for (const file of some(pages, (one) => sampled.has(one))) {
      test(file, async () => {
        await page.goto(root + file);
        assert.deepEqual(await page.evaluate(hidden), [], 'cannot be read');
        assert.deepEqual(await page.evaluate(idle), [], 'can do nothing');
      });
    }
  });
}

/**
 * Text of the page that a reader cannot see. Left out: the insides of closed <details>, which open without scripts;
 * the tools of "my answers" and the record of learning there, those of a form and of a run sheet, and the facilitator's window, which are the scripts' own; what is said of a stage that was passed unwritten, and of answers that a browser does not show; the head of a table whose rows are stacked, where each
 * cell says its column itself; the page's own contents, which only repeat its headings and are not shown where there is no room beside the text.
 */
function hidden() {
  return [...document.querySelectorAll('main :is(h1, h2, h3, p, li, td, th, dd, dt, pre), #contents a')]
    .filter(
      (element) =>
        element.textContent?.trim() &&
        !element.closest(
          'details:not([open]) > :not(summary), .search, nav.toc, [aria-hidden="true"], [data-answers-tools], [data-learning], .sheet-tools, .run-tools, [data-desk], [data-print-module], .staged-later, [data-own-file], .print-only, .stack thead',
        ),
    )
    .filter((element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent?.trim().slice(0, 40)}`)
    .slice(0, 8);
}

/** Controls that only scripts could serve. What is written into a form can at least be printed; the switch of a genogram's relations works by style alone. */
function idle() {
  return [...document.querySelectorAll('button, input, select, textarea')]
    .filter((element) => !element.matches('form.answer :is(input, select, textarea), .with-relations, .as-letters'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
}
