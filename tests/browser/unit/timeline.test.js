/** Timelines: dates are read, nothing touches, each entry is said in the order of time, what is impossible is found. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf as read, datesOf } from '../../../themes/default/scripts/diagram/timeline-dates.js';
import { describe, draw, problems as problemsOf } from '../../../themes/default/scripts/diagram/timeline.js';
import { assertApart, assertInside, assertStyled, assertSvg, en, frozen, ja, vectors } from './diagram-tools.js';

const dates = (/** @type {Record<string, string>} */ words) => datesOf(words['@dates']);
/** @param {unknown} written @param {import('../../../themes/default/scripts/diagram/timeline-dates.js').Unit} unit @param {any} [start] */
const cellOf = (written, unit, start) => read(written, { unit, dates: dates(ja) }, start);
const problems = (/** @type {any} */ data) => problemsOf(data, ja);

const all = await vectors('timeline');
const named = (/** @type {string} */ name) => all.find(({ file }) => file === `${name}.json`)?.data;

for (const { file, name, data, problems: expected } of all) {
  test(`${file}: ${name}`, async () => {
    frozen(data);
    assert.deepEqual(problems(data), expected);
    const drawing = draw(data, ja);
    assertApart(drawing.shapes, file);
    assertInside(drawing, file);
    assert.ok(drawing.width <= 720, 'as wide as a page on a small notebook');
    assertSvg(drawing.svg, file);
    await assertStyled(drawing.svg, file);
    assert.deepEqual(draw(JSON.parse(JSON.stringify(data)), ja), drawing);
    const english = draw(data, en);
    assertApart(english.shapes, `${file} (en)`);
    assertInside(english, `${file} (en)`);
    if (expected.length === 0) {
      for (const { id } of data.spans)
        assert.ok(
          drawing.shapes.some((shape) => shape.id === id),
          `${file}: ${id} is not drawn`,
        );
    }
  });
}

/** @type {[written: unknown, unit: import('../../../themes/default/scripts/diagram/timeline-dates.js').Unit, at: number | undefined, size?: number][]} */
const DATES = [
  ['X年', 'year', 0, 1],
  ['Ｘ＋２年', 'year', 2, 1],
  ['（X－1）年4月', 'year', -0.75, 1 / 12],
  ['2019年', 'year', 2019, 1],
  [2019, 'year', 2019, 1],
  ['2019-04', 'year', 2019.25, 1 / 12],
  ['13歳', 'age', 13, 1],
  ['１３歳６か月', 'age', 13.5, 1 / 12],
  ['13歳半', 'age', 13.5, 1 / 12],
  [13.5, 'age', 13.5, 0],
  ['13歳12か月', 'age', undefined],
  ['中1', 'age', undefined],
  ['小1', 'grade', 1, 1],
  ['小学6年生', 'grade', 6, 1],
  ['中1', 'grade', 7, 1],
  ['中学校3年', 'grade', 9, 1],
  ['高2の3月', 'grade', 11 + 11 / 12, 1 / 12],
  ['中1 9月', 'grade', 7 + 5 / 12, 1 / 12],
  ['中1の2学期', 'grade', 7 + 5 / 12, 4 / 12],
  ['小4の夏', 'grade', 4.25, 2 / 12],
  ['年長', 'grade', 0, 1],
  ['中4', 'grade', undefined],
  ['小0', 'grade', undefined],
  ['X年4月', 'month', 3, 1],
  ['X+1年3月', 'month', 14, 1],
  ['X年4月16日', 'month', 3 + 15 / 31, 1 / 31],
  ['X年4月下旬', 'month', 3 + 2 / 3, 1 / 3],
  ['X年度', 'month', 3, 12],
  ['X年度2月', 'month', 13, 1],
  ['X年13月', 'month', undefined],
  ['X年4月32日', 'month', undefined],
  ['きのう', 'month', undefined],
  ['', 'month', undefined],
  [null, 'year', undefined],
  [NaN, 'age', undefined],
];

test('dates as authors write them', () => {
  for (const [written, unit, at, size] of DATES) {
    const cell = cellOf(written, unit);
    if (at === undefined) assert.equal(cell, undefined, String(written));
    else {
      assert.ok(cell && Math.abs(cell.at - at) < 1e-9, `${written}: ${cell?.at}`);
      assert.ok(Math.abs(cell.size - (size ?? 0)) < 1e-9, `${written}: ${cell?.size}`);
    }
  }
});

/** @type {typeof DATES} */
const ENGLISH = [
  ['X', 'year', 0, 1],
  ['year X', 'year', 0, 1],
  ['Year X + 2', 'year', 2, 1],
  ['year X-4', 'year', -4, 1],
  ['April 2019', 'year', 2019.25, 1 / 12],
  ['Apr. 2019', 'year', 2019.25, 1 / 12],
  ['April of year X', 'year', 0.25, 1 / 12],
  ['spring of year X', 'year', 2 / 12, 3 / 12],
  ['the autumn of 2019', 'year', 2019 + 8 / 12, 3 / 12],
  ['fall 2019', 'year', 2019 + 8 / 12, 3 / 12],
  ['late April 2019', 'month', 2019 * 12 + 3 + 2 / 3, 1 / 3],
  ['16 April, year X', 'month', 3 + 15 / 31, 1 / 31],
  ['April 16th, 2019', 'month', 2019 * 12 + 3 + 15 / 31, 1 / 31],
  ['X-04', 'year', 0.25, 1 / 12],
  ['X/4', 'year', 0.25, 1 / 12],
  ['2019-04', 'year', 2019.25, 1 / 12],
  ['13', 'age', 13, 1],
  ['age 13', 'age', 13, 1],
  ['13 years', 'age', 13, 1],
  ['13 years old', 'age', 13, 1],
  ['13 years 6 months', 'age', 13.5, 1 / 12],
  ['13 years and 6 months', 'age', 13.5, 1 / 12],
  ['13y6m', 'age', 13.5, 1 / 12],
  ['13;6', 'age', 13.5, 1 / 12],
  ['13½', 'age', 13.5, 1 / 12],
  ['13.5', 'age', 13.5, 0],
  ['13 years 12 months', 'age', undefined],
  ['5', 'grade', 5, 1],
  ['Year 7', 'grade', 7, 1],
  ['Y7', 'grade', 7, 1],
  ['Reception', 'grade', 0, 1],
  ['Grade 5', 'grade', 5, 1],
  ['5th grade', 'grade', 5, 1],
  ['K', 'grade', 0, 1],
  ['kindergarten', 'grade', 0, 1],
  ['Pre-K', 'grade', -1, 1],
  ['Year 7, October', 'grade', 7 + 1 / 12, 1 / 12],
  ['autumn term of Year 7', 'grade', 7, 4 / 12],
  ['spring of 5th grade', 'grade', 5 + 6 / 12, 3 / 12],
  ['18 months', 'age', 1.5, 1 / 12],
  ['10 months', 'age', 10 / 12, 1 / 12],
  ['at birth', 'age', 0, 1 / 12],
  ['end of Year 7', 'grade', 7 + 8 / 12, 4 / 12],
  ['the start of 5th grade', 'grade', 5, 4 / 12],
  ['Lower Sixth', 'grade', 12, 1],
  ['sophomore year', 'grade', 10, 1],
  ['early 2020', 'year', 2020, 4 / 12],
  ['mid-2020', 'year', 2020 + 4 / 12, 4 / 12],
  ['04/2019', 'year', 2019 + 3 / 12, 1 / 12],
  ['end of May', 'month', 4 + 2 / 3, 1 / 3],
  ['Year 14', 'grade', undefined],
  ['Grade 13', 'grade', undefined],
  ['yesterday', 'month', undefined],
  ['April', 'month', 3, 1],
];

test('dates as authors write them in English', () => {
  for (const [written, unit, at, size] of ENGLISH) {
    const cell = read(written, { unit, dates: dates(en) });
    if (at === undefined) assert.equal(cell, undefined, String(written));
    else {
      assert.ok(cell && Math.abs(cell.at - at) < 1e-9, `${written}: ${cell?.at}`);
      assert.ok(Math.abs(cell.size - (size ?? 0)) < 1e-9, `${written}: ${cell?.size}`);
    }
  }
});

test('X-04 is April in every language, and X-4 is reported with both of its readings', () => {
  for (const words of [ja, en]) {
    assert.equal(read('X-04', { unit: 'year', dates: dates(words) })?.at, 0.25);
    const span = { id: 'a', from: 'X-4', label: 'a', lane: 'life' };
    const found = problemsOf(/** @type {any} */ ({ unit: 'year', spans: [span] }), words);
    assert.deepEqual(found, [{ code: 'ambiguous-date', path: 'spans.0.from', date: 'X-4', from: 'X-4', to: '4' }]);
    assert.deepEqual(problemsOf(/** @type {any} */ ({ unit: 'year', spans: [{ ...span, from: 'X-04' }] }), words), []);
    // Where it is depends on how it is meant, so it is not outside as well.
    const axis = { unit: 'month', start: 'X/4', end: 'X/12', spans: [{ ...span, from: 'X-10' }] };
    const codes = problemsOf(/** @type {any} */ (axis), words).map(({ code }) => code);
    assert.deepEqual(codes, ['ambiguous-date']);
  }
});

test('grades of two school systems are never mixed, and a number is of any', () => {
  const span = (/** @type {string} */ from) => ({ id: from, from, label: 'a', lane: 'school' });
  const problems = (/** @type {string} */ start, /** @type {string} */ from) =>
    problemsOf(/** @type {any} */ ({ unit: 'grade', start, end: '9', spans: [span(from)] }), en).map(
      ({ code }) => code,
    );
  assert.deepEqual(problems('Year 5', 'Grade 6'), ['mixed-calendars']);
  assert.deepEqual(problems('5', 'Grade 6'), []);
  const drawn = draw(/** @type {any} */ ({ unit: 'grade', start: '5', end: '9', spans: [span('Year 6')] }), en);
  assert.ok(drawn.svg.includes('Year 5') && drawn.shapes.some(({ id }) => id === 'Year 6'));
});

test('a month without a year is the first one from the start on', () => {
  const april = cellOf('X年4月', 'month');
  assert.equal(cellOf('4月', 'month', april)?.at, 3);
  assert.equal(cellOf('2月', 'month', april)?.at, 13);
  assert.equal(cellOf(5, 'month', cellOf('2024年9月', 'month'))?.at, 2025 * 12 + 4);
});

test('what is earlier is further left', () => {
  for (const { data, file, problems: expected } of all) {
    if (expected.length > 0) continue;
    const start = cellOf(data.start, data.unit);
    const { shapes } = draw(data, ja);
    const events = data.spans
      .filter((/** @type {any} */ { to, kind, gap }) => to === undefined && kind === undefined && !gap)
      .map((/** @type {any} */ span) => ({
        at: cellOf(span.from, data.unit, start),
        x: shapes.find(({ id }) => id === span.id)?.x,
      }));
    for (const a of events) {
      for (const b of events) if (a.at.at + a.at.size <= b.at.at) assert.ok(a.x < b.x, `${file}: ${a.x} ${b.x}`);
    }
  }
});

test('each entry in the order of time, word for word', () => {
  assert.deepEqual(describe(named('gaps'), ja), [
    'X-6年、仕事：就職。気持ちは「とてもよい」。',
    'X-5年4月、仕事：部署がかわる。気持ちは「ふつう」。',
    'X-4年6月、仕事：退職。気持ちは「とてもつらい」。',
    'X-4年7月からX-2年12月まで、生活：この間のことはまだ聴いていない。まだわからない期間。',
    'X-3年、健康：通院していたらしい。まだわからない期間。',
    'X-1年、支援：母が相談に来る。気持ちは「つらい」。',
    'X-1年9月から続く、支援：訪問が始まる。',
    'X年5月、生活：図書館へ出かける。気持ちは「よい」。',
  ]);
  assert.equal(describe(named('overlap'), ja)[0], '10歳から12歳まで、生活：学習塾。');
  for (const { data } of all)
    for (const words of [ja, en]) assert.equal(describe(data, words).length, data.spans.length);
});

test('the line of feelings is broken where nothing is known', () => {
  const { svg } = draw(named('gaps'), ja);
  const line = /class="dg-feeling-line" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  assert.equal(line.match(/M/g)?.length, 2);
  assert.equal(line.match(/L/g)?.length, 3);
});

test('many entries anywhere in time: nothing touches', () => {
  let state = 7;
  const lot = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const text = '保健室登校をはじめて養護教諭とスクールカウンセラーに週に一度ずつ話す';
  for (let round = 0; round < 60; round++) {
    const spans = Array.from({ length: 1 + lot(30) }, (_, i) => {
      const from = lot(12);
      return {
        id: `e${i}`,
        from: `X年${from + 1}月${lot(2) ? `${1 + lot(28)}日` : ''}`,
        label: text.slice(lot(9), lot(9) + 1 + lot(24)) || 'A',
        lane: ['life', 'home', 'school', 'work', 'health', 'support'][lot(6)],
        ...(lot(3) ? {} : { to: `X年${from + 1 + lot(12 - from)}月` }),
        ...(lot(5) ? {} : { kind: 'period' }),
        ...(lot(3) ? {} : { feeling: lot(5) - 2 }),
        ...(lot(9) ? {} : { gap: true }),
      };
    });
    const data = /** @type {any} */ ({ unit: 'month', start: 'X年1月', end: 'X年12月', spans });
    const drawing = draw(data, ja);
    assertApart(drawing.shapes, `round ${round}`);
    assertInside(drawing, `round ${round}`);
  }
});

test('an axis of any length stays a picture one can look at', () => {
  const spans = [{ id: 'a', from: 0, label: '生まれる', lane: 'life' }];
  for (const end of [0, 1, 12, 30, 100]) {
    const { width } = draw(/** @type {any} */ ({ unit: 'age', start: 0, end, spans }), ja);
    assert.ok(width > 300 && width <= 720, `${end}: ${width}`);
  }
});

test('data that cannot be right is still drawn', () => {
  const odd = /** @type {any} */ ({
    unit: 'year',
    spans: [
      { id: 'a', from: 'いつか', label: '', lane: 'other' },
      { id: 'b', from: 'X年', to: '？', label: 'b', lane: 'other', feeling: 99 },
    ],
  });
  assertSvg(draw(odd, ja).svg, 'odd');
  for (const part of /** @type {any[]} */ ([
    {},
    { unit: 'year', spans: [] },
    { unit: 'age', start: null, spans: [{ id: 'a' }, null] },
  ])) {
    assertSvg(draw(part, ja).svg, 'part');
    describe(part, ja);
    problems(part);
  }
});

test('a sentence begins with a capital', () => {
  const spans = [{ id: 'a', from: 'summer of Year 6', label: 'Moves', lane: 'home' }];
  const said = describe(/** @type {any} */ ({ unit: 'grade', spans }), en);
  assert.match(said.join(' '), /^Summer of Year 6, /);
});
