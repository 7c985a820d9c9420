/**
 * The sheets of one form as this page knows them: what the store holds, and what is on its way there. A value that is
 * put is here at once; the store confirms it later. Knows nothing of controls.
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {import('../answers/record.js').Alternative} Alternative
 * @typedef {Map<string, Entry>} Entries
 *
 * @typedef {Pick<import('../answers/store.js').Store, 'read' | 'put' | 'importEntries' | 'names' | 'state' | 'mayWait'>} FormStore
 * @typedef {(sheet: number, name: string) => boolean} Busy  whether a field is being written: it is not read over
 */

import { addressOf, aside } from '../answers/record.js';
import { isEmpty } from '../dom/values.js';
import { firstOf } from './sheet.js';
import { signal } from './signal.js';

/** The time, with digits below the millisecond that are drawn: two sheets that are begun at once are not begun at one time. */
function instant() {
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return new Date().toISOString().replace('Z', `${String(drawn % 1e6).padStart(6, '0')}Z`);
}

export class Held {
  /** @type {Map<number, Entries>} */
  sheets = new Map();
  /** The sheet that is shown. */
  sheet = 1;
  /** @type {FormStore | undefined} */
  store;
  /** Called after something was stored. @type {import('./signal.js').Signal<[]>} */
  stored = signal();
  #key;
  #busy;
  #confirmed;
  /** Put before the store was open. @type {Map<string, Value>} */
  #early = new Map();
  /** Put, not confirmed yet: how often. @type {Map<string, number>} */
  #saving = new Map();
  /** @type {Set<Promise<void>>} */
  #underWay = new Set();

  /**
   * @param {string} key
   * @param {object} host
   * @param {Busy} host.busy
   * @param {(name: string, done: import('../answers/store.js').Put) => void} host.confirmed
   *   the last put of a field of the shown sheet came back
   */
  constructor(key, { busy, confirmed }) {
    this.#key = key;
    this.#busy = busy;
    this.#confirmed = confirmed;
  }

  /** What is stored of a sheet, or on its way there. @returns {Entries} */
  fields(at = this.sheet) {
    const fields = this.sheets.get(at) ?? new Map();
    this.sheets.set(at, fields);
    return fields;
  }

  /** Opens the store, and shows one of its sheets. @param {FormStore} from */
  async begin(from) {
    this.sheets = await from.read(this.#key, this.#busy);
    this.store = from;
    this.sheet = firstOf(this.#key, this.sheets);
    for (const [name, value] of this.#early) {
      const there = this.fields().get(name);
      // What was there goes on being there; a text is put aside.
      if (!there) this.put(name, value);
      else if (!name.startsWith('@'))
        this.put(name, there.value, this.sheet, [{ value, at: new Date().toISOString() }]);
    }
    this.#early.clear();
  }

  /** What was put before the store was open. @returns {ReadonlyMap<string, Value>} */
  get early() {
    return this.#early;
  }

  /** Reads what the store holds now; what is read counts as seen. */
  async read() {
    if (this.store) this.sheets = await this.store.read(this.#key, this.#busy);
  }

  /** @param {string} name @param {Value} value @param {number} [at] @param {Alternative[]} [beside]  is put aside with it */
  put(name, value, at = this.sheet, beside = []) {
    const before = this.fields(at).get(name);
    const entry = { ...before, value, rev: before?.rev ?? 0, at: new Date().toISOString() };
    this.fields(at).set(name, beside.length > 0 ? aside(entry, beside) : entry);
    this.track(this.#store(name, value, at, beside));
  }

  /** Puts all that is known here again: the store has lost it. */
  renew() {
    for (const [at, fields] of this.sheets) {
      for (const [name, { value, others = [] }] of [...fields]) {
        if (!isEmpty(value) || others.length > 0) this.put(name, value, at, others);
      }
    }
  }

  /** Puts an entry in the place of a revision that was read. @param {string} name @param {number} at @param {Entry} entry @param {number} was */
  async replace(name, at, entry, was) {
    await this.store?.importEntries([{ address: addressOf(this.#key, at, name), entry, was }]);
  }

  /** @param {string} name */
  isSaving(name) {
    return this.#saving.has(name);
  }

  isIdle() {
    return this.#underWay.size === 0;
  }

  /** Resolves when what was put until now has been stored, or could not be. */
  settled() {
    return Promise.all(this.#underWay);
  }

  /** @param {Promise<void>} writing */
  track(writing) {
    const it = writing.finally(() => {
      this.#underWay.delete(it);
      if (this.isIdle()) this.stored.tell();
    });
    this.#underWay.add(it);
  }

  /** @param {string} name @param {Value} value @param {number} at @param {Alternative[]} beside */
  async #store(name, value, at, beside) {
    if (!this.store) {
      this.#early.set(name, value);
      return;
    }
    if (!name.startsWith('@') && !this.fields(at).has('@begun')) this.put('@begun', instant(), at);
    this.#saving.set(name, (this.#saving.get(name) ?? 0) + 1);
    const done = await this.store.put(this.#key, at, name, value, beside);
    const left = (this.#saving.get(name) ?? 1) - 1;
    if (left > 0) this.#saving.set(name, left);
    else this.#saving.delete(name);
    this.fields(at).set(name, done.entry);
    this.stored.tell();
    if (at === this.sheet && left === 0) this.#confirmed(name, done);
  }
}
