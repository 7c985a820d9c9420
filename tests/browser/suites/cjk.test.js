/** Emphasis beside Japanese and Korean: as `markdown-it-cjk-friendly` reads it, on texts that are drawn from a seed. */

import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { load, outcomes, plain, recorded } from '../lib/suites.js';

const [MarkdownIt, cjkFriendly] = await Promise.all(['markdown-it', 'markdown-it-cjk-friendly'].map(load));

const PIECES = [
  '**',
  '**',
  '*',
  '~~',
  '字',
  'かな',
  'カナ',
  '한국',
  'a1',
  ' ',
  '、',
  '。',
  '「',
  '」',
  '（',
  '）',
  '!',
  '？',
  '神\ufe00',
];

/** How many texts are drawn. */
const DRAWN = 1500;

/** Numbers from 0 to below `limit`, the same in every run. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

test('emphasis beside Japanese is where the rule for it says', () => {
  const below = dice(20261130);
  const texts = Array.from({ length: DRAWN }, () => {
    const pieces = Array.from({ length: 3 + below(8) }, () => PIECES[below(PIECES.length)]);
    return `あ${pieces.join('')}い`;
  });
  const [{ codes, html }] = outcomes([texts.join('\n\n')]);
  deepEqual(codes, []);
  const expected = new MarkdownIt().use(cjkFriendly).render(texts.join('\n\n'));
  const paragraphs = (/** @type {string} */ page) => plain(page).split('</p>');
  const [shown, wanted] = [paragraphs(html ?? ''), paragraphs(expected)];
  const different = texts.flatMap((text, index) =>
    shown[index] === wanted[index] ? [] : [`${text} ${shown[index]} ${wanted[index]}`],
  );
  deepEqual(different, recorded('cjk', different));
});
