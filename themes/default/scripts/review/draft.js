/**
 * What a reviewer is writing, as long as it is not exported: in localStorage, or in the tab on a shared computer. It is written at each key, so that
 * leaving the page and loading it again loses nothing. It is found again by what is in the answer file, whatever the file is called.
 *
 * Two tabs may have the same file open: each writes only what was changed in it, and takes over what the other one wrote.
 *
 * @typedef {import('./file.js').ReviewComment} ReviewComment
 * @typedef {Record<string, ReviewComment>} DraftComments  by address
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

/** Where drafts are stored; a browser that refuses it throws. */
const place = () => (isShared() ? sessionStorage : localStorage);

export class ReviewDraft {
  #name;
  #id = newId();
  #called = '';
  /** @type {DraftComments} */
  #comments = Object.create(null);
  /** What is not stored, by address; '' is the reviewer's name. @type {Set<string>} */
  #unsaved = new Set();
  /** Whether all of it is in a file. */
  #isExported = false;
  #wasShared = isShared();

  /** @param {string} print  of the answer file */
  constructor(print) {
    this.#name = draftPrefix() + print;
    this.refresh();
  }

  /** @returns {import('./file.js').Reviewer} */
  get reviewer() {
    return { id: this.#id, name: this.#called };
  }

  get comments() {
    return Object.values(this.#comments);
  }

  /** Whether the browser stores all of it. */
  get isKept() {
    return this.#unsaved.size === 0;
  }

  /** Whether it would be lost if the page were left now. */
  get isAtRisk() {
    return !this.isKept && !this.#isExported && this.comments.length > 0;
  }

  /** @param {string} address */
  text(address) {
    return this.#comments[address]?.text ?? '';
  }

  /** @param {string} address @param {ReviewComment | undefined} comment  undefined: there is none any more */
  write(address, comment) {
    if (comment) this.#comments[address] = comment;
    else delete this.#comments[address];
    this.#change(address);
  }

  /** @param {string} name  of the reviewer */
  rename(name) {
    this.#called = name.slice(0, 100);
    this.#change('');
  }

  exported() {
    this.#isExported = true;
  }

  /** Forgets all of it, here and in the browser. */
  remove() {
    this.#comments = Object.create(null);
    this.#unsaved.clear();
    try {
      for (const storage of [sessionStorage, localStorage]) storage.removeItem(this.#name);
    } catch {
      // Nothing was stored then.
    }
  }

  /** Takes over what another tab stored. @returns {boolean}  whether there is something else than before */
  refresh() {
    try {
      const before = JSON.stringify([this.#called, this.#comments]);
      this.#takeOver(this.#stored());
      return JSON.stringify([this.#called, this.#comments]) !== before;
    } catch {
      return false;
    }
  }

  /** @param {string} address */
  #change(address) {
    this.#isExported = false;
    this.#unsaved.add(address);
    try {
      // In another place there is nothing of it yet.
      if (this.#wasShared !== isShared())
        for (const one of ['', ...Object.keys(this.#comments)]) this.#unsaved.add(one);
      this.#wasShared = isShared();
      this.#takeOver(this.#stored());
      if (this.comments.length === 0 && this.#called === '') place().removeItem(this.#name);
      else place().setItem(this.#name, JSON.stringify({ reviewer: this.reviewer, comments: this.#comments }));
      this.#unsaved.clear();
    } catch {
      // It stays unsaved, and `isKept` says so.
    }
  }

  /** What is stored and was not changed here. @param {unknown} stored */
  #takeOver(stored) {
    const { reviewer, comments } = /** @type {any} */ (typeof stored === 'object' && stored !== null ? stored : {});
    const { id, name } = reviewer ?? {};
    if (typeof id === 'string' && /^[0-9a-f]{32}$/.test(id)) this.#id = id;
    if (!this.#unsaved.has('')) this.#called = typeof name === 'string' ? name.slice(0, 100) : '';
    /** @type {DraftComments} */
    const all = Object.create(null);
    for (const [address, given] of Object.entries(comments ?? {})) {
      const comment = commentOf(given);
      if (comment && !this.#unsaved.has(address)) all[address] = comment;
    }
    for (const address of this.#unsaved) if (this.#comments[address]) all[address] = this.#comments[address];
    this.#comments = all;
  }

  /** @returns {unknown} */
  #stored() {
    // What was begun in a tab is found there too, after the computer was said not to be shared.
    const text = place().getItem(this.#name) ?? (isShared() ? null : sessionStorage.getItem(this.#name));
    try {
      return JSON.parse(text ?? 'null');
    } catch {
      return null;
    }
  }
}

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
