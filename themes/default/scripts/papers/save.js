/**
 * Saves a form with what is written in it as a Word file. The blank file is in a script beside the page, which is loaded when the learner
 * asks for it: that works on local files too.
 *
 * @typedef {import('./fill.js').Template} Template
 * @typedef {{ parts: [name: string, text: string][], text: Template }} BlankFile  see src/paper/docx/mod.rs
 */

import { download, fileName } from '../answers/download.js';
import { loadScript } from '../dom/load.js';
import { filled } from './fill.js';
import { zipped } from './zip.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEXT = 'word/document.xml';
const PROPERTIES = 'docProps/custom.xml';

/** @param {string} address @returns {Promise<BlankFile>} */
async function blankFile(address) {
  /** @type {BlankFile | undefined} */
  let file;
  Reflect.set(globalThis, 'mitatePaper', (/** @type {BlankFile} */ given) => {
    file = given;
  });
  await loadScript(address);
  if (!file) throw new Error(`${address} holds no paper`);
  return file;
}

/**
 * @param {string} address  of the script with the blank file
 * @param {ReadonlyMap<string, import('../dom/values.js').Value>} answers
 * @param {number} sheet
 * @param {Record<string, string>} labels  of the answers, as they were called last
 */
export async function savePaper(address, answers, sheet, labels) {
  const { parts, text } = await blankFile(address);
  // The last number in the property that is not shown is that of the sheet.
  const files = parts.map(
    ([name, part]) =>
      /** @type {[string, string]} */ ([
        name,
        name === PROPERTIES ? part.replace(/ \d+<\/vt:lpwstr>/, ` ${sheet}</vt:lpwstr>`) : part,
      ]),
  );
  const bytes = await zipped([...files, [TEXT, filled(text, answers, labels)]]);
  const name =
    address
      .split('/')
      .pop()
      ?.replace(/\.docx\.js$/, '') ?? 'form';
  download(bytes, fileName(name, 'docx'), TYPE);
}
