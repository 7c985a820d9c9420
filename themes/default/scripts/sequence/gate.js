/**
 * Below a sheet: what must be written before the next one opens, each by name with a way to it; opening it; and the end.
 * Only opening waits: everything can be read and printed at any time.
 *
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./rules.js').Missing} Missing
 */

import { word } from '../dom/words.js';
import { announce, button, make } from '../dom/element.js';
import { ensureRows } from '../work/rows.js';
import { hasEnded, missing, next } from './rules.js';
import { way } from './way.js';

/** @param {Plan} plan */
export function startGate(plan) {
  const { form, rules, work, values, always } = plan;
  const gate = form.querySelector('[data-gate]');
  const ending = form.querySelector('[data-ending]');
  if (!(gate instanceof HTMLElement)) return;
  const asked = (/** @type {string} */ id) => !plan.field(id)?.hidden;
  const find = () => missing(values(), rules, { later: plan.later(), asked });
  let shown = '';

  const update = () => {
    const ended = hasEnded(values(), rules);
    if (ending instanceof HTMLElement) ending.hidden = !ended;
    const there = plan.following();
    const lacks = ended || there !== undefined ? [] : find();
    const state = JSON.stringify([work.sheet(), ended, there, lacks.map((one) => [one.name, one.why])]);
    if (state === shown) return;
    shown = state;
    if (ended)
      gate.replaceChildren(
        make('p', '', word('ending-back')),
        make('p', '', way(form, rules.ending?.field ?? '', plan.label(rules.ending?.field ?? ''))),
      );
    else if (there !== undefined)
      gate.replaceChildren(
        make('p', '', word('next-there', { n: there })),
        button(word('next-show', { n: there }), () => work.turn(there)),
      );
    else gate.replaceChildren(...ahead(plan, lacks, open));
  };

  const open = async () => {
    await work.opened;
    const lacks = find();
    if (lacks.length > 0) {
      announce(word('next-not-yet', { n: lacks.length }));
      gate.querySelector('a')?.focus();
      return;
    }
    const from = work.sheet();
    const draft = next(values(), rules);
    const n = Math.max(...plan.sheets().keys()) + 1;
    // Known before the turn, so that the new sheet is a later one from the start.
    work.keep('@before', String(from), n);
    work.keep('@from', draft.from, n);
    work.turn(n);
    ensureRows(form, Object.keys(draft.values));
    work.set(draft.values);
    const title = form.querySelector('.sheet-title');
    if (title instanceof HTMLElement) {
      title.tabIndex = -1;
      title.focus();
    }
    announce(word('next-opened', { n, called: rules.called }));
  };
  always(update);
}

/** @param {Plan} plan @param {Missing[]} lacks @param {() => unknown} open */
function ahead(plan, lacks, open) {
  const { called, rows } = plan.rules;
  const about =
    lacks.length > 0
      ? word('next-missing', { called, n: lacks.length })
      : word(rows ? 'next-ready' : 'next-plain', { called });
  const go = button(word('next-open', { called }), open, lacks.length > 0 ? 'button' : 'button primary');
  go.dataset.openNext = '';
  return [
    make('p', 'next-about', about),
    ...(lacks.length > 0
      ? [make('ul', 'next-missing', ...lacks.map((one) => make('li', '', way(plan.form, one.name, named(plan, one)))))]
      : []),
    make('p', '', go),
  ];
}

/** @param {Plan} plan @param {Missing} one */
function named(plan, { name, field, row, why, is }) {
  const label = row === undefined ? plan.label(field) : plan.part(name);
  if (why === 'way' || why === 'reason') return word(why === 'way' ? 'need-way' : 'need-why', { n: row ?? '' });
  if (why === 'rows') return word('need-rows', { label });
  const whole = row === undefined ? label : word('need-row', { label, n: row });
  return why === 'is' ? word('need-is', { label: whole, answer: plan.said(name, is) }) : whole;
}
