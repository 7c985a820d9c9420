/**
 * Data of diagrams as forms and YAML give it, of the right types but of any content: what is impossible is said, and
 * all else is drawn as well-formed SVG and described in words. Runs the very bundle that the generator runs.
 */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import { pick } from '../lib/answers.js';
import { assertSvg } from '../unit/diagram-tools.js';
import { ja } from '../unit/words-maps.js';

/** @typedef {{ kind: string, data: any }} Diagram */

const MOST = 7; // things in a list: dense ones take long, and are bounded elsewhere
const TEXTS = [
  '',
  ' ',
  'A',
  '母',
  '祖母（父方）',
  '<b>&"\'',
  '\u0000',
  '\ud800',
  '𠮷野',
  '👩‍👩‍👧',
  'とても長い名前の人がここにいるのです。'.repeat(3),
  '\n',
  '\u202e',
  '__proto__',
  'constructor',
  '小4の2学期',
  '2026-02-30',
  '2026-04',
  '0',
  '-1',
  'mon',
  'sun',
];
const NUMBERS = [0, 1, -1, 2, 5, 13, 41, 70, 120, 2026];

const project = new URL('../../../', import.meta.url);
/** @type {any} */
const context = createContext({});
new Script(readFileSync(new URL('src/diagram/drawing.js', project), 'utf8'), { filename: 'drawing.js' }).runInContext(
  context,
);
const WORDS = JSON.stringify(ja);

/** @type {Diagram[]} */
const vectors = ['genogram', 'ecomap', 'timeline', 'week'].flatMap((kind) => {
  const folder = new URL(`tests/shared/diagrams/${kind}/`, project);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files
    .map((file) => ({ kind, data: JSON.parse(readFileSync(new URL(file, folder), 'utf8')).data }))
    .filter(({ data }) => JSON.stringify(data).length < 2_500);
});

/** What was seen under a key of a kind of diagram: values that may be there. @type {Map<string, unknown[]>} */
const pool = new Map();
/** The keys that not every object in their place has. @type {Map<string, Set<string>[]>} */
const shapes = new Map();
for (const { kind, data } of vectors) learn(kind, data);

/** @param {string} place @param {any} value */
function learn(place, value) {
  if (Array.isArray(value)) {
    for (const one of value) {
      pool.set(`${place}[]`, [...(pool.get(`${place}[]`) ?? []), one]);
      learn(`${place}[]`, one);
    }
  } else if (typeof value === 'object' && value !== null) {
    shapes.set(place, [...(shapes.get(place) ?? []), new Set(Object.keys(value))]);
    for (const [key, one] of Object.entries(value)) {
      pool.set(`${place}.${key}`, [...(pool.get(`${place}.${key}`) ?? []), one]);
      learn(`${place}.${key}`, one);
    }
  }
}

/** Whether an object in this place may lack the key. @param {string} place @param {string} key */
const isOptional = (place, key) => (shapes.get(place) ?? []).some((keys) => !keys.has(key));

/** @param {string} place @param {any} value @param {() => number} next @returns {unknown} */
function changed(place, value, next) {
  if (Array.isArray(value)) return changedList(place, value, next);
  if (typeof value === 'object' && value !== null) return changedObject(place, value, next);
  const same = (pool.get(place) ?? []).filter((one) => typeof one === typeof value);
  if (next() < 0.6 && same.length > 0) return pick(next, same);
  // Words of a closed list never come from outside of it: the records refuse them.
  if (typeof value === 'string')
    return /\.(label|note|id|text|from|to|center|time|born|died)$/.test(place) ? pick(next, TEXTS) : value;
  if (typeof value === 'number') return pick(next, NUMBERS);
  return typeof value === 'boolean' ? !value : value;
}

/** @param {string} place @param {any[]} list @param {() => number} next */
function changedList(place, list, next) {
  const copy = [...list];
  const at = Math.floor(next() * copy.length);
  const how = next();
  if (how < 0.15) copy.splice(at, 1);
  else if (how < 0.3 && copy.length < MOST && copy.length > 0)
    copy.splice(at, 0, structuredClone(copy[Math.floor(next() * copy.length)]));
  else if (how < 0.45 && copy.length < MOST && pool.has(`${place}[]`))
    copy.splice(at, 0, structuredClone(pick(next, pool.get(`${place}[]`) ?? [])));
  else if (copy.length > 0) copy[at] = changed(`${place}[]`, copy[at], next);
  return copy;
}

/** @param {string} place @param {Record<string, any>} object @param {() => number} next */
function changedObject(place, object, next) {
  const copy = { ...object };
  const keys = Object.keys(copy);
  const how = next();
  if (how < 0.1 && keys.length > 0) {
    const key = pick(next, keys);
    if (isOptional(place, key)) delete copy[key];
  } else if (how < 0.25) {
    const lent = pick(
      next,
      [...pool.keys()].filter((name) => name.startsWith(`${place}.`) && !/[.[]/.test(name.slice(place.length + 1))),
    );
    if (lent) copy[lent.slice(place.length + 1)] = structuredClone(pick(next, pool.get(lent) ?? []));
  } else if (keys.length > 0) {
    const key = pick(next, keys);
    copy[key] = changed(`${place}.${key}`, copy[key], next);
  }
  return copy;
}

export const counts = { drawn: 0, refused: 0 };

/** @type {import('./guided.js').Target<Diagram>} */
export const diagrams = {
  isOurs: (url) => url === 'drawing.js',
  seeds: vectors,
  mutate: ({ kind, data }, _, next) => {
    let all = data;
    for (let times = 1 + Math.floor(next() * 5); times > 0; times--) all = changed(kind, all, next);
    return { kind, data: all };
  },
  run: ({ kind, data }) => {
    const json = JSON.stringify(data);
    const problems = JSON.parse(context.mitateDiagram.problems(kind, json));
    for (const { code, path } of problems) assert.ok(typeof code === 'string' && typeof path === 'string');
    counts[problems.length > 0 ? 'refused' : 'drawn'] += 1;
    if (problems.length > 0) return;
    const { svg, related, text } = JSON.parse(context.mitateDiagram.print(kind, json, WORDS));
    assertSvg(svg, kind);
    if (related) assertSvg(related, kind);
    assert.ok(text.every((/** @type {unknown} */ line) => typeof line === 'string'));
    assert.doesNotMatch(text.join('\n').replaceAll(/「[^」]*」/g, ''), /NaN|undefined|\[object/);
  },
};
