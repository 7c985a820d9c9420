/**
 * The board: a facilitator gathers the answer files of six learners, who really answered, and opens them to a room question by question.
 * Nothing is on the projected page that was not opened, and no name.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GatheredBoard } from '../../../themes/default/scripts/board/board.js';
import { useWords } from '../../../themes/default/scripts/dom/words.js';
import { entry } from '../lib/answers.js';
import { violations } from '../lib/axe.js';
import { catalogue } from '../lib/catalogue.js';
import { launch, settled, watch } from '../lib/chromium.js';
import { EVERY_KIND, EXERCISES, buildCourse } from '../lib/course.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { typing, until } from '../lib/hands.js';
import { Learner } from '../lib/learner.js';
import { readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';
import { serveStatic } from '../lib/server.js';
import { files as learnersFiles, pages as learnersPages, mitate, source } from '../lib/site.js';

/** @typedef {import('playwright-core').Page} Page */

const BOARD = 'board/index.html';
const REPLY = '[data-question="exercise/reply#reply"]';
const FIRST = '[data-question="exercise/pick#first"]';
/** What the files are called: names that no one may see. */
const NAMES = ['佐藤一郎', '鈴木花子', '高橋三郎', '田中四葉', '伊藤五月', '渡辺六花'];

const learnersCourse = await buildCourse();
const course = await buildCourse('facilitator');
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-board-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const browser = await launch();
after(() => browser.close());

/** @param {string} name @param {string | Buffer} text */
function put(name, text) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const six = NAMES.map(
  (_, number) =>
    new Learner({
      name: `${'一二三四五六'[number]}人め`,
      number,
      browser: number === 5 ? 'Firefox' : 'Chromium',
      size: { width: 390, height: 844 },
      // A local file is an origin of its own in Firefox, where answers stay with their page.
      root: learnersCourse.transports[number === 5 ? 1 : 0].root,
    }),
);
after(() => Promise.all(six.map((learner) => learner.leave())));

/** What each wrote: the reply, and the reason of a choice. @type {{ reply: string, reason: string, first: string }[]} */
const written = [];
/** @type {string[]} */
const gathered = [];
for (const [n, learner] of six.entries()) {
  await learner.answer(EXERCISES, 'pick');
  await learner.answer(EXERCISES, 'pairs');
  await learner.answer(EXERCISES, 'reply');
  const answers = await learner.export();
  const text = JSON.stringify(await learner.exported());
  await learner.leave();
  assert.deepEqual(learner.problems, [], learner.name);
  written.push({
    reply: String(answers['exercise/reply'].reply),
    reason: String(answers['exercise/pick'].reason),
    first: String(answers['exercise/pick'].first),
  });
  gathered.push(put(`${NAMES[n]}.mitate.json`, text));
}
assert.equal(new Set(written.flatMap(({ reply, reason }) => [reply, reason])).size, 12);

/** Everything that a page holds, shown or not. @param {{ evaluate: (act: () => string) => Promise<string> }} page */
const held = (page) => page.evaluate(() => `${document.documentElement.outerHTML}\n${document.body.innerText}`);

/** @param {{ evaluate: (act: () => string) => Promise<string> }} page @param {string[]} words @param {string} when */
async function holdsNone(page, words, when) {
  const all = await held(page);
  assert.deepEqual(
    words.filter((word) => all.includes(word)),
    [],
    when,
  );
}

const replies = written.map(({ reply }) => reply);
const reasons = written.map(({ reason }) => reason);

/** @param {string} root @param {object} [options] */
async function openBoard(root, options) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const problems = await watch(page, root.startsWith('file:') ? 'file:' : root);
  await page.goto(root + BOARD);
  await page.locator('[data-board][data-ready]').waitFor();
  return { context, page, problems };
}

/** @param {Page} page @param {string[]} files */
async function gather(page, files) {
  await page.setInputFiles('input[data-files]', files);
  await page.locator('[data-board]:not([aria-busy]):not([data-empty])').waitFor();
  await listed(page);
}

/** The list shows what the board holds. @param {Page} page */
const listed = async (page) => {
  await quiet(page);
  await page.locator('[data-works]:not([aria-busy])').waitFor({ state: 'attached' });
};

/** Opens the window for the room. @param {Page} page */
async function openRoom(page) {
  const [room] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('button[data-open-room]').click(),
  ]);
  await room.setViewportSize({ width: 1280, height: 720 });
  await room.locator('.gathered-closed').waitFor();
  return room;
}

/** @param {Page} page @param {string} key */
async function unfoldWork(page, key) {
  const work = page.locator(`details[data-key="${key}"]`);
  if ((await work.getAttribute('open')) === null) await work.locator('summary').first().click();
  await work.locator('[data-question]').first().waitFor();
}

/** Opens or closes a question. @param {Page} page @param {string} question @param {boolean} isOpen */
async function turn(page, question, isOpen) {
  await page.locator(`${question} [data-keep="turn"]`).click();
  await page.locator(isOpen ? `${question}[data-open]` : `${question}:not([data-open])`).waitFor();
}

/** Waits until the projected page has a text, or has it no more. @param {Page} room @param {string} text @param {boolean} [isThere] */
const onScreen = (room, text, isThere = true) =>
  until(
    room,
    (/** @type {[string, boolean]} */ [words, there]) =>
      document.querySelector('.gathered-shown')?.textContent?.includes(words) === there,
    [text, isThere],
  );

/** The texts of the cards in a pile. @param {Page} page @param {string} name */
const inPile = (page, name) =>
  page
    .locator('.gathered-shown .gathered-pile', { has: page.locator('.gathered-pile-name', { hasText: name }) })
    .locator('.gathered-text')
    .allTextContents();

for (const { name, root } of course.transports) {
  test(`six learners' answers from a ${name}: closed, opened, grouped, printed`, async () => {
    const { context, page, problems } = await openBoard(root);
    await gather(page, gathered);
    assert.match((await page.locator('[data-status]').textContent()) ?? '', /6人/);
    const room = await openRoom(page);

    // Closed: titles, and how many answered.
    await onScreen(room, '返事を書く');
    await onScreen(room, '6人が答えた');
    const secret = [...replies, ...reasons, ...NAMES, '返事</', '会う日'];
    await holdsNone(room, secret, 'closed');
    await holdsNone(page, [...replies, ...reasons, ...NAMES], 'closed, in the facilitator’s window');

    // Opened: each one's words.
    await unfoldWork(page, 'exercise/reply');
    await holdsNone(page, replies, 'its questions are there, closed');
    await turn(page, REPLY, true);
    for (const reply of replies) await onScreen(room, reply);
    await holdsNone(room, [...reasons, ...NAMES], 'another question is closed');

    // Grouped: pressed, typed, dragged.
    const card = (/** @type {number} */ n) => page.locator(`${REPLY} .gathered-card`, { hasText: replies[n] });
    await card(0).locator('.gathered-pick').click();
    await page.locator(`${REPLY} .gathered-new`).click();
    await page.locator(`${REPLY} .gathered-pile input`).waitFor();
    await listed(page);
    await card(1).locator('.gathered-pick').focus();
    await page.keyboard.press('1');
    await until(
      page,
      (/** @type {string} */ where) =>
        document.querySelectorAll(`${where} .gathered-pile:first-of-type .gathered-card`).length === 2,
      REPLY,
    );
    // A driver scrolls between pressing and moving, and then drags nothing: all of the question is in the window.
    await page.setViewportSize({ width: 1440, height: 2400 });
    await listed(page);
    await card(2).dragTo(page.locator(`${REPLY} .gathered-pile`).first());
    await page.locator(`${REPLY} .gathered-pile:first-of-type .gathered-card`).nth(2).waitFor();
    await listed(page); // its name is typed into the list that is there then
    await page.locator(`${REPLY} .gathered-pile input`).fill('待つという返事');
    await page.locator(`${REPLY} .gathered-pile input`).press('Tab');
    await onScreen(room, '待つという返事');
    assert.deepEqual((await inPile(room, '待つという返事')).sort(), replies.slice(0, 3).sort());
    assert.deepEqual((await inPile(room, 'まだ分けていないもの')).sort(), replies.slice(3).sort());

    // Counted: an option by as many as chose it.
    await unfoldWork(page, 'exercise/pick');
    await turn(page, FIRST, true);
    await onScreen(room, '何も言わずに待つ');
    const counts = await room.locator(`${FIRST} .gathered-counts .gathered-number`).allTextContents();
    const chose = (/** @type {string} */ value) => `${written.filter(({ first }) => first === value).length}人`;
    assert.deepEqual(counts, [chose('wait'), chose('rain')]);

    // Printed: what is open, and nothing else.
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.locator('[data-print]').click();
    await page.locator('.gathered-paper').waitFor({ state: 'attached' });
    const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
    for (const { width, height } of pdf.sheets) assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
    for (const words of [...replies, '待つという返事', '何も言わずに待つ']) assert.ok(pdf.text.includes(words), words);
    assert.deepEqual(
      [...reasons, ...NAMES].filter((words) => pdf.text.includes(words)),
      [],
    );
    await page.keyboard.press('Escape');

    // Exported: the same rows for a spreadsheet.
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-csv]').click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    for (const reply of replies) assert.ok(csv.includes(`"${reply}"`), csv);
    assert.equal(csv.split('"待つという返事"').length - 1, 3);
    assert.deepEqual(
      [...reasons, ...NAMES].filter((words) => csv.includes(words)),
      [],
    );

    // Closed again.
    await turn(page, REPLY, false);
    await onScreen(room, replies[0], false);
    await holdsNone(room, [...replies, '待つという返事'], 'closed again');
    await page.locator('[data-clear]').click();
    await onScreen(room, '返事を書く', false);
    await listed(page);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('files that cannot be used are listed with the reason and left out, and the rest goes on', async () => {
  const { context, page, problems } = await openBoard(course.transports[0].root);
  const text = readFileSync(gathered[0], 'utf8');
  const file = JSON.parse(text);
  const later = { ...file, exported: '2099-01-01T00:00:00.000Z' };
  const keys = Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":0`).join(',');
  const bad = {
    'cut.json': [text.slice(0, -30), '途中で切れています'],
    'other.json': [JSON.stringify({ ...file, course: { ...file.course, id: 'other', title: '別の教材' } }), '別の教材'],
    'older.json': [JSON.stringify({ ...file, course: { ...file.course, revision: 0 } }), '前の版'],
    'newer.json': [
      JSON.stringify({ ...file, course: { ...file.course, revision: EVERY_KIND.revision + 1 } }),
      '新しい版の教材',
    ],
    'version.json': [JSON.stringify({ ...file, version: 2 }), 'もっと新しい版'],
    'picture.json': ['\u0000\u0001PNG', '読めない'],
    'keys.json': [`{"format":"mitate-answers",${keys}}`, '大きすぎ'],
    'large.json': [`{"format":"mitate-answers","x":"${'x'.repeat(51 * 1024 * 1024)}"}`, '大きすぎ'],
    'proto.json': [text.replace('"reply":{"value"', '"__proto__":{"value"'), 'こわれて'],
    'script.json': [text.replace('"reply":{"value"', '"<img src=x onerror=ran=1>":{"value"'), 'こわれて'],
    'empty.json': [JSON.stringify({ ...file, answers: [] }), '何も書かれていません'],
    'later.json': [JSON.stringify(later), '同じ人のファイル'],
  };
  const markup = JSON.parse(readFileSync(gathered[1], 'utf8'));
  const hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  markup.answers.find((/** @type {{ key: string }} */ { key }) => key === 'exercise/reply').fields.reply.value =
    hostile;
  const paths = Object.entries(bad).map(([name, [content]]) => put(name, content));
  await gather(page, [
    ...gathered.slice(0, 1),
    put('markup.json', JSON.stringify(markup)),
    ...gathered.slice(2),
    ...paths,
  ]);
  assert.match((await page.locator('[data-status]').textContent()) ?? '', /6人/);
  await page.locator('[data-left] summary').click();
  // Files are called after people: a number and the reason, until someone asks for the names.
  const closed = await page.locator('[data-left] li').allTextContents();
  for (const [at, line] of closed.entries()) assert.match(line, new RegExp(`^ファイル${at + 1} `));
  await holdsNone(page, Object.keys(bad), 'names of files');
  await page.locator('[data-left] [data-names]').click();
  const lines = await page.locator('[data-left] li').allTextContents();
  assert.equal(lines.length, Object.keys(bad).length, lines.join('\n'));
  for (const [name, [, why]] of Object.entries(bad)) {
    const line =
      lines.find((one) => one.startsWith(name)) ?? lines.find((one) => name === 'later.json' && one.includes('同じ人'));
    assert.ok(line?.includes(why), `${name}: ${line}`);
  }
  await unfoldWork(page, 'exercise/reply');
  await turn(page, REPLY, true);
  await page.locator(`${REPLY} .gathered-text`, { hasText: 'onerror' }).waitFor();
  assert.equal(await page.evaluate(() => Reflect.get(window, 'ran')), undefined);
  // An older edition can be included.
  const count = lines.length;
  await page.locator('[data-left] li', { hasText: 'older.json' }).locator('button').click();
  await listed(page);
  assert.equal(
    await page.locator('[data-left] li').count(),
    count,
    'it is of the first learner, so it is listed as that',
  );
  assert.deepEqual(problems, []);
  await context.close();
});

test('a text with what looks like personal data is not projected before it was released', async () => {
  const { context, page } = await openBoard(course.transports[0].root);
  const file = JSON.parse(readFileSync(gathered[0], 'utf8'));
  const phone = '090-1234-5678に電話します';
  file.answers.find((/** @type {{ key: string }} */ { key }) => key === 'exercise/reply').fields.reply.value = phone;
  await gather(page, [put('phone.json', JSON.stringify(file)), ...gathered.slice(1)]);
  const room = await openRoom(page);
  await unfoldWork(page, 'exercise/reply');
  await turn(page, REPLY, true);
  await onScreen(room, replies[1]);
  await holdsNone(room, ['090-1234'], 'held back');
  await page.locator(`${REPLY} .gathered-held summary`).click();
  await page.locator(`${REPLY} .gathered-held button`).click();
  await onScreen(room, phone);
  await context.close();
});

test('a window that is loaded again shows what is open, and nothing that was open before', async () => {
  const { context, page } = await openBoard(course.transports[0].root);
  await gather(page, gathered);
  const room = await openRoom(page);
  await unfoldWork(page, 'exercise/reply');
  await turn(page, REPLY, true);
  await onScreen(room, replies[0]);
  await room.reload();
  await onScreen(room, replies[0]);
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.locator('[data-board][data-ready]').waitFor();
  await onScreen(room, replies[0], false);
  await holdsNone(room, replies, 'the facilitator’s window was loaded again');
  await context.close();
});

test('two of six are not enough to be broken down', async () => {
  const { context, page } = await openBoard(course.transports[0].root);
  await gather(page, gathered.slice(0, 2));
  const room = await openRoom(page);
  await unfoldWork(page, 'exercise/reply');
  await turn(page, REPLY, true);
  await onScreen(room, '三人に満たない');
  await holdsNone(room, replies, 'fewer than three');
  await holdsNone(page, replies, 'fewer than three');
  await context.close();
});

test('with the keyboard alone: a question is opened, a card is put into a pile, the question is closed', async () => {
  const { context, page } = await openBoard(course.transports[0].root);
  await gather(page, gathered);
  const hand = typing(page);
  await hand.press('details[data-key="exercise/reply"] > summary');
  await page.locator(REPLY).waitFor();
  await hand.press(`${REPLY} [data-keep="turn"]`);
  await page.locator(`${REPLY}[data-open]`).waitFor();
  await hand.press(`${REPLY} .gathered-pick`);
  await page.locator(`${REPLY} .gathered-picked`).waitFor();
  await hand.press(`${REPLY} .gathered-new`);
  await page.locator(`${REPLY} .gathered-pile:first-of-type .gathered-card`).waitFor();
  // The focus stays in the question.
  await until(page, (where) => document.activeElement?.closest(where), REPLY);
  await hand.press(`${REPLY} [data-keep="turn"]`);
  await page.locator(`${REPLY}:not([data-open])`).waitFor();
  await context.close();
});

describe('a site that `mitate collect` put the answers into', async () => {
  const site = path.join(folder, 'gathered');
  const { status, stdout, stderr } = mitate([
    'collect',
    ...gathered,
    '--course',
    fileURLToPath(new URL('../course/', import.meta.url)),
    '--as',
    'site',
    '--out',
    site,
  ]);
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  const server = await serveStatic(site);
  after(() => server.close());

  for (const root of [`${pathToFileURL(site).href}/`, server.url]) {
    test(`has them on its board at once, closed: ${root.slice(0, 5)}`, async () => {
      const { context, page: board, problems } = await openBoard(root);
      await board.locator('[data-board]:not([data-empty]):not([aria-busy])').waitFor();
      await listed(board);
      assert.match((await board.locator('[data-status]').textContent()) ?? '', /6人.*0/);
      await board.getByText('公開したり、学ぶ人に渡したりしないでください').waitFor();
      const room = await openRoom(board);
      await onScreen(room, '6人が答えた');
      for (const page of [board, room]) await holdsNone(page, [...replies, ...reasons, ...NAMES], 'closed');
      await unfoldWork(board, 'exercise/reply');
      await turn(board, REPLY, true);
      for (const reply of replies) await onScreen(room, reply);
      await listed(board);
      assert.deepEqual((await board.locator(`${REPLY} .gathered-text`).allTextContents()).sort(), [...replies].sort());
      // A file of someone who is there already is known again.
      await gather(board, [gathered[3]]);
      await board.locator('[data-left] summary').click();
      await holdsNone(board, NAMES, 'a file is named after its writer');
      await board.locator('[data-left] [data-names]').click();
      assert.match((await board.locator('[data-left] li').allTextContents()).join(), /^田中四葉.*同じ人のファイル/);
      assert.match((await board.locator('[data-status]').textContent()) ?? '', /6人.*1/);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  test('in Firefox, from a disk and from a server', async () => {
    const firefox = await launchFirefox();
    try {
      for (const root of [`${pathToFileURL(site).href}/`, server.url]) {
        const page = await firefox.newPage();
        await page.goto(root + BOARD);
        await page.waitForSelector('details[data-key="exercise/reply"] > summary');
        await quiet(page);
        await holdsNone(page, [...replies, ...NAMES], 'closed');
        await page.click('details[data-key="exercise/reply"] > summary');
        await page.waitForSelector(`${REPLY} [data-keep="turn"]`);
        await quiet(page);
        await page.click(`${REPLY} [data-keep="turn"]`);
        await until(
          page,
          (/** @type {string[]} */ words) => words.every((word) => document.body.textContent?.includes(word)),
          replies,
        );
        await page.close();
      }
    } finally {
      await firefox.close();
    }
  });

  test('says so if its answers were left behind', async () => {
    const script = path.join(site, 'board/gathered.js');
    const text = readFileSync(script);
    rmSync(script);
    try {
      const { context, page } = await openBoard(`${pathToFileURL(site).href}/`);
      await until(
        page,
        () => document.querySelector('[data-status]')?.textContent?.includes('読めませんでした'),
        undefined,
      );
      await context.close();
    } finally {
      writeFileSync(script, text);
    }
  });
});

describe('the pages of the board', () => {
  test('have no violations, and no line beyond a narrow screen', async () => {
    const { context, page } = await openBoard(course.transports[0].root, { reducedMotion: 'reduce' });
    await gather(page, gathered);
    const room = await openRoom(page);
    for (const [key, question] of [
      ['exercise/reply', REPLY],
      ['exercise/pick', FIRST],
    ]) {
      await unfoldWork(page, key);
      await turn(page, question, true);
    }
    await page.locator('details[data-key="exercise/pick"] .gathered-besides input').nth(0).check();
    await listed(page);
    await page.locator('details[data-key="exercise/pick"] .gathered-besides input').nth(1).check();
    await page.locator('.gathered-beside').waitFor();
    await room.locator('.gathered-beside').waitFor();
    for (const one of [page, room]) {
      await settled(one);
      assert.deepEqual(await violations(one), []);
      for (const width of [360, 768]) {
        await one.setViewportSize({ width, height: 780 });
        await settled(one);
        assert.ok(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      }
    }
    await context.close();
  });

  test('are legible from ten metres where they are projected', async () => {
    const { context, page } = await openBoard(course.transports[0].root);
    await gather(page, gathered);
    const room = await openRoom(page);
    await unfoldWork(page, 'exercise/reply');
    await turn(page, REPLY, true);
    await unfoldWork(page, 'exercise/pairs');
    await page.locator('details[data-key="exercise/pairs"] [data-keep="all"]').click();
    await room.locator('.gathered-grid').waitFor();
    await onScreen(room, replies[0]);
    const sizes = await room.evaluate(() =>
      [...document.querySelectorAll('.gathered-shown *')]
        .filter((part) =>
          [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
        )
        .map((part) => parseFloat(getComputedStyle(part).fontSize)),
    );
    assert.ok(Math.min(...sizes) >= 28 - 0.6, `${Math.min(...sizes)}`);
    await context.close();
  });
});

test('in Firefox, on local files: opened in one window, shown in the other', async () => {
  const firefox = await launchFirefox();
  try {
    const page = await firefox.newPage();
    await page.goto(course.transports[0].root + BOARD);
    await page.waitForSelector('[data-board][data-ready]');
    const input = await page.$('input[data-files]');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(...gathered);
    await page.waitForSelector('details[data-key="exercise/reply"] > summary');
    await quiet(page); // nothing moves any more under the mouse
    const opened = new Promise((/** @type {(page: import('puppeteer-core').Page) => void} */ resolve) =>
      page.once('popup', (popup) => popup && resolve(popup)),
    );
    await page.click('button[data-open-room]');
    const room = await opened;
    await until(room, () => document.querySelector('.gathered-shown')?.textContent?.includes('返事を書く'), undefined);
    await holdsNone(room, [...replies, ...NAMES], 'closed');
    await page.click('details[data-key="exercise/reply"] > summary');
    await page.waitForSelector(`${REPLY} [data-keep="turn"]`);
    await quiet(page);
    await page.click(`${REPLY} [data-keep="turn"]`);
    await until(
      room,
      (/** @type {string[]} */ words) =>
        words.every((word) => document.querySelector('.gathered-shown')?.textContent?.includes(word)),
      replies,
    );
  } finally {
    await firefox.close();
  }
});

test('a name in a field of the bundled course that says who someone is, is held back; a role is shown', async () => {
  const ja = JSON.parse(readFileSync(new URL('../../shared/locales/ja.json', import.meta.url), 'utf8'));
  useWords({
    '@personal': JSON.stringify(ja['@personal']),
    '@called': JSON.stringify(ja['@called']),
    'sign-label': '{$label}：{$text}',
    'sign-list': '、',
  });
  const work = catalogue.works.find(({ key }) => key === 'worksheet/ws-support-plan');
  assert.ok(work);
  const asked = work.fields.filter(
    ({ label, columns }) => /呼び名|まとめ役/.test(label) || columns?.some((one) => /誰/.test(one.label)),
  );
  assert.ok(asked.length >= 2);
  const addresses = asked.map(({ id, columns }) => {
    const column = columns?.find((one) => /誰/.test(one.label));
    return column ? `${id}.1.${column.id}` : id;
  });
  const board = new GatheredBoard(catalogue, () => {});
  for (const [n, name] of ['山田ゆうき', '母', '担任', 'A'].entries()) {
    const answers = Object.fromEntries(addresses.map((address) => [address, entry(name)]));
    board.people.push({
      number: n + 1,
      exported: '',
      files: [],
      works: new Map([[work.key, [{ key: work.key, sheet: 1, fields: answers }]]]),
    });
  }
  for (const question of board.questions(work.key)) {
    const view = await board.view(question);
    const shown = JSON.stringify({ ...view, held: [] });
    assert.ok(!shown.includes('山田ゆうき'), question.id);
    if (view.people < 3) continue;
    assert.ok(shown.includes('担任'), question.id);
    assert.deepEqual([...new Set(view.held.map(({ kinds }) => kinds.join()))], ['name'], question.id);
  }
});

test('learners have no board', () => {
  assert.deepEqual(
    learnersFiles.filter((file) => /^(board\/|assets\/board\.)/.test(file)),
    [],
  );
  assert.deepEqual(
    learnersPages.filter((page) => /"(\.\.\/)*board\/index\.html/.test(source(page))),
    [],
  );
});
