/**
 * The puts of this tab on their way to the place where answers are stored. A put that is not confirmed stays here: it
 * is shown, tried again, and journalled when the page goes.
 *
 * One transaction at a time, with all that waits. Knows neither the page nor the other tabs.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Value} Value
 * @typedef {import('./journal.js').Journalled} Journalled
 *
 * @typedef {object} Put
 * @property {Entry} entry        what is in the store now
 * @property {Entry} [conflict]   what was written here, if another tab's text stays in force; it is in entry.others
 * @property {boolean} saved      false: only this page has it so far
 *
 * @typedef {import('./record.js').Alternative} Alternative
 * @typedef {{ value: Value, at: string, beside: Alternative[], tell: ((put: Put) => void)[] }} Item  beside: is put aside with it
 *
 * @typedef {object} WriterHost
 * @property {() => import('./places/memory.js').Storage} place
 * @property {(changed: string[]) => void} saved
 * @property {(error: unknown) => void} failed
 * @property {() => string} [now]
 */

import { aside, isValue, parseAddress, write } from './record.js';

export class Writer {
  /** Puts that are not confirmed. @type {Map<string, Item>} */
  pending = new Map();
  /** The revision of each answer that this tab has shown or written. @type {Map<string, number>} */
  seen = new Map();
  /** Answers whose last text was refused: only the page has it. @type {Set<string>} */
  refused = new Set();
  /** Answers whose conflict was reported to this tab: the next put of them insists. @type {Set<string>} */
  #warned = new Set();
  /** The time of each put whose transaction has begun and not ended. @type {Map<string, string>} */
  #sent = new Map();
  #busy = false;
  /** @type {Promise<void>} */
  #running = Promise.resolve();
  #host;
  #now;

  /** @param {WriterHost} host */
  constructor(host) {
    this.#host = host;
    this.#now = host.now ?? (() => new Date().toISOString());
  }

  /** Stores what waits. @returns {Promise<void>} */
  run() {
    if (this.#busy) return this.#running;
    this.#busy = true;
    this.#running = this.#work();
    return this.#running;
  }

  /**
   * @param {string} address
   * @param {Value} value
   * @param {Alternative[]} [more]  is put aside with it
   * @returns {Promise<Put>}  always resolves
   */
  put(address, value, more = []) {
    return new Promise((resolve) => {
      const { beside = [], tell = [] } = this.pending.get(address) ?? {};
      const item = { value, at: this.#now(), beside: [...beside, ...more], tell: [...tell, resolve] };
      if (!isValue(value) || !parseAddress(address)) {
        this.refused.add(address);
        this.#give(address, item);
        this.#host.failed(new RangeError('longer than what can be read again'));
        return;
      }
      this.refused.delete(address);
      this.pending.set(address, item);
      void this.run();
    });
  }

  /**
   * What other tabs could not store waits here, too; of several texts of one answer the newest is stored, the others are put
   * aside with it.
   * @param {import('./left.js').Left} left
   */
  adopt({ rows, older }) {
    for (const [address, { value, at, seen, beside = [] }] of rows) {
      const all = [...beside, ...(older.get(address) ?? [])];
      const newer = this.pending.get(address);
      if (newer) {
        newer.beside.push({ value, at }, ...all);
        continue;
      }
      this.pending.set(address, { value, at, beside: all, tell: [] });
      this.seen.set(address, Math.max(this.seen.get(address) ?? 0, seen));
    }
  }

  /** What was removed elsewhere counts as never seen: what is written there next is new. @param {string} prefix @param {Map<string, Entry>} found */
  unsee(prefix, found) {
    for (const address of this.seen.keys())
      if (address.startsWith(prefix) && !found.has(address)) this.seen.delete(address);
  }

  /** What waits, as it would be stored. @param {string} prefix @returns {[string, Entry][]} */
  waiting(prefix) {
    return [...this.pending]
      .filter(([address]) => address.startsWith(prefix))
      .map(([address, item]) => [address, this.#provisional(address, item)]);
  }

  /**
   * What waits, as the journal keeps it. The journal cannot keep that a put insists after a conflict: such a text counts
   * as one that has seen nothing, so that at the next start it is kept beside the other and replaces nothing. What this
   * tab sent before may arrive after all; then it was its own, and is no conflict.
   * @returns {Map<string, Journalled>}
   */
  rows() {
    return new Map(
      [...this.pending].map(([address, { value, at, beside }]) => {
        const before = this.#sent.get(address);
        const seen = this.#warned.has(address) ? 0 : (this.seen.get(address) ?? 0);
        const sent = before !== undefined && before !== at && { sent: before };
        return [address, { value, at, seen, ...sent, ...(beside.length > 0 && { beside }) }];
      }),
    );
  }

  /** Forgets all addresses that begin so: nothing of them waits, nothing of them was seen. @param {string} prefix */
  forget(prefix) {
    for (const [address, item] of this.pending) if (address.startsWith(prefix)) this.#give(address, item);
    for (const known of [this.pending, this.seen, this.#warned, this.refused]) {
      for (const address of [...known.keys()]) if (address.startsWith(prefix)) known.delete(address);
    }
  }

  /** Stores all that waits together; if that fails, one by one, so that a long text does not keep a short one out. */
  async #work() {
    /** @type {Set<Item>} */
    const tried = new Set();
    /** @type {unknown} */
    let problem;
    for (;;) {
      const batch = new Map([...this.pending].filter(([, item]) => !tried.has(item)));
      if (batch.size === 0) break;
      try {
        await this.#transact(batch);
      } catch (error) {
        problem = await this.#oneByOne(batch, error);
        for (const item of batch.values()) tried.add(item);
      }
    }
    // In one breath with the last look at what waits: a put that comes now starts another run.
    this.#busy = false;
    if (this.pending.size === 0) return;
    this.#host.failed(problem);
    for (const [address, item] of this.pending) this.#give(address, item);
  }

  /**
   * Stores each put of a failed batch by itself.
   * @param {Map<string, Item>} batch
   * @param {unknown} problem  why the batch failed
   * @returns {Promise<unknown>}  why the last one failed
   */
  async #oneByOne(batch, problem) {
    if (batch.size === 1) return problem;
    for (const [address, item] of batch) {
      await this.#transact(new Map([[address, item]])).catch((error) => {
        problem = error;
      });
    }
    return problem;
  }

  /** @param {Map<string, Item>} batch */
  async #transact(batch) {
    /** @type {Map<string, ReturnType<typeof write>>} */
    const results = new Map();
    /** @type {string[]} */
    const changed = [];
    for (const [address, { at }] of batch) this.#sent.set(address, at);
    try {
      await this.#host.place().update([...batch.keys()], (address, stored) => {
        const { value, at, beside } = /** @type {Item} */ (batch.get(address));
        const seen = this.seen.get(address) ?? 0;
        const result = write(stored, { value, at, seen, insists: this.#warned.has(address), beside });
        results.set(address, result);
        if (result.entry === stored) return undefined;
        changed.push(address);
        return result.entry;
      });
    } finally {
      for (const address of batch.keys()) this.#sent.delete(address);
    }
    for (const [address, result] of results) this.#confirm(address, batch.get(address), result);
    this.#host.saved(changed);
  }

  /**
   * Reports a put that was stored, unless a newer one of the same answer waits.
   * @param {string} address
   * @param {Item | undefined} item
   * @param {ReturnType<typeof write>} result
   */
  #confirm(address, item, { entry, conflict }) {
    const isLast = item !== undefined && this.pending.get(address) === item;
    // A conflict is reported with the text that was written last; until then nothing of it counts as seen.
    if (conflict && !isLast) return;
    this.seen.set(address, entry.rev);
    if (conflict) this.#warned.add(address);
    else this.#warned.delete(address);
    if (!isLast) return;
    this.pending.delete(address);
    for (const tell of item.tell) tell({ entry, ...(conflict && { conflict }), saved: true });
  }

  /** Reports that a put is not saved; the item itself goes on waiting. @param {string} address @param {Item} item */
  #give(address, item) {
    const entry = this.#provisional(address, item);
    for (const tell of item.tell.splice(0)) tell({ entry, saved: false });
  }

  /** @param {string} address @param {Item} item @returns {Entry} */
  #provisional(address, { value, at, beside }) {
    return aside({ value, rev: (this.seen.get(address) ?? 0) + 1, at }, beside);
  }
}
