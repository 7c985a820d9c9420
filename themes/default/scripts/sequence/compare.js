/**
 * Two sheets side by side: what was added, what is gone, what was rewritten, each said in words.
 *
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./versions.js').Line} Line
 */

import { word } from '../dom/words.js';
import { button, make } from '../dom/element.js';
import { isOwn } from './rules.js';
import { compare } from './versions.js';

const ENDS = ['afterprint', 'pointerdown', 'keydown'];

/** @param {Plan} plan */
export function startCompare(plan) {
  const { form, rules, sheets, work, always } = plan;
  const place = form.querySelector('[data-compare]');
  if (!(place instanceof HTMLElement)) return;
  const { left, right, all, summary, result, details } = build();
  place.append(details);

  const update = () => {
    const known = sheets();
    place.hidden = known.size < 2;
    if (place.hidden) return;
    const numbers = [...known.keys()];
    const before = plan.before() ?? numbers.filter((n) => n !== work.sheet()).at(-1) ?? 1;
    offer(left, numbers, before);
    offer(right, numbers, work.sheet());
    if (!details.open) return;
    const [a, b] = [Number(left.value), Number(right.value)];
    const order = [...form.querySelectorAll('[data-field]')].map((field) => field.getAttribute('data-field') ?? '');
    show(
      plan,
      compare(known, a, b, { table: rules.rows?.table ?? '', order, own: (name) => isOwn(rules, name) }),
      a,
      b,
    );
  };

  /** @param {Plan} of @param {Line[]} lines @param {number} a @param {number} b */
  const show = (of, lines, a, b) => {
    const count = (/** @type {string} */ change) => lines.filter((line) => line.change === change).length;
    const words = word('compare-summary', {
      changed: count('changed'),
      added: count('added'),
      gone: count('gone'),
      unwritten: count('unwritten'),
      same: count('same'),
    });
    if (summary.textContent !== words) summary.textContent = words;
    const shown = lines.filter(({ change }) => all.checked || change !== 'same');
    result.replaceChildren(shown.length === 0 ? make('p', '', word('compare-none')) : tableOf(of, shown, a, b));
  };

  for (const select of [left, right]) {
    select.addEventListener('change', () => {
      select.dataset.chosen = select.value;
      update();
    });
  }
  all.addEventListener('change', update);
  details.addEventListener('toggle', update);
  // These are no answers.
  for (const control of [left, right, all])
    for (const type of ['input', 'change']) control.addEventListener(type, (event) => event.stopPropagation());
  always((by) => {
    if (by === 'sheet') for (const select of [left, right]) delete select.dataset.chosen;
    update();
  });
}

/** The elements of the comparison. */
function build() {
  const [left, right] = ['compare-left', 'compare-right'].map((key) => {
    const select = make('select', 'write');
    select.setAttribute('aria-label', word(key));
    return select;
  });
  const all = make('input', '');
  all.type = 'checkbox';
  const summary = make('p', 'compare-summary');
  summary.setAttribute('role', 'status');
  const result = make('div', 'compare-result');
  const details = make('details', 'compare', make('summary', '', word('compare-title')));
  details.append(
    make(
      'p',
      'compare-pick',
      left,
      ' ',
      right,
      ' ',
      make('label', 'option', all, make('span', 'option-text', word('compare-same-too'))),
    ),
    summary,
    result,
    make(
      'p',
      '',
      button(word('compare-print'), () => printTwo(details), 'button small'),
    ),
  );
  return { left, right, all, summary, result, details };
}

/** @param {HTMLSelectElement} select @param {number[]} numbers @param {number} usual */
function offer(select, numbers, usual) {
  const wanted = Number(select.dataset.chosen ?? usual);
  select.replaceChildren(
    ...numbers.map((n) => new Option(word('compare-sheet', { n }), String(n), n === wanted, n === wanted)),
  );
}

/** @param {Plan} plan @param {Line[]} lines @param {number} a @param {number} b */
function tableOf(plan, lines, a, b) {
  const heads = [
    word('compare-field'),
    word('compare-sheet', { n: a }),
    word('compare-sheet', { n: b }),
    word('compare-change'),
  ];
  const row = (/** @type {Line} */ line) => {
    const name = make(
      'th',
      '',
      plan.label(line.field),
      ...[plan.part(line.name)]
        .filter((part) => part !== '' && part !== plan.label(line.field))
        .map((part) => make('span', 'compare-part', part)),
    );
    name.scope = 'row';
    const side = (/** @type {0 | 1} */ n) => {
      const at = line.rows[n] ?? rowOf(line.name);
      const value = n === 0 ? line.a : line.b;
      const said = value === undefined ? '' : plan.said(line.name, value);
      return make(
        'td',
        '',
        make('span', 'cell-word', heads[n + 1]),
        make('span', 'compare-said', said === '' ? '―' : at === undefined ? said : `${at}. ${said}`),
      );
    };
    const change = make(
      'td',
      `change change-${line.change}`,
      make('span', 'cell-word', heads[3]),
      make('span', '', word(`change-${line.change}`)),
    );
    return make('tr', '', name, side(0), side(1), change);
  };
  const head = make(
    'tr',
    '',
    ...heads.map((text) => {
      const th = make('th', '', text);
      th.scope = 'col';
      return th;
    }),
  );
  return make('table', 'ruled stack compare-table', make('thead', '', head), make('tbody', '', ...lines.map(row)));
}

/** @param {string} name */
function rowOf(name) {
  const row = /\.([1-9][0-9]*)(?:\.|$)/.exec(name)?.[1];
  return row === undefined ? undefined : Number(row);
}

/** Prints the two sheets and nothing else. @param {HTMLDetailsElement} details */
function printTwo(details) {
  const root = document.documentElement;
  details.open = true;
  root.dataset.print = 'compare';
  const back = () => {
    for (const name of ENDS) removeEventListener(name, back);
    delete root.dataset.print;
  };
  for (const name of ENDS) addEventListener(name, back);
  print();
}
