/**
 * The record of learning on the page "my answers": a learner chooses what is in it, prints it on A4 or saves it as a workbook. Nothing that
 * was answered is in it, and there is a place for a name to be written by hand.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import { entry } from '../lib/answers.js';
import { violations } from '../lib/axe.js';
import { catalogue } from '../lib/catalogue.js';
import { launch as launchFirefox, watch as watchFirefox } from '../lib/firefox.js';
import { bringIn, fileOf, onPage, ready, PAGE } from '../lib/my-answers.js';
import { readPdf } from '../lib/pdf.js';
import { ways } from '../lib/size.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const SECRET = '人に見せない答え';
const rated = catalogue.works.filter(({ fields }) => fields.some(({ id }) => id.startsWith('rate.')))[0];
const written = catalogue.works.filter(
  ({ key, fields }) => key !== rated.key && fields.some((it) => !it.options && !it.columns),
)[0];
const rating = rated.fields.filter(({ id }) => id.startsWith('rate.'))[0];
const text = written.fields.filter((it) => !it.options && !it.columns)[0];
const level = Object.keys(rating.options ?? {})[0];
const given = fileOf([
  { key: rated.key, sheet: 1, fields: { [rating.id]: entry(level) } },
  { key: written.key, sheet: 1, fields: { [text.id]: entry(SECRET) } },
]);

/** @param {Page} page */
async function open(page) {
  await page.locator('[data-learning-open]').click();
  await page.locator('.learning-choices .primary').waitFor();
}

/** What the record is when it is printed. @param {Page} page */
async function printed(page) {
  await page.evaluate(() => {
    // The dialog of a browser would wait for a person.
    window.print = () => {};
  });
  await page.locator('.learning-choices .primary').click();
  await page.locator('.learning-paper').waitFor({ state: 'attached' });
  const text = plain((await page.locator('.learning-paper').textContent()) ?? '');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.keyboard.press('Shift');
  await page.locator('.learning-paper').waitFor({ state: 'detached' });
  return { ...(await readPdf(pdf)), text };
}

/** @param {string} words */
const plain = (words) => words.replaceAll(/\s/g, '');

for (const { name, root } of ways(transports)) {
  test(`a learner chooses what is in the record, from a ${name}`, () =>
    onPage(root, async (page) => {
      // Nothing of it is loaded before it is asked for.
      assert.equal(await page.evaluate(() => 'mitateLearning' in window), false);
      await page.locator('[data-learning-open]').click();
      await page.locator('.learning-none').waitFor();
      await bringIn(page, given);
      await open(page);
      assert.equal(await page.locator('.learning-group input').count(), 2);

      const whole = await printed(page);
      const words = plain(whole.words.map((word) => word.text).join(''));
      assert.deepEqual(
        whole.sheets.map(({ width, height }) => [Math.round(width), Math.round(height)]),
        [[595, 842]],
      );
      for (const part of ['学びの記録', '氏名', '所属', written.title, rated.title])
        assert.ok(words.includes(plain(part)), `${part}: ${words}`);
      // In its narrow column a rating has several lines, between those of its neighbours.
      for (const part of [rating.label, rating.options?.[level] ?? ''])
        assert.ok(whole.text.includes(plain(part)), `${part}: ${whole.text}`);
      assert.equal(words.includes(plain(SECRET)), false);

      await page.locator('.learning-group label', { hasText: written.title }).locator('input').uncheck();
      const part = plain((await printed(page)).words.map((word) => word.text).join(''));
      assert.equal(part.includes(plain(written.title)), false);
      assert.ok(part.includes(plain(rated.title)));

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.learning-choices .button:not(.primary)').click(),
      ]);
      assert.match(download.suggestedFilename(), /-learning-\d+-\d+\.xlsx$/);
      const sheet = execFileSync('unzip', ['-p', await download.path(), 'xl/worksheets/sheet1.xml'], {
        encoding: 'utf8',
      });
      assert.ok(sheet.includes(rated.title));
      assert.equal(sheet.includes(SECRET), false);
      assert.equal(sheet.includes(`>${written.title}<`), false);

      for (const box of await page.locator('.learning-group input:checked').all()) await box.uncheck();
      await page.locator('.learning-choices .primary').click();
      assert.match((await page.locator('.learning-choices [role=status]').textContent()) ?? '', /一つ以上/);
      assert.equal(await page.locator('.learning-paper').count(), 0);
    }));
}

test('the choices are used by keys alone, fit a phone, and axe finds nothing in them', () =>
  // axe reads the sheets again, which a browser allows from a server only.
  onPage(transports[1].root, async (page) => {
    await bringIn(page, given);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('[data-learning-open]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.learning-choices .primary').waitFor();
    const checked = page.locator('.learning-choices input:focus');
    await checked.waitFor();
    await page.keyboard.press('Space');
    assert.equal(await checked.isChecked(), false);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${wide} px wide`);
    assert.deepEqual(await violations(page), []);
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('.learning-choices > *').count(), 0);
  }));

test('Firefox opens the record from a disk and from a server', async () => {
  const firefox = await launchFirefox();
  after(() => firefox.close());
  for (const { name, root } of transports.filter((it) => it.name !== 'single')) {
    const page = await firefox.newPage();
    const problems = watchFirefox(page, root);
    await page.goto(root + PAGE);
    await page.waitForSelector('[data-learning]:not([hidden])');
    await page.$eval('[data-learning-open]', (it) => it instanceof HTMLElement && it.click());
    await page.waitForSelector('.learning-none');
    assert.deepEqual(problems, [], name);
    await page.close();
  }
});
