/** What the tests of the drawings share: the vectors, words that must exist, boxes that must not touch, XML that must parse. */

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import * as maps from './words-maps.js';

/** @typedef {{ id: string, kind: string, x: number, y: number, width: number, height: number }} Box */

/**
 * @param {string} kind
 * @returns {Promise<{ file: string, name: string, data: any, problems: any[] }[]>}
 */
export async function vectors(kind) {
  const folder = new URL(`../../shared/diagrams/${kind}/`, import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => ({ file, ...JSON.parse(await readFile(new URL(file, folder), 'utf8')) })),
  );
}

/** Words that fail where a key is missing; those of the genogram are not this test's. @param {Record<string, string>} words @returns {Record<string, string>} */
function strict(words) {
  return new Proxy(words, {
    get: (all, key) => {
      const name = String(key);
      if (name.startsWith('geno-')) return all[name] ?? name;
      if (name.startsWith('@')) return all[name];
      // Only some words have plural forms.
      if (name.includes('.')) return all[name];
      assert.ok(Object.hasOwn(all, name), `no word for "${name}"`);
      return all[name];
    },
  });
}

export const ja = strict(maps.ja);
export const en = strict(maps.en);

/** @param {any} value @returns {any} */
export function frozen(value) {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** @param {Box} a @param {Box} b @param {number} [gap] */
export function touch(a, b, gap = 0) {
  return (
    a.x < b.x + b.width - 0.01 + gap &&
    b.x < a.x + a.width - 0.01 + gap &&
    a.y < b.y + b.height - 0.01 + gap &&
    b.y < a.y + a.height - 0.01 + gap
  );
}

/** @param {Box[]} shapes @param {string} where */
export function assertApart(shapes, where) {
  shapes.forEach((a, i) => {
    for (const b of shapes.slice(i + 1)) assert.ok(!touch(a, b), `${where}: ${a.id} touches ${b.id}`);
  });
}

/** @param {{ width: number, height: number, shapes: Box[] }} drawing @param {string} where */
export function assertInside({ width, height, shapes }, where) {
  for (const { id, x, y, width: w, height: h } of shapes) {
    assert.ok(x >= 0 && y >= 0 && x + w <= width && y + h <= height, `${where}: ${id} is not inside the picture`);
  }
}

/**
 * Well-formed, no attribute twice, no style, nothing that is not a number, coordinates to a tenth.
 * @param {string} svg
 * @param {string} where
 */
export function assertSvg(svg, where) {
  /** @type {string[]} */
  const open = [];
  const token = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let found = token.exec(svg); found; found = token.exec(svg)) {
    at = token.lastIndex;
    const [, closing, name, attributes = '', empty, text] = found;
    for (const piece of [text ?? '', attributes]) {
      assert.ok(!/&(?!(?:amp|lt|gt|quot|#39);)/.test(piece), `${where}: a bare & in ${piece}`);
    }
    if (text !== undefined) {
      assert.ok(open.length > 0 && !text.includes('>'), `${where}: ${text}`);
      continue;
    }
    const names = [...attributes.matchAll(/ ([a-zA-Z:-]+)="/g)].map((each) => each[1]);
    assert.equal(new Set(names).size, names.length, `${where}: an attribute twice in ${found[0]}`);
    assert.ok(!names.includes('style') && !names.includes('id'), `${where}: ${found[0]}`);
    if (closing) assert.equal(open.pop(), name, `${where}: </${name}>`);
    else if (!empty) open.push(name);
  }
  assert.equal(at, svg.length, `${where}: not XML from ${svg.slice(at, at + 60)}`);
  assert.deepEqual(open, [], where);
  assert.match(
    svg,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="dg dg-[a-z]+" viewBox="0 0 [\d.]+ [\d.]+" width="[\d.]+" height="[\d.]+" role="img"><title>[^<]+<\/title><desc>[^<]+<\/desc>/,
  );
  assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /NaN|undefined|Infinity|null/, where);
  for (const [, numbers] of svg.matchAll(/ (?:x|y|d|points|cx|cy|r|width|height|transform)="([^"]*)"/g)) {
    assert.doesNotMatch(numbers.replace(/scale\([\d.]+\)/, ''), /\.\d\d|e[-+]?\d/, `${where}: ${numbers}`);
  }
}

/** Every class that is painted has a rule. @param {string} svg @param {string} where */
export async function assertStyled(svg, where) {
  const folder = new URL('../../../themes/default/styles/case/', import.meta.url);
  const sheets = await Promise.all((await readdir(folder)).map((file) => readFile(new URL(file, folder), 'utf8')));
  const css = sheets.join('\n');
  for (const [, name, classes] of svg.matchAll(
    /<(path|rect|circle|polygon|polyline|text|line)[^>]*? class="([^"]+)"/g,
  )) {
    const known = classes.split(' ').some((each) => new RegExp(`\\.${each}(?![a-z-])`).test(css));
    assert.ok(known, `${where}: nothing styles <${name} class="${classes}">`);
  }
}
