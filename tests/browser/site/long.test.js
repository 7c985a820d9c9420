/**
 * An interview of two hundred turns and a case of twelve stages: they are built, gone through to their end, and a step
 * of the two hundredth turn is as little work as one of the first.
 */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch as launchChromium } from '../lib/chromium.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { answersAreIn, until } from '../lib/hands.js';
import { quiet } from '../lib/quiet.js';
import { mitate } from '../lib/site.js';

/** @typedef {import('../lib/hands.js').Page} Page */

const TURNS = 200;
const STAGES = 12;
const MOST_NODES = 200; // elements that one step may bring into the page

const numbers = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i + 1);
const turn = (/** @type {number} */ n) =>
  n === TURNS
    ? `  - { id: t${n}, says: 終わりです。, ends: true }`
    : `  - id: t${n}\n    says: ${n}回目の言葉です。\n    options:\n      - { id: on, say: 「${n}の続きを」, reaction: うなずく, because: 待っている, to: t${n + 1} }\n      - { id: back, say: 「${n}をもう一度」, reaction: 黙る, because: 急いでいる, to: t${Math.max(1, n - 1)} }\n    own: { to: t${n + 1} }`;

/** @type {Record<string, string>} */
const FILES = {
  'course.yaml': 'id: long\ntitle: 長い教材\nlanguage: ja\nrevision: 1\n',
  'modules/01-long/index.md': '---\ntitle: 長い\n---\n```exercise\ntalk\n```\n\n```exercise\nstages\n```\n',
  'principles/p.md':
    '---\ntitle: 原則\nmembers:\n  - { id: wait, title: 待つ, asks: 待つ, strains: 急ぐ }\n---\n一つ。\n',
  'exercises/talk.yaml': `title: 長い面接\nkind: dialogue\nminutes: 90\nask: 話します。\nperson: Y\nprinciples: p\nturns:\n${numbers(TURNS).map(turn).join('\n')}\n`,
  'exercises/stages.yaml': `title: 長い事例\nkind: staged\nminutes: 90\nask: 読みます。\ncase: long\nstages:\n${numbers(
    STAGES,
  )
    .map((n) => `  - { stage: s${n}, ask: 書きます。 }`)
    .join('\n')}\n`,
  'cases/long.md': `---\ntitle: 長い事例\nfictional: true\nperson: { label: A }\nstages:\n${numbers(STAGES)
    .map((n) => `  - { id: s${n}, title: 第${n} }`)
    .join(
      '\n',
    )}\nformulations:\n  - { id: f1, title: 一, reading: 一, misses: 二 }\n  - { id: f2, title: 二, reading: 二, misses: 一 }\n---\n${numbers(
    STAGES,
  )
    .map((n) => `## 第${n} {#s${n}}\n\n${n}日目の朝です。\n`)
    .join('\n')}`,
};

const folder = mkdtempSync(path.join(tmpdir(), 'mitate-long-'));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
for (const [file, text] of Object.entries(FILES)) {
  const place = path.join(folder, 'course', file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}
const { status, stdout, stderr } = mitate(['build', path.join(folder, 'course'), '--out', path.join(folder, 'site')]);
assert.equal(status, 0, `${stdout}\n${stderr}`);
const address = pathToFileURL(path.join(folder, 'site/long/index.html')).href;

const chromium = await launchChromium();
after(() => chromium.close());
const firefox = await launchFirefox();
after(() => firefox.close());

/** @param {Page} page */
const opened = async (page) => {
  await page.goto(address);
  await answersAreIn(page);
};

for (const [name, open] of Object.entries({ Chromium: () => chromium.newPage(), Firefox: () => firefox.newPage() })) {
  describe(`long works in ${name}`, () => {
    test('two hundred turns are walked to the end, each as lightly as the first, and are there after a reload', async () => {
      const page = /** @type {Page} */ (await open());
      await opened(page);
      const work = await page.evaluate(async () => {
        const form = document.querySelector('form[data-answer="exercise/talk"]');
        if (!form) throw new Error('no interview');
        const work = [];
        let made = 0;
        const watch = new MutationObserver((records) => {
          for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
            made += node instanceof Element ? 1 + node.querySelectorAll('*').length : 1;
        });
        watch.observe(form, { childList: true, subtree: true });
        for (;;) {
          // The options are shuffled: one leads on, one back.
          const reply = [...form.querySelectorAll('.turn-now .reply-button')].find(({ textContent }) =>
            textContent?.includes('の続きを'),
          );
          if (!(reply instanceof HTMLElement)) break;
          reply.click();
          await Promise.resolve();
          work.push(made);
          made = 0;
        }
        return work;
      });
      assert.equal(work.length, TURNS - 1, 'to the end');
      assert.ok(Math.max(...work) < MOST_NODES, `${Math.max(...work)} elements in one step`);
      assert.ok(
        Math.max(...work.slice(-10)) <= Math.max(...work.slice(0, 10)) + 5,
        'no step is more work than another',
      );
      const exchanges = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.exchange .reply-say')].map((say) => say.textContent?.trim()),
        );
      const wanted = numbers(TURNS - 1).map((n) => `「${n}の続きを」`);
      assert.deepEqual(await exchanges(), wanted);
      await quiet(page);
      await page.reload();
      await until(page, (/** @type {number} */ n) => document.querySelectorAll('.exchange').length === n, TURNS - 1);
      assert.deepEqual(await exchanges(), wanted);
    });

    test('twelve stages are gone through, and stand side by side at the end', async () => {
      const page = /** @type {Page} */ (await open());
      await opened(page);
      for (const n of numbers(STAGES)) {
        await until(
          page,
          (/** @type {number} */ at) =>
            document.querySelector(`[data-stage="s${at}"]`)?.checkVisibility() &&
            !document.querySelector(`[data-stage="s${at + 1}"]`)?.checkVisibility(),
          n,
        );
        await page.evaluate((/** @type {number} */ at) => {
          for (const [field, value] of [
            ['read', `見立て${at}`],
            ['sure', '40'],
            ['change', `変わったこと${at}`],
          ]) {
            const control = document.querySelector(`[name="${field}.s${at}"]`);
            if (!control) continue; // in the first stage nothing can have changed
            Reflect.set(control, 'value', value);
            control.dispatchEvent(new Event('input', { bubbles: true }));
            control.dispatchEvent(new Event('change', { bubbles: true }));
          }
          const commit = document.querySelector(`[data-commit="s${at}"]`);
          if (commit instanceof HTMLElement) commit.click();
        }, n);
      }
      await page.evaluate(() => {
        const look = document.querySelector('form[data-answer="exercise/stages"] [data-look]');
        if (look instanceof HTMLElement) for (let times = 0; times < 2 && look.checkVisibility(); times++) look.click();
      });
      await until(page, (/** @type {number} */ n) => document.querySelectorAll('.staged-column').length === n, STAGES);
      const columns = await page.evaluate(() =>
        [...document.querySelectorAll('.staged-column dd.staged-read')].map(({ textContent }) => textContent),
      );
      assert.deepEqual(
        columns,
        numbers(STAGES).map((n) => `見立て${n}`),
      );
    });
  });
}
