/** Ecomaps: what is drawn never touches, what is said names every tie, what is impossible is found. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, describe, draw, problems, slots } from '../../../themes/default/scripts/diagram/ecomap.js';
import * as genogram from '../../../themes/default/scripts/diagram/genogram.js';
import { crosses, lineCrosses } from '../../../themes/default/scripts/diagram/geometry.js';
import { assertApart, assertInside, assertStyled, assertSvg, en, frozen, ja, vectors } from './diagram-tools.js';

const all = await vectors('ecomap');

/** @typedef {ReturnType<typeof draw>} Drawing */

/** No symbol, label or line where another is. @param {Drawing} drawing @param {string} where */
function assertClear(drawing, where) {
  assertApart(drawing.shapes, where);
  assertInside(drawing, where);
  for (const line of drawing.lines) {
    for (const shape of drawing.shapes) {
      const own =
        line.ends.includes(shape.id) || shape.id === `${line.id}:label` || shape.id === `${line.ends[1]}:label`;
      if (!own) assert.ok(!lineCrosses(line.points, shape), `${where}: ${line.id} runs through ${shape.id}`);
    }
  }
}

for (const { file, name, data, problems: expected } of all) {
  test(`${file}: ${name}`, async () => {
    frozen(data);
    assert.deepEqual(problems(data), expected);
    const drawing = draw(data, ja);
    assertClear(drawing, file);
    assert.ok(drawing.width <= 720 || data.center.household, 'as wide as a page on a small notebook');
    assertSvg(drawing.svg, file);
    await assertStyled(drawing.svg, file);
    assert.deepEqual(draw(JSON.parse(JSON.stringify(data)), ja), drawing);
    assertClear(draw(data, en), `${file} (en)`);
  });
}

test('each tie is named, with its kind, way, words and consent', () => {
  for (const { data, file } of all) {
    const says = describe(data, ja);
    for (const tie of data.ties) {
      const label = data.systems.find((/** @type {any} */ { id }) => id === tie.to)?.label ?? tie.to;
      const sentence = says.find(
        (each) =>
          each.startsWith(label) && each.includes(ja[`eco-${tie.kind}`]) && (!tie.label || each.includes(tie.label)),
      );
      assert.ok(sentence, `${file}: ${label}`);
      if (tie.consent) assert.ok(sentence.includes(ja[`eco-consent-${tie.consent}`]), sentence);
    }
    assert.equal(describe(data, en).length, says.length);
  }
});

test('what is said of a map, word for word', () => {
  const data = all.find(({ file }) => file === 'two.json')?.data;
  assert.deepEqual(describe(data, ja), [
    'Aさんを中央に置き、まわりに2の関係先があります（フォーマル1、インフォーマル1）。',
    'X年5月現在。',
    '将棋同好会（インフォーマル）：強いつながり。たがいに支え合っている。',
    '児童精神科クリニック（フォーマル）：線はまだ引かれていません。',
  ]);
});

test('a formal line always shows the state of consent', () => {
  const { svg } = draw(
    {
      center: { label: 'A' },
      systems: [{ id: 's', label: '学校', kind: 'formal' }],
      ties: [{ to: 's', kind: 'weak' }],
    },
    ja,
  );
  assert.equal(
    svg.match(/class="dg-consent dg-consent-unwritten"/g)?.length,
    2,
    'a sign on the line, and one in the legend',
  );
  assert.ok(svg.includes(ja['eco-key-unwritten']));
});

test('a household in the middle: its persons are drawn, its signs explained, its problems found', () => {
  const data = all.find(({ file }) => file === 'household.json')?.data;
  const { svg, shapes } = draw(data, ja);
  const core = shapes.find(({ id }) => id === 'center');
  assert.ok(core && core.width > 200);
  assert.ok(svg.includes('dg-household') && svg.includes('>妹<'));
  assert.equal(svg.match(/class="dg-legend"/g)?.length, 1);
  assert.ok(shapes.some(({ id }) => id === 'legend:geno-household'));
  const said = describe(data, ja);
  for (const sentence of genogram.describe(data.center.household, ja)) assert.ok(said.includes(sentence));

  const household = { persons: [{ id: 'a', label: 'A' }], unions: [{ partners: ['a', 'nobody'] }] };
  const found = problems({ ...data, center: { label: 'A家', household } });
  assert.deepEqual(
    found,
    genogram.problems(household).map((problem) => ({ ...problem, path: `center.household.${problem.path}` })),
  );
  assert.ok(found.length > 0);
});

test('the legend explains what is drawn and nothing else', () => {
  const legend = draw(all.find(({ file }) => file === 'one.json')?.data, ja).shapes.filter(
    ({ kind }) => kind === 'legend',
  );
  assert.deepEqual(
    legend.map(({ id }) => id),
    ['formal', 'ordinary', 'in', 'given'].map((id) => `legend:${id}`),
  );
});

test('two dates: what changed, and every system where it stood', () => {
  const [before, after] = ['before', 'after'].map(
    (which) => all.find(({ file }) => file === `compare-${which}.json`)?.data,
  );
  assert.deepEqual(compare(before, after, ja), [
    '学級担任：負担や緊張のあるつながりからふつうのつながりへ変わった。',
    '学級担任：「支えがAに届いている」から「たがいに支え合っている」へ変わった。',
    '学級担任：線の言葉が「週1回の手紙」になった。',
    '養護教諭：弱いつながりから強いつながりへ変わった。',
    '養護教諭：線の言葉が「別室での学習」になった。',
    '将棋同好会：途切れたつながりからふつうのつながりへ変わった。',
    '将棋同好会：「向きは示していない」から「たがいに支え合っている」へ変わった。',
    '将棋同好会：線の言葉が「土曜に対局」になった。',
    '教育支援センターが加わった。',
    '教育支援センター：予定のつながりが始まった。',
    '小児科がなくなった。',
  ]);
  assert.deepEqual(compare(before, before, ja), []);
  const order = slots(before, after);
  const angles = [before, after].map((data) => {
    const { shapes } = draw({ ...data, slots: order }, ja);
    const middle = (/** @type {string} */ id) =>
      shapes.filter((shape) => shape.id === id).map(({ x, y, width, height }) => [x + width / 2, y + height / 2])[0];
    const [cx, cy] = middle('center');
    const [x, y] = middle('nurse');
    return [Math.sign(x - cx), Math.sign(y - cy)];
  });
  assert.deepEqual(angles[0], angles[1]);
});

/** Numbers that look drawn by lot and are the same every time. @param {number} seed */
function lots(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

test('one to twenty systems with labels of any length: nothing touches', () => {
  const text = '地域若者サポートステーション就労相談窓口と担当の相談支援専門員';
  for (let seed = 1; seed <= 120; seed++) {
    const lot = lots(seed);
    const count = 1 + (seed % 20);
    const label = () => text.slice(lot(8), lot(8) + 1 + lot(20)) || 'A';
    const systems = Array.from({ length: count }, (_, i) => ({
      id: `s${i}`,
      label: label(),
      kind: lot(2) ? 'formal' : 'informal',
      ...(lot(3) ? {} : { note: label() }),
    }));
    const ties = systems
      .filter(() => lot(8))
      .map(({ id }) => ({
        to: id,
        kind: ['strong', 'ordinary', 'weak', 'stressful', 'planned', 'severed'][lot(6)],
        flow: ['in', 'out', 'both', 'none'][lot(4)],
        ...(lot(3) ? { label: label() } : {}),
        ...(lot(4) ? { consent: ['given', 'asked', 'none', 'exception'][lot(4)] } : {}),
      }));
    assertClear(
      draw(/** @type {any} */ ({ center: { label: label() }, systems, ties }), ja),
      `seed ${seed}, ${count} systems`,
    );
  }
});

test('lines among systems run through no box and no label', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const lot = lots(seed * 7);
    const count = 4 + (seed % 11);
    const systems = Array.from({ length: count }, (_, i) => ({
      id: `s${i}`,
      label: '相談支援事業所'.slice(0, 2 + lot(6)),
      kind: 'formal',
    }));
    const ties = systems.map(({ id }) => ({ to: id, kind: 'ordinary', flow: 'in', label: '週1回' }));
    const between = Array.from({ length: 1 + lot(4) }, () => ({
      a: `s${lot(count)}`,
      b: `s${lot(count)}`,
      kind: ['strong', 'planned', 'stressful'][lot(3)],
    })).filter(
      ({ a, b }, i, pairs) =>
        a !== b && pairs.findIndex((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join()) === i,
    );
    assertClear(
      draw(/** @type {any} */ ({ center: { label: 'A' }, systems, ties, between }), ja),
      `seed ${seed}, ${count} systems`,
    );
  }
});

test('ties cross no other tie', () => {
  for (const { data, file } of all) {
    const ties = draw(data, ja).lines.filter(({ kind }) => kind === 'tie');
    ties.forEach(({ points, id }, i) => {
      for (const other of ties.slice(i + 1)) {
        const [a, b] = other.points;
        const steps = Array.from({ length: 40 }, (_, k) => ({
          x: a.x + ((b.x - a.x) * k) / 39 - 0.5,
          y: a.y + ((b.y - a.y) * k) / 39 - 0.5,
          width: 1,
          height: 1,
        }));
        assert.ok(!steps.some((step) => crosses(points[0], points[1], step)), `${file}: ${id} crosses ${other.id}`);
      }
    });
  }
});

test('data that cannot be right is still drawn', () => {
  const odd = /** @type {any} */ ({
    center: { label: '' },
    systems: [{ id: 's', label: '', kind: 'other' }],
    ties: [{ to: 's', kind: 'other', flow: 'other' }],
    between: [{ a: 's', b: 's', kind: 'weak' }],
  });
  assertSvg(draw(odd, { 'eco-title': 'x', 'eco-says-center': 'y' }).svg, 'odd');
  for (const part of /** @type {any[]} */ ([
    {},
    { center: {}, systems: [{ id: 's' }], ties: null },
    { systems: [null] },
  ])) {
    assertSvg(draw(part, ja).svg, 'part');
    assert.ok(describe(part, ja).length > 0);
    assert.deepEqual(problems(part), []);
  }
});
