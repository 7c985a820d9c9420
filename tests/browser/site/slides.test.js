/** Any page as slides: everything is there, legible and whole, and nothing is shown before the room is ready. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled, watch } from '../lib/chromium.js';
import { EXERCISES, SHEET, buildCourse } from '../lib/course.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { until } from '../lib/hands.js';
import { samples } from '../lib/site.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const NOT_PROJECTED = ['search', 'answers', 'review', 'not-found', 'present', 'card', 'meeting'];
const SIZES = /** @type {const} */ ([
  [1280, 720],
  [1920, 1080],
]);
const LONG = 'all/ledger/index.html';
const CASE = 'cases/exercise-book/index.html';
const sentences = Array.from({ length: 40 }, (_, n) => `${n + 1}番めの文は、次の文より先に読まれます。`);
const rows = Array.from(
  { length: 12 },
  (_, n) => `| 行${n + 1}の見出し | 行${n + 1}のことがら${'をくわしく書く'.repeat(4)} |`,
);

const NOTE = 'ここで三十秒だけ待ち、手の上がらない人の顔を見ます。';
const course = await buildCourse('facilitator');
course.edit(
  'modules/01-all/20-ledger.md',
  (text) =>
    `${text}\n\`\`\`facilitator\n${NOTE}\n\`\`\`\n\n## 長い段落\n\n${sentences.join('')}\n\n## 長い表\n\n| 名 | ことがら |\n|---|---|\n${rows.join('\n')}\n`,
);
const own = course.transports[0].root;
const bundled = transports[0].root;
const browser = await launch();
after(() => browser.close());

const PAGES = [
  ...[...samples]
    .filter(([kind]) => !NOT_PROJECTED.includes(kind))
    .map(([kind, file]) => ({ kind, url: bundled + file })),
  ...[LONG, CASE, EXERCISES, SHEET].map((file) => ({ kind: file, url: own + file })),
];

for (const [width, height] of SIZES) {
  describe(`on ${width} × ${height}`, () => {
    for (const { kind, url } of PAGES) {
      test(`${kind}: every word is legible from ten metres, and nothing is cut off`, async () => {
        const page = await open(url, { width, height });
        const smallest = (28 * width) / 1280 - 0.6;
        let n = 0;
        do {
          assert.deepEqual(await page.evaluate(faults, smallest), [], `screen ${n + 1}`);
          n += 1;
        } while (await forward(page));
        await page.context().close();
      });
    }
  });
}

test('a long paragraph is divided between sentences, and a table between rows, with its head on every screen', async () => {
  const page = await open(own + LONG);
  const shown = [];
  const heads = [];
  do {
    shown.push(...(await page.locator('.projector-holder > p').allTextContents()));
    heads.push(
      ...(await page.locator('.projector-holder table').evaluateAll((tables) =>
        tables.map((table) => ({
          head: [...table.querySelectorAll('thead th')].map((cell) => cell.textContent).join(''),
          names: [...table.querySelectorAll('tbody tr')].map((row) => row.firstElementChild?.textContent ?? ''),
        })),
      )),
    );
  } while (await forward(page));
  const long = shown.filter((text) => text.includes('番めの文'));
  assert.ok(long.length > 1, 'one screen is not enough');
  assert.equal(long.join(''), sentences.join(''));
  assert.ok(long.every((text) => text.endsWith('。')));
  const ours = heads.filter(({ names }) => names[0]?.startsWith('行'));
  assert.ok(ours.length > 1);
  assert.ok(ours.every(({ head }) => head === '名ことがら'));
  assert.deepEqual(
    ours.flatMap(({ names }) => names),
    rows.map((_, n) => `行${n + 1}の見出し`),
  );
  await page.context().close();
});

test('a later stage of a case is not shown before its gate, and the End key stops there', async () => {
  const page = await open(bundled + (samples.get('case') ?? ''));
  const stages = await page.locator('section.stage').evaluateAll((all) =>
    all.map((stage) => ({
      title: stage.getAttribute('data-title') ?? '',
      text: (stage.querySelector('.passage p')?.textContent ?? '').slice(0, 24),
    })),
  );
  const secrets = [...stages, { title: '', text: await firstOf(page, '.afterwards .questions li') }];
  let gates = 0;
  do {
    if ((await page.locator('.projector-is-gate').count()) > 0) gates += 1;
    const text = (await page.locator('.projector').innerText()).replace(/\s/g, '');
    const passed = (await page.locator('.projector-is-gate').count()) > 0 ? gates - 1 : gates;
    for (const { title, text: words } of secrets.slice(passed)) {
      assert.ok(title === '' || !text.includes(title), `${title} before its gate`);
      assert.ok(words === '' || !text.includes(words.replace(/\s/g, '')), `${words} before its gate`);
    }
  } while (await forward(page));
  assert.equal(gates, stages.length + 1);

  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  const again = await open(bundled + (samples.get('case') ?? ''));
  for (let n = 0; n < 2; n++) {
    await again.keyboard.press('End');
    assert.equal(await again.locator('.projector-is-gate').count(), 1);
    assert.ok((await again.locator('.projector-waits').innerText()).includes(String(n + 1)));
  }
  await Promise.all([page.context().close(), again.context().close()]);
});

test('parts of an exercise that open one after another are never on one screen', async () => {
  const page = await open(own + EXERCISES);
  const parts = await page
    .locator('.exercise [data-stage]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-stage') ?? ''));
  assert.ok(parts.length > 3, String(parts));
  const shown = new Set();
  do {
    const here = await page
      .locator('.projector [data-stage]')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('data-stage')));
    assert.ok(here.length <= 1, String(here));
    for (const part of here) shown.add(part);
  } while (await forward(page));
  assert.deepEqual([...shown], [...new Set(parts)]);
  await page.context().close();
});

test('an exercise shows its question large, and what is read after answering only when asked for', async () => {
  const page = await open(own + EXERCISES);
  const asked = await page.locator('.exercise').evaluateAll((all) =>
    all.map((one) => ({
      ask: one.querySelector('.exercise-ask')?.textContent?.trim() ?? '',
      after: one.querySelector('.after-body')?.textContent?.trim() ?? '',
    })),
  );
  assert.ok(asked.length > 10);
  let questions = 0;
  let answered = 0;
  do {
    const ask = page.locator('.projector-holder .exercise-ask');
    if ((await ask.count()) === 0) continue;
    questions += 1;
    assert.ok((await ask.evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))) >= 36);
    assert.equal(await page.locator('.projector-holder .after-text, .projector-holder .sample').count(), 0);
    if (await page.locator('.projector-hint').isHidden()) continue;
    const before = await place(page);
    await page.keyboard.press('Enter');
    assert.notEqual(await place(page), before);
    answered += 1;
  } while (await forward(page));
  assert.ok(questions >= asked.length);
  assert.ok(answered > 0);
  await page.context().close();
});

test('keys, the blank screen, and the way back to the page', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  const problems = await watch(page, own);
  await page.goto(own + LONG);
  await settled(page);
  assert.equal(
    await page.evaluate(() => document.querySelectorAll('script[src*="slides"]').length),
    0,
    'loaded when asked for',
  );
  await page.locator('[data-project]').click();
  await page.locator('.projector').waitFor();
  const at = async () => Number.parseInt(await place(page), 10);
  for (const [key, to] of /** @type {const} */ ([
    ['PageDown', 2],
    ['ArrowRight', 3],
    [' ', 4],
    ['PageUp', 3],
    ['Shift+Space', 2],
    ['Home', 1],
  ])) {
    await page.keyboard.press(key);
    assert.equal(await at(), to, key);
  }
  for (const key of ['b', '.', 'w']) {
    await page.keyboard.press(key);
    assert.ok(await page.locator('.projector-holder').isHidden(), key);
    await page.keyboard.press('PageDown');
    assert.equal(await at(), 1, key);
    assert.ok(await page.locator('.projector-holder').isVisible());
  }
  assert.equal(await page.locator('main').isVisible(), false);
  const light = await page.evaluate(colours);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(colours);
  assert.ok(light.ground !== dark.ground && light.ink !== dark.ink && dark.ground !== dark.ink);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.projector').count(), 0);
  assert.ok(await page.locator('h1').isVisible());
  assert.equal(await page.locator('[inert]').count(), 0);
  await page.locator('[data-project]').click();
  assert.equal(await at(), 1, 'it can be opened again');
  assert.deepEqual(problems, []);
  await page.context().close();
});

test('the facilitator has a window in step with the projected one, with the notes of the page and a clock', async () => {
  const page = await open(own + LONG);
  await page.mouse.move(9, 9); // the buttons come with the pointer
  const [lectern] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('.projected-bar .button').last().click(),
  ]);
  /** Waits until the facilitator's window shows the same screen. */
  const inStep = async () =>
    until(
      lectern,
      (n) => document.querySelector('.lectern .projector-place')?.textContent?.startsWith(`${n}／`),
      await place(page),
    );

  // Either window moves both; the note is in one of them only, and only at its place.
  await page.keyboard.press('PageDown');
  const noted = [];
  for (;;) {
    await inStep();
    assert.notEqual(await lectern.locator('.lectern-title').textContent(), '');
    assert.ok(!(await page.locator('.projector').innerText()).includes(NOTE));
    noted.push((await lectern.locator('.lectern-notes').innerText()).includes(NOTE));
    const before = await place(page);
    if ((await lectern.locator('.lectern-next').innerText()).includes('最後')) break;
    await lectern.keyboard.press('PageDown');
    await until(page, (n) => !document.querySelector('.projector-place')?.textContent?.endsWith(n), before);
  }
  assert.ok(noted.includes(true) && noted.includes(false), `${noted}`);
  await lectern.keyboard.press('b');
  await until(page, () => document.documentElement.dataset.blank === 'dark', undefined);
  await lectern.keyboard.press('b');
  await until(page, () => document.documentElement.dataset.blank === undefined, undefined);
  assert.match(await lectern.locator('.lectern-time').innerText(), /^\d+:\d\d$/);

  // They find each other again after either was loaded again.
  await lectern.reload();
  await page.keyboard.press('PageUp');
  await inStep();
  await page.goto(`${own + LONG}#project`);
  await page.reload();
  await page.goto(`${own + LONG}#project`);
  await page.locator('.projector-place').waitFor();
  await inStep();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.projector').count(), 0);
  await page.context().close();
});

test('in Firefox from a disk', async () => {
  const firefox = await launchFirefox();
  try {
    const page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(`${own}${CASE}#project`);
    await page.waitForSelector('.projector-place');
    let n = 0;
    for (let before = ''; n < 200; n++) {
      assert.deepEqual(await page.evaluate(faults, 27.4), [], `screen ${n + 1}`);
      await page.keyboard.press('PageDown');
      const now = await page.$eval('.projector-place', (it) => it.textContent ?? '');
      if (now === before) break;
      before = now;
    }
    assert.ok(n > 4);
    await page.keyboard.press('Escape');
    assert.equal((await page.$$('.projector')).length, 0);
  } finally {
    await firefox.close();
  }
});

/** @param {string} url @param {{ width?: number, height?: number }} [size] */
async function open(url, { width = 1280, height = 720 } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(`${url}#project`);
  await page.locator('.projector-place').waitFor();
  return page;
}

/** @param {Page} page */
const place = async (page) => /\d+$/.exec(await page.locator('.projector-place').innerText())?.[0] ?? '';

/** Goes on. False on the last screen. @param {Page} page */
async function forward(page) {
  const before = await place(page);
  await page.keyboard.press('PageDown');
  return (await place(page)) !== before;
}

/** The beginning of the first such element's text. @param {Page} page @param {string} selector */
const firstOf = async (page, selector) =>
  ((await page.locator(selector).first().textContent()) ?? '').trim().slice(0, 24);

function colours() {
  const { backgroundColor: ground, color: ink } = getComputedStyle(
    /** @type {Element} */ (document.querySelector('.projector')),
  );
  return { ground, ink };
}

/** Texts that are too small, and what is cut off. An overview of a drawing is followed by its parts. @param {number} smallest */
function faults(smallest) {
  const holder = /** @type {HTMLElement} */ (document.querySelector('.projector-holder'));
  const found = [];
  for (const element of document.querySelectorAll('.projector *')) {
    if (element.closest('.projected-bar, .visually-hidden, rt, rp, [data-overview]') || !element.checkVisibility())
      continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())) continue;
    const svg = element.closest('svg');
    const scale = svg?.getScreenCTM()?.a ?? 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    const { left, right, bottom } = element.getBoundingClientRect();
    if (size < smallest) found.push(`${size} px: ${element.textContent}`);
    if (!svg && (left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1))
      found.push(`beyond: ${element.textContent}`);
  }
  if (holder.scrollHeight > holder.clientHeight + 1) found.push(`${holder.scrollHeight} > ${holder.clientHeight} px`);
  if (holder.scrollWidth > holder.clientWidth + 1) found.push(`${holder.scrollWidth} > ${holder.clientWidth} px wide`);
  return found;
}
