/**
 * Firefox gives each local file a storage of its own, so that a setting made on one page of an unpacked course is
 * unknown on the next. There, and only there, a link takes the settings along in its query; the next page keeps them
 * and tidies its address.
 */

import { isSeparate } from '../dom/separate.js';
import { apply, current, only, write } from './saved.js';

/** Takes over the settings that came with the address, if any did. */
export function arrive() {
  if (location.protocol !== 'file:' || location.search === '') return;
  const carried = only(Object.fromEntries(new URLSearchParams(location.search)));
  if (Object.keys(carried).length === 0) return;
  apply(carried);
  write(carried);
  try {
    history.replaceState(history.state, '', location.pathname + location.hash);
  } catch {
    // The address stays long: ugly, and nothing else.
  }
}

/** Sends the settings along with every link to another local file that is followed. */
export function startCarrying() {
  if (!isSeparate()) return;
  for (const kind of ['click', 'auxclick']) {
    document.addEventListener(
      kind,
      (event) => {
        const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
        if (link instanceof HTMLAnchorElement) equip(link);
      },
      true,
    );
  }
}

/** @param {HTMLAnchorElement} link */
function equip(link) {
  if (link.protocol !== 'file:' || link.pathname === location.pathname) return;
  link.search = new URLSearchParams(Object.entries(current())).toString();
}
