/**
 * What a meeting decided goes on by a file, in both browsers: out of the minutes, as rows of a plan, and as the agenda of the next meeting.
 * What is there already does not change, what was added can be taken back, and a file that is no such file changes nothing.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { answerFile, entry } from '../lib/answers.js';
import { violations } from '../lib/axe.js';
import { catalogue } from '../lib/catalogue.js';
import { tags } from '../lib/html.js';
import { kindOf, pages, source } from '../lib/site.js';
import { ways } from '../lib/size.js';
import { begun, browsers, enter, until, valueOf } from '../lib/tabs.js';
import { transports } from '../lib/transports.js';

/** @typedef {import('../lib/tabs.js').Tab} Tab */

const folder = mkdtempSync(path.join(tmpdir(), 'mitate-minutes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const [meeting, next] = pages.filter((page) => source(page).includes('data-minutes="give"'));
const plan = pages.filter((page) => kindOf(page) === 'worksheet' && source(page).includes('data-takes'))[0];
const table = tags(source(plan)).filter(({ attributes }) => attributes['data-takes'])[0].attributes;
/** The fields of a row of the plan, by what they take. @type {Record<string, string>} */
const columns = Object.fromEntries(table['data-takes'].split(' ').map((pair) => pair.split(':')));
/** @param {number} row @param {string} part */
const cell = (row, part) => `form.answer [name="${table['data-rows']}.${row}.${columns[part]}"]`;
/** @param {number} row @param {string} part */
const agenda = (row, part) => `form.answer [name="agenda.${row}.${part}"]`;

const SECRET = '人に見せない話';
const DECIDED = { who: '養護教諭', what: '木曜に電話を一本', when: '次の金曜', check: '本人に聞く' };
const OPEN = '夜の送り迎え';

const FIELDS = {
  'decisions.1.who': entry(DECIDED.who),
  'decisions.1.what': entry(DECIDED.what),
  'decisions.2.what': entry('窓口に尋ねる'),
};
const answers = [{ key: `meeting/${meeting.split('/')[1]}`, sheet: 1, fields: FIELDS }];
const whole = answerFile({ ...catalogue, revision: 1 }, answers);
/** Files that change nothing, with what is said of each. @type {[string, string, string][]} */
const REFUSED = [
  ['no JSON', 'これは手紙です', 'import-not-json'],
  ['something else', '{"format": "else"}', 'import-not-ours'],
  ['cut off', whole.slice(0, -40), 'import-truncated'],
  ['of a newer version', whole.replace('"version":1', '"version":9'), 'import-newer'],
  ['of another course', answerFile({ id: 'other', title: 'よその教材', revision: 1 }, answers), 'import-other-course'],
  ['with a broken part', whole.replace('"rev":1', '"rev":-1'), 'import-malformed'],
  [
    'without minutes',
    answerFile({ ...catalogue, revision: 1 }, [{ key: 'worksheet/x', sheet: 1, fields: FIELDS }]),
    'taken-no-minutes',
  ],
  [
    'with minutes that decide nothing',
    answerFile({ ...catalogue, revision: 1 }, [{ ...answers[0], fields: { participants: entry('四人') } }]),
    'taken-nothing',
  ],
];

/** Writes into a field as a learner does. @param {Tab} tab @param {string} field @param {string} text */
async function write(tab, field, text) {
  await enter(tab, field);
  await tab.keyboard.type(text);
}

/**
 * Presses a button that does not move any more. In Firefox the page does it: the list of downloads opens over the page, and takes
 * what is pressed next.
 * @param {Tab} tab
 * @param {string} selector
 */
async function press(tab, selector) {
  await until(
    tab,
    (/** @type {string} */ which) => {
      const button = document.querySelector(which);
      if (button instanceof HTMLElement) button.focus();
      return button !== null && button === document.activeElement;
    },
    selector,
  );
  if ('waitForFileChooser' in tab) {
    await tab.evaluate((/** @type {string} */ which) => {
      const button = document.querySelector(which);
      if (button instanceof HTMLElement) button.click();
    }, selector);
  } else {
    await tab.keyboard.press('Enter');
  }
}

/** Presses the button below a table, and chooses a file. @param {Tab} tab @param {string} text */
async function take(tab, text) {
  const file = path.join(folder, 'minutes.mitate.json');
  writeFileSync(file, text);
  await tab.evaluate(() => {
    document.querySelector('.banner.told')?.remove();
  });
  if ('waitForFileChooser' in tab) {
    // The file field is in no page, so the driver is handed it there.
    const page = /** @type {import('puppeteer-core').Page} */ (/** @type {unknown} */ (tab));
    await page.evaluate(() => {
      document.querySelector('#picked')?.remove();
      HTMLInputElement.prototype.click = function click() {
        this.id = 'picked';
        document.body.append(this);
      };
    });
    await press(tab, '[data-minutes="take"]');
    const picked = await page.waitForSelector('#picked');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (picked).uploadFile(file);
  } else {
    const page = /** @type {import('playwright-core').Page} */ (/** @type {unknown} */ (tab));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(tab, '[data-minutes="take"]')]);
    await chooser.setFiles(file);
  }
}

/** Takes a file, and adds the rows that are ticked. @param {Tab} tab @param {string} text */
async function add(tab, text) {
  await take(tab, text);
  await until(tab, () => document.querySelector('.work-dialog .primary') !== null);
  await press(tab, '.work-dialog .primary');
  await until(tab, () => document.querySelector('.row-taken .button') !== null);
}

/** What the dialog shows: its lines, and which are ticked. @param {Tab} tab */
const offered = (tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.work-dialog tbody tr')].map((row) => [
      row.querySelector('input')?.checked,
      [...row.querySelectorAll('td')].map((one) => one.textContent).join('|'),
    ]),
  );

/** @param {Tab} tab @param {string} key  of the words that the page has for its scripts */
const says = (tab, key) =>
  until(
    tab,
    (/** @type {string} */ which) => {
      const words = [...document.querySelectorAll('template')]
        .flatMap((one) => [...one.content.querySelectorAll('[data-k]')])
        .find((one) => one.getAttribute('data-k') === which)?.textContent;
      const told = document.querySelector('.banner.told p')?.textContent ?? '';
      // Up to the first thing that is filled in.
      return (
        words !== undefined &&
        told !== '' &&
        told.includes(words.split(/\{.*?\}/).toSorted((a, b) => b.length - a.length)[0])
      );
    },
    key,
  );

for (const [name, start] of Object.entries(browsers)) {
  const session = await start();
  for (const { name: way, root } of ways(transports)) {
    describe(`minutes that go on, in ${name} from a ${way}`, () => {
      test('what was decided is in a file, and becomes rows of a plan and of the next agenda', async () => {
        const fresh = await session();
        const tab = await fresh.tab();
        await tab.goto(root + meeting);
        await begun(tab);
        await tab.evaluate(() => {
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (/** @type {any} */ blob) => {
            Object.assign(window, { savedFile: blob });
            return make(blob);
          };
        });
        for (const [part, text] of Object.entries(DECIDED)) await write(tab, `[name="decisions.1.${part}"]`, text);
        await write(tab, '[name="not-now"]', OPEN);
        await write(tab, '[name="participants"]', SECRET);
        await press(tab, '[data-minutes="give"]');
        await until(tab, () => 'savedFile' in window);
        const text = await tab.evaluate(() => /** @type {Blob} */ (Reflect.get(window, 'savedFile')).text());
        const file = JSON.parse(text);
        assert.deepEqual(
          file.answers.map((/** @type {{ key: string }} */ { key }) => key),
          [answers[0].key],
        );
        assert.deepEqual(Object.keys(file.answers[0].fields).toSorted(), [
          ...Object.keys(DECIDED)
            .map((part) => `decisions.1.${part}`)
            .toSorted(),
          'not-now',
        ]);
        assert.equal(text.includes(SECRET), false);

        await tab.goto(root + plan);
        await begun(tab);
        await write(tab, cell(1, 'what'), '前からある行');
        await take(tab, text);
        await until(tab, () => document.querySelector('.work-dialog .primary') !== null);
        const rows = await offered(tab);
        assert.equal(rows.length, 2);
        assert.equal(rows[0][0], true);
        for (const part of Object.keys(columns)) assert.ok(rows[0][1].includes(Reflect.get(DECIDED, part)), rows[0][1]);
        // What can't be done now is shown, and no row of a plan unless it is chosen.
        assert.equal(rows[1][0], false);
        assert.ok(rows[1][1].includes(OPEN));
        if (name === 'Chromium') assert.deepEqual(await violations(/** @type {any} */ (tab)), []);
        assert.equal(await valueOf(tab, cell(1, 'what')), '前からある行');
        await press(tab, '.work-dialog .primary');
        await until(tab, () => document.querySelector('.row-taken .button') !== null);
        for (const part of Object.keys(columns))
          assert.equal(await valueOf(tab, cell(2, part)), Reflect.get(DECIDED, part));
        assert.equal(await valueOf(tab, cell(1, 'what')), '前からある行');

        // Taken back: what was changed since stays.
        await write(tab, cell(2, 'when'), '、三時');
        await press(tab, '.row-taken .button');
        await until(
          tab,
          () => document.querySelector('.row-taken') !== null && !document.querySelector('.row-taken .button'),
        );
        assert.equal(await valueOf(tab, cell(2, 'what')), '');
        assert.equal(await valueOf(tab, cell(2, 'when')), `${DECIDED.when}、三時`);
        assert.equal(await valueOf(tab, cell(1, 'what')), '前からある行');
        // And again: below the row in which something is still written. It is there after a reload.
        await add(tab, text);
        assert.equal(await valueOf(tab, cell(3, 'what')), DECIDED.what);
        await until(tab, () =>
          ['saved', 'own-file'].includes(
            /** @type {HTMLElement} */ (document.querySelector('[data-save-line]')).dataset.state ?? '',
          ),
        );
        await tab.reload();
        await begun(tab);
        assert.equal(await valueOf(tab, cell(3, 'what')), DECIDED.what);
        assert.equal(await valueOf(tab, cell(1, 'what')), '前からある行');

        await tab.goto(root + next);
        await begun(tab);
        await add(tab, text);
        for (const part of ['who', 'what', 'when'])
          assert.equal(await valueOf(tab, agenda(1, part)), Reflect.get(DECIDED, part));
        assert.equal(await valueOf(tab, agenda(2, 'what')), OPEN);
        assert.equal(await valueOf(tab, agenda(1, 'now')), '');
        await fresh.end();
      });

      test('a file that holds no minutes of the course changes nothing, and the page says why', async () => {
        const fresh = await session();
        const tab = await fresh.tab();
        await tab.goto(root + plan);
        await begun(tab);
        await write(tab, cell(1, 'what'), '前からある行');
        for (const [, text, key] of REFUSED) {
          await take(tab, text);
          await says(tab, key);
          assert.equal(await tab.evaluate(() => document.querySelector('.work-dialog')), null, key);
        }
        assert.equal(await valueOf(tab, cell(1, 'what')), '前からある行');
        assert.equal((await valueOf(tab, cell(2, 'what'))) || '', '');

        // More rows than there is room for: as many as fit are added, and the page says how many are not.
        const most = Number(table['data-max'] ?? 30);
        const many = Object.fromEntries(
          Array.from({ length: most + 3 }, (_, i) => [`decisions.${i + 1}.what`, entry(`その${i + 1}`)]),
        );
        await add(tab, answerFile({ ...catalogue, revision: 1 }, [{ ...answers[0], fields: many }]));
        assert.equal(await valueOf(tab, cell(most, 'what')), `その${most - 1}`);
        assert.match(await tab.evaluate(() => document.querySelector('.row-taken')?.textContent ?? ''), /4/);
        await take(tab, whole);
        await says(tab, 'taken-full');
        await fresh.end();
      });
    });
  }
}
