/**
 * The place of last resort: the open page itself. What is written here is gone with it, and the save line says so.
 *
 * A place is where a course's answers lie. All three have the same four functions:
 *
 * @typedef {import('../record.js').Entry} Entry
 * @typedef {(address: string, stored: Entry | undefined) => Entry | undefined} Change  undefined: stays as it is
 *
 * @typedef {object} Place
 * @property {'browser' | 'session' | 'memory'} where
 * @property {(prefix: string) => Promise<[address: string, entry: Entry][]>} list  all whose address begins so
 * @property {(addresses: string[], change: Change, told?: (done: number) => void) => Promise<void>} update
 *   all of them or none; durable when it resolves
 * @property {(prefix: string) => Promise<void>} remove  all whose address begins so; with '' everything
 */

/** @returns {Place} */
export function memoryPlace() {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  return {
    where: 'memory',
    list: async (prefix) => [...entries].filter(([address]) => address.startsWith(prefix)),
    update: async (addresses, change) => {
      for (const address of addresses) {
        const entry = change(address, entries.get(address));
        if (entry) entries.set(address, entry);
      }
    },
    remove: async (prefix) => { for (const address of [...entries.keys()]) if (address.startsWith(prefix)) entries.delete(address); },
  };
}
