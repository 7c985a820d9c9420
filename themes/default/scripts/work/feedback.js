/**
 * Fills the after part of an exercise with what the learner answered, in words. Generic: the template says where by
 * data attributes. Only settled matters are compared; whatever is compared is said in words, not by colour alone.
 */

import { word } from '../dom/words.js';
import { controlsIn, controlsOf, inWords, isText, valueOf } from '../dom/controls.js';
import { make } from '../dom/element.js';
import { isEmpty, settles } from '../dom/values.js';

/** @param {import('./bind.js').Work} work */
export function fillFeedback(work) {
  const { form } = work;
  for (const place of form.querySelectorAll('[data-yours]')) {
    if (place instanceof HTMLElement) fillYours(work, place);
  }
  for (const line of form.querySelectorAll('[data-option]')) {
    if (line instanceof HTMLElement) markOption(form, line);
  }
}

/**
 * @param {import('./bind.js').Work} work
 * @param {HTMLElement} place
 */
function fillYours(work, place) {
  const { form } = work;
  const name = place.dataset.yours ?? '';
  const group = controlsOf(form, name);
  const answers = group.length > 0 ? inWords(group) : partsInWords(form, `${name}.`);
  delete place.dataset.same;
  place.toggleAttribute('data-unanswered', answers.length === 0);
  if (answers.length === 0) {
    // The author may have taken out what was chosen.
    const isGone = group.length > 0 && !isEmpty(work.fields().get(name)?.value);
    place.replaceChildren(word(isGone ? 'yours-gone' : 'unanswered'));
    return;
  }
  place.replaceChildren(...answers.map((answer) => make('span', 'yours', answer)));
  const { settled } = place.dataset;
  if (settled === undefined || group.length === 0) return;
  const same = settles(valueOf(group), settled, isText(group[0]));
  place.dataset.same = same ? 'yes' : 'no';
  place.append(make('span', 'same-mark', ` ${word(same ? 'same' : 'differs')}`));
}

/**
 * The answers of a field that has several controls, such as a table.
 * @param {HTMLElement} form
 * @param {string} prefix
 */
function partsInWords(form, prefix) {
  return [...controlsIn(form)].filter(([name]) => name.startsWith(prefix)).flatMap(([, group]) => inWords(group));
}

/**
 * @param {HTMLElement} form
 * @param {HTMLElement} line  `data-option="FIELD=VALUE"`
 */
function markOption(form, line) {
  const [name, wanted] = (line.dataset.option ?? '').split('=');
  const value = valueOf(controlsOf(form, name));
  const chosen = !isEmpty(value) && (typeof value === 'string' ? value === wanted : value.includes(wanted));
  line.classList.toggle('chosen', chosen);
  line.querySelector('.yours-mark')?.remove();
  if (chosen) line.append(make('span', 'yours-mark', ` ${word('your-choice')}`));
}
