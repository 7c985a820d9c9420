/** How a genogram is drawn: for every family of the shared table, and for families no one would write. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { lineCrosses, meet } from '../../../themes/default/scripts/diagram/geometry.js';
import { describe, draw, problems } from '../../../themes/default/scripts/diagram/genogram.js';
import { crossingsOf } from '../../../themes/default/scripts/diagram/genogram-lines.js';

/** @typedef {import('../../../themes/default/scripts/diagram/genogram-model.js').Genogram} Genogram */
/** @typedef {ReturnType<typeof draw>} Drawn */
/** @typedef {{ file: string, name: string, data: Genogram, problems: { code: string, path: string }[] }} Vector */

const folder = new URL('../../shared/diagrams/genogram/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
/** @type {Vector[]} */
const vectors = await Promise.all(
  files.map(async (file) => ({ file, ...JSON.parse(await readFile(new URL(file, folder), 'utf8')) })),
);
const possible = vectors.filter((vector) => vector.problems.length === 0);

const words = {
  'geno-and': 'と',
  'geno-comma': '、',
  'geno-among': 'と',
  'geno-legend': '記号',
  'geno-legend-relations': '関係の線',
  'geno-says-person': '{ $name }：{ $facts }。',
  'geno-fact-female': '女性',
  'geno-fact-male': '男性',
  'geno-fact-age': '{ $n }歳',
  'geno-fact-index': '中心の人',
  'geno-says-count': '{ $n }人、{ $rows }世代。',
  'geno-says-divorced': '{ $a }と{ $b }は離婚した。',
  'geno-from-to': '（{ $from }から{ $to }まで）',
  'geno-says-children': '{ $parents }の子は{ $n }人で、上から順に{ $list }。',
  'geno-says-household': '{ $list }はいっしょに暮らしている。',
  'geno-says-distant': '{ $a }と{ $b }は疎遠。',
  'geno-says-close': '{ $a }と{ $b }は親密。',
};

/** @param {string} file @returns {Vector} */
function vector(file) {
  const found = vectors.find((one) => one.file === `${file}.json`);
  assert.ok(found, file);
  return found;
}

/** @param {Drawn} drawn @param {string} id */
function box(drawn, id) {
  const found = drawn.shapes.find((shape) => shape.id === id && shape.kind === 'symbol');
  assert.ok(found, id);
  return found;
}

/** @param {Drawn} drawn @param {string} id */
const middle = (drawn, id) => box(drawn, id).x + box(drawn, id).width / 2;

/** Every pair of symbols, labels and entries of the legend that overlap, and what is outside the picture. @param {Drawn} drawn */
function overlaps(drawn) {
  const solid = drawn.shapes.filter(({ kind }) => kind !== 'household');
  const found = [];
  for (const [i, a] of solid.entries()) {
    for (const b of solid.slice(i + 1)) if (meet(a, b, -0.05)) found.push(`${a.id} ${a.kind} upon ${b.id} ${b.kind}`);
    if (a.x < 0 || a.y < 0 || a.x + a.width > drawn.width || a.y + a.height > drawn.height)
      found.push(`${a.id} outside`);
  }
  return found;
}

/** Lines that pass through a symbol they do not belong to, or through any label. @param {Drawn} drawn */
function trespasses(drawn) {
  return drawn.lines.flatMap((line) =>
    drawn.shapes
      .filter(
        (shape) =>
          (shape.kind === 'symbol' && !line.ends.includes(shape.id) && lineCrosses(line.points, shape)) ||
          (shape.kind === 'label' && lineCrosses(line.points, shape)),
      )
      .map((shape) => `${line.id} through ${shape.id}`),
  );
}

/** Lines of two unions that overlap, so that no one could tell whose they are. @param {Drawn} drawn */
function merges({ lines }) {
  const pieces = lines
    .filter(({ kind }) => kind !== 'relation')
    .flatMap(({ id, points }) =>
      points.slice(1).map((to, i) => ({ id, union: id.split(':')[1], from: points[i], to })),
    );
  const upon = (
    /** @type {typeof pieces[0]} */ a,
    /** @type {typeof pieces[0]} */ b,
    /** @type {'x' | 'y'} */ across,
    /** @type {'x' | 'y'} */ along,
  ) =>
    [a.to, b.from, b.to].every((point) => Math.abs(point[across] - a.from[across]) < 3) &&
    Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along])) -
      Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along])) >
      3;
  return pieces.flatMap((a, i) =>
    pieces
      .slice(i + 1)
      .filter((b) => a.union !== b.union && (upon(a, b, 'x', 'y') || upon(a, b, 'y', 'x')))
      .map((b) => `${a.id} upon ${b.id}`),
  );
}

/** @param {{ x: number, y: number }} point @param {{ x: number, y: number }[][]} loops */
function isInside({ x, y }, loops) {
  let inside = false;
  for (const loop of loops) {
    loop.forEach((a, i) => {
      const b = loop[(i + 1) % loop.length];
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
    });
  }
  return inside;
}

/** A grid over a box, its edges included. @param {{ x: number, y: number, width: number, height: number }} box */
function grid({ x, y, width, height }) {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((a) =>
    [0, 0.25, 0.5, 0.75, 1].map((b) => ({ x: x + width * a, y: y + height * b })),
  );
}

/** The same value with the keys of every object in the opposite order. @param {unknown} value @returns {unknown} */
function reversed(value) {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

/** Throws if a text is no well-formed XML. @param {string} text */
function parseXml(text) {
  /** @type {string[]} */
  const open = [];
  const rest = text.replace(
    /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy,
    (_, closing, name, attributes, empty, inside) => {
      const content = inside ?? attributes;
      assert.doesNotMatch(content, /&(?!(?:amp|lt|gt|quot|#39);)/, 'a bare &');
      if (inside !== undefined) assert.ok(open.length > 0, 'text outside');
      else if (closing) assert.equal(open.pop(), name);
      else if (!empty) open.push(name);
      const names = [...(attributes ?? '').matchAll(/\s([\w:-]+)=/g)].map(([, attribute]) => attribute);
      assert.equal(new Set(names).size, names.length, 'an attribute twice');
      return '';
    },
  );
  assert.equal(rest, '');
  assert.deepEqual(open, []);
}

test('there are families enough', () => {
  assert.ok(possible.length >= 25 && vectors.length - possible.length >= 9);
});

for (const { file, name, data } of vectors) {
  test(`${file.replace('.json', '')} (${name}): nothing lies on anything, no line goes through anybody`, () => {
    const plain = draw(data, words);
    assert.deepEqual(overlaps(plain), []);
    assert.deepEqual(trespasses(plain), []);
    assert.deepEqual(merges(plain), []);
    const related = draw(data, words, { relations: true });
    assert.deepEqual(overlaps(related), []);
    assert.deepEqual(trespasses(related), []);
    assert.equal(
      related.lines.filter(({ kind }) => kind === 'relation').length,
      new Set(
        data.relations?.filter(
          ({ a, b }) => a !== b && [a, b].every((id) => data.persons.some((one) => one.id === id)),
        ),
      ).size,
    );
  });
}

test('a household encloses its members, all of them and nobody else', () => {
  for (const { file, data } of possible) {
    const { shapes } = draw(data, words);
    for (const [i, ids] of (data.households ?? []).entries()) {
      const loops = shapes.find(({ id }) => id === `household:${i}`)?.points ?? [];
      assert.equal(loops.length, 1, `${file}: one outline`);
      for (const shape of shapes.filter(
        ({ id, kind }) => kind === 'symbol' || (kind === 'label' && !id.startsWith('union:')),
      )) {
        const member = ids.includes(shape.id.replace(':label', ''));
        for (const point of grid(shape)) assert.equal(isInside(point, loops), member, `${file}: ${shape.id} in ${ids}`);
      }
    }
  }
});

test('the same family gives the same bytes, however its keys are ordered', () => {
  for (const { file, data } of vectors) {
    const { svg } = draw(data, words, { relations: true });
    assert.equal(draw(structuredClone(data), words, { relations: true }).svg, svg, file);
    const turned = /** @type {Genogram} */ (reversed(data));
    const turnedWords = /** @type {Record<string, string>} */ (reversed(words));
    assert.equal(draw(turned, turnedWords, { relations: true }).svg, svg, file);
    assert.deepEqual(describe(turned, turnedWords), describe(data, words), file);
  }
});

test('the picture is well-formed, has a name, and coordinates of at most one decimal', () => {
  for (const { file, data } of vectors) {
    const { svg, width, height } = draw(data, words, { relations: true });
    parseXml(svg);
    assert.ok(
      svg.startsWith(
        `<svg xmlns="http://www.w3.org/2000/svg" class="dg dg-genogram" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>`,
      ),
      file,
    );
    assert.doesNotMatch(svg, /NaN|undefined|null|Infinity|\d\.\d\d|\de[-+]?\d|style=|-0[ "A-Z]/, file);
  }
});

test('what an author writes is text and nothing else', () => {
  const hostile = `<b onload="x">&amp;'"\u0000\u000b\ud800]]>`;
  const { svg } = draw(
    {
      title: hostile,
      persons: [
        { id: hostile, label: hostile, note: hostile, index: true },
        { id: 'b', label: '' },
      ],
      unions: [{ partners: [hostile, 'b'] }],
      asOf: hostile,
    },
    { 'geno-legend': hostile },
  );
  parseXml(svg);
  assert.doesNotMatch(svg, /<b|[\u0000\u000b\ud800]/);
});

test('children stand oldest left, where their ages are known', () => {
  for (const { file, data } of possible) {
    const drawn = draw(data, words);
    const age = new Map(data.persons.filter(({ died }) => died === undefined).map(({ id, age: years }) => [id, years]));
    for (const union of data.unions ?? []) {
      const ids = (union.children ?? [])
        .map((child) => (typeof child === 'string' ? child : child.id))
        .filter((id) => age.get(id) !== undefined);
      const rowed = ids.filter((id) => Math.abs(box(drawn, id).y - box(drawn, ids[0]).y) < 30); // a partner from another row is drawn there
      const sorted = rowed.sort((a, b) => middle(drawn, a) - middle(drawn, b)).map((id) => age.get(id) ?? 0);
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => b - a),
        `${file}: ${ids}`,
      );
    }
  }
});

test('the man is on the left if neither has had another partner', () => {
  for (const { file, data } of possible) {
    if (file === 'uncle-niece.json' || file === 'cousins-marry.json' || file === 'inner-siblings-marry.json') continue; // their families decide
    const drawn = draw(data, words);
    for (const { partners } of data.unions ?? []) {
      if (
        partners.length < 2 ||
        partners.some((id) => (data.unions ?? []).filter((union) => union.partners.includes(id)).length > 1)
      )
        continue;
      const man = partners.find((id) => data.persons.some((one) => one.id === id && one.gender === 'male'));
      const woman = partners.find((id) => data.persons.some((one) => one.id === id && one.gender === 'female'));
      if (man && woman) assert.ok(middle(drawn, man) < middle(drawn, woman), `${file}: ${man} left of ${woman}`);
    }
  }
  const women = draw(vector('same-sex-women').data, words);
  assert.ok(middle(women, 'p1') < middle(women, 'p2'), 'two of a sex in the order of the data');
  const men = draw(vector('same-sex-men').data, words);
  assert.ok(middle(men, 'p2') < middle(men, 'p1'), 'two of a sex in the order of the data');
});

test('of several unions the latest is adjacent, each hangs 18 px deeper than the one after it', () => {
  const drawn = draw(vector('several-marriages').data, words);
  const depth = (/** @type {number} */ union) =>
    Math.max(
      ...drawn.lines.filter(({ id }) => id === `union:${union}`).flatMap(({ points }) => points.map(({ y }) => y)),
    );
  assert.deepEqual([depth(0) - depth(1), depth(1) - depth(2)], [18, 18]);
  const row = ['m', 'w1', 'w2', 'w3'].sort((a, b) => middle(drawn, a) - middle(drawn, b));
  assert.equal(Math.abs(row.indexOf('m') - row.indexOf('w3')), 1);
});

test('generations stand in rows, also where a marriage goes across them', () => {
  const drawn = draw(vector('uncle-niece').data, words);
  const y = (/** @type {string} */ id) => box(drawn, id).y + box(drawn, id).height / 2;
  assert.equal(y('s2'), y('n1'));
  assert.ok(y('gf') < y('s1') && y('s1') < y('n1') && y('n1') < y('k'));
  for (const id of ['a', 'b', 'c']) assert.equal(y('n1'), y('s2'), id);
});

test('the lines of an unhindered family do not cross', () => {
  for (const { file, data } of possible) {
    const allowed =
      new Map([
        ['brothers-marry-sisters.json', 2],
        ['several-marriages.json', 1],
        ['three-marriages-dates.json', 1],
        ['four-generations-40.json', 2],
        ['adopted-both.json', 1],
        ['same-sex-adoption.json', 1],
        ['eight-twins-foster.json', 3],
        ['seventh-of-eight.json', 1],
      ]).get(file) ?? 0;
    assert.ok(crossingsOf(draw(data, words).lines) <= allowed, file);
  }
});

test('relation lines move nobody', () => {
  for (const { file, data } of possible) {
    const shapes = (/** @type {boolean} */ relations) =>
      draw(data, words, { relations }).shapes.filter(({ kind }) => kind !== 'legend');
    assert.deepEqual(shapes(true), shapes(false), file);
  }
});

test('everything impossible in a family is reported', () => {
  for (const { file, data, problems: expected } of vectors) assert.deepEqual(problems(data), expected, file);
});

test('the words say who is who, unions, children, households and relations, in order', () => {
  assert.deepEqual(describe(vector('divorce-household').data, words), [
    '4人、2世代。',
    '父：男性、44歳。',
    '母：女性、41歳。',
    'A：男性、13歳、中心の人。',
    '妹：女性、9歳。',
    '父と母は離婚した。（X-15年からX-3年まで）',
    '父と母の子は2人で、上から順にA、妹。',
    'Aと母と妹はいっしょに暮らしている。',
    'Aと父は疎遠。',
    'Aと母は親密。',
  ]);
});

test('two persons with the same label are distinguished in words', () => {
  const said = describe(vector('no-unions').data, words).join('');
  assert.match(said, /同居の人\(1\)/);
  assert.match(said, /同居の人\(2\)/);
});

test('what is null or empty is not there, and is no problem yet', () => {
  const { data } = vector('nuclear');
  const half = /** @type {any} */ ({
    ...data,
    title: null,
    asOf: null,
    relations: null,
    persons: [
      ...data.persons.map((person) => ({ ...person, died: null, born: null, trans: null, note: null })),
      { id: '' },
      { id: 'new', label: null, age: '7', gender: null },
    ],
    unions: [
      ...(data.unions ?? []).map((union) => ({ ...union, order: null, from: null })),
      { partners: ['', null], children: [''] },
      { partners: null, kind: null },
      null,
    ],
    households: [...(data.households ?? []), [], ['']],
  });
  assert.deepEqual(problems(half), []);
  const { svg, shapes } = draw(half, words);
  assert.match(svg, />7<\/text>/);
  assert.equal(shapes.filter(({ kind }) => kind === 'symbol').length, data.persons.length + 1);
  assert.equal(describe(half, words).length, describe(data, words).length + 1);
  for (const nothing of [{}, null, { persons: null }])
    assert.equal(draw(/** @type {any} */ (nothing), words).shapes.length, 0);
});

test('whatever a form holds while it is being filled is drawn', () => {
  // A small generator of numbers, so that a failure can be repeated.
  let seed = 7;
  const random = (/** @type {number} */ below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const genders = ['male', 'female', 'nonbinary', 'unknown', undefined];
  for (let turn = 0; turn < 250; turn++) {
    const count = 1 + random(12);
    const id = () => `p${random(count + 1)}`;
    const data = /** @type {Genogram} */ ({
      persons: Array.from({ length: count }, (_, i) => ({
        id: `p${i}`,
        label: '長いラベルを持つ人'.slice(0, random(10)),
        gender: genders[random(5)],
        age: random(3) > 0 ? random(90) : undefined,
        index: random(9) === 0,
        died: random(8) === 0 ? random(90) : undefined,
        stillbirth: random(20) === 0,
        pregnancy: random(20) === 0,
      })),
      unions: Array.from({ length: random(6) }, () => ({
        partners: random(4) === 0 ? [id()] : [id(), id()],
        kind: ['married', 'divorced', 'cohabiting'][random(3)],
        children: Array.from({ length: random(4) }, () => ({
          id: id(),
          kind: ['biological', 'biological', 'adopted', 'foster'][random(4)],
          twin: random(5) === 0 ? 't' : undefined,
        })),
      })),
      households: [Array.from({ length: random(4) }, id)],
      relations: [{ a: id(), b: id(), kind: 'conflict' }],
    });
    const drawn = draw(data, words, { relations: true });
    parseXml(drawn.svg);
    for (const found of [overlaps(drawn), trespasses(drawn)])
      assert.deepEqual(found, [], `turn ${turn}: ${JSON.stringify(data)}`);
    describe(data, words);
    problems(data);
  }
});

test('X-4 is a year and a month, and is reported with both', () => {
  const persons = [
    { id: 'a', label: 'A', born: 'X-4' },
    { id: 'b', label: 'B', born: 'X-13' },
    { id: 'c', label: 'C', born: 'year X-4' },
  ];
  const unions = [{ partners: ['b', 'c'], kind: 'married', from: 'x−12', children: [] }];
  const found = problems(/** @type {any} */ ({ persons, unions }));
  assert.deepEqual(
    found.filter(({ code }) => code === 'ambiguous-date').map(({ path, from, to }) => [path, from, to]),
    [
      ['persons.0.born', 'X-4', '4'],
      ['unions.0.from', 'X-12', '12'],
    ],
  );
});

test('persons are listed as the language lists them', () => {
  const persons = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }));
  const data = /** @type {any} */ ({ persons, unions: [], households: [['a', 'b', 'c']] });
  const says = (/** @type {any} */ words) => describe(data, words).join(' ');
  assert.match(says(words), /AとBとCはいっしょに暮らしている。/);
  assert.match(says({ ...words, 'geno-and': ' and ', 'geno-among': ', ' }), /A, B and Cはいっしょに/);
});

test('the notation is that of the language, unless the data say another', () => {
  const shapes = (/** @type {any} */ words, /** @type {string} */ profile = '') => {
    const drawing = draw(
      /** @type {any} */ ({ profile: profile || undefined, persons: [{ id: 'a', label: 'A' }], unions: [] }),
      words,
    );
    return /<text[^>]*>(?:<tspan[^>]*>)?\?/.test(drawing.svg) ? 'mcgoldrick' : 'jp';
  };
  assert.equal(shapes({ ...words, 'geno-profile': 'mcgoldrick' }), 'mcgoldrick');
  assert.equal(shapes({ ...words, 'geno-profile': 'mcgoldrick' }, 'jp'), 'jp');
  assert.equal(shapes(words), 'jp');
});
