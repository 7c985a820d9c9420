/**
 * The few things that tests do in both browsers, said once: Playwright's and Puppeteer's pages differ in the rest.
 *
 * @typedef {object} Tab
 * @property {(url: string) => Promise<unknown>} goto
 * @property {() => Promise<unknown>} reload
 * @property {(act: any, arg?: any) => Promise<any>} evaluate
 * @property {() => Promise<unknown>} bringToFront
 * @property {{ type(text: string): Promise<unknown>, press(key: any): Promise<unknown> }} keyboard
 * @property {() => Promise<unknown>} close
 *
 * @typedef {object} Session  a fresh profile in a browser
 * @property {() => Promise<Tab>} tab
 * @property {(tab: Tab, text: string) => Promise<void>} compose  an input method shows this, not decided yet
 * @property {(tab: Tab, text: string) => Promise<void>} decide   and ends with this
 * @property {() => Promise<unknown>} end
 */

import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { launch as launchChromium } from './chromium.js';
import { launch as launchFirefox } from './firefox.js';
import { PATIENCE } from './patience.js';

/** @param {unknown} page @returns {Tab} */
const asTab = (page) => /** @type {Tab} */ (page);

export const browsers = {
  /** The input method is real: DevTools hands its text to the page as the system would. */
  Chromium: async () => {
    const browser = await launchChromium();
    after(() => browser.close());
    /** @returns {Promise<Session>} */
    return async () => {
      const context = await browser.newContext();
      /** @param {Tab} tab @param {string} name @param {object} what */
      const send = async (tab, name, what) => {
        await tab.bringToFront();
        const devtools = await context.newCDPSession(
          /** @type {import('playwright-core').Page} */ (/** @type {unknown} */ (tab)),
        );
        await devtools.send(/** @type {'Input.insertText'} */ (name), /** @type {any} */ (what));
        await devtools.detach();
      };
      return {
        tab: async () => asTab(await context.newPage()),
        compose: (tab, text) =>
          send(tab, 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
        decide: (tab, text) => send(tab, 'Input.insertText', { text }),
        end: () => context.close(),
      };
    };
  },
  /** The events of an input method, as Firefox sends them, with the text put in between. */
  Firefox: async () => {
    const browser = await launchFirefox();
    after(() => browser.close());
    /** @returns {Promise<Session>} */
    return async () => {
      const context = await browser.createBrowserContext();
      return {
        tab: async () => asTab(await context.newPage()),
        compose: (tab, text) => tab.evaluate(composing, { text, done: false }),
        decide: (tab, text) => tab.evaluate(composing, { text, done: true }),
        end: () => context.close(),
      };
    };
  },
};

/** In the page. @param {{ text: string, done: boolean }} what */
function composing({ text, done }) {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement))
    throw new Error('no field has the focus');
  const begun = field.dataset.composedFrom !== undefined;
  const from = begun ? Number(field.dataset.composedFrom) : (field.selectionStart ?? 0);
  const to = begun ? Number(field.dataset.composedTo) : (field.selectionEnd ?? 0);
  if (!begun) field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: text }));
  field.setRangeText(text, from, to, 'end');
  field.dataset.composedFrom = String(from);
  field.dataset.composedTo = String(from + text.length);
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, data: text, inputType: 'insertCompositionText', isComposing: true }),
  );
  if (!done) return;
  delete field.dataset.composedFrom;
  delete field.dataset.composedTo;
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }));
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertCompositionText' }));
}

/**
 * Waits until it holds in the page; a page that is just going counts as not yet.
 * @param {Pick<Tab, 'evaluate'>} tab
 * @param {any} holds  in the page
 * @param {any} [arg]
 */
export async function until(tab, holds, arg) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    if (await tab.evaluate(holds, arg).catch(() => false)) return;
    if (Date.now() > end)
      throw new Error(
        `never came true: ${holds} ${JSON.stringify(arg)}\n${await tab.evaluate(
          () =>
            `${location.href}\n${document.querySelector('[data-save-line]')?.textContent}\n${[
              ...document.querySelectorAll('form.answer textarea'),
            ]
              .map((field) => /** @type {HTMLTextAreaElement} */ (field).value.slice(0, 100))
              .filter(Boolean)
              .join('|')}`,
        )}`,
      );
    await wait(30);
  }
}

/** The form is bound to its answers. @param {Tab} tab */
export const begun = (tab) =>
  until(
    tab,
    () =>
      document.querySelector('[data-save-line]')?.textContent !== '' &&
      document.querySelector('form.answer .paper') !== null,
  );

/** Puts the caret at the end of a field. @param {Tab} tab @param {string} selector */
export const enter = (tab, selector) =>
  tab.evaluate((/** @type {string} */ which) => {
    const field = document.querySelector(which);
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement))
      throw new Error(`no field ${which}`);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, selector);

/** @param {Tab} tab @param {string} selector */
export const valueOf = (tab, selector) =>
  tab.evaluate((/** @type {string} */ which) => Reflect.get(document.querySelector(which) ?? {}, 'value'), selector);

/** Waits until a field holds this. @param {Tab} tab @param {string} selector @param {string} text */
export const holds = (tab, selector, text) =>
  until(
    tab,
    (/** @type {string[]} */ [which, wanted]) => Reflect.get(document.querySelector(which) ?? {}, 'value') === wanted,
    [selector, text],
  );

/**
 * Waits until what is written is in the browser's database; where the page says when it saved last, it has said so.
 * @param {Tab} tab @param {string} course @param {string} address @param {string} text
 */
export async function stored(tab, course, address, text) {
  await keeps(tab, course, address, text);
  await until(tab, () =>
    ['saved', 'own-file'].includes(
      /** @type {HTMLElement} */ (document.querySelector('[data-save-line]')).dataset.state ?? '',
    ),
  );
}

/**
 * Waits until the database holds a text, and others that were put aside with it.
 * @param {Tab} tab @param {string} course @param {string} address @param {string} text @param {string[]} [others]
 */
export async function keeps(tab, course, address, text, others) {
  for (const end = Date.now() + PATIENCE; ; await wait(30)) {
    const entry = await read(tab, course, address);
    const aside = entry?.others?.map(({ value }) => value);
    if (entry?.value === text && (!others || `${others}` === `${aside}`)) return;
    if (Date.now() > end) throw new Error(`${address} was never stored as ${text}: ${JSON.stringify(entry)}`);
  }
}

/**
 * What the database holds.
 * @param {Tab} tab @param {string} course @param {string} address
 * @returns {Promise<import('./answers.js').Entry | undefined>}
 */
export const read = (tab, course, address) =>
  tab.evaluate(
    async (/** @type {string[]} */ [name, key]) => {
      const request = indexedDB.open(`mitate:${name}`);
      /** @type {IDBDatabase} */
      const db = await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
      });
      try {
        const get = db.transaction('answers').objectStore('answers').get(key);
        return await new Promise((resolve, reject) => {
          get.onsuccess = () => resolve(get.result);
          get.onerror = reject;
        });
      } finally {
        db.close();
      }
    },
    [course, address],
  );
