/**
 * The text of a Word file with its slots filled in: the twin of src/paper/docx/fill.rs, which says what each part is.
 * `tests/shared/paper-fill.json` holds both. Pure.
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {{ blank: string, filled: string, run?: string, shows: string, words?: Record<string, string>,
 *   ticks?: [option: string, ticked: string], date?: string }} SlotLook
 * @typedef {string | null | boolean | [name: string, look: number]} Simple
 * @typedef {[name: string, blank: number, row: Simple[]]} Rows
 * @typedef {[before: Simple[], one: Simple[], after: Simple[]]} Rest
 * @typedef {Simple | Rows | Rest} Piece
 * @typedef {{ key: string, looks: SlotLook[], pieces: Piece[], between: string }} Template
 */

import { isEmpty } from '../dom/values.js';
import { code, tag } from './address.js';

const ROW = '{n}';

/**
 * @param {Template} template
 * @param {ReadonlyMap<string, Value>} answers
 * @param {Record<string, string>} [labels]  of answers without a slot, as they were called last
 */
export function filled(template, answers, labels = {}) {
  const { key, looks, between } = template;
  const given = new Map([...answers].filter(([, value]) => !isEmpty(value)));
  let out = '';
  let count = 0;

  /** @param {Piece[]} pieces @param {string} row */
  const write = (pieces, row) => {
    for (const piece of pieces) {
      if (typeof piece === 'string') out += piece;
      else if (piece === null) out += text(row);
      else if (typeof piece === 'boolean') out += named(row, labels);
      else if (isSlot(piece)) slot(piece[0].replaceAll(ROW, row), looks[piece[1]]);
      else if (isRows(piece)) {
        const last = Math.max(0, ...[...given.keys()].map((name) => rowOf(piece[0], name)));
        for (let number = 1; number <= Math.max(last, piece[1]); number += 1) write(piece[2], String(number));
      } else {
        const names = slotNames(template.pieces);
        const rest = [...given.keys()].filter(
          (name) => !name.startsWith('@') && !names.some((known) => isOf(known, name)),
        );
        if (rest.length === 0) continue;
        write(piece[0], row);
        for (const name of rest.toSorted()) write(piece[1], name);
        write(piece[2], row);
      }
    }
  };

  /** @param {string} name @param {SlotLook} look */
  const slot = (name, look) => {
    const value = given.get(name);
    let [address, isFilled, words] = [name, value !== undefined, look.shows];
    if (look.ticks) {
      const [option, ticked] = look.ticks;
      address = `${name}=${option}`;
      isFilled = typeof value === 'string' ? value === option : (value?.includes(option) ?? false);
      if (isFilled) words = ticked;
    } else if (value !== undefined) {
      words = [value]
        .flat()
        .map((one) => shown(look, one))
        .join(between);
    }
    count += 1;
    out +=
      `<w:bookmarkStart w:id="${count}" w:name="${code(key, address)}"/><w:sdt><w:sdtPr>` +
      `<w:tag w:val="${escaped(tag(key, address))}"/><w:id w:val="${count}"/>${isFilled ? look.filled : look.blank}` +
      `</w:sdtPr><w:sdtContent><w:r>${look.run ?? ''}${text(words)}</w:r></w:sdtContent></w:sdt>` +
      `<w:bookmarkEnd w:id="${count}"/>`;
  };

  write(template.pieces, '');
  return out;
}

/**
 * The runs that name an answer without a slot: its label, and its name, by which it is read back.
 * @param {string} name
 * @param {Record<string, string>} labels
 */
function named(name, labels) {
  const label = Object.hasOwn(labels, name) ? labels[name].replace(/\s+/g, ' ').trim() : '';
  if (label === '' || label === name) return `<w:r>${text(name)}</w:r>`;
  const look = '<w:rPr><w:b w:val="0"/><w:color w:val="504C45"/><w:sz w:val="14"/></w:rPr>';
  return `<w:r>${text(label)}</w:r><w:r>${look}<w:br/>${text(name)}</w:r>`;
}

/** @param {Piece} piece @returns {piece is [string, number]} */
const isSlot = (piece) => Array.isArray(piece) && piece.length === 2;

/** @param {Piece} piece @returns {piece is Rows} */
const isRows = (piece) => Array.isArray(piece) && typeof piece[0] === 'string';

/** @param {Piece[]} pieces @returns {string[]} */
function slotNames(pieces) {
  return pieces.flatMap((piece) => {
    if (!Array.isArray(piece)) return [];
    if (isSlot(piece)) return [piece[0]];
    return isRows(piece) ? slotNames(piece[2]) : [];
  });
}

/** Whether `name` is that of `slot`, in some row. @param {string} slot @param {string} name */
function isOf(slot, name) {
  const at = slot.indexOf(ROW);
  if (at < 0) return slot === name;
  const [before, after] = [slot.slice(0, at), slot.slice(at + ROW.length)];
  const isAround = name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
  return isAround && isRow(name.slice(before.length, name.length - after.length));
}

/** @param {string} row */
const isRow = (row) => /^[1-9]\d{0,3}$/.test(row);

/** The row of the table `table` that `name` is in; 0 if it is in none. @param {string} table @param {string} name */
function rowOf(table, name) {
  if (!name.startsWith(`${table}.`)) return 0;
  const [row] = name.slice(table.length + 1).split('.');
  return isRow(row) ? Number(row) : 0;
}

/** @param {SlotLook} look @param {string} value */
function shown(look, value) {
  if (look.words && Object.hasOwn(look.words, value)) return look.words[value];
  const [, year, month, day] = (look.date && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
  if (!look.date || year === undefined) return value;
  const plain = (/** @type {string} */ part) => part.replace(/^0+/, '');
  return look.date.replaceAll('{y}', plain(year)).replaceAll('{m}', plain(month)).replaceAll('{d}', plain(day));
}

/**
 * Words as the text of a run: line breaks are `w:br`, tabs `w:tab`, and characters that XML forbids are left out.
 * @param {string} words
 */
export function text(words) {
  return words
    .replaceAll('\r\n', '\n')
    .split(/([\n\r\t])/)
    .map((part) => {
      if (part === '\n' || part === '\r') return '<w:br/>';
      if (part === '\t') return '<w:tab/>';
      const kept = escaped(part);
      return kept === '' ? '' : `<w:t xml:space="preserve">${kept}</w:t>`;
    })
    .join('');
}

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as the text of an element or the value of an attribute; characters that XML forbids are left out. @param {string} words */
export function escaped(words) {
  // Half of a pair of units is no character, and neither are control characters and two others.
  // eslint-disable-next-line no-control-regex
  const forbidden =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return words.replace(forbidden, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
