/**
 * The sheets of the form on this page, as the rules read them; and how their names and values are called.
 *
 * @typedef {import('../work/bind.js').Work} Work
 * @typedef {import('./rules.js').Rules} Rules
 * @typedef {import('./rules.js').Values} Values
 * @typedef {ReturnType<typeof planOf>} Plan
 */

import { word } from '../dom/words.js';
import { controlsIn, controlsOf, inWords, nameOf, valueOf, words } from '../dom/controls.js';
import { before, following } from './versions.js';

/** @param {Work} work @param {Rules} rules */
export function planOf(work, rules) {
  const { form } = work;

  /** What is on a sheet: on the one that is shown, also what is not stored yet. @param {number} [n] @returns {Values} */
  const values = (n = work.sheet()) => {
    /** @type {Map<string, import('../dom/values.js').Value>} */
    const all = new Map();
    for (const [name, { value }] of work.sheets().get(n) ?? []) all.set(name, value);
    if (n === work.sheet()) for (const [name, group] of controlsIn(form)) all.set(name, valueOf(group));
    return all;
  };
  const sheets = () =>
    new Map([...new Set([...work.sheets().keys(), work.sheet()])].sort((a, b) => a - b).map((n) => [n, values(n)]));

  /** A control of that name, or of the same column. @param {string} name */
  const control = (name) => {
    const own = controlsOf(form, name);
    return own.length > 0 ? own : controlsOf(form, name.replace(/\.\d+(?=\.|$)/, '.1'));
  };

  return {
    work,
    rules,
    form,
    values,
    sheets,
    /** The sheet shown follows another one. */
    later: () => before(values()) !== undefined,
    before: () => before(values()),
    following: () => following(sheets(), work.sheet()),
    /** @param {string} id @returns {HTMLElement | null} */
    field: (id) => form.querySelector(`[data-field="${CSS.escape(id)}"]`),
    /** The label of a field. @param {string} id */
    label: (id) => {
      const label = form.querySelector(`[data-field="${CSS.escape(id)}"] .field-label`);
      return label ? words(label) : id;
    },
    /** The label of a column, of a part; empty for a field that is one control. @param {string} name */
    part: (name) => {
      const own = /\.(if-not(?:-why)?)$/.exec(name)?.[1];
      if (own) return word(own);
      const [first] = name.includes('.') ? control(name) : [];
      return first ? (first.dataset.nameOf ?? nameOf(first)) : '';
    },
    /** A value as it was chosen or written. @param {string} name @param {import('../dom/values.js').Value | undefined} value */
    said: (name, value) => {
      if (name.endsWith('.if-not')) return word(`if-not-${String(value)}`);
      return value === undefined ? '' : inWords(control(name), value).join(word('sign-list'));
    },
    /** Does something now, and whenever something has changed. @param {(by?: import('../work/bind.js').By) => void} update */
    always: (update) => {
      work.onChange((_names, by) => update(by));
      work.onStored(() => update());
      work.onRefresh(() => update());
      update();
    },
  };
}
