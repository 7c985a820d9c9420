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
