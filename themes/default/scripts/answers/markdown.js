/**
 * The readable forms of the answer file: Markdown, and plain text to copy. Only what was written.
 *
 * What a learner wrote is text: in Markdown nothing of it can become a heading, a link, markup. Pure.
 *
 * @typedef {import('./outline.js').Outline} Outline
 * @typedef {import('./outline.js').WorkOf} WorkOf
 *
 * @typedef {object} Phrases  the words around the answers, in the reader's language
 * @property {string} title
 * @property {string} about                                         one line below it: the day
 * @property {(sheet: import('./outline.js').SheetOf) => string} sheet   number, date, state
 * @property {(work: WorkOf) => string} work
 * @property {(text: string) => string} value                       how a value is shown (dates)
 * @property {(key: string, args: Record<string, string>) => string} sign  a heading or a label of the text to copy
 * @property {string} draft                                         behind the name of what was left as a draft
 * @property {string} other                                         before a text that was put aside
 * @property {string} lost
 *
 * @typedef {object} Pen
 * @property {(level: number, text: string) => string} heading
 * @property {(label: string, text: string) => string} answer
 * @property {(text: string) => string} line
 * @property {(table: import('./outline.js').AnswerTable, value: (text: string) => string) => string} [table]  without it, its cells one by one
 */

import { withTables } from './outline.js';

/**
 * @param {Outline} outline
 * @param {Phrases} phrases
 */
export function toMarkdown(outline, phrases) {
  return written(outline, phrases, {
    heading: (level, text) => `${'#'.repeat(level)} ${escape(text)}`,
    answer: (label, text) => {
      const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
      if (lines.length === 1) return `**${escape(label)}**: ${escape(text)}`;
      return `**${escape(label)}**:\n\n${lines.map((line) => `> ${escape(line)}`.trimEnd()).join('  \n')}`;
    },
    line: escape,
    table: ({ label, columns, lines }, value) => {
      const line = (/** @type {string[]} */ cells) => `| ${cells.map(escape).join(' | ')} |`;
      const written = lines.map(({ n, cells }) => line([String(n), ...cells.map((cell) => value(cell?.text ?? ''))]));
      const head = [line(['', ...columns]), `|${' --- |'.repeat(columns.length + 1)}`];
      return [`**${escape(label)}**:`, '', ...head, ...written].join('\n');
    },
  });
}

/**
 * @param {Outline} outline
 * @param {Phrases} phrases
 */
export function toText(outline, phrases) {
  const { sign } = phrases;
  return written(outline, phrases, {
    heading: (level, text) => sign(`text-heading-${level}`, { text }),
    answer: (label, text) =>
      BREAK.test(text)
        ? `${sign('text-label-lines', { label })}\n${inert(text, sign('text-blank', {}))}`
        : sign('text-label', { label, text: text.replaceAll('\t', sign('text-blank', {})) }),
    line: (text) => text,
    // A line for each row, so that it can be pasted into a letter as it is.
    table: ({ label, columns, lines }, value) => {
      const line = (/** @type {string} */ text) =>
        text.trim().replace(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, sign('text-blank', {}));
      const rows = lines.map(({ n, cells }) => {
        const named = cells.flatMap((cell, i) =>
          cell?.text.trim() ? [sign('text-label', { label: columns[i], text: line(value(cell.text)) })] : [],
        );
        return sign('text-row', { n: String(n), text: named.join(sign('text-blank', {})) });
      });
      return [sign('text-label-lines', { label }), ...rows].join('\n');
    },
  });
}

const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * No line of it is a formula for a spreadsheet, where every line of a copied text becomes a cell: a wide space comes
 * before what would begin one. A tab would begin another cell.
 * @param {string} text
 * @param {string} blank
 */
function inert(text, blank) {
  return text
    .replaceAll('\t', blank)
    .replace(/[\v\f\u0085]/g, '\n')
    .replace(/^(?=[\s]*[=+\-@＝＋－＠|%])/gmu, blank);
}

/**
 * @param {Outline} outline
 * @param {Phrases} phrases
 * @param {Pen} pen
 */
function written(outline, phrases, pen) {
  const blocks = [pen.heading(1, phrases.title), pen.line(phrases.about)];
  const groups = [
    ...outline.groups.map(({ title, works }) => ({ title, works: works.filter(({ sheets }) => sheets.length > 0) })),
    { title: phrases.lost, works: outline.lost },
  ];
  for (const { title, works } of groups) {
    if (works.length > 0) blocks.push(pen.heading(2, title));
    for (const work of works) {
      blocks.push(pen.heading(3, phrases.work(work)));
      for (const sheet of work.sheets) {
        blocks.push(pen.heading(4, phrases.sheet(sheet)));
        const parts = pen.table ? withTables(sheet.rows) : sheet.rows;
        /** @param {import('./outline.js').AnswerRow} row */
        const aside = ({ label, others }) => {
          for (const other of others) blocks.push(pen.answer(`${label} ${phrases.other}`, phrases.value(other.text)));
        };
        for (const part of parts) {
          if ('lines' in part) {
            blocks.push(pen.table?.(part, phrases.value) ?? '');
            for (const { cells } of part.lines) for (const cell of cells) if (cell) aside(cell);
            continue;
          }
          const { label, text, draft } = part;
          const name = draft ? `${label} ${phrases.draft}` : label;
          if (text.trim() !== '') blocks.push(pen.answer(name, phrases.value(text)));
          aside(part);
        }
      }
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Text that stays text: also at the beginning of a line, and where an address would become a link by itself.
 * @param {string} text
 */
export function escape(text) {
  return text
    .replace(/[\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_[\]<>&~|$^{}@]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/^[ \t]+/, (blank) => '\u00a0'.repeat(blank.length))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+#=:!]/, '\\$&');
}
