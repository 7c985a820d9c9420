/** Weekly grids: the same on days in a row is one block, nothing touches, all is said, what is impossible is found. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap } from '../../../themes/default/scripts/diagram/text.js';
import { describe, draw, problems } from '../../../themes/default/scripts/diagram/week.js';
import { assertApart, assertInside, assertStyled, assertSvg, en, frozen, ja, vectors } from './diagram-tools.js';

const all = await vectors('week');
const named = (/** @type {string} */ name) => all.find(({ file }) => file === `${name}.json`)?.data;

for (const { file, name, data, problems: expected } of all) {
  test(`${file}: ${name}`, async () => {
    frozen(data);
    assert.deepEqual(problems(data), expected);
    const drawing = draw(data, ja);
    assertApart(drawing.shapes, file);
    assertInside(drawing, file);
    assert.ok(drawing.width <= 720, 'as wide as a page on a small notebook');
    assertSvg(drawing.svg, file);
    await assertStyled(drawing.svg, file);
    assert.deepEqual(draw(JSON.parse(JSON.stringify(data)), ja), drawing);
    assertApart(draw(data, en).shapes, `${file} (en)`);
  });
}

test('word for word', () => {
  assert.deepEqual(describe(named('carer'), ja), [
    '早朝、月〜金：弟を起こし、保育園へ送る（ケア・家事）。',
    '午前、月〜金：学校（学校・学び）。',
    '午前、土〜日：朝寝（休み・好きなこと）。',
    '午後、月：学校（学校・学び）。',
    '午後、火：早退して弟の迎え（ケア・家事）。',
    '午後、水：学校（学校・学び）。',
    '午後、木〜金：早退して弟の迎え（ケア・家事）。',
    '午後、土：友人と通話（休み・好きなこと）。',
    '午後、日：まとめて買い物（ケア・家事）。',
    '夕方から夜、月〜日：夕食づくりと片づけ（ケア・家事）。',
    '深夜、月〜木：ひとりで起きている（ひとりの時間）。',
    'ケア・家事は週に16こま。',
    '学校・学びは週に7こま。',
    '休み・好きなことは週に3こま。',
    'ひとりの時間は週に4こま。',
  ]);
});

test('each cell is drawn and said', () => {
  for (const { data, problems: expected, file } of all) {
    if (expected.length > 0) continue;
    const says = describe(data, ja).join('\n');
    const { svg } = draw(data, ja);
    for (const { text } of data.cells) {
      assert.ok(says.includes(text), `${file}: ${text}`);
      assert.ok(
        svg.includes(
          `<title>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;')}</title>`,
        ),
        `${file}: ${text}`,
      );
    }
  }
});

test('days in a row are one block, others are not', () => {
  const blocks = (/** @type {string} */ name) =>
    draw(named(name), ja).shapes.filter(({ kind }) => kind === 'symbol').length;
  assert.equal(blocks('all-week'), 2);
  assert.equal(blocks('broken-run'), 5);
});

test('data that is not all there is still drawn', () => {
  for (const part of /** @type {any[]} */ ([{}, { rows: [{ id: 'a' }], cells: [{ day: 'mon', row: 'a' }, null] }])) {
    assertSvg(draw(part, ja).svg, 'part');
    describe(part, ja);
    problems(part);
  }
});

test('labels break between words, and nothing is cut', () => {
  /** @type {[name: string, limit: number, lines: string[]][]} */
  const table = [
    ['スクールカウンセラー', 7, ['スクール', 'カウンセラー']],
    ['教育相談コーディネーター', 8, ['教育相談', 'コーディネーター']],
    ['訪問看護ステーション', 7, ['訪問看護', 'ステーション']],
    ['就労継続支援B型', 5, ['就労継続', '支援B型']],
    ['学級担任', 8, ['学級担任']],
    ['モニタリングとエバリュエーション', 8, ['モニタリングと', 'エバリュエーション']],
    ['サービス等利用計画の作成', 8, ['サービス等利用', '計画の作成']],
    ['特別支援学校高等部の兄', 8, ['特別支援学校', '高等部の兄']],
    ['脳梗塞の後遺症で施設に入所', 8, ['脳梗塞の後遺症で', '施設に入所']],
    [
      '放課後等デイサービス事業所の児童発達支援管理責任者',
      8,
      ['放課後等デイ', 'サービス事業所の', '児童発達支援', '管理責任者'],
    ],
    ['Community Mental Health Outreach Center', 8, ['Community', 'Mental Health', 'Outreach Center']],
    ['', 8, ['']],
  ];
  for (const [name, limit, lines] of table) assert.deepEqual(wrap(name, limit), lines);
  assert.deepEqual(wrap('スクールソーシャルワーカーと料理教室', 6, 0), [
    'スクール',
    'ソーシャル',
    'ワーカーと',
    '料理教室',
  ]);
  assert.deepEqual(wrap('Geography', 4.5, 0), ['Geogr-', 'aphy']);
  const long = 'ア'.repeat(400);
  for (const name of ['スクールソーシャルワーカー', '放課後等デイサービス事業所', long])
    assert.equal(wrap(name, 6).join(''), name);
});
