/** What a room sees of many people's answers: which questions there are, how each is shown, what is held back, what is exported. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { GatheredBoard } from '../../../themes/default/scripts/board/board.js';
import { rowsOf, toCsv, toMarkdown, toWorkbook } from '../../../themes/default/scripts/board/export.js';
import { join, scatter } from '../../../themes/default/scripts/board/people.js';
import { questionsOf, sharedLabel } from '../../../themes/default/scripts/board/questions.js';
import { isFew, isSplit } from '../../../themes/default/scripts/board/spread.js';
import { useWords } from '../../../themes/default/scripts/dom/words.js';
import { entry, work } from '../lib/answers.js';

/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Asked} Asked */
/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Field} Field */
/** @typedef {import('../../../themes/default/scripts/answers/record.js').Entry} Entry */
/** @typedef {import('../../../themes/default/scripts/answers/record.js').Value} Value */

const locale = JSON.parse(readFileSync(new URL('../../shared/locales/ja.json', import.meta.url), 'utf8'));
useWords({
  '@personal': JSON.stringify(locale['@personal']),
  '@called': JSON.stringify(locale['@called']),
  'sign-label': '{$label}：{$text}',
  'sign-list': '、',
  'board-items': '{$n}つの項目',
});

const OPTIONS = { a: '甲', b: '乙', c: '丙' };

/** @param {string} kind @param {Field[]} fields @param {string} [key] @returns {Asked} */
const asked = (kind, fields, key = `exercise/${kind}`) => ({
  key,
  kind,
  title: kind,
  url: 'x/index.html',
  group: 0,
  fields,
});

/** @param {string} id @param {Partial<Field>} [more] @returns {Field} */
const field = (id, more = {}) => ({ id, label: id, ...more });

/** A board on which people answered works. @param {Asked[]} works @param {Record<string, Value>[][]} people  the sheets of each person, of the first work */
function boardOf(works, people) {
  const board = new GatheredBoard(
    { id: 'c', title: '教材', revision: 1, language: 'ja', groups: [{ title: 'g', url: '' }], works },
    () => {},
  );
  for (const [n, sheets] of people.entries()) {
    const answers = sheets.map((fields, sheet) =>
      work(
        works[0].key,
        sheet + 1,
        Object.fromEntries(
          Object.entries({ '@begun': `2026-11-20T01:02:03.${String(n).padStart(3, '0')}Z`, ...fields }).map(
            ([name, value]) => [name, entry(value)],
          ),
        ),
      ),
    );
    join(board.people, { answers, exported: '2026-11-20T01:02:03.000Z' });
  }
  return board;
}

/** The first question of the first work, or another one. @param {GatheredBoard} board @param {Asked} of @param {number} [n] */
const viewOf = (board, of, n = 0) => board.view(board.questions(of.key)[n]);

describe('the questions of a work', () => {
  /** @param {Asked} of */
  const shapes = (of) => questionsOf(of).map(({ as, fields }) => [as, ...fields.map(({ id }) => id)].join(' '));

  test('fields with the same options are one grid, others are questions of their own', () => {
    const tags = asked('tag', [field('s-1', { options: OPTIONS }), field('why'), field('s-2', { options: OPTIONS })]);
    assert.deepEqual(shapes(tags), ['grid s-1 s-2', 'texts why']);
    assert.deepEqual(
      shapes(asked('choice', [field('one', { options: OPTIONS }), field('two', { options: { x: 'x' } })])),
      ['spread one', 'spread two'],
    );
  });

  test('the parts of one thing are on one card, those of the next on another', () => {
    const parts = ['who.label', 'who.age', 'day.h8.does', 'day.h9.does', 'alone.x'].map((id) => field(id));
    assert.deepEqual(shapes(asked('worksheet', parts)), [
      'sheets who.label who.age',
      'sheets day.h8.does day.h9.does',
      'texts alone.x',
    ]);
    const again = ['who.label', 'note', 'who.age'].map((id) => field(id));
    assert.deepEqual(shapes(asked('worksheet', again)), ['texts who.label', 'texts note', 'texts who.age']);
  });

  test('a hypothesis log asks the same of every hypothesis, and has the first words beside the last ones', () => {
    const log = asked('formulation', [
      field('say.1', { label: '仮説1：言葉' }),
      field('for.1', { label: '仮説1：支える文' }),
      field('rev.1', { columns: [field('say'), field('why')] }),
      field('say.2', { label: '仮説2：言葉' }),
      field('for.2', { label: '仮説2：支える文' }),
      field('sheet.policy'),
      field('sheet.system'),
    ]);
    assert.deepEqual(
      questionsOf(log).map(({ as, label }) => `${as} ${label}`),
      [
        'texts 仮説：言葉',
        'texts 仮説：支える文',
        'rows rev.1',
        'texts sheet.policy',
        'texts sheet.system',
        'revised ',
      ],
    );
  });

  test('what labels have in common', () => {
    assert.equal(sharedLabel([field('a', { label: '様子：朝' }), field('b', { label: '様子：昼' })]), '様子');
    assert.equal(
      sharedLabel([field('a', { label: '情報1の重み' }), field('b', { label: '情報2の重み' })]),
      '情報の重み',
    );
    assert.equal(
      sharedLabel([field('a', { label: 'Round 1 of it' }), field('b', { label: 'Round 2 of it' })]),
      'Round of it',
    );
    assert.equal(sharedLabel([field('a', { label: '母は来た' }), field('b', { label: '母が来た' })]), '');
  });
});

describe('a field that asks for a name', () => {
  const form = asked(
    'worksheet',
    [
      field('who', { label: '氏名' }),
      field('say', { label: '望み' }),
      field('all', {
        label: '来た人',
        columns: [field('name', { label: 'お名前' }), field('role', { label: '立場' })],
      }),
    ],
    'worksheet/x',
  );
  const people = ['一', '二', '三'].map((name) => [
    { who: `山田${name}`, say: `望み${name}`, 'all.1.name': `花子${name}`, 'all.1.role': '担任' },
  ]);

  test('is no question, and nothing that is written into it is anywhere on the board', async () => {
    const board = boardOf([form], people);
    assert.deepEqual(
      board.questions(form.key).map(({ label }) => label),
      ['望み', '来た人'],
    );
    const shown = JSON.stringify(await board.shown(true));
    for (const word of ['山田', '花子', '氏名', 'お名前']) assert.ok(!shown.includes(word), word);
    for (const word of ['望み一', '担任']) assert.ok(shown.includes(word), word);
  });
});

describe('people', () => {
  /**
   * @typedef {{ key: string, sheet: number, begun?: string, said: Record<string, [value: Value, at: string]> }} TableSheet
   * @typedef {{ exported: string, sheets: TableSheet[] }} TableFile
   */
  const at = (/** @type {string} */ time) => `2026-11-29T${time}Z`;
  const answered = (/** @type {TableSheet} */ { key, sheet, begun, said }) =>
    work(key, sheet, {
      ...(begun !== undefined && { '@begun': entry(at(begun), 1, { at: at(begun) }) }),
      ...Object.fromEntries(
        Object.entries(said).map(([name, [value, time]]) => [name, entry(value, 1, { at: at(time) })]),
      ),
    });
  /** @type {{ why: string, files: TableFile[], people: number[][] }[]} */
  const table = JSON.parse(readFileSync(new URL('../../shared/people.json', import.meta.url), 'utf8'));

  for (const { why, files, people: expected } of table)
    test(`which files are of one person, whatever their order: ${why}`, () => {
      const numbers = files.map((_, n) => n);
      for (const order of [numbers, numbers.toReversed(), [...numbers.slice(1), 0]]) {
        /** @type {import('../../../themes/default/scripts/board/people.js').BoardPerson[]} */
        const people = [];
        for (const n of order)
          join(people, { answers: files[n].sheets.map(answered), exported: at(files[n].exported) });
        const digits = (/** @type {string} */ time) => at(time).replace(/\D/g, '').padEnd(17, '0');
        const numberOf = (/** @type {string} */ exported) =>
          files.findIndex((file) => digits(file.exported) === exported);
        const found = people.map(({ files: own, exported }) => ({
          files: own.map((file) => numberOf(file.exported)).sort((a, b) => a - b),
          counted: numberOf(exported),
        }));
        // Of each person the newest file is the last one of the table.
        assert.deepEqual(
          found.sort((a, b) => a.files[0] - b.files[0]),
          expected.map((own) => ({ files: own.toSorted((a, b) => a - b), counted: own.at(-1) })),
        );
      }
    });

  test('a person who is known keeps the number, and is distinguished from others', () => {
    const file = (/** @type {string} */ begun, /** @type {string} */ text, /** @type {string} */ exported) => ({
      answers: [answered({ key: 'exercise/x', sheet: 1, begun, said: { a: [text, '16:01:00.000'] } })],
      exported: at(exported),
    });
    /** @type {import('../../../themes/default/scripts/board/people.js').BoardPerson[]} */
    const people = [];
    assert.equal(join(people, file('16:00:00.001', '一人め', '16:10:00.000')), 'new');
    assert.equal(join(people, file('16:00:00.002', '二人め', '16:10:00.000')), 'new');
    assert.equal(join(people, file('16:00:00.001', '一人め', '16:20:00.000')), 'newer');
    assert.equal(join(people, file('16:00:00.001', '一人め', '16:05:00.000')), 'older');
    // A file that shows that both are one: the first number is kept, and given to nobody else.
    const both = {
      answers: [...file('16:00:00.001', '一人め', '').answers, ...file('16:00:00.002', '二人め', '').answers].map(
        (sheet, n) => ({ ...sheet, sheet: n + 1 }),
      ),
      exported: at('16:30:00.000'),
    };
    assert.equal(join(people, both), 'newer');
    assert.deepEqual(
      people.map(({ number, files }) => [number, files.length]),
      [[1, 5]],
    );
    assert.equal(join(people, file('16:00:00.003', '三人め', '16:10:00.000')), 'new');
    assert.deepEqual(
      people.map(({ number }) => number),
      [1, 2],
    );
  });

  test('the order of people is scattered', () => {
    const places = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => scatter(`{"exported":"${name}"}`));
    assert.equal(new Set(places).size, 6);
    assert.notDeepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });
});

describe('a view', () => {
  const choice = asked('choice', [field('q', { label: '問い', options: OPTIONS })]);

  test('of fewer than three people is not broken down, and holds none of their words', async () => {
    const text = asked('write', [field('t')]);
    for (const of of [choice, text]) {
      const view = await viewOf(boardOf([of], [[{ q: 'a', t: '二人の言葉' }], [{ q: 'b', t: '別の言葉' }]]), of);
      assert.equal(view.as, 'few');
      assert.equal(view.people, 2);
      assert.ok(!JSON.stringify(view).includes('言葉'));
    }
  });

  test('counts people, marks what few chose and where the room is split', async () => {
    const six = ['a', 'a', 'a', 'a', 'a', 'b'].map((q) => [{ q }]);
    const view = await viewOf(boardOf([choice], six), choice);
    assert.deepEqual(
      view.counts.map(({ label, count, isFew: few }) => [label, count, few]),
      [
        ['甲', 5, false],
        ['乙', 1, true],
        ['丙', 0, false],
      ],
    );
    assert.equal(view.isSplit, false);
    const split = await viewOf(
      boardOf(
        [choice],
        ['a', 'a', 'a', 'b', 'b', 'b'].map((q) => [{ q }]),
      ),
      choice,
    );
    assert.equal(split.isSplit, true);
    assert.ok(split.counts.every(({ isFew: few }) => !few));
  });

  test('of an option that the course does not have any more does not show its value', async () => {
    const view = await viewOf(boardOf([choice], [[{ q: 'a' }], [{ q: 'b' }], [{ q: '山田太郎' }]]), choice);
    assert.deepEqual(view.counts.at(-1)?.people, [3]);
    assert.ok(!JSON.stringify({ ...view, said: [] }).includes('山田'));
    assert.ok(view.said.every(({ text }) => !text.includes('山田')));
  });

  test('holds back what looks like personal data until it is released', async () => {
    const of = asked('write', [field('t')]);
    const board = boardOf([of], [[{ t: '電話は090-1234-5678' }], [{ t: '雨の話' }], [{ t: '靴の話' }]]);
    const view = await viewOf(board, of);
    assert.deepEqual(
      view.cards.map(({ text }) => text),
      ['雨の話', '靴の話'],
    );
    assert.deepEqual(
      view.held.map(({ person, kinds }) => [person, kinds]),
      [[1, ['phone']]],
    );
    board.turn(view.id, true);
    assert.ok(!JSON.stringify(await board.shown()).includes('090'));
    board.clearHeld(view.held[0].id);
    assert.equal((await viewOf(board, of)).cards.length, 3);
    assert.ok(JSON.stringify(await board.shown()).includes('090'));
  });

  test('short answers that are the same are one card', async () => {
    const of = asked('cloze', [field('t')]);
    const view = await viewOf(boardOf([of], [[{ t: '受容' }], [{ t: ' 受容' }], [{ t: '共感' }]]), of);
    assert.deepEqual(
      view.cards.map(({ people }) => people),
      [[1, 2], [3]],
    );
  });

  test('numbers are spread from the lowest to the highest', async () => {
    const of = asked('worksheet', [field('n')]);
    const view = await viewOf(boardOf([of], [[{ n: '10' }], [{ n: '70' }], [{ n: '30' }]]), of);
    assert.deepEqual(view.numbers, { least: '10', middle: '30', most: '70' });
    assert.deepEqual(
      view.counts.map(({ label }) => label),
      ['10', '30', '70'],
    );
  });

  test('an item that fewer than three people answered is not broken down, though the question is', async () => {
    const tags = asked('tag', [
      field('s-1', { options: OPTIONS }),
      field('s-2', { options: OPTIONS, label: '二つめ' }),
    ]);
    const board = boardOf(
      [tags],
      ['a', 'b', 'c'].map((value, n) => [
        /** @type {Record<string, Value>} */ (n === 0 ? { 's-1': value, 's-2': 'b' } : { 's-1': value }),
      ]),
    );
    const view = await viewOf(board, tags);
    assert.deepEqual(
      view.rows.map(({ label, counts }) => [label, counts]),
      [
        ['s-1', [1, 1, 1]],
        ['二つめ', []],
      ],
    );
    assert.deepEqual(
      view.said.map(({ field: name }) => name),
      ['s-1', 's-1', 's-1'],
    );
  });

  test('the places of an order are a grid', async () => {
    const of = asked('order', [field('place.x'), field('place.y')]);
    const people = ['12', '21', '12'].map(([x, y]) => [{ 'place.x': x, 'place.y': y }]);
    const view = await viewOf(boardOf([of], people), of);
    assert.deepEqual(view.columns, ['1', '2']);
    assert.deepEqual(
      view.rows.map(({ counts }) => counts),
      [
        [2, 1],
        [1, 2],
      ],
    );
  });

  test('evidence is counted by sentence, of all hypotheses', async () => {
    const of = asked('formulation', [field('for.1'), field('for.2')]);
    const board = boardOf(
      [of],
      [
        [{ 'for.1': ['戸が鳴った。 #s-1', '雨だった。 #s-2'] }],
        [{ 'for.2': ['戸が鳴った。 #s-1'] }],
        [{ 'for.1': ['雨だった。 #s-2'], 'for.2': ['戸が鳴った。 #s-1'] }],
      ],
    );
    const view = await viewOf(board, of);
    assert.equal(view.as, 'taken');
    assert.deepEqual(
      view.counts.map(({ label, count }) => [label, count]),
      [
        ['戸が鳴った。', 3],
        ['雨だった。', 2],
      ],
    );
  });

  test('the first and the last words of each person are in pairs', async () => {
    const log = asked('formulation', [field('say.1'), field('rev.1', { columns: [field('say'), field('why')] })]);
    const last = (/** @type {GatheredBoard} */ board, /** @type {Asked} */ of) =>
      viewOf(board, of, board.questions(of.key).length - 1);
    const logs = boardOf(
      [log],
      [[{ 'say.1': '後', 'rev.1.1.say': '前', 'rev.1.2.say': '中' }], [{ 'say.1': 'x' }], [{ 'say.1': 'y' }]],
    );
    assert.deepEqual((await last(logs, log)).pairs, [{ person: 1, first: '前', last: '後' }]);

    const staged = asked('staged', [field('read.one'), field('sure.one'), field('read.two')]);
    const read = boardOf(
      [staged],
      ['a', 'b', 'c'].map((at) => [{ 'read.one': `${at}一`, 'read.two': `${at}二` }]),
    );
    assert.deepEqual((await last(read, staged)).pairs[1], { person: 2, first: 'b一', last: 'b二' });

    const text = asked('write', [field('t')]);
    const view = await viewOf(boardOf([text], [[{ t: '初め' }, { t: '二度め' }], [{ t: 'x' }], [{ t: 'y' }]]), text);
    assert.deepEqual(view.pairs, [{ person: 1, first: '初め', last: '二度め' }]);
    assert.ok(view.cards.some(({ text: words }) => words === '二度め'));
    assert.ok(!view.cards.some(({ text: words }) => words === '初め'), 'the last attempt counts');
  });

  test('a row of a table is one card, and a group is called as its author called it', async () => {
    const table = asked('worksheet', [field('people', { columns: [field('who'), field('does')] })], 'worksheet/w');
    const rows = boardOf(
      [table],
      ['一', '二', '三'].map((n) => [{ 'people.1.who': n, 'people.1.does': 'する' }]),
    );
    assert.equal((await viewOf(rows, table)).cards[0].text, 'who：一\ndoes：する');

    const groups = asked('board', [field('title', { many: true }), field('in.x'), field('in.y')]);
    const board = boardOf(
      [groups],
      ['水', '火', '土'].map((title) => [{ 'title.1': title, 'in.x': '1', 'in.y': '2' }]),
    );
    const view = await viewOf(board, groups, 1);
    assert.equal(view.cards[0].text, 'in.x：水\nin.y：board-group');
  });
});

test('few and split', () => {
  assert.ok(isFew(1, [7, 1], 8));
  assert.ok(!isFew(1, [1, 1, 1], 3), 'where all are alone, none is one of few');
  assert.ok(!isSplit([5, 1], 6));
  assert.ok(!isSplit([1, 1], 2));
});

describe('a file of the board', () => {
  const of = asked('write', [field('t', { label: '言葉' })]);
  const texts = ['=1+1', '| *太字* <script>', '短い\n二行め'];

  test('has what is open, or all; a spreadsheet takes nothing for a formula', async () => {
    const board = boardOf(
      [of],
      texts.map((t) => [{ t }]),
    );
    assert.deepEqual(rowsOf(await board.shown()).slice(1), []);
    const rows = rowsOf(await board.shown(true));
    assert.deepEqual(
      rows.slice(1).map((row) => row[5]),
      texts,
    );
    const csv = toCsv(rows);
    assert.ok(csv.startsWith('\ufeff'));
    assert.ok(csv.includes(`"'=1+1"`) && !csv.includes('"=1+1"'));
  });

  test('no cell is a formula, as in the tables of the program', () => {
    const table = JSON.parse(readFileSync(new URL('../../shared/formulas.json', import.meta.url), 'utf8'));
    for (const [text, written] of table) assert.equal(toCsv([[text]]), `\ufeff"${written}"\r\n`);
  });

  test('is a workbook in which every cell is text', async () => {
    const parts = await toWorkbook([['頭'], ['=1+1 <b> \u0001\ud800']]);
    // Each of the six files is three parts, and the sheet is the last one.
    const text = inflateRawSync(parts[6 * 3 - 1]).toString();
    assert.ok(
      text.includes('<c r="A2" t="inlineStr" s="0"><is><t xml:space="preserve">=1+1 &lt;b&gt; </t></is></c>'),
      text,
    );
    assert.ok(!text.includes('<f>'));
  });

  test('has the piles', async () => {
    const board = boardOf(
      [of],
      texts.map((t) => [{ t }]),
    );
    const [{ id }] = board.questions(of.key);
    board.turn(id, true);
    const pile = board.addPile(id);
    board.namePile(id, pile, '式');
    board.put(id, (await viewOf(board, of)).cards[0].id, pile);
    const shown = await board.shown();
    assert.deepEqual(
      rowsOf(shown)
        .map((row) => row[6])
        .slice(1),
      ['式', '', ''],
    );
    const markdown = toMarkdown(shown, '題');
    assert.match(markdown, /#### 式\n\n- =1\+1/);
    assert.ok(markdown.includes('\\| \\*太字\\* \\<script\\>'));
    board.removePile(id, pile);
    assert.deepEqual((await viewOf(board, of)).piles, []);
  });
});
