/** Answers as they are read: in the course's order, with its words; what it no longer asks comes separately. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inWords, namesOf } from '../../../themes/default/scripts/answers/catalogue.js';
import { finding } from '../../../themes/default/scripts/answers/find.js';
import { escape, toMarkdown, toText } from '../../../themes/default/scripts/answers/markdown.js';
import { ordering, outlining } from '../../../themes/default/scripts/answers/outline.js';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';
import { word } from '../../../themes/default/scripts/dom/words.js';
import { AT, entry, finish, work } from '../lib/answers.js';
import { speak } from './locale.js';

speak('ja');

/** @typedef {import('../../../themes/default/scripts/answers/catalogue.js').Catalogue} Catalogue */

/** @type {Catalogue} */
const catalogue = {
  id: 'basic',
  title: '見立ての基礎',
  revision: 3,
  language: 'ja',
  groups: [
    { title: '出会い', url: 'encounter/index.html' },
    { title: '様式', url: 'worksheets/index.html' },
  ],
  works: [
    {
      key: 'exercise/room',
      kind: 'choice',
      title: '席を選ぶ',
      url: 'encounter/a/index.html',
      group: 0,
      fields: [
        { id: 'q1', label: '席', options: { a: '窓の近く', constructor: 'x' } },
        { id: 'why', label: '理由' },
      ],
    },
    {
      key: 'exercise/untouched',
      kind: 'write',
      title: '手をつけていない',
      url: 'encounter/b/index.html',
      group: 0,
      fields: [{ id: 'q', label: '問い' }],
    },
    {
      key: 'worksheet/people',
      kind: 'worksheet',
      title: '周りの人',
      url: 'worksheets/people/index.html',
      group: 1,
      fields: [
        {
          id: 'people',
          label: '人',
          columns: [
            { id: 'name', label: '呼び名' },
            { id: 'mark', label: '近さ', options: { best: '◎ とても' } },
          ],
        },
        { id: 'present', label: '同席', many: true },
        { id: 'places.home', label: '場所：家', options: { 2: 'ふつう' } },
      ],
    },
  ],
};

/** @param {Generator<void, T, void>} steps @template T @returns {T} */
function run(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const works = [
  work('worksheet/people', 1, {
    'people.10.name': entry('叔父'),
    'people.2.name': entry('祖母'),
    'people.2.mark': entry('best'),
    'present.1': entry('担任'),
    'places.home': entry('2'),
    'people.2.age': entry('70代'),
  }),
  work('exercise/room', 2, { why: entry(''), '@begun': entry(AT) }),
  work('exercise/room', 1, {
    why: entry('一行目\n# 二行目'),
    q1: entry(['a', 'z']),
    '@looked': entry(AT),
    q9: entry('なくなった欄'),
  }),
  work('exercise/gone', 1, { q: entry('なくなった演習の答え') }),
];
const outline = run(outlining(catalogue, works));

describe('names', () => {
  const names = namesOf(catalogue.works[2]);
  test('of tables, lists and what the catalogue names itself', () => {
    assert.equal(names('people.2.mark')?.label, '人 2 近さ');
    assert.equal(names('people.2.mark')?.options?.best, '◎ とても');
    assert.equal(names('present.3')?.label, '同席 3');
    assert.equal(names('places.home')?.label, '場所：家');
  });
  test('of what is not asked there are none', () => {
    for (const name of [
      'people.2.age',
      'people.x.name',
      'people.0.name',
      'present.x',
      'places',
      'places.school',
      'q1',
      'constructor',
      'home',
    ]) {
      assert.equal(names(name), undefined, name);
    }
  });
  test('an option that went is shown by its id; names of prototypes are ids like others', () => {
    assert.equal(inWords(['a', 'z', 'toString'], { a: '甲' }), '甲、z、toString');
    assert.equal(inWords('a', { a: '甲' }), '甲');
  });
});

describe('the outline', () => {
  test('is in the order of the course, rows in the order of the form, 2 before 10', () => {
    assert.deepEqual(
      outline.groups.map(({ works: list }) => list.map(({ key }) => key)),
      [['exercise/room', 'exercise/untouched'], ['worksheet/people']],
    );
    assert.deepEqual(
      outline.groups[1].works[0].sheets[0].rows.map(({ label, text }) => `${label}=${text}`),
      ['人 2 呼び名=祖母', '人 2 近さ=◎ とても', '人 10 呼び名=叔父', '同席 1=担任', '場所：家=ふつう'],
    );
  });
  test('says what was compared, leaves out sheets with nothing on them, counts what is open', () => {
    const [room] = outline.groups[0].works;
    assert.deepEqual(
      room.sheets.map(({ sheet, state }) => [sheet, state]),
      [[1, 'looked']],
    );
    assert.equal(outline.open, 1);
  });
  test('marks what was left as a draft when the learner read on, not what was committed or written later', () => {
    const before = '2026-11-20T01:00:00.000Z';
    const passed = '2026-11-20T02:00:00.000Z';
    const later = '2026-11-20T03:00:00.000Z';
    const staged = {
      ...catalogue.works[0],
      fields: ['read.first', 'later.first', 'read.second'].map((id) => ({ id, label: id })),
    };
    const fields = {
      'read.first': { ...entry('途中まで'), at: before },
      'later.first': { ...entry('あとから'), at: later },
      'read.second': { ...entry('書き終えた'), at: before },
      '@passed.first': entry(passed),
      '@committed.second': entry(passed),
    };
    const { groups } = run(outlining({ ...catalogue, works: [staged] }, [work(staged.key, 1, fields)]));
    assert.deepEqual(
      groups[staged.group].works[0].sheets[0].rows.map(({ field, draft }) => [field, draft]),
      [
        ['read.first', true],
        ['later.first', false],
        ['read.second', false],
      ],
    );
  });
  test('keeps apart what the course no longer asks: fields, works', () => {
    assert.deepEqual(
      outline.lost.map(({ key, sheets }) => [key, sheets.flatMap(({ rows }) => rows.map(({ text }) => text))]),
      [
        ['exercise/room', ['なくなった欄']],
        ['worksheet/people', ['70代']],
        ['exercise/gone', ['なくなった演習の答え']],
      ],
    );
  });
  test('without a catalogue everything is there, by name', () => {
    const bare = run(outlining({ ...catalogue, groups: [], works: [] }, works));
    assert.equal(bare.lost.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows)).length, 10);
  });
});

test('the order of the file is the order of the course, the unknown behind', () => {
  const sorted = finish(ordering(catalogue, works));
  assert.deepEqual(
    sorted.map(({ key, sheet, title }) => [key, sheet, title]),
    [
      ['exercise/room', 1, '席を選ぶ'],
      ['exercise/room', 2, '席を選ぶ'],
      ['worksheet/people', 1, '周りの人'],
      ['exercise/gone', 1, undefined],
    ],
  );
  assert.deepEqual(Object.keys(sorted[0].fields), ['q1', 'why', '@looked', 'q9']);
  assert.deepEqual(Object.keys(sorted[2].fields), [
    'people.2.name',
    'people.2.mark',
    'people.10.name',
    'present.1',
    'places.home',
    'people.2.age',
  ]);
});

test('a value that names a row is called as the row is, or by its number; an option by its words', () => {
  const of = 'label';
  const family = {
    key: 'exercise/family',
    kind: 'draw',
    title: '家族の図',
    url: '',
    group: 0,
    fields: [
      { id: 'person', label: '人', columns: [{ id: 'label', label: '呼び方' }] },
      {
        id: 'couple',
        label: '夫婦',
        columns: [
          { id: 'a', label: '一人め', options: { a: 'A' }, of },
          { id: 'child', label: '子ども', options: { a: 'A' }, of },
        ],
      },
    ],
  };
  const drawn = work('exercise/family', 1, {
    'person.1.label': entry('母'),
    'couple.1.a': entry('person.1'),
    'couple.1.child': entry(['a', 'person.2', 'person.x', 'gone']),
  });
  const { groups } = run(outlining({ ...catalogue, works: [family] }, [drawn]));
  assert.deepEqual(
    groups[0].works[0].sheets[0].rows.map(({ text }) => text),
    ['母', '母', 'A、人 2、person.x、gone'],
  );
});

describe('searching', () => {
  /** @param {string} query */
  const found = (query) => run(finding(outline, normalise(query).split(' ')));
  test('finds every spelling, in words of options, in labels, in what was lost', () => {
    assert.equal(found('そぼ').count, 0);
    assert.equal(found('祖母').count, 1);
    assert.equal(found('とても 近さ').count, 1);
    assert.equal(found('なくなった').count, 2);
    assert.equal(found('ふツウ').count, 1);
  });
  test('every word must be in one answer', () => assert.equal(found('祖母 叔父').count, 0));
  test('leaves the outline as it was', () => {
    const before = JSON.stringify(outline);
    found('祖母');
    assert.equal(JSON.stringify(outline), before);
  });
});

/** @type {import('../../../themes/default/scripts/answers/markdown.js').Phrases} */
const phrases = {
  sign: word,
  title: '題',
  about: '日',
  draft: '書きかけ',
  other: '別',
  lost: 'ない',
  value: (text) => text,
  work: ({ title }) => title,
  sheet: ({ sheet, state }) => `${sheet} ${state}`,
};

describe('the Markdown twin', () => {
  test('has a heading for group, work and sheet, and the answers behind their labels', () => {
    const text = toMarkdown(outline, phrases);
    assert.ok(
      text.startsWith(
        '# 題\n\n日\n\n## 出会い\n\n### 席を選ぶ\n\n#### 1 looked\n\n**席**: 窓の近く、z\n\n**理由**:\n\n> 一行目  \n> \\# 二行目\n',
      ),
      text,
    );
    assert.ok(!text.includes('手をつけていない'), 'only what was written');
    assert.ok(text.includes('## ない'));
  });
  test('has tables as tables, with the rows and columns that hold something', () => {
    const text = toMarkdown(outline, phrases);
    assert.ok(
      text.includes(
        '**人**:\n\n|  | 呼び名 | 近さ |\n| --- | --- | --- |\n| 2 | 祖母 | ◎ とても |\n| 10 | 叔父 |  |\n',
      ),
      text,
    );
  });
  test('what was written cannot become markup', () => {
    for (const [text, expected] of [
      ['# a', '\\# a'],
      ['- a', '\\- a'],
      ['+ a', '\\+ a'],
      ['1. a', '1\\. a'],
      ['12) a', '12\\) a'],
      ['> a', '\\> a'],
      ['---', '\\---'],
      ['===', '\\==='],
      ['```', '\\`\\`\\`'],
      ['~~~', '\\~\\~\\~'],
      [':::note', '\\:::note'],
      ['    a', '\u00a0\u00a0\u00a0\u00a0a'],
      ['\ta', '\u00a0a'],
      ['| a |', '\\| a \\|'],
      ['<b>', '\\<b\\>'],
      ['&amp;', '\\&amp;'],
      ['*a* _b_', '\\*a\\* \\_b\\_'],
      ['[a](b)', '\\[a\\](b)'],
      ['![a](b)', '\\!\\[a\\](b)'],
      ['https://a.jp', 'https\\://a.jp'],
      ['www.a.jp', 'www\\.a.jp'],
      ['a@b.jp', 'a\\@b.jp'],
      ['$x$', '\\$x\\$'],
      ['a\\', 'a\\\\'],
      ['a\nb', 'a b'],
      ['[^1]: a', '\\[\\^1\\]: a'],
      ['{{x}}', '\\{\\{x\\}\\}'],
    ])
      assert.equal(escape(text), expected, text);
  });
  test('a line of an answer is never the beginning of a block of its own', () => {
    const list = run(
      outlining(catalogue, [work('exercise/room', 1, { why: entry('\n\n# a\r\n\r\n```\n<div>\u2028- b') })]),
    );
    const lines = toMarkdown(list, phrases).split('\n').slice(9);
    assert.ok(
      lines.filter(Boolean).every((line) => line.startsWith('>') || line.startsWith('**')),
      lines.join('|'),
    );
  });
});

test('the text to copy holds every answer as it was written', () => {
  const text = toText(outline, phrases);
  for (const part of [
    '◆ 出会い',
    '【理由】\n一行目\n# 二行目',
    '【人】\n2　【呼び名】祖母　【近さ】◎ とても\n10　【呼び名】叔父\n',
    'なくなった演習の答え',
  ])
    assert.ok(text.includes(part), part);
});

test('a text to copy in English has no sign of Japanese but what was written', () => {
  speak('en');
  const text = toText(outline, phrases);
  speak('ja');
  assert.doesNotMatch(text, /[【】■◆●・\u3000]/u);
  assert.ok(text.includes('## 出会い') && text.includes('理由:\n一行目'));
});

test('no line of the text to copy is a formula, a command or another cell for a spreadsheet', () => {
  for (const tag of ['en', 'ja']) {
    speak(tag);
    const begins = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%', ' =', '\t=', '\u00a0='];
    const lines = begins.map((begin) => `${begin}HYPERLINK("https://example.com","x")`);
    for (const between of ['\n', '\r\n', '\r', '\u2028', '\v', '\u0085', '\t']) {
      const list = run(
        outlining(catalogue, [work('exercise/room', 1, { why: entry(`一行目${between}${lines.join(between)}`) })]),
      );
      const cells = toText(list, phrases).split(/[\n\r\v\f\t\u0085\u2028\u2029]/);
      assert.equal(cells.filter((cell) => /^[ \u00a0]*[=+\-@＝＋－＠|%]/.test(cell)).length, 0, cells.join('\n'));
      assert.equal(cells.join('').split('HYPERLINK').length, lines.length + 1, 'nothing is left out');
    }
  }
});
