/**
 * Every kind of exercise from start to end, as a learner goes through it: nothing to read before an attempt, the
 * answer kept as it was, a second attempt beside it. By mouse, by keyboard alone, by touch on a narrow page.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch as launchChromium, watch as watchChromium } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { launch as launchFirefox, watch as watchFirefox } from '../lib/firefox.js';
import { answersAreIn, pointing, typing, until } from '../lib/hands.js';
import { KINDS, formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';
import { some } from '../lib/size.js';

/** @typedef {import('../lib/hands.js').Page} Page */
/** @typedef {import('../lib/hands.js').Hand} Hand */

const { transports } = await buildCourse();
const chromium = await launchChromium();
after(() => chromium.close());
const firefox = await launchFirefox();
after(() => firefox.close());

/** @typedef {{ page: Page, hand: Hand, problems: string[], close: () => Promise<void> }} Desk */

/** @param {object} options  of the browser's context @param {'mouse' | 'touch' | 'keyboard'} way */
const inChromium = (options, way) => async (/** @type {string} */ root) => {
  const context = await chromium.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const problems = await watchChromium(page, root);
  const choose = (/** @type {string} */ selector, /** @type {string} */ value) => page.selectOption(selector, value);
  const hand = {
    mouse: () => pointing(page, (x, y) => page.mouse.click(x, y), choose),
    touch: () => pointing(page, (x, y) => page.touchscreen.tap(x, y), choose),
    keyboard: () => typing(page),
  }[way]();
  return { page, hand, problems, close: () => context.close() };
};

/** @param {'mouse' | 'keyboard'} way */
const inFirefox = (way) => async (/** @type {string} */ root) => {
  const context = await firefox.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const problems = watchFirefox(page, root);
  const hand =
    way === 'keyboard'
      ? typing(page)
      : pointing(
          page,
          (x, y) => page.mouse.click(x, y),
          (selector, value) => page.select(selector, value),
        );
  return { page, hand, problems, close: () => context.close() };
};

/** @type {Record<string, (root: string) => Promise<Desk>>} */
const WAYS = {
  'a mouse in Chromium': inChromium({ viewport: { width: 1280, height: 900 } }, 'mouse'),
  'the keyboard alone in Chromium': inChromium({ viewport: { width: 1280, height: 900 } }, 'keyboard'),
  'a finger on 360 px in Chromium': inChromium(
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    'touch',
  ),
  'a mouse in Firefox': inFirefox('mouse'),
  'the keyboard alone in Firefox': inFirefox('keyboard'),
};

/** The state of an exercise. @param {Page} page @param {string} id */
const stateOf = (page, id) =>
  page.evaluate((/** @type {string} */ selector) => {
    const form = document.querySelector(selector);
    const attempt = form?.querySelector('[data-attempt]');
    if (!(form instanceof HTMLFormElement) || !(attempt instanceof HTMLFieldSetElement))
      throw new Error(`no ${selector}`);
    /** @type {Record<string, string | string[]>} */
    const holds = {};
    for (const control of form.elements) {
      if (
        !(
          control instanceof HTMLInputElement ||
          control instanceof HTMLSelectElement ||
          control instanceof HTMLTextAreaElement
        ) ||
        control.name === ''
      )
        continue;
      if (!(control instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(control.type)) {
        if (control.value !== '') holds[control.name] = control.value;
      } else if (control.checked && control.type === 'radio') holds[control.name] = control.value;
      else if (control.checked) holds[control.name] = [holds[control.name] ?? [], control.value].flat();
    }
    // An earlier attempt that was compared may show what was read then.
    const leaves = [...form.querySelectorAll('*')].filter(
      (element) =>
        !element.closest('[data-earlier]') &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.includes('【後】')),
    );
    const active = document.activeElement;
    return {
      holds,
      looked: form.hasAttribute('data-looked'),
      locked: attempt.disabled,
      status: form.querySelector('[data-status]')?.textContent ?? '',
      told: leaves.some((element) => element.checkVisibility()),
      after: form.querySelector('[data-after]')?.checkVisibility() ?? false,
      focus: active && form.contains(active) ? (attempt.contains(active) ? 'attempt' : active.localName) : 'elsewhere',
      yours: Object.fromEntries(
        [...form.querySelectorAll('[data-yours]')].map((place) => [
          place.getAttribute('data-yours') ?? '',
          [
            [...place.querySelectorAll('.yours')].map(({ textContent }) => textContent).join('・'),
            place.getAttribute('data-same') ?? '',
            place.querySelector('.same-mark')?.textContent?.trim() ?? '',
          ],
        ]),
      ),
      chosen: [...form.querySelectorAll('[data-option].chosen')]
        .filter((line) => line.querySelector('.yours-mark'))
        .map((line) => line.getAttribute('data-option')),
      earlier: form.querySelectorAll('[data-earlier] > details').length,
      again: form.querySelector('[data-again]')?.checkVisibility() ?? false,
      look: form.querySelector('[data-look]')?.checkVisibility() ?? false,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  }, formOf(id));

/** All that an earlier attempt holds, in words. @param {Page} page @param {string} id */
const earlierOf = (page, id) =>
  page.evaluate((/** @type {string} */ selector) => {
    const place = document.querySelector(`${selector} [data-earlier] > details`);
    const controls = [...(place?.querySelectorAll('input, select, textarea') ?? [])];
    const held = controls.map((control) => {
      if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
        return control.checked ? control.value : '';
      return control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
        ? control.value
        : '';
    });
    return {
      held: held.filter((value) => value !== ''),
      text: place?.textContent ?? '',
      open: controls.filter((control) => !control.matches(':disabled')).length,
      named: place?.querySelectorAll('[name], [id]').length ?? 0,
      shown: place?.querySelector('fieldset')?.checkVisibility() ?? false,
    };
  }, formOf(id));

/** Every way by both addresses; as a sample, both browsers, pointing and typing, a wide and a narrow page, both addresses. */
const sittings = some(
  Object.keys(WAYS).flatMap((way) => transports.map(({ name, root }) => ({ way, name, root }))),
  ({ way, name }) =>
    (way === 'a finger on 360 px in Chromium' && name === 'file') ||
    (way === 'the keyboard alone in Firefox' && name === 'http'),
);

for (const { way, name, root } of sittings) {
  describe(`with ${way}, by ${name}`, () => {
    /** @type {Desk} */
    let desk;
    before(async () => {
      desk = await WAYS[way](root);
      await desk.page.goto(`${root}${EXERCISES}`);
      await answersAreIn(desk.page);
      await quiet(desk.page);
    });
    after(() => desk.close());

    for (const [id, kind] of Object.entries(KINDS)) {
      test(`${kind.name}: answered, compared, answered again`, async () => {
        const { page, hand } = desk;
        const form = formOf(id);
        const state = () => stateOf(page, id);
        await page.evaluate((/** @type {string} */ hash) => {
          location.hash = hash;
        }, `#exercise-${id}`);

        const blank = await state();
        assert.deepEqual(
          [blank.told, blank.after, blank.looked],
          [false, false, false],
          'nothing to read before an attempt',
        );
        if (blank.look) {
          await hand.press(`${form} [data-look]`);
          const refused = await until(
            page,
            (/** @type {string} */ at) => document.querySelector(`${at} [data-status]`)?.textContent,
            form,
          );
          const still = await state();
          assert.ok(refused);
          assert.deepEqual([still.looked, still.told, still.locked], [false, false, false], 'nothing was answered');
        } else assert.ok(kind.hides, 'there is something to press');

        await kind.first(hand, form, page);
        const given = await state();
        assert.equal(given.told, false, 'nothing to read while answering');
        // Options are shown in an order of their own: what is chosen is a set.
        const asSet = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.toSorted() : value);
        for (const [field, value] of Object.entries(kind.holds))
          assert.deepEqual(asSet(given.holds[field]), asSet(value), field);
        await compare(page, form, hand.press);
        await until(page, (/** @type {string} */ at) => document.querySelector(at)?.hasAttribute('data-looked'), form);
        const looked = await state();
        assert.deepEqual(
          [looked.locked, looked.after, looked.told, looked.again, looked.look],
          [true, true, true, true, false],
        );
        assert.equal(looked.focus, 'summary');
        assert.notEqual(looked.status, '');
        assert.deepEqual(looked.holds, given.holds, 'what was written stays');
        for (const [field, [words, same]] of Object.entries(kind.yours ?? {})) {
          const [shown, marked, mark] = looked.yours[field];
          assert.deepEqual([shown, marked], [words, same], field);
          assert.equal(mark !== '', same !== '', 'said in words');
        }
        assert.deepEqual(asSet(looked.chosen), asSet(kind.chosen ?? []));
        await kind.looked?.(hand, form, page);

        await hand.press(`${form} [data-again]`);
        await until(page, (/** @type {string} */ at) => !document.querySelector(at)?.hasAttribute('data-looked'), form);
        const again = await state();
        assert.deepEqual(again.holds, blank.holds, 'a blank attempt');
        assert.deepEqual([again.locked, again.told, again.after, again.earlier], [false, false, false, 1]);
        assert.equal(again.focus, 'attempt');
        await until(
          page,
          (/** @type {string} */ at) => document.querySelector(`${at} [data-earlier] details`)?.hasAttribute('open'),
          form,
        );
        const earlier = await earlierOf(page, id);
        assert.deepEqual([earlier.open, earlier.named, earlier.shown], [0, 0, true], 'read-only');
        for (const value of Object.values({ ...kind.holds, ...kind.rated })
          .flat()
          .filter(Boolean))
          assert.ok(earlier.held.includes(value), `${value} in ${earlier.held}`);
        for (const words of kind.said ?? []) assert.ok(earlier.text.includes(words), words);

        await kind.second(hand, form, page);
        await compare(page, form, hand.press);
        await until(page, (/** @type {string} */ at) => document.querySelector(at)?.hasAttribute('data-looked'), form);
        const second = await state();
        assert.deepEqual([second.locked, second.after, second.told, second.earlier], [true, true, true, 1]);
        assert.deepEqual((await earlierOf(page, id)).held, earlier.held, 'the first attempt stands beside it');
        assert.equal(second.wide, false, 'nothing sticks out');
      });
    }

    test('all of it is there after a reload', async () => {
      const { page, problems } = desk;
      const all = async () =>
        Object.fromEntries(
          await Promise.all(
            Object.keys(KINDS).map(async (id) => {
              const { holds, looked, locked, yours, chosen, earlier } = await stateOf(page, id);
              return [id, { holds, looked, locked, yours, chosen, earlier, held: (await earlierOf(page, id)).held }];
            }),
          ),
        );
      const was = await all();
      await page.reload();
      await answersAreIn(page);
      await quiet(page);
      assert.deepEqual(await all(), was);
      assert.deepEqual(problems, []);
    });
  });
}
