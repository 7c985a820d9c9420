/**
 * The place of the shared-PC mode: the tab's sessionStorage, which goes when the tab is closed (a browser may bring it
 * back when the closed tab is opened again, and the words on the page say that). Synchronous, so nothing is ever
 * outstanding when the page goes.
 */

import { storedEntryOf } from '../record.js';
import { NOTE, noteIn } from './memory.js';

/** @typedef {import('./memory.js').Storage} Storage */

/** @param {string} course */
const prefixOf = (course) => `mitate:${course}:session:`;

/** @param {string} prefix */
const namesBelow = (prefix) => Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));

/**
 * What is stored there now: this place answers at once.
 * @param {string} course
 * @param {(address: string) => boolean} [isWanted]
 */
export function sessionEntries(course, isWanted = () => true) {
  const prefix = prefixOf(course);
  return namesBelow(prefix).flatMap((name) => {
    const address = name.slice(prefix.length);
    const entry = isWanted(address) ? parsed(sessionStorage.getItem(name)) : undefined;
    return entry ? [/** @type {[string, import('../record.js').Entry]} */ ([address, entry])] : [];
  });
}

/**
 * @param {string} course
 * @returns {Storage}
 */
export function sessionPlace(course) {
  const prefix = prefixOf(course);
  /** @param {string} name */
  const get = (name) => parsed(sessionStorage.getItem(name));
  return {
    where: 'session',
    list: async (begin) => sessionEntries(course, (address) => address.startsWith(begin)),
    some: async (isWanted) => sessionEntries(course, isWanted),
    update: async (addresses, change) => {
      /** @type {[string, string | null][]} */
      const before = [];
      try {
        for (const address of addresses) {
          const name = prefix + address;
          const entry = change(address, get(name));
          if (!entry) continue;
          before.push([name, sessionStorage.getItem(name)]);
          sessionStorage.setItem(name, JSON.stringify(entry));
        }
      } catch (error) {
        for (const [name, was] of before.reverse()) {
          if (was === null) sessionStorage.removeItem(name);
          else sessionStorage.setItem(name, was);
        }
        throw error;
      }
    },
    note: async (name, change) => {
      const at = `${prefix}${NOTE}${name}`;
      const noted = noteIn(json(sessionStorage.getItem(at)));
      const changed = change?.(noted);
      if (changed === undefined) return noted;
      sessionStorage.setItem(at, JSON.stringify({ note: changed }));
      return changed;
    },
    remove: async (begin) => {
      for (const name of namesBelow(prefix)) if (name.startsWith(begin, prefix.length)) sessionStorage.removeItem(name);
    },
  };
}

/** @param {string | null} text */
const parsed = (text) => storedEntryOf(json(text));

/** @param {string | null} text @returns {unknown} */
function json(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
