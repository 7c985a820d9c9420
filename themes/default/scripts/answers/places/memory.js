/**
 * The place of last resort: the open page itself. What is written here is lost with the page, and the save line says so.
 *
 * A place is where the answers of a course are stored. All three have the same functions:
 *
 * @typedef {import('../record.js').Entry} Entry
 * @typedef {(address: string, stored: Entry | undefined) => Entry | undefined} Update  undefined: stays as it is
 *
 * @typedef {object} Storage
 * @property {'browser' | 'session' | 'memory'} where
 * @property {(prefix: string) => Promise<[address: string, entry: Entry][]>} list  all whose address begins so
 * @property {(isWanted: (address: string) => boolean) => Promise<[address: string, entry: Entry][]>} some
 *   those that are wanted; what is not wanted is not read
 * @property {(addresses: string[], change: Update, onProgress?: (done: number) => void) => Promise<void>} update
 *   all of them or none; durable when it resolves
 * @property {(prefix: string) => Promise<void>} remove  all whose address begins so; with '' everything, notes too
 * @property {(name: string, change?: (noted: unknown) => unknown) => Promise<unknown>} note
 *   what is noted beside the answers, after `change`, in one transaction; `change` returns undefined to leave it as it is
 */

/** No address begins so: notes are stored among the answers. */
export const NOTE = '~';

/**
 * A note as it was stored; undefined if it is none.
 * @param {unknown} stored
 * @returns {unknown}
 */
export function noteIn(stored) {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, 'note')
    ? Reflect.get(stored, 'note')
    : undefined;
}

/** @returns {Storage} */
export function memoryPlace() {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  /** @type {Map<string, unknown>} */
  const notes = new Map();
  return {
    where: 'memory',
    list: async (prefix) => [...entries].filter(([address]) => address.startsWith(prefix)),
    some: async (isWanted) => [...entries].filter(([address]) => isWanted(address)),
    update: async (addresses, change) => {
      for (const address of addresses) {
        const entry = change(address, entries.get(address));
        if (entry) entries.set(address, entry);
      }
    },
    remove: async (prefix) => {
      for (const address of [...entries.keys()]) if (address.startsWith(prefix)) entries.delete(address);
      if (prefix === '') notes.clear();
    },
    note: async (name, change) => {
      const changed = change?.(notes.get(name));
      if (changed !== undefined) notes.set(name, changed);
      return notes.get(name);
    },
  };
}
