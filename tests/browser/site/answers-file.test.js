/** Answers taken out to a file and brought in from one: the same answers, nothing lost, nothing run, nothing unasked. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { AT, anyWorks, entry, random } from '../lib/answers.js';
import { catalogue } from '../lib/catalogue.js';
import {
  answers,
  asked,
  bringIn,
  fileOf,
  first,
  give,
  lists,
  onPage,
  one,
  ready,
  refused,
  said,
  saved,
  second,
  third,
} from '../lib/my-answers.js';
import { source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(source('answers/answers.schema.json')),
);

/** Of every work of the course an answer, beside what no course asks. */
function manyAnswers() {
  const works = catalogue.works.map(({ key, fields }, n) => ({
    key,
    sheet: 1,
    fields: {
      '@begun': entry(AT),
      ...Object.fromEntries(
        fields
          .slice(0, 4)
          .map(({ id, options, columns, many }) => [
            columns ? `${id}.2.${columns[0].id}` : many ? `${id}.1` : id,
            entry(options ? Object.keys(options)[0] : `答え${n}\n<b>太字</b> & "引用" \\ \u2028 𠮷`, 1 + n),
          ]),
      ),
    },
  }));
  const known = new Set(works.map(({ key }) => key));
  return [...works, ...anyWorks(random(5)).filter(({ key }) => !known.has(key))];
}

/** @param {string} json */
const withoutTime = (json) => json.replace(/"exported": "[^"]*"/, '');

for (const { name, root } of transports) {
  describe(`answer files by ${name}`, () => {
    test('taken out, wiped, brought in, taken out again: the same bytes, and valid by the published schema', () =>
      onPage(root, async (page) => {
        await bringIn(page, fileOf(manyAnswers()));
        const before = await saved(page, '[data-export]');
        assert.match(before.name, /^[a-z0-9-]+-\d{8}-\d{6}\.mitate\.json$/);
        assert.ok(valid(JSON.parse(before.text)), JSON.stringify(valid.errors));
        const works = JSON.parse(before.text).answers;
        assert.ok(works.length >= catalogue.works.length);
        await page.locator('[data-wipe]').click();
        await page.locator('.work-dialog .danger').click();
        await lists(page, 0);
        await page.reload();
        await ready(page);
        await bringIn(page, before.text);
        const after = await saved(page, '[data-export]');
        assert.equal(withoutTime(after.text), withoutTime(before.text));
      }));

    test('differences are chosen by keyboard, one by one; what was not chosen is kept; nothing is asked twice', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('ここ1'), [second]: entry('ここ2'), [third]: entry('ここ3') }));
        await lists(page, 3);
        const other = one({
          [first]: entry('ファイル1', 5),
          [second]: entry('ファイル2', 5),
          [third]: entry('ファイル3', 5),
        });
        await give(page, other);
        const conflicts = page.locator('.work-dialog .conflict');
        await conflicts.nth(2).waitFor();
        assert.equal(await conflicts.count(), 3);
        for (const [n, downs] of [
          [1, 1],
          [2, 2],
        ]) {
          const radios = conflicts.nth(n).locator('input');
          while (!(await radios.first().evaluate((radio) => radio === document.activeElement)))
            await page.keyboard.press('Tab');
          for (let i = 0; i < downs; i++) await page.keyboard.press('ArrowDown');
          assert.ok(await radios.nth(downs).isChecked());
        }
        const confirm = page.locator('.work-dialog .primary');
        while (!(await confirm.evaluate((button) => button === document.activeElement)))
          await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await said(page);
        await page.waitForFunction(() => document.querySelectorAll('.answers-aside').length >= 2);
        const shown = await page
          .locator('.answers-box dd')
          .evaluateAll((all) => all.map((dd) => dd.firstChild?.textContent));
        assert.deepEqual(shown.slice(0, 2), ['ここ1', 'ファイル2']);
        assert.match(shown[2] ?? '', /^ここ3\n(.*\n)?ファイル3$/);
        assert.deepEqual((await page.locator('.answers-aside-text').allTextContents()).slice(0, 2), [
          'ファイル1',
          'ここ2',
        ]);

        await refused(page, other);
      }));

    test('a file that brings nothing but differences changes nothing when it is cancelled', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('ここ1'), [second]: entry('ここ2') }));
        await lists(page, 2);
        const before = await saved(page, '[data-export]');
        for (const cancel of [
          () => page.keyboard.press('Escape'),
          () => page.locator('.work-dialog button:not(.primary, .small)').click(),
        ]) {
          await page.locator('[data-status]').evaluate((status) => {
            status.textContent = '';
          });
          await give(page, one({ [first]: entry('ファイル1', 5), [second]: entry('', 5), [third]: entry('新しい') }));
          await page.locator('.work-dialog .conflict').first().waitFor();
          await page.locator('.work-dialog input').nth(1).check();
          await cancel();
          await said(page);
        }
        await page.reload();
        await ready(page);
        assert.deepEqual(await answers(page), ['ここ1', 'ここ2']);
        const after = await saved(page, '[data-export]');
        assert.equal(withoutTime(after.text), withoutTime(before.text));
      }));

    test('the Markdown file holds every text, and nothing of them is markup', () =>
      onPage(root, async (page) => {
        const texts = [
          '# 見出しではない',
          '- 項目ではない\n2. これも\n> 引用でもない',
          '*強調* _でも_ `コード` でもない',
          '<script>alert(1)</script>',
          '[リンク](https://example.com) https://example.org/',
          '![絵](x)',
          '| 表 |\n|---|',
          '---',
          '    四字下げ',
          '一行目\n\n\n四行目',
          '&amp; \\ ~~~',
        ];
        const works = texts.map((text, n) => ({ key: asked.key, sheet: n + 1, fields: { [first]: entry(text) } }));
        await bringIn(page, fileOf(works));
        const { name: file, text } = await saved(page, '[data-export-markdown]');
        assert.match(file, /\.md$/);
        const read = text
          .replace(/\\(.)/g, '$1')
          .replaceAll('\u00a0', ' ')
          .split('\n')
          .map((line) => line.replace(/^> ?/, '').trim());
        for (const line of texts.flatMap((one) => one.split('\n')).filter((one) => one !== '')) {
          assert.ok(
            read.some((one) => one.endsWith(line.trim())),
            `${line} is not in\n${text}`,
          );
        }
        // Headings, answers, quotes are the course's; what is left may hold no mark without a backslash.
        const labels = text.split('\n').filter((line) => /^#{1,4} /.test(line));
        assert.equal(labels.length, 3 + texts.length, labels.join('\n'));
        const own = text
          .replace(/^#{1,4} /gm, '')
          .replace(/^\*\*[^]*?\*\*:/gm, '')
          .replace(/^> ?/gm, '')
          .replace(/\\./g, 'x');
        assert.doesNotMatch(own, /[<>*_`[\]|&~]|:\/\/|^[-+#]|^\d+[.)]|^ {4}/m);
      }));

    test('what might name a real person is listed before anything leaves, and can be kept in', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('電話は03-1234-5678です') }));
        /** @type {unknown[]} */
        const downloads = [];
        page.on('download', (one) => downloads.push(one));
        for (const button of ['[data-export]', '[data-export-markdown]', '[data-copy]']) {
          await page.locator(button).click();
          await page.locator('.work-dialog li', { hasText: '03-1234-5678' }).waitFor();
          await page.keyboard.press('Escape');
          await page.locator('.work-dialog').waitFor({ state: 'detached' });
        }
        assert.equal(downloads.length, 0);
        await page.locator('[data-export-markdown]').click();
        const { text } = await saved(page, '.work-dialog .primary');
        assert.match(text, /03-1234-5678/);
      }));
  });
}
