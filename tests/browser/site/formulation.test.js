/** The hypothesis log on local files: by mouse, by keyboard only, on a phone, after a reload, on paper. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled, watch } from '../lib/chromium.js';
import { answersAreIn } from '../lib/hands.js';
import { quiet } from '../lib/quiet.js';
import { pages, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const PAGE = pages.find((page) => source(page).includes('data-kind="formulation"'));
const skip = PAGE ? false : 'the course has no hypothesis log';
const root = transports.find(({ name }) => name.includes('file'))?.root ?? transports[0].root;

describe('a hypothesis log', { skip }, () => {
  test('a sentence is filed by mouse, shown as a quotation, marked in the case, and taken out again', async () => {
    const { page, ledger, close } = await open();
    const sentence = ledger.locator('.ledger-case .s').first();
    const words = ((await sentence.textContent()) ?? '').replace('1-1', '').trim();
    await sentence.click({ position: { x: 60, y: 8 } });
    await ledger.locator('[data-file="against.1"]').click();
    const quotation = ledger.locator('[data-evidence="against.1"] .quotation');
    assert.equal(await quotation.locator('.option-text').textContent(), `1-1${words}`);
    assert.equal(await sentence.locator('.s-mark').textContent(), '反1');
    await ledger.locator('[data-file="for.1"]').click();
    assert.equal(await quotation.count(), 0, 'it does not stand on both sides');
    assert.equal(await ledger.locator('[data-evidence="for.1"] .quotation').count(), 1);
    await ledger.locator('[data-evidence="for.1"] input').uncheck();
    assert.equal(await sentence.locator('.s-mark').count(), 0);
    await page.reload();
    await answersAreIn(page);
    await quiet(page);
    assert.equal(await ledger.locator('.quotation').count(), 0);
    await close();
  });

  test('by keyboard only: one tab stop for all sentences, arrows, Enter, Escape', async () => {
    const { page, ledger, close } = await open();
    await ledger.locator('.ledger-case h4 a').focus();
    await page.keyboard.press('Tab'); // the case itself, which scrolls
    await page.keyboard.press('Tab');
    assert.equal(await active(page, 'textContent'), '1-1');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    assert.equal(await active(page, 'textContent'), '1-2');
    await page.keyboard.press('Enter');
    assert.equal(await active(page, 'textContent'), '支える');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed')), 'true');
    await page.keyboard.press('Escape');
    assert.equal(await active(page, 'textContent'), '1-2');
    assert.equal(await ledger.locator('.s-panel').count(), 0);
    await page.keyboard.press('Tab');
    assert.equal(await active(page, 'name'), 'say.1', 'Tab leaves the case');
    await page.keyboard.type('昼がつらいのではないか');
    await page.keyboard.press('Tab');
    assert.equal(await active(page, 'name'), 'for.1');
    await page.keyboard.press('Space');
    assert.equal(await ledger.locator('.s-mark').count(), 0, 'taken out by unticking');
    await close();
  });

  test('a reload keeps evidence, places and revisions with their reasons, and the views show them', async () => {
    const { page, ledger, problems, close } = await open();
    await file(page, 3, 'for.1');
    await write(page, 'say.1', '発達障害なので、動けないのである。');
    await ledger.locator('[name="sure.1"]').selectOption('70');
    await ledger.locator('[data-rewrite="1"]').click();
    assert.equal(await active(page, 'name'), 'why.1', 'the reason comes first');
    await write(page, 'why.1', '来室の時刻を見た');
    await ledger.locator('[data-rewrite="1"]').click();
    assert.equal(await active(page, 'name'), 'say.1');
    await write(page, 'say.1', '昼の音を待つ朝がつらいのではないか。');
    await ledger.locator('[name="sure.1"]').selectOption('40');
    await ledger.locator('[name="question.1"]').selectOption('lasts');
    await ledger.locator('[name="time.1"]').selectOption('present');
    await ledger.locator('[name="relation.1"]').selectOption('teachers');
    await ledger.locator('[data-add-hypothesis]').click();
    assert.equal(await active(page, 'name'), 'say.2');
    await write(page, 'say.2', '移り方の段差が大きかったのではないか。');
    await write(page, 'sheet.issues', '本人が望む昼の過ごし方');
    for (const again of [false, true]) {
      if (again) {
        await quiet(page);
        await page.reload();
        await answersAreIn(page);
        await quiet(page);
      }
      assert.equal(await ledger.locator('[data-evidence="for.1"] input:checked').count(), 1);
      assert.deepEqual(await ledger.locator('[data-revisions="1"] .rev-say').allTextContents(), [
        '発達障害なので、動けないのである。',
        '昼の音を待つ朝がつらいのではないか。',
      ]);
      assert.deepEqual(await ledger.locator('[data-revisions="1"] .rev-sure').allTextContents(), [
        '確信度 70',
        '確信度 40',
      ]);
      assert.equal(await ledger.locator('[data-revisions="1"] .rev-why').textContent(), 'わけ：来室の時刻を見た');
      assert.equal(await ledger.locator('[data-revisions="1"] circle').count(), 2);
      assert.match((await ledger.locator('[data-view="question"] [data-cell="lasts"]').textContent()) ?? '', /^仮説1/);
      assert.equal(await ledger.locator('[data-view="axes"] [data-cell="present teachers"]').textContent(), '仮説1');
      assert.equal(await ledger.locator('[data-hypothesis]:visible').count(), 2);
      assert.equal(await ledger.locator('[name="sheet.issues"]').inputValue(), '本人が望む昼の過ごし方');
    }
    assert.deepEqual(problems, []);
    await close();
  });

  test('questions come back as questions, and change with what is written', async () => {
    const { page, ledger, close } = await open();
    const asked = ledger.locator('.asked-back li');
    assert.equal(
      await ledger.locator('[data-ledger-questions]').isVisible(),
      false,
      'nothing is asked of an empty ledger',
    );
    await write(page, 'say.1', '発達障害だから、できないのである。');
    const texts = await asked.allTextContents();
    assert.ok(texts.length >= 3 && texts.every((text) => text.endsWith('でしょうか。')), texts.join('\n'));
    assert.ok(
      texts.some((text) => text.includes('「発達障害だから」')),
      texts.join('\n'),
    );
    await write(page, 'say.1', '昼がつらいのではないか。');
    assert.ok(!(await asked.allTextContents()).some((text) => text.includes('診断')));
    await file(page, 0, 'for.1');
    assert.ok((await asked.allTextContents()).some((text) => text.includes('合わない文は、一つも')));
    await close();
  });

  test('a sentence that went from the case stays as words', async () => {
    const { page, ledger, close } = await open();
    await file(page, 4, 'for.1');
    await quiet(page);
    const quoted = await ledger.locator('[data-evidence="for.1"] .option-text').textContent();
    // The author rewords it, so its id changes.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const sentence = document.querySelectorAll('.ledger-case .s')[4];
        if (!sentence) return;
        sentence.setAttribute('data-s', 's-reworded');
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await settled(page);
    const now = await ledger.locator('[data-evidence="for.1"] .quotation-gone .option-text').textContent();
    assert.equal(now, `いまの事例にない文${quoted?.replace(/^1-5/, '')}`);
    await close();
  });

  test('"my answers" shows all of it in words', async () => {
    const { page, ledger, close } = await open();
    await file(page, 2, 'against.1');
    await write(page, 'say.1', '昼がつらいのではないか。');
    await write(page, 'why.1', '来室簿を読んだ');
    await ledger.locator('[data-rewrite="1"]').click();
    await ledger.locator('[name="p.1"]').selectOption('perpetuating');
    const words = ((await ledger.locator('[data-evidence="against.1"] .option-text').textContent()) ?? '').replace(
      /^1-3/,
      '',
    );
    await quiet(page);
    await page.goto(`${root}answers/index.html`);
    await settled(page);
    await page.locator('.answers-box:not([aria-busy]) .answers-fields').first().waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const part of ['仮説1：合わない文', words, '仮説1：五つのP', '続かせているもの', '来室簿を読んだ'])
      assert.ok(text.includes(part), part);
    assert.ok(!text.includes('rev.1'), 'every field has a label');
    await close();
  });

  test('compared, it is read-only; a new attempt is blank, and the earlier one shows its evidence', async () => {
    const { page, ledger, close } = await open();
    await file(page, 2, 'against.1');
    await write(page, 'say.1', '昼がつらいのではないか。');
    const form = page.locator('form[data-kind="formulation"]');
    await form.locator('[data-look]').click();
    await ledger.locator('.ledger-case .s').nth(6).click();
    assert.equal(await ledger.locator('.s-panel').count(), 0);
    await form.locator('[data-again]').click();
    await settled(page);
    assert.equal(await ledger.locator('.quotation').count(), 0);
    await form.locator('.earlier-sheet > summary').click();
    assert.match((await form.locator('.earlier-sheet').textContent()) ?? '', /昼がつらいのではないか/);
    assert.equal(await form.locator('.earlier-sheet .quotation').count(), 1);
    assert.equal(await form.locator('.earlier-sheet .ledger-case').count(), 0);
    await close();
  });

  test('at 360 px nothing is wider than the page, and a thumb can file a sentence', async () => {
    const { page, ledger, close } = await open({ width: 360, height: 740 });
    await file(page, 1, 'for.1');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${width} px`);
    await ledger.locator('.s-pick').first().click();
    const box = await ledger.locator('[data-file="for.1"]').boundingBox();
    assert.ok(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    await close();
  });

  test('the sheet prints with its seven fields and the ledger, without the text of the case', async () => {
    const { page, ledger, close } = await open();
    await write(page, 'say.1', '昼がつらいのではないか。');
    await file(page, 1, 'for.1');
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.getByRole('button', { name: '見立てシートを印刷する' }).click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await ledger.locator('.ledger-sheet .field:visible').count(), 7);
    assert.equal(await ledger.locator('.ledger-case').isVisible(), false);
    assert.equal(await ledger.locator('.quotation').isVisible(), true);
    assert.equal(await page.locator('.exercise:visible').count(), 1, 'the other exercise of the page stays away');
    const above = await ledger.evaluate((it) => {
      const top = (/** @type {string} */ selector) => it.querySelector(selector)?.getBoundingClientRect().top ?? NaN;
      return top('.ledger-sheet') < top('.ledger-hypotheses');
    });
    assert.ok(above, 'the sheet comes first');
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Shift');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.print), undefined);
    await close();
  });

  test('without scripts it is a form: numbered sentences, every block, no buttons that do nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(root + PAGE);
    const ledger = page.locator('[data-ledger]');
    const count = await ledger.locator('[data-hypothesis]').count();
    assert.ok(count > 1);
    assert.equal(await ledger.locator('[data-hypothesis]:visible').count(), count);
    assert.equal(await ledger.locator('.button:visible').count(), 0);
    assert.ok((await ledger.locator('.ledger-case .s').count()) > 20);
    assert.equal(await ledger.locator('.ledger-case [id^="s-"]').count(), 0, 'an id stands once in a page');
    await context.close();
  });
});

/** @param {{ width: number, height: number }} [viewport] */
async function open(viewport = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const problems = await watch(page, root);
  await page.goto(root + PAGE);
  await settled(page);
  await answersAreIn(page);
  await quiet(page);
  return { page, problems, ledger: page.locator('.attempt[data-attempt] [data-ledger]'), close: () => context.close() };
}

/** @param {Page} page @param {'name' | 'textContent'} what */
const active = (page, what) => page.evaluate((key) => Reflect.get(document.activeElement ?? {}, key), what);

/** @param {Page} page @param {string} name @param {string} text */
const write = (page, name, text) => page.locator(`[data-attempt] [name="${name}"]`).fill(text);

/** @param {Page} page @param {number} at @param {string} list */
async function file(page, at, list) {
  await page.locator('[data-attempt] .s-pick').nth(at).click();
  await page.locator(`[data-file="${list}"]`).click();
  await page.keyboard.press('Escape');
}
