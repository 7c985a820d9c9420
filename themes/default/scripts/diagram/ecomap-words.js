/**
 * An ecomap in words: who is in the middle, then each tie, each line among systems, each system that nothing leads to;
 * and what changed between two maps.
 *
 * Must not know: the drawing.
 *
 * @typedef {import('./ecomap.js').Ecomap} Ecomap
 * @typedef {import('./contract.js').Words} Words
 */

import { consentOf } from './consent.js';
import { householdSays } from './ecomap-core.js';
import { say } from '../dom/fill.js';
import { wholeEcomap } from './whole.js';

/**
 * @param {Ecomap} data
 * @param {Words} words
 * @returns {{ title: string, desc: string }}
 */
export function summary(data, words) {
  return { title: say(words, 'eco-title', { center: data.center.label }), desc: opening(data, words).join('') };
}

/**
 * @param {Ecomap} written
 * @param {Words} words
 * @returns {string[]}
 */
export function describe(written, words) {
  const data = wholeEcomap(written);
  const name = (/** @type {string} */ id) => data.systems.find((system) => system.id === id)?.label ?? id;
  const tied = new Set(data.ties.map(({ to }) => to));
  return [
    ...opening(data, words),
    ...householdSays(data.center.household, words),
    ...data.ties.map((tie) => tieSays(data, tie, words)),
    ...(data.between ?? []).map(({ a, b, kind }) =>
      say(words, 'eco-says-between', { a: name(a), b: name(b), kind: say(words, `eco-${kind}`) }),
    ),
    ...data.systems
      .filter(({ id }) => !tied.has(id))
      .map((system) =>
        noted(
          say(words, 'eco-says-untied', { system: system.label, side: say(words, `eco-${system.kind}`) }),
          system.note,
          words,
        ),
      ),
  ];
}

/** @param {Ecomap} data @param {Words} words */
function opening(data, words) {
  const formal = data.systems.filter(({ kind }) => kind !== 'informal').length;
  const counts = { center: data.center.label, n: data.systems.length, formal, informal: data.systems.length - formal };
  return [
    say(words, 'eco-says-center', counts),
    ...(data.asOf ? [say(words, 'eco-says-as-of', { date: data.asOf })] : []),
  ];
}

/** @param {Ecomap} data @param {import('./ecomap.js').Tie} tie @param {Words} words */
function tieSays(data, tie, words) {
  const system = data.systems.find(({ id }) => id === tie.to);
  const center = data.center.label;
  const consent = consentOf(tie, system?.kind);
  let says = say(words, 'eco-says-tie', {
    center,
    system: system?.label ?? tie.to,
    side: say(words, `eco-${system?.kind ?? 'formal'}`),
    kind: say(words, `eco-${tie.kind}`),
    flow: say(words, `eco-flow-${tie.flow}`, { center }),
  });
  if (tie.label) says = say(words, 'eco-says-label', { says, label: tie.label });
  if (consent) says = say(words, 'eco-says-consent', { says, consent: say(words, `eco-consent-${consent}`) });
  return noted(says, system?.note, words);
}

/** @param {string} says @param {string | undefined} note @param {Words} words */
function noted(says, note, words) {
  return note ? say(words, 'eco-says-note', { says, note }) : says;
}

/**
 * The differences between two maps: systems that were added or removed, ties that changed.
 * @param {Ecomap} earlier
 * @param {Ecomap} later
 * @param {Words} words
 * @returns {string[]}  empty if nothing changed
 */
export function compare(earlier, later, words) {
  const [before, after] = [wholeEcomap(earlier), wholeEcomap(later)];
  const was = new Map(before.systems.map((system) => [system.id, system]));
  const is = new Map(after.systems.map((system) => [system.id, system]));
  const tieBefore = new Map(before.ties.map((tie) => [tie.to, tie]));
  const tieAfter = new Map(after.ties.map((tie) => [tie.to, tie]));
  const says = [];
  for (const { id, label } of after.systems) {
    const [old, now] = [tieBefore.get(id), tieAfter.get(id)];
    if (!was.has(id)) says.push(say(words, 'eco-change-new', { system: label }));
    const [from, to] = [old, now].map((tie) => (tie ? say(words, `eco-${tie.kind}`) : say(words, 'eco-no-tie')));
    if (was.has(id) ? from !== to : now)
      says.push(say(words, was.has(id) ? 'eco-change-kind' : 'eco-change-begins', { system: label, from, to }));
    if (!old || !now) continue;
    const center = after.center.label;
    const [flowed, flows] = [old, now].map((tie) => say(words, `eco-flow-${tie.flow}`, { center }));
    if (flowed !== flows) says.push(say(words, 'eco-change-flow', { system: label, from: flowed, to: flows }));
    const [agreed, agrees] = [consentOf(old, was.get(id)?.kind), consentOf(now, is.get(id)?.kind)].map((consent) =>
      consent ? say(words, `eco-consent-${consent}`) : '',
    );
    if (agreed !== agrees && agrees) says.push(say(words, 'eco-change-consent', { system: label, to: agrees }));
    if (old.label !== now.label && now.label)
      says.push(say(words, 'eco-change-label', { system: label, to: now.label }));
  }
  for (const { id, label } of before.systems)
    if (!is.has(id)) says.push(say(words, 'eco-change-gone', { system: label }));
  return says;
}
