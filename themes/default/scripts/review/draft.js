/**
 * What a reviewer is writing, as long as it is not exported: in localStorage, or in the tab on a shared computer. It is written at each key, so that
 * leaving the page and loading it again loses nothing. It is found again by what is in the answer file, whatever the file is called.
 *
 * @typedef {import('./file.js').ReviewComment} ReviewComment
 * @typedef {{ reviewer: import('./file.js').Reviewer, comments: Record<string, ReviewComment> }} ReviewDraft  by address
 */

import { draftPrefix } from '../answers/drafts.js';
import { isShared } from '../answers/circumstances.js';
import { commentOf } from './file.js';

const HASHED = 65_536; // characters

/** A name for what is in a file. @param {string} text */
export function printOf(text) {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < Math.min(text.length, HASHED); at += 1) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  return [a, b, text.length].map((part) => (part >>> 0).toString(36)).join('-');
}

const place = () => (isShared() ? sessionStorage : localStorage);

/** @param {string} print @returns {ReviewDraft} */
export function loadDraft(print) {
  const reviewer = { id: newId(), name: '' };
  try {
    const stored = JSON.parse(place().getItem(draftPrefix() + print) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return { reviewer, comments: {} };
    const { id, name } = stored.reviewer ?? {};
    /** @type {ReviewDraft['comments']} */
    const comments = Object.create(null);
    for (const [address, given] of Object.entries(stored.comments ?? {})) {
      const comment = commentOf(given);
      if (comment) comments[address] = comment;
    }
    return {
      reviewer: {
        id: /^[0-9a-f]{32}$/.test(id) ? id : reviewer.id,
        name: typeof name === 'string' ? name.slice(0, 100) : '',
      },
      comments,
    };
  } catch {
    return { reviewer, comments: {} };
  }
}

/** @param {string} print @param {ReviewDraft} draft @returns {boolean}  false if the browser does not store it */
export function saveDraft(print, draft) {
  try {
    place().setItem(draftPrefix() + print, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} print */
export function removeDraft(print) {
  try {
    place().removeItem(draftPrefix() + print);
  } catch {
    // Nothing was stored then.
  }
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
