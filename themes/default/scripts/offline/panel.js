/**
 * The group "read offline" of the settings. The template gives its parts; what they show is in states.js.
 */

import { button } from '../dom/element.js';
import { word } from '../dom/words.js';
import { shownOf, size } from './states.js';

/**
 * @param {HTMLElement} group
 * @param {string} root  the address of the site
 * @param {import('./link.js').WorkerLink | undefined} link  to the worker, if the browser has any
 */
export function startPanel(group, root, link) {
  /** @type {import('./states.js').OfflineFacts} */
  const known = { offered: 0, outcome: '', isSecure: isSecureContext, hasWorkers: link !== undefined };
  /** The removal is shown when all of it is done. */
  let isRemoving = false;
  const show = () => isRemoving || fill(group, shownOf(known), act);

  /** Asks the server how much there is to store. */
  async function look() {
    if (!known.isSecure || !link) return;
    const found = await fetch(`${root}offline/edition.json`).then(
      (response) => (response.ok ? response.json() : undefined),
      () => undefined,
    );
    known.offered = Number(found?.bytes) || 0;
  }

  /** @param {import('./states.js').OfflineWay} way */
  async function act(way) {
    if (isRemoving) return;
    known.outcome = '';
    try {
      if (way === 'store') return await link?.store();
      isRemoving = true;
      await Promise.all([link?.remove(), look()]);
      known.outcome = 'removed';
    } catch {
      known.outcome = 'refused';
    }
    isRemoving = false;
    show();
  }

  document.querySelector('button.settings-button')?.addEventListener('click', () => {
    // The worker may have been ended in the middle of a download; it answers and goes on.
    if (known.state?.asked) link?.look();
    else void look().then(show);
  });

  return {
    /** @param {import('./keeper.js').OfflineState} state */
    show(state) {
      known.state = state;
      show();
    },
  };
}

/**
 * @param {HTMLElement} group
 * @param {import('./states.js').Shown | undefined} shown
 * @param {(way: import('./states.js').OfflineWay) => unknown} act
 */
function fill(group, shown, act) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (group.querySelector(`[data-offline-${name}]`));
  group.hidden = shown === undefined;
  if (!shown) return;
  if (group.dataset.state !== shown.name) {
    group.dataset.state = shown.name;
    const ways = part('ways');
    const hadFocus = ways.contains(document.activeElement);
    ways.replaceChildren(...(shown.ways ?? []).map(([words, way]) => button(words, () => act(way))));
    if (hadFocus) (ways.querySelector('button') ?? part('status')).focus();
  }
  say(part('status'), shown.words);
  say(part('note'), shown.note ?? '');
  const amount = part('amount');
  amount.hidden = !shown.amount;
  if (!shown.amount) return;
  const { done, total } = shown.amount;
  const bar = amount.querySelector('progress');
  if (bar) Object.assign(bar, { max: total || 1, value: done });
  const [text] = amount.getElementsByTagName('span');
  say(text, word('offline-amount', { done: size(done), size: size(total) }));
}

/** Words that stay the same are not read out again. @param {HTMLElement} element @param {string} words */
function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
  element.hidden = words === '';
}
