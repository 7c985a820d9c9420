/**
 * Files that are dropped on the page. An extra: the button does the same. A file that misses must not replace the page.
 */

import { make } from '../dom/element.js';
import { word } from '../dom/words.js';

/**
 * @param {HTMLElement} target
 * @param {(files: File[], dropped: DataTransfer) => void} take  at least one
 */
export function dropOn(target, take) {
  const note = make('p', 'answers-drop', word('import-drop-here'));
  note.hidden = true;
  note.setAttribute('aria-hidden', 'true');
  document.querySelector('[data-answers-tools]')?.append(note);

  /** @param {DragEvent} event */
  const holdsFiles = (event) => event.dataTransfer?.types.includes('Files') === true;
  target.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    note.hidden = false;
  });
  target.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) note.hidden = true;
  });
  target.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    note.hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (event.dataTransfer && files.length > 0 && !document.querySelector('dialog[open]'))
      take(files, event.dataTransfer);
  });
}
