/**
 * Diagrams that learners build: a family by the keyboard alone, what is impossible refused with its reason, the very
 * drawing that the generator makes of the same data, and nothing lost by leaving, by a file, on paper.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { violations } from '../lib/axe.js';
import { launch, watch } from '../lib/chromium.js';
import { compare } from '../lib/compare.js';
import { ANSWERS, EXERCISES, buildCourse } from '../lib/course.js';
import { answersAreIn, typing, until } from '../lib/hands.js';
import { at, formOf } from '../lib/kinds.js';
import { plain, readPdf } from '../lib/pdf.js';
import { quiet } from '../lib/quiet.js';
import { some } from '../lib/size.js';

/** @typedef {import('playwright-core').Page} Page */

const { transports, edit } = await buildCourse();
const { root } = transports[0];
const browser = await launch();
after(() => browser.close());

/** @param {string} name  of a vector that generator and browser share */
const vector = (name) =>
  JSON.parse(readFileSync(new URL(`../../shared/diagrams/${name}.json`, import.meta.url), 'utf8')).data;

// The case shows the vector's family, and the exercise begins with nothing.
edit('cases/exercise-book.md', (text) =>
  text.replace(
    /genogram:\n(?: .*\n)+/,
    `genogram: ${JSON.stringify(vector('genogram/adoption'))}\necomap: ${JSON.stringify({
      ...vector('ecomap/flows'),
      center: vector('ecomap/flows').center.label,
    })}\n`,
  ),
);
edit('exercises/around.yaml', (text) => `${text}case: exercise-book\nstage: sound\n`);

/** @param {object} [options] */
async function open(options = {}, home = root) {
  const context = await browser.newContext({
    locale: 'en-US',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const problems = await watch(page, home);
  await page.goto(home + EXERCISES);
  await answersAreIn(page);
  return {
    context,
    page,
    problems,
    close: async () => {
      await context.close();
      assert.deepEqual(
        problems.filter((problem) => !problem.startsWith('request to blob:')),
        [],
      );
    },
  };
}

/** Fills a form in by its names. @param {Page} page @param {string} id @param {Record<string, string | string[]>} values */
async function fill(page, id, values) {
  for (const [name, value] of Object.entries(values)) {
    const row = `${formOf(id)} [data-rows="${name.split('.')[0]}"]`;
    if ((await page.locator(at(formOf(id), name)).count()) === 0) await page.locator(`${row} [data-add-row]`).click();
    const control = page.locator(at(formOf(id), name)).first();
    if (Array.isArray(value)) {
      for (const one of value) {
        const box = page.locator(at(formOf(id), name, one));
        await box.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
        await box.check();
      }
    } else if (await control.evaluate((element) => element.localName === 'select')) await control.selectOption(value);
    else await control.fill(value);
  }
}

/** @param {Page} page @param {string} id */
const words = (page, id) => page.locator(`${formOf(id)} [data-attempt] [data-draw-words] li`).allTextContents();
/** @param {Page} page @param {string} id */
const svg = (page, id) => page.locator(`${formOf(id)} [data-attempt] [data-drawing]`).innerHTML();
/** @param {Page} page @param {string} id */
const status = (page, id) => page.locator(`${formOf(id)} [data-draw-status]`).textContent();
/** @param {Page} page @param {string} id @param {string} part */
const says = (page, id, part) =>
  until(
    page,
    (/** @type {[string, string]} */ [where, wanted]) =>
      document.querySelector(`${where} [data-attempt] [data-draw-words]`)?.textContent?.includes(wanted),
    [formOf(id), part],
  );

/** A family of seven: A is there from the beginning. @type {Record<string, string | string[]>} */
const SEVEN = {
  'person.1.label': '祖父',
  'person.1.gender': 'male',
  'person.1.died': '70',
  'person.2.label': '祖母',
  'person.2.gender': 'female',
  'person.2.age': '68',
  'person.3.label': '母',
  'person.3.gender': 'female',
  'person.3.age': '41',
  'person.4.label': '父',
  'person.4.gender': 'male',
  'person.4.age': '44',
  'person.5.label': '姉',
  'person.5.gender': 'female',
  'person.5.age': '15',
  'person.5.note': '受験の年',
  'person.6.label': '弟',
  'person.6.gender': 'male',
  'person.6.age': '６',
  'couple.1.a': 'person.1',
  'couple.1.b': 'person.2',
  'couple.1.child': ['person.3'],
  'couple.2.a': 'person.4',
  'couple.2.b': 'person.3',
  'couple.2.kind': 'separated',
  'couple.2.child': ['a', 'person.5', 'person.6'],
  'home.1.who': ['a', 'person.3', 'person.5', 'person.6'],
  'relation.1.a': 'person.2',
  'relation.1.b': 'a',
  'relation.1.kind': 'close',
};

/** What of it is said. */
const TOLD = [
  '7人、3世代',
  '祖父：男性、70歳で亡くなった',
  '父と母は別居している',
  '上から順に姉、A、弟',
  '姉、A、母、弟',
  '祖母とAは親密',
];

describe('a diagram that is built by form', () => {
  test('a family of seven by the keyboard alone; what is impossible is refused with its reason, and the drawing stays', async () => {
    const { page, close } = await open();
    const form = formOf('family');
    const hand = typing(page);
    await page.locator(at(form, 'person.1.label')).focus();
    for (const [name, value] of Object.entries(SEVEN)) {
      if ((await page.locator(at(form, name)).count()) === 0)
        await hand.press(`${form} [data-rows="${name.split('.')[0]}"] [data-add-row]`);
      const select = await page
        .locator(at(form, name))
        .first()
        .evaluate((element) => element.localName === 'select');
      if (Array.isArray(value)) for (const one of value) await hand.tick(at(form, name, one));
      else if (select) await hand.choose(at(form, name), value);
      else await hand.write(at(form, name), value);
    }
    await says(page, 'family', '祖母とA');
    const told = (await words(page, 'family')).join('\n');
    for (const part of TOLD.filter((part) => !part.startsWith('姉、A、母')))
      assert.ok(told.includes(part), `${part} in\n${told}`);
    const before = await svg(page, 'family');
    assert.match(before, /dg-rel-close/, 'the learner’s own lines are shown');

    await page.locator(at(form, 'person.5.age')).fill('50');
    await until(
      page,
      (/** @type {string} */ where) => document.querySelector(`${where} [data-draw-status]`)?.textContent,
      form,
    );
    assert.match((await status(page, 'family')) ?? '', /「母」が、子「姉」より年上ではありません/);
    assert.match(
      (await page.locator(`${form} [data-rows="couple"] [data-row="2"] .draw-problem`).first().textContent()) ?? '',
      /「父」が、子「姉」より/,
    );
    assert.equal(await svg(page, 'family'), before, 'the last possible drawing stays');
    await page.locator(at(form, 'person.5.age')).fill('15');
    await until(
      page,
      (/** @type {string} */ where) => document.querySelector(`${where} [data-draw-status]`)?.textContent === '',
      form,
    );
    assert.equal(await page.locator(`${form} .draw-problem`).count(), 0);
    await close();
  });

  test('an emptied person is reported where they are still named, and can be restored', async () => {
    const { page, close } = await open();
    const form = formOf('family');
    await fill(page, 'family', {
      'person.1.label': '母',
      'person.1.gender': 'female',
      'couple.1.a': 'person.1',
      'couple.1.child': ['a'],
    });
    await says(page, 'family', '親は母、子はA');
    await page.locator(at(form, 'person.1.label')).focus();
    await page.locator(`${form} [data-rows="person"] .row-ways button`).click();
    await until(
      page,
      (/** @type {string} */ where) =>
        document
          .querySelector(`${where} [data-row="1"] .draw-problem`)
          ?.textContent?.includes('「人1」は、もう図の中にありません'),
      form,
    );
    assert.equal(
      await page.locator(at(form, 'couple.1.a')).inputValue(),
      'person.1',
      'nothing that was chosen is lost',
    );
    await page.locator(`${form} [data-rows="person"] .row-ways button`).click();
    await says(page, 'family', '親は母、子はA');
    assert.equal(await page.locator(at(form, 'person.1.gender')).inputValue(), 'female');
    await fill(page, 'family', { 'couple.1.adopted': ['a'] });
    await until(
      page,
      (/** @type {string} */ where) =>
        document.querySelector(`${where} .draw-problem`)?.textContent?.includes('「A」が、実子と養子・里子の両方'),
      form,
    );
    await close();
  });

  test('while something is composed nothing is drawn; a moment after it is', async () => {
    const { page, close } = await open();
    const cdp = await page.context().newCDPSession(page);
    await page.locator(at(formOf('family'), 'person.1.label')).focus();
    const before = await svg(page, 'family');
    await cdp.send('Input.imeSetComposition', { text: 'はは', selectionStart: 2, selectionEnd: 2 });
    await quiet(page);
    assert.equal(await svg(page, 'family'), before);
    await cdp.send('Input.insertText', { text: '母' });
    await says(page, 'family', '母：');
    await close();
  });

  test('the same bytes as the generator’s: a family and an ecomap beside those of the case', async () => {
    const { page, close } = await open();
    const family = vector('genogram/adoption');
    // The exercise has A from the beginning: the vector's own A is a row like the others, and so is written unchanged.
    edit('exercises/family.yaml', (text) => text.replace(/start:\n(?: .*\n)+/, ''));
    await page.reload();
    await answersAreIn(page);
    const id = (/** @type {string} */ name) =>
      `person.${family.persons.findIndex((/** @type {any} */ one) => one.id === name) + 1}`;
    for (const [i, person] of family.persons.entries()) {
      const row = `person.${i + 1}`;
      await fill(page, 'family', {
        [`${row}.label`]: person.label,
        [`${row}.gender`]: person.gender,
        [`${row}.age`]: String(person.age),
        ...(person.index ? { [`${row}.index`]: ['yes'] } : {}),
      });
    }
    for (const [i, union] of family.unions.entries()) {
      const row = `couple.${i + 1}`;
      const [a, b] = union.partners.map(id);
      await fill(page, 'family', { [`${row}.a`]: a, ...(b ? { [`${row}.b`]: b } : {}) });
      for (const child of union.children)
        await fill(page, 'family', { [`${row}.${child.kind ?? 'child'}`]: [id(child.id ?? child)] });
    }
    await fill(page, 'family', { 'home.1.who': family.households[0].map(id) });
    const around = vector('ecomap/flows');
    for (const [i, system] of around.systems.entries())
      await fill(page, 'around', { [`system.${i + 1}.label`]: system.label, [`system.${i + 1}.kind`]: system.kind });
    for (const [i, { to, ...tie }] of around.ties.entries()) {
      const n = around.systems.findIndex((/** @type {any} */ one) => one.id === to) + 1;
      await fill(page, 'around', {
        [`tie.${i + 1}.to`]: `system.${n}`,
        ...Object.fromEntries(Object.entries(tie).map(([key, value]) => [`tie.${i + 1}.${key}`, String(value)])),
      });
    }
    for (const name of ['family', 'around']) {
      const author = page
        .locator(`${formOf(name)} [data-after] .case-diagram`)
        .nth(1)
        .locator('.drawing');
      assert.equal(await author.isVisible(), false, 'the author’s is read afterwards');
      await quiet(page);
      assert.equal(await svg(page, name), await author.innerHTML());
      await compare(page, formOf(name), (where) => page.locator(where).click());
      assert.equal(await author.isVisible(), true);
      assert.equal(
        await page.locator(`${formOf(name)} [data-own-drawing]`).innerHTML(),
        await author.innerHTML(),
        'both lie beside each other',
      );
    }
    edit(
      'exercises/family.yaml',
      (text) => `${text}start:\n  persons:\n    - { id: a, label: A, age: 10, index: true }\n`,
    );
    await close();
  });

  test('two lines to one system, an unreadable time, days the wrong way round: refused in words', async () => {
    const { page, close } = await open();
    await fill(page, 'around', {
      'system.1.label': '図書室',
      'tie.1.to': 'system.1',
      'tie.1.kind': 'strong',
      'tie.1.flow': 'in',
      'tie.1.label': '木曜の貸出',
      'tie.1.consent': 'asked',
    });
    await says(
      page,
      'around',
      '図書室（フォーマル）：強いつながり。支えがAさんに届いている。線の言葉は「木曜の貸出」。同意を確認中',
    );
    await fill(page, 'around', { 'tie.2.to': 'system.1', 'tie.2.kind': 'weak' });
    await fill(page, 'years', {
      'entry.1.from': '小4の2学期',
      'entry.1.to': '小5',
      'entry.1.label': '転校',
      'entry.1.feeling': '-1',
      'entry.2.from': 'むかし',
    });
    await fill(page, 'days', {
      'block.1.row': 'morning',
      'block.1.from': 'wed',
      'block.1.to': 'mon',
      'block.1.text': '保健室',
    });
    for (const [id, reason] of Object.entries({
      around: '「図書室」への線が二本あります',
      years: '「むかし」がいつなのか',
      days: '曜日の終わりが、始まりより前',
    })) {
      await until(
        page,
        (/** @type {[string, string]} */ [where, wanted]) =>
          document.querySelector(`${where} [data-draw-status]`)?.textContent?.includes(wanted),
        [formOf(id), reason],
      );
      assert.match(
        (await page
          .locator(`${formOf(id)} p.draw-problem`)
          .first()
          .textContent()) ?? '',
        new RegExp(reason),
      );
    }
    await page.locator(at(formOf('years'), 'entry.2.from')).fill('');
    await says(page, 'years', '小4の2学期から小5まで、生活：転校。');
    await close();
  });

  test('nothing is lost: by a reload, by a file after all was wiped, in another tab; “my answers” has labels, paper the drawing', async () => {
    const { context, page, close } = await open();
    await fill(page, 'family', SEVEN);
    await says(page, 'family', '祖母とAは親密');
    const before = await svg(page, 'family');
    const drawnAgain = async (/** @type {Page} */ where, /** @type {string} */ when) => {
      await until(
        where,
        (/** @type {[string, string]} */ [form, wanted]) =>
          document.querySelector(`${form} [data-attempt] [data-drawing]`)?.innerHTML === wanted,
        [formOf('family'), before],
      );
      assert.equal(await where.locator(at(formOf('family'), 'couple.2.b')).inputValue(), 'person.3', when);
    };
    const other = await context.newPage();
    await other.goto(root + EXERCISES);
    await answersAreIn(other);
    await drawnAgain(other, 'in another tab');
    assert.equal(await other.locator(at(formOf('family'), 'person.7.label')).count(), 0);
    await other.locator(`${formOf('family')} [data-rows="person"] [data-add-row]`).click();
    await other.keyboard.type('おば');
    await says(page, 'family', 'おば：');
    await other.locator(at(formOf('family'), 'person.7.label')).fill('');
    await drawnAgain(page, 'as it was before');
    await other.close();
    await quiet(page);
    await page.reload();
    await answersAreIn(page);
    await drawnAgain(page, 'after a reload');

    const pdf = readPdf(await page.pdf({ format: 'A4' }));
    assert.ok(Math.abs(pdf.sheets[0].width - 595) < 2);
    for (const label of ['祖父', '祖母', '受験の年', '別居', 'いっしょに暮らす人'])
      assert.ok(pdf.text.includes(plain(label)), `${label} on paper`);

    await page.goto(root + ANSWERS);
    await until(
      page,
      () => document.querySelectorAll('[data-key="exercise/family"] :is(dd, td)').length > 10,
      undefined,
    );
    const rows = await page.locator('[data-key="exercise/family"] .answers-fields > div').allTextContents();
    // Rows of answers are rows of a table.
    const holds = (/** @type {string} */ name, /** @type {string} */ cells) =>
      rows.some((row) => row.startsWith(name) && row.includes(cells));
    assert.ok(holds('夫婦・パートナーと子ども', '2父母別居A、姉、弟'), rows.join('\n'));
    assert.ok(holds('関係の線', '1祖母A親密'), rows.join('\n'));
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
    const path = await file.path();
    await page.locator('[data-wipe]').click();
    await page.locator('.work-dialog .danger').click();
    await until(page, () => document.querySelectorAll('.answers-box :is(dd, td)').length === 0, undefined);
    await page.setInputFiles('input[data-import]', path);
    await page.locator('.work-dialog .primary').click();
    await until(
      page,
      () => document.querySelectorAll('[data-key="exercise/family"] :is(dd, td)').length > 10,
      undefined,
    );
    await page.goto(root + EXERCISES);
    await answersAreIn(page);
    await drawnAgain(page, 'out of the file');
    await close();
  });

  test('blank on paper there is room to draw, and no empty tables', async () => {
    const { page, close } = await open();
    await page.emulateMedia({ media: 'print' });
    for (const id of ['family', 'around', 'years', 'days']) {
      const box = await page.locator(`${formOf(id)} .draw-canvas`).boundingBox();
      assert.ok(box && box.height > 400 && box.width > 300, `${id}: ${JSON.stringify(box)}`);
      assert.equal(
        await page
          .locator(`${formOf(id)} .draw-table`)
          .first()
          .isVisible(),
        false,
      );
    }
    await page.emulateMedia({ media: 'screen' });
    await fill(page, 'family', { 'person.1.label': '母' });
    await says(page, 'family', '母：');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator(`${formOf('family')} .draw-canvas`).isVisible(), false);
    assert.equal(
      await page
        .locator(`${formOf('family')} .draw-table`)
        .first()
        .isVisible(),
      true,
    );
    await close();
  });

  test('axe finds nothing before, while something is refused, and after; 360 px hold it all', async () => {
    for (const options of some(
      [{}, { viewport: { width: 360, height: 740 } }],
      ({ viewport }) => viewport !== undefined,
    )) {
      const { page, close } = await open(options, transports[1].root); // axe looks into style sheets, which a local file may not
      assert.deepEqual(await violations(page), [], 'before');
      await fill(page, 'family', { ...SEVEN, 'person.5.age': '50' });
      await until(
        page,
        (/** @type {string} */ where) => document.querySelector(`${where} .draw-problem`),
        formOf('family'),
      );
      assert.deepEqual(await violations(page), [], 'while');
      await fill(page, 'family', { 'person.5.age': '15' });
      await says(page, 'family', '祖母とAは親密');
      await compare(page, formOf('family'), (where) => page.locator(where).click());
      await page.locator(`${formOf('family')} [data-again]`).click();
      assert.match(await page.locator(`${formOf('family')} [data-earlier] [data-drawing]`).innerHTML(), /祖母/);
      assert.deepEqual(await violations(page), [], 'after');
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      );
      await close();
    }
  });
});
