/**
 * What is written in the tables of a diagram's form. A row is `TABLE.N`; its cells are `TABLE.N.COLUMN`. Pure.
 *
 * @typedef {import('../../scripts/dom/values.js').Values} Values
 * @typedef {{ id: string, text: (column: string) => string, list: (column: string) => string[] }} Row
 */

/**
 * The rows of a table that are not empty, in their order.
 * @param {Values} values
 * @param {string} table
 * @returns {Row[]}
 */
export function rowsOf(values, table) {
  /** @type {Set<number>} */
  const used = new Set();
  for (const [name, value] of values) {
    const [of, n, column] = name.split('.');
    if (of === table && column !== undefined && [value].flat().some((text) => text.trim() !== '')) used.add(Number(n));
  }
  return [...used]
    .sort((a, b) => a - b)
    .map((n) => ({
      id: `${table}.${n}`,
      text: (column) => [values.get(`${table}.${n}.${column}`) ?? ''].flat().join('').trim(),
      list: (column) => [values.get(`${table}.${n}.${column}`) ?? []].flat().filter((text) => text !== ''),
    }));
}

/**
 * A number as people type it, also full-width; undefined if it is none.
 * @param {string} text
 */
export function numberIn(text) {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
}

/**
 * The same without empty values.
 * @template {object} T
 * @param {T} object
 * @returns {T}
 */
export function filled(object) {
  return /** @type {T} */ (
    Object.fromEntries(
      Object.entries(object).filter(([, value]) => value !== undefined && value !== '' && value !== false),
    )
  );
}
