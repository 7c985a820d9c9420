/** What is done before the answers could be read, on a slow machine: it is kept like everything else. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch } from '../lib/chromium.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { pointing, unfold, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { ways } from '../lib/size.js';

const { transports } = await buildCourse();
const browser = await launch();
after(() => browser.close());

/** In the page: databases open only when the test says so; from then on at once. */
function slowly() {
  const { open } = IDBFactory.prototype;
  /** @type {(() => void)[] | undefined} */
  let waiting = [];
  Reflect.set(window, 'letOpen', () => {
    const all = waiting ?? [];
    waiting = undefined;
    for (const go of all) go();
  });
  IDBFactory.prototype.open = function later(...asked) {
    if (!waiting) return open.apply(this, asked);
    /** @type {any} */
    const promised = {};
    waiting.push(() => {
      const request = open.apply(this, asked);
      for (const name of ['onupgradeneeded', 'onsuccess', 'onerror']) {
        Reflect.set(request, name, (/** @type {Event} */ event) => {
          promised.result = request.readyState === 'done' && !request.error ? request.result : request.transaction?.db;
          promised[name]?.(event);
        });
      }
    });
    return promised;
  };
}

for (const { name, root } of ways(transports)) {
  test(`a stage that was left before the answers were there stays left, by ${name}`, async () => {
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(slowly);
    await page.goto(root + EXERCISES);
    const form = formOf('stages');
    const hand = pointing(
      page,
      (x, y) => page.mouse.click(x, y),
      async (selector, value) => {
        await page.selectOption(selector, value);
      },
    );
    await page.locator(`${form} .staged-note`).first().waitFor({ state: 'attached' });
    await unfold(page);
    await hand.write(at(form, 'read.empty'), '早い見立て');
    await hand.choose(at(form, 'sure.empty'), '30');
    await hand.press(`${form} [data-commit="empty"]`);
    const second = (/** @type {string} */ where) =>
      document.querySelector(`${where} [data-stage="sound"]`)?.checkVisibility();
    await until(page, second, form);
    await page.evaluate(() => Reflect.get(window, 'letOpen')());
    await until(
      page,
      (/** @type {string} */ where) =>
        document.querySelector(`${where} [data-save-line]`)?.getAttribute('data-state') === 'saved',
      form,
    );
    assert.equal(await page.evaluate(second, form), true, 'once the answers are there');
    await page.reload();
    await unfold(page);
    await page.evaluate(() => Reflect.get(window, 'letOpen')());
    await until(page, second, form);
    assert.equal(await page.locator(`${form} [name="read.empty"]`).inputValue(), '早い見立て');
    await context.close();
  });
}
