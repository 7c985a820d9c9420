/** What is written down before the next stage opens stays as it was written, whatever another tab wrote meanwhile. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVERY_KIND, EXERCISES, buildCourse } from '../lib/course.js';
import { unfold } from '../lib/hands.js';
import { browsers, enter, holds, read, until } from '../lib/tabs.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */

const { transports } = await buildCourse();
const session = await browsers.Chromium();
const FORM = 'form[data-kind="staged"]';

/** The first stage that is asked about. @param {Tab} tab @returns {Promise<{ key: string, stage: string }>} */
const firstStage = (tab) =>
  tab.evaluate((/** @type {string} */ form) => {
    const at = document.querySelector(form);
    return {
      key: at?.getAttribute('data-answer') ?? '',
      stage: at?.querySelector('[data-stage]')?.getAttribute('data-stage') ?? '',
    };
  }, FORM);

describe('a stage in two tabs', () => {
  for (const { name, root } of transports) {
    for (const way of ['commit', 'read-on']) {
      test(`two texts are no choice any more once the next stage is open (${way}, ${name})`, async () => {
        const fresh = await session();
        const [one, two] = [await fresh.tab(), await fresh.tab()];
        for (const tab of [one, two]) {
          await tab.goto(root + EXERCISES);
          await until(
            tab,
            (/** @type {string} */ form) =>
              document.querySelector(`${form} [data-save-line]`)?.getAttribute('data-state') !== null,
            FORM,
          );
          await unfold(/** @type {any} */ (tab));
        }
        const { key, stage } = await firstStage(one);
        const field = `${FORM} [name="read.${stage}"]`;
        await two.bringToFront();
        await enter(two, field);
        await fresh.compose(two, 'うら');
        await one.evaluate((/** @type {string} */ which) => {
          const text = document.querySelector(which);
          if (!(text instanceof HTMLTextAreaElement)) throw new Error('no field');
          text.value = 'おもて';
          text.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
        }, field);
        await until(one, () => document.querySelector('[data-state="saved"]') !== null);
        await fresh.decide(two, '裏');
        await until(two, (/** @type {string} */ form) => document.querySelector(`${form} .conflict`) !== null, FORM);
        await two.evaluate(
          (/** @type {string[]} */ [form, act]) => {
            const sure = document.querySelector(`${form} [data-stage] select`);
            if (!(sure instanceof HTMLSelectElement)) throw new Error('no list');
            sure.value = '30';
            sure.dispatchEvent(new Event('input', { bubbles: true }));
            const press = document.querySelector(`${form} [data-stage] [data-${act}]`);
            if (press instanceof HTMLElement) press.click();
          },
          [FORM, way],
        );
        await until(
          two,
          (/** @type {string} */ form) =>
            document.querySelectorAll(`${form} [data-stage]:not([hidden])`).length === 2 &&
            document.querySelector(`${form} .conflict`) === null,
          FORM,
        );
        await holds(two, field, '裏');
        await until(one, (/** @type {string} */ which) => document.querySelector(which)?.matches(':disabled'), field);
        await holds(one, field, '裏');
        const entry = await read(two, EVERY_KIND.id, `${key}#1/read.${stage}`);
        assert.deepEqual([entry?.value, entry?.others?.map(({ value }) => value)], ['裏', ['おもて']]);
        await fresh.end();
      });
    }
  }
});
