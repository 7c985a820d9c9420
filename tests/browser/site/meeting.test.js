/**
 * A meeting: the run sheet takes its clock times from the start that is typed, cards stay closed until opened, the minutes
 * are kept as answers, and the presenter's view goes by keys.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { quiet } from '../lib/quiet.js';
import { kindOf, pages, source } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const MEETING =
  pages.find((page) => kindOf(page) === 'meeting' && source(page).split('class="role-slip"').length > 5) ?? '';
const PRESENT = MEETING.replace('index.html', 'present/index.html');
const skip = MEETING ? false : 'the course has no meeting with five roles';
const STEPS = source(PRESENT || 'index.html').split('class="slide"').length - 1;

for (const { name, root } of transports) {
  describe(`a meeting by ${name}`, { skip }, () => {
    test('the start time makes clock times, and they come again after a reload', async () => {
      const page = await open(root, MEETING);
      const first = page.locator('[data-from]').first();
      const plain = await first.textContent();
      await page.fill('[data-start]', '23:55');
      const to = Number(await first.getAttribute('data-to'));
      assert.equal(await first.textContent(), `23:55–0:${String(to - 5).padStart(2, '0')}`);
      await page.reload();
      await settled(page);
      assert.match((await first.textContent()) ?? '', /^23:55–/);
      await page.fill('[data-start]', '');
      assert.equal(await first.textContent(), plain);
      await page.close();
    });

    test('every card is closed until it is opened, by keyboard too', async () => {
      const page = await open(root, MEETING);
      assert.equal(await page.locator('.role-slip[open]').count(), 0);
      assert.equal(await page.locator('.slip-text:visible').count(), 0);
      await page.locator('.role-slip summary').nth(1).focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('.role-slip[open]').count(), 1);
      await page.close();
    });

    test('what is written in the minutes is kept and listed among the answers', async () => {
      const page = await open(root, MEETING);
      const form = page.locator('form[data-answer^="meeting/"]');
      await quiet(page);
      await form.locator('[name="not-now"]').fill('昼の放送を止めること');
      await form.locator('[name="decisions.1.who"]').fill('養護教諭');
      await form.locator('[name="person"]').nth(2).check();
      await quiet(page);
      await page.reload();
      await settled(page);
      await quiet(page);
      assert.equal(await form.locator('[name="not-now"]').inputValue(), '昼の放送を止めること');
      assert.equal(await form.locator('[name="decisions.1.who"]').inputValue(), '養護教諭');
      assert.ok(await form.locator('[name="person"]').nth(2).isChecked());
      await page.goto(`${root}answers/index.html`);
      await page.locator('.answers-work').first().waitFor();
      const text = (await page.locator('[data-answers]').textContent()) ?? '';
      assert.ok(text.includes('昼の放送を止めること') && text.includes('養護教諭'), text.slice(0, 200));
      const download = page.waitForEvent('download');
      await page.locator('[data-export]').click();
      const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
      assert.deepEqual(
        file.answers.map((/** @type {{ key: string }} */ { key }) => key.split('/')[0]),
        ['meeting'],
      );
      await page.close();
    });

    test('keys go from the cover to the last step and back', async () => {
      const page = await open(root, PRESENT);
      assert.equal(await at(page), 0);
      for (const [key, to] of /** @type {const} */ ([
        ['PageDown', 1],
        ['ArrowRight', 2],
        [' ', 3],
        ['ArrowLeft', 2],
        ['PageUp', 1],
        ['End', STEPS],
        ['ArrowDown', STEPS],
        ['Home', 0],
        ['ArrowUp', 0],
      ])) {
        await page.keyboard.press(key);
        assert.equal(await at(page), to, key);
      }
      assert.equal(await page.locator('.slide:visible').count(), 1);
      await page.keyboard.press('PageDown');
      assert.equal(await page.locator('.progress [aria-current]').count(), 1);
      await page.locator('.progress a').nth(2).click();
      assert.equal(await at(page), 3);
      await page.keyboard.press('Escape');
      await page.waitForURL(`${root}${MEETING}`);
      await page.close();
    });

    test('the clock counts down, then up in words and another ink; step and time outlast a reload', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await page.keyboard.press('PageDown');
      const length = Number(await page.locator('.slide').nth(1).getAttribute('data-minutes'));
      assert.match(await face(page), new RegExp(`^(${length}:00|${length - 1}:5\\d)$`));
      const ink = await page.locator('[data-clock]').evaluate((clock) => getComputedStyle(clock).color);
      await page.evaluate((minutes) => {
        const name = Object.keys(sessionStorage).find((key) => key.includes(':meeting:')) ?? '';
        const value = JSON.parse(sessionStorage.getItem(name) ?? '');
        value.timing.since -= (minutes * 60 + 75) * 1000;
        sessionStorage.setItem(name, JSON.stringify(value));
      }, length);
      await page.reload();
      await settled(page);
      assert.equal(await at(page), 1);
      assert.match(await face(page), /^\+1:1[5-9]$/);
      assert.notEqual(await page.locator('[data-clock]').evaluate((clock) => getComputedStyle(clock).color), ink);
      assert.ok(((await page.locator('[data-says]').textContent()) ?? '').length > 0);
      await page.keyboard.press('p');
      const stopped = await face(page);
      await page.clock.runFor(90_000);
      assert.equal(await face(page), stopped);
      await page.close();
    });

    test('sound is off until it is asked for, and stays on for this tab', async () => {
      const page = await open(root, PRESENT);
      assert.equal(await page.locator('[data-sound]').getAttribute('aria-pressed'), 'false');
      await page.keyboard.press('s');
      assert.equal(await page.locator('[data-sound]').getAttribute('aria-pressed'), 'true');
      await page.reload();
      await settled(page);
      assert.equal(await page.locator('[data-sound]').getAttribute('aria-pressed'), 'true');
      await page.close();
    });

    test('a blanked screen comes back with any key and stays on its step; Shift and space go back', async () => {
      const page = await open(root, PRESENT);
      await page.keyboard.press('PageDown');
      for (const key of ['b', '.', 'w']) {
        await page.keyboard.press(key);
        assert.equal(await page.locator('.slide:visible, [data-clock]:visible').count(), 0, key);
        await page.keyboard.press('PageDown');
        assert.equal(await page.locator('.slide:visible').count(), 1, key);
        assert.equal(await at(page), 1, key);
      }
      await page.keyboard.press('Shift+Space');
      assert.equal(await at(page), 0);
      await page.close();
    });

    test('the space bar turns the step after a click on a button or on a step of the list', async () => {
      const page = await open(root, PRESENT);
      await page.locator('.progress a').nth(0).click();
      await page.keyboard.press(' ');
      assert.equal(await at(page), 2);
      await page.locator('[data-sound]').click();
      await page.keyboard.press(' ');
      assert.equal(await at(page), 3);
      assert.equal(await page.locator('[data-sound]').getAttribute('aria-pressed'), 'true');
      await page.close();
    });

    test('the end of a step is announced when the timer wakes late, and not again after a reload', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await page.keyboard.press('PageDown');
      const before = await page.locator('[data-told]').textContent();
      const length = Number(await page.locator('.slide').nth(1).getAttribute('data-minutes'));
      await page.clock.fastForward(length * 60_000 + 5_000);
      await page.clock.runFor(1_000);
      assert.notEqual(await page.locator('[data-told]').textContent(), before);
      await page.reload();
      await settled(page);
      await page.clock.runFor(1_000);
      assert.equal(await page.locator('[data-told]').textContent(), '');
      await page.close();
    });

    test('the cards are printed four to an A4 sheet, each opened', async () => {
      const page = await open(root, MEETING);
      await page.evaluate(() => {
        window.print = () => {};
      });
      await page.locator('[data-print-part="cards"]').click();
      assert.equal(await page.locator('html').getAttribute('data-part'), 'cards');
      const cards = await page.locator('.role-slip').count();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
      assert.equal(sheets, Math.ceil(cards / 4));
      assert.equal(await page.locator('.role-slip[open]').count(), 0);
      assert.equal(await page.locator('html').getAttribute('data-part'), null);
      await page.close();
    });
  });
}

test("without scripts the presenter's view is a list of steps", { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(transports[0].root + PRESENT);
  assert.equal(await page.locator('.slide:visible').count(), STEPS + 1);
  await context.close();
});

/** @param {string} root @param {string} file @param {{ clock?: boolean }} [options]  clock: time goes on only as the test says */
async function open(root, file, { clock = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('close', () => void context.close());
  if (clock) await page.clock.install();
  await page.goto(root + file);
  await settled(page);
  return page;
}

/** The step that is shown; 0 is the cover. @param {Page} page */
function at(page) {
  return page.locator('.slide').evaluateAll((slides) => slides.findIndex((slide) => slide.hasAttribute('data-now')));
}

/** @param {Page} page */
async function face(page) {
  return (await page.locator('[data-face]').textContent()) ?? '';
}
