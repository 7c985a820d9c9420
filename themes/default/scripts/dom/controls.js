/**
 * The controls of a form by name: what they hold, put into words, and written again. Everything a learner wrote is
 * text: it goes in and out through `value` and `textContent`. Knows nothing of saving.
 *
 * @typedef {import('./values.js').Value} Value
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

import { isEmpty } from './values.js';
import { word } from './words.js';

/**
 * @param {unknown} element
 * @returns {element is Control}
 */
export function isControl(element) {
  return (
    (element instanceof HTMLInputElement && !['button', 'submit', 'reset', 'file', 'hidden'].includes(element.type)) ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/**
 * @param {Element} control
 * @returns {control is HTMLInputElement}
 */
export function isTick(control) {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
}

/** A control that is written in. @param {Element} control */
export function isText(control) {
  return isControl(control) && !isTick(control) && !(control instanceof HTMLSelectElement);
}

/**
 * All named controls below an element, by name, in the order of the page.
 * @param {ParentNode} root
 * @returns {Map<string, Control[]>}
 */
export function controlsIn(root) {
  /** @type {Map<string, Control[]>} */
  const found = new Map();
  for (const control of root.querySelectorAll('input[name], select[name], textarea[name]')) {
    if (!isControl(control)) continue;
    const group = found.get(control.name);
    if (group) group.push(control);
    else found.set(control.name, [control]);
  }
  return found;
}

/**
 * @param {ParentNode} root
 * @param {string} name
 * @returns {Control[]}
 */
export function controlsOf(root, name) {
  return [...root.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(isControl);
}

/**
 * @param {Control[]} group  the controls of one name
 * @returns {Value}
 */
export function valueOf(group) {
  const [first] = group;
  if (!first) return '';
  if (!isTick(first)) return first.value;
  const ticked = group.filter((control) => isTick(control) && control.checked).map((control) => control.value);
  return first.type === 'checkbox' ? ticked : (ticked[0] ?? '');
}

/**
 * Is anything answered? Having ticked "none" is an answer, although its value is empty.
 * @param {Control[]} group
 */
export function isAnswered(group) {
  return group.some((control) => (isTick(control) ? control.checked : control.value.trim() !== ''));
}

/**
 * Writes a value; leaves a text field alone that holds it already, so that its caret stays.
 * @param {Control[]} group
 * @param {Value | undefined} value  undefined: never answered; not even "none" is ticked then
 */
export function write(group, value) {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  for (const control of group) {
    if (isTick(control)) control.checked = list.includes(control.value);
    else if (control.value !== (list[0] ?? '')) control.value = list[0] ?? '';
  }
}

/**
 * Whether these controls can show a value at all: an author may have made a text into a choice, or taken out an option.
 * @param {Control[]} group
 * @param {Value} value
 */
export function fits(group, value) {
  const list = [value].flat().filter((one) => one !== '');
  const [first] = group;
  if (!first || list.length === 0) return true;
  if (isTick(first))
    return (
      (first.type === 'checkbox' || list.length === 1) && list.every((one) => group.some((it) => it.value === one))
    );
  if (list.length > 1) return false;
  if (first instanceof HTMLTextAreaElement) return true;
  const probe = /** @type {Control} */ (first.cloneNode(true));
  probe.value = list[0];
  return probe.value === list[0];
}

/** Whether a date is written only in part: nothing of it can be read, and so nothing is stored. @param {ParentNode} root */
export function isUnfinished(root) {
  return [...root.querySelectorAll('input[type="date"][name]')].some(
    (control) => control instanceof HTMLInputElement && !control.disabled && control.validity.badInput,
  );
}

/** Whether something else is in them than the page came with. @param {Control[]} group */
export function isChanged(group) {
  return group.some((control) => {
    if (isTick(control)) return control.checked !== control.defaultChecked;
    if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue;
    const first = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(0, first);
  });
}

/**
 * A value as the learner saw it: the words of the chosen options, the text that was written. Empty without an answer.
 * @param {Control[]} group
 * @param {Value} [value]  what they hold, if nothing else is given
 */
export function inWords(group, value = valueOf(group)) {
  if (isEmpty(value) && !isAnswered(group)) return [];
  return (typeof value === 'string' ? [value] : value).map((item) => optionWords(group, item) ?? item);
}

/**
 * @param {Control[]} group
 * @param {string} value
 */
function optionWords(group, value) {
  for (const control of group) {
    if (control instanceof HTMLSelectElement) {
      const option = [...control.options].find((one) => one.value === value);
      if (option) return option.dataset.label ?? option.textContent.trim();
    } else if (isTick(control) && control.value === value) {
      const label = labelOf(control);
      return control.dataset.label ?? (label ? words(label) : control.getAttribute('aria-label')) ?? undefined;
    }
  }
  return undefined;
}

/**
 * The words of an element as they are read aloud once: without readings above them, without what scripts added.
 * @param {Element} element
 */
export function words(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const extra of copy.querySelectorAll(
    'rt, rp, .visually-hidden, [data-made], input, select, textarea, button, .paper',
  ))
    extra.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** In a copy outside the page `labels` is empty. @param {Control} control */
const labelOf = (control) => control.closest('label') ?? control.labels?.[0];

/** The words of the elements that name a cell. @param {Control} control */
const headersOf = (control) =>
  (control.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .flatMap((id) => document.getElementById(id) ?? [])
    .map(words)
    .join(word('sign-list'));

/**
 * What a control is called, for telling about it.
 * @param {Control} control
 */
export function nameOf(control) {
  const label = labelOf(control);
  return control.getAttribute('aria-label') ?? (label ? words(label) : headersOf(control) || control.name);
}

/**
 * The element behind which notes about a control are put: the control with its paper, or the whole group of choices.
 * @param {Control} control
 * @returns {Element}
 */
export function placeOf(control) {
  const group = isTick(control) ? control.closest('fieldset:not([data-attempt]), [role="radiogroup"], ul, ol') : null;
  if (group) return group;
  const wrap = control.closest('label') ?? control;
  const paper = wrap.nextElementSibling;
  return paper?.classList.contains('paper') ? paper : wrap;
}
