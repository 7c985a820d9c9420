/** From a query to the pages that answer it, on an index written here the way the generator writes it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grams, shardOf } from '../../../themes/default/scripts/search/grams.js';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';
import { SCREENFUL, answerable, find, stems, words } from '../../../themes/default/scripts/search/query.js';
import { rulesOf } from './locale.js';

/** @typedef {import('../../../themes/default/scripts/search/query.js').Text} Text */

/**
 * @param {[title: string, text: string][]} pages
 * @param {number} shards
 */
function indexOf(pages, shards = 4) {
  /** @type {Text[]} */
  const texts = pages.map(([t, x], n) => ({ u: `p${n}/index.html`, t, k: 'page', s: '', x }));
  /** @type {Map<string, Map<number, boolean>>} */
  const postings = new Map();
  for (const [n, { t, x }] of texts.entries()) {
    const inTitle = new Set(allGrams(t));
    for (const gram of [...inTitle, ...allGrams(x)]) {
      const list = postings.get(gram) ?? new Map();
      list.set(n, inTitle.has(gram));
      postings.set(gram, list);
    }
  }
  /** @type {number[]} */
  const read = [];
  const index = {
    meta: async () => ({ pages: pages.length, shards }),
    shard: async (/** @type {number} */ k) =>
      Object.fromEntries(
        [...postings].filter(([gram]) => shardOf(gram, shards) === k).map(([gram, list]) => [gram, written(list)]),
      ),
    text: async (/** @type {number} */ n) => {
      read.push(n);
      return texts[n];
    },
  };
  return { index, read };
}

/** @param {string} text */
function allGrams(text) {
  const normalised = normalise(text);
  return [...normalised.split(' ').flatMap(grams), ...[...normalised].flatMap(grams)];
}

/** @param {Map<number, boolean>} list */
function written(list) {
  let before = 0;
  return [...list]
    .map(([page, inTitle], i) => {
      const distance = page - before;
      before = page;
      return (i > 0 && distance === 1 ? '' : distance.toString(36)) + (inTitle ? '!' : '');
    })
    .join(',');
}

/**
 * @param {string} query
 * @param {[string, string][]} pages
 */
async function answer(query, pages) {
  const { index } = indexOf(pages);
  const found = [];
  for await (const text of find(words(query), index)) found.push(text.t);
  return found;
}

test('a query is words between spaces, normalised, each once', () => {
  assert.deepEqual(words('　ﾗﾎﾟｰﾙ  ラポール 5P '), ['らぽーる', '5p']);
  assert.deepEqual(words('  '), []);
});

test('only a query with something to look up can be answered', () => {
  assert.equal(answerable(words('あ')), false);
  assert.equal(answerable(words('・・')), false);
  assert.equal(answerable([]), false);
  assert.equal(answerable(words('場')), true);
  assert.equal(answerable(words('あ 場')), true);
});

test('a page must hold every word, whole', async () => {
  /** @type {[string, string][]} */
  const pages = [
    ['甲', '自己と己決と決定'],
    ['乙', '自己決定を支える'],
    ['丙', '自己決定'],
  ];
  assert.deepEqual(await answer('自己決定', pages), ['乙', '丙']);
  assert.deepEqual(await answer('自己決定 支', pages), ['乙']);
  assert.deepEqual(await answer('自己決定 え', pages), ['乙']);
  assert.deepEqual(await answer('無い言葉', pages), []);
});

test('titles come first, each group in the order of the course', async () => {
  /** @type {[string, string][]} */
  const pages = [
    ['甲', '受容'],
    ['受容とは', ''],
    ['乙', '受容'],
    ['受容の場面', ''],
  ];
  assert.deepEqual(await answer('受容', pages), ['受容とは', '受容の場面', '甲', '乙']);
});

test('a title that holds the pairs but not the word is no title hit', async () => {
  /** @type {[string, string][]} */
  const pages = [
    ['甲', '自己決定'],
    ['自己・己決・決定', '自己決定'],
    ['自己・己決・決定その二', ''],
  ];
  assert.deepEqual(await answer('自己決定', pages), ['甲', '自己・己決・決定']);
});

test('every spelling finds every spelling', async () => {
  /** @type {[string, string][]} */
  const pages = [
    ['甲', 'ラポールを築く'],
    ['乙', 'ﾗﾎﾟｰﾙ'],
    ['丙', 'らぽーる'],
  ];
  for (const query of ['ラポール', 'ﾗﾎﾟｰﾙ', 'らぽーる']) {
    assert.deepEqual(await answer(query, pages), ['甲', '乙', '丙'], query);
  }
});

test('names with signs are found', async () => {
  /** @type {[string, string][]} */
  const pages = [
    ['甲', 'C++の練習'],
    ['乙', 'よくあるＱ＆Ａ'],
    ['丙', 'CとQとA'],
  ];
  assert.deepEqual(await answer('C++', pages), ['甲']);
  assert.deepEqual(await answer('q&a', pages), ['乙']);
});

test('no more texts are read than the results need', async () => {
  const { index, read } = indexOf(Array.from({ length: 200 }, (_, n) => [`題${n}`, '面接の場面']));
  const found = find(words('面接'), index);
  for (let i = 0; i < SCREENFUL + 1; i++) await found.next();
  assert.equal(read.length, SCREENFUL + 1);
});

test('a word to look for loses the endings that the locale names', () => {
  const english = rulesOf('en')['@search'];
  /** What is in texts, and what is found by its stem. @type {[query: string, text: string][]} */
  const pairs = [
    ['Formulations', 'a formulation'],
    ['erasing', 'she erases it'],
    ['listened', 'listening'],
    ['organization', 'an organisation'],
    ['families', 'the family'],
    ['sentences', 'a sentence'],
  ];
  for (const [query, text] of pairs) {
    const [stem] = stems(words(query), english);
    assert.ok(text.includes(stem), `${query}: ${stem}`);
  }
  assert.deepEqual(stems(words('this bus is red'), english), ['this', 'bus', 'is', 'red']);
  assert.deepEqual(stems(words('ラポール 自己決定'), rulesOf('ja')['@search']), ['らぽーる', '自己決定']);
});
