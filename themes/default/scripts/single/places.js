/**
 * Addresses of a course that is one file: that of a page is that of the file with `?/path/index.html` behind it, which opens that page
 * also in another window, from a bookmark and after a reload. `#/path/` leads there too, for links that are written by hand.
 */

/** @typedef {{ path: string, fragment: string }} PagePlace */

const ROOT = '?/';

/** @param {string} address @returns {PagePlace} */
export function placeOf(address) {
  const url = new URL(address, location.href);
  const [way, fragment] = url.hash.startsWith('#/')
    ? parted(url.hash.slice(2))
    : [url.search.startsWith(ROOT) ? url.search.slice(ROOT.length) : '', url.hash];
  // What comes behind the path was added by someone on the way, such as a mail program: in a path it is encoded.
  const path = decoded(way.replace(/[?&].*/, ''));
  return { path: path === '' || path.endsWith('/') ? `${path}index.html` : path, fragment };
}

/** Whether an address leads into this file. @param {string} address */
export function isHere(address) {
  const url = new URL(address, location.href);
  return withoutWay(url) === withoutWay(new URL(location.href)) && (url.search === '' || url.search.startsWith(ROOT));
}

/** @param {PagePlace} place */
export const addressOf = ({ path, fragment }) => ROOT + path.split('/').map(encodeURIComponent).join('/') + fragment;

/** @param {URL} url */
const withoutWay = (url) => url.href.slice(0, url.href.length - url.search.length - url.hash.length);

/** @param {string} hash @returns {[way: string, fragment: string]} */
function parted(hash) {
  const at = hash.indexOf('#');
  return at < 0 ? [hash, ''] : [hash.slice(0, at), hash.slice(at)];
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
