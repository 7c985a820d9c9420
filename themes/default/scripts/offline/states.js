/**
 * What the group "read offline" of the settings shows in each state: words, and what can be done.
 *
 * @typedef {'store' | 'remove'} OfflineWay
 * @typedef {object} Shown
 * @property {string} name
 * @property {string} words
 * @property {[words: string, way: OfflineWay][]} [ways]
 * @property {string} [note]
 * @property {{ done: number, total: number }} [amount]  in bytes
 *
 * @typedef {object} OfflineFacts
 * @property {import('./keeper.js').OfflineState} [state]  what the worker says
 * @property {number} offered        what the server has to store, in bytes
 * @property {'' | 'refused' | 'removed'} outcome  what the last press led to, if the worker does not say it
 * @property {boolean} isSecure      the address is one for which browsers have workers
 * @property {boolean} hasWorkers
 */

import { word } from '../dom/words.js';

/** Nothing if the site cannot be stored. @param {OfflineFacts} known @returns {Shown | undefined} */
export function shownOf({ state, offered, outcome, isSecure, hasWorkers }) {
  if (!isSecure) return { name: 'insecure', words: word('offline-insecure') };
  if (!hasWorkers || outcome === 'refused') return { name: 'refused', words: word('offline-refused') };
  if (state?.ready) return ready(state);
  if (state?.loading)
    return {
      name: 'loading',
      words: word('offline-loading'),
      ways: [[word('offline-stop'), 'remove']],
      note: word('offline-loading-what'),
      amount: state,
    };
  if (state?.asked)
    return {
      name: `paused-${state.trouble}`,
      words: word(state.trouble === 'mixed' ? 'offline-mixed' : 'offline-paused'),
      ways: [
        [word('offline-go-on'), 'store'],
        [word('offline-remove'), 'remove'],
      ],
    };
  return asking(offered, state?.trouble === 'full' ? 'full' : outcome);
}

/** @param {number} offered @param {'' | 'full' | 'removed'} why  it is to be asked for again @returns {Shown | undefined} */
function asking(offered, why) {
  const words = why === '' ? '' : word(`offline-${why}`);
  if (offered === 0) return words === '' ? undefined : { name: 'gone', words };
  return {
    name: `ask-${why}`,
    words,
    ways: [[word('offline-ask', { size: size(offered) }), 'store']],
    note: word('offline-what', { size: size(offered) }) + (isShared() ? word('offline-shared') : ''),
  };
}

/** @param {import('./keeper.js').OfflineState} state @returns {Shown} */
function ready({ news, total }) {
  const words = word('offline-ready', { size: size(total) });
  return {
    name: news ? 'news' : 'ready',
    words: news ? words + word('offline-news') : words,
    ways: [[word('offline-remove'), 'remove']],
    note: word('offline-remove-what'),
  };
}

const isShared = () => document.documentElement.dataset.shared === 'on';

/** Megabytes, one digit behind the point; never nothing. @param {number} bytes */
export function size(bytes) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const language = document.documentElement.lang || undefined;
  return new Intl.NumberFormat(language, digits).format(Math.max(0.1, bytes / 1e6));
}
