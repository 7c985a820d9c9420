/**
 * Follow-up questions: what a colleague might ask after reading the log. Never an error, never a score. Pure: keys of words
 * and what they name. The rules of the locale say what sounds like a cause, or certain.
 *
 * @typedef {import('./book.js').Hypothesis} Hypothesis
 * @typedef {{ key: string, args: Record<string, string | number | string[]> }} Question  a list is named one by one
 * @typedef {object} Ledger
 * @property {Hypothesis[]} hypotheses  those that are not empty
 * @property {string[]} strengths  of the case, as its author lists them
 * @property {string} policy  the course of action in the sheet
 * @property {string} resources  the resources in the sheet
 * @property {Record<string, { id: string, title: string }[]>} axes  the places of `time` and `relation`
 *
 * @typedef {object} QuestionRules
 * @property {string} [ends]  the characters that end a sentence
 * @property {string[]} [diagnosis]  a diagnosis given as the cause
 * @property {string | null} [certain]  what sounds settled
 * @property {string | null} [hedged]  what takes it back
 * @property {string | null} [word]  a word that says something of a strength
 * @property {string[]} [common]  words that say nothing of a strength by themselves
 */

import { rules } from '../../scripts/dom/words.js';
import { confidence } from './book.js';

/** @returns {QuestionRules} */
const known = () => rules('@questions');

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
      ask(axis, { places: empty.map(({ title }) => title) });
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

/** Whether a diagnosis is given as the cause. @param {string} text @param {QuestionRules} [rules] */
export function diagnosisIn(text, { diagnosis = [] } = known()) {
  for (const pattern of diagnosis) {
    const found = new RegExp(pattern, 'iu').exec(text);
    if (found) return found[0];
  }
  return '';
}

/** The end of the first sentence that sounds certain. @param {string} text @param {QuestionRules} [rules] */
export function certainIn(text, { ends = '', certain, hedged } = known()) {
  if (!certain) return '';
  const stops = ends.replace(/[\\\]^-]/g, '\\$&');
  const sentences = text.match(new RegExp(`[^${stops}\\n]+[${stops}]?`, 'gu')) ?? [];
  const [settled, open] = [new RegExp(certain, 'iu'), hedged ? new RegExp(hedged, 'iu') : undefined];
  const found = sentences
    .map((sentence) => sentence.trim())
    .find((sentence) => settled.test(sentence) && !open?.test(sentence));
  if (!found) return '';
  const characters = [...found];
  if (characters.length <= 20) return found;
  // Where blanks separate words, no word is cut.
  const end = characters.slice(-20).join('');
  return `…${/\s/.test(end) && /\S/.test(characters.at(-21) ?? ' ') ? end.replace(/^\S*\s/, '') : end}`;
}

/**
 * Whether a text speaks of a strength: they share a word that is not common to all.
 * @param {string} text @param {string} strength @param {QuestionRules} [rules]
 */
export function touches(text, strength, { word, common = [] } = known()) {
  const words = word ? (strength.match(new RegExp(word, 'giu')) ?? []) : [];
  return words.some((one) => !common.includes(one.toLowerCase()) && text.toLowerCase().includes(one.toLowerCase()));
}
