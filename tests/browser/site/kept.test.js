/**
 * What a learner does in the exercises that go by steps is never lost: it is there after a reload, it comes back from a
 * file, it is shown when the author has changed or taken out what it belongs to, and paper has all of it.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch as launchChromium } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { ANSWERS, EXERCISES, buildCourse } from '../lib/course.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { answersAreIn, hasSaid, pointing, until } from '../lib/hands.js';
import { KINDS, at, formOf } from '../lib/kinds.js';
import { plain, readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';

/** @typedef {import('../lib/hands.js').Page} Page */
/** @typedef {import('../lib/hands.js').Hand} Hand */
/** @typedef {import('playwright-core').Page} ChromiumPage */

/**
 * @typedef {object} Work
 * @property {string} [page]
 * @property {(hand: Hand, form: string, page: Page) => Promise<void>} act
 * @property {string[]} words  that the learner wrote or learned: on the page, in my answers, on paper
 * @property {Record<string, (text: string) => string>} edit  what the author changes, by file
 */

/** @type {Record<string, Work>} */
const WORKS = {
  talk: {
    act: async (hand, form, page) => {
      await KINDS.talk.first(hand, form, page);
      await compare(page, form, hand.press);
      await hand.write(at(form, 'why.1'), '急がない');
      await hand.write(at(form, 'why.3'), '約束を守りたい');
    },
    words: ['また来ます', '急がない', '約束を守りたい'],
    edit: { 'exercises/talk.yaml': (text) => text.replace(/\n {4}own: .*/, '').replace('id: thank,', 'id: thanks,') },
  },
  stages: {
    act: KINDS.stages.first,
    words: ['疲れか', '列がこわい', '箱', '26冊'],
    edit: {
      'exercises/stages.yaml': (text) => text.replace('stage: shelf', 'stage: place').replace('id: kept', 'id: rest'),
      'exercises/weights.yaml': (text) => text.replace('stage: shelf', 'stage: place'),
      'cases/exercise-book.md': (text) => text.replace('id: shelf', 'id: place').replace('{#shelf}', '{#place}'),
    },
  },
  weights: {
    act: KINDS.weights.first,
    words: ['時間が要るから'],
    edit: {
      'exercises/weights.yaml': (text) => text.replace('id: rubber', 'id: eraser').replace('id: agree', 'id: may'),
      'panels/weights.yaml': (text) => text.replaceAll('round: rubber', 'round: eraser'),
    },
  },
  asking: {
    act: KINDS.asking.first,
    words: [
      '「まだ途中」と言いました。',
      '27冊でした。',
      'Aに：いつ眠るか',
      '一冊の扱い',
      '担任が今日、一対一で',
      '途中と言ったから',
      '途中',
    ],
    edit: {
      'exercises/asking.yaml': (text) =>
        text
          .replace(/ {2}- \{ id: words.*\n/, '')
          .replace('id: last', 'id: before')
          .replace('id: kept', 'id: rest'),
    },
  },
  ledger: {
    page: 'all/ledger/index.html',
    act: async (hand, form, page) => {
      await hand.press(`${form} .ledger-case .s-pick`);
      await hand.press(`${form} [data-file="for.1"]`);
      await hand.write(at(form, 'say.1'), '疲れている');
      await hand.write(at(form, 'why.1'), '朝の数');
      await hand.press(`${form} [data-rewrite="1"]`);
      await hand.write(at(form, 'other.1'), '見られたくない');
      await hand.press(`${form} [data-add-hypothesis]`);
      await page.keyboard.type('途中で出せない');
      await hand.choose(at(form, 'sure.2'), '40');
      await hand.write(at(form, 'sheet.issues'), '箱の置き場所');
      await hand.write(at(form, 'kept'), '一冊');
    },
    words: [
      '疲れている',
      '朝の数',
      '見られたくない',
      '途中で出せない',
      '朝、ノートは26冊でした。',
      '箱の置き場所',
      '一冊',
    ],
    edit: {
      'exercises/ledger.yaml': (text) => text.replace('hypotheses: 2', 'hypotheses: 1').replace('id: kept', 'id: rest'),
      'cases/exercise-book.md': (text) => text.replace('26冊でした', '二十六冊でした'),
    },
  },
};

/** All that the learner wrote or learned there, as the page shows it. @param {Page} page @param {string} id */
const held = (page, id) =>
  page.evaluate((/** @type {string} */ where) => {
    const form = document.querySelector(where);
    if (!(form instanceof HTMLFormElement)) throw new Error(`no ${where}`);
    const values = [...form.elements].flatMap((control) => {
      if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
        return control.checked ? [`${control.name}=${control.value}`] : [];
      const typed =
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement;
      return typed && control.name !== '' && control.value !== '' ? [`${control.name}=${control.value}`] : [];
    });
    const shown =
      '.exchange, .staged-note, [data-state="asked"], [data-gone] li, [data-asked-list] li, .revisions li, .quotation, [data-lost] dd';
    return [
      ...values,
      ...[...form.querySelectorAll(shown)].map((part) => part.textContent?.replace(/\s+/g, ' ').trim()),
    ];
  }, formOf(id));

/** What is held now, once it is what it was. @param {Page} page @param {string} id @param {unknown} was */
async function holdsAgain(page, id, was) {
  await answersAreIn(page);
  await quiet(page);
  assert.deepEqual(await held(page, id), was);
}

/** @param {Page} page @param {string} selector */
const click = async (page, selector) => {
  await until(page, (/** @type {string} */ where) => document.querySelector(where) !== null, selector);
  await page.evaluate((/** @type {string} */ where) => {
    const button = document.querySelector(where);
    if (button instanceof HTMLElement) button.click();
  }, selector);
};

/** What my answers lists, once it shows what the store holds. @param {Page} page */
async function listed(page) {
  await quiet(page);
  return until(
    page,
    () => {
      const box = document.querySelector('.answers-box:not([aria-busy])');
      return box?.querySelector('dd') ? box.textContent : null;
    },
    undefined,
  );
}

/** Takes all answers out to a file, wipes them, and brings the file in. @param {Page} page */
async function thereAndBack(page) {
  await until(page, () => document.querySelector('.answers-box dd') !== null, undefined);
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob)
        void blob.text().then((text) => {
          Reflect.set(window, 'taken', text);
        });
      return '';
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await click(page, '[data-export]');
  const text = await until(page, () => Reflect.get(window, 'taken'), undefined);
  await click(page, '[data-wipe]');
  await click(page, '.work-dialog .danger');
  await hasSaid(page);
  await until(page, () => !document.querySelector('.answers-box dd'), undefined);
  await page.reload();
  await until(
    page,
    () => {
      const tools = document.querySelector('[data-answers-tools]');
      return (
        tools instanceof HTMLElement &&
        !tools.hidden &&
        document.querySelector('.answers-box') !== null &&
        document.querySelector('.answers-box dd') === null
      );
    },
    undefined,
  );
  await page.evaluate((/** @type {string} */ file) => {
    const input = document.querySelector('input[data-import]');
    if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to bring a file in');
    const carried = new DataTransfer();
    carried.items.add(new File([file], 'taken.mitate.json'));
    input.files = carried.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
  await click(page, '.work-dialog .primary');
  await hasSaid(page);
  await until(page, () => document.querySelector('.answers-box dd') !== null, undefined);
}

const chromium = await launchChromium();
after(() => chromium.close());
const firefox = await launchFirefox();
after(() => firefox.close());

/** @type {Record<string, { transport: number, sit: () => Promise<{ page: Page, hand: Hand, paper?: () => Promise<string> }> }>} */
const BROWSERS = {
  'Chromium on local files': {
    transport: 0,
    sit: async () => {
      const page = await chromium.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      const hand = pointing(
        page,
        (x, y) => page.mouse.click(x, y),
        (selector, value) => page.selectOption(selector, value),
      );
      return { page, hand, paper: async () => readPdf(await page.pdf({ format: 'A4' })).text };
    },
  },
  'Firefox from a server': {
    transport: 1,
    sit: async () => {
      const page = await firefox.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      return {
        page,
        hand: pointing(
          page,
          (x, y) => page.mouse.click(x, y),
          (selector, value) => page.select(selector, value),
        ),
      };
    },
  },
};

for (const [name, { transport, sit }] of Object.entries(BROWSERS)) {
  describe(`kept by ${name}`, async () => {
    const course = await buildCourse();
    const { root } = course.transports[transport];
    const pageOf = (/** @type {string} */ id) => `${root}${WORKS[id].page ?? EXERCISES}`;
    /** @type {Awaited<ReturnType<typeof sit>>} */
    let desk;
    /** @type {Record<string, unknown>} */
    const was = {};
    before(async () => {
      desk = await sit();
    });

    for (const [id, { act, words }] of Object.entries(WORKS)) {
      test(`${id}: there after a reload`, async () => {
        const { page, hand, paper } = desk;
        await page.goto(pageOf(id));
        await answersAreIn(page);
        await act(hand, formOf(id), page);
        await quiet(page);
        was[id] = await held(page, id);
        const all = JSON.stringify(was[id]);
        assert.deepEqual(
          words.filter((one) => !all.includes(one)),
          [],
        );
        await page.reload();
        await holdsAgain(page, id, was[id]);
        if (!paper) return;
        if (id === 'talk') await hand.press(`${formOf(id)} .after > summary`); // what is closed is not printed
        const printed = await paper();
        assert.deepEqual(
          words.filter((one) => !printed.includes(plain(one))),
          [],
          'on paper',
        );
      });
    }

    test('all of it is read in my answers, and comes back from a file', async () => {
      const { page } = desk;
      await page.goto(root + ANSWERS);
      await thereAndBack(page);
      const list = await listed(page);
      assert.deepEqual(
        Object.values(WORKS)
          .flatMap(({ words }) => words)
          .filter((one) => !list.includes(one)),
        [],
      );
      for (const id of Object.keys(WORKS)) {
        await page.goto(pageOf(id));
        await holdsAgain(page, id, was[id]);
      }
    });

    test('all of it is shown when the author has changed what it belongs to', async () => {
      const { page, paper } = desk;
      course.editAll(Object.values(WORKS).flatMap(({ edit }) => Object.entries(edit)));
      for (const [id, { words }] of Object.entries(WORKS)) {
        await page.goto(pageOf(id));
        await answersAreIn(page);
        await quiet(page);
        const all = JSON.stringify(await held(page, id));
        assert.deepEqual(
          words.filter((one) => !all.includes(one)),
          [],
          id,
        );
        if (!paper) continue;
        if (id === 'talk') await click(page, `${formOf(id)} .after > summary`);
        const printed = await paper();
        assert.deepEqual(
          words.filter((one) => !printed.includes(plain(one))),
          [],
          `${id} on paper`,
        );
      }
      await page.goto(root + ANSWERS);
      await until(page, () => document.querySelector('.answers-lost dd') !== null, undefined);
      const list = await listed(page);
      assert.deepEqual(
        Object.values(WORKS)
          .flatMap(({ words }) => words)
          .filter((one) => !list.includes(one)),
        [],
      );
    });
  });
}
