/**
 * A table of people seen as an ecomap: drawn when asked for, and again while the table changes. The drawing is the one
 * of assets/diagram.js, the same that draws the diagrams of cases.
 *
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('../diagram/contract.js').Diagram} Diagram
 */

import { loadScript } from '../dom/load.js';
import { word } from '../dom/words.js';
import { button, make } from '../dom/element.js';
import { cell, usedRows } from './rules.js';

/** @param {Plan} plan */
export function startEcomap({ form, rules, values, always }) {
  const map = rules.ecomap;
  const place = form.querySelector('[data-ecomap]');
  if (!map || !(place instanceof HTMLElement)) return;
  const picture = make('div', 'sheet-map-picture');
  let open = false;
  let shown = '';
  const toggle = button(
    word('ecomap-draw'),
    async () => {
      // Open only once there is something to draw with: what changes meanwhile is drawn then.
      if (!open) await load(place.dataset.script ?? '');
      open = !open;
      update();
    },
    'button small',
  );
  const update = () => {
    toggle.textContent = word(open ? 'ecomap-hide' : 'ecomap-draw');
    toggle.setAttribute('aria-expanded', String(open));
    picture.hidden = !open;
    if (!open) return;
    const data = ecomapOf(values(), map, word('ecomap-center'));
    if (shown === JSON.stringify(data)) return;
    shown = JSON.stringify(data);
    picture.replaceChildren(...(data.systems.length === 0 ? [make('p', '', word('ecomap-empty'))] : drawn(data)));
  };
  place.append(toggle, picture);
  place.hidden = false;
  always(update);
}

/** The drawing is fetched when someone asks for it: most never do. @param {string} src */
async function load(src) {
  if (!Reflect.has(globalThis, 'mitateDiagram')) await loadScript(src).catch(() => {});
}

/** @param {object} data */
function drawn(data) {
  const diagram = /** @type {Diagram | undefined} */ (Reflect.get(globalThis, 'mitateDiagram'));
  if (!diagram) return [];
  const svg = new DOMParser().parseFromString(diagram.draw('ecomap', data), 'image/svg+xml').documentElement;
  const list = make('ul', '', ...diagram.describe('ecomap', data).map((sentence) => make('li', '', sentence)));
  const figure = make('figure', 'diagram', document.importNode(svg, true));
  // On a narrow page it is scrolled, also by keys.
  figure.tabIndex = 0;
  figure.setAttribute('aria-label', svg.querySelector('title')?.textContent ?? '');
  return [figure, list];
}

/**
 * The table as the drawing reads it. Pure.
 * @param {import('./rules.js').Values} values
 * @param {NonNullable<import('./rules.js').Rules['ecomap']>} map
 * @param {string} middle  how the one in the middle is called if nothing is written
 */
export function ecomapOf(values, { table, who, side, tie, center }, middle) {
  /** @param {number} row @param {string | null} column */
  const at = (row, column) => (column === null ? '' : String(values.get(cell(table, row, column)) ?? ''));
  const rows = usedRows(values, table, [who]);
  return {
    center: { label: (center && String(values.get(center) ?? '').trim()) || middle },
    systems: rows.map((row) => ({ id: `r${row}`, label: at(row, who).trim(), kind: at(row, side) || 'informal' })),
    ties: rows.map((row) => ({ to: `r${row}`, kind: at(row, tie) || 'ordinary' })),
  };
}
