/**
 * A diagram built by form: what is written is drawn a moment later. What is impossible is reported at its row, with the reason,
 * and the last drawing that was possible stays. All answers are native controls; the drawing is made from them and stored
 * nowhere.
 *
 * @typedef {import('../../scripts/work/bind.js').Work} Work
 * @typedef {import('./rows.js').Values} Values
 */

import { word } from '../../scripts/dom/words.js';
import { controlsIn, isAnswered, valueOf } from '../../scripts/dom/controls.js';
import { make } from '../../scripts/dom/element.js';
import { built } from './data.js';
import { diagramHere, loadDiagram } from './load.js';
import { namesOf, rename } from './names.js';

const PAUSE = 250; // ms without a key before it is drawn again

const SMALL = 420; // px: two drawings of at most that width are drawn beside each other
const NEAR = '800px'; // to the window: the drawings are fetched then

/** @type {import('../../scripts/work/kind.js').Kind} */
export const draw = {
  start,
  arrange(root, values) {
    const form = root.querySelector('[data-draw]');
    if (!(form instanceof HTMLElement)) return;
    rename(form, values);
    mark(form, values);
    loadDiagram().then(
      (diagram) => {
        show(diagram, form, values);
        form.querySelector('[data-drawing]')?.setAttribute('tabindex', '0'); // what is wider than the page is reached by keys
      },
      () => {},
    );
    for (const row of form.querySelectorAll('[data-row]'))
      if (row instanceof HTMLElement) row.hidden = ![...controlsIn(row).values()].some((group) => isAnswered(group));
  },
  looked(work) {
    const mine = work.form.querySelector('[data-attempt] [data-drawing]');
    const place = work.form.querySelector('[data-own-drawing]');
    if (!mine || !place) return;
    place.replaceChildren(...[...mine.childNodes].map((node) => node.cloneNode(true)));
    // Side by side, if neither would become too small to read.
    const beside = place.closest('.draw-beside');
    for (const drawing of beside?.querySelectorAll('.drawing') ?? []) shrink(drawing);
    beside?.toggleAttribute(
      'data-small',
      [...beside.querySelectorAll('svg')].every((svg) => Number(svg.getAttribute('width')) <= SMALL),
    );
  },
};

/** @param {Work} work */
function start(work) {
  const form = work.form.querySelector('[data-attempt] [data-draw]');
  if (!(form instanceof HTMLElement)) return;
  let composing = false;
  let near = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const now = () => {
    clearTimeout(timer);
    if (composing) return; // its end will come
    const values = valuesIn(form);
    rename(form, values);
    mark(form, values);
    const diagram = diagramHere();
    if (diagram) {
      show(diagram, form, values);
      draw.looked?.(work);
    } else if (near || isWritten(values)) loadDiagram().then(now, () => say(form, word('load-failed')));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  };
  form.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(timer);
  });
  form.addEventListener('compositionend', () => {
    composing = false;
    later();
  });
  // After a field is left, its name is among the choices of the next one.
  form.addEventListener('change', now);
  work.onChange((_names, by) => (by === 'learner' ? later() : now()));
  addEventListener('beforeprint', now);
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      near = true;
      now();
    },
    { rootMargin: NEAR },
  ).observe(form);
  now();
}

/** @param {Values} values */
const isWritten = (values) => [...values.values()].some((value) => [value].flat().some((text) => text.trim() !== ''));

/** On paper, an empty form leaves room to draw instead. @param {HTMLElement} form @param {Values} values */
const mark = (form, values) => form.toggleAttribute('data-empty', !isWritten(values));

/** @param {ParentNode} form @returns {Values} */
function valuesIn(form) {
  return new Map([...controlsIn(form)].map(([name, group]) => [name, valueOf(group)]));
}

/**
 * Draws what is written, or says why it cannot be drawn.
 * @param {import('../../scripts/diagram/contract.js').Diagram} diagram
 * @param {HTMLElement} form
 * @param {Values} values
 */
function show(diagram, form, values) {
  const kind = /** @type {import('../../scripts/diagram/contract.js').DiagramKind} */ (form.dataset.draw ?? '');
  const { data, rows, slips, empty } = built(kind, JSON.parse(form.dataset.base ?? '{}'), values);
  const nameOf = namesOf(form, data);
  const found = [
    ...slips.map((slip) => ({ row: slip.row, says: diagram.reason({ path: '', ...slip }, nameOf) })),
    ...diagram.problems(kind, data).map((problem) => ({
      row: rows.get(problem.path.split('.').slice(0, 2).join('.')) ?? '',
      says: diagram.reason(problem, nameOf),
    })),
  ];
  tell(form, found);
  if (found.length > 0) return;
  const drawing = form.querySelector('[data-drawing]');
  const nothing = form.querySelector('[data-draw-nothing]');
  const words = form.querySelector('[data-draw-words]');
  if (nothing instanceof HTMLElement) nothing.hidden = !empty;
  if (words instanceof HTMLElement) {
    words.hidden = empty;
    words
      .querySelector('ul')
      ?.replaceChildren(...(empty ? [] : diagram.describe(kind, data).map((line) => make('li', '', line))));
  }
  // The drawing escapes whatever was written.
  if (!drawing) return;
  drawing.innerHTML = empty ? '' : diagram.draw(kind, data, { relations: true });
  shrink(drawing);
  // On a narrow page the centre, with the person, is shown first; afterwards the scroll position stays.
  if ((kind === 'ecomap' || kind === 'genogram') && !drawing.hasAttribute('data-seen')) {
    drawing.scrollLeft = (drawing.scrollWidth - drawing.clientWidth) / 2;
    drawing.toggleAttribute('data-seen', drawing.scrollLeft > 0);
  }
}

/** On a phone a drawing is shown whole; if there is room, its text keeps its size, and a wider drawing scrolls. @param {Element} drawing */
function shrink(drawing) {
  const width = Number(drawing.querySelector('svg')?.getAttribute('width')) || 0;
  if (drawing instanceof HTMLElement) drawing.style.setProperty('--least', `${width}px`);
}

/**
 * Reports what is impossible: each problem at its row, and all of them once to screen readers.
 * @param {HTMLElement} form
 * @param {{ row: string, says: string }[]} found
 */
function tell(form, found) {
  for (const note of form.querySelectorAll('.draw-problem')) note.remove();
  for (const { row, says } of found) {
    const [table, n] = row.split('.');
    const place = row && form.querySelector(`[data-rows="${table}"] [data-row="${n}"]`);
    if (!place) continue;
    const note = make('p', 'draw-problem', says);
    if (place instanceof HTMLTableRowElement) {
      const cell = make('td', '', note);
      cell.colSpan = place.cells.length;
      place.after(make('tr', 'draw-problem', cell));
    } else place.append(note);
  }
  say(form, found.length === 0 ? '' : `${word('draw-kept')}${[...new Set(found.map((one) => one.says))].join('')}`);
}

/** @param {HTMLElement} form @param {string} says */
function say(form, says) {
  const status = form.querySelector('[data-draw-status]');
  if (status && status.textContent !== says) status.textContent = says;
}
