/** The page "my answers": what was written is listed, found, shown as text, deleted when that is wanted. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AT, entry } from '../lib/answers.js';
import { catalogue } from '../lib/catalogue.js';
import { settled } from '../lib/chromium.js';
import { PAGE, answers, asked, bringIn, fileOf, first, lists, onPage, one, ready, second } from '../lib/my-answers.js';
import { quiet } from '../lib/quiet.js';
import { ways } from '../lib/size.js';
import { transports } from '../lib/transports.js';

for (const { name, root } of ways(transports)) {
  describe(`my answers by ${name}`, () => {
    test('what was brought in is listed with its labels, as text, and is there after a reload', () =>
      onPage(root, async (page) => {
        const nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
        await bringIn(page, one({ [first]: entry('はじめの答え'), [second]: entry(nasty), '@looked': entry(AT) }));
        await lists(page, 2);
        assert.deepEqual(await answers(page), ['はじめの答え', nasty]);
        assert.deepEqual(
          await page.locator('.answers-box dt').allTextContents(),
          asked.fields.slice(0, 2).map(({ label }) => label),
        );
        assert.equal(await page.locator('.answers-box h3 a').first().textContent(), asked.title);
        await page.reload();
        await lists(page, 2);
      }));

    test('answers to what the course no longer asks are kept and shown', () =>
      onPage(root, async (page) => {
        await bringIn(
          page,
          fileOf([
            { key: asked.key, sheet: 1, fields: { 'went-away': entry('なくなった欄') } },
            { key: 'exercise/went-away', sheet: 2, fields: { q1: entry('なくなった演習') } },
          ]),
        );
        await lists(page, 2);
        assert.deepEqual(await page.locator('.answers-lost dd').allTextContents(), ['なくなった欄', 'なくなった演習']);
      }));

    test('an answer leads back to where it was written', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('はじめの答え') }));
        await lists(page, 1);
        await page.locator('.answers-box h3 a').first().click();
        await page.waitForURL(root + asked.url);
        const field = page.locator(`form[data-answer="${asked.key}"] [name="${first}"]`).first();
        await page.waitForFunction(
          (element) => element instanceof HTMLTextAreaElement && element.value === 'はじめの答え',
          await field.elementHandle(),
        );
      }));

    test('search finds every spelling and marks it', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('ラポールを築く'), [second]: entry('受容する') }));
        await lists(page, 2);
        await page.locator('#answers-search').fill('らぽーる');
        await lists(page, 1);
        assert.deepEqual(await page.locator('.answers-box mark').allTextContents(), ['ラポール']);
        await page.locator('#answers-search').fill('どこにもない言葉');
        await lists(page, 0);
        assert.notEqual(await page.locator('.answers-found').textContent(), '');
        await page.locator('#answers-search').fill('');
        await lists(page, 2);
      }));

    test('works without an answer are listed only when asked for', () =>
      onPage(root, async (page) => {
        assert.equal(await page.locator('.answers-work').count(), 0);
        await page.locator('.answers-find input[type=checkbox]').check();
        await page
          .locator('.answers-work')
          .nth(catalogue.works.length - 1)
          .waitFor();
        assert.equal(await page.locator('.answers-work').count(), catalogue.works.length);
        await bringIn(page, one({ [first]: entry('はじめの答え') }));
        await page.waitForFunction(
          (n) => document.querySelectorAll('.answers-work .answers-open').length === n,
          catalogue.works.length - 1,
        );
        await page.locator('.answers-find input[type=checkbox]').uncheck();
        await page.waitForFunction(() => document.querySelectorAll('.answers-work').length === 1);
      }));

    test('wiping asks first, offers to take the answers along, and leaves nothing', () =>
      onPage(root, async (page) => {
        await bringIn(page, one({ [first]: entry('はじめの答え') }));
        await lists(page, 1);
        await page.locator('[data-wipe]').click();
        await page.locator('.work-dialog').waitFor();
        await page.keyboard.press('Escape');
        assert.equal((await answers(page)).length, 1);
        await page.locator('[data-wipe]').click();
        await Promise.all([page.waitForEvent('download'), page.locator('.work-dialog .primary').click()]);
        await page.locator('.work-dialog .danger').click();
        await lists(page, 0);
        await page.reload();
        await ready(page);
        assert.deepEqual(await answers(page), []);
        assert.deepEqual(
          await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.endsWith(':settings'))),
          [],
        );
      }));

    test('one attempt is removed when that is confirmed, also a compared one; the other stays, and the page that shows it changes', () =>
      onPage(root, async (page) => {
        const attempts = [1, 2].map((sheet) => ({
          key: asked.key,
          sheet,
          fields: { [first]: entry(`答え${sheet}`), '@looked': entry(AT) },
        }));
        await bringIn(page, fileOf(attempts));
        await lists(page, 2);
        const other = await page.context().newPage();
        await other.goto(root + asked.url);
        const shows = (/** @type {string} */ value) =>
          other.waitForFunction(
            ([form, name, wanted]) => {
              const field = document.querySelector(`${form} [name="${name}"]`);
              return field instanceof HTMLTextAreaElement && field.value === wanted;
            },
            [`form[data-answer="${asked.key}"]`, first, value],
          );
        await shows('答え2');
        // The list is made again when the other page has noted how its fields are called.
        await quiet(other);
        await quiet(page);

        const remove = page.locator('.answers-sheet[data-sheet="2"] [data-remove]');
        await remove.click();
        await page.locator('.work-dialog').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.work-dialog').waitFor({ state: 'detached' });
        assert.equal((await answers(page)).length, 2);
        await remove.focus();
        await page.keyboard.press('Enter');
        await page.locator('.work-dialog .danger').click();
        await lists(page, 1);
        assert.deepEqual(await answers(page), ['答え1']);
        await page.waitForFunction(
          (title) =>
            document.querySelector('[data-answers-tools] [data-status]')?.textContent?.startsWith(`「${title}`),
          asked.title,
        );
        await shows('');
        const earlier = other.locator(`form[data-answer="${asked.key}"] .earlier-sheet`);
        await quiet(other);
        assert.equal(await earlier.count(), 1);
        await page.locator('.answers-sheet[data-sheet="1"] [data-remove]').click();
        await page.locator('.work-dialog .danger').click();
        await lists(page, 0);
        // Nor is it shown any longer where it was written.
        await earlier.waitFor({ state: 'detached' });
        await other.close();
        await page.reload();
        await ready(page);
        await lists(page, 0);
      }));

    test('the save line is that of what is listed: also after a sheet was removed, and after all was deleted in another tab', () =>
      onPage(root, async (page) => {
        const line = page.locator('[data-save-line]');
        await bringIn(page, one({ [first]: entry('一つめ') }));
        await lists(page, 1);
        assert.match((await line.textContent()) ?? '', /最後に書いたのは/);
        await page.locator('[data-remove]').click();
        await page.locator('.work-dialog .danger').click();
        await lists(page, 0);
        assert.equal(await line.getAttribute('data-state'), 'idle');
        await bringIn(page, one({ [first]: entry('二つめ') }));
        await lists(page, 1);
        const other = await page.context().newPage();
        await other.goto(root + PAGE);
        await lists(other, 1);
        await other.locator('button[data-wipe]').click();
        await other.locator('.work-dialog .danger').click();
        await lists(other, 0);
        await page.bringToFront();
        await lists(page, 0);
        assert.equal(await line.getAttribute('data-state'), 'idle');
      }));

    test('another tab changes at once', () =>
      onPage(root, async (page) => {
        const other = await page.context().newPage();
        await other.goto(root + PAGE);
        await other.locator('[data-answers-tools]').waitFor();
        await settled(other);
        await bringIn(page, one({ [first]: entry('はじめの答え') }));
        await lists(other, 1);
        await other.close();
      }));
  });
}
