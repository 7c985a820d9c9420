/**
 * Shows the hypothesis log: the quotations under a hypothesis, its versions, the views, the follow-up questions.
 *
 * @typedef {import('./book.js').Hypothesis} Hypothesis
 * @typedef {import('../../scripts/dom/values.js').Value} Value
 */

import { word } from '../../scripts/dom/words.js';
import { make, short, when } from '../../scripts/dom/element.js';
import { line } from './book.js';
import { evidenceOf, listOf } from './evidence.js';

/**
 * Puts a tick with its quotation for every sentence of a list that has none yet. Ticked is what is filed.
 * @param {ParentNode} root
 * @param {string} name  `for.N` or `against.N`
 * @param {Value | undefined} value
 * @param {ReadonlyMap<string, string>} numbers
 * @param {boolean} [filed]
 */
export function ensureQuotations(root, name, value, numbers, filed = true) {
  const list = root.querySelector(`[data-evidence="${CSS.escape(name)}"]`);
  if (!list) return;
  const there = new Set(ticksIn(list).map((tick) => tick.value));
  for (const item of listOf(value)) {
    if (there.has(item)) continue;
    const { words, id } = evidenceOf(item);
    const tick = make('input', '');
    tick.type = 'checkbox';
    tick.name = name;
    tick.value = item;
    tick.checked = filed;
    const number = numbers.get(id);
    const text = make('span', 'option-text', make('span', 'evidence-n', number ?? word('ledger-gone')), words);
    list.append(make('li', number ? 'quotation' : 'quotation quotation-gone', make('label', 'option', tick, text)));
  }
}

/** Removes what is no longer ticked. @param {ParentNode} root */
export function pruneQuotations(root) {
  for (const tick of ticksIn(root)) if (!tick.checked) tick.closest('li')?.remove();
}

/** @param {ParentNode} root @returns {HTMLInputElement[]} */
const ticksIn = (root) =>
  [...root.querySelectorAll('.quotation input')].filter((tick) => tick instanceof HTMLInputElement);

/** The earlier versions of the text, and the current one. @param {ParentNode} root @param {Hypothesis} it */
export function showRevisions(root, it) {
  const place = root.querySelector(`[data-revisions="${it.n}"]`);
  if (!place) return;
  if (it.revisions.length === 0) return place.replaceChildren();
  const sure = (/** @type {string} */ value) =>
    make('span', 'rev-sure', value ? word('ledger-was-sure', { sure: value }) : word('ledger-was-unsure'));
  const items = it.revisions.map(({ say, sure: was, why, at }) =>
    make(
      'li',
      '',
      make('p', 'rev-head', make('span', 'rev-at', at ? when(at) : ''), sure(was)),
      make('p', 'rev-say', say),
      make('p', 'rev-why', word('ledger-because', { why })),
    ),
  );
  items.push(
    make(
      'li',
      '',
      make('p', 'rev-head', make('span', 'rev-at', word('ledger-now')), sure(it.sure)),
      make('p', 'rev-say', it.say),
    ),
  );
  const drawn = draw([...it.revisions.map((revision) => revision.sure), it.sure]);
  place.replaceChildren(make('p', 'rev-title', word('ledger-moved')), ...drawn, make('ol', 'plain', ...items));
}

/** The confidence as a line; the list beside it says the same in words. @param {string[]} sures */
function draw(sures) {
  const points = line(sures, 200, 40);
  if (points.length < 2) return [];
  const shape = (/** @type {string} */ name, /** @type {Record<string, string | number>} */ attributes, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.textContent = text;
    return element;
  };
  const svg = shape('svg', {
    class: 'rev-line',
    viewBox: '-14 -16 228 64',
    width: 228,
    height: 64,
    'aria-hidden': 'true',
  });
  svg.append(
    shape('path', { d: 'M0 40H200', class: 'rev-base' }),
    shape('polyline', { points: points.map(({ x, y }) => `${x},${y}`).join(' ') }),
    ...points.map(({ x, y }) => shape('circle', { cx: x, cy: y, r: 3 })),
    ...points.map(({ x, y, value }) => shape('text', { x, y: y - 6, 'text-anchor': 'middle' }, String(value))),
  );
  return [svg];
}

/** @param {ParentNode} root @param {Hypothesis[]} hypotheses */
export function showViews(root, hypotheses) {
  const views = root.querySelector('[data-ledger-views]');
  if (!(views instanceof HTMLElement)) return;
  for (const cell of views.querySelectorAll('[data-cell]')) {
    if (!(cell instanceof HTMLElement)) continue;
    const wanted = (cell.dataset.cell ?? '').split(' ');
    const view = cell.closest('[data-view]');
    const fields =
      view instanceof HTMLElement && view.dataset.view !== 'axes' ? [view.dataset.view ?? ''] : ['time', 'relation'];
    const here = hypotheses.filter(({ places }) => fields.every((field, i) => places[field] === wanted[i]));
    const table = fields.length > 1;
    cell.replaceChildren(
      ...(here.length > 0
        ? here.map((it) =>
            make(
              'p',
              'placed',
              make('b', '', word('ledger-hypothesis', { n: it.n })),
              table ? '' : `${word('sign-space')}${short(it.say, 60)}`,
            ),
          )
        : [table ? '' : make('span', 'hint', word('ledger-cell-empty'))]),
    );
  }
}

/** @param {ParentNode} root @param {import('./questions.js').Question[]} questions @param {boolean} begun */
export function showQuestions(root, questions, begun) {
  const place = root.querySelector('[data-ledger-questions]');
  const list = place?.querySelector('.asked-back');
  if (!(place instanceof HTMLElement) || !list) return;
  place.hidden = !begun;
  const spelled = (/** @type {string | number | string[]} */ value) =>
    Array.isArray(value) ? value.join(word('sign-within-quotes')) : value;
  const texts = questions.map(({ key, args }) =>
    word(key, Object.fromEntries(Object.entries(args).map(([name, value]) => [name, spelled(value)]))),
  );
  if (texts.length === 0) texts.push(word('ledger-questions-none'));
  if ([...list.children].map((item) => item.textContent).join('\n') === texts.join('\n')) return;
  list.replaceChildren(...texts.map((text) => make('li', '', text)));
}
