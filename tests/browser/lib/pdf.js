/**
 * What a PDF says and where, as poppler's pdftotext reads it.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tags } from './html.js';

/** @typedef {{ text: string, page: number, left: number, top: number, right: number, bottom: number }} Word  in points */

const BOTTOM = 42; // points of margin, where the page's number is

/** @param {Buffer} pdf */
export function readPdf(pdf) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-pdf-'));
  try {
    writeFileSync(path.join(folder, 'a.pdf'), pdf);
    const html = execFileSync('pdftotext', ['-bbox', path.join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return read(html);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} html */
function read(html) {
  /** @type {{ width: number, height: number }[]} */
  const sheets = [];
  /** @type {Word[]} */
  const words = [];
  for (const line of html.split('\n')) {
    const [tag] = tags(line);
    if (tag?.name === 'page')
      sheets.push({ width: Number(tag.attributes.width), height: Number(tag.attributes.height) });
    if (tag?.name !== 'word') continue;
    const { xmin, ymin, xmax, ymax } = tag.attributes;
    const text = plain(
      line
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );
    words.push({
      text,
      page: sheets.length,
      left: Number(xmin),
      top: Number(ymin),
      right: Number(xmax),
      bottom: Number(ymax),
    });
  }
  const height = sheets[0]?.height ?? 0;
  return {
    sheets,
    /** All words but the line at the foot of every page. */
    words: words.filter(({ top }) => top < height - BOTTOM),
    /** The same as one text without spaces, in the order of reading. */
    text: words
      .filter(({ top }) => top < height - BOTTOM)
      .map(({ text }) => text)
      .join(''),
  };
}

/** Without spaces, and with letters as they are on the keyboard. @param {string} text */
export function plain(text) {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
