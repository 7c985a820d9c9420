/**
 * The list of answers with what one looks for in it; read again from the store when something changed. Who is reading
 * it meanwhile stays where they are: in the same place, at the same link, with the same sheets folded away.
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {import('./collect.js').Collected} Collected
 */

import { button, make } from '../dom/element.js';
import { word } from '../dom/words.js';
import { collect } from './collect.js';
import { finding } from './find.js';
import { listing } from './list.js';
import { lookFor } from './look.js';
import { inSlices } from './slices.js';

const PAUSE = 300; // ms without a change

/**
 * @param {HTMLElement} list  emptied
 * @param {Store} store
 */
export function viewOf(list, store) {
  const look = lookFor(() => {
    void show();
  });
  const box = make('div', 'answers-box');
  const others = make('div', 'answers-others');
  list.replaceChildren(...(store.state.ownFile ? [ownFileBanner()] : []), others, look.element, box);
  /** @type {Collected | undefined} */
  let all;
  let turn = 0;
  let stale = false;
  /** @type {number | undefined} */
  let timer;

  const show = async () => {
    if (!all) return;
    const mine = ++turn;
    const isLate = () => mine !== turn;
    const { words, open } = look.wanted();
    let { outline } = all;
    look.element.hidden = all.works.length === 0 && outline.open === 0;
    look.count(outline.open);
    if (words.length > 0) {
      const found = await inSlices(finding(outline, words), isLate);
      if (!found) return;
      look.say(found.count > 0 ? word('answers-found', { n: found.count }) : word('answers-found-none'));
      outline = found.outline;
    } else {
      look.say('');
    }
    const wanted = { words, open: open && words.length === 0, whole: false };
    const run = (/** @type {Generator<void, void, void>} */ steps) => {
      void inSlices(steps, isLate);
    };
    const restore = remember(box);
    await inSlices(listing(box, outline, wanted, run), isLate);
    if (isLate()) return;
    if (!all.named) box.prepend(make('p', 'answers-unnamed', word('catalogue-failed')));
    if (box.childElementCount === 0 && words.length === 0) {
      const { where, ownFile, error } = store.state;
      box.append(
        make(
          'p',
          'answers-none',
          word(where === 'memory' || ownFile || error === 'unread' ? 'answers-unknown' : 'answers-none'),
        ),
      );
    }
    restore();
  };

  const refresh = async () => {
    clearTimeout(timer);
    stale = false;
    all = await collect(store);
    await show();
  };
  document.addEventListener('visibilitychange', () => {
    if (stale && document.visibilityState === 'visible') void refresh();
  });
  return {
    box,
    others,
    refresh,
    /** Somebody wants one sheet to be gone. @param {(which: { key: string, sheet: number, title: string }) => void} hear */
    onRemove(hear) {
      box.addEventListener('click', ({ target }) => {
        const sheet = target instanceof Element && target.closest('[data-remove]')?.closest('details');
        const work = sheet && sheet.closest('article');
        const title = work && work.querySelector('h3')?.firstElementChild?.textContent;
        if (title)
          hear({
            key: work.dataset.key ?? '',
            sheet: Number(sheet.dataset.sheet),
            title: `${title} ${sheet.querySelector('summary')?.firstChild?.textContent ?? ''}`.trim(),
          });
      });
    },
    /** Once, when changes have stopped coming and somebody looks. */
    later() {
      stale = true;
      clearTimeout(timer);
      if (document.visibilityState === 'visible')
        timer = setTimeout(() => {
          void refresh();
        }, PAUSE);
    },
    collected: async () => all ?? collect(store),
  };
}

/**
 * Where a reader is in the list, and the way back to it once the list was made again.
 * @param {HTMLElement} box
 */
function remember(box) {
  const nameOf = (/** @type {Element | null | undefined} */ element) => {
    const key = element?.closest('article')?.dataset.key;
    return key && `${key}#${element?.closest('details')?.dataset.sheet ?? ''}`;
  };
  const folded = new Set([...box.querySelectorAll('details:not([open])')].map(nameOf));
  const focused = box.contains(document.activeElement) ? nameOf(document.activeElement) : undefined;
  // As tall as it was, so that the page does not shrink under the reader's eyes.
  box.style.minBlockSize = `${box.offsetHeight}px`;
  return () => {
    for (const details of box.querySelectorAll('details')) if (folded.has(nameOf(details))) details.open = false;
    const target = focused && [...box.querySelectorAll('summary, h3 a')].find((element) => nameOf(element) === focused);
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    box.style.minBlockSize = '';
  };
}

/** Firefox on local files: what other pages hold cannot be seen from here. */
function ownFileBanner() {
  const open = button(
    word('import'),
    () => {
      const field = document.querySelector('input[data-import]');
      if (field instanceof HTMLInputElement) field.click();
    },
    'button small',
  );
  const banner = make('div', 'banner', make('p', '', word('answers-own-file')), make('p', 'banner-ways', open));
  banner.dataset.tone = 'info';
  return banner;
}
