/**
 * The drawing bundle in this engine gives the very bytes that the generator's interpreter gives: both hold the table
 * tests/shared/diagrams/drawn.txt.
 */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const project = new URL('../../../', import.meta.url);
const read = (/** @type {string} */ file) => readFileSync(new URL(file, project), 'utf8');

/** @type {any} */
const context = {};
runInNewContext(read('src/diagram/drawing.js'), context);

/** The words as Fluent says them without arguments. */
const words = Object.fromEntries(
  read('themes/default/locales/ja-diagram.ftl')
    .split('\n')
    .map((line) => /^([a-z0-9-]+) = (.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, key, value]) => [key, value.replace(/\{ "([^"]*)" \}/g, '$1').replace(/\{ (\$[a-z]+) \}/g, '{$1}')]),
);

const dates = JSON.stringify(JSON.parse(read('tests/shared/locales/ja.json'))['@dates']);
words['@dates'] = dates;

/** @param {string} text */
function fnv(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

for (const line of read('tests/shared/diagrams/drawn.txt').trim().split('\n')) {
  const [name, expected] = line.split(' ');
  test(name, () => {
    const { data, problems } = JSON.parse(read(`tests/shared/diagrams/${name}`));
    const kind = name.split('/')[0];
    const { svg, related, text } = JSON.parse(
      context.mitateDiagram.print(kind, JSON.stringify(data), JSON.stringify(words)),
    );
    assert.equal(fnv([svg, related ?? '', text.join('\n')].join('\n')), expected);
    assert.deepEqual(JSON.parse(context.mitateDiagram.problems(kind, JSON.stringify(data), dates)), problems ?? []);
  });
}

test('no text of a drawing is smaller than 12 px', () => {
  const folder = new URL('themes/default/styles/case/', project);
  for (const sheet of readdirSync(folder)) {
    for (const [rule, size] of readFileSync(new URL(sheet, folder), 'utf8').matchAll(
      /\.dg[^{}]*\{[^}]*font-size: ([\d.]+)px/g,
    ))
      assert.ok(Number(size) >= 12, rule);
  }
});
