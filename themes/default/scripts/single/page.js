/**
 * A page of the site as it is written into the document: with its scripts and styles in it, since the policy knows them by the hashes of
 * their texts, and its pictures as addresses of what they hold.
 */

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/g;
const SCRIPT = /<script\b([^>]*) src="\?\/([^"]+)"([^>]*)><\/script>/g;
const SHEET = /<link\b[^>]*\brel="stylesheet"[^>]* href="\?\/([^"]+)"[^>]*>/g;
const SHOWN = /(<(?:img|audio|video|source|track|link)\b[^>]*? (?:src|href|poster)=")\?\/([^"#]+)(?=")/g;

/**
 * @param {string} path
 * @param {import('./files.js').CourseFiles} files
 */
export async function composed(path, files) {
  const html = (await files.page(path)).replace(POLICY, '');
  const scripts = await texts(html, SCRIPT, 2, files);
  const sheets = await texts(html, SHEET, 1, files);
  /** @type {Map<string, string>} */
  const shown = new Map();
  for (const [, , name] of html.matchAll(SHOWN)) {
    const file = decodeURIComponent(name);
    if (files.has(file)) shown.set(name, await files.address(file));
  }
  let last = '';
  const whole = html
    .replace(SCRIPT, (_, before, name, after) => {
      const script = `<script>${scripts.get(name)}</script>`;
      if (!/\bdefer\b/.test(before + after)) return script;
      last += script;
      return '';
    })
    .replace(SHEET, (_, name) => `<style>${sheets.get(name)}</style>`)
    .replace(SHOWN, (all, before, name) => (shown.has(name) ? before + shown.get(name) : all));
  const end = whole.lastIndexOf('</body>');
  return whole.slice(0, end) + last + whole.slice(end);
}

/** The root element of a page, without what is in it. @param {string} html */
export function rootOf(html) {
  return new DOMParser().parseFromString(html.slice(0, html.indexOf('<head>')), 'text/html').documentElement;
}

/**
 * The texts of the files that `pattern` finds, by their paths.
 * @param {string} html
 * @param {RegExp} pattern
 * @param {number} group  that of the path
 * @param {import('./files.js').CourseFiles} files
 */
async function texts(html, pattern, group, files) {
  const names = new Set([...html.matchAll(pattern)].map((found) => found[group]));
  return new Map(
    await Promise.all([...names].map(async (name) => /** @type {const} */ ([name, await files.text(name)]))),
  );
}
