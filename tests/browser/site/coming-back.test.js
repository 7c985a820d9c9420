/**
 * Coming back the next day: the way to the field where one stopped, quiet marks of what was begun and compared, nothing left
 * on a shared computer, and three exercises of a page before the others.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import * as chromium from '../lib/chromium.js';
import * as firefox from '../lib/firefox.js';
import { ANSWERS, EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, hasSaid, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { quiet } from '../lib/quiet.js';
import { pages, source } from '../lib/site.js';
import { all } from '../lib/size.js';
import { transports as bundled } from '../lib/transports.js';

/** @typedef {import('../lib/hands.js').Page} Page */

const browser = await chromium.launch();
const fox = await firefox.launch();
after(() => Promise.all([browser.close(), fox.close()]));

const course = buildCourse();
const { transports, edit } = await course;
const [file, http] = transports.map(({ root }) => root);

const MODULE = 'all/index.html';
const REPLY = at(formOf('reply'), 'reply');
const TOP = 400; // px from the top of the window to the field, when the learner leaves

/** Writes into a field, with the field at a place in the window, and goes away; where it was. @param {Page} page @param {string} root */
async function writeAndLeave(page, root) {
  await page.goto(root + EXERCISES);
  await answersAreIn(page);
  await page.evaluate(
    (/** @type {[string, number]} */ [selector, top]) => {
      const field = document.querySelector(selector);
      if (!(field instanceof HTMLElement)) return;
      field.focus();
      scrollBy({ top: field.getBoundingClientRect().top - top, behavior: 'instant' });
    },
    [REPLY, TOP],
  );
  await page.keyboard.type('kiku');
  const top = await page.evaluate(
    (/** @type {string} */ selector) => document.querySelector(selector)?.getBoundingClientRect().top,
    REPLY,
  );
  await page.goto(root + 'index.html');
  return top;
}

/** Follows the way back, and waits until the field has the focus. @param {Page} page */
async function comeBack(page) {
  await until(page, () => document.querySelector('[data-continue]:not([hidden]) a') !== null, undefined);
  const href = await page.evaluate(() => document.querySelector('[data-continue] a')?.getAttribute('href'));
  await page.goto(href);
  return until(
    page,
    (/** @type {string} */ selector) => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement) || !field.matches(selector)) return null;
      return { value: field.value, top: field.getBoundingClientRect().top, hash: location.hash };
    },
    REPLY,
  );
}

/** Everything that a page says of what was begun: the address and the words. @param {Page} page @returns {Promise<string[]>} */
const marked = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.begun')].map((mark) => {
      const link = mark.closest('a') ?? mark.previousElementSibling;
      const words = mark.getAttribute('aria-label') ?? mark.textContent ?? '';
      return `${link instanceof HTMLAnchorElement ? link.pathname.split('/').slice(-3).join('/') : ''} ${words.replace(/^\S /, '')}`;
    }),
  );

for (const { name, root } of transports) {
  for (const width of all ? [1440, 768, 360] : [name === 'file' ? 1440 : 360]) {
    test(`Chromium by ${name}, ${width} px: the way back leads to the field, where it was in the window`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const problems = await chromium.watch(page, root);
      await page.goto(root + 'index.html');
      await quiet(page);
      assert.equal(await page.locator('[data-continue]').isVisible(), false, 'nothing to come back to');
      const top = await writeAndLeave(page, root);
      const home = await comeBack(page);
      assert.equal(home.value, 'kiku');
      assert.ok(Math.abs(home.top - top) < 4, `${home.top} px, not ${top}`);
      assert.equal(home.hash, '#exercise-reply', 'a reload stays there');
      await page.goto(root + MODULE);
      assert.equal((await comeBack(page)).value, 'kiku');
      await page.goto(root + 'answers/index.html');
      await quiet(page);
      assert.equal(await page.locator('.answers-box dd').count(), 1, 'the place is no answer');
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
}

test('the way back leads to what was written last, also after the clock was turned back', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.setFixedTime('2027-03-01T09:00:00Z');
  await page.goto(http + EXERCISES);
  await answersAreIn(page);
  await page.locator(at(formOf('pick'), 'reason')).fill('先に書いた');
  await page.goto(http + 'index.html');
  await page.clock.setFixedTime('2026-11-30T09:00:00Z');
  await writeAndLeave(page, http);
  assert.equal((await comeBack(page)).value, 'kiku');
  await context.close();
});

test('Firefox by http: the way back leads to the field', async () => {
  const context = await fox.createBrowserContext();
  const page = await context.newPage();
  const top = await writeAndLeave(page, http);
  const back = await comeBack(page);
  assert.equal(back.value, 'kiku');
  assert.ok(Math.abs(back.top - top) < 4, `${back.top} px, not ${top}`);
  await context.close();
});

test('Firefox from a disk: what cannot be known is said, on home and modules', async () => {
  const context = await fox.createBrowserContext();
  const page = await context.newPage();
  await writeAndLeave(page, file);
  for (const one of ['index.html', MODULE]) {
    await page.goto(file + one);
    const note = await page.$eval('[data-own-file]', (element) => element.checkVisibility() && element.textContent);
    assert.match(String(note), /続きから/);
    assert.equal(await page.$eval('[data-continue]', (element) => element.checkVisibility()), false);
  }
  await context.close();
});

test('what was begun and compared is marked in the contents, on the module and at home', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(http + 'index.html');
  await quiet(page);
  assert.deepEqual(await marked(page), []);
  await writeAndLeave(page, http);
  await quiet(page);
  const begun = ['all/index.html 書きかけ', 'all/exercises/index.html 書きかけ'];
  const found = await marked(page);
  for (const one of begun)
    assert.ok(
      found.some((mark) => mark.endsWith(one)),
      `${one} in ${found}`,
    );
  await page.goto(http + EXERCISES);
  await answersAreIn(page);
  await page.locator(`${formOf('reply')} [data-look]`).click();
  await page.locator(`${formOf('reply')} [data-look]`).click(); // though a field is empty
  await page.locator(`${formOf('reply')}[data-looked]`).waitFor();
  for (const one of ['index.html', MODULE]) {
    await page.goto(http + one);
    await quiet(page);
    const now = await marked(page);
    assert.ok(
      now.some((mark) => mark.endsWith('all/exercises/index.html 見比べた')),
      `${now}`,
    );
    assert.ok(!now.some((mark) => mark.endsWith('書きかけ')), `${now}`);
  }
  assert.doesNotMatch(await page.locator('main').innerText(), /%|％/);
  await context.close();
});

test('the way back is there after an import, and gone after everything was deleted', async () => {
  const one = await browser.newContext({ acceptDownloads: true });
  const page = await one.newPage();
  await writeAndLeave(page, http);
  await page.goto(http + ANSWERS);
  await page.locator('.answers-box:not([aria-busy]) dd').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
  const exported = await download.path();

  const two = await browser.newContext();
  const other = await two.newPage();
  await other.goto(http + ANSWERS);
  await other.locator('[data-answers-tools]').waitFor();
  await other.setInputFiles('input[data-import]', exported);
  await other.locator('.work-dialog .primary').click();
  await hasSaid(other);
  await other.locator('.answers-box dd').waitFor();
  await other.goto(http + 'index.html');
  assert.equal((await comeBack(other)).value, 'kiku');
  await other.goto(http + ANSWERS);
  await other.locator('[data-wipe]').click();
  await other.locator('.work-dialog .danger').click();
  await hasSaid(other);
  await other.goto(http + 'index.html');
  await quiet(other);
  assert.equal(await other.locator('[data-continue]').isVisible(), false);
  assert.deepEqual(await marked(other), []);
  await Promise.all([one.close(), two.close()]);
});

test('a form that is left after everything was deleted brings nothing back, and a page that was left open says so', async () => {
  const context = await browser.newContext();
  const [form, home, list] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await form.goto(http + EXERCISES);
  await answersAreIn(form);
  await form.fill(REPLY, '言葉');
  await quiet(form);
  await home.goto(http + 'index.html');
  await quiet(home);
  assert.ok(await home.locator('[data-continue]').isVisible());
  await list.goto(http + ANSWERS);
  await list.locator('[data-wipe]').click();
  await list.locator('.work-dialog .danger').click();
  await hasSaid(list);
  // The form has heard of it.
  await until(
    form,
    (/** @type {string} */ where) => Reflect.get(document.querySelector(where) ?? {}, 'value') === '',
    REPLY,
  );
  await quiet(form);
  await form.goto(http + MODULE);
  await quiet(form);
  assert.deepEqual(await marked(form), []);
  await until(list, () => Object.keys(localStorage).length === 0, undefined);
  await home.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await quiet(home);
  assert.equal(await home.locator('[data-continue]').isVisible(), false);
  assert.deepEqual(await marked(home), []);

  // And the other way round: what was written meanwhile is said.
  await form.goto(http + EXERCISES);
  await answersAreIn(form);
  await form.fill(REPLY, '言葉');
  await quiet(form);
  await home.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await quiet(home);
  assert.ok(await home.locator('[data-continue]').isVisible());
  assert.ok((await marked(home)).length > 0);
  await context.close();
});

test('the way back is right after the author has moved the exercise to another page', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await writeAndLeave(page, http);
  const fence = '```exercise\nreply\n```\n';
  edit('modules/01-all/10-exercises.md', (text) => text.replace(fence, ''));
  edit('modules/01-all/20-ledger.md', (text) => `${text}\n## 移した演習\n\n${fence}`);
  await page.goto(http + 'index.html');
  assert.equal((await comeBack(page)).value, 'kiku');
  assert.match(page.url(), /all\/ledger\/index\.html#exercise-reply$/);
  edit('modules/01-all/20-ledger.md', (text) => text.replace(`\n## 移した演習\n\n${fence}`, ''));
  edit('modules/01-all/10-exercises.md', (text) => `${text}\n${fence}`);
  await context.close();
});

describe('on a shared computer', () => {
  for (const width of all ? [1440, 768, 360] : [360]) {
    test(`"finish and delete" is within reach on every kind of page, ${width} px`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 740 } });
      const page = await context.newPage();
      await page.goto(http + 'index.html');
      await quiet(page);
      assert.equal(await page.locator('.finish').isVisible(), false, 'in ordinary use there is no such thing');
      await page.goto(http + ANSWERS);
      await page.locator('[data-answers-tools]').waitFor();
      await page.locator('input[data-shared]').click();
      await page.locator('.work-dialog .primary').click();
      await hasSaid(page);
      await page.locator('html[data-shared="on"]').waitFor({ state: 'attached' });
      await writeAndLeave(page, http);
      assert.equal((await comeBack(page)).value, 'kiku', 'the tab leads back to its own answers');
      for (const one of [MODULE, EXERCISES, 'index.html']) {
        await page.goto(http + one);
        await page.locator('.finish').waitFor();
        const box = await page.locator('.finish').boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= width && box.y < 740, JSON.stringify(box));
        assert.ok(await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth), one);
      }
      await page.locator('.finish').click();
      await page.locator('.work-dialog .danger').click();
      await hasSaid(page);
      await until(page, () => document.querySelectorAll('.answers-box dd').length === 0, undefined);
      await page.goto(http + 'index.html');
      await quiet(page);
      assert.equal(await page.locator('[data-continue]').isVisible(), false);
      await context.close();
    });
  }
});

test('what a newcomer needs to know is folded away once it was read, and stays so', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(http + 'index.html');
  const steps = page.locator('.welcome li');
  assert.equal(await steps.count(), 4);
  assert.ok(await steps.first().isVisible());
  await page.locator('[data-welcome-close]').click();
  assert.equal(await steps.first().isVisible(), false);
  await page.reload();
  await quiet(page);
  assert.equal(await steps.first().isVisible(), false);
  await page.locator('.welcome > summary').click();
  // It can be read again. The browser says that it was opened in a task of its own.
  await steps.first().waitFor();
  await context.close();
});

describe('more than three exercises on a page', () => {
  const page = pages.find((one) => source(one).includes('<details class="more">'));
  if (!page) throw new Error('no page has more than three exercises');
  const shown = [...source(page).matchAll(/<section class="exercise [^"]*" id="exercise-([a-z0-9-]+)"/g)].map(
    ([, id]) => id,
  );

  test('three are open, the others behind a fold that an address opens', async () => {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const open = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('section.exercise')].filter((one) => one.checkVisibility()).map((one) => one.id),
      );
    await tab.goto(bundled[0].root + page);
    await chromium.settled(tab);
    assert.deepEqual(
      await open(),
      shown.slice(0, 3).map((id) => `exercise-${id}`),
    );
    await tab.goto('about:blank');
    await tab.goto(`${bundled[0].root}${page}#exercise-${shown[3]}`);
    await chromium.settled(tab);
    assert.ok((await open()).includes(`exercise-${shown[3]}`));
    await tab.close();
  });
});

test('the home page is short: the pages of a module are folded away', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(bundled[0].root + 'index.html');
  await chromium.settled(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 5 * 900, `${height} px`);
  await page.locator('.station-pages > summary').first().click();
  assert.ok(await page.locator('.station-pages a').first().isVisible());
  await page.close();
});
