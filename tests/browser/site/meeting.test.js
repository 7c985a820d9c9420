/**
 * A meeting: the run sheet takes its clock times from the start that is typed, cards stay closed until opened, the minutes
 * are kept as answers, and the presenter's view goes by keys.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { until } from '../lib/hands.js';
import { kindOf, pages, source, transports } from '../lib/facilitator.js';
import { plain, readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';
import { through } from '../lib/windows.js';

/** @typedef {import('playwright-core').Page} Page */

const browser = await launch();
after(() => browser.close());

const MEETING =
  pages.find((page) => kindOf(page) === 'meeting' && source(page).split('class="role-slip"').length > 5) ?? '';
const PRESENT = MEETING.replace('index.html', 'present/index.html');
const skip = MEETING ? false : 'the course has no meeting with five roles';
/** Of the clock of a test, which is paused until the test lets it go on. */
const START = new Date('2026-11-20T10:00:00');
/** Time enough for what a page does when it is opened. */
const SOON = 500; // ms
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
      for (const text of ['昼の放送を止めること', '養護教諭'])
        await page.locator('.answers-box', { hasText: text }).waitFor();
      const download = page.waitForEvent('download');
      await page.locator('[data-export]').click();
      const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
      assert.deepEqual(
        file.answers.map((/** @type {{ key: string }} */ { key }) => key.split('/')[0]),
        ['meeting'],
      );
      await page.close();
    });

    test('keys go from the cover to the last step and back, and Esc leaves nothing', async () => {
      const page = await open(root, PRESENT);
      assert.equal(await at(page), 0);
      await pastTheCover(page);
      for (const [key, to] of /** @type {const} */ ([
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
      await page.locator('.progress a').nth(2).click();
      assert.equal(await page.locator('.progress [aria-current]').count(), 1);
      assert.equal(await at(page), 3);
      await page.keyboard.press('Escape');
      assert.equal(page.url(), root + PRESENT);
      assert.equal(await at(page), 3);
      await page.close();
    });

    test('the clock counts down, then up in words and another ink; step and time outlast a reload', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await pastTheCover(page);
      const length = await minutes(page, 1);
      near(await face(page), length * 60);
      const ink = await page.locator('[data-clock]').evaluate((clock) => getComputedStyle(clock).color);
      await page.clock.runFor((length * 60 + 75) * 1000);
      await page.reload();
      await page.clock.runFor(SOON);
      assert.equal(await at(page), 1);
      near(await face(page), -75);
      assert.notEqual(await page.locator('[data-clock]').evaluate((clock) => getComputedStyle(clock).color), ink);
      assert.ok(((await page.locator('[data-says]').textContent()) ?? '').length > 0);
      await page.keyboard.press('p');
      const stopped = await face(page);
      await page.keyboard.press('PageDown');
      const next = await face(page);
      await page.clock.runFor(90_000);
      assert.equal(await face(page), next, 'a stopped clock stays stopped on the next step');
      await page.keyboard.press('PageUp');
      assert.equal(await face(page), stopped);
      await page.close();
    });

    test('minutes are added and taken, and a step begins again', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await pastTheCover(page);
      const seconds = (await minutes(page, 1)) * 60;
      await page.clock.runFor(60_000);
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await page.keyboard.press('-');
      near(await face(page), seconds);
      await page.mouse.move(9, 9); // the buttons come with the pointer
      await page.locator('[data-do="more"]').click();
      near(await face(page), seconds + 60);
      await page.keyboard.press('r');
      near(await face(page), seconds);
      await page.close();
    });

    test('a meeting whose window was closed goes on or starts again, as is chosen', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await pastTheCover(page);
      await page.keyboard.press('PageDown');
      await page.clock.runFor(3 * 60_000);
      const before = await face(page);
      const second = await reopened(page, root);
      assert.equal(await at(second), 0, 'nothing goes on by itself');
      assert.match((await second.locator('dialog[open]').textContent()) ?? '', new RegExp(`2／${STEPS}`));
      await second.keyboard.press('PageDown');
      assert.equal(await second.locator('dialog[open]').count(), 0);
      assert.equal(await at(second), 2);
      near(await face(second), secondsOf(before));
      await second.locator('[data-do="anew"]').click();
      await second.locator('dialog[open] button').first().click();
      assert.equal(await at(second), 0);
      const third = await reopened(second, root);
      assert.equal(await third.locator('dialog[open]').count(), 0, 'nothing to go on with');
      await third.close();
    });

    test('a jump of the clock and a closed lid are not counted, but reported', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await pastTheCover(page);
      await page.clock.runFor(60_000);
      await page.clock.fastForward(40 * 60_000); // as when a lid is closed
      await page.clock.runFor(1000);
      near(await face(page), (await minutes(page, 1)) * 60 - 60);
      const dialog = page.locator('dialog[open]');
      assert.match((await dialog.textContent()) ?? '', /40分/);
      await dialog.locator('button').nth(1).click();
      near(await face(page), (await minutes(page, 1)) * 60 - 41 * 60);
      await page.close();
    });

    test('the end is shown from the start that was typed on the run sheet', async () => {
      const page = await open(root, MEETING, { clock: true });
      const now = await page.evaluate(() => new Date().getHours() * 60 + new Date().getMinutes());
      const time = (/** @type {number} */ n) =>
        `${String(Math.floor((n / 60) % 24)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
      const start = now + 5;
      await page.fill('[data-start]', time(start));
      await page.locator('[data-to-present]:not([data-two-windows])').click();
      await page.waitForURL(/present\/index\.html/);
      await page.clock.runFor(SOON);
      const total = Number(await page.locator('[data-present]').getAttribute('data-minutes'));
      assert.match(
        (await page.locator('[data-ends]').textContent()) ?? '',
        new RegExp(`${time(start + total).replace(/^0/, '')}$`),
      );
      await page.close();
    });

    test('sound is off until it is asked for', async () => {
      const page = await open(root, PRESENT);
      assert.equal(await page.locator('[data-do="sound"]').getAttribute('aria-pressed'), 'false');
      await page.keyboard.press('s');
      assert.equal(await page.locator('[data-do="sound"]').getAttribute('aria-pressed'), 'true');
      await page.close();
    });

    test('a blanked screen comes back with any key and stays on its step; Shift and space go back', async () => {
      const page = await open(root, PRESENT);
      await pastTheCover(page);
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
      await page.locator('[data-do="sound"]').click();
      await page.keyboard.press(' ');
      assert.equal(await at(page), 3);
      assert.equal(await page.locator('[data-do="sound"]').getAttribute('aria-pressed'), 'true');
      await page.close();
    });

    test('the end of a step is announced when the timer wakes late, and not again after a reload', async () => {
      const page = await open(root, PRESENT, { clock: true });
      await pastTheCover(page);
      const before = await page.locator('[data-told]').textContent();
      await page.clock.runFor((await minutes(page, 1)) * 60_000 - 50_000);
      assert.equal(await page.locator('[data-told]').textContent(), before);
      await page.clock.fastForward(60_000); // a page in the background wakes once a minute
      await page.clock.runFor(1_000);
      assert.notEqual(await page.locator('[data-told]').textContent(), before);
      await page.reload();
      await page.clock.runFor(1_000);
      assert.equal(await page.locator('[data-told]').textContent(), '');
      await page.close();
    });

    test('what is written in the minutes is projected on demand, large, while it is being written', async () => {
      const desk = await open(root, MEETING);
      const [present] = await Promise.all([
        desk.context().waitForEvent('page'),
        desk.locator('[data-two-windows]').click(),
      ]);
      await settled(present);
      await present.setViewportSize({ width: 1280, height: 720 });
      await until(desk, () => document.querySelector('.desk [data-open-present]:not([hidden])') === null, undefined);
      await desk.locator('.desk .progress a').first().click();
      await until(present, () => document.querySelector('.progress [aria-current]'), undefined);
      await desk.locator('[name="decisions.1.who"]').fill('学年主任');
      await desk.locator('[name="decisions.1.what"]').fill('木曜の放課後に電話を一本かける');
      await through(desk, present);
      assert.ok(!(await present.content()).includes('木曜の放課後'), 'nothing of it before it is asked for');

      await desk.locator('.desk [data-record]').click();
      await until(present, () => document.querySelector('.record[data-now] .record-line'), undefined);
      assert.equal(await present.locator('.slide[data-now]').count(), 1);
      assert.match(
        (await present.locator('.record-line').textContent()) ?? '',
        /^学年主任.+木曜の放課後に電話を一本かける$/,
      );
      await desk.locator('[name="next-about"]').fill('養護教諭');
      await until(present, () => document.querySelector('.record')?.textContent?.includes('養護教諭'), undefined);
      const sizes = await present
        .locator('.record > *')
        .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
      assert.ok(sizes.every((size) => size >= 28));

      // What does not fit goes on to the next screens, and after the last of them the step is back.
      const line = (/** @type {number} */ n) =>
        `${n}　見たことを一つずつ書きとめる。決まっていないことは、決まっていないと書く。`;
      await desk.locator('[name="not-now"]').fill(Array.from({ length: 30 }, (_, n) => line(n)).join('\n'));
      await until(present, () => document.querySelector('.record')?.textContent?.includes('29　見た'), undefined);
      for (let presses = 0; (await present.locator('.record-line', { hasText: '木曜' }).count()) === 0; presses += 1) {
        assert.ok(presses < 30);
        await present.keyboard.press('PageUp');
      }
      const seen = new Set();
      for (let presses = 0; (await present.locator('.record[data-now]').count()) > 0; presses += 1) {
        assert.ok(presses < 30);
        const box = await present
          .locator('.record')
          .evaluate((one) => one.scrollHeight <= (one.parentElement?.clientHeight ?? 0));
        assert.ok(box, 'nothing is cut off');
        for (const text of await present.locator('.record-line').allTextContents()) seen.add(text);
        await present.keyboard.press('PageDown');
      }
      assert.ok(Array.from({ length: 30 }, (_, n) => line(n)).every((text) => seen.has(text)));
      assert.equal(await at(present), 1);
      await until(desk, () => document.querySelector('.desk [data-record][aria-pressed="false"]'), undefined);
      await desk.context().close();
    });

    test('the facilitator has a window in step with the projected one, with notes that are not projected', async () => {
      const desk = await open(root, MEETING);
      const [present] = await Promise.all([
        desk.context().waitForEvent('page'),
        desk.locator('[data-two-windows]').click(),
      ]);
      await settled(present);
      const title = (/** @type {Page} */ page) => page.locator('[data-now] :is(h1, h2)').first().textContent();
      const atDesk = () => desk.locator('.desk [data-title]').textContent();
      await until(desk, () => document.querySelector('.desk [data-open-present]:not([hidden])') === null, undefined);
      // A press is through when the projected window shows something else: the next must not come before.
      for (let press = () => desk.locator('.desk [data-do="next"]').click(); (await at(present)) === 0;) {
        const before = await shown(present);
        await press();
        await until(
          present,
          (was) => /** @type {HTMLElement | null} */ (document.querySelector('.slide[data-now]'))?.innerText !== was,
          before,
        );
        press = () => desk.keyboard.press('PageDown');
      }
      await until(desk, (at) => document.querySelectorAll('.desk [aria-current]').length === at, 1);
      assert.equal(await atDesk(), await title(present));
      const notes = (await desk.locator('[data-notes]').textContent()) ?? '';
      assert.ok(notes.length > 20);
      assert.ok(!(await present.content()).includes(notes.trim().slice(0, 20)), 'not even in its source');
      await present.keyboard.press('PageDown');
      await until(
        desk,
        (now) => document.querySelector('.desk [data-title]')?.textContent === now,
        await title(present),
      );

      // What is decided is written beside, and keys that are typed turn nothing.
      await desk.locator('[name="decisions.1.what"]').fill('');
      await desk.locator('[name="decisions.1.what"]').press('b');
      await desk.locator('[name="decisions.1.what"]').press(' ');
      await through(desk, present);
      assert.equal(await at(present), 2);
      assert.equal(await present.locator('html[data-blank]').count(), 0);

      // Either may be loaded again.
      await present.reload();
      await settled(present);
      await desk.locator('.desk [data-do="next"]').click();
      await until(present, () => document.querySelector('.progress [aria-current]')?.textContent === '3', undefined);
      await desk.reload();
      await settled(desk);
      await until(
        desk,
        () => document.querySelector('.desk .progress [aria-current]')?.textContent?.startsWith('3'),
        undefined,
      );
      await present.keyboard.press('b');
      await until(desk, () => document.querySelector('.desk [data-do="dark"][aria-pressed="true"]'), undefined);
      await desk.keyboard.press('Enter');
      await until(present, () => document.documentElement.dataset.blank === undefined, undefined);

      // Either may be closed, and opened again from the other one.
      await present.close();
      await until(desk, () => document.querySelector('.desk [data-open-present]:not([hidden])'), undefined);
      await desk.locator('.desk [data-do="next"]').click();
      const [again] = await Promise.all([
        desk.context().waitForEvent('page'),
        desk.locator('.desk [data-open-present]').click(),
      ]);
      await settled(again);
      await until(again, () => document.querySelector('.progress [aria-current]')?.textContent === '4', undefined);
      await desk.close({ runBeforeUnload: false });
      await again.keyboard.press('PageDown');
      assert.equal(await at(again), 5);
      await again.context().close();
    });

    test('a refused window is reported, and the meeting can be projected in this one', async () => {
      const page = await open(root, MEETING);
      await page.evaluate(() => {
        window.open = () => null;
      });
      await page.locator('[data-two-windows]').click();
      await page.locator('.desk [data-refused]').waitFor();
      await page.locator('.desk a[href="#run-sheet"]').click();
      await page.locator('.run-sheet').waitFor();
      await page.close();
    });

    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
      [1280, 600],
    ]) {
      test(`all that is projected is legible from ten metres, and nothing is cut off, at ${width} × ${height}`, async () => {
        const page = await open(root, PRESENT, { width, height });
        const smallest = (28 * width) / 1280;
        for (let n = 0; n <= STEPS + 12; n++) {
          assert.deepEqual(await page.evaluate(illegible, smallest - 0.1), []);
          assert.deepEqual(await page.evaluate(cutOff), []);
          await page.keyboard.press('PageDown');
        }
        assert.equal(await at(page), STEPS);
        await page.close();
      });
    }

    test('the cards are printed four to an A4 sheet, each opened, in as many copies as are wanted', async () => {
      const page = await open(root, MEETING);
      await page.evaluate(() => {
        window.print = () => {};
      });
      const cards = await page.locator('.deal a').count();
      await page.locator('[data-copies]').nth(0).fill('3');
      await page.locator('[data-copies]').nth(1).fill('0');
      await page.locator('[data-copies]').last().fill('2');
      await page.locator('[data-print-part="cards"]').click();
      assert.equal(await page.locator('html').getAttribute('data-part'), 'cards');
      const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
      const labels = await page.locator('.deal li > span').allTextContents();
      onSheets(pdf, cards + 2 - 1 + 2, [
        ...Array.from({ length: 3 }, () => labels[0]),
        ...labels.slice(2, -1),
        ...Array.from({ length: 2 }, () => labels.at(-1) ?? ''),
      ]);
      assert.equal(await page.locator('.role-slip[open]').count(), 0);
      assert.equal(await page.locator('html').getAttribute('data-part'), null);
      await page.close();
    });

    test('a card has a page of its own, which holds nothing else and leads nowhere', async () => {
      const page = await open(root, MEETING);
      const links = await page
        .locator('.deal a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      const texts = await page
        .locator('.role-slip .slip-body')
        .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
      assert.ok(links.length >= 5);
      for (const [n, href] of links.entries()) {
        await page.goto(new URL(href, root + MEETING).href);
        await settled(page);
        assert.equal(await page.locator('a').count(), 0);
        const shown = await page.locator('main').evaluate((main) => main.textContent ?? '');
        const own = await page.locator('.slip-text').allTextContents();
        assert.ok(own.every((text) => texts[n].includes(text)));
        const others = texts.filter((text) => text !== texts[n]);
        assert.ok(others.every((text) => !shown.includes(text.trim().slice(30, 60))));
        assert.ok(await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth));
      }
      await page.close();
    });

    test('one press writes the day of today into the minutes, and it is kept', async () => {
      const page = await open(root, MEETING);
      await quiet(page);
      const date = page.locator('.minutes-part [name="date"]');
      const before = await page.evaluate(() => new Date().toLocaleDateString('sv'));
      await page.locator('[data-today]').click();
      const after = await page.evaluate(() => new Date().toLocaleDateString('sv'));
      const written = await date.inputValue();
      assert.ok([before, after].includes(written), written);
      await quiet(page);
      await page.reload();
      await settled(page);
      await quiet(page);
      assert.equal(await date.inputValue(), written);
      await page.close();
    });

    test('what was decided is shown above the next minutes', async () => {
      const page = await open(root, MEETING);
      await quiet(page);
      const carried = page.locator('[data-carried]');
      await page.locator('[name="decisions.1.who"]').fill('養護教諭');
      await page.locator('[name="decisions.1.when"]').fill('金曜まで');
      await page.locator('[name="decisions.2.what"]').fill('窓口に尋ねる');
      await page.locator('[name="next-about"]').fill('担任');
      await quiet(page);
      assert.ok(await carried.isHidden());
      await page.locator('[data-new-sheet]').click();
      await quiet(page);
      const lines = await carried.locator('li').allTextContents();
      assert.match(lines[0], /養護教諭.*金曜まで/);
      assert.match(lines[1], /窓口に尋ねる/);
      assert.match(lines[2], /担任/);
      assert.equal(lines.length, 3);
      assert.equal(await page.locator('[name="decisions.1.who"]').inputValue(), '');
      await page.reload();
      await settled(page);
      await quiet(page);
      assert.equal(await carried.locator('li').count(), 3);
      await page.close();
    });
  });
}

test('Firefox prints the cards on as many sheets, without a blank one', { skip }, async () => {
  const firefox = await launchFirefox();
  try {
    const page = await firefox.newPage();
    await page.goto(transports[0].root + MEETING);
    await page.waitForSelector('[data-run-tools]:not([hidden])');
    await page.evaluate(() => {
      window.print = () => {};
      const button = document.querySelector('[data-print-part="cards"]');
      if (button instanceof HTMLElement) button.click();
    });
    const labels = await page.$$eval('.deal li > span', (all) => all.map((label) => label.textContent ?? ''));
    const pdf = readPdf(Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
    onSheets(pdf, labels.length - 1, labels.slice(0, -1));
  } finally {
    await firefox.close();
  }
});

test("without scripts the presenter's view is a list of steps", { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(transports[0].root + PRESENT);
  assert.equal(await page.locator('.slide:visible').count(), STEPS + 1);
  await context.close();
});

/**
 * @param {string} root
 * @param {string} file
 * @param {{ clock?: boolean, width?: number, height?: number }} [options]  clock: time goes on only as the test says
 */
async function open(root, file, { clock = false, width = 1280, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  page.on('close', () => {
    if (context.pages().length === 0) void context.close();
  });
  if (clock) {
    await page.clock.install({ time: START });
    await page.clock.pauseAt(new Date(START.getTime() + 1000));
  }
  await page.goto(root + file);
  await (clock ? page.clock.runFor(SOON) : settled(page));
  return page;
}

/** The step that is shown; 0 is the cover. @param {Page} page */
function at(page) {
  return page.locator('.slide').evaluateAll((slides) => slides.findIndex((slide) => slide.hasAttribute('data-now')));
}

/** What is projected. @param {Page} page */
const shown = (page) => page.locator('.slide[data-now]').innerText();

/** Turns the screens of the cover until the first step is shown. @param {Page} page */
async function pastTheCover(page) {
  while ((await at(page)) === 0) await page.keyboard.press('PageDown');
}

/** Closes the window and opens another one of the same browser. @param {Page} page @param {string} root */
async function reopened(page, root) {
  const second = await page.context().newPage();
  await page.close();
  await second.goto(root + PRESENT);
  await second.clock.runFor(SOON);
  return second;
}

/** The minutes of a step. @param {Page} page @param {number} step */
const minutes = async (page, step) => Number(await page.locator('.slide').nth(step).getAttribute('data-minutes'));

/** Texts that are shown smaller than this. @param {number} smallest */
function illegible(smallest) {
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      if (!hasText || element.closest('.visually-hidden, .skip, rt')) return false;
      return element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < smallest;
    })
    .map((element) => `${element.className}: ${element.textContent}`);
}

/** What is beyond the edge of the window. */
function cutOff() {
  const main = document.querySelector('.present');
  return [...document.querySelectorAll('.slide[data-now] *, .present-side *')]
    .filter((element) => {
      const { top, bottom, right, width } = element.getBoundingClientRect();
      return width > 0 && (top < -1 || bottom > innerHeight + 1 || right > innerWidth + 1);
    })
    .map((element) => element.outerHTML.slice(0, 80))
    .concat(main && main.scrollHeight > main.clientHeight + 1 ? ['the step is scrolled'] : []);
}

/**
 * The cards are four to a sheet, each label at the top of its quarter, in the same places on every sheet.
 * @param {ReturnType<typeof readPdf>} pdf @param {number} cards @param {string[]} labels
 */
function onSheets(pdf, cards, labels) {
  assert.equal(pdf.sheets.length, Math.ceil(cards / 4));
  assert.ok(
    pdf.sheets.every(({ width, height }) => Math.abs(width - 595) <= 1 && Math.abs(height - 842) <= 1),
    'A4',
  );
  labels.forEach((label, index) => {
    const [page, place] = [Math.floor(index / 4) + 1, index % 4];
    const first = plain(label).slice(0, 2);
    const found = pdf.words.filter(
      (word) =>
        word.page === page &&
        word.text.startsWith(first.slice(0, word.text.length)) &&
        word.left < 300 === (place % 2 === 0) &&
        Math.abs(word.top - (place < 2 ? 62 : 430)) < 30,
    );
    assert.ok(found.length > 0, `${label} on sheet ${page}, place ${place + 1}`);
  });
}

/** What a clock shows, in seconds. @param {string} text */
function secondsOf(text) {
  const [minutes, seconds] = text.replace('+', '').split(':').map(Number);
  return (minutes * 60 + seconds) * (text.startsWith('+') ? -1 : 1);
}

/** The test's own clock goes on a little when a page is opened. @param {string} text @param {number} seconds */
const near = (text, seconds) => assert.ok(Math.abs(secondsOf(text) - seconds) <= 2, `${text} is near ${seconds} s`);

/** @param {Page} page */
async function face(page) {
  return (await page.locator('[data-face]').textContent()) ?? '';
}
