/** The hypothesis log, without a page: evidence, revisions, questions back. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  confidence,
  hypothesisOf,
  isUsed,
  line,
  revisionsOf,
} from '../../../themes/default/exercise/formulation/book.js';
import { evidenceOf, filing, itemOf, listOf } from '../../../themes/default/exercise/formulation/evidence.js';
import {
  certainIn,
  diagnosisIn,
  questionsOn,
  touches,
} from '../../../themes/default/exercise/formulation/questions.js';

import { rulesOf, speak } from './locale.js';

speak('ja');
const english = rulesOf('en')['@questions'];

/** @typedef {import('../../../themes/default/scripts/dom/values.js').Value} Value */
/** @typedef {import('../../../themes/default/exercise/formulation/book.js').Hypothesis} Hypothesis */

describe('evidence', () => {
  test('its words can be read without the case', () => {
    const item = itemOf({ words: '「おおげさに\nしないでください」 #1 と言った。', id: 's-1a2b' });
    assert.equal(item, '「おおげさに しないでください」 #1 と言った。 #s-1a2b');
    assert.deepEqual(evidenceOf(item), { words: '「おおげさに しないでください」 #1 と言った。', id: 's-1a2b' });
    assert.deepEqual(evidenceOf('手で書いた文'), { words: '手で書いた文', id: '' });
    assert.deepEqual(listOf('一つ'), ['一つ']);
    assert.deepEqual(listOf(undefined), []);
  });

  test('a sentence is on one side, and a second filing removes it', () => {
    const rain = { words: '雨だった。', id: 's-r' };
    const first = filing({ for: [], against: [] }, 'for', rain);
    assert.deepEqual(first, { lists: { for: ['雨だった。 #s-r'], against: [] }, filed: true });
    const turned = filing(first.lists, 'against', rain);
    assert.deepEqual(turned, { lists: { for: [], against: ['雨だった。 #s-r'] }, filed: true });
    assert.deepEqual(filing(turned.lists, 'against', rain), { lists: { for: [], against: [] }, filed: false });
  });

  test('a sentence that the author reworded and the old one are two', () => {
    const before = { for: ['雨だった。 #s-old'], against: [] };
    assert.deepEqual(filing(before, 'for', { words: '小雨だった。', id: 's-new' }).lists.for, [
      '雨だった。 #s-old',
      '小雨だった。 #s-new',
    ]);
  });
});

describe('the book', () => {
  /** @type {Map<string, Value>} */
  const values = new Map(
    Object.entries({
      'say.1': ' いまの文 ',
      'sure.1': '40',
      'for.1': ['雨だった。 #s-r'],
      'rev.1.10.say': '十',
      'rev.1.2.say': '二',
      'rev.1.2.sure': '70',
      'rev.11.1.say': '別の仮説',
      'p.2': 'protective',
    }),
  );

  test('revisions come in the order of their numbers, of one hypothesis only', () => {
    assert.deepEqual(
      revisionsOf(values, 1).map(({ number, say, sure }) => [number, say, sure]),
      [
        [2, '二', '70'],
        [10, '十', ''],
      ],
    );
    assert.deepEqual(revisionsOf(values, 2), []);
  });

  test('a hypothesis is what was written on it', () => {
    const one = hypothesisOf(values, 1);
    assert.deepEqual([one.say, one.for, one.against, one.revisions.length], ['いまの文', ['雨だった。'], [], 2]);
    assert.deepEqual(
      [1, 2, 3, 11].map((n) => isUsed(values, n)),
      [true, true, false, true],
    );
  });

  test('a confidence is a number from 0 to 100, and the line leaves out what has none', () => {
    assert.deepEqual(['', '0', '100', '101', 'x'].map(confidence), [undefined, 0, 100, undefined, undefined]);
    assert.deepEqual(line(['0', '', '100'], 200, 40), [
      { x: 0, y: 40, value: 0 },
      { x: 200, y: 0, value: 100 },
    ]);
    assert.deepEqual(line(['50'], 200, 40), [{ x: 0, y: 20, value: 50 }]);
  });
});

describe('wording', () => {
  test('a diagnosis as the cause is found', () => {
    for (const text of [
      '発達障害なので、朝の支度ができない',
      '自閉スペクトラム症だから音がつらい',
      'ADHDのため忘れ物が多い',
      '起立性調節障害によって起きられない',
      'うつ病が原因で休んでいる',
      '不安症のせいで教室に入れない',
      '愛着の問題があるから離れられない',
      '発達の特性により人が苦手',
      'They stay home because of ADHD.',
      'Autism is why the noise hurts.',
    ])
      assert.notEqual(diagnosisIn(text), '', text);
    assert.notEqual(diagnosisIn('He hits because he has ADHD.', english), '');
  });

  test('a diagnosis that is only named, and other causes, are not', () => {
    for (const text of [
      '起立性調節障害の検査を受けている',
      '症状が出たので休んだ',
      '病院に行ったので遅れた',
      '雨だったので遅れた',
      '障害物があるので遠回りした',
      '病名はついていない',
      'The doctor spoke of depression.',
    ]) {
      assert.equal(diagnosisIn(text), '', text);
    }
  });

  test('a sentence that sounds settled is found, and a supposition is not', () => {
    for (const text of [
      '原因は母である。',
      'これは怠けだ。',
      '音がつらいに違いない。',
      '雨の日だけ休む。だから音のせいだ。',
      'It is clearly the noise.',
    ])
      assert.notEqual(certainIn(text), '', text);
    for (const text of [
      '音がつらいのではないか。',
      '家に戻ると楽になるからだと考えられる。',
      '毎朝、制服を着ている。',
      '昼が怖いのかもしれない',
      '母のせいだとも読める。',
      '待っているのだろうか？',
      '記録を三度読んだ。',
      'It may be the noise.',
    ])
      assert.equal(certainIn(text), '', text);
    assert.equal([...certainIn(`${'長'.repeat(40)}である。`)].length, 21);
    assert.equal(certainIn('It may rain. This is definitely because of the noise.', english), '…of the noise.');
    assert.equal(certainIn('It is clearly the noise, or might it be the light?', english), '');
  });

  test("a strength is touched by a word of its own, not by one of everybody's", () => {
    assert.ok(touches('Aは将棋を指していた。', '将棋の対局をやめない。'));
    assert.ok(!touches('自分の教室に入れない。', '自分で学校の話をする。'));
    assert.ok(touches('A was drawing trains.', 'Keeps drawing every day', english));
    assert.ok(!touches('There was a teacher.', 'Talks with the teacher', english));
  });
});

describe('questions back', () => {
  /** @param {Partial<Hypothesis>} more @returns {Hypothesis} */
  const hypothesis = (more) => ({
    n: 1,
    say: '昼の音がつらいのではないか。',
    for: ['ふたが鳴った。'],
    against: ['吹奏楽は平気だった。'],
    other: '体調',
    missing: '',
    sure: '40',
    next: '昼の様子を聞く',
    who: 'SC',
    when: '木曜',
    places: {},
    revisions: [],
    ...more,
  });
  /** @param {Hypothesis[]} hypotheses @param {object} [more] */
  const keys = (hypotheses, more) =>
    questionsOn({ hypotheses, strengths: [], policy: '', resources: '', axes: {}, ...more }).map(({ key }) => key);

  test('nothing is asked about a hypothesis that lacks nothing, nor about an empty ledger', () => {
    assert.deepEqual(keys([hypothesis({})]), []);
    assert.deepEqual(keys([hypothesis({ say: '' })]), []);
    assert.deepEqual(keys([], { strengths: ['将棋'], policy: '方針' }), []);
  });

  test('evidence: none, one-sided, a check that hangs in the air', () => {
    assert.deepEqual(keys([hypothesis({ against: [] })]), ['ask-only-for']);
    assert.deepEqual(keys([hypothesis({ for: [] })]), ['ask-only-against']);
    assert.deepEqual(keys([hypothesis({ for: [], against: [] })]), ['ask-plan']);
    assert.deepEqual(keys([hypothesis({ for: [], against: [], next: '' })]), ['ask-no-evidence', 'ask-next']);
    assert.deepEqual(keys([hypothesis({ for: [], against: [] })], { policy: '席を移す' }), ['ask-plan', 'ask-policy']);
  });

  test('an alternative, who checks, a diagnosis as cause, a settled end', () => {
    assert.deepEqual(keys([hypothesis({ other: '' })]), ['ask-other']);
    assert.deepEqual(keys([hypothesis({ who: '' })]), ['ask-who']);
    assert.deepEqual(keys([hypothesis({ say: '発達障害だからできないのである。' })]), ['ask-diagnosis', 'ask-certain']);
  });

  test('strengths: in the evidence, in the place of what protects, in the resources', () => {
    const strengths = ['将棋の対局をやめない。'];
    assert.deepEqual(keys([hypothesis({})], { strengths }), ['ask-strengths']);
    assert.deepEqual(keys([hypothesis({ for: ['Aは将棋を指していた。'] })], { strengths }), []);
    assert.deepEqual(keys([hypothesis({ places: { p: 'protective' } })], { strengths }), []);
    assert.deepEqual(keys([hypothesis({})], { strengths, resources: '将棋部の顧問' }), []);
  });

  test('a revision that did not change the confidence; places of the axes without a hypothesis', () => {
    const was = { number: 1, say: '前の文', sure: '40', why: 'わけ', at: '' };
    assert.deepEqual(keys([hypothesis({ revisions: [was] })]), ['ask-unmoved']);
    assert.deepEqual(keys([hypothesis({ revisions: [{ ...was, sure: '70' }] })]), []);
    const axes = {
      time: [
        { id: 'past', title: 'これまで' },
        { id: 'present', title: 'いま' },
        { id: 'future', title: 'これから' },
      ],
    };
    const two = [hypothesis({ places: { time: 'past' } }), hypothesis({ n: 2, places: { time: 'past' } })];
    const [asked] = questionsOn({ hypotheses: two, strengths: [], policy: '', resources: '', axes });
    assert.deepEqual(asked, { key: 'ask-time', args: { places: ['いま', 'これから'] } });
    assert.deepEqual(keys([two[0]], { axes }), []);
  });
});
