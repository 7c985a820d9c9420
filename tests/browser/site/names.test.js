/**
 * For those who listen: the name of every control, with the names of the groups around it, begins to say its question; no two controls of
 * a form are called the same; no two regions of a page are; a change is spoken once, and what was spoken is not read again later.
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, settled } from '../lib/chromium.js';
import { EXERCISES, SHEET, buildCourse } from '../lib/course.js';
import { pagesOfEveryKind } from '../lib/every-kind.js';
import * as facilitator from '../lib/facilitator.js';
import { answersAreIn } from '../lib/hands.js';
import { formOf } from '../lib/kinds.js';
import { samples } from '../lib/site.js';
import { transports as bundled } from '../lib/transports.js';

/** @typedef {import('playwright-core').Page} Page */

const { transports } = await buildCourse();
const { root } = transports[1];
const LEDGER = 'all/ledger/index.html';
const browser = await launch();
after(() => browser.close());

/** @param {string} url @param {(page: Page) => Promise<void>} act */
async function onPage(url, act) {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await settled(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
  });
  await act(page);
  await context.close();
}

/** Where the words of a question are: the nearest thing that asks, then what asks within it. */
const ASKED = [
  ['[data-field]:not(:has(.ledger-actions))', '.field-label, dt > label'],
  ['.order-card', '.order-text'],
  ['.board-card:not([data-own])', '.board-text'],
  ['.pair-row', '.pair-text'],
  ['.tag-row', '.tag-sentence'],
  ['.gap', '.gap-n'],
  ['fieldset:not([data-attempt])', 'legend'],
  ['.draw-table', 'h4'],
  ['.turn-now', '.speech'],
  ['.ledger-hypothesis', 'h4'],
  ['.ledger-sheet', 'h4'],
  ['.staged-stage', 'h4'],
  ['.incident-person', 'h5'],
  ['.exercise', '.exercise-title'],
];

/**
 * The controls of the forms of a page, each with what it should say and with what Chromium computes.
 * @param {Page} page
 */
async function controlsOf(page) {
  await page.evaluate((/** @type {string[][]} */ asked) => {
    const plain = (/** @type {Element} */ element) => {
      const copy = /** @type {Element} */ (element.cloneNode(true));
      for (const extra of copy.querySelectorAll('rt, rp, [data-made], .field-how')) extra.remove();
      return copy.textContent.replace(/\s+/g, '');
    };
    let n = 0;
    for (const form of document.querySelectorAll('form.answer')) {
      for (const control of form.querySelectorAll('input, select, textarea, button, summary')) {
        if (!control.checkVisibility() || control.matches('.figure-ways *')) continue;
        const [around, words] = asked.find(([around]) => control.closest(around)) ?? [];
        const question = around && control.closest(around)?.querySelector(words);
        control.setAttribute('data-asks', question ? plain(question).slice(0, 20) : '');
        control.setAttribute('data-nth', String(n++));
        control.setAttribute('data-of', form.getAttribute('data-answer') ?? '');
      }
    }
  }, ASKED);
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const { root: tree } = await session.send('DOM.getDocument', { depth: -1 });
  /** @type {Map<number, Record<string, string>>} */
  const marked = new Map();
  const walk = (/** @type {any} */ node) => {
    const attributes = Object.fromEntries(
      (node.attributes ?? []).flatMap(
        (/** @type {string} */ name, /** @type {number} */ i, /** @type {string[]} */ all) =>
          i % 2 === 0 ? [[name, all[i + 1]]] : [],
      ),
    );
    if (attributes['data-nth']) marked.set(node.backendNodeId, attributes);
    for (const child of node.children ?? []) walk(child);
  };
  walk(tree);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const nameOf = (/** @type {any} */ node) => String(node.name?.value ?? '');
  return nodes.flatMap((node) => {
    const attributes = marked.get(node.backendDOMNodeId ?? -1);
    if (!attributes) return [];
    /** @type {string[]} */
    const groups = [];
    for (let up = byId.get(node.parentId ?? ''); up; up = byId.get(up.parentId ?? ''))
      if (!up.ignored && ['group', 'radiogroup'].includes(String(up.role?.value))) groups.unshift(nameOf(up));
    return [
      {
        form: attributes['data-of'],
        asks: attributes['data-asks'],
        name: nameOf(node),
        said: [...groups, nameOf(node)].join(' › '),
        html: `${attributes.name ?? ''} ${attributes.class ?? ''}`,
      },
    ];
  });
}

const PAGES = [
  root + EXERCISES,
  root + LEDGER,
  root + SHEET,
  ...pagesOfEveryKind().map((page) => bundled[1].root + page),
  ...['worksheet', 'case'].map((kind) => bundled[1].root + (samples.get(kind) ?? '')),
  facilitator.transports[1].root + (facilitator.samples.get('meeting') ?? ''),
];

for (const url of PAGES) {
  describe(new URL(url).pathname, () => {
    test('every control says its question, and none is called as another', () =>
      onPage(url, async (page) => {
        const controls = await controlsOf(page);
        const plain = (/** @type {string} */ text) => text.replace(/\s+/g, '');
        assert.deepEqual(
          controls.filter(({ name }) => name === '').map(({ html }) => html),
          [],
          'without a name',
        );
        assert.deepEqual(
          controls
            .filter(({ said, asks }) => !plain(said).includes(asks))
            .map(({ said, asks }) => `${said} does not say ${asks}`),
          [],
        );
        const seen = new Set();
        const twice = controls.filter(({ form, said }) => seen.size === seen.add(`${form} ${said}`).size);
        assert.deepEqual(
          twice.map(({ said }) => said),
          [],
          'called as another',
        );
      }));

    test('no two regions are called the same', () =>
      onPage(url, async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Accessibility.enable');
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        const regions = nodes
          .filter(
            ({ ignored, role, name }) =>
              !ignored && name?.value && ['region', 'navigation', 'form'].includes(String(role?.value)),
          )
          .map(({ role, name }) => `${role?.value} ${name?.value}`);
        assert.deepEqual(
          regions.filter((region, i) => regions.indexOf(region) !== i),
          [],
        );
      }));
  });
}

/** Counts what live regions say until the page is quiet. @param {Page} page */
const listen = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const said = [];
    Reflect.set(window, 'said', said);
    const regionOf = (/** @type {Node} */ node) =>
      (node instanceof Element ? node : node.parentElement)?.closest('[role="status"], [aria-live="polite"]');
    new MutationObserver((changes) => {
      const regions = new Set(changes.map(({ target }) => regionOf(target)));
      for (const region of regions) {
        const text = region?.textContent.trim();
        if (text && region?.checkVisibility()) said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** What was said since then. @param {Page} page @returns {Promise<string[]>} */
const heard = (page) => page.evaluate(() => Reflect.get(window, 'said').splice(0));

describe('changes are spoken once', () => {
  /** @type {[string, string, (page: Page) => Promise<void>, string][]} */
  const CHANGES = [
    [
      'a card is moved',
      EXERCISES,
      (page) =>
        page
          .locator(`${formOf('steps')} [data-move="down"]`)
          .first()
          .click(),
      '番目',
    ],
    [
      'a card gets its place',
      EXERCISES,
      async (page) =>
        void (await page
          .locator(`${formOf('steps')} [data-attempt] select`)
          .first()
          .selectOption('3')),
      '3番目',
    ],
    [
      'a card is put into a group',
      EXERCISES,
      async (page) => void (await page.locator(`${formOf('cards')} [name="in.c1"]`).selectOption('1')),
      '入れました',
    ],
    ['a card is added', EXERCISES, (page) => page.locator(`${formOf('cards')} [data-add-card]`).click(), '足しました'],
    [
      'a row is added',
      SHEET,
      (page) => page.locator('[data-rows="around"] [data-add-row], [data-add-row]').first().click(),
      '足しました',
    ],
    [
      'an answer is compared',
      EXERCISES,
      async (page) => {
        await page
          .locator(`${formOf('self')} input`)
          .first()
          .check();
        await page.locator(`${formOf('self')} [data-look]`).click();
        await page.locator(`${formOf('self')} [data-look]`).click();
      },
      '',
    ],
  ];
  for (const [name, file, act, words] of CHANGES) {
    test(name, () =>
      onPage(root + file, async (page) => {
        await answersAreIn(page);
        await listen(page);
        await act(page);
        await page.waitForFunction(() => Reflect.get(window, 'said').length > 0);
        await settled(page);
        const said = await heard(page);
        assert.equal(new Set(said).size, said.length, `twice: ${said.join(' | ')}`);
        if (words) assert.equal(said.length, 1, said.join(' | '));
        assert.ok(
          said.some((one) => one.includes(words)),
          said.join(' | '),
        );
      }),
    );
  }

  test('what was spoken is gone with the next key', () =>
    onPage(root + SHEET, async (page) => {
      await answersAreIn(page);
      await page.locator('[data-add-row]').first().click();
      const live = page.locator('.live');
      await page.waitForFunction(() => document.querySelector('.live')?.textContent !== '');
      await page.keyboard.press('Tab');
      assert.equal(await live.textContent(), '');
    }));
});
