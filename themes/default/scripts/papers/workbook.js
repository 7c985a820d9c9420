/**
 * A workbook for Excel with one sheet, in which every cell is text: what begins with `=` stays text.
 */

import { escaped } from './fill.js';
import { zipped } from './zip.js';

const SHEET_CELL = 32_767; // characters that a cell can hold

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const LINE = 16; // points: the height of a line
const WIDE = 0xff; // characters beyond this are twice as wide

/** How a cell looks: as text, in bold, as an empty line to write on by hand, or as one long line. */
const LOOKS = { text: 0, bold: 1, line: 2, long: 3 };

/** @typedef {string | { text: string, look: keyof typeof LOOKS }} SheetCell */

/** How many lines a cell has in a column of that width. @param {SheetCell} cell @param {number} width */
function linesOf(cell, width) {
  if (typeof cell !== 'string' && cell.look === 'long') return 1;
  const text = typeof cell === 'string' ? cell : cell.text;
  const wide = (/** @type {string} */ line) =>
    [...line].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > WIDE ? 2 : 1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / (width - 1))), 0);
}

/**
 * @param {string} name  of the sheet
 * @param {SheetCell[][]} rows
 * @param {number[]} widths  of the columns, in characters
 */
export function workbook(name, rows, widths) {
  const cell = (/** @type {SheetCell} */ given, /** @type {number} */ at, /** @type {number} */ row) => {
    const { text, look } = typeof given === 'string' ? { text: given, look: /** @type {const} */ ('text') } : given;
    const place = `${String.fromCharCode(65 + at)}${row + 1}`;
    return text === '' ? `<c r="${place}" s="${LOOKS[look]}"/>` : textCell(place, LOOKS[look], text);
  };
  // Not every program finds out by itself how high a row is.
  const height = (/** @type {SheetCell[]} */ row) =>
    LINE * Math.max(1, ...row.map((one, at) => linesOf(one, widths[at])));
  const lines = rows.map(
    (row, n) =>
      `<row r="${n + 1}" ht="${height(row)}" customHeight="1">${row.map((one, at) => cell(one, at, n)).join('')}</row>`,
  );
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const sheet = `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
  const top = '<alignment vertical="top" wrapText="1"/>';
  const looks = `<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf applyAlignment="1">${top}</xf><xf fontId="1" applyFont="1" applyAlignment="1">${top}</xf><xf borderId="1" applyBorder="1"/><xf/></cellXfs>`;
  return packedSheet(name, sheet, looks);
}

/** A cell with a text of any kind. @param {string} place  as in A1 @param {number} look @param {string} text */
export function textCell(place, look, text) {
  return `<c r="${place}" t="inlineStr" s="${look}"><is><t xml:space="preserve">${escaped(text.slice(0, SHEET_CELL))}</t></is></c>`;
}

/**
 * The file of a workbook with one sheet. Its fonts are plain (0) and bold (1).
 * @param {string} name  of the sheet
 * @param {string} sheet  what is in the element `worksheet`
 * @param {string} looks  the borders and the looks of cells, by the number that cells give
 */
export function packedSheet(name, sheet, looks) {
  const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>${looks}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  const type = (/** @type {string} */ part, /** @type {string} */ what) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
  return zipped([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('workbook', 'sheet.main')}${type('worksheets/sheet1', 'worksheet')}${type('styles', 'styles')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', `${HEAD}${styles}`],
    ['xl/worksheets/sheet1.xml', `${HEAD}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`],
  ]);
}
