/** A review: a learner gives an answer file to two reviewers, and sees the comments of both beside the answers, which stay as they were. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch, settled, watch } from '../lib/chromium.js';
import { ANSWERS, EXERCISES, buildCourse } from '../lib/course.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { answersAreIn, until } from '../lib/hands.js';
import { quiet } from '../lib/quiet.js';
import { ways } from '../lib/size.js';

/** @typedef {import('playwright-core').Page} Page */

const REVIEW = 'review/index.html';
const FORM = 'form[data-answer="exercise/reply"]';
const ANSWER = '明日の二時に、玄関で待っています。';
const OWN = 'これは読む人が自分で書いた返事です。';
const NAMES = ['佐藤', ''];
const COMMENTS = [
  '「待っています」の前に、本人の言葉を一つ引いてみたいです。',
  'どうして玄関にしたのですか。\n<b>聞かせてください</b>',
];

const course = await buildCourse();
const folder = mkdtempSync(path.join(tmpdir(), 'mitate-review-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const browser = await launch();
after(() => browser.close());

/** A person with a browser of their own. @param {string} root */
async function person(root) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems = await watch(page, root.startsWith('file:') ? 'file:' : root);
  return { context, page, problems };
}

/** Writes the reply, and exports all answers. @param {Page} page @param {string} root @param {string} words @param {string} name */
async function answer(page, root, words, name) {
  await page.goto(root + EXERCISES);
  await answersAreIn(page);
  await page.locator(`${FORM} [data-attempt] [name="reply"]`).fill(words);
  await quiet(page);
  return exported(page, root, name);
}

/** @param {Page} page @param {string} root @param {string} name */
async function exported(page, root, name) {
  await page.goto(root + ANSWERS);
  await page.locator('.answers-box:not([aria-busy])').waitFor();
  return saved(page, '[data-export]', name);
}

/** @param {Page} page @param {string} button @param {string} name */
async function saved(page, button, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  const file = path.join(folder, name);
  await download.saveAs(file);
  return file;
}

/** Opens the page and gives it files. @param {Page} page @param {string} root @param {string[]} files */
async function open(page, root, files) {
  await page.goto(root + REVIEW);
  await page.locator('[data-review][data-ready]').waitFor();
  await give(page, files);
}

/** @param {Page} page @param {string[]} files */
async function give(page, files) {
  await page.setInputFiles('input[data-open]', files);
  await quiet(page);
  await page.locator('[data-review]:not([aria-busy])').waitFor();
}

/** @param {Page} page */
const comments = (page) =>
  page
    .locator(
      '[data-field="reply"] .review-comment .review-text:first-of-type, [data-field="reply"] .review-comment > .review-text',
    )
    .allTextContents();

for (const { name, root } of ways(course.transports)) {
  test(`from a learner to two reviewers and back, from a ${name}`, async () => {
    const learner = await person(root);
    const file = await answer(learner.page, root, ANSWER, `${name}.mitate.json`);

    /** @type {string[]} */
    const reviews = [];
    for (const [n, who] of NAMES.entries()) {
      const { context, page, problems } = await person(root);
      // A reviewer has answers too, which must not be mixed with those that are read.
      await answer(page, root, OWN, `${name}-own-${n}.mitate.json`);
      await open(page, root, [file]);
      const row = page.locator('[data-field="reply"]');
      await row.getByText(ANSWER).waitFor();
      assert.equal(await page.getByText(OWN).count(), 0);
      await page.locator('[data-name]').fill(who);
      await row.locator('.review-place button').click();
      await row.locator('textarea').fill(COMMENTS[n]);

      // What was typed is there after leaving and opening the same file, under another name.
      await page.goto(root + ANSWERS);
      const again = path.join(folder, `renamed-${n}.json`);
      writeFileSync(again, readFileSync(file));
      await open(page, root, [again]);
      assert.equal(await row.locator('textarea').inputValue(), COMMENTS[n]);
      reviews.push(await saved(page, '[data-save]', `${name}-${n}.mitate-review.json`));

      // One's own export has one's own answers, and nothing of the other person's.
      const own = readFileSync(await exported(page, root, `${name}-after-${n}.mitate.json`), 'utf8');
      assert.ok(own.includes(OWN) && !own.includes(ANSWER) && !own.includes(COMMENTS[n].slice(0, 10)));
      assert.deepEqual(problems, []);
      await context.close();
    }

    const { page, problems } = learner;
    const before = await exported(page, root, `${name}-before.mitate.json`);
    await open(page, root, reviews);
    assert.deepEqual(await comments(page), COMMENTS);
    const who = await page.locator('[data-field="reply"] .review-who').allTextContents();
    assert.match(who[0], /^佐藤/);
    assert.match(who[1], /^レビューした人2/);
    assert.equal(await page.locator('.review-changed').count(), 0);
    assert.equal(await page.locator('[data-review] b').count(), 0, 'a comment is text');

    // The original is as it was.
    const answers = (/** @type {string} */ at) => JSON.stringify(JSON.parse(readFileSync(at, 'utf8')).answers);
    assert.equal(answers(await exported(page, root, `${name}-later.mitate.json`)), answers(before));

    // A comment says if its answer has changed since.
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await page.locator(`${FORM} [data-attempt] [name="reply"]`).fill('やはり、学校で会います。');
    await quiet(page);
    await open(page, root, reviews);
    assert.equal(await page.locator('.review-changed').count(), 2);
    await page.locator('.review-about summary').first().click();
    await page.getByText(ANSWER).first().waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await settled(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(problems, []);
    assert.deepEqual(await violations(page), []);
    await learner.context.close();
  });
}

test('review files that were tampered with are refused, or lose only what is wrong', async () => {
  const { root } = course.transports[0];
  const { context, page, problems } = await person(root);
  await answer(page, root, ANSWER, 'tampered.mitate.json');
  const at = '2026-11-20T01:02:03.000Z';
  const comment = { key: 'exercise/reply', sheet: 1, field: 'reply', about: ANSWER, text: '残るコメント', at };
  const review = {
    format: 'mitate-review',
    version: 1,
    course: { id: 'every-kind', title: 'すべての種類', revision: 1 },
    reviewer: { id: 'a'.repeat(32), name: '<img src=x onerror="window.ran=1">' },
    written: at,
    comments: [comment, { ...comment, field: '__proto__' }, { ...comment, key: 'constructor' }, null],
  };
  const files = {
    'cut.json': JSON.stringify(review).slice(0, -30),
    'other.json': JSON.stringify({ ...review, course: { id: 'other', title: '別の教材' } }),
    'good.json': JSON.stringify(review),
    'many.json': JSON.stringify({ ...review, comments: Array(100_000).fill(7) }),
  };
  const paths = Object.entries(files).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  await open(page, root, paths);
  const status = (await page.locator('[data-status]').textContent()) ?? '';
  for (const words of [
    'cut.json：ファイルが途中で切れています',
    'other.json：「別の教材」',
    'good.json：読めないコメントが3',
  ])
    assert.ok(status.includes(words), status);
  assert.deepEqual(await comments(page), ['残るコメント']);
  assert.match((await page.locator('.review-who').first().textContent()) ?? '', /^<img src=x/);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'ran')), undefined);
  assert.deepEqual(problems, []);
  await context.close();
});

/** A file to read, and a page on which it is open. @param {string} name */
async function reading(name) {
  const { root } = course.transports[0];
  const someone = await person(root);
  const file = await answer(someone.page, root, ANSWER, name);
  await open(someone.page, root, [file]);
  return { ...someone, root, file };
}

/** @param {Page} page @param {string} words @param {string} [field] */
async function comment(page, words, field = 'reply') {
  const row = page.locator(`[data-field="${field}"]`).first();
  if ((await row.locator('textarea').count()) === 0) await row.locator('.review-place button').click();
  await row.locator('textarea').fill(words);
}

test('two tabs with the same file lose nothing of each other', async () => {
  const { root } = course.transports[0];
  const { context, page } = await person(root);
  await page.goto(root + EXERCISES);
  await answersAreIn(page);
  await page.locator(`${FORM} [data-attempt] [name="reply"]`).fill(ANSWER);
  await page.locator('form[data-answer="exercise/pick"] [data-attempt] [name="reason"]').fill('わけ');
  await quiet(page);
  const file = await exported(page, root, 'two-tabs.mitate.json');
  await open(page, root, [file]);
  const other = await context.newPage();
  await open(other, root, [file]);
  await comment(page, COMMENTS[0]);
  await comment(other, COMMENTS[1], 'reason');
  await comment(page, `${COMMENTS[0]}　つづき`);
  const again = await context.newPage();
  await open(again, root, [file]);
  const written = await again.locator('textarea').evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')));
  assert.deepEqual(written.sort(), [`${COMMENTS[0]}　つづき`, COMMENTS[1]].sort());
  await context.close();
});

test('what a browser does not store is said, and not left without a word', async () => {
  const { context, page, root, file } = await reading('refused.mitate.json');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await comment(page, COMMENTS[0]);
  await page.locator('[data-kept][data-lost]', { hasText: '残せません' }).waitFor();

  // Opening another file asks, and so does leaving the page.
  const other = path.join(folder, 'other.mitate.json');
  writeFileSync(other, readFileSync(file, 'utf8').replace(ANSWER, 'ほかの人の返事'));
  await page.setInputFiles('input[data-open]', [other]);
  const dialog = page.locator('.work-dialog');
  await dialog.getByText('書き出していないコメントがあります').waitFor();
  await dialog.getByText('やめる').click();
  await page.locator('[data-review]:not([aria-busy])').waitFor();
  assert.equal(await page.locator('[data-field="reply"] textarea').inputValue(), COMMENTS[0]);
  const asked = page.waitForEvent('dialog');
  const leaving = page.goto(root + ANSWERS).catch(() => {});
  const question = await asked;
  assert.equal(question.type(), 'beforeunload');
  await question.dismiss();
  await leaving;

  // What is exported may be left.
  await page.locator('[data-close]').click();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.locator('[value="save"]').click()]);
  assert.ok(readFileSync(await download.path(), 'utf8').includes(COMMENTS[0]));
  await page.locator('[data-review][data-reading=""]').waitFor();
  await context.close();
});

test('on a shared computer comments are in the tab, which is said, and no other tab has them', async () => {
  const { root } = course.transports[0];
  const { context, page } = await person(root);
  const file = await answer(page, root, ANSWER, 'shared.mitate.json');
  await page.evaluate(() => {
    localStorage.setItem('mitate:every-kind:settings', JSON.stringify({ shared: 'on' }));
  });
  await open(page, root, [file]);
  await comment(page, COMMENTS[0]);
  await page.locator('[data-kept]', { hasText: 'このタブを閉じると消えます' }).waitFor();
  await page.reload();
  await page.locator('[data-review][data-ready]').waitFor();
  await give(page, [file]);
  assert.equal(await page.locator('[data-field="reply"] textarea').inputValue(), COMMENTS[0]);
  const other = await context.newPage();
  await open(other, root, [file]);
  assert.equal(await other.locator('textarea').count(), 0);
  await context.close();
});

test('comments that are being written can be deleted, with what they say of the answers', async () => {
  const { context, page } = await reading('forgotten.mitate.json');
  await comment(page, COMMENTS[0]);
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.ok((await stored()).includes(COMMENTS[0].slice(0, 8)));
  await page.locator('[data-forget]').click();
  await page.locator('.work-dialog [value="delete"]').click();
  await page.locator('[data-status]', { hasText: '消しました' }).waitFor();
  assert.equal(await page.locator('textarea').count(), 0);
  assert.ok(!(await stored()).includes(COMMENTS[0].slice(0, 8)));
  await context.close();
});

test('"delete all" deletes comments that were not exported, too', async () => {
  const { root } = course.transports[0];
  const { context, page } = await person(root);
  const file = await answer(page, root, ANSWER, 'deleted.mitate.json');
  await open(page, root, [file]);
  await page.locator('[data-field="reply"] .review-place button').click();
  await page.locator('[data-field="reply"] textarea').fill(COMMENTS[0]);
  const drafts = () =>
    page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(':review:')).length);
  assert.equal(await drafts(), 1);
  await page.goto(root + ANSWERS);
  await page.locator('.answers-box:not([aria-busy])').waitFor();
  await page.locator('button[data-wipe]').click();
  await page.locator('.work-dialog .danger').click();
  await until(page, () => document.querySelector('[data-status]')?.textContent?.includes('消しました'), undefined);
  assert.equal(await drafts(), 0);
  await context.close();
});

test('in Firefox, on local files, answers and comments are opened together', async () => {
  const { root } = course.transports[0];
  const { context, page } = await person(root);
  const file = await answer(page, root, ANSWER, 'firefox.mitate.json');
  await open(page, root, [file]);
  await page.locator('[data-field="reply"] .review-place button').click();
  await page.locator('[data-field="reply"] textarea').fill(COMMENTS[0]);
  const review = await saved(page, '[data-save]', 'firefox.mitate-review.json');
  await context.close();
  const firefox = await launchFirefox();
  try {
    const other = await firefox.newPage();
    await other.goto(root + REVIEW);
    await other.waitForSelector('[data-review][data-ready]');
    const input = await other.$('input[data-open]');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file, review);
    await until(
      other,
      (/** @type {string[]} */ words) =>
        words.every((word) => document.querySelector('[data-list]')?.textContent?.includes(word)),
      [ANSWER, COMMENTS[0]],
    );
  } finally {
    await firefox.close();
  }
});
