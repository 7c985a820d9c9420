/**
 * The support plan from its first sheet to its ending, as people write it: first plan, looking back, agreement, next plan, a
 * second looking back, two sheets side by side, the supplement, the ending. Each rule by its number in the table of
 * rules that the course keeps to. By mouse, by keyboard alone, by touch on a narrow page, in two browsers.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch as launchChromium, watch as watchChromium } from '../lib/chromium.js';
import { launch as launchFirefox, watch as watchFirefox } from '../lib/firefox.js';
import { answersAreIn, pointing, typing, until } from '../lib/hands.js';
import { bringIn, onPage, ready, saved } from '../lib/my-answers.js';
import { plain, readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';
import { all } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('../lib/hands.js').Page} Page */
/** @typedef {import('../lib/hands.js').Hand} Hand */

const PLAN = 'worksheets/ws-support-plan/index.html';
const PROVIDER = 'worksheets/ws-provider-plan/index.html';
const [file, http] = transports;
const chromium = await launchChromium();
after(() => chromium.close());
const firefox = await launchFirefox();
after(() => firefox.close());

const at = (/** @type {string} */ name) => `form.answer [name="${name}"]`;
const option = (/** @type {string} */ name, /** @type {string} */ value) => `${at(name)}[value="${value}"]`;
const textOf = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.evaluate((/** @type {string} */ where) => document.querySelector(where)?.textContent ?? '', selector);
const valueOf = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.evaluate((/** @type {string} */ where) => Reflect.get(document.querySelector(where) ?? {}, 'value'), at(name));
const isSeen = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.evaluate((/** @type {string} */ where) => document.querySelector(where)?.checkVisibility() ?? false, selector);
/** What is missing, as it is listed. @param {Page} page @returns {Promise<string[]>} */
const listed = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.next-missing a')].map((link) => link.textContent ?? ''));
const seen = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  until(page, (where) => document.querySelector(where)?.checkVisibility() ?? false, selector);
const gone = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  until(page, (where) => !(document.querySelector(where)?.checkVisibility() ?? false), selector);
const holds = (/** @type {Page} */ page, /** @type {string} */ name, /** @type {string} */ value) =>
  until(page, ([where, wanted]) => Reflect.get(document.querySelector(where) ?? {}, 'value') === wanted, [
    at(name),
    value,
  ]);
/** Everything is stored, and the copy that is looked at has this number. @param {Page} page @param {number} n */
const onSheet = (page, n) =>
  until(
    page,
    (wanted) => {
      const select = document.querySelector('[data-sheets] select');
      return (
        select instanceof HTMLSelectElement &&
        (select.value === wanted || (wanted === '1' && select.options.length < 2))
      );
    },
    String(n),
  );
/** Waits until screen readers have got the words. @param {Page} page @param {string} words */
const told = (page, words) =>
  until(
    page,
    (wanted) => [...document.querySelectorAll('.live')].some((live) => live.textContent?.includes(wanted)),
    words,
  );
const stored = (/** @type {Page} */ page) =>
  until(page, () => document.querySelector('[data-save-line]')?.getAttribute('data-state') !== 'idle', null);

const NEEDS = ['朝に起きる', '人のいる部屋', '電車に乗る', '夜の電話'];
const SUPPORTERS = ['姉', '活動の職員', '主治医', '川の清掃仲間'];

/**
 * The story up to a third sheet and its ending.
 * @param {Page} page @param {Hand} hand @param {string} root
 */
async function story(page, hand, root) {
  await page.goto(root + PLAN);
  await seen(page, '[data-open-next]');

  // Rule 4: monitoring is absent from a first plan, also from what is asked before the next.
  assert.equal(await isSeen(page, '[data-section=monitoring]'), false, 'rule 4');
  assert.equal(await isSeen(page, '.toc a[href="#monitoring"]'), false, 'rule 4');
  assert.ok(!(await listed(page)).some((name) => name.includes('見直した日')), 'rule 4');

  // Rule 8: the person's wish and the family's are two fields. Rule 7: far goals are not judged, others' goals are remarked on.
  await hand.write(at('wish'), '川沿いを歩きたい');
  await hand.write(at('family-wish'), '姉：昼に会いたい');
  await hand.write(at('long-goal'), '私は宇宙で働きたい');
  await hand.write(at('short-goal'), '本人に毎朝歩かせる');
  await seen(page, '[data-field="short-goal"] .goal-hint');
  assert.equal(await isSeen(page, '[data-field="long-goal"] .goal-hint'), false, 'rule 7: feasibility is never judged');

  for (const [i, need] of NEEDS.entries()) {
    await hand.write(at(`needs.${i + 1}.need`), need);
    if (i > 0) await hand.write(at(`needs.${i + 1}.self`), `自分で${i + 1}`);
    await hand.write(at(`needs.${i + 1}.support`), `手伝い${i + 1}`);
  }
  await seen(page, '.person-part');
  assert.match(
    await textOf(page, '.person-part'),
    /^1行目 には、本人がすることがまだありません/,
    'rule 8: one row, by its number',
  );
  await hand.press('.person-part a');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'needs.1.self');
  await hand.write(at('needs.1.self'), '目ざまし');
  await gone(page, '.person-part');

  // Rule 6: three supporters need no supplement, the fourth opens it.
  for (const [i, who] of SUPPORTERS.slice(0, 3).entries()) await hand.write(at(`supporters.${i + 1}.who`), who);
  assert.equal(await isSeen(page, '[data-opens]'), false, 'rule 6');

  // Rule 3: the next plan waits, and says by name what for. Following a name leads to its place.
  await hand.press('[data-open-next]');
  await told(page, 'まだ開けません');
  await onSheet(page, 1);
  assert.deepEqual(
    await listed(page),
    [
      ...NEEDS.map((_, i) => `本人の評価（${i + 1}行目）`),
      '本人のふりかえり（本人の言葉）',
      '短期目標は',
      ...[1, 2, 3].map((n) => `この計画をどう見たか、そのわけ（${n}行目）`),
      'このふりかえりについて',
    ],
    'rule 3',
  );
  await hand.press('.next-missing li:nth-child(5) a');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'own-view');
  await hand.write(at('own-view'), 'よく眠れた');

  // Rule 1: marks with their words. Rule 2: × asks.
  for (const [i, mark] of ['good', 'best', 'part', 'not'].entries()) await hand.choose(at(`needs.${i + 1}.mark`), mark);
  assert.deepEqual(
    await page.evaluate(
      (/** @type {string} */ where) => [...document.querySelectorAll(`${where} option`)].map((one) => one.textContent),
      at('needs.1.mark'),
    ),
    ['未選択', '◎ 達成', '○ 順調', '△ 課題がある', '× 難しい・中止'],
    'rule 1',
  );
  assert.deepEqual(
    (await listed(page)).slice(0, 2),
    ['×にした4行目を、どうするか', '×にした4行目の、そう決めたわけ'],
    'rule 2',
  );
  await hand.tick(option('needs.4.if-not', 'reword'));
  await hand.write(at('needs.4.if-not-why'), '朝に話したい');

  // Rule 5: a short-term goal not met asks for the cause.
  await hand.tick(option('short-result', 'reached'));
  assert.ok(!(await listed(page)).some((name) => name.includes('なぜ')), 'rule 5');
  await hand.tick(option('short-result', 'missed'));
  await until(
    page,
    () => document.querySelector('.next-missing')?.textContent?.includes('届いていないのは、なぜだろう') ?? false,
    null,
  );
  await hand.write(at('cause'), '目標が大きかった');
  for (const n of [1, 2, 3]) await hand.write(at(`supporters.${n}.view`), `見方${n}`);
  await hand.write(at('new-needs.1'), '雨の日のこと');

  // Rule 3: no agreement, no next plan.
  await hand.tick(option('agreed', 'not-yet'));
  await until(page, () => document.querySelectorAll('.next-missing a').length === 1, null);
  assert.deepEqual(
    await listed(page),
    ['このふりかえりについて：「本人も支援する人も、これでよいと言った」になるまで'],
    'rule 3',
  );
  await hand.press('[data-open-next]');
  await onSheet(page, 1);
  await hand.tick(option('agreed', 'yes'));
  await gone(page, '.next-missing');
  await hand.press('[data-open-next]');

  // Rule 2: ◎ has gone, ○ and △ have come along, × as it was decided, what is new is a row.
  await onSheet(page, 2);
  const rows = async () => Promise.all([1, 2, 3, 4, 5].map((n) => valueOf(page, `needs.${n}.need`)));
  assert.deepEqual(await rows(), ['朝に起きる', '電車に乗る', '夜の電話', '雨の日のこと', ''], 'rule 2');
  assert.deepEqual(
    [
      await valueOf(page, 'needs.2.self'),
      await valueOf(page, 'needs.2.mark'),
      await valueOf(page, 'supporters.3.view'),
      await valueOf(page, 'own-view'),
    ],
    ['自分で3', '', '', ''],
  );
  assert.deepEqual(
    [
      await valueOf(page, 'long-goal'),
      await valueOf(page, 'wish'),
      await valueOf(page, 'short-goal'),
      await valueOf(page, 'supporters.3.who'),
    ],
    ['私は宇宙で働きたい', '川沿いを歩きたい', '', '主治医'],
  );
  const became = await textOf(page, '[data-before]');
  for (const words of [
    '○ 順調　引き継ぎ',
    '◎ 達成　終わり',
    '△ 課題がある　引き継ぎ',
    '× 難しい・中止　言い換える',
    'わけ：朝に話したい',
  ])
    assert.ok(became.includes(words), words);

  // Rule 4: monitoring is required now. It survives a reload.
  await stored(page);
  await page.reload();
  await holds(page, 'needs.4.need', '雨の日のこと');
  await seen(page, '[data-section=monitoring]');
  for (const name of ['見直した日', 'きっかけ', 'その場にいた人', '場', '話し合ったことの要点'])
    assert.ok((await listed(page)).includes(name), `rule 4: ${name}`);

  // The second monitoring, off schedule. What came along can be changed.
  await hand.write(at('met-on'), '2026-11-21');
  await hand.tick(option('occasion', 'early'));
  for (const why of ['change', 'reached', 'mismatch'])
    assert.ok(await isSeen(page, option('early-why', why)), `rule 4: ${why}`);
  await hand.tick(option('early-why', 'mismatch'));
  await hand.write(at('present.1'), '本人');
  await hand.tick(option('setting', 'talk'));
  await hand.write(at('talked'), '歩く道を変えた');
  await hand.write(at('short-goal'), '私は週に一度歩く');
  await hand.write(at('needs.4.self'), '傘を置く');
  for (const n of [1, 2, 3, 4]) await hand.choose(at(`needs.${n}.mark`), n === 1 ? 'best' : 'good');
  await hand.write(at('own-view'), '道が合っていた');
  await hand.tick(option('short-result', 'reached'));

  // Rule 6: the fourth supporter.
  await hand.write(at('supporters.4.who'), SUPPORTERS[3]);
  await seen(page, '[data-opens] a');
  await told(page, '4行になりました');
  assert.match(
    await page.evaluate(() => document.querySelector('[data-opens] a')?.getAttribute('href') ?? ''),
    /worksheets\/ws-supplement\/index\.html$/,
    'rule 6',
  );
  for (const n of [1, 2, 3, 4]) await hand.write(at(`supporters.${n}.view`), `二度めの見方${n}`);
  await hand.tick(option('agreed', 'yes'));
  await gone(page, '.next-missing');
  await hand.press('[data-open-next]');
  await onSheet(page, 3);
  assert.deepEqual((await rows()).slice(0, 4), ['電車に乗る', '夜の電話', '雨の日のこと', ''], 'rule 2, a second time');

  // Two sheets side by side, what changed in words.
  await hand.press('.compare > summary');
  await hand.choose('[data-compare] select:nth-of-type(1)', '1');
  await hand.choose('[data-compare] select:nth-of-type(2)', '2');
  await until(
    page,
    () => document.querySelector('.compare-summary')?.textContent?.includes('書きかえた') ?? false,
    null,
  );
  const changes = await page.evaluate(() =>
    [...document.querySelectorAll('.compare-table tbody tr')].map((tr) =>
      [...tr.querySelectorAll('.compare-said, .change > :last-child')].map((cell) => cell.textContent).join('｜'),
    ),
  );
  for (const line of [
    '本人に毎朝歩かせる｜私は週に一度歩く｜書きかえた',
    '2. 人のいる部屋｜―｜なくなった',
    '―｜4. 雨の日のこと｜加わった',
    '4. × 難しい・中止｜3. ○ 順調｜書きかえた',
    '―｜4. 川の清掃仲間｜加わった',
  ])
    assert.ok(changes.includes(line), `${line} in\n${changes.join('\n')}`);
  assert.ok(!changes.some((/** @type {string} */ line) => line.endsWith('そのまま')));
  await hand.tick('[data-compare] [type=checkbox]');
  await until(page, () => document.querySelector('.compare-table')?.textContent?.includes('そのまま') ?? false, null);

  // Rule 15: the ending says what does not end, closes the way to a next sheet, and can be taken back.
  assert.equal(await isSeen(page, '[data-ending]'), false);
  await hand.tick(option('after', 'end'));
  await seen(page, '[data-ending]');
  assert.match(
    await textOf(page, '[data-ending]'),
    /通院や治療、カウンセリング、福祉サービス、学校での支援は、必要なあいだ続きます/,
    'rule 15',
  );
  assert.equal(await isSeen(page, '[data-open-next]'), false, 'rule 15');
  await hand.tick(option('after', 'go-on'));
  await seen(page, '[data-open-next]');
  assert.equal(await isSeen(page, '[data-ending]'), false, 'rule 15: taken back');
  await hand.tick(option('after', 'end'));
  await stored(page);
  await page.reload();
  await seen(page, '[data-ending]');

  // An earlier sheet is still there, to be read; its next one is not opened again.
  await hand.choose('[data-sheets] select', '1');
  await holds(page, 'needs.2.need', '人のいる部屋');
  assert.equal(await isSeen(page, '[data-section=monitoring]'), false, 'rule 4, going back');
  assert.match(await textOf(page, '[data-gate]'), /この続きは、2枚目にあります/);
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    true,
    'nothing sticks out',
  );
}

/** @param {object} options @param {(page: import('playwright-core').Page) => Hand} handOf */
const inChromium = (options, handOf) => async (/** @type {string} */ root) => {
  const context = await chromium.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const problems = await watchChromium(page, root);
  await story(page, handOf(page), root);
  assert.deepEqual(problems, []);
  await context.close();
};
const choosing =
  (/** @type {import('playwright-core').Page} */ page) =>
  (/** @type {string} */ selector, /** @type {string} */ value) =>
    page.selectOption(selector, value);

describe('a plan from the first sheet to the ending (rules 1 to 8 and 15)', () => {
  test('by the keyboard alone in Chromium', { skip: !all }, () =>
    inChromium({ viewport: { width: 1280, height: 900 } }, typing)(http.root),
  );
  test('by a finger on 360 px in Chromium, from a disk', () =>
    inChromium({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, (page) =>
      pointing(page, (x, y) => page.touchscreen.tap(x, y), choosing(page)),
    )(file.root));
  test('by a mouse in Firefox', async () => {
    const context = await firefox.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const problems = watchFirefox(page, http.root);
    const hand = pointing(
      page,
      (x, y) => page.mouse.click(x, y),
      (selector, value) => page.select(selector, value),
    );
    await story(page, hand, http.root);
    assert.deepEqual(problems, []);
    await context.close();
  });
});

/** Fills a whole first sheet by Playwright's own hands. @param {import('playwright-core').Page} page @param {Record<string, string>} [more] */
async function fillFirst(page, more = {}) {
  const texts = {
    person: 'K、20代',
    wish: '川沿いを歩きたい',
    'short-goal': '月に2回、会に出る',
    'needs.1.need': '朝に起きる',
    'needs.1.self': '目ざまし',
    'needs.2.need': '夜の電話',
    'needs.2.self': '紙に書く',
    'supporters.1.who': '姉',
    'supporters.1.view': '昼に会えた',
    'own-view': 'よく眠れた',
    ...more,
  };
  await answersAreIn(page);
  for (const [name, text] of Object.entries(texts)) await page.locator(at(name)).fill(text);
  await page.locator(at('supporters.1.side')).selectOption('informal');
  await page.locator(at('supporters.1.tie')).selectOption('strong');
  await page.locator(at('needs.1.mark')).selectOption('good');
  await page.locator(at('needs.2.mark')).selectOption('not');
  await page.locator(option('needs.2.if-not', 'end')).check();
  await page.locator(at('needs.2.if-not-why')).fill('もう要らない');
  await page.locator(option('short-result', 'reached')).check();
  await page.locator(option('agreed', 'yes')).check();
}

describe('a plan on paper, in a file, and beside another form', () => {
  test('every sheet prints whole, also the two side by side', () =>
    onPage(
      http.root,
      async (page) => {
        // What is written while the drawing is fetched is drawn too.
        /** @type {(value?: unknown) => void} */
        let letCome = () => {};
        const written = new Promise((resolve) => {
          letCome = resolve;
        });
        await page.route('**/assets/diagram.js', async (route) => {
          await written;
          await route.continue();
        });
        await fillFirst(page);
        await page.locator('[data-ecomap] button').click();
        await page.locator(at('supporters.2.who')).fill('店主');
        await page.locator(at('supporters.2.view')).fill('よく来た');
        letCome();
        await page.locator('[data-ecomap] svg').waitFor();
        assert.ok(
          (await page.locator('[data-ecomap] li').allTextContents()).some(
            (line) => line.includes('姉') && line.includes('強いつながり'),
          ),
          'the ecomap also in words',
        );
        assert.match((await page.locator('[data-ecomap]').textContent()) ?? '', /店主/);
        const first = readPdf(await page.pdf({ format: 'A4' })).text;
        for (const words of [
          '目ざまし',
          '○ 順調',
          '× 難しい・中止',
          'もう要らない',
          '昼に会えた',
          'よく眠れた',
          '凡例',
        ])
          assert.ok(first.includes(plain(words)), words);
        assert.ok(!first.includes(plain('見直した日')), 'rule 4 on paper');
        assert.ok(!first.includes(plain('次の計画を開く')));
        await page.locator('[data-open-next]').click();
        await onSheet(page, 2);
        await page.locator(at('talked')).fill('歩く道を変えた');
        const second = readPdf(await page.pdf({ format: 'A4' })).text;
        for (const words of ['1枚目から引き継いだこと', 'やめる', 'わけ：もう要らない', '見直した日', '歩く道を変えた'])
          assert.ok(second.includes(plain(words)), words);
        await page.evaluate(() => {
          window.print = () => {};
        });
        await page.locator('.compare > summary').click();
        await page.locator('[data-compare] button').click();
        await page.locator('html[data-print=compare]').waitFor();
        const both = readPdf(await page.pdf({ format: 'A4' })).text;
        for (const words of ['1枚目', '2枚目', '夜の電話', 'なくなった', '歩く道を変えた', '加わった'])
          assert.ok(both.includes(plain(words)), words);
        assert.ok(
          !both.includes(plain('支えてくれる人がすること')) && !both.includes(plain('書いた日')),
          'only the two',
        );
      },
      PLAN,
    ));

  test('the sheets go into a file and come back as they were', async () => {
    let text = '';
    await onPage(
      http.root,
      async (page) => {
        await fillFirst(page);
        await page.locator('[data-open-next]').click();
        await onSheet(page, 2);
        await page.waitForFunction(
          () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'saved',
        );
        await page.goto(http.root + 'answers/index.html');
        await ready(page);
        assert.ok(
          (await page.locator('.answers-box').allTextContents()).join('').includes('もう要らない'),
          'what was decided of a row is listed',
        );
        ({ text } = await saved(page, '[data-export]'));
      },
      PLAN,
    );
    await onPage(http.root, async (page) => {
      await bringIn(page, text);
      await page.goto(http.root + PLAN);
      await holds(page, 'needs.1.need', '朝に起きる');
      await onSheet(page, 2);
      await seen(page, '[data-section=monitoring]');
      assert.match(await textOf(page, '[data-before]'), /もう要らない/);
      await page.locator('[data-sheets] select').selectOption('1');
      await holds(page, 'needs.2.if-not-why', 'もう要らない');
      assert.ok(await page.locator(option('needs.2.if-not', 'end')).isChecked());
    });
  });

  test('a mark that is changed on the sheet before does not say that its row came along', () =>
    onPage(
      http.root,
      async (page) => {
        await fillFirst(page);
        await page.locator('[data-open-next]').click();
        await onSheet(page, 2);
        const line = (/** @type {string} */ text) => page.locator('[data-before] li', { hasText: text }).textContent();
        assert.match((await line('朝に起きる')) ?? '', /引き継ぎ/);
        const sheets = page.locator('[data-sheets] select');
        await sheets.selectOption('1');
        await page.locator(at('needs.1.mark')).selectOption('best');
        await page.locator(at('needs.2.mark')).selectOption('good');
        await sheets.selectOption('2');
        await holds(page, 'needs.1.need', '朝に起きる');
        await quiet(page);
        assert.match((await line('朝に起きる')) ?? '', /◎.*この用紙に移っています/);
        assert.match(
          (await page.locator('[data-before] li').nth(1).textContent()) ?? '',
          /○.*この用紙には移っていません/,
        );
      },
      PLAN,
    ));

  test('a mark that was a slip keeps what was written to it, and asks no more', () =>
    onPage(
      http.root,
      async (page) => {
        await fillFirst(page);
        await page.locator(at('needs.2.mark')).selectOption('good');
        await gone(page, '.not-rows');
        await page.waitForFunction(
          () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'saved',
        );
        await page.reload();
        await holds(page, 'needs.2.mark', 'good');
        assert.equal(await page.locator('[data-lost]').isVisible(), false, 'it is not lost either');
        await page.locator(at('needs.2.mark')).selectOption('not');
        await holds(page, 'needs.2.if-not-why', 'もう要らない');
      },
      PLAN,
    ));

  test("rule 9: the provider's plan that repeats the overall plan gets a quiet question", () =>
    onPage(
      http.root,
      async (page) => {
        await fillFirst(page);
        await page.waitForFunction(
          () => document.querySelector('[data-save-line]')?.getAttribute('data-state') === 'saved',
        );
        await page.goto(http.root + PROVIDER);
        await page.locator(at('our-goal')).fill('月に２回 会に出る。');
        await page.locator('[data-field="our-goal"] .unlike').waitFor();
        assert.equal(
          await page.locator('[data-field="our-goal"] .unlike a').getAttribute('href'),
          '../../worksheets/ws-support-plan/index.html',
        );
        assert.equal(await page.locator('[data-field="here"] .unlike').count(), 0);
        await page.locator(at('our-goal')).fill('会の日の朝、一人で粉を量る');
        await page.locator('[data-field="our-goal"] .unlike').waitFor({ state: 'detached' });
      },
      PLAN,
    ));

  test('axe finds nothing while something is missing, nor beside two sheets', async () => {
    const context = await chromium.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(http.root + PLAN);
    await fillFirst(page, { 'needs.1.self': '', 'long-goal': '母を安心させる' });
    await page.locator('.person-part').waitFor();
    await page.locator('[data-field="long-goal"] .goal-hint').waitFor(); // rule 7: the long-term goal too
    await page.locator('[data-ecomap] button').click();
    await page.locator('[data-ecomap] svg').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.locator('[data-open-next]').click();
    await onSheet(page, 2);
    await page.locator('.compare > summary').click();
    await page.locator(option('after', 'end')).check();
    await page.locator('[data-ending]').waitFor();
    assert.deepEqual(await violations(page), []);
    await context.close();
  });

  test('without scripts all of it can be read, and says when it is filled in', async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(file.root + PLAN);
    await page.locator('[data-section=monitoring]').waitFor();
    assert.match((await page.locator('[data-section=monitoring] h2').textContent()) ?? '', /二枚目から/);
    assert.match((await page.locator('[data-gate]').textContent()) ?? '', /次の計画に進む前に[\s\S]*本人のふりかえり/);
    assert.match((await page.locator('[data-opens]').textContent()) ?? '', /4つ以上になったら[\s\S]*補助ツール/);
    await context.close();
  });
});
