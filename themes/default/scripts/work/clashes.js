/**
 * Fields in which two tabs wrote: each waits until the learner has chosen a text. The other one is kept aside.
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {import('../answers/record.js').Entry} Entry
 *
 * @typedef {object} Clash  two tabs wrote in one field
 * @property {Entry} theirs  what is in force
 * @property {(value: Value) => void} settle  with the value to keep
 *
 * @typedef {object} ClashHost
 * @property {(name: string) => Value} value  what the field holds here
 * @property {(name: string, value: Value) => void} settled  the learner chose
 * @property {(name: string) => Promise<void>} stored  what was chosen is in the store
 * @property {(name: string) => void} failed  it could not be stored
 */

import { aside } from '../answers/record.js';
import { holds, same } from '../dom/values.js';
import { signal } from './signal.js';

export class Clashes {
  /** Called without a clash after it is settled. @type {import('./signal.js').Signal<[clash: Clash | undefined, name: string]>} */
  changed = signal();
  /** @type {Map<string, Clash>} */
  #open = new Map();
  #held;
  #host;

  /** @param {import('./held.js').Held} held @param {ClashHost} host */
  constructor(held, host) {
    this.#held = held;
    this.#host = host;
  }

  get size() {
    return this.#open.size;
  }

  /** @param {string} name */
  has(name) {
    return this.#open.has(name);
  }

  /** @param {string} name @param {Entry} theirs */
  open(name, theirs) {
    if (same(this.#host.value(name), theirs.value)) return;
    const clash = { theirs, settle: (/** @type {Value} */ value) => this.#settle(name, theirs, value) };
    this.#open.set(name, clash);
    this.changed.tell(clash, name);
  }

  /** The other side wrote on while the learner has not chosen: they see its newest text. True if so. @param {string} name @param {Entry} theirs */
  renew(name, theirs) {
    const clash = this.#open.get(name);
    if (!clash || theirs.rev <= clash.theirs.rev || same(theirs.value, this.#host.value(name))) return false;
    this.open(name, theirs);
    return true;
  }

  /** Keeps what is written here in each of them. */
  keepOwn() {
    for (const [name, { settle }] of [...this.#open]) settle(this.#host.value(name));
  }

  /** @param {string} name @param {Entry} theirs @param {Value} value */
  #settle(name, theirs, value) {
    const mine = this.#host.value(name);
    this.#open.delete(name);
    this.changed.tell(undefined, name);
    this.#host.settled(name, value);
    this.#held.track(this.#choose(name, value, mine, theirs));
  }

  /**
   * Stores what was chosen, and puts aside what was not: also what was written while choosing. It takes the place of the text
   * that the learner saw; anything newer is put aside, too.
   * @param {string} name @param {Value} value @param {Value} mine @param {Entry} theirs
   */
  async #choose(name, value, mine, theirs) {
    const { sheet } = this.#held;
    const now = new Date().toISOString();
    const lost = [{ ...theirs }, { value: mine, at: now }].filter((one) => !holds(value, one.value));
    const entry = aside({ ...theirs, value, rev: theirs.rev + 1, at: now }, lost);
    try {
      await this.#held.replace(name, sheet, entry, theirs.rev);
      await this.#host.stored(name);
    } catch {
      this.#host.failed(name);
    }
  }
}
