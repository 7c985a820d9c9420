/**
 * The boxes of an ecomap: a system (square corners: formal; round ones: informal, and the word for it), and the tag on a
 * line (what passes along it, 予定, and the sign of consent, whose words are in the legend).
 *
 * Must not know: their positions.
 *
 * @typedef {import('./contract.js').Words} Words
 * @typedef {{ id: string, side: 'formal' | 'informal', caption: string, lines: string[], note: string[], width: number, height: number }} MeasuredSystem
 * @typedef {{ lines: string[], planned: string, consent?: import('./consent.js').Consent, width: number, height: number }} MeasuredTag
 */

import { CONSENT_SIZE, consentOf, consentSign } from './consent.js';
import { CORNER } from './ecomap-layout.js';
import { element, textLines, widthOf, wrap } from './svg.js';

const NAME = { size: 14, leading: 18 };
const SMALL = { size: 12, leading: 15 }; // caption, note
const TAG = { size: 12.5, leading: 16.5 };
const PAD = 10;
const WRAP = 7.5; // characters of a line
const TAG_WRAP = 7;
const NOTE_WRAP = 10;

/**
 * @param {import('./ecomap.js').System} system
 * @param {Words} words
 * @returns {MeasuredSystem}
 */
export function measureSystem({ id, label, kind: side, note }, words) {
  const caption = words[`eco-${side}`] ?? side;
  const lines = wrap(label, WRAP);
  const notes = note ? wrap(note, NOTE_WRAP) : [];
  const widest = Math.max(
    ...lines.map((line) => widthOf(line, NAME.size)),
    ...[caption, ...notes].map((line) => widthOf(line, SMALL.size)),
  );
  const height = PAD * 2 - 4 + SMALL.leading + lines.length * NAME.leading + notes.length * SMALL.leading;
  return {
    id,
    side,
    caption,
    lines,
    note: notes,
    width: Math.ceil(Math.max(88, widest + PAD * 2 + 4)),
    height: Math.ceil(height),
  };
}

/** @param {import('./geometry.js').Rect} box @param {MeasuredSystem} system @param {string} letter  what is shown instead where names are left out */
export function systemBox(box, { side, caption, lines, note }, letter) {
  const x = box.x + box.width / 2;
  const name = box.y + PAD - 2 + SMALL.leading;
  return element('g', { class: `dg-system dg-system-${side}` }, [
    element('rect', {
      class: 'dg-system-box',
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      rx: CORNER[side],
    }),
    textLines([caption], { x, y: box.y + PAD - 2, size: SMALL.size, class: 'dg-system-side', anchor: 'middle' }),
    textLines([letter], { x, y: name + 1, ...NAME, class: 'dg-letter dg-system-letter', anchor: 'middle' }),
    textLines(lines, { x, y: name + 1, ...NAME, class: 'dg-system-name', anchor: 'middle' }),
    note.length > 0
      ? textLines(note, {
          x,
          y: name + lines.length * NAME.leading + 2,
          ...SMALL,
          class: 'dg-system-note',
          anchor: 'middle',
        })
      : '',
  ]);
}

/**
 * @param {import('./ecomap.js').Tie} tie
 * @param {'formal' | 'informal' | undefined} side  of the system it leads to
 * @param {Words} words
 * @returns {MeasuredTag | undefined}  where there is nothing to say
 */
export function measureTag(tie, side, words) {
  const consent = consentOf(tie, side);
  return measure(tie.label ? wrap(tie.label, TAG_WRAP) : [], tie.kind === 'planned', consent, words);
}

/** Of a planned line that says nothing else. @param {Words} words */
export function measurePlanned(words) {
  return /** @type {MeasuredTag} */ (measure([], true, undefined, words));
}

/** @param {string[]} lines @param {boolean} isPlanned @param {import('./consent.js').Consent | undefined} consent @param {Words} words */
function measure(lines, isPlanned, consent, words) {
  const planned = isPlanned ? (words['eco-planned-tag'] ?? 'eco-planned-tag') : '';
  const rows = lines.length + (planned ? 1 : 0);
  if (rows === 0 && !consent) return undefined;
  const widest = Math.max(
    0,
    ...lines.map((line) => widthOf(line, TAG.size)),
    planned ? widthOf(planned, TAG.size) + 10 : 0,
  );
  const sign = consent ? CONSENT_SIZE + (rows > 0 ? 5 : 0) : 0;
  return {
    lines,
    planned,
    consent,
    width: Math.ceil(widest + sign + 6),
    height: Math.ceil(Math.max(rows * TAG.leading, consent ? CONSENT_SIZE + 2 : 0) + 4),
  };
}

/** @param {import('./geometry.js').Rect} box @param {MeasuredTag} tag */
export function tagOn(box, { lines, planned, consent }) {
  const rows = lines.length + (planned ? 1 : 0);
  const x = box.x + box.width / 2 + (consent && rows > 0 ? (CONSENT_SIZE + 5) / 2 : 0);
  let y = box.y + (box.height - rows * TAG.leading) / 2 + 1.5;
  const drawn = [];
  if (consent) drawn.push(...consentSign(consent, rows > 0 ? box.x + 3 + CONSENT_SIZE / 2 : x, box.y + box.height / 2));
  if (planned) {
    const width = widthOf(planned, TAG.size) + 10;
    drawn.push(
      element('rect', { class: 'dg-planned-box', x: x - width / 2, y: y - 1.5, width, height: TAG.leading, rx: 2 }),
    );
    drawn.push(textLines([planned], { x, y: y + 0.5, size: TAG.size, class: 'dg-planned', anchor: 'middle' }));
    y += TAG.leading;
  }
  if (lines.length > 0) drawn.push(textLines(lines, { x, y, ...TAG, class: 'dg-tie-label', anchor: 'middle' }));
  return element('g', { class: 'dg-tag' }, drawn);
}
