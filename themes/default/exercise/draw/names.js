/**
 * Persons and systems have the names that the learner gave them: the options and boxes for a row show its label, and
 * those of empty rows are not offered. An option that is chosen stays, so that no answer is lost.
 *
 * @typedef {import('./rows.js').Values} Values
 */

import { word } from '../../scripts/dom/words.js';
import { rowsOf } from './rows.js';
import { mirrorOne } from '../../scripts/work/paper.js';

const ROW = /^(person|system)\.\d+$/;

/**
 * @param {ParentNode} root
 * @param {Values} values
 */
export function rename(root, values) {
  const used = new Map(
    ['person', 'system'].flatMap((table) => rowsOf(values, table)).map((row) => [row.id, row.text('label')]),
  );
  const twice = new Set([...used.values()].filter((label, i, all) => label !== '' && all.indexOf(label) < i));
  /** @param {string} id @param {string} base */
  const called = (id, base) => {
    const label = used.get(id) ?? '';
    if (label === '') return base;
    return twice.has(label) ? word('sign-aside', { text: label, more: id.split('.')[1] }) : label;
  };

  for (const select of root.querySelectorAll('select[data-of]')) {
    if (!(select instanceof HTMLSelectElement)) continue;
    let changed = false;
    for (const option of select.options) {
      if (!ROW.test(option.value)) continue;
      option.dataset.base ??= option.text;
      option.hidden = option.disabled = !used.has(option.value) && !option.selected;
      const text = called(option.value, option.dataset.base);
      if (option.text === text) continue;
      option.text = text;
      changed ||= option.selected;
    }
    if (changed && select.nextElementSibling?.classList.contains('paper')) mirrorOne(select);
  }
  for (const label of root.querySelectorAll('label[data-names]')) {
    const box = label.querySelector('input');
    const text = label.querySelector('.option-text');
    if (!(label instanceof HTMLElement) || !box || !text) continue;
    label.dataset.base ??= text.textContent ?? '';
    const partners = [...(label.closest('[data-row]')?.querySelectorAll('select[data-of]') ?? [])];
    const isPartner = partners.some((select) => select instanceof HTMLSelectElement && select.value === box.value);
    label.hidden = isPartner && !box.checked;
    if (!ROW.test(box.value)) continue;
    label.hidden = (isPartner || !used.has(box.value)) && !box.checked;
    const words = called(box.value, label.dataset.base);
    if (text.textContent !== words) text.textContent = words;
  }
}

/**
 * The current name of a row, for messages.
 * @param {ParentNode} root
 * @param {any} data
 */
export function namesOf(root, data) {
  const labels = new Map(
    [...(data.persons ?? []), ...(data.systems ?? [])].map((/** @type {any} */ one) => [one.id, one.label ?? '']),
  );
  return (/** @type {string} */ id) => {
    const option = root.querySelector(`option[value="${CSS.escape(id)}"]`);
    return labels.get(id) || option?.textContent || id;
  };
}
