/** Places of the server in a text of CodeMirror, and back. */

/** @typedef {import('@codemirror/state').Text} Text */
/** @typedef {import('./ask.js').EditorPlace} EditorPlace */

/** @param {Text} doc @param {EditorPlace} place */
export function offset(doc, { line, column }) {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(from + column, to);
}

/** @param {Text} doc @param {number} at @returns {EditorPlace} */
export function place(doc, at) {
  const { number, from } = doc.lineAt(at);
  return { line: number, column: at - from };
}
