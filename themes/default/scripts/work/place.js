/**
 * Where the learner wrote last, stored beside the answers (answers/turns.js). A link that ends in `#continue` leads back to it. It is stored when
 * something is written in a work, so that it is there after a kill, and again when the page goes.
 *
 * @typedef {import('./bind.js').Work} Work
 */

import { PLACE, compareTurns, placeOf, turnIn } from '../answers/turns.js';
import { controlsOf } from '../dom/controls.js';
import { openAround } from '../reading/folds.js';

/**
 * @param {Work[]} works
 * @param {() => Promise<number>} newest  the turn of what was written last, on any page
 * @returns {() => void}  stores the place; to be called when the page goes
 */
export function startPlace(works, newest) {
  /** @type {{ work: Work, name: string } | undefined} */
  let last;
  /** The sheet that was written in last on this page, and its turn. */
  let now = { sheet: '', turn: 0 };
  const idOf = (/** @type {Work} */ work) => `${work.key}#${work.sheet()}`;
  const keep = () => {
    if (!last) return;
    const { work, name } = last;
    if (!work.fields().has('@begun')) return; // it was removed meanwhile
    if (now.sheet !== idOf(work)) now = { sheet: idOf(work), turn: now.turn + 1 };
    const [control] = controlsOf(work.form, name);
    const top = Math.round((control ?? work.form).getBoundingClientRect().top);
    const value = placeOf(name, top, now.turn);
    if (work.fields().get(PLACE)?.value !== value) work.keep(PLACE, value);
  };
  for (const work of works) {
    work.onChange(([name], by) => {
      if (by === 'learner' && name !== undefined) last = { work, name };
    });
    work.onStored(() => {
      if (last?.work === work && now.sheet !== idOf(work)) keep();
    });
  }
  void works[0]?.opened.then(async () => {
    const before = await newest();
    now.turn = Math.max(now.turn, now.sheet === '' ? before : before + 1);
  });
  return () => {
    keep();
    last = undefined;
  };
}

/**
 * Shows the place that was stored last on this page, if the address asks for it.
 * @param {Work[]} works
 */
export function comeBack(works) {
  if (location.hash !== '#continue') return;
  // While a page loads, the browser goes to the address's own target, and takes the focus away.
  if (document.readyState !== 'complete') {
    addEventListener('load', () => requestAnimationFrame(() => comeBack(works)), { once: true });
    return;
  }
  const newest = works
    .map((work) => ({ work, ...turnIn(work.fields()) }))
    .sort(compareTurns)
    .find(({ at }) => at !== '');
  if (!newest) return;
  const { form } = newest.work;
  const stored = String(newest.work.fields().get(PLACE)?.value ?? '');
  const [name, top = ''] = stored === '' ? [lastField(newest.work)] : stored.split(' ');
  const control = controlsOf(form, name)[0];
  const part = form.closest('section[id]') ?? form;
  openAround(control ?? form);
  try {
    history.replaceState(history.state, '', part.id ? `#${part.id}` : ' ');
  } catch {
    // The address stays as it was.
  }
  if (!control?.offsetParent) {
    part.scrollIntoView({ behavior: 'instant', block: 'start' });
    return;
  }
  control.focus({ preventScroll: true });
  const below = Math.min(Math.max(Number(top) || 0, innerHeight / 8), innerHeight * 0.7);
  scrollBy({ top: control.getBoundingClientRect().top - below, behavior: 'instant' });
}

/** The field that was written last, where the page went before it could store its place. @param {Work} work */
function lastField(work) {
  const written = [...work.fields()].filter(([name]) => !name.startsWith('@'));
  return written.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1))[0]?.[0] ?? '';
}
