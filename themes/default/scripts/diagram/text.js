/**
 * How wide a text will be, and how it is broken into lines.
 *
 * A label is broken where a Japanese reader would break it: after a particle, where the script changes, or where one of a few
 * words of the field begins or ends; never before 、 or a small kana. Nothing is cut: what is long gets more lines.
 *
 * 1. the text is divided into pieces that stay whole; 2. every break and every line has its cost; 3. the cheapest layout of
 * all is found, line by line.
 *
 * Must not know: the font (widths are estimated), diagrams.
 */

const HALF = 0.56; // em of a half-width character
const NOT_FIRST =
  /^[、。，．・：；！？）」』】〕〉》’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー～〜々ゝゞヽヾ),.:;!?\]}%％…]/;
const NOT_LAST = /[（「『【〔〈《‘“([{]$/;
const WORD = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00c0-\u024f'’.+-]$/;
const WIDER = 2.5; // em that a line may be wider than the limit, rather than tear a word
const COST = {
  line: 2.5,
  wider: 3,
  short: 0.05,
  inWord: 8,
  atWord: 0.8,
  particle: 4,
  kana: 3,
  katakana: 6,
  han: 3,
  script: 1,
};
const WORDS = [
  'スクール',
  'ソーシャル',
  'ワーカー',
  'カウンセラー',
  'コーディネーター',
  'サポート',
  'ステーション',
  'センター',
  'サービス',
  'デイ',
  'ケア',
  'マネジャー',
  'クリニック',
  'グループ',
  'ホーム',
  'ボランティア',
  'アドバイザー',
  'オンライン',
  'ゲーム',
  'フリー',
  'ユース',
  'クラブ',
  'ヘルパー',
  'モニタリング',
  'エバリュエーション',
  'アセスメント',
  'インテーク',
  'プランニング',
  '特別',
  '支援',
  '学校',
  '高等部',
  '中学',
  '小学',
  '施設',
  '養護',
  '児童',
  '相談',
  '計画',
  '管理',
  '責任者',
  '事業所',
  '福祉',
  '障害',
  '発達',
  '教育',
  '看護',
  '訪問',
  '保健',
  '医療',
  '家庭',
  '地域',
  '就労',
  '継続',
  '移行',
  '生活',
  '精神',
  '市役所',
  '会議',
  '作成',
  '指導',
  '教室',
  '担当',
  '教員',
  '担任',
  '窓口',
  '委員',
  '利用',
  '後遺症',
  '介護',
  '入所',
  '入院',
  '通院',
  '火曜',
  '水曜',
  '木曜',
  '金曜',
  '土曜',
  '日曜',
  '月曜',
  '年生',
  '以上',
  '放課後',
  '主治医',
  '保護者',
  '祖父母',
  '書類',
  'だけ',
  'まだ',
  'など',
  'あいだ',
  'おばあ',
  'おじい',
];

/**
 * The width of one line, estimated: a full-width character is 1 em, a half-width one 0.56 em.
 * @param {string} text
 * @param {number} size  of the type, px
 * @returns {number}  px
 */
export function widthOf(text, size) {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/**
 * @param {string} character
 * @returns {number}  em
 */
function emsOf(character) {
  const code = character.codePointAt(0) ?? 0;
  const combining =
    (code >= 0x300 && code < 0x370) || (code >= 0x3099 && code <= 0x309a) || (code >= 0xfe00 && code <= 0xfe0f);
  if (combining || code < 0x20 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff) return 0;
  const half =
    code < 0x300 ||
    (code >= 0x1e00 && code < 0x1f00) ||
    (code >= 0x2000 && code <= 0x2014) ||
    (code >= 0xff61 && code <= 0xffdc);
  return half ? HALF : 1;
}

/**
 * @param {string} text
 * @param {number} limit  full-width characters that a line has room for
 * @param {number} [wider]  em that a line may be wider, rather than tear a word
 * @returns {string[]}  at least one line; empty text gives ['']
 */
export function wrap(text, limit, wider = WIDER) {
  const plain = String(text).trim().replace(/\s+/g, ' ');
  if (widthOf(plain, 1) <= limit) return [plain];
  const pieces = piecesOf(plain, limit + wider);
  const costs = breakCosts(pieces, plain);
  const widths = pieces.map((piece) => widthOf(piece, 1));
  // The cheapest way to put the first so many pieces into lines, and where its last line begins.
  const least = [0];
  const from = [0];
  for (let end = 1; end <= pieces.length; end++) {
    let width = 0;
    least[end] = Infinity;
    for (let start = end - 1; start >= 0; start--) {
      width += widths[start];
      const line = start > 0 && pieces[start].startsWith(' ') ? width - HALF : width;
      if (line > limit + wider && start < end - 1) break;
      const short = Math.max(0, limit - line);
      const cost =
        least[start] +
        COST.line +
        (start > 0 ? costs[start] : 0) +
        Math.max(0, line - limit) * COST.wider +
        short * short * COST.short;
      if (cost < least[end] - 1e-9) [least[end], from[end]] = [cost, start];
    }
  }
  const lines = [];
  for (let end = pieces.length; end > 0; end = from[end]) {
    const line = pieces.slice(from[end], end).join('').trim();
    const isTorn = isLetter(line.slice(-1)) && isLetter((pieces[end] ?? '').slice(0, 1));
    lines.unshift(isTorn ? `${line}-` : line);
  }
  return lines;
}

/**
 * Pieces that stay whole; a piece after a space begins with the space.
 * @param {string} text
 * @param {number} limit
 * @returns {string[]}
 */
function piecesOf(text, limit) {
  /** @type {string[]} */
  const pieces = [];
  for (const character of text) {
    const last = pieces.length - 1;
    const sticks =
      last >= 0 &&
      character !== ' ' &&
      (pieces[last] === ' ' ||
        NOT_FIRST.test(character) ||
        NOT_LAST.test(pieces[last]) ||
        (WORD.test(character) && WORD.test(pieces[last].slice(-1))));
    if (sticks && (isLetter(character) || widthOf(pieces[last] + character, 1) <= limit)) pieces[last] += character;
    else pieces.push(character);
  }
  return pieces.flatMap((piece) => (widthOf(piece.trim(), 1) > limit ? torn(piece, limit) : [piece]));
}

/** A word that is longer than a line, in equal parts. @param {string} piece @param {number} limit @returns {string[]} */
function torn(piece, limit) {
  const parts = Math.ceil(widthOf(piece, 1) / Math.max(limit - HALF, HALF));
  const size = Math.max(1, Math.ceil(piece.length / parts));
  const pieces = [];
  for (let at = 0; at < piece.length; at += size) pieces.push(piece.slice(at, at + size));
  return pieces;
}

/** Whether a character is a letter of a word that may be hyphenated. @param {string} character */
function isLetter(character) {
  return /^[A-Za-z\u00c0-\u024f]$/.test(character);
}

/** The cost of a break before each piece. @param {string[]} pieces @param {string} text @returns {number[]} */
function breakCosts(pieces, text) {
  /** @type {Set<number>} */
  const edges = new Set();
  /** @type {Set<number>} */
  const inside = new Set();
  for (const word of WORDS) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      edges.add(at).add(at + word.length);
      for (let i = at + 1; i < at + word.length; i++) inside.add(i);
    }
  }
  let at = 0;
  return pieces.map((piece, i) => {
    const here = at;
    at += piece.length;
    if (i === 0) return 0;
    const plain = breakCost(pieces[i - 1], piece);
    if (inside.has(here) && plain > 0) return COST.inWord;
    return edges.has(here) ? Math.min(plain, scriptOf(piece) === 'hiragana' ? plain : COST.atWord) : plain;
  });
}

/** Words stay whole, and a particle stays with its word. @param {string} before @param {string} after */
function breakCost(before, after) {
  if (after.startsWith(' ') || /[・、。，．）」』】)]$/.test(before) || /^[（「『【(]/.test(after)) return 0;
  const [left, right] = [scriptOf([...before].pop() ?? ''), scriptOf([...after][0] ?? '')];
  if (right === 'hiragana') return left === 'hiragana' ? COST.kana : COST.particle;
  if (left === 'hiragana') return 0;
  if (left !== right) return COST.script;
  return left === 'katakana' ? COST.katakana : COST.han;
}

/** @param {string} character */
function scriptOf(character) {
  if (/^[\u3041-\u309f]/.test(character)) return 'hiragana';
  if (/^[\u30a0-\u30ff]/.test(character)) return 'katakana';
  return /^[\u2e80-\u9fff\uf900-\ufaff]/.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 'han' : 'other';
}
