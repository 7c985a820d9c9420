/**
 * As much of HTML as the tests need of pages that mitate itself wrote: its start tags with their attributes.
 *
 * @typedef {{ name: string, attributes: Record<string, string> }} Tag
 */

const TAG = /<([a-zA-Z][^\s/>]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** @type {Record<string, string>} */
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * @param {string} html
 * @returns {Tag[]}
 */
export function tags(html) {
  return [...html.replace(/<!--[^]*?-->/g, '').matchAll(TAG)].map(([, name, rest]) => ({
    name: name.toLowerCase(),
    attributes: Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key, double, single, bare]) => [
        key.toLowerCase(),
        unescape(double ?? single ?? bare ?? ''),
      ]),
    ),
  }));
}

/** @param {string} text */
function unescape(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return NAMED[name] ?? whole;
  });
}
