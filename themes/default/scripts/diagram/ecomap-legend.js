/**
 * What the legend of an ecomap explains: the outlines, lines, arrows and signs of consent that are in it, no others.
 *
 * Must not know: how a legend is laid out.
 *
 * @typedef {import('./legend-key.js').Sign} Sign
 */

import { CONSENTS, consentOf, consentSign } from './consent.js';
import { householdSigns } from './ecomap-core.js';
import { element } from './svg.js';
import { TIE_KINDS, tieLine } from './tie-line.js';

/**
 * @param {import('./ecomap.js').Ecomap} data
 * @param {import('./contract.js').Words} words
 * @returns {Sign[]}
 */
export function legend(data, words) {
  const sides = new Map(data.systems.map(({ id, kind }) => [id, kind]));
  const ties = data.ties.filter(({ to }) => sides.has(to));
  const between = (data.between ?? []).filter(({ a, b }) => sides.has(a) && sides.has(b));
  const kinds = new Set([...ties, ...between].map(({ kind }) => kind));
  const flows = new Set(ties.map(({ flow }) => flow));
  const consents = new Set(ties.map((tie) => consentOf(tie, sides.get(tie.to))));
  /** @param {string} id @param {Sign['sample']} sample @returns {Sign} */
  const sign = (id, sample) => ({ id, text: words[`eco-key-${id}`] ?? `eco-key-${id}`, sample });

  return [
    ...['formal', 'informal']
      .filter((side) => data.systems.some(({ kind }) => kind === side))
      .map((side) =>
        sign(side, (x, y) =>
          element(
            'g',
            { class: `dg-system dg-system-${side}` },
            element('rect', {
              class: 'dg-system-box',
              x: x + 5,
              y: y - 8,
              width: 34,
              height: 16,
              rx: side === 'informal' ? 8 : 2,
            }),
          ),
        ),
      ),
    ...TIE_KINDS.filter((kind) => kinds.has(kind)).map((kind) => sign(kind, (x, y) => tieLine(level(x, y), kind))),
    .../** @type {const} */ (['in', 'out', 'both'])
      .filter((flow) => flows.has(flow))
      .map((flow) =>
        sign(flow, (x, y) => [
          ...tieLine(level(x + 9, y, 35), 'ordinary', { start: flow !== 'out', end: flow !== 'in' }),
          element('circle', { class: 'dg-core', cx: x + 5, cy: y, r: 4.5 }),
        ]),
      ),
    ...CONSENTS.filter((consent) => consents.has(consent)).map((consent) =>
      sign(consent, (x, y) => consentSign(consent, x + 22, y)),
    ),
    ...householdSigns(data.center.household, words),
  ];
}

/** @param {number} x @param {number} y @param {number} [width] */
function level(x, y, width = 44) {
  return [
    { x, y },
    { x: x + width, y },
  ];
}
