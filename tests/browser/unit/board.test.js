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
import { AT, entry, work } from '../lib/answers.js';

/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Asked} Asked */
/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Field} Field */
/** @typedef {import('../../../themes/default/scripts/answers/record.js').Entry} Entry */
/** @typedef {import('../../../themes/default/scripts/answers/record.js').Value} Value */

const locale = JSON.parse(readFileSync(new URL('../../shared/locales/ja.json', import.meta.url), 'utf8'));
useWords({
  '@personal': JSON.stringify(locale['@personal']),
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
    assert.equal(sharedLabel([field('a', { label: '母は来た' }), field('b', { label: '母が来た' })]), '');
  });
});

describe('people', () => {
  /** @param {string} begun @param {string} text @param {string} [exported] @param {string} [at] */
  const file = (begun, text, exported = '2026-11-20T02:00:00.000Z', at = AT) => ({
    answers: [work('exercise/x', 1, { '@begun': entry(begun), a: entry(text, 1, { at }) })],
    exported,
  });
  const BEGUN = '2026-11-20T01:00:00.001Z';

  test('two files of one person count once, the newest', () => {
    /** @type {import('../../../themes/default/scripts/board/people.js').BoardPerson[]} */
    const people = [];
    assert.equal(join(people, file(BEGUN, '前')), 'new');
    assert.equal(join(people, file('2026-11-20T01:00:00.002Z', '別の人')), 'new');
    assert.equal(join(people, file(BEGUN, '後', '2026-11-20T03:00:00.000Z', '2026-11-20T02:30:00.000Z')), 'newer');
    assert.equal(join(people, file(BEGUN, '前')), 'older');
    assert.deepEqual(
      people.map(({ number, works }) => [number, works.get('exercise/x')?.[0].fields.a.value]),
      [
        [1, '後'],
        [2, '別の人'],
      ],
    );
  });

  test('people who began in the same millisecond are two people', () => {
    /** @type {import('../../../themes/default/scripts/board/people.js').BoardPerson[]} */
    const people = [];
    const at = (/** @type {number} */ minute) => `2026-11-20T01:${minute}:00.000Z`;
    assert.equal(join(people, file(BEGUN, '一人め', at(20), at(18))), 'new');
    assert.equal(join(people, file(BEGUN, '二人め', at(21), at(19))), 'new');
    assert.equal(join(people, file(BEGUN, '一人め、あとで', at(40), at(30))), 'newer');
    assert.equal(people.length, 2);
  });

  test('a filled paper has no moment of its beginning: it is known by all that is in it', () => {
    const paper = (/** @type {string} */ text) => ({
      answers: [work('worksheet/x', 1, { a: entry(text) })],
      exported: BEGUN,
    });
    /** @type {import('../../../themes/default/scripts/board/people.js').BoardPerson[]} */
    const people = [];
    assert.deepEqual(
      [paper('一'), paper('二'), paper('一')].map((one) => join(people, one)),
      ['new', 'new', 'older'],
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
