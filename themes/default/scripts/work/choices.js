/**
 * Groups of radio buttons. A digit chooses, so that a key goes for each card and Tab leads to the next. A radio button cannot
 * be unticked: where a group has no option of its own for "nothing", a button behind it takes the choice back, and so does
 * Delete. The button is no stop of Tab: the space bar on the way to the next group must not undo the choice.
 *
 * @typedef {import('./bind.js').Work} Work
 */

import { languageOfWords, word } from '../dom/words.js';
import { controlsIn, controlsOf, valueOf, words } from '../dom/controls.js';
import { button, short } from '../dom/element.js';

/** @param {Work} work */
export function startClearing(work) {
  const update = () => {
    for (const options of work.form.querySelectorAll('.options[data-group], .scale[data-group]')) {
      const [name, group] = [...controlsIn(options)][0] ?? [];
      if (!name || !group || group[0].type !== 'radio' || group.some(({ value }) => value === '')) continue;
      const there = options.querySelector('.clear-choice');
      const chosen = valueOf(group) !== '';
      if (!chosen) there?.remove();
      else if (!there) {
        const clear = button(word('clear-choice'), () => takeBack(work, name), 'button small clear-choice');
        clear.tabIndex = -1;
        clear.setAttribute('aria-keyshortcuts', 'Delete');
        nameIt(clear, options);
        options.append(clear);
      }
    }
  };
  work.onChange(update);
  work.form.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const group = controlsOf(work.form, target.name).filter((control) => control instanceof HTMLInputElement);
    const chosen = /^[1-9]$/.test(key) ? group[Number(key) - 1] : undefined;
    const isBack = (key === 'Delete' || key === 'Backspace') && group.every(({ value }) => value !== '');
    if (!chosen && !isBack) return;
    event.preventDefault();
    if (chosen) {
      chosen.focus();
      chosen.click();
    } else takeBack(work, target.name);
  });
}

/**
 * Names the button by what it does and by the question that the group answers. Where these are in two languages, each is
 * read from the element that says which.
 * @param {HTMLElement} clear
 * @param {Element} options
 */
function nameIt(clear, options) {
  const id = options.getAttribute('aria-labelledby');
  if (id && languageOfWords() !== '') {
    clear.id = `${id}-clear`;
    clear.setAttribute('aria-labelledby', `${clear.id} ${id}`);
    return;
  }
  const label = id
    ? document.getElementById(id)
    : options.closest('fieldset:not([data-attempt])')?.querySelector('legend');
  const text = label ? short(words(label.querySelector('.question-text') ?? label)) : '';
  if (text) clear.setAttribute('aria-label', word('sign-label', { label: word('clear-choice'), text }));
}

/** @param {Work} work @param {string} name */
function takeBack(work, name) {
  controlsOf(work.form, name)[0]?.focus();
  work.set({ [name]: '' });
}
