/** Review files: what is read of them, what is left out, and where their comments belong. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  MAX_COMMENT,
  MAX_COMMENTS,
  isReview,
  readingReview,
  textOf,
} from '../../../themes/default/scripts/review/file.js';
import { byReviewer, placed } from '../../../themes/default/scripts/review/places.js';
import { COURSE, entry, work } from '../lib/answers.js';

/** @typedef {import('../../../themes/default/scripts/review/file.js').Review} Review */
/** @typedef {import('../../../themes/default/scripts/review/file.js').ReviewComment} ReviewComment */

const AT = '2026-11-20T01:02:03.000Z';
const ID = '0123456789abcdef0123456789abcdef';
/** @type {ReviewComment} */
const COMMENT = {
  key: 'exercise/x',
  sheet: 1,
  field: 'a',
  begun: AT,
  about: '雨だった',
  text: 'どこで聞きましたか',
  at: AT,
};
/** @type {Review} */
const REVIEW = { reviewer: { id: ID, name: '佐藤' }, written: AT, comments: [COMMENT] };

const validate = new Ajv2020().compile(
  JSON.parse(readFileSync(new URL('../../../src/answers/review.schema.json', import.meta.url), 'utf8')),
);

/** @param {string} text */
function read(text) {
  const steps = readingReview(text, { course: COURSE });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** @param {object} more @param {unknown[]} [comments] */
const fileWith = (more, comments = [COMMENT]) =>
  JSON.stringify({ ...JSON.parse(textOf(COURSE, REVIEW)), comments, ...more });

/** The comments that are read, of a file that is not refused. @param {unknown[]} comments */
function kept(comments) {
  const found = read(fileWith({}, comments));
  assert.ok(found.ok);
  return { comments: found.review.comments, left: found.left };
}

describe('a review file', () => {
  test('is written as the schema says, and read back as it was', () => {
    const text = textOf(COURSE, REVIEW);
    assert.ok(isReview(text));
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    assert.deepEqual(read(text), { ok: true, review: REVIEW, left: 0 });
    assert.deepEqual(read(`\ufeff${text}`), { ok: true, review: REVIEW, left: 0 });
  });

  for (const [what, text, reason] of /** @type {const} */ ([
    ['cut off', textOf(COURSE, REVIEW).slice(0, -20), 'truncated'],
    ['of another course', fileWith({ course: { id: 'other', title: '別' } }), 'other-course'],
    ['of a newer version', fileWith({ version: 2 }), 'newer'],
    ['without a version', fileWith({ version: '1' }), 'malformed'],
    ['an answer file', fileWith({ format: 'mitate-answers' }), 'not-ours'],
    ['whose reviewer is a script', fileWith({ reviewer: { id: '<script>', name: 'x' } }), 'malformed'],
    ['without a list of comments', fileWith({ comments: { length: 3 } }), 'malformed'],
    ['nested beyond all bounds', `{"format":"mitate-review","x":${'['.repeat(99)}${']'.repeat(99)}}`, 'too-big'],
  ]))
    test(`is refused if it is ${what}`, () => {
      const found = read(text);
      assert.ok(!found.ok);
      assert.equal(found.reason, reason);
    });

  test('loses only the comments that are not as they should be', () => {
    /** @type {[string, object][]} */
    const wrong = [
      ['a name of the prototype', { ...COMMENT, field: '__proto__' }],
      ['a mark of mitate', { ...COMMENT, field: '@looked' }],
      ['a key out of the course', { ...COMMENT, key: 'exercise/../etc' }],
      ['a sheet that is negative', { ...COMMENT, sheet: -1 }],
      ['no words', { ...COMMENT, text: ' ' }],
      ['a text beyond all bounds', { ...COMMENT, text: 'x'.repeat(MAX_COMMENT + 1) }],
      ['an answer that is an object', { ...COMMENT, about: {} }],
      ['a time that is a script', { ...COMMENT, at: '<script>' }],
    ];
    for (const [what, one] of wrong) {
      const found = kept([one, { ...COMMENT, field: 'b' }]);
      assert.deepEqual(
        found.comments.map(({ field }) => field),
        ['b'],
        what,
      );
      assert.equal(found.left, 1, what);
    }
    assert.deepEqual(kept([null, 7, [], 'x']).comments, []);
  });

  test('with more comments than anyone writes is read up to a bound', () => {
    const many = Array.from({ length: MAX_COMMENTS + 5 }, (_, n) => ({ ...COMMENT, field: `a.${n}` }));
    const found = kept(many);
    assert.equal(found.comments.length, MAX_COMMENTS);
    assert.equal(found.left, 5);
  });
});

describe('comments', () => {
  const mine = work('exercise/x', 1, { '@begun': entry(AT), a: entry('雨だった') });
  const called = (/** @type {Review[]} */ reviews) => byReviewer(reviews, (n) => `人${n}`);

  test('are beside their answer, of several reviewers in the order of opening', () => {
    const other = {
      ...REVIEW,
      reviewer: { id: ID.replace('0', 'f'), name: '' },
      comments: [{ ...COMMENT, text: '別の声' }],
    };
    const { at, lost } = placed([mine], called([REVIEW, other]));
    assert.deepEqual(
      at.get('exercise/x#1/a')?.map(({ reviewer, comment }) => [reviewer, comment.text]),
      [
        ['佐藤', 'どこで聞きましたか'],
        ['人2', '別の声'],
      ],
    );
    assert.deepEqual(lost, []);
  });

  test('of a newer file of one reviewer replace those of the older one', () => {
    const newer = { ...REVIEW, written: '2026-11-21T01:02:03.000Z', comments: [{ ...COMMENT, text: '書き直し' }] };
    for (const order of [
      [REVIEW, newer],
      [newer, REVIEW],
    ])
      assert.deepEqual(
        called(order).map(({ review }) => review.comments[0].text),
        ['書き直し'],
      );
  });

  test('of two reviewers of one name have a number each', () => {
    const other = { ...REVIEW, reviewer: { id: ID.replace('0', 'f'), name: '佐藤' } };
    assert.deepEqual(
      called([REVIEW, other]).map((one) => one.called),
      ['佐藤 1', '佐藤 2'],
    );
  });

  test('say if the answer has changed, follow an attempt that got another number, and are lost with their answer', () => {
    const changed = work('exercise/x', 1, { '@begun': entry(AT), a: entry('雪だった') });
    assert.equal(placed([changed], called([REVIEW])).at.get('exercise/x#1/a')?.[0].isChanged, true);
    assert.equal(placed([mine], called([REVIEW])).at.get('exercise/x#1/a')?.[0].isChanged, false);
    const moved = { ...mine, sheet: 3 };
    const another = work('exercise/x', 1, { '@begun': entry('2026-11-22T01:02:03.000Z'), a: entry('雨だった') });
    assert.deepEqual([...placed([another, moved], called([REVIEW])).at.keys()], ['exercise/x#3/a']);
    assert.equal(placed([another], called([REVIEW])).lost.length, 1);
  });
});
