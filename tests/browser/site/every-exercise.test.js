/**
 * Every exercise of the bundled course, answered as learners answer: with nothing, against the author, with the author. The
 * sample has as few pages as show every kind.
 * What is settled is read from the page itself, so that an exercise needs no line here.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { pagesOfEveryKind } from '../lib/every-kind.js';
import { fillAll, pressAll } from '../lib/fill.js';
import { answersAreIn, until } from '../lib/hands.js';
import { pages, source } from '../lib/site.js';
import { all } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ form: string, name: string, same: string, alike: boolean }} Compared */

const browser = await launch();
after(() => browser.close());

const asked = all ? pages : pagesOfEveryKind();
const withExercises = asked.filter(
  (page) => source(page).includes('data-look') && source(page).includes('data-answer="exercise/'),
);
const [{ root }] = transports;

describe('exercises', { skip: withExercises.length > 0 ? false : 'the course has no exercise to compare' }, () => {
  for (const path of withExercises) {
    test(`${path}: an empty answer is no answer; only settled questions are compared`, async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      /** @type {string[]} */
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      await page.goto(root + path);
      await settled(page);
      await answersAreIn(page);

      assert.deepEqual(await pressedEmpty(page), [], 'compared though nothing was answered');

      await fillAll(page);
      await decide(page, 'wrong');
      await pressAll(page, 'look');
      const against = await compared(page);
      assert.deepEqual(
        against.filter(({ same, alike }) => same === 'yes' && !alike),
        [],
        'an answer against the author is told as the same',
      );
      assert.deepEqual(await closedAfterwards(page), [], 'nothing to read afterwards');

      await pressAll(page, 'again');
      await fillAll(page);
      await decide(page, 'right');
      await pressAll(page, 'look');
      const together = await compared(page);
      assert.deepEqual(
        together.filter(({ same }) => same !== 'yes'),
        [],
        "the author's own answer is told as another",
      );
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
});

/** Presses "look" in every form; the forms that took nothing for an answer, or said nothing. @param {Page} page */
async function pressedEmpty(page) {
  await page.evaluate(() => {
    for (const look of document.querySelectorAll('form.answer [data-look]')) {
      if (look instanceof HTMLElement && look.checkVisibility()) look.click();
    }
  });
  await until(
    page,
    () =>
      [...document.querySelectorAll('form.answer')].every((form) => {
        const look = form.querySelector('[data-look]');
        const asks =
          look instanceof HTMLElement && look.checkVisibility() && form.querySelector('[data-attempt] [name]');
        return !asks || form.hasAttribute('data-looked') || form.querySelector('[data-status]')?.textContent !== '';
      }),
    undefined,
  );
  return page.evaluate(() =>
    [...document.querySelectorAll('form.answer[data-looked]')].map((form) => form.getAttribute('data-answer')),
  );
}

/** Answers all that is settled, as the author would or otherwise. @param {Page} page @param {'right' | 'wrong'} way */
async function decide(page, way) {
  await page.evaluate((which) => {
    /** @param {Element} control */
    const tell = (control) => {
      for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
    };
    for (const form of document.querySelectorAll('form.answer')) {
      const attempt = form.querySelector('[data-attempt]');
      const places = [...form.querySelectorAll('[data-yours][data-settled]')].filter(
        (one) => one instanceof HTMLElement,
      );
      places.forEach((place, index) => {
        const name = place.dataset.yours ?? '';
        const answers = (place.dataset.settled ?? '').split('|');
        const group = [...(attempt?.querySelectorAll(`[name="${CSS.escape(name)}"]`) ?? [])];
        const [control] = group;
        if (control instanceof HTMLSelectElement && name.startsWith('place.')) {
          // Cards of one step share their places, and each takes its own. Turned on by as much as leaves none in its place.
          const step = places.filter((other) => other.dataset.settled === place.dataset.settled).indexOf(place);
          const turned = (/** @type {number} */ by, /** @type {number} */ at) =>
            String(((at + by) % places.length) + 1);
          const by = places.findIndex((_, shift) =>
            places.every((other, at) => !(other.dataset.settled ?? '').split('|').includes(turned(shift, at))),
          );
          control.value = which === 'right' ? answers[step] : turned(by, index);
          tell(control);
        } else if (control instanceof HTMLSelectElement) {
          const others = [...control.options]
            .map(({ value }) => value)
            .filter((value) => value !== '' && !answers.includes(value));
          control.value = which === 'right' ? answers[0] : (others[0] ?? '');
          tell(control);
        } else if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
          const boxes = group.filter((one) => one instanceof HTMLInputElement);
          const wanted =
            which === 'right' ? answers : boxes.map(({ value }) => value).filter((value) => !answers.includes(value));
          for (const box of boxes) {
            const on = wanted.includes(box.value) && (box.type === 'checkbox' || box.value === wanted[0]);
            if (box.checked !== on) box.click();
          }
        } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
          control.value = which === 'right' ? answers[0] : '著者の書かない言葉';
          tell(control);
        }
      });
    }
  }, way);
}

/**
 * What was said of every settled matter that was answered. It is alike where every option is an answer of the author's.
 * @param {Page} page @returns {Promise<Compared[]>}
 */
async function compared(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('form.answer[data-looked]')].flatMap((form) =>
      [...form.querySelectorAll('[data-yours][data-settled]:not([data-unanswered])')].map((place) => {
        const name = place.getAttribute('data-yours') ?? '';
        const answers = (place.getAttribute('data-settled') ?? '').split('|');
        const choices = [
          ...form.querySelectorAll(
            `[data-attempt] input[name="${CSS.escape(name)}"]:is([type="radio"], [type="checkbox"])`,
          ),
        ];
        return {
          form: form.getAttribute('data-answer') ?? '',
          name,
          same: place.getAttribute('data-same') ?? '',
          alike: choices.length > 0 && choices.every((choice) => answers.includes(choice.getAttribute('value') ?? '')),
        };
      }),
    ),
  );
}

/** The forms that were compared and show nothing to read. @param {Page} page */
async function closedAfterwards(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('form.answer[data-looked]')]
      .filter((form) => {
        const part = form.querySelector('[data-after]');
        return !part?.checkVisibility() || (part.textContent ?? '').trim() === '';
      })
      .map((form) => form.getAttribute('data-answer')),
  );
}
