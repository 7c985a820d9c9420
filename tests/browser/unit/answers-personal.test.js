/** What looks like a living person's data. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  asksForName,
  findPersonal,
  findPersonalIn,
  mayBeName,
} from '../../../themes/default/scripts/answers/personal.js';
import { rulesOf, speak } from './locale.js';

speak('ja');

/** By language. @type {Record<string, [string, [kind: string, text: string][]][]>} */
const table = JSON.parse(await readFile(new URL('../../shared/personal.json', import.meta.url), 'utf8'));

/** @param {string} text */
const shown = (text) => findPersonal(text).map(({ kind, range: [start, end] }) => [kind, text.slice(start, end)]);

for (const [tag, rows] of Object.entries(table)) {
  test(`every row of the table that the generator shares (${tag})`, () => {
    const rules = rulesOf(tag)['@personal'];
    for (const [text, expected] of rows) {
      const found = findPersonal(text, rules).map(({ kind, range: [start, end] }) => [kind, text.slice(start, end)]);
      assert.deepEqual(found, expected, text);
    }
  });
}

/** By language. @type {Record<string, [label: string, asks: boolean][]>} */
const labels = JSON.parse(await readFile(new URL('../../shared/name-labels.json', import.meta.url), 'utf8'));

for (const [tag, rows] of Object.entries(labels)) {
  test(`a label asks for a name if it is the word for one (${tag})`, () => {
    for (const [label, asks] of rows) assert.equal(asksForName(label, rulesOf(tag)['@personal']), asks, label);
  });
}

/** By language. @type {Record<string, [label: string, text: string, may: boolean][]>} */
const called = JSON.parse(await readFile(new URL('../../shared/called.json', import.meta.url), 'utf8'));

for (const [tag, rows] of Object.entries(called)) {
  test(`a short answer to who someone is may be a name if it is no role (${tag})`, () => {
    const rules = rulesOf(tag)['@called'];
    for (const [label, text, may] of rows) assert.equal(mayBeName(text, label, rules), may, `${label}: ${text}`);
  });
}

test('a street address is found, of an invented place it is not', () => {
  assert.deepEqual(shown('東京都千代田区丸の内1丁目9番1号'), [['address', '東京都千代田区丸の内1丁目9番1号']]);
  assert.deepEqual(shown('横浜市中区本町６－５０－１に住む'), [['address', '横浜市中区本町６－５０－１']]);
  assert.deepEqual(shown('中央区大通西2番3号'), [['address', '中央区大通西2番3号']]);
  for (const text of ['A市本町1丁目', 'Ｂ町3丁目2番地', '町内で2-3人', '区切りで2-3-4', '市の3番目', '村で10番']) {
    assert.deepEqual(shown(text), [], text);
  }
});

test('what a date field holds is the day of writing, unless it asks for a birthday', () => {
  assert.deepEqual(findPersonalIn('2026-11-21', '書いた日'), []);
  assert.deepEqual(findPersonalIn('2026-11-21T12:09:54.835Z', '書き直した時'), [], 'a moment that the page kept');
  assert.equal(findPersonalIn('2010-04-03', '生年月日').length, 1);
  assert.equal(findPersonalIn('2010-04-03生まれ', '書いた日').length, 1);
});

test('a megabyte of anything is looked through', () => {
  for (const piece of [
    'a',
    '1',
    '0-',
    '市',
    '区あ',
    '東京都千代田区丸の内',
    '@a.',
    'a@',
    '〒 ',
    '平成1年',
    '123-',
    'Aa ',
    '1 Aa Bb ',
    'A1 ',
    '+1 ',
    '(020) ',
    'May 1 ',
    '0 ',
    '090 ',
    'a(at)',
    'LINE ID ',
    '学籍番号 1',
    '佐藤',
    '名前',
  ]) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    // Quadratic work would take hours.
    for (const tag of Object.keys(table))
      assert.ok(Array.isArray(findPersonal(text, rulesOf(tag)['@personal'])), piece);
  }
});
