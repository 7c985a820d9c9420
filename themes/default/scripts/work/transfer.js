/**
 * The buttons of the save line: answers out of the page into a file, and from a file into the page. What they need
 * is loaded when they are pressed, by a script tag: the one way that works on local files too.
 *
 * @typedef {import('../answers/store.js').Store} Store
 *
 * @typedef {typeof import('../answers/transfer.js') & typeof import('./conflict.js') & Remarks} Transfer  see entry/transfer.js
 * @typedef {{ startRemarks: (work: import('./bind.js').Work) => void }} Remarks
 */

import { loadScript } from '../dom/load.js';
import { word } from '../dom/words.js';
import { button, make } from '../dom/element.js';

/** @type {Promise<Transfer> | undefined} */
let loading;

/** @returns {Promise<Transfer>}  tried again after a failure */
export function load() {
  loading ??= loadScript(`${document.documentElement.dataset.base ?? ''}assets/transfer.js`).then(() =>
    Reflect.get(window, 'mitateTransfer'),
  );
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * What came of something is said at the top of a form.
 * @param {HTMLElement} form
 * @param {Promise<string>} act
 */
export async function tellIn(form, act) {
  const words = await act.catch(() => word('load-failed'));
  form.querySelector('.banner.told')?.remove();
  if (words === '') return;
  const banner = make('div', 'banner told');
  banner.dataset.tone = 'info';
  banner.setAttribute('role', 'status');
  form.prepend(banner);
  banner.append(
    make('p', '', words),
    make(
      'p',
      'banner-ways',
      button(word('close'), () => banner.remove(), 'button small'),
    ),
  );
}

/**
 * @param {Store} store
 * @param {HTMLElement} form  shows the outcome at its top
 * @returns {import('./save-line.js').Ways}
 */
export function transferOf(store, form) {
  /** @param {(transfer: Transfer) => Promise<string>} act */
  const run = (act) => tellIn(form, load().then(act));
  return {
    save: () => void run((transfer) => transfer.saveFile(store)),
    load: () =>
      void run(async (transfer) => {
        const file = await transfer.pickFile();
        return file ? transfer.loadFile(store, file) : '';
      }),
  };
}
