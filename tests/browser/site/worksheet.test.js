/**
 * The form with every field: what is written stays, rows and copies come and go, nothing is lost when the author
 * changes the form. Board and order, as far as they do more than the other exercises. And all of it without scripts.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, watch } from '../lib/chromium.js';
import { ANSWERS, EXERCISES, SHEET, buildCourse } from '../lib/course.js';
import { answersAreIn, unfold } from '../lib/hands.js';
import { formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';
import { ways } from '../lib/size.js';

/** @typedef {import('playwright-core').Page} Page */

const { transports, edit } = await buildCourse();
const browser = await launch();
after(() => browser.close());
const FORM = 'form[data-answer="worksheet/everything"]';

/** @param {string} root @param {string} file @param {(page: Page) => Promise<void>} act @param {object} [options] */
async function onPage(root, file, act, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const problems = await watch(page, root);
  await page.goto(root + file);
  // Without scripts no answers come in.
  await (options ? unfold(page) : answersAreIn(page));
  await act(page);
  assert.deepEqual(problems, []);
  await context.close();
}

/** @param {Page} page @param {string} name */
const control = (page, name) => page.locator(`[name="${name}"]`);
/** @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active?.getAttribute('name') ?? active?.textContent?.trim() ?? '';
  });
/** What was said to those who do not see. @param {Page} page @param {RegExp} words */
const told = (page, words) => page.locator('.live', { hasText: words }).waitFor({ state: 'attached' });
/** Waits until a control holds a value. @param {Page} page @param {string} name @param {string} value */
const holds = (page, name, value) =>
  page.waitForFunction(
    ([field, wanted]) => {
      const found = document.querySelector(`[name="${field}"]`);
      return found && Reflect.get(found, 'value') === wanted;
    },
    [name, value],
  );

/** One answer for every field, by name. @type {Record<string, string>} */
const TEXTS = {
  place: '相談室',
  said: '行くつもりなんです。\n毎日。',
  day: '2026-11-21',
  minutes: '４５',
  picture: '家のまわりに学校',
  'person.label': 'A',
  'person.age': '13',
  'person.relation': '本人',
  'done.note': '半分',
  'people.1.who': '母',
  'people.1.age': '41',
  'people.1.since': '2026-04-01',
  'people.2.who': '父',
  'present.1': '担任',
  'week.early.mon': '起きる',
  'week.night.sun': '寝る',
  'hours.6.does': '起床',
  'hours.4.notes': '静か',
};
/** @type {[name: string, value: string][]} */
const TICKS = [
  ['route', 'self'],
  ['told', 'time'],
  ['told', 'refuse'],
  ['ease', '0'],
  ['places.home', 'easy'],
  ['places.school', 'hard'],
  ['done', 'part'],
];
/** @type {Record<string, string>} */
const LISTS = { 'people.1.near': 'near', 'people.1.mark': 'best' };

/** All that the form holds. @param {Page} page */
const held = (page) =>
  page.locator(FORM).evaluate((form) =>
    Object.fromEntries(
      [...new FormData(/** @type {HTMLFormElement} */ (form)).entries()]
        .filter(([, value]) => value !== '')
        .map(([name]) => [
          name,
          new FormData(/** @type {HTMLFormElement} */ (form))
            .getAll(name)
            .map(String)
            .map((text) => text.replaceAll('\r\n', '\n')),
        ]),
    ),
  );

for (const { name, root } of ways(transports)) {
  describe(`the form by ${name}`, () => {
    test('long texts are set without a search for phrases, which would stop the page', () =>
      onPage(root, SHEET, async (page) => {
        const slow = await page.evaluate(() =>
          [...document.querySelectorAll('textarea')].filter((area) => getComputedStyle(area).wordBreak !== 'normal'),
        );
        assert.equal(slow.length, 0);
      }));

    test('every field keeps what is written, and prints it', () =>
      onPage(root, SHEET, async (page) => {
        for (const [field, text] of Object.entries(TEXTS)) await control(page, field).fill(text);
        for (const [field, value] of TICKS) await page.locator(`[name="${field}"][value="${value}"]`).check();
        for (const [field, value] of Object.entries(LISTS)) await control(page, field).selectOption(value);
        const all = await held(page);
        assert.equal(
          Object.keys(all).length,
          Object.keys(TEXTS).length + new Set(TICKS.map(([field]) => field)).size + Object.keys(LISTS).length,
          'all of it is there',
        );
        assert.deepEqual([all.said, all.told, all['people.1.mark']], [[TEXTS.said], ['time', 'refuse'], ['best']]);
        await page.reload();
        await holds(page, 'place', TEXTS.place);
        await quiet(page);
        assert.deepEqual(await held(page), all);
        assert.equal(await page.locator('[data-paper="said"]').textContent(), TEXTS.said);
        assert.equal(await page.locator('[data-paper="day"]').textContent(), '2026年11月21日');
        await page.waitForFunction(
          () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'saved',
        );
        const unnamed = await page.locator(FORM).evaluate((form) =>
          [...form.querySelectorAll('input, select, textarea')]
            .filter(
              (one) =>
                !(one instanceof HTMLInputElement && one.labels?.length) &&
                !one.getAttribute('aria-label') &&
                !one
                  .getAttribute('aria-labelledby')
                  ?.split(' ')
                  .every((id) => document.getElementById(id)?.textContent) &&
                !Reflect.get(one, 'labels')?.length,
            )
            .map((one) => one.outerHTML.slice(0, 100)),
        );
        assert.deepEqual(unnamed, [], 'every control has a name');
      }));

    test('rows are added up to the most there may be, emptied, and brought back', () =>
      onPage(root, SHEET, async (page) => {
        const more = page.locator('[data-rows="people"] [data-add-row]');
        await more.click();
        assert.equal(await focused(page), 'people.5.who');
        await told(page, /5/);
        assert.match((await control(page, 'people.5.who').getAttribute('aria-label')) ?? '', /5/);
        await page.keyboard.type('兄');
        await control(page, 'people.5.mark').selectOption('good');
        await more.focus();
        await page.keyboard.press('Enter');
        assert.equal(await focused(page), 'people.6.who');
        assert.equal(await more.isVisible(), false, 'six are the most');
        await control(page, 'people.5.who').focus();
        const clear = page.locator('[data-rows="people"] .row-ways button');
        await clear.click();
        assert.deepEqual(
          [await control(page, 'people.5.who').inputValue(), await control(page, 'people.5.mark').inputValue()],
          ['', ''],
        );
        await told(page, /5/);
        await clear.click();
        assert.deepEqual(
          [await control(page, 'people.5.who').inputValue(), await control(page, 'people.5.mark').inputValue()],
          ['兄', 'good'],
        );
        for (const n of [5, 6]) {
          await page.locator('[data-rows="present"] [data-add-row]').click();
          assert.equal(await focused(page), `present.${n}`);
        }
        assert.equal(await page.locator('[data-rows="present"] [data-add-row]').isVisible(), false);
        await page.keyboard.type('母');
        await page.reload();
        await holds(page, 'people.5.who', '兄');
        await holds(page, 'present.6', '母');
        assert.equal(
          await page.locator('[data-rows="people"] [data-row]').count(),
          5,
          'as many rows as are written on',
        );
      }));

    test('an emptied row can be brought back although another tab writes in another field', () =>
      onPage(root, SHEET, async (page) => {
        await control(page, 'people.1.who').fill('母');
        const clear = page.locator('[data-rows="people"] .row-ways button');
        await clear.click();
        const other = await page.context().newPage();
        await other.goto(root + SHEET);
        await other.locator('[data-save-line][data-state]').waitFor();
        await other.locator('form.answer [name="place"]').fill('相談室');
        await page.bringToFront();
        await holds(page, 'place', '相談室');
        await clear.click();
        await holds(page, 'people.1.who', '母');
      }));

    test('a field that depends on another one appears and disappears, and keeps its text', () =>
      onPage(root, SHEET, async (page) => {
        const field = page.locator('[data-field="route-other"]');
        assert.equal(await field.isVisible(), false);
        await page.locator('[name="route"][value="other"]').check();
        await control(page, 'route-other').fill('友人');
        await page.locator('[name="route"][value="self"]').check();
        assert.equal(await field.isVisible(), false);
        await page.locator('[data-field="route"] .clear-choice').click();
        assert.equal(await page.locator('[name="route"]:checked').count(), 0, 'a choice can be taken back');
        await page.locator('[name="route"][value="other"]').check();
        assert.equal(await control(page, 'route-other').inputValue(), '友人');
        await page.reload();
        await holds(page, 'route-other', '友人');
        assert.ok(await field.isVisible());
      }));

    test('another copy begins blank, and the first one stays as it is', () =>
      onPage(root, SHEET, async (page) => {
        await control(page, 'place').fill('一枚目');
        await page.locator('[data-rows="people"] [data-add-row]').click();
        await control(page, 'people.5.who').fill('一枚目の五人目');
        await page.locator('[data-new-sheet]').click();
        await holds(page, 'place', '');
        assert.equal((await held(page))['people.5.who'], undefined);
        await control(page, 'place').fill('二枚目');
        await page.locator('[data-sheets] select').selectOption('1');
        await holds(page, 'place', '一枚目');
        await holds(page, 'people.5.who', '一枚目の五人目');
        await page.reload();
        await holds(page, 'place', '一枚目');
        assert.equal(await page.locator('[data-sheets] select option').count(), 2);
        await page.goto(root + ANSWERS);
        await page.goto(root + SHEET);
        await holds(page, 'place', '二枚目');
        await page.locator('[data-sheets] select').selectOption('1');
        await control(page, 'place').fill('一枚目の続き');
        await quiet(page);
        await page.goto(`${root}index.html`);
        await page.locator('[data-continue] a').click();
        await holds(page, 'place', '一枚目の続き');
        await page.goto(root + EXERCISES);
        await unfold(page);
        await page.locator('[data-filled]', { hasText: /1/ }).waitFor();
      }));
  });

  test(`text in fields that the author removed is kept and shown, by ${name}`, () =>
    onPage(root, SHEET, async (page) => {
      await control(page, 'said').fill('消えない<b>言葉</b>');
      await page.locator('[name="route"][value="other"]').check();
      await control(page, 'place').fill('相談室');
      await page.waitForFunction(
        () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'saved',
      );
      /** @type {string[]} */
      const gone = [];
      edit('worksheets/everything.yaml', (text) =>
        text
          .split('\n')
          .filter((line) => {
            if (!/id: (said|route-other),/.test(line)) return true;
            gone.push(line);
            return false;
          })
          .join('\n')
          .replace('{ id: other, label: そのほか }', '{ id: elsewhere, label: そのほか }'),
      );
      await page.goto(root + EXERCISES);
      await page.locator('[data-filled]', { hasText: /うち2欄/ }).waitFor({ state: 'attached' });
      await page.goto(root + SHEET);
      try {
        await page.reload();
        await page.locator('[data-lost] dd').nth(1).waitFor();
        assert.deepEqual(await page.locator('[data-lost] dt').allTextContents(), ['きっかけ', '本人の言葉']);
        assert.deepEqual(await page.locator('[data-lost] dd').allTextContents(), ['そのほか', '消えない<b>言葉</b>']);
        await holds(page, 'place', '相談室');
        await page.goto(`${root}answers/index.html`);
        await page.locator('.answers-box dd', { hasText: '消えない<b>言葉</b>' }).waitFor();
      } finally {
        edit('worksheets/everything.yaml', (text) =>
          text
            .replace(/( *- \{ id: place,.*\n)/, `$1${gone[0]}\n`)
            .replace('{ id: elsewhere, label: そのほか }', '{ id: other, label: そのほか }')
            .replace(/( *- \{ id: route, .*\n)/, `$1${gone[1]}\n`),
        );
      }
      await page.goto(root + SHEET);
      await holds(page, 'said', '消えない<b>言葉</b>');
      await page.locator('[data-lost]').waitFor({ state: 'hidden' });
      assert.ok(await page.locator('[name="route"][value="other"]').isChecked());
    }));

  describe(`board and order by ${name}`, () => {
    test('a card that is removed can be brought back; the outline follows', () =>
      onPage(root, EXERCISES, async (page) => {
        const form = page.locator(formOf('cards'));
        const outline = () =>
          form
            .locator('[data-attempt] .pile')
            .evaluateAll((piles) =>
              piles.map((pile) =>
                [...pile.querySelectorAll('.pile-title, .pile-card')].map(({ textContent }) => textContent),
              ),
            );
        await form.locator('[name="own.1"]').fill('<i>わたし</i>の札');
        await form.locator('[name="in.own.1"]').selectOption('2');
        await form.locator('[name="in.c2"]').selectOption('2');
        await form.locator('[name="title.2"]').fill('夕方');
        assert.deepEqual(await outline(), [
          ['夕方', '夕方の鉢', '<i>わたし</i>の札'],
          ['まだ分けていないもの', '朝の玄関'],
        ]);
        await form.locator('[data-own="1"] .card-remove').click();
        assert.equal(await focused(page), '元に戻す');
        await told(page, /カードを消しました/);
        assert.deepEqual(await outline(), [
          ['夕方', '夕方の鉢'],
          ['まだ分けていないもの', '朝の玄関'],
        ]);
        await page.keyboard.press('Enter');
        assert.equal(await focused(page), 'own.1');
        assert.deepEqual(await outline(), [
          ['夕方', '夕方の鉢', '<i>わたし</i>の札'],
          ['まだ分けていないもの', '朝の玄関'],
        ]);
        for (let n = 2; n <= 4; n++) await form.locator('[data-add-card]').click();
        assert.equal(await form.locator('[data-add-card]').isVisible(), false, 'four are the most');
        await page.reload();
        await unfold(page);
        await form.locator('[data-attempt] .pile-card', { hasText: 'わたし' }).waitFor();
        assert.equal(await form.locator('[data-own]:visible').count(), 1, 'blank cards are put away');
      }));

    test('bringing a removed card back never goes over what was written since, nor into another attempt', () =>
      onPage(root, EXERCISES, async (page) => {
        const form = page.locator(formOf('cards'));
        const undo = form.locator('.undo button');
        await form.locator('[name="own.1"]').fill('前の札');
        await form.locator('[data-own="1"] .card-remove').click();
        await undo.waitFor();
        await form.locator('[name="own.1"]').fill('あとの札');
        assert.equal(await undo.count(), 0, 'something else is written there');
        await form.locator('[data-own="1"] .card-remove').click();
        await undo.waitFor();
        await form.locator('[name="title.1"]').fill('夕方');
        assert.equal(await undo.count(), 1, 'another field does not matter');
        await form.locator('[data-look]').click();
        await form.locator('[data-look]').click();
        await form.locator('[data-again]').click();
        await form.locator('.copy-offer').waitFor();
        assert.equal(await undo.count(), 0, 'the card belongs to the earlier attempt');
      }));

    test('cards are dragged by their handle; Escape puts them back', () =>
      onPage(root, EXERCISES, async (page) => {
        const form = page.locator(formOf('steps'));
        const order = () =>
          form
            .locator('[data-attempt] [data-card]')
            .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card')));
        const [first, ...rest] = await order();
        const last = rest.at(-1);
        await form.locator('[data-order]').scrollIntoViewIfNeeded();
        const drag = async () => {
          const grip = await form.locator(`[data-card="${first}"] .drag-handle`).boundingBox();
          const to = await form.locator(`[data-card="${last}"]`).boundingBox();
          if (!grip || !to) throw new Error('nothing to drag');
          await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
          await page.mouse.down();
          await page.mouse.move(grip.x, to.y + to.height - 2, { steps: 12 });
          // The card follows in the next frame.
          await form.locator(`[data-attempt] [data-card="${last}"] ~ [data-card="${first}"]`).waitFor();
        };
        await drag();
        assert.deepEqual(await order(), [...rest, first]);
        await page.keyboard.press('Escape');
        await page.mouse.up();
        assert.deepEqual(await order(), [first, ...rest]);
        assert.equal(await form.locator('[data-order]').getAttribute('data-placed'), null, 'that was no answer');
        await drag();
        await page.mouse.up();
        assert.deepEqual(await order(), [...rest, first]);
        assert.equal(await form.locator(`[name="place.${first}"]`).inputValue(), '5');
      }));
  });
}

describe('without scripts', () => {
  const off = { javaScriptEnabled: false };

  test('every exercise can be read to its end and filled by hand', () =>
    onPage(
      transports[0].root,
      EXERCISES,
      async (page) => {
        const forms = page.locator('form.answer');
        assert.equal(await forms.count(), 23);
        for (const form of await forms.all()) {
          const id = await form.getAttribute('data-answer');
          assert.ok(await form.locator('noscript, .save-line').first().isVisible(), `${id} says that nothing is saved`);
          const after = form.locator('[data-after]');
          assert.ok(await after.locator('> summary').isVisible(), `${id} can be read afterwards`);
          await after.locator('> summary').click();
          assert.ok(await after.locator('.after-body').isVisible(), id ?? '');
          assert.equal(await form.locator('button:visible').count(), 0, `${id} has no button that does nothing`);
          await form.locator('[data-attempt]').evaluate((attempt) =>
            attempt.querySelectorAll('details').forEach((more) => {
              more.open = true;
            }),
          );
          // Boxes for rows that only scripts can add offer nothing.
          for (const box of await form.locator('[data-attempt] :is(input, select, textarea):not([hidden] *)').all())
            assert.ok(await box.isVisible(), `${id} ${await box.getAttribute('name')}`);
        }
        const said = page.locator('form.answer :is(.mark-because, .reply-because, .sample-text, .mark-next)');
        assert.ok((await said.count()) > 40);
        assert.equal(await page.locator('[data-turn]:visible').count(), 4, 'all turns of the dialogue');
        assert.equal(await page.locator('[data-stage]:visible').count(), 5, 'all stages of the case, and all rounds');
        for (const fact of await page.locator(`${formOf('asking')} [data-fact] details`).all()) {
          await fact.evaluate((details) => {
            details.removeAttribute('open');
          });
          await fact.locator('summary').click();
          assert.ok(await fact.locator('.incident-answer').isVisible(), 'a fact opens by itself');
        }
        await page.locator(`${formOf('pick')} [name="first"][value="rain"]`).check();
        await page.locator(`${formOf('steps')} [name="place.intake"]`).selectOption('1');
        await page.locator(`${formOf('gaps')} [name="family"]`).fill('家族');
        await page.locator(`${formOf('big')} [name="card.move"]`).selectOption('home/past');
      },
      off,
    ));

  test('the form is one of native controls, with every field in sight', () =>
    onPage(
      transports[0].root,
      SHEET,
      async (page) => {
        for (const box of await page.locator(`${FORM} :is(input, select, textarea)`).all())
          assert.ok(await box.isVisible(), (await box.getAttribute('name')) ?? '');
        assert.ok(await page.locator('[data-field="route-other"] .when').isVisible(), 'says when it is asked for');
        assert.equal(await page.locator(`${FORM} button:visible`).count(), 0);
      },
      off,
    ));
});
