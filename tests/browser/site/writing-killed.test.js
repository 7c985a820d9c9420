/** The browser dies after the page said that it saved: what it said was saved is there. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { catalogue } from '../lib/catalogue.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { at, form } from '../lib/form.js';
import { PATIENCE } from '../lib/patience.js';
import { profileFolder, startChromium } from '../lib/profile.js';
import { begun, enter, holds, read, stored } from '../lib/tabs.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */

const [first, second] = form.texts;
const { id: course } = catalogue;

/** @type {Record<string, (profile: string) => Promise<{ tab: () => Promise<Tab>, kill: () => Promise<unknown> }>>} */
const browsers = {
  Chromium: async (profile) => {
    const { tab, kill } = await startChromium(profile);
    return { tab: async () => /** @type {Tab} */ (/** @type {unknown} */ (await tab())), kill };
  },
  Firefox: async (profile) => {
    const browser = await launchFirefox({ userDataDir: profile });
    const process = browser.process();
    return {
      tab: async () => /** @type {Tab} */ (/** @type {unknown} */ (await browser.newPage())),
      kill: async () => {
        const ended = new Promise((resolve) => {
          process?.on('exit', resolve);
        });
        process?.kill('SIGKILL');
        await ended;
      },
    };
  },
};

/**
 * The children of a killed browser let go of the profile a moment later.
 * @template T
 * @param {(profile: string) => Promise<T>} start @param {string} profile
 */
async function startAgain(start, profile) {
  for (const end = Date.now() + PATIENCE; ; await wait(200)) {
    try {
      return await start(profile);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

for (const [name, start] of Object.entries(browsers)) {
  // Each in a profile of its own: local files of one course share a storage in Chromium, and the second would ask whose answers those are.
  for (const { name: how, root } of transports) {
    test(`what a page said was saved survives the death of ${name}, by ${how}`, async () => {
      const profile = profileFolder();
      const before = await start(profile);
      const tab = await before.tab();
      await tab.goto(root + form.page);
      await begun(tab);
      await enter(tab, at(first));
      await tab.keyboard.type(`${how}で書いた`);
      await enter(tab, at(second));
      await tab.keyboard.type('次の欄');
      await stored(tab, course, `${form.key}#1/${first}`, `${how}で書いた`);
      await stored(tab, course, `${form.key}#1/${second}`, '次の欄');
      await before.kill();
      const later = await startAgain(start, profile);
      const again = await later.tab();
      await again.goto(root + form.page);
      await holds(again, at(first), `${how}で書いた`);
      await holds(again, at(second), '次の欄');
      assert.equal((await read(again, course, `${form.key}#1/${first}`))?.others, undefined, 'once');
      await later.kill();
    });
  }
}
