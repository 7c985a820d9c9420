/** Addresses of a site and the paths of its files, as `offline/files.json` has them. Pure. */

/**
 * The path of a file that an address means, without its query; undefined if it is not in the site.
 * @param {string} root  the address of the site, ending in a slash
 * @param {string} address
 */
export function pathOf(root, address) {
  const url = new URL(address);
  const whole = url.origin + url.pathname;
  if (!whole.startsWith(root)) return undefined;
  try {
    return decodeURIComponent(whole.slice(root.length)).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** The address of a file. @param {string} root @param {string} path */
export const addressOf = (root, path) => root + path.split('/').map(encodeURIComponent).join('/');

/**
 * What an address means: a file; a folder means its page, after its slash is added.
 * @param {ReadonlyMap<string, unknown>} files  by path
 * @param {string} path
 * @returns {{ file?: string, folder?: string }}
 */
export function meant(files, path) {
  if (path === '' || path.endsWith('/')) return files.has(`${path}index.html`) ? { file: `${path}index.html` } : {};
  if (files.has(path)) return { file: path };
  return files.has(`${path}/index.html`) ? { folder: `${path}/` } : {};
}

/**
 * The bytes that a range asks for, first and after the last; undefined if it asks for none that there are. Several ranges
 * in one request are not known: then the answer is the whole, as a server may answer too.
 * @param {string} range  the header
 * @param {number} length
 * @returns {{ from: number, to: number } | 'whole' | undefined}
 */
export function rangeOf(range, length) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? [];
  if (first === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') return Number(last) > 0 ? { from: Math.max(0, length - Number(last)), to: length } : undefined;
  const from = Number(first);
  const to = last === '' ? length : Math.min(length, Number(last) + 1);
  return from < length && from < to ? { from, to } : undefined;
}
