/** What a tab remembers of the texts that are open in it, so that a reload loses neither a letter nor the way back. */

/**
 * @typedef {object} KeptText
 * @property {string | null} base  what the file is known by that the text was made from
 * @property {string} saved  its text
 * @property {any} state  CodeMirror's, with the history
 * @property {number} top  how far the text was scrolled
 */

const KEY = 'mitate-edit:';

/** @param {string} path @returns {KeptText | null} */
export function kept(path) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + path) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {string} path @param {KeptText} what */
export function keep(path, what) {
  try {
    sessionStorage.setItem(KEY + path, JSON.stringify(what));
  } catch {
    // The history of a long day may be too long. The text comes first.
    try {
      const { history: _, ...state } = what.state;
      sessionStorage.setItem(KEY + path, JSON.stringify({ ...what, state }));
    } catch {
      sessionStorage.removeItem(KEY + path);
    }
  }
}

/** @param {string} path */
export const forget = (path) => sessionStorage.removeItem(KEY + path);

/** The paths of the texts that are remembered. */
export const keptPaths = () =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(KEY))
    .map((key) => key.slice(KEY.length));
