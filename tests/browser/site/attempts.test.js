/** An exercise cannot be fooled, and a learner does not fool themselves: orders, stages, what is empty, a copy, a step back. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { ANSWERS, EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, pointing } from '../lib/hands.js';
import { KINDS, at, formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
const {
  transports: [{ root }],
  editAll,
} = await buildCourse();

/** @param {(page: Page) => Promise<void>} act */
async function onPage(act) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(root + EXERCISES);
  await ready(page);
  await act(page);
  await context.close();
}

/** @param {Page} page */
async function ready(page) {
  await settled(page);
  await answersAreIn(page);
}

/** @param {Page} page @param {string} form */
const saved = (page, form) =>
  page.waitForFunction(
    (where) => document.querySelector(`${where} [data-save-line]`)?.getAttribute('data-state') === 'saved',
    form,
  );

/** The ids of what is in a list, in its order. @param {Page} page @param {string} list */
const order = (page, list) =>
  page
    .locator(list)
    .evaluate((element) =>
      [...element.children].map((child) =>
        child instanceof HTMLElement
          ? (child.dataset.reply ??
            child.dataset.card ??
            child.dataset.id ??
            child.querySelector('input')?.value ??
            (child instanceof HTMLOptionElement ? child.value : ''))
          : '',
      ),
    );

/** Compares and begins again. @param {Page} page @param {string} form */
async function again(page, form) {
  await compare(page, form, (where) => page.locator(where).click());
  await page.locator(`${form} [data-again]`).click();
  await page.waitForFunction((where) => !document.querySelector(where)?.hasAttribute('data-looked'), form);
}

describe('an order without a meaning', () => {
  test('is the same at every visit, drawn again for another attempt, and an earlier attempt keeps its own', () =>
    onPage(async (page) => {
      const form = formOf('pick');
      const list = `${form} [data-attempt] [data-drawn="two"]`;
      const firstOrder = await order(page, list);
      await page.reload();
      await ready(page);
      assert.deepEqual(await order(page, list), firstOrder);

      await page.locator(`${form} [name="two"][value="a"]`).check();
      /** @type {Set<string>} */
      const orders = new Set([firstOrder.join()]);
      for (let n = 2; n <= 8; n++) {
        await again(page, form);
        orders.add((await order(page, list)).join());
        await page.locator(`${form} [data-attempt] [name="two"][value="a"]`).check();
      }
      assert.ok(orders.size > 1, [...orders].join(' | '));
      for (const one of orders)
        assert.deepEqual(one.split(',').sort(), [...firstOrder].sort(), 'every option is there once');
      await saved(page, form);
      const last = await order(page, list);
      const copy = await order(page, `${form} [data-earlier] details:first-child [data-drawn="two"]`);
      assert.deepEqual(copy, firstOrder, 'the first attempt as it was shown then');
      await page.reload();
      await ready(page);
      assert.deepEqual(await order(page, list), last, 'the last attempt as it was shown');
      assert.ok(
        await page.locator(`${form} [data-attempt] [name="two"][value="a"]`).isChecked(),
        'an answer is an id, wherever it is shown',
      );
    }));

  test('of an interview: what may be said is in another order, words of one’s own come last', () =>
    onPage(async (page) => {
      const form = formOf('talk');
      const says = () =>
        page
          .locator(`${form} .turn-now .replies [data-say]`)
          .evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.say ?? ''));
      const orders = new Set([(await says()).join()]);
      for (let n = 2; n <= 8; n++) {
        await page.locator(`${form} [data-say="inside"]`).click();
        await again(page, form);
        orders.add((await says()).join());
      }
      assert.equal(orders.size, 2, [...orders].join(' | '));
      assert.ok(
        await page
          .locator(`${form} .turn-now .own-words`)
          .evaluate((own) => own.previousElementSibling?.classList.contains('replies')),
      );
    }));
});

describe('a stage that was passed without writing', () => {
  test('is closed; what is added is afterwards, on the page, in the review, in my answers, and after a reload', () =>
    onPage(async (page) => {
      const form = formOf('stages');
      await page.locator(at(form, 'read.empty')).fill('書きかけ');
      await page.locator(`${form} [data-read-on="empty"]`).click();
      await page.locator(`${form} [data-read-on="sound"]`).click();
      for (const name of ['read.empty', 'sure.empty', 'read.sound'])
        assert.ok(await page.locator(at(form, name)).isDisabled(), name);
      await page.locator(at(form, 'later.empty')).fill('先を読んで思ったこと');
      await saved(page, form);
      await page.reload();
      await ready(page);
      assert.ok(await page.locator(at(form, 'read.empty')).isDisabled());
      assert.equal(await page.locator(at(form, 'later.empty')).inputValue(), '先を読んで思ったこと');
      assert.equal(
        await page.locator(`${form} [data-stage="shelf"] .staged-later`).isVisible(),
        false,
        'a stage that is open has none',
      );
      await page.locator(at(form, 'read.shelf')).fill('最後の見立て');
      await page.locator(at(form, 'sure.shelf')).selectOption('50');
      await page.locator(`${form} [data-commit="shelf"]`).click();
      assert.equal(
        await page.locator(`${form} [data-stage="shelf"] .staged-later`).isVisible(),
        false,
        'what was written down needs none',
      );
      await compare(page, form, (where) => page.locator(where).click());
      const column = page.locator(`${form} .staged-column`).first();
      assert.match(
        (await column.locator('.staged-afterwards').textContent()) ?? '',
        /あとから書いた.*先を読んで思ったこと/,
      );
      assert.equal(await column.locator('dd.staged-read').textContent(), '書きかけ');
      await page.goto(root + ANSWERS);
      const row = page.locator('.answers-box [data-field="later.empty"]');
      await row.waitFor();
      assert.match((await row.locator('dt').textContent()) ?? '', /あとから/);
    }));
});

describe('a stage that the author puts in', () => {
  /** The author puts a stage behind another one into the case and the exercise, and takes it out again. @param {string} behind @param {() => Promise<void>} act */
  const withStage = async (behind, act) => {
    const put = (/** @type {string} */ line) => (/** @type {string} */ text) =>
      text.replace(new RegExp(`( *- [{] (?:id|stage): ${behind},.*\n)`), `$1${line}\n`);
    const text = (/** @type {string} */ course) =>
      course.replace(/\n## 箱の場所|$/, (end) => `\n## 中ほど {#mid}\n\n昼休みのことです。\n${end}`);
    const last = (/** @type {string} */ course) => `${course}\n## 中ほど {#mid}\n\n昼休みのことです。\n`;
    const [file, exercise] = ['cases/exercise-book.md', 'exercises/stages.yaml'];
    /** @type {Map<string, string>} */
    const before = new Map();
    const change = (/** @type {string} */ name, /** @type {(text: string) => string} */ how) =>
      /** @type {[string, (text: string) => string]} */ ([
        name,
        (was) => {
          before.set(name, was);
          return how(was);
        },
      ]);
    editAll([
      change(file, (was) => put('  - { id: mid, title: 中ほど }')((behind === 'shelf' ? last : text)(was))),
      change(exercise, put('  - { stage: mid, ask: 中ほどです。 }')),
    ]);
    try {
      await act();
    } finally {
      editAll([...before].map(([name, was]) => [name, () => was]));
    }
  };
  for (const isCompared of [false, true]) {
    for (const behind of isCompared ? ['sound', 'shelf'] : ['sound']) {
      test(`behind ${behind} hides nothing that was written, ${isCompared ? 'also' : 'not yet'} compared, and what is added to it is afterwards`, () =>
        onPage(async (page) => {
          const form = formOf('stages');
          for (const stage of ['empty', 'sound', 'shelf']) {
            await page.locator(at(form, `read.${stage}`)).fill(`見立て ${stage}`);
            await page.locator(at(form, `sure.${stage}`)).selectOption('50');
            await page.locator(`${form} [data-commit="${stage}"]`).click();
          }
          if (isCompared) await compare(page, form, (where) => page.locator(where).click());
          await saved(page, form);
          await withStage(behind, async () => {
            await page.reload();
            await ready(page);
            await quiet(page);
            for (const stage of ['empty', 'sound', 'mid', 'shelf'])
              assert.ok(await page.locator(`${form} [data-attempt] [data-stage="${stage}"]`).isVisible(), stage);
            const mid = page.locator(`${form} [data-attempt] [data-stage="mid"]`);
            assert.match((await mid.locator('.staged-note').textContent()) ?? '', /あとから教材に加わった段階/);
            assert.ok(await page.locator(at(form, 'read.mid')).isDisabled(), 'it would be hindsight');
            assert.equal(await page.locator(at(form, 'later.mid')).isEnabled(), !isCompared);
            assert.ok(await page.locator(`${form} [data-${isCompared ? 'again' : 'look'}]`).isVisible());
          });
        }));
    }
  }
});

describe('a fact that was not asked', () => {
  const form = formOf('asking');
  const answer = `${form} [data-fact="last"] .incident-answer`;

  test('is neither found by the search of the browser nor printed', () =>
    onPage(async (page) => {
      await page.goto('about:blank');
      await page.goto(`${root}${EXERCISES}#:~:text=${encodeURIComponent('27冊でした')}`);
      await ready(page);
      await quiet(page);
      const printed = async () => {
        await page.emulateMedia({ media: 'print' });
        const isThere = await page.locator(answer).isVisible();
        await page.emulateMedia({ media: 'screen' });
        return isThere;
      };
      assert.equal(await page.locator(answer).isVisible(), false);
      assert.equal(await printed(), false);
      await page.locator(`${form} [data-fact="last"] summary`).click();
      await page.locator(answer).waitFor();
      assert.equal(await printed(), true);
    }));

  test('and its own question: the reply moves nothing when the field is left', () =>
    onPage(async (page) => {
      const field = page.locator(at(form, 'free.1'));
      const reply = page.locator(`${form} [data-free-reply]`).first();
      await field.pressSequentially('箱は');
      const below = () =>
        page.locator(form).evaluate((it) => {
          const button = it.querySelector('[data-open-all]');
          return (button?.getBoundingClientRect().top ?? 0) - it.getBoundingClientRect().top;
        });
      const before = await below();
      assert.equal(await reply.isVisible(), false, 'not while it is being written');
      await field.blur();
      await reply.waitFor();
      assert.equal(await below(), before);
    }));
});

describe('comparing', () => {
  test('promises nothing that the browser does not keep', () =>
    onPage(async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', { value: undefined });
      });
      await page.reload();
      await ready(page);
      const form = formOf('pick');
      await page.locator(`${form} [name="first"][value="wait"]`).check();
      await compare(page, form, (where) => page.locator(where).click());
      assert.doesNotMatch((await page.locator(`${form} [data-status]`).textContent()) ?? '', /残ります/);
    }));

  test('names what is empty before it closes the attempt, leads there, and can be had all the same', () =>
    onPage(async (page) => {
      const form = formOf('pick');
      await page.locator(`${form} [name="first"][value="wait"]`).check();
      const look = page.locator(`${form} [data-look]`);
      const words = await look.textContent();
      await look.click();
      const named = page.locator(`${form} .blanks .button`);
      assert.deepEqual(await named.allTextContents(), [
        '何を用意しますか。',
        '「受容」のもとの言葉はどれですか。',
        '定まった二つを選びます。',
        'そう選んだ理由',
      ]);
      assert.equal(await page.locator(form).getAttribute('data-looked'), null);
      assert.notEqual(await look.textContent(), words);
      await named.last().click();
      assert.equal(
        await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.activeElement).name),
        'reason',
      );
      await page.keyboard.type('理由です');
      assert.equal(
        await page.locator(`${form} .blanks`).isVisible(),
        false,
        'it is named anew when something was written',
      );
      assert.equal(await look.textContent(), words);
      await look.click();
      assert.equal(await named.count(), 3);
      await look.click();
      assert.equal(await page.locator(form).getAttribute('data-looked'), '');
    }));

  test('of a full answer asks nothing', () =>
    onPage(async (page) => {
      const form = formOf('reply');
      for (const field of await page
        .locator(
          `${form} [data-attempt] textarea, ${form} [data-attempt] input[type="text"], ${form} [data-attempt] input[type="date"]`,
        )
        .all()) {
        await field.fill((await field.getAttribute('type')) === 'date' ? '2026-11-20' : '書きました');
      }
      await page.locator(`${form} [data-look]`).click();
      await page.waitForFunction((where) => document.querySelector(where)?.hasAttribute('data-looked'), form);
    }));
});

describe('written once more', () => {
  test('the previous attempt is shown beside it, and can be copied without changing it', () =>
    onPage(async (page) => {
      const form = formOf('pick');
      await page.locator(`${form} [name="first"][value="wait"]`).check();
      await page.locator(at(form, 'reason')).fill('一度目の理由');
      await again(page, form);
      assert.ok(
        await page
          .locator(`${form} [data-earlier] details`)
          .evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open),
      );
      const [mine, before] = await Promise.all([
        page.locator(`${form} [data-attempt]`).boundingBox(),
        page.locator(`${form} [data-earlier]`).boundingBox(),
      ]);
      assert.ok(mine && before && before.x >= mine.x + mine.width - 1, 'side by side on a wide screen');
      assert.equal(await page.locator(`${form} [data-attempt] [name="reason"]`).inputValue(), '');
      await page.locator(`${form} .copy-offer button`).click();
      assert.equal(await page.locator(`${form} [data-attempt] [name="reason"]`).inputValue(), '一度目の理由');
      assert.ok(await page.locator(`${form} [data-attempt] [name="first"][value="wait"]`).isChecked());
      await page.locator(`${form} [data-attempt] [name="reason"]`).fill('二度目の理由');
      await saved(page, form);
      await page.reload();
      await ready(page);
      assert.equal(await page.locator(`${form} [data-attempt] [name="reason"]`).inputValue(), '二度目の理由');
      assert.match(
        await page
          .locator(`${form} [data-earlier]`)
          .evaluate((earlier) => [...earlier.querySelectorAll('textarea')].map(({ value }) => value).join()),
        /一度目の理由/,
      );
    }));

  for (const id of ['steps', 'marks', 'cards', 'bank', 'grid', 'several', 'pairs', 'points', 'family'])
    test(`a copy of “${KINDS[id].name}” is all of it, and lies as it lay`, () =>
      onPage(async (page) => {
        const form = formOf(id);
        const hand = pointing(
          page,
          (x, y) => page.mouse.click(x, y),
          (selector, value) => page.selectOption(selector, value),
        );
        const shown = () =>
          page.locator(`${form} [data-attempt]`).evaluate((attempt) => ({
            cards: [...attempt.querySelectorAll('[data-order] [data-card]')].map((card) =>
              card.getAttribute('data-card'),
            ),
            values: [...attempt.querySelectorAll(':is(input, select, textarea)[name]')]
              .filter((control) => !control.matches(':is([type="radio"], [type="checkbox"]):not(:checked)'))
              .map((control) => `${control.getAttribute('name')}=${Reflect.get(control, 'value')}`)
              .sort(),
          }));
        await KINDS[id].first(hand, form, page);
        const was = await shown();
        await again(page, form);
        await page.locator(`${form} .copy-offer button`).click();
        await quiet(page);
        assert.deepEqual(await shown(), was);
        await page.reload();
        await ready(page);
        assert.deepEqual(await shown(), was);
      }));

  test('what was done step by step is not offered as a copy', () =>
    onPage(async (page) => {
      const form = formOf('talk');
      await page.locator(`${form} [data-say="inside"]`).click();
      await again(page, form);
      assert.equal(await page.locator(`${form} .copy-offer`).isVisible(), false);
    }));
});

describe('going back in an interview', () => {
  test('asks first; it can be taken back until something else is said; nothing is changed by “no”', () =>
    onPage(async (page) => {
      const form = formOf('talk');
      for (const id of ['inside', 'wait', 'thank']) await page.locator(`${form} [data-say="${id}"]`).click();
      const exchanges = page.locator(`${form} [data-attempt] .exchange`);
      assert.equal(await exchanges.count(), 3);
      await exchanges.first().locator('.rewind').click();
      await page.keyboard.press('Escape');
      assert.equal(await exchanges.count(), 3);
      await exchanges.first().locator('.rewind').click();
      await page.locator('.work-dialog .primary').click();
      assert.equal(await exchanges.count(), 0);
      await page.locator(`${form} .undo button`).click();
      assert.equal(await exchanges.count(), 3);
      await saved(page, form);
      await page.reload();
      await ready(page);
      assert.equal(await exchanges.count(), 3);
      await exchanges.first().locator('.rewind').click();
      await page.locator('.work-dialog .primary').click();
      await page.locator(`${form} [data-say="thank"]`).click();
      assert.equal(await page.locator(`${form} .undo`).isVisible(), false);
    }));

  test('while other words stand where one’s own were, undoing would tell of an interview that was not: it waits', () =>
    onPage(async (page) => {
      const form = formOf('talk');
      const own = page.locator(`${form} .turn-now textarea`);
      const exchanges = page.locator(`${form} [data-attempt] .exchange`);
      const undo = page.locator(`${form} .undo button`);
      await own.fill('言った言葉');
      await page.locator(`${form} .turn-now .own-words button`).click();
      await page.locator(`${form} [data-say="wait"]`).click();
      await exchanges.first().locator('.rewind').click();
      await page.locator('.work-dialog .primary').click();
      await own.fill('言っていない言葉');
      assert.equal(await undo.isVisible(), false);
      await own.fill('言った言葉');
      await undo.click();
      assert.equal(await exchanges.count(), 2);
      assert.match((await exchanges.first().textContent()) ?? '', /言った言葉/);
    }));
});

describe('an interview in two tabs', () => {
  test('is one: each shows the way of the other, and what was asked before the other went on is not done', () =>
    onPage(async (one) => {
      const form = formOf('talk');
      const way = (/** @type {Page} */ page) => page.locator(`${form} [data-attempt] .exchange`);
      const comes = (/** @type {Page} */ page, /** @type {number} */ n) =>
        page.waitForFunction(
          ([where, count]) => document.querySelectorAll(`${where} [data-attempt] .exchange`).length === count,
          /** @type {const} */ ([form, n]),
        );
      await one.locator(`${form} [data-say="inside"]`).click();
      await one.locator(`${form} [data-say="wait"]`).click();
      await saved(one, form);
      const two = await one.context().newPage();
      await two.goto(root + EXERCISES);
      await ready(two);
      await comes(two, 2);
      await one.locator(`${form} .turn-now textarea`).fill('言いかけの言葉');
      await saved(one, form);
      await way(one).last().locator('.rewind').click();
      await two.locator(`${form} [data-say="thank"]`).click();
      await two.locator(`${form} [data-say="plant"]`).click();
      await comes(one, 4);
      await one.locator('.work-dialog .primary').click();
      await quiet(one);
      assert.equal(await way(one).count(), 4);
      await two.reload();
      await ready(two);
      assert.equal(await way(two).count(), 4);
      await way(two).nth(2).locator('.rewind').click();
      await two.locator('.work-dialog .primary').click();
      await comes(one, 2);
      for (const page of [one, two])
        await page.waitForFunction(
          (where) =>
            Reflect.get(document.querySelector(`${where} .turn-now textarea`) ?? {}, 'value') === '言いかけの言葉',
          form,
        );
    }));
});
