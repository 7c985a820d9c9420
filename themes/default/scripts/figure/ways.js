/**
 * The actions on a drawing: enlarge it, save it as SVG or PNG, copy it as text. The buttons come from a template of
 * the page, so that a page without scripts has none.
 */

import { copy, download } from '../answers/download.js';
import { loadScript } from '../dom/load.js';
import { isLettered } from './letters.js';

/** @typedef {typeof import('./picture.js')} Take */

/** Puts the buttons below every drawing of the page. */
export function startFigures() {
  const template = document.getElementById('figure-ways');
  if (!(template instanceof HTMLTemplateElement)) return;
  // Who shows letters for names means every drawing: on paper each kind is printed once, as it is in the end.
  addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.matches('.as-letters'))) return;
    for (const other of document.querySelectorAll('.as-letters'))
      if (other instanceof HTMLInputElement) other.checked = target.checked;
  });
  for (const figure of document.querySelectorAll('figure[data-figure]')) {
    const drawing = figure.querySelector('.drawing');
    if (!(figure instanceof HTMLElement) || !drawing) continue;
    const ways = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const row = /** @type {HTMLElement} */ (ways.querySelector('.figure-ways'));
    const words = figure.querySelector('.in-words');
    figure.insertBefore(ways, words);
    row.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-way]') : null;
      if (button instanceof HTMLElement) follow(button.dataset.way ?? '', figure, row);
    });
    // On a phone the drawing is shown whole, and a tap enlarges it.
    figure.addEventListener('click', (event) => {
      const svg = shownIn(figure);
      if (!svg || !(event.target instanceof Node) || !svg.contains(event.target)) return;
      if (svg.getBoundingClientRect().width < Number(svg.getAttribute('width')) - 1) enlarge(figure, row);
    });
  }
}

/** The visible drawing: without relation lines, or with them. @param {Element} figure */
function shownIn(figure) {
  return [...figure.querySelectorAll('.drawing > svg')].find(
    (svg) => svg instanceof SVGSVGElement && svg.getClientRects().length > 0,
  );
}

/** @param {string} way @param {HTMLElement} figure @param {HTMLElement} row */
async function follow(way, figure, row) {
  const svg = shownIn(figure);
  if (!(svg instanceof SVGSVGElement)) return;
  const name = (figure.dataset.figure ?? 'figure').replace(/[\\/:*?"<>|\s]+/g, '-');
  if (way === 'large') enlarge(figure, row);
  if (way === 'svg' || way === 'png') {
    const take = await loadTake();
    if (way === 'svg' && take) download([take.standalone(svg)], `${name}.svg`, 'image/svg+xml');
    if (way === 'svg') return take ? undefined : say(row, 'failed');
    const png =
      take &&
      (await take.pngOf(take.standalone(svg), Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))));
    if (png) download([png], `${name}.png`, 'image/png');
    else say(row, 'failed');
  }
  if (way === 'text') say(row, (await copy(textOf(figure, svg))) ? 'done' : 'failed');
}

/** What assets/take.js has; nothing if it cannot be loaded. @returns {Promise<Take | undefined>} */
async function loadTake() {
  const here = () => Reflect.get(globalThis, 'mitateTake');
  if (!here()) await loadScript(`${document.documentElement.dataset.base ?? ''}assets/take.js`).catch(() => {});
  return here();
}

/** What is in the words below it; without names only what is in the drawing. @param {HTMLElement} figure @param {SVGSVGElement} svg */
function textOf(figure, svg) {
  const lines = [...figure.querySelectorAll('.in-words li')].map((line) => line.textContent ?? '');
  const shown = [...svg.querySelectorAll('text')]
    .filter((text) => getComputedStyle(text).display !== 'none')
    .map((text) => [...text.children].map((span) => span.textContent).join(''));
  const title = figure.querySelector('figcaption')?.firstChild?.textContent ?? '';
  return [title, ...(isLettered(svg) || lines.length === 0 ? shown : lines)].join('\n');
}

/** @param {HTMLElement} figure @param {HTMLElement} row */
function enlarge(figure, row) {
  const [dialog, whole, svg] = [row.querySelector('dialog'), row.querySelector('.figure-whole'), shownIn(figure)];
  if (!dialog || !whole || !svg) return;
  whole.replaceChildren(svg.cloneNode(true));
  whole.classList.toggle('lettered', isLettered(svg));
  dialog.showModal();
  whole.scrollLeft = (whole.scrollWidth - whole.clientWidth) / 2;
}

/** @param {HTMLElement} row @param {'done' | 'failed'} how */
function say(row, how) {
  const said = row.querySelector('.figure-said');
  if (said instanceof HTMLElement) said.textContent = said.dataset[how] ?? '';
}
