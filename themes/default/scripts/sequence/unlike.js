/**
 * A field that must not say the same as one of another form: if it does, a quiet question.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { word } from '../dom/words.js';
import { controlsOf, words } from '../dom/controls.js';
import { make } from '../dom/element.js';
import { note } from '../work/note.js';
import { sameWords } from './rules.js';

const PAUSE = 900; // ms

/** @param {Work} work */
export function startUnlike(work) {
  const fields = [...work.form.querySelectorAll('[data-unlike]')].filter((field) => field instanceof HTMLElement);
  if (fields.length === 0) return;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = async () => {
    for (const field of fields) {
      const { unlike = '', unlikeField = '' } = field.dataset;
      const sheets = await work.readOther(unlike);
      const [control] = controlsOf(work.form, field.dataset.field ?? '');
      if (!control) continue;
      const same = [...sheets.values()].some((sheet) =>
        sameWords(control.value, String(sheet.get(unlikeField)?.value ?? '')),
      );
      note(control, 'unlike', same ? remark(field) : undefined);
    }
  };
  work.onChange((_names, by) => {
    clearTimeout(timer);
    timer = setTimeout(look, by === 'learner' ? PAUSE : 0);
  });
  work.onRefresh(() => void look());
  addEventListener('focus', () => void look());
  void work.opened.then(look);
}

/** @param {HTMLElement} field */
function remark(field) {
  const { unlikeTitle: title = '', unlikeUrl = '' } = field.dataset;
  const label = field.querySelector('.field-label');
  const link = make('a', '', word('unlike-link', { title }));
  link.href = unlikeUrl;
  const p = make('p', 'goal-hint unlike', word('unlike-note', { title, label: label ? words(label) : '' }), ' ', link);
  p.setAttribute('role', 'status');
  return p;
}
