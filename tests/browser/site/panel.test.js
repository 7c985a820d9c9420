/**
 * Weighing new information, and the panel: the next piece of information is read after this one was weighed, the spread of the panel only after
 * the attempt, in words, on paper, on a phone and in the dark; and beside other exercises stage by stage, with the terms that both use.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch as launchChromium } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { EXERCISES, buildCourse } from '../lib/course.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { answersAreIn, typing, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { readPdf } from '../lib/pdf.js';
import { pages, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('../lib/hands.js').Page} Page */

const course = await buildCourse();
const { root } = course.transports[0];
const chromium = await launchChromium();
after(() => chromium.close());
const firefox = await launchFirefox();
after(() => firefox.close());

const FORM = formOf('weights');
const EXAMPLE = '教材の書き手が考えた例です。実際に集めた回答ではありません。';
const HERE = `${root}${EXERCISES}#exercise-weights`;
const [FIRST, SECOND] = ['同じ行を三度消していた。', '箱が窓ぎわに移った日は出した。'];

/** A fresh profile, by keyboard only. @type {Record<string, (url?: string) => Promise<{ page: Page, close: () => Promise<void> }>>} */
const BROWSERS = {
  Chromium: (url) => open({}, url),
  Firefox: async (url = HERE) => {
    const context = await firefox.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(url);
    await answersAreIn(page);
    return { page, close: () => context.close() };
  },
};

for (const [name, enter] of Object.entries(BROWSERS)) {
  describe(`in ${name}`, () => {
    test('the next information is read after this one was weighed, which then stays as it is', async () => {
      const { page, close } = await enter();
      const hand = typing(page);
      assert.deepEqual(await seen(page), [true, false, false], 'the first alone');
      await hand.press(`${FORM} [data-commit="rubber"]`);
      assert.deepEqual(await seen(page), [true, false, false], 'nothing is weighed yet');
      assert.equal(await focused(page), 'weigh.rubber');
      await hand.tick(at(FORM, 'weigh.rubber', '+1'));
      await hand.press(`${FORM} [data-commit="rubber"]`);
      assert.equal(await focused(page), 'why.rubber', 'the reason is missing');
      assert.equal(await noteOf(page), '重みとわけを書いてから、次の情報を開きます。');
      await hand.write(at(FORM, 'why.rubber'), '時間が要るから');
      await hand.press(`${FORM} [data-commit="rubber"]`);
      assert.deepEqual(await seen(page), [true, true, true]);
      assert.equal(await focused(page), '2つめの情報');
      assert.match(await noteOf(page), /に書きとめました$/);
      assert.deepEqual(await changeable(page), [], 'nothing of the first can be changed, nor taken back');
      await page.reload();
      await answersAreIn(page);
      assert.deepEqual(await seen(page), [true, true, true], 'also later');
      assert.deepEqual(await changeable(page), []);
      await close();
    });

    test('reading on without writing closes what was passed', async () => {
      const { page, close } = await enter();
      const hand = typing(page);
      await hand.press(`${FORM} [data-read-on="rubber"]`);
      assert.deepEqual(await seen(page), [true, true, true]);
      assert.equal(await noteOf(page), '書かずに読んだ情報です');
      assert.deepEqual(await changeable(page), []);
      await hand.press(`${FORM} [data-look]`);
      assert.equal(await focused(page), 'weigh.box', 'nothing was weighed at all');
      await close();
    });

    test('the spread comes after the attempt, and says in words what it draws', async () => {
      const { page, close } = await enter();
      assert.deepEqual(
        (await spreads(page)).map((/** @type {{ shown: boolean }} */ { shown }) => shown),
        [false, false],
      );
      await answer(page);
      const [first, second] = await spreads(page);
      assert.deepEqual([first.shown, first.source, second.source], [true, EXAMPLE, EXAMPLE]);
      assert.equal(first.sum, '3人のうち、弱まる0人、変わらない1人、強まる2人です。');
      assert.deepEqual(first.counts, ['0人', '0人', '1人', '1人', '1人']);
      assert.deepEqual([first.split, first.drawn], ['', 'true']);
      assert.match(first.chosen, /＋1 やや強まる/);
      assert.match(second.split, /分かれています/);
      await close();
    });

    test('the terms that the panel uses say where the learner has them too', async () => {
      const file = pages.find((page) => source(page).includes('data-answer="exercise/reading-morning-classroom"'));
      const { page, close } = await enter(`${transports[0].root}${file}#exercise-reading-morning-classroom`);
      const hand = typing(page);
      const form = formOf('reading-morning-classroom');
      const [terms, stages] = await page.evaluate((/** @type {string} */ where) => {
        const all = (/** @type {string} */ selector) => [...document.querySelectorAll(`${where} ${selector}`)];
        return [
          all('.panel-terms li').map((item) => [
            item.querySelector('a')?.textContent,
            item.querySelector('span')?.textContent?.trim(),
          ]),
          all('[data-attempt] [data-stage]').map((stage) => stage.getAttribute('data-stage')),
        ];
      }, form);
      assert.ok(terms.length > 0, 'the panel uses terms of the glossary');
      for (const [term, where] of terms) assert.match(where, /\d/, `${term}: the hypotheses that share it`);
      for (const [n, stage] of stages.entries()) {
        await hand.write(at(form, `read.${stage}`), n === 0 ? `${terms[0][0]}がまだ見えない` : '変わらない');
        await hand.choose(at(form, `sure.${stage}`), '30');
        await hand.press(`${form} [data-commit="${stage}"]`);
      }
      await compare(page, form, hand.press);
      await until(
        page,
        (/** @type {string} */ where) => document.querySelector(where)?.hasAttribute('data-looked'),
        form,
      );
      const said = await page.evaluate(
        (/** @type {string} */ where) =>
          [...document.querySelectorAll(`${where} [data-term-words]`)].map(({ textContent }) => textContent),
        form,
      );
      const titles = await page.evaluate(
        (/** @type {string} */ where) =>
          [...document.querySelectorAll(`${where} [data-attempt] .staged-title`)].map((title) =>
            title.textContent?.trim(),
          ),
        form,
      );
      assert.deepEqual(
        titles.filter((/** @type {string} */ title) => said[0].includes(title)),
        titles.slice(0, 1),
        said[0],
      );
      await close();
    });
  });
}

test('without scripts, and on paper before anything is answered, all rounds are there', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(HERE);
  assert.deepEqual((await seen(plain)).slice(0, 2), [true, true]);
  await context.close();
  const { page, close } = await open();
  assert.deepEqual(await seen(page), [true, false, false]);
  const { text } = readPdf(await page.pdf({ format: 'A4' }));
  for (const words of [FIRST, SECOND, 'そう考えたわけ', '答えを使ってよいか']) assert.ok(text.includes(words), words);
  await close();
});

test('nothing is found by axe, sticks out at 360 px, or is lost in the dark', async () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { page, close } = await open({ viewport: { width: 360, height: 740 }, colorScheme });
    /** @param {string} state */
    const isWell = async (state) => {
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
        false,
        state,
      );
      assert.deepEqual(await violations(page), [], `${state}, ${colorScheme}`);
    };
    await isWell('the first round alone');
    await answer(page, () => isWell('one round weighed'));
    await isWell('compared');
    await typing(page).press(`${FORM} [data-again]`);
    await until(
      page,
      (/** @type {string} */ where) => !document.querySelector(where)?.hasAttribute('data-looked'),
      FORM,
    );
    assert.deepEqual(await seen(page), [true, false, false], 'another attempt begins at the first round');
    await isWell('another attempt beside the first');
    await close();
  }
});

test('it is printed with the attempt', async () => {
  const { page, close } = await open();
  await answer(page);
  const { text } = readPdf(await page.pdf({ format: 'A4' }));
  for (const words of ['3人のうち、弱まる0人', '学級担任', '三度は時間がかかる', EXAMPLE])
    assert.ok(text.includes(words), words);
  await close();
});

test('it is beside a case that was read stage by stage, under each stage', async () => {
  const { page, close } = await open();
  const form = formOf('stages');
  const found = await page.evaluate((where) => {
    const stages = [...document.querySelectorAll(`${where} .panel-stage`)];
    return stages.map((stage) => [
      stage.querySelector('h5')?.textContent?.trim(),
      stage.querySelectorAll('.spread').length,
    ]);
  }, form);
  assert.deepEqual(
    found.map(([, count]) => count),
    [0, 1, 1],
  );
  assert.equal(await page.locator(`${form} .panel-stage`).first().isVisible(), false, 'only afterwards');
  await close();
});

/** @param {import('playwright-core').BrowserContextOptions} [options] @param {string} [url] */
async function open(options = {}, url = HERE) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  await page.goto(url);
  await answersAreIn(page);
  return { page, close: () => context.close() };
}

/** By keyboard only. @param {Page} page @param {() => Promise<void>} [between]  after the first round */
async function answer(page, between) {
  const hand = typing(page);
  await hand.tick(at(FORM, 'weigh.rubber', '+1'));
  await hand.write(at(FORM, 'why.rubber'), '時間が要るから');
  await hand.press(`${FORM} [data-commit="rubber"]`);
  await between?.();
  await hand.tick(at(FORM, 'weigh.box', '+0'));
  await hand.write(at(FORM, 'why.box'), 'まだわからない');
  await hand.tick(at(FORM, 'agree', 'yes'));
  await hand.press(`${FORM} [data-look]`);
  await until(page, (/** @type {string} */ where) => document.querySelector(where)?.hasAttribute('data-looked'), FORM);
}

/** Whether the first information, the second, and the way to compare can be seen. @param {Page} page */
const seen = (page) =>
  page.evaluate(
    (/** @type {string} */ where) =>
      ['[data-stage="rubber"] .round-new', '[data-stage="box"] .round-new', '[data-look]'].map(
        (selector) => document.querySelector(`${where} ${selector}`)?.checkVisibility() ?? false,
      ),
    FORM,
  );

/** What has the focus: the name of a control, the words of anything else. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent?.trim());

/** What is said below the first round. @param {Page} page */
const noteOf = (page) =>
  page.evaluate(
    (/** @type {string} */ where) =>
      document.querySelector(`${where} [data-stage="rubber"] .staged-note`)?.textContent ?? '',
    FORM,
  );

/** What of the first round can still be changed. @param {Page} page */
const changeable = (page) =>
  page.evaluate(
    (/** @type {string} */ where) =>
      [...document.querySelectorAll(`${where} [data-stage="rubber"] :is(input, textarea, button)`)]
        .filter((control) => control.checkVisibility() && !control.matches(':disabled'))
        .map((control) => control.outerHTML.slice(0, 100)),
    FORM,
  );

/** The spreads of the exercise, as they are read. @param {Page} page */
const spreads = (page) =>
  page.evaluate((/** @type {string} */ where) => {
    return [...document.querySelectorAll(`${where} .spread`)].map((spread) => {
      const words = (/** @type {string} */ selector) => spread.querySelector(selector)?.textContent?.trim() ?? '';
      return {
        shown: spread.checkVisibility(),
        source: words('.spread-source'),
        sum: words('.spread-sum'),
        split: words('.spread-split'),
        chosen: words('.chosen'),
        drawn: spread.querySelector('.spread-marks')?.getAttribute('aria-hidden'),
        counts: [...spread.querySelectorAll('.spread-count')].map(({ textContent }) => textContent?.trim()),
      };
    });
  }, FORM);
