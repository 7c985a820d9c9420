/** Messages with arguments. Pure: the drawings use it outside of a page, too. */

/**
 * Fills in `{$name}`, as text.
 * @param {string} text
 * @param {Record<string, string | number>} args
 */
export function fill(text, args) {
  return text.replace(/\{\s*\$([a-z0-9-]+)\s*\}/gi, (whole, name) =>
    Object.hasOwn(args, name) ? String(args[name]) : whole,
  );
}

/** @type {{ json: string, forms: string[] } | undefined} */
let plurals;

/** The plural form of a number, by the list of the locale: there is no Intl where the generator draws. @param {string} json @param {number} n */
function formOf(json, n) {
  if (plurals?.json !== json) plurals = { json, forms: JSON.parse(json) };
  return plurals.forms[n] ?? plurals.forms[n % 100] ?? 'other';
}

/**
 * The words under a key; of several plural forms the one of the argument `n`.
 * @param {Record<string, string>} words
 * @param {string} key
 * @param {Record<string, string | number>} [args]
 * @returns {string}
 */
export function say(words, key, args = {}) {
  const forms = words['@plurals'];
  const counted = forms && typeof args.n === 'number' ? words[`${key}.${formOf(forms, args.n)}`] : undefined;
  return fill(counted ?? words[key] ?? key, args);
}
