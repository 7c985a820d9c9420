/**
 * Follow-up questions: what a colleague might ask after reading the log. Never an error, never a score. Pure: keys of words
 * and what they name.
 *
 * @typedef {import('./book.js').Hypothesis} Hypothesis
 * @typedef {{ key: string, args: Record<string, string | number> }} Question
 * @typedef {object} Ledger
 * @property {Hypothesis[]} hypotheses  those that are not empty
 * @property {string[]} strengths  of the case, as its author lists them
 * @property {string} policy  the course of action in the sheet
 * @property {string} resources  the resources in the sheet
 * @property {Record<string, { id: string, title: string }[]>} axes  the places of `time` and `relation`
 */

import { confidence } from './book.js';

const NAME =
  '(?:[一-龠ァ-ヶー]{0,10}(?:症候群|障害|障がい|症(?!状)|スペクトラム)|(?:うつ病|鬱病|うつ|ADHD|ASD|LD|HSP|グレーゾーン)|(?:発達|知的|愛着)の?(?:障害|障がい|問題|特性))';
const CAUSE =
  '(?:だ|である|が?ある|を?(?:持|も)つ|持ち|という診断|の診断)?(?:から|なので|ので|のため|ため|のせい|が原因|に起因|によ(?:っ|り|る))';
const DIAGNOSIS = [
  new RegExp(`${NAME}${CAUSE}`, 'u'),
  /\b(?:because of|due to|caused by|result of)\s+(?:(?:his|her|their|the|an?)\s+)?(?:\w+\s+)?(?:autism|adhd|asd|depression|\w*\s?disorder|syndrome)\b/iu,
  /\b(?:autism|adhd|asd|depression|disorder|syndrome)\b[^.!?]{0,12}\b(?:causes?|is why|makes)\b/iu,
];
const HEDGED =
  /かもしれ|だろう|でしょう|ではないか|ではないだろうか|のではないか|と考え|考えられ|と思|ように|ようだ|ようで|そうだ|らしい|可能性|うかがえ|読め|とも|かな。?$|か。?$|[?？]|\b(?:may|might|could|perhaps|possibly|probably|seems?|appears?|suggests?)\b/iu;
const CERTAIN =
  /(?:に違いない|にちがいない|間違いな[いく]|まちがいな[いく]|明らか|に決まっている|しかない|断言|必ず|絶対|はずだ|はずである|はずです|(?:である|のだ|[なるたい]んだ|のです|[なるたい]んです|せいだ|せいです|ためだ|ためです|からだ|からです|が原因だ|が原因です)。?$|[^んいま]だ。?$)|\b(?:certainly|clearly|obviously|definitely|undoubtedly|no doubt)\b/iu;
/** Words that say nothing of a strength by themselves. */
const COMMON = new Set(['自分', '学校', '学級', '教室', '本人', '家族', '時間', '場所', '言葉', '毎日', '毎朝', '人']);

/** @param {Ledger} ledger @returns {Question[]} */
export function questionsOn({ hypotheses, strengths, policy, resources, axes }) {
  /** @type {Question[]} */
  const questions = [];
  const ask = (/** @type {string} */ key, args = {}) => questions.push({ key: `ask-${key}`, args });
  for (const it of hypotheses) for (const [key, args] of onOne(it)) ask(key, { n: it.n, ...args });

  const said = hypotheses.filter(({ say }) => say !== '');
  if (said.length === 0) return questions;
  const evidence = said.flatMap((it) => [...it.for, ...it.against]);
  if (policy !== '' && evidence.length === 0) ask('policy');
  const texts = [...evidence, ...said.map(({ say }) => say), resources];
  if (
    evidence.length > 0 &&
    strengths.length > 0 &&
    !said.some(({ places, for: support }) => places.p === 'protective' && support.length > 0) &&
    !strengths.some((strength) => texts.some((text) => touches(text, strength)))
  )
    ask('strengths', { count: strengths.length });
  for (const axis of ['time', 'relation']) {
    const used = new Set(said.map(({ places }) => places[axis]).filter((place) => place !== ''));
    const empty = (axes[axis] ?? []).filter(({ id }) => !used.has(id));
    // A single hypothesis leaves the other places empty: that means nothing yet.
    if (said.filter(({ places }) => places[axis]).length > 1 && empty.length > 0)
      ask(axis, { places: empty.map(({ title }) => title).join('」「') });
  }
  return questions;
}

/**
 * @param {Hypothesis} it
 * @returns {[key: string, args?: Record<string, string | number>][]}
 */
function onOne(it) {
  if (it.say === '') return [];
  /** @type {[key: string, args?: Record<string, string | number>][]} */
  const asked = [];
  const diagnosis = diagnosisIn(it.say);
  const certain = certainIn(it.say);
  if (diagnosis) asked.push(['diagnosis', { words: diagnosis }]);
  if (certain) asked.push(['certain', { words: certain }]);
  if (it.for.length === 0 && it.against.length === 0) asked.push([it.next ? 'plan' : 'no-evidence']);
  else if (it.against.length === 0) asked.push(['only-for']);
  else if (it.for.length === 0) asked.push(['only-against']);
  if (it.other === '') asked.push(['other']);
  if (it.next === '') asked.push(['next']);
  else if (it.who === '' || it.when === '') asked.push(['who']);
  const last = it.revisions.at(-1);
  const sure = confidence(it.sure);
  if (last && sure !== undefined && confidence(last.sure) === sure && last.say !== it.say)
    asked.push(['unmoved', { sure }]);
  return asked;
}

/** Whether a diagnosis is given as the cause. @param {string} text */
export function diagnosisIn(text) {
  for (const pattern of DIAGNOSIS) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return '';
}

/** The end of the first sentence that sounds certain. @param {string} text */
export function certainIn(text) {
  const sentences = text.match(/[^。．.!！\n]+[。．.!！]?/gu) ?? [];
  const found = sentences
    .map((sentence) => sentence.trim())
    .find((sentence) => CERTAIN.test(sentence) && !HEDGED.test(sentence));
  if (!found) return '';
  const characters = [...found];
  return characters.length > 20 ? `…${characters.slice(-20).join('')}` : found;
}

/** Whether a text speaks of a strength: they share a word that is not common to all. @param {string} text @param {string} strength */
export function touches(text, strength) {
  const words = strength.match(/[一-龠々]{2,}|[ァ-ヶー]{2,}|[a-z]{5,}/giu) ?? [];
  return words.some((word) => !COMMON.has(word) && text.toLowerCase().includes(word.toLowerCase()));
}
