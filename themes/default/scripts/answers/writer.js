/**
 * The puts of this tab on their way to the place where answers lie. What is not confirmed stays here: it is shown,
 * tried again, and journalled when the page goes.
 *
 * One transaction at a time, with all that waits. Knows neither the page nor the other tabs.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Value} Value
 *
 * @typedef {object} Put
 * @property {Entry} entry        what stands in the store now
 * @property {Entry} [conflict]   what was written here, where another tab's text stays in force; it is in entry.others
 * @property {boolean} saved      false: only this page has it so far
 *
 * @typedef {{ value: Value, at: string, tell: ((put: Put) => void)[] }} Item
 */

import { isValue, placeOf, write } from './record.js';

/**
 * @param {object} host
 * @param {() => import('./places/memory.js').Place} host.place
 * @param {(changed: string[]) => void} host.saved
 * @param {(error: unknown) => void} host.failed
 * @param {() => string} [host.now]
 */
export function writerTo({ place, saved, failed, now = () => new Date().toISOString() }) {
  /** What waits. @type {Map<string, Item>} */
  const pending = new Map();
  /** The revision of each answer that this tab has shown or written. @type {Map<string, number>} */
  const seen = new Map();
  /** Answers whose conflict this tab was told of: who writes on, insists. @type {Set<string>} */
  const told = new Set();
  /** When that was written whose transaction has begun and not ended. @type {Map<string, string>} */
  const sent = new Map();
  let busy = false;
  /** @type {Promise<void>} */
  let running = Promise.resolve();

  /** @param {Map<string, Item>} batch */
  const transact = async (batch) => {
    /** @type {Map<string, ReturnType<typeof write>>} */
    const results = new Map();
    /** @type {string[]} */
    const changed = [];
    for (const [address, { at }] of batch) sent.set(address, at);
    await place()
      .update([...batch.keys()], (address, stored) => {
        const { value, at } = /** @type {Item} */ (batch.get(address));
        const result = write(stored, { value, at, seen: seen.get(address) ?? 0, insists: told.has(address) });
        results.set(address, result);
        if (result.entry === stored) return undefined;
        changed.push(address);
        return result.entry;
      })
      .finally(() => {
        for (const address of batch.keys()) sent.delete(address);
      });
    for (const [address, { entry, conflict }] of results) {
      const item = batch.get(address);
      const isLast = item !== undefined && pending.get(address) === item;
      // A conflict is told with the text that was written last; until then nothing of it counts as seen.
      if (conflict && !isLast) continue;
      seen.set(address, entry.rev);
      if (conflict) told.add(address);
      else told.delete(address);
      if (!isLast) continue;
      pending.delete(address);
      for (const tell of item.tell) tell({ entry, ...(conflict && { conflict }), saved: true });
    }
    saved(changed);
  };

  /** All that waits together; where that fails, one by one, so that a long text does not keep a short one out. */
  const work = async () => {
    /** @type {Set<Item>} */
    const tried = new Set();
    /** @type {unknown} */
    let problem;
    for (;;) {
      const batch = new Map([...pending].filter(([, item]) => !tried.has(item)));
      if (batch.size === 0) break;
      const together = await transact(batch).then(
        () => true,
        (error) => {
          problem = error;
        },
      );
      if (together) continue;
      for (const [address, item] of batch) {
        tried.add(item);
        if (batch.size > 1)
          await transact(new Map([[address, item]])).catch((error) => {
            problem = error;
          });
      }
    }
    // In one breath with the last look at what waits: a put that comes now begins anew.
    busy = false;
    if (pending.size === 0) return;
    failed(problem);
    for (const [address, item] of pending) give(address, item);
  };

  /** Says to who waits that it is not saved; the item itself goes on waiting. @param {string} address @param {Item} item */
  const give = (address, item) => {
    const entry = provisional(address, item);
    for (const tell of item.tell.splice(0)) tell({ entry, saved: false });
  };

  /** @param {string} address @param {Item} item @returns {Entry} */
  const provisional = (address, { value, at }) => ({ value, rev: (seen.get(address) ?? 0) + 1, at });

  const run = () => {
    if (busy) return running;
    busy = true;
    running = work();
    return running;
  };

  return {
    pending,
    seen,
    run,

    /**
     * @param {string} address
     * @param {Value} value
     * @returns {Promise<Put>}
     */
    put(address, value) {
      return new Promise((resolve) => {
        const item = { value, at: now(), tell: [...(pending.get(address)?.tell ?? []), resolve] };
        if (!isValue(value) || !placeOf(address)) {
          give(address, item);
          failed(new RangeError('longer than what can be read again'));
          return;
        }
        pending.set(address, item);
        void run();
      });
    },

    /**
     * What another tab could not store waits here, too, unless something newer does.
     * @param {Map<string, { value: Value, at: string, seen: number }>} rows
     */
    adopt(rows) {
      for (const [address, row] of rows) {
        if (pending.has(address)) continue;
        pending.set(address, { value: row.value, at: row.at, tell: [] });
        seen.set(address, Math.max(seen.get(address) ?? 0, row.seen));
      }
    },

    /** What waits, as it would stand. @param {string} prefix @returns {[string, Entry][]} */
    waiting: (prefix) =>
      [...pending]
        .filter(([address]) => address.startsWith(prefix))
        .map(([address, item]) => [address, provisional(address, item)]),

    /**
     * As the journal keeps it. It cannot keep that somebody insists after a conflict: such a text counts as one that has
     * seen nothing, so that at the next start it stands beside the other and replaces nothing. What this tab sent before
     * may arrive after all; then it was its own, and is no conflict.
     */
    rows: () =>
      new Map(
        [...pending].map(([address, { value, at }]) => {
          const before = sent.get(address);
          return [
            address,
            {
              value,
              at,
              seen: told.has(address) ? 0 : (seen.get(address) ?? 0),
              ...(before !== undefined && before !== at && { sent: before }),
            },
          ];
        }),
      ),

    /** What began so is gone: nothing of it waits, nothing of it was seen. @param {string} prefix */
    forget(prefix) {
      for (const [address, item] of pending) if (address.startsWith(prefix)) give(address, item);
      for (const known of [pending, seen, told]) {
        for (const address of [...known.keys()]) if (address.startsWith(prefix)) known.delete(address);
      }
    },
  };
}
