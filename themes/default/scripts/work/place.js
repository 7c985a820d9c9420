/**
 * Where the learner wrote last, stored beside the answers: the field, and how far down the window it was. A link that ends in
 * `#continue` leads back to it.
 *
 * @typedef {import('./bind.js').Work} Work
 */

import { controlsOf } from '../dom/controls.js';
import { openAround } from '../reading/folds.js';

const PLACE = '@place';

/**
 * @param {Work[]} works
 * @returns {() => void}  stores the place; to be called when the page goes
 */
export function startPlace(works) {
  /** @type {{ work: Work, name: string } | undefined} */
  let last;
  for (const work of works) {
    work.onChange(([name], by) => {
      if (by === 'learner' && name !== undefined) last = { work, name };
    });
  }
  return () => {
    if (!last) return;
    const { work, name } = last;
    last = undefined;
    if (!work.fields().has('@begun')) return; // it was removed meanwhile
    const [control] = controlsOf(work.form, name);
    const top = Math.round((control ?? work.form).getBoundingClientRect().top);
    const value = `${name} ${top}`;
    if (work.fields().get(PLACE)?.value !== value) work.keep(PLACE, value);
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
    .map((work) => ({ work, at: newestOf(work) }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
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

/** When this work was written last; empty if it never was. @param {Work} work */
const newestOf = (work) => [...work.fields().values()].reduce((last, { at }) => (at > last ? at : last), '');
