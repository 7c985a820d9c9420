/**
 * The names of rows: `FIELD.N.COLUMN`, `FIELD.N`. Pure.
 */

/**
 * The same name, id or reference for another row; what belongs to no row of the field stays.
 * Ids may join the parts by hyphens.
 * @param {string} text
 * @param {string} field
 * @param {number} from
 * @param {number} to
 */
export function renamed(text, field, from, to) {
  const mark = new RegExp(`(^|[^a-z0-9])(${escape(field)}[.-])${from}(?![0-9a-z])`, 'g');
  return text.replace(mark, (_, before, stem) => `${before}${stem}${to}`);
}

/**
 * A label for another row: its first free-standing number is the row's.
 * @param {string} label
 * @param {number} from
 * @param {number} to
 */
export function relabelled(label, from, to) {
  return label.replace(new RegExp(`(?<!\\d)${from}(?!\\d)`), String(to));
}

/**
 * The highest row of the field that a list of names speaks of; 0 without any.
 * @param {string} field
 * @param {Iterable<string>} names
 */
export function lastRow(field, names) {
  const mark = new RegExp(`^${escape(field)}\\.([1-9][0-9]{0,2})(\\.|$)`);
  let last = 0;
  for (const name of names) last = Math.max(last, Number(mark.exec(name)?.[1] ?? 0));
  return last;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
