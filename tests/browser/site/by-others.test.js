/** What programs do to a form beside the learner: what they write is stored, what they would empty stays. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVERY_KIND, SHEET, buildCourse } from '../lib/course.js';
import { begun, browsers, enter, holds, stored, valueOf } from '../lib/tabs.js';

const { transports } = await buildCourse();
const { id: course } = EVERY_KIND;
const PLACE = 'form.answer [name="place"]';
const ADDRESS = 'worksheet/everything#1/place';
const started = await Promise.all(
  Object.entries(browsers).map(async ([name, start]) => ({ name, session: await start() })),
);

for (const { name, session } of started) {
  describe(`a form in ${name}, and other programs`, () => {
    const [{ root }] = transports;

    test('what is written with a report of the change alone is stored', async () => {
      const fresh = await session();
      const tab = await fresh.tab();
      await tab.goto(root + SHEET);
      await begun(tab);
      await tab.evaluate((/** @type {string} */ which) => {
        const field = document.querySelector(which);
        if (!(field instanceof HTMLInputElement)) throw new Error('no field');
        field.value = '相談室';
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, PLACE);
      await stored(tab, course, ADDRESS, '相談室');
      await tab.reload();
      await holds(tab, PLACE, '相談室');
      await fresh.end();
    });

    test('a reset empties nothing', async () => {
      const fresh = await session();
      const tab = await fresh.tab();
      await tab.goto(root + SHEET);
      await begun(tab);
      await enter(tab, PLACE);
      await tab.keyboard.type('相談室');
      await stored(tab, course, ADDRESS, '相談室');
      await tab.evaluate(() => {
        const form = document.querySelector('form.answer');
        if (!(form instanceof HTMLFormElement)) throw new Error('no form');
        form.reset();
      });
      assert.equal(await valueOf(tab, PLACE), '相談室');
      await enter(tab, PLACE);
      await tab.keyboard.type('の奥');
      await stored(tab, course, ADDRESS, '相談室の奥');
      await fresh.end();
    });
  });
}
