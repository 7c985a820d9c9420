/**
 * A question in front of the page: what it is about, and buttons to answer it. Escape is "no".
 *
 * @typedef {{ name: string, words: string, look?: 'primary' | 'danger' }} Way
 */

import { make } from '../dom/element.js';

let count = 0;

/**
 * @param {string} title
 * @param {(string | Node)[]} content  a string becomes a paragraph
 * @param {Way[]} ways
 * @returns {Promise<string>}  the name of the way that was taken; "" if it was cancelled
 */
export function ask(title, content, ways) {
  const heading = make('h2', '', title);
  heading.id = `work-dialog-${++count}`;
  heading.tabIndex = -1;
  const buttons = ways.map(({ name, words, look }) => {
    const button = make('button', `button ${look ?? ''}`.trim(), words);
    button.type = 'button';
    button.value = name;
    return button;
  });
  const dialog = make(
    'dialog',
    'work-dialog',
    heading,
    ...content.map((part) => (typeof part === 'string' ? make('p', '', part) : part)),
    make('p', 'dialog-ways', ...buttons.flatMap((button, i) => (i > 0 ? [' ', button] : [button]))),
  );
  dialog.setAttribute('aria-labelledby', heading.id);
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();

  return new Promise((resolve) => {
    for (const button of buttons) button.addEventListener('click', () => dialog.close(button.value));
    dialog.addEventListener('cancel', () => {
      dialog.returnValue = '';
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
