/**
 * Lines of a name in which no katakana word is torn: スクール／カウンセラー, never スクールカ／ウンセラー. Breaks stand where the
 * script changes or one of a few words of the field ends or begins; where none of them serves, as `wrap` breaks.
 *
 * Must not know: fonts, diagrams.
 */

import { widthOf, wrap } from './svg.js';

const KATAKANA = /[\u30a1-\u30faー]/;
const WORDS = ['スクール', 'ソーシャル', 'ワーカー', 'カウンセラー', 'コーディネーター', 'サポート', 'ステーション', 'センター', 'サービス', 'デイ', 'ケア',
  'マネジャー', 'クリニック', 'グループ', 'ホーム', 'ボランティア', 'アドバイザー', 'オンライン', 'ゲーム', 'フリー', 'ユース', 'クラブ', 'ヘルパー'];
const NOT_FIRST = /^[、。・）」』ぁぃぅぇぉっゃゅょーァィゥェォッャュョ々]/;

/**
 * @param {string} name
 * @param {number} limit  full-width characters in a line
 * @param {{ wider?: number, most?: number }} [leeway]  wider: characters more, rather than tear a word; most: lines
 * @returns {string[]}
 */
export function nameLines(name, limit, { wider = 2, most = 3 } = {}) {
  const lines = wrap(name, limit, most);
  if (!lines.some((line, i) => i > 0 && tears(lines[i - 1].slice(-1), line[0] ?? ''))) return lines;
  const text = name.trim();
  const ends = [...breaks(text), text.length];
  let found = lines;
  let least = Infinity;
  /** @param {string[]} parts @param {number} from @param {number} longest */
  const search = (parts, from, longest) => {
    const cost = parts.length * 10 + longest + Math.max(0, longest - limit) * 4;
    if (cost >= least) return;
    if (from === text.length) [found, least] = [parts, cost];
    else if (parts.length < most) {
      for (const end of ends) {
        const part = text.slice(from, end).trim();
        const width = widthOf(part, 1);
        if (end > from && width <= limit + wider) search([...parts, part], end, Math.max(longest, width));
      }
    }
  };
  search([], 0, 0);
  return found;
}

/** @param {string} before @param {string} after */
function tears(before, after) {
  return (KATAKANA.test(before) && KATAKANA.test(after)) || (after === '型' && /[A-Za-zＡ-Ｚ]/.test(before));
}

/** @param {string} text @returns {number[]} */
function breaks(text) {
  const ends = new Set();
  for (const word of WORDS) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) ends.add(at).add(at + word.length);
  }
  const places = [];
  for (let i = 1; i < text.length; i++) {
    const changes = KATAKANA.test(text[i - 1]) !== KATAKANA.test(text[i]);
    if ((changes || ends.has(i)) && !NOT_FIRST.test(text.slice(i))) places.push(i);
  }
  return places; // in order
}
