/**
 * The sign for the consent to sharing along a line: given (a disc with a tick), being asked for (a ring with dots), not
 * given (a ring with a slash), an exception (a triangle), not recorded (a dashed ring). The words are always beside it.
 *
 * Must not know: where it is.
 *
 * @typedef {'given' | 'asked' | 'none' | 'exception' | 'unwritten'} Consent
 */

import { element, n } from './svg.js';

/** @type {Consent[]} */
export const CONSENTS = ['given', 'asked', 'none', 'exception', 'unwritten'];
export const CONSENT_SIZE = 12; // px

/**
 * What is shown: a formal line always says whether consent was given; between people who are close, only what was written.
 * @param {{ consent?: string }} tie
 * @param {string | undefined} side
 * @returns {Consent | undefined}
 */
export function consentOf(tie, side) {
  const written = CONSENTS.find((consent) => consent === tie.consent);
  return written ?? (side === 'formal' ? 'unwritten' : undefined);
}

/** @param {Consent} consent @param {number} x  its middle @param {number} y */
export function consentSign(consent, x, y) {
  const stroke = { class: `dg-consent-line dg-consent-line-${consent}` };
  if (consent === 'exception') {
    return [
      element('path', {
        class: 'dg-consent dg-consent-exception',
        d: `M${n(x)} ${n(y - 6)}L${n(x + 6.5)} ${n(y + 5.5)}H${n(x - 6.5)}Z`,
      }),
      element('path', { ...stroke, d: `M${n(x)} ${n(y - 2)}V${n(y + 1.5)}M${n(x)} ${n(y + 3.2)}V${n(y + 4)}` }),
    ];
  }
  const disc = element('circle', { class: `dg-consent dg-consent-${consent}`, cx: x, cy: y, r: 5.6 });
  const inside = {
    given: `M${n(x - 2.7)} ${n(y + 0.2)}L${n(x - 0.7)} ${n(y + 2.3)}L${n(x + 2.9)} ${n(y - 2)}`,
    asked: [-2.7, 0, 2.7].map((by) => `M${n(x + by - 0.3)} ${n(y)}H${n(x + by + 0.3)}`).join(''),
    none: `M${n(x - 3.9)} ${n(y + 3.9)}L${n(x + 3.9)} ${n(y - 3.9)}`,
    unwritten: '',
  }[consent];
  return inside === '' ? [disc] : [disc, element('path', { ...stroke, d: inside })];
}
