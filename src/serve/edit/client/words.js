/** The words of the editor, which the server gives with the page: see words/*.ftl. */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @type {Record<string, string>} */
const words = JSON.parse(script.dataset.words ?? '{}');

/** What marks the style sheets that CodeMirror makes. */
export const nonce = script.dataset.nonce ?? '';

/** @param {string} key @param {Record<string, string | number>} [values] */
export const say = (key, values = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    words[key] ?? key,
  );
