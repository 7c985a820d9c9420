/**
 * The hypothesis log. `for.N` and `against.N` are lists of sentences (ledger-evidence.js); the text before the Kth
 * revision of a hypothesis is `rev.N.K.say`, `.sure`, `.why`, `.at`. Everything else is a native control.
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 * @typedef {import('../../scripts/dom/values.js').Value} Value
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, valueOf } from '../../scripts/dom/controls.js';
import { announce, button, make } from '../../scripts/dom/element.js';
import { printAs } from '../../scripts/dom/print.js';
import { hypothesisOf, isUsed, revisionsOf } from './book.js';
import { evidenceOf, filing, listOf, SIDES } from './evidence.js';
import { numbersIn, Passage } from './passage.js';
import { questionsOn } from './questions.js';
import { showTerms } from '../../scripts/work/terms.js';
import { ensureQuotations, pruneQuotations, showQuestions, showRevisions, showViews } from './show.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const formulation = {
  start,
  blanks: false,
  copies: false,
  shows: (name) => name.startsWith('rev.'),
  looked: (work) =>
    showTerms(
      work.form,
      partsIn(work.form).map((part) => {
        const n = numberOf(part);
        return [word('ledger-hypothesis', { n }), String(work.fields().get(`say.${n}`)?.value ?? '')];
      }),
    ),
  arrange(root, values) {
    const numbers = numbersIn(root);
    for (const part of partsIn(root)) {
      const n = numberOf(part);
      for (const side of SIDES) ensureQuotations(root, `${side}.${n}`, values.get(`${side}.${n}`), numbers);
      part.hidden = !isUsed(values, n);
    }
    show(root, values);
    for (const part of root.querySelectorAll(
      '.ledger-case, .ledger-questions, .evidence-how, .ledger-actions, .field-help',
    ))
      part.remove();
  },
};

/** @param {ParentNode} root */
const partsIn = (root) => [...root.querySelectorAll('[data-hypothesis]')].filter((part) => part instanceof HTMLElement);

/** @param {HTMLElement} part */
const numberOf = (part) => Number(part.dataset.hypothesis);

/** @param {Work} work */
function start(work) {
  const root = work.form.querySelector('[data-attempt] [data-ledger]');
  if (!(root instanceof HTMLElement)) return;
  const parts = partsIn(root);
  const numbers = numbersIn(root);
  /** Shown although they are still empty. @type {Set<number>} */
  const open = new Set([1]);
  const more = root.querySelector('button[data-add-hypothesis]');

  /** What is written here, and of what has no control, what is stored. */
  const values = () => {
    /** @type {Map<string, Value>} */
    const found = new Map();
    for (const [name, { value }] of work.fields()) if (name.startsWith('rev.')) found.set(name, value);
    for (const [name, group] of controlsIn(root)) found.set(name, valueOf(group));
    return found;
  };

  // What only scripts can do is described by scripts.
  root.querySelector('.ledger-passages')?.before(make('p', 'field-how ledger-case-how', word('ledger-case-how')));
  for (const list of root.querySelectorAll('.evidence'))
    list.after(make('p', 'field-help evidence-how', word('ledger-evidence-how')));
  root.querySelector('.asked-back')?.before(make('p', 'field-how', word('ledger-questions-how')));

  const passage = new Passage(root, hostOf(work, root, parts, numbers));

  const update = () => {
    const now = values();
    for (const part of parts) {
      const n = numberOf(part);
      part.hidden = !open.has(n) && !isUsed(now, n) && !part.contains(document.activeElement);
      if (!part.hidden) open.add(n);
    }
    if (more instanceof HTMLElement) more.hidden = parts.every((part) => !part.hidden);
    show(root, now);
    passage.update();
  };

  more?.addEventListener('click', () => {
    const part = parts.find(({ hidden }) => hidden);
    if (!part) return;
    open.add(numberOf(part));
    update();
    part.querySelector('textarea')?.focus();
    announce(word('ledger-added', { n: numberOf(part) }));
  });

  startRewriting(work, root);

  const print = button(word('ledger-print'), () => printSheet(work.form), 'button');
  const look = work.form.querySelector('[data-look]');
  print.id = `${look?.id}-print`;
  print.setAttribute('aria-labelledby', look?.getAttribute('aria-labelledby')?.replace(look.id, print.id) ?? print.id);
  look?.parentElement?.append(' ', print);

  work.onPrepare((fields) => {
    for (const part of parts) {
      for (const side of SIDES) {
        const name = `${side}.${numberOf(part)}`;
        ensureQuotations(root, name, fields.get(name)?.value, numbers);
      }
    }
  });
  // Another tab filed something else: to choose between the two lists, both have to be there.
  work.onClash((clash, name) => {
    if (clash) ensureQuotations(root, name, clash.theirs.value, numbers, false);
  });
  work.onChange((_names, by) => {
    if (by !== 'learner') pruneQuotations(root);
    if (by === 'sheet') {
      open.clear();
      open.add(1);
    }
    update();
  });
  work.onRefresh(update);
  update();
}

/** Prints the log and nothing else. @param {HTMLFormElement} form */
function printSheet(form) {
  const section = form.closest('.exercise');
  section?.toggleAttribute('data-printed', true);
  printAs('ledger', () => section?.removeAttribute('data-printed'));
}

/**
 * What the passage knows of the hypotheses.
 * @param {Work} work
 * @param {HTMLElement} root
 * @param {HTMLElement[]} parts
 * @param {Map<string, string>} numbers  of the sentences
 * @returns {import('./passage.js').PassageHost}
 */
function hostOf(work, root, parts, numbers) {
  return {
    hypotheses: () =>
      parts
        .filter((part) => !part.hidden)
        .map((part) => ({ n: numberOf(part), say: String(work.value(`say.${numberOf(part)}`)) })),
    filed: (id) =>
      parts.flatMap((part) =>
        SIDES.flatMap((side) => {
          const n = numberOf(part);
          return listOf(work.value(`${side}.${n}`)).some((item) => evidenceOf(item).id === id) ? [{ n, side }] : [];
        }),
      ),
    file: (n, side, evidence) => {
      const before = { for: listOf(work.value(`for.${n}`)), against: listOf(work.value(`against.${n}`)) };
      const { lists, filed } = filing(before, side, evidence);
      for (const each of SIDES) ensureQuotations(root, `${each}.${n}`, lists[each], numbers);
      const changed = SIDES.filter((each) => lists[each].length !== before[each].length);
      work.set(Object.fromEntries(changed.map((each) => [`${each}.${n}`, lists[each]])));
      pruneQuotations(root);
      announce(word(filed ? `ledger-filed-${side}` : 'ledger-unfiled', { n }));
    },
  };
}

/** The buttons that save a version of a hypothesis and revise it. @param {Work} work @param {HTMLElement} root */
function startRewriting(work, root) {
  for (const way of root.querySelectorAll('button[data-rewrite]')) {
    if (!(way instanceof HTMLButtonElement)) continue;
    const n = Number(way.dataset.rewrite);
    way.hidden = false;
    const status = way.parentElement?.querySelector('.rewrite-status');
    way.addEventListener('click', () => {
      const [say, sure, why] = ['say', 'sure', 'why'].map((field) => String(work.value(`${field}.${n}`)).trim());
      const missing = say === '' ? 'say' : why === '' ? 'why' : '';
      if (status)
        status.textContent = word(
          missing === '' ? 'ledger-rewritten' : missing === 'say' ? 'ledger-rewrite-first' : 'ledger-rewrite-why',
        );
      if (missing === '') {
        work.save();
        rewrite(work, n, { say, sure, why });
        work.set({ [`why.${n}`]: '' });
      }
      const next = root.querySelector(`[name="${missing || 'say'}.${n}"]`);
      if (next instanceof HTMLElement) next.focus();
    });
  }
}

/**
 * Saves the current text as a version, with the reason for the revision.
 * @param {Work} work
 * @param {number} n
 * @param {{ say: string, sure: string, why: string }} was
 */
function rewrite(work, n, was) {
  const at = new Date().toISOString();
  const stored = new Map([...work.fields()].map(([name, { value }]) => [name, value]));
  const k = (revisionsOf(stored, n).at(-1)?.number ?? 0) + 1;
  for (const [field, value] of Object.entries({ ...was, at })) work.keep(`rev.${n}.${k}.${field}`, value);
}

/** @param {ParentNode} root @param {Map<string, Value>} values */
function show(root, values) {
  const used = partsIn(root)
    .map(numberOf)
    .filter((n) => isUsed(values, n))
    .map((n) => hypothesisOf(values, n));
  for (const part of partsIn(root)) showRevisions(root, hypothesisOf(values, numberOf(part)));
  showViews(root, used);
  const template = root.querySelector('template[data-strengths]');
  const strengths =
    template instanceof HTMLTemplateElement ? [...template.content.children].map((item) => item.textContent ?? '') : [];
  const sheet = (/** @type {string} */ field) => String(values.get(`sheet.${field}`) ?? '').trim();
  const axis = (/** @type {string} */ field) => {
    const select = root.querySelector(`select[name="${field}.1"]`);
    return select instanceof HTMLSelectElement
      ? [...select.options].filter(({ value }) => value !== '').map(({ value, text }) => ({ id: value, title: text }))
      : [];
  };
  const questions = questionsOn({
    hypotheses: used,
    strengths,
    policy: sheet('policy'),
    resources: sheet('resources'),
    axes: { time: axis('time'), relation: axis('relation') },
  });
  showQuestions(
    root,
    questions,
    used.some(({ say }) => say !== ''),
  );
}
