/** Pictures that are dropped or pasted: stored in the course, and shown where they were dropped. */

import { ask } from './ask.js';

/** @typedef {import('@codemirror/view').EditorView} EditorView */

/** @param {Blob} file @returns {Promise<string>} */
const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });

/**
 * Stores pictures, and writes where they are. What they show is asked for where it is written: the words between the brackets are
 * selected, and as long as there are none, that is a mistake like any other.
 * @param {EditorView} view
 * @param {string} path  of the text
 * @param {File[]} files
 * @param {number} at
 * @param {() => string} shown  the path of the text that is shown by now
 * @returns {Promise<{ refused: string, reason?: string } | null>}  why one was not stored
 */
export async function storePictures(view, path, files, at, shown) {
  const up = '../'.repeat(path.split('/').length - 1);
  for (const file of files) {
    const answer = await ask({ ask: 'picture', name: file.name, data: await base64(file) });
    if (!answer.path) return answer;
    if (shown() !== path) return null;
    const insert = `![](${up}${answer.path})`;
    view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + 2 }, userEvent: 'input.paste' });
    at += insert.length;
  }
  view.focus();
  return null;
}
