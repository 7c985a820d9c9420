/** From a query to the pages that answer it, on an index written here the way the generator writes it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grams, shardOf } from '../../../themes/default/scripts/search/grams.js';
import { normalise } from '../../../themes/default/scripts/dom/normalise.js';
import { SCREENFUL, answerable, find, findNear, stems, words } from '../../../themes/default/scripts/search/query.js';
import { rulesOf } from './locale.js';

/** @typedef {import('../../../themes/default/scripts/search/query.js').Text} Text */
/** @typedef {import('../../../themes/default/scripts/search/query.js').Index} Index */
/** @typedef {{ t: string, x?: string, b?: string, n?: string, h?: string }} Given */

const SIGNS = ['!', ';', '', '?'];

/**
 * @param {Given[]} pages
 * @param {{ shards?: number, perFile?: number, authors?: number, names?: [number, string[]][] }} [more]
 */
function indexOf(pages, { shards = 4, perFile = 2, authors = pages.length, names = [] } = {}) {
  /** @type {Text[]} */
  const texts = pages.map((page, n) => ({ u: `p${n}/index.html`, k: 'page', s: '', x: '', ...page }));
  /** @type {Map<string, Map<number, number>>} */
  const postings = new Map();
  for (const [n, { t, b = '', n: other = '', x, h = '' }] of texts.entries()) {
    for (const [place, text] of [t, `${b}、${other}`, x, h].entries()) {
      for (const gram of allGrams(text)) {
        const list = postings.get(gram) ?? new Map();
        if (!list.has(n)) list.set(n, place);
        postings.set(gram, list);
      }
    }
  }
  /** @type {number[]} */
  const read = [];
  const starts = texts.flatMap((_, n) => (n % perFile === 0 ? [n] : []));
  /** @type {Index} */
  const index = {
    meta: async () => ({ pages: pages.length, shards, starts, authors, names }),
    shard: async (k) =>
      Object.fromEntries(
        [...postings].filter(([gram]) => shardOf(gram, shards) === k).map(([gram, list]) => [gram, written(list)]),
      ),
    texts: async (n) => {
      if (!read.includes(n)) read.push(n);
      return texts.slice(starts[n], starts[n] + perFile);
    },
  };
  return { index, read };
}

/** @param {string} text */
function allGrams(text) {
  const normalised = normalise(text);
  return [...normalised.split(' ').flatMap(grams), ...[...normalised].flatMap(grams)];
}

/** @param {Map<number, number>} list */
function written(list) {
  let before = 0;
  return [...list]
    .map(([page, place], i) => {
      const distance = page - before;
      before = page;
      return (i > 0 && distance === 1 ? '' : distance.toString(36)) + SIGNS[place];
    })
    .join(',');
}

/** @param {AsyncGenerator<import('../../../themes/default/scripts/search/query.js').Hit | null, void, void>} found */
async function titles(found) {
  const all = [];
  for await (const hit of found) if (hit) all.push(hit.text.t);
  return all;
}

/**
 * @param {string} query
 * @param {Given[]} pages
 * @param {Parameters<typeof indexOf>[1]} [more]
 */
const answer = (query, pages, more) => titles(find(words(query), indexOf(pages, more).index));

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
  const pages = [
    { t: '甲', x: '自己と己決と決定' },
    { t: '乙', x: '自己決定を支える' },
    { t: '丙', x: '自己決定' },
  ];
  assert.deepEqual(await answer('自己決定', pages), ['乙', '丙']);
  assert.deepEqual(await answer('自己決定 支', pages), ['乙']);
  assert.deepEqual(await answer('自己決定 え', pages), ['乙']);
  assert.deepEqual(await answer('無い言葉', pages), []);
});

test('a name comes first, then titles, then headings, then texts, then what is shown only later', async () => {
  const pages = [
    { t: '甲', h: '受容' },
    { t: '乙', x: '受容' },
    { t: '丙', n: '受容の見出し' },
    { t: '受容とは' },
    { t: '丁', b: '受容について' },
    { t: '戊', n: '受容' },
  ];
  const names = /** @type {[number, string[]][]} */ ([[5, ['戊', '受容']]]);
  assert.deepEqual(await answer('受容', pages, { names }), ['戊', '受容とは', '丙', '丁', '乙', '甲']);
});

test('pages for authors come last, even by their titles', async () => {
  const pages = [{ t: '甲', h: '受容' }, { t: '乙', x: '受容' }, { t: '受容の書き方' }];
  assert.deepEqual(await answer('受容', pages, { authors: 2 }), ['乙', '甲', '受容の書き方']);
});

test('a title that holds the pairs but not the word is no title hit', async () => {
  const pages = [{ t: '甲', x: '自己決定' }, { t: '自己・己決・決定', x: '自己決定' }, { t: '自己・己決・決定その二' }];
  assert.deepEqual(await answer('自己決定', pages), ['甲', '自己・己決・決定']);
});

test('every spelling finds every spelling', async () => {
  const pages = [
    { t: '甲', x: 'ラポールを築く' },
    { t: '乙', x: 'ﾗﾎﾟｰﾙ' },
    { t: '丙', x: 'らぽーる' },
  ];
  for (const query of ['ラポール', 'ﾗﾎﾟｰﾙ', 'らぽーる']) {
    assert.deepEqual(await answer(query, pages), ['甲', '乙', '丙'], query);
  }
});

test('names with signs are found', async () => {
  const pages = [
    { t: '甲', x: 'C++の練習' },
    { t: '乙', x: 'よくあるＱ＆Ａ' },
    { t: '丙', x: 'CとQとA' },
  ];
  const answer = async (/** @type {string} */ typed) => titles(find(words(typed), indexOf(pages).index));
  assert.deepEqual(await answer('C++'), ['甲']);
  assert.deepEqual(await answer('q&a'), ['乙']);
});

test('after two files of texts there is a pause', async () => {
  const pages = Array.from({ length: 200 }, (_, n) => ({ t: `題${n}`, x: '面接の場面' }));
  const { index, read } = indexOf(pages, { perFile: 2 });
  const found = find(words('面接'), index);
  const first = [];
  for (let hit = await found.next(); hit.value; hit = await found.next()) first.push(hit.value);
  assert.equal(first.length, 4);
  assert.deepEqual(read, [0, 1]);
  assert.ok(SCREENFUL > first.length);
});

test('where nothing holds the words, a name with one other letter is what was meant', async () => {
  const names = /** @type {[number, string[]][]} */ ([[0, ['アセスメント', 'あせすめんと']]]);
  const { index } = indexOf([{ t: 'アセスメント' }, { t: '甲', x: 'アセスメントの話' }], { names });
  const { name, found } = await findNear(words('アセスメト'), index);
  assert.equal(name, 'アセスメント');
  assert.deepEqual(await titles(found), ['アセスメント', '甲']);
});

test('where nothing holds the words, what holds the most of them comes first', async () => {
  const pages = [{ t: '甲', x: '面接の話' }, { t: '初回面接の場' }, { t: '乙', x: '始める' }, { t: '丙', x: '料理' }];
  const { index } = indexOf(pages);
  const { name, found } = await findNear(words('初回面接の進行'), index);
  assert.equal(name, undefined);
  assert.deepEqual(await titles(found), ['初回面接の場']);
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
