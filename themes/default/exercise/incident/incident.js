/**
 * The incident process: asking opens a fact, and what was asked is kept in its order (incident-log.js). If only some may be
 * asked, the rest stays closed until the learner compares, or says that they only want to read (`@opened`). The lock helps to
 * choose; nothing is secret, and the page says so. Everything else is a native control.
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 * @typedef {import('./log.js').AskedQuestion} AskedQuestion
 */

import { word } from '../../scripts/dom/words.js';
import { words } from '../../scripts/dom/controls.js';
import { announce, make, when } from '../../scripts/dom/element.js';
import { isEmpty } from '../../scripts/dom/values.js';
import { lineOf, askedIn } from './log.js';

/** @type {import('../../scripts/work/kind.js').Kind} */
export const incident = {
  start,
  copies: false,
  arrange(root, values) {
    const asked = askedIn(values);
    const bank = root.querySelector('.incident-bank');
    bank?.replaceChildren(
      asked.length > 0 ? make('ol', 'plain', ...asked.map(item)) : make('p', 'hint', word('incident-asked-none')),
    );
    for (const part of root.querySelectorAll('.incident-actions, .hint, .field-help, .field-how, .incident-event')) {
      if (!bank?.contains(part)) part.remove();
    }
    showReplies(root);
  },
  shows: (name) => name.startsWith('asked.'),
  looked: (work) => review(work),
};

/** @param {Work} work */
const askedBy = (work) => askedIn(new Map([...work.fields()].map(([name, { value }]) => [name, value])));

/** @param {Element | null} part */
const wordsOf = (part) => (part ? words(part) : '');

/** @param {Work} work */
function start(work) {
  const root = work.form.querySelector('[data-attempt] [data-incident]');
  if (!(root instanceof HTMLElement)) return;
  const facts = [...root.querySelectorAll('[data-fact]')].filter((fact) => fact instanceof HTMLElement);
  const most = Number(root.dataset.most) || Infinity;
  const left = root.querySelector('[data-left]');
  const gone = root.querySelector('[data-gone]');
  const all = root.querySelector('button[data-open-all]');
  const has = (/** @type {string} */ name) => !isEmpty(work.fields().get(name)?.value);

  /** What was asked of what can still be asked. @param {AskedQuestion[]} asked */
  const known = (asked) => asked.filter(({ id }) => facts.some((fact) => fact.dataset.fact === id));

  const render = () => {
    const asked = askedBy(work);
    const count = most - known(asked).length;
    const rest = has('@opened') ? 'read' : has('@looked') ? 'looked' : count > 0 ? 'free' : 'closed';
    for (const fact of facts) {
      showFact(
        fact,
        asked.find(({ id }) => id === fact.dataset.fact),
        rest,
      );
    }
    const lost = asked.filter((it) => !known(asked).includes(it));
    gone?.replaceChildren(
      ...(lost.length > 0 ? [make('h5', '', word('incident-gone')), make('ol', 'plain', ...lost.map(item))] : []),
    );
    const says = has('@looked') ? '' : has('@opened') ? word('incident-reading') : leftOf(most, count);
    if (left && left.textContent !== says) left.textContent = says;
    if (all instanceof HTMLElement) all.hidden = has('@opened') || has('@looked');
    showReplies(root);
  };
  /** @param {HTMLElement} fact */
  const ask = (fact) => {
    const of = wordsOf(fact.closest('section')?.querySelector('h5') ?? null);
    const question = word('sign-label', { label: of, text: wordsOf(fact.querySelector('.incident-question')) });
    const answer = wordsOf(fact.querySelector('.incident-answer'));
    const n = Math.max(0, ...askedBy(work).map((it) => it.n)) + 1;
    work.keep(`asked.${fact.dataset.fact}`, lineOf({ n, question, answer }));
    render();
    announce(answer);
  };

  for (const fact of facts) {
    // Not when it opens: the browser opens it also to show what is searched for in the page.
    fact.querySelector('summary')?.addEventListener('click', async (event) => {
      if (!['free', 'closed', undefined].includes(fact.dataset.state)) return;
      event.preventDefault();
      await work.opened;
      render();
      if (fact.dataset.state === 'closed') announce(word('incident-none-left'));
      if (fact.dataset.state !== 'free') return;
      ask(fact);
    });
  }
  all?.addEventListener('click', async () => {
    await work.opened;
    work.keep('@opened', new Date().toISOString());
    render();
    const title = root.querySelector('.incident-bank h4');
    if (title instanceof HTMLElement) title.focus();
  });
  root.addEventListener('input', () => showReplies(root));
  root.addEventListener('change', ({ target }) => {
    showReplies(root);
    const reply = target instanceof Element ? target.closest('[data-row]')?.querySelector('[data-free-reply]') : null;
    if (reply && !reply.matches('[hidden], [data-waits]')) announce(wordsOf(reply));
  });
  work.onChange((_names, by) => {
    if (by === 'sheet') for (const reply of root.querySelectorAll('[data-free-reply]')) roomy.delete(reply);
    if (by !== 'learner') render();
  });
  work.onRefresh(render);
  render();
}

/**
 * @param {HTMLElement} fact
 * @param {AskedQuestion | undefined} asked  if it was asked
 * @param {string} rest  the state of a fact that was not asked
 */
function showFact(fact, asked, rest) {
  const state = asked ? 'asked' : rest;
  const way = fact.querySelector('[data-way]');
  if (way)
    way.textContent = asked
      ? word('incident-number', { n: asked.n })
      : word(state === 'free' ? 'incident-ask' : 'incident-closed');
  const details = fact.querySelector('details');
  const isOpen = state === 'asked' || state === 'read';
  if (details && fact.dataset.state !== state) details.open = isOpen;
  // A closed fact is not found by the browser's own search either, and not printed.
  const answer = fact.querySelector('.incident-answer');
  if (answer instanceof HTMLElement) answer.hidden = !isOpen && state !== 'looked';
  fact.dataset.state = state;
}

/** How many questions are left, in words. @param {number} most @param {number} count */
function leftOf(most, count) {
  if (count <= 0) return word('incident-none-left');
  return most < Infinity ? word('incident-left', { n: count }) : '';
}

/** Replies that have their room on the page. @type {WeakSet<Element>} */
const roomy = new WeakSet();

/**
 * A question in the learner's own words gets its reply after it is written. The reply has its room from the first key on:
 * nothing moves when the field is left, and the button that was aimed at is where it was.
 * @param {ParentNode} root
 */
function showReplies(root) {
  for (const reply of root.querySelectorAll('[data-free-reply]')) {
    const input = reply.closest('[data-row]')?.querySelector('input');
    if (!(reply instanceof HTMLElement) || !input) continue;
    const isWritten = input.value.trim() !== '';
    const isBeingWritten = input === document.activeElement && !input.disabled;
    const waits = reply.hidden !== false || reply.hasAttribute('data-waits');
    if (isWritten) roomy.add(reply);
    reply.hidden = !roomy.has(reply);
    reply.toggleAttribute('data-waits', !isWritten || (isBeingWritten && waits));
  }
}

/** @param {AskedQuestion} asked */
function item({ n, question, answer }) {
  return make(
    'li',
    'incident-told',
    make('p', 'incident-when', word('incident-number', { n })),
    make('p', 'incident-question', question),
    make('p', 'incident-answer', answer),
  );
}

/** What was asked comes first, in its order; then what was not asked, and what it would have shown. @param {Work} work */
function review(work) {
  const place = work.form.querySelector('[data-incident-review]');
  const [askedList, unasked, free] = ['asked', 'unasked', 'free'].map((name) =>
    place?.querySelector(`[data-${name}-list]`),
  );
  if (!place || !askedList || !unasked || !free) return;
  const asked = askedBy(work);
  /** In the order of the file, whatever was shown before. @type {Map<string, HTMLElement>} */
  const all = new Map();
  const facts = [...work.form.querySelectorAll('[data-attempt] [data-fact]')];
  for (const fact of facts) {
    const id = fact.getAttribute('data-fact') ?? '';
    const part = place.querySelector(`[data-told="${CSS.escape(id)}"]`);
    if (part instanceof HTMLElement) all.set(id, part);
  }
  askedList.replaceChildren(
    ...asked.map((it) => {
      const part = all.get(it.id);
      if (!part) return item(it);
      all.delete(it.id);
      const at = part.querySelector('[data-when-asked]');
      const time = work.fields().get(`asked.${it.id}`)?.at;
      if (at instanceof HTMLElement) {
        at.textContent = `${word('incident-number', { n: it.n })}${time ? `${word('sign-space')}${when(time)}` : ''}`;
        at.hidden = false;
      }
      return part;
    }),
  );
  for (const part of all.values()) {
    const at = part.querySelector('[data-when-asked]');
    if (at instanceof HTMLElement) at.hidden = true;
  }
  unasked.replaceChildren(...all.values());
  const written = [...work.fields()].filter(([name, { value }]) => name.startsWith('free.') && !isEmpty(value));
  free.replaceChildren(...written.map(([, { value }]) => make('li', '', String(value))));
  for (const [name, list] of /** @type {const} */ ([
    ['asked', askedList],
    ['unasked', unasked],
    ['free', free],
  ])) {
    const title = place.querySelector(`[data-${name}-title]`);
    for (const part of [title, list]) if (part instanceof HTMLElement) part.hidden = list.childElementCount === 0;
  }
}
