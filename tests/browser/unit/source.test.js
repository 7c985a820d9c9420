/** The shape of the client's source: short functions, imports that run one way, type names that mean one thing. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parsers } from 'prettier/plugins/acorn';

const THEME = fileURLToPath(new URL('../../../themes/default/', import.meta.url));
const SERVED = fileURLToPath(new URL('../../../src/serve/', import.meta.url));
const TESTS = fileURLToPath(new URL('../', import.meta.url));
const MOST_LINES = 79;

/** The rooms of the client: a room may import from itself and from those below. */
const ROOMS = [
  ['entry'],
  ['sequence', 'single', 'board', 'review', 'learning', 'lms'],
  ['exercise', 'worksheet', 'figure'],
  ['work'],
  ['papers'],
  ['answers', 'present', 'reading'],
  ['settings', 'search', 'slides', 'offline'],
  ['diagram'],
  ['dom'],
];

/** @type {{ file: string, text: string }[]} */
const sources = ['scripts', 'exercise', 'field'].flatMap((folder) => filesIn(path.join(THEME, folder), THEME));
const served = filesIn(SERVED, SERVED);
const browserTests = ['site', 'serve', 'lib'].flatMap((folder) => filesIn(path.join(TESTS, folder), TESTS));

/** @param {string} folder @param {string} root */
function filesIn(folder, root) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name))
    .map((name) => ({ file: path.relative(root, name), text: readFileSync(name, 'utf8') }));
}

/**
 * The functions of a script that are too long, as `file:line name`. A function that is the whole script is its wrapper,
 * and counts like a module.
 * @param {{ file: string, text: string }} source
 */
function longFunctions({ file, text }) {
  const long = /** @type {string[]} */ ([]);
  /** @param {any} node @param {string} name @param {boolean} wrapper */
  const walk = (node, name, wrapper) => {
    const [start, end] = node.range ?? [node.start, node.end];
    const lines = text.slice(start, end).split('\n').length;
    if (/Function/.test(node.type) && !wrapper && lines > MOST_LINES)
      long.push(`${file}:${text.slice(0, start).split('\n').length} ${node.id?.name ?? name} has ${lines} lines`);
    const called = node.id?.name ?? node.key?.name ?? name;
    const whole = node.type === 'Program' && node.body.length === 1 && node.body[0].type === 'ExpressionStatement';
    for (const child of Object.values(node).flat()) {
      if (typeof child?.type !== 'string' || /^(Line|Block|CommentLine|CommentBlock)$/.test(child.type)) continue;
      walk(child, called, whole || (wrapper && !/Function/.test(node.type)));
    }
  };
  const tree = /** @type {any} */ (parsers.acorn.parse(text, /** @type {any} */ ({})));
  walk(tree, '', false);
  return long;
}

/** The room of a file below the theme. @param {string} file */
const roomOf = (file) => {
  const [top, room] = file.split(path.sep);
  return top === 'scripts' ? room : top;
};

/** All files that a script names in an import, also of a type. @param {{ file: string, text: string }} source */
function importsOf({ file, text }) {
  return [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)].map(([, to]) =>
    path.normalize(path.join(path.dirname(file), to)),
  );
}

/**
 * Where a test reads a state that scripts bring about, or gives a file to them, in the statement after the page was opened, or waits for a
 * time that it guesses: right on a fast machine only. As `file:line`.
 * @param {{ file: string, text: string }} source
 */
function guesses({ file, text }) {
  const READS = '(?:isVisible|isHidden|isChecked|isDisabled|isEnabled|inputValue|getAttribute)\\(';
  const tooEarly = new RegExp(
    `\\.(?:goto|reload)\\([^;]*\\);\\s*(?://.*\\s*)*(?:assert[^;]*\\.${READS}|await \\w+\\.setInputFiles\\()`,
    'g',
  );
  return [...text.matchAll(tooEarly), ...text.matchAll(/\.waitForTimeout\(/g)].map(
    ({ index, 0: found }) => `${file}:${text.slice(0, index + found.length).split('\n').length}`,
  );
}

test('a browser test waits for what it reads, and for no time', () => {
  const found = (/** @type {string} */ text) => guesses({ file: 'a.js', text });
  const reads = 'assert.ok(await page.locator("b").isVisible());';
  assert.deepEqual(found(`await page.goto(url);\n// At once.\n${reads}`), ['a.js:3']);
  assert.deepEqual(found(`await page.goto(url);\nawait quiet(page);\n${reads}`), []);
  assert.deepEqual(found('await page.reload();\nawait page.setInputFiles("a", file);'), ['a.js:2']);
  assert.deepEqual(found('await page.waitForTimeout(9);'), ['a.js:1']);
  assert.ok(browserTests.length > 80);
  assert.deepEqual(browserTests.flatMap(guesses), []);
});

test('a function of the client has less than 80 lines', () => {
  const long = (/** @type {string} */ body) => longFunctions({ file: 'a.js', text: body });
  const lines = '\n'.repeat(MOST_LINES);
  assert.deepEqual(long(`const a = 1;\nfunction f() {${lines}}`), ['a.js:2 f has 80 lines']);
  assert.deepEqual(long(`const a = () => {${lines.slice(1)}};`), []);
  assert.deepEqual(long(`(() => {${lines}function g() {}${lines}})();`), []);
  assert.deepEqual([...sources, ...served].flatMap(longFunctions), []);
});

test('imports of the client run from one room to those below it', () => {
  const floors = new Map(ROOMS.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));
  const wrong = sources.flatMap((source) => {
    const from = roomOf(source.file);
    return importsOf(source)
      .filter((to) => roomOf(to) !== from && !((floors.get(roomOf(to)) ?? -1) > (floors.get(from) ?? Infinity)))
      .map((to) => `${source.file} imports ${to}`);
  });
  assert.deepEqual(wrong, []);
});

test('a type name of the client is defined once', () => {
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const { file, text } of [...sources, ...served]) {
    const comments = text.matchAll(/\/\*\*[\s\S]*?\*\//g);
    const typedefs = [...comments].flatMap(([comment]) => [...comment.matchAll(/@typedef (\{.*\}|\{[^@]*?\}) (\w+)/g)]);
    // A name for a type of another file is no second definition, but under its own name only.
    const own = typedefs.filter(([, type, name]) => !new RegExp(`^\\{import\\('[^']+'\\)\\.${name}\\}$`).test(type));
    const classes = [...text.matchAll(/^(?:export )?class (\w+)/gm)];
    for (const name of [...own.map((found) => found[2]), ...classes.map((found) => found[1])])
      places.set(name, [...(places.get(name) ?? []), file]);
  }
  assert.ok(places.size > 100);
  const twice = [...places].filter(([, files]) => files.length > 1);
  assert.deepEqual(Object.fromEntries(twice), {});
});
