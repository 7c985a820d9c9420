/**
 * Leaving nothing behind: the shared-PC mode, wiping, and removing one sheet. All say before they act what is kept, what goes and what
 * they cannot promise, and offer to take the answers along first.
 *
 * @typedef {import('./store.js').Store} Store
 */

import { word } from '../dom/words.js';
import { ask } from './dialog.js';
import { removeDrafts } from './drafts.js';

/**
 * @param {Store} store
 * @param {boolean} on
 * @returns {Promise<string>}  what to say about it; "" if it was cancelled
 */
export async function switchShared(store, on) {
  const some = (await store.all()).length > 0;
  const ways = [
    ...(some
      ? [{ name: 'take', words: word(on ? 'shared-take' : 'shared-take-back'), look: /** @type {const} */ ('primary') }]
      : []),
    {
      name: 'start',
      words: word(on ? (some ? 'shared-start-empty' : 'shared-start') : 'shared-end'),
      ...(some ? {} : { look: /** @type {const} */ ('primary') }),
    },
    { name: '', words: word('cancel') },
  ];
  const about = on
    ? [word('shared-what'), word('shared-honest'), ...(some ? [word('shared-some')] : [])]
    : [word('shared-end-what')];
  const way = await ask(word(on ? 'shared-title' : 'shared-end-title'), about, ways);
  if (way === '') return '';
  await store.setShared(on, { take: way === 'take' });
  return word(on ? 'shared-on' : 'shared-off');
}

/**
 * One attempt, or one copy of a form: also one that was compared, where a person's name may have slipped in.
 * @param {Store} store
 * @param {{ key: string, sheet: number, title: string }} which
 * @returns {Promise<string>}
 */
export async function removeOne(store, { key, sheet, title }) {
  const way = await ask(
    word('remove-title', { title }),
    [word('remove-about'), ...(store.state.ownFile ? [word('wipe-own-file')] : [])],
    [
      { name: 'remove', words: word('remove'), look: 'danger' },
      { name: '', words: word('cancel') },
    ],
  );
  if (way === '') return '';
  try {
    await store.remove(key, sheet);
    return word('removed', { title });
  } catch {
    return word('wipe-failed');
  }
}

/**
 * @param {Store} store
 * @param {() => Promise<string>} save  takes the answers along as a file
 * @returns {Promise<string>}
 */
export async function wipeAll(store, save) {
  const name = store.state.shared ? 'finish' : 'wipe';
  for (let saved = ''; ;) {
    const way = await ask(
      word(`${name}-title`),
      [word(`${name}-about`), ...(store.state.ownFile ? [word('wipe-own-file')] : []), ...(saved ? [saved] : [])],
      [
        { name: 'save', words: word('wipe-export-first'), ...(saved ? {} : { look: 'primary' }) },
        { name: 'wipe', words: word(`${name}-confirm`), look: 'danger' },
        { name: '', words: word('cancel') },
      ],
    );
    if (way === '') return '';
    if (way === 'save') {
      saved = await save();
      continue;
    }
    try {
      await store.wipe();
      removeDrafts();
      return word('wiped');
    } catch {
      return word('wipe-failed');
    }
  }
}
