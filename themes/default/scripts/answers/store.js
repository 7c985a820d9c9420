/**
 * The answers of a course: read, written, imported, deleted. The one piece of state that the scripts of a page share.
 *
 * Answers are stored in IndexedDB (`places/indexed.js`); in the shared-PC mode in the tab's sessionStorage; if the
 * browser refuses both, in the page, and the state says so. What is not confirmed when the page goes is journalled. A
 * text that loses against another tab's is put aside, never dropped.
 *
 * Knows nothing of forms and fields; shows nothing. The contract is tested in tests/browser.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Value} Value
 * @typedef {import('./record.js').Answered} Answered
 * @typedef {import('./writer.js').Put} Put
 * @typedef {import('./rooms.js').OtherCourse} OtherCourse
 *
 * @typedef {object} State
 * @property {'browser' | 'session' | 'memory'} where
 * @property {'blocked' | 'full' | 'failed' | 'too-long' | 'unread'} [error]
 * @property {boolean} [hurried]  the browser keeps no journal: what is not stored when the page goes is lost
 * @property {boolean} [renewed]  the browser's storage was cleared while the page was open; what the page held was stored again
 * @property {boolean} ownFile  each page has a storage of its own (Firefox on local files)
 * @property {boolean} shared   the shared-PC mode is on
 *
 * @typedef {{ key: string, sheet: number, field: string, entry: Entry }} Changed
 * @typedef {{ address: string, entry: Entry, was: number }} Taken  was: the revision it replaces, 0 for none
 *
 * @typedef {object} Options
 * @property {string} course  its id
 * @property {import('./rooms.js').Home} [home]
 * @property {(other: OtherCourse) => Promise<boolean>} [isSame]  asks whether answers of another course are this one's
 */

import { apply, current, read as readSettings, storageKey, write as writeSettings } from '../settings/saved.js';
import { isSeparate } from '../dom/separate.js';
import { errorOf, isShared } from './circumstances.js';
import { bringEarlier, currentAddress } from './earlier.js';
import { earlyOf } from './early.js';
import { onLeaving } from './leaving.js';
import { storeLeft } from './left.js';
import { takeAll } from './taking.js';
import { joinedNotes } from './names.js';
import { placesOf } from './places/all.js';
import { CurrentPlace } from './places/current.js';
import { ClearedError } from './places/indexed.js';
import { addressOf, aside, parseAddress } from './record.js';
import { inSlices } from './slices.js';
import { gathering } from './works.js';
import { Writer } from './writer.js';

const RETRY = 5000; // ms until what could not be stored is tried again

/** @param {Options} options */
export async function openStore(options) {
  const store = new Store(options);
  await store.open();
  return store;
}

export class Store {
  /** @type {State} */
  #state = { where: 'memory', ownFile: isSeparate(), shared: isShared() };
  /** @type {Set<(state: State) => void>} */
  #watchers = new Set();
  /** @type {Set<(change: Changed | null) => unknown>} */
  #listeners = new Set();
  /** Forgets what other tabs left and what waits here. @type {(() => void)[]} */
  #adopted = [];
  /** @type {Set<() => void>} */
  #renewers = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #places;
  #here;
  /** What is typed before the store is open. */
  early;
  #hasHome;
  #writer = new Writer({
    place: () => this.#here.place,
    saved: (changed) => this.#saved(changed),
    failed: (error) => this.#failed(error),
  });
  #leaving = { isGoing: () => false };

  /** @param {Options} options */
  constructor({ course, home, isSame }) {
    this.#hasHome = home !== undefined;
    this.#places = placesOf(course, home, isSame);
    this.early = earlyOf(course, home?.url ?? '', () => (isShared() ? sessionStorage : localStorage));
    this.#here = new CurrentPlace(course, this.#places, (addresses) => void this.#hear(addresses));
  }

  /** Opens the place of the answers and takes over what other tabs left. Called once. */
  async open() {
    await this.#settle();
    await this.#takeOver();
    this.#leaving = onLeaving(
      () => this.flush(),
      (was) => {
        if (this.#writer.pending.size > 0) void this.#writer.run();
        if (was || !this.#here.channel.works) void this.#hear(null);
      },
    );
    const follow = async () => {
      if (isShared() === this.#state.shared) return;
      await this.#settle();
      await this.#hear(null);
    };
    addEventListener('storage', (event) => {
      if (event.key === storageKey()) void follow();
    });
    // Another page may have switched the shared-PC mode while the store was being opened.
    await follow();
  }

  get state() {
    return this.#state;
  }

  /** Calls at once and at every change. @param {(state: State) => void} watcher */
  onState(watcher) {
    this.#watchers.add(watcher);
    watcher(this.#state);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /**
   * One field that another tab changed, or null if much changed. False as the answer: not taken over.
   * @param {(change: Changed | null) => unknown} listener
   */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * The sheets of one work; what is read counts as seen, but for fields that are being written.
   * @param {string} key
   * @param {(sheet: number, field: string) => boolean} [busy]
   * @returns {Promise<Map<number, Map<string, Entry>>>}
   */
  async read(key, busy = () => false) {
    const { pending, seen } = this.#writer;
    /** @type {Map<number, Map<string, Entry>>} */
    const sheets = new Map();
    const entries = await this.#entries(`${key}#`);
    if (this.#state.error !== 'unread') this.#writer.unsee(`${key}#`, entries);
    for (const [address, entry] of entries) {
      const at = parseAddress(address);
      if (!at) continue;
      if (!pending.has(address) && !busy(at.sheet, at.field)) seen.set(address, entry.rev);
      const sheet = sheets.get(at.sheet) ?? new Map();
      sheets.set(at.sheet, sheet.set(at.field, entry));
    }
    return new Map([...sheets].sort(([a], [b]) => a - b));
  }

  /** What is stored at the addresses that are wanted, and what waits. @param {(address: string) => boolean} isWanted @returns {Promise<[string, Entry][]>} */
  async some(isWanted) {
    const stored = await this.#here.place.some(isWanted).catch(() => []);
    return [...stored, ...this.#writer.waiting('').filter(([address]) => isWanted(address))];
  }

  /** @returns {Promise<Answered[]>} */
  async all() {
    return (await inSlices(gathering(await this.#entries('')))) ?? [];
  }

  /**
   * @param {string} key
   * @param {number} sheet
   * @param {string} field
   * @param {Value} value
   * @param {import('./record.js').Alternative[]} [beside]  is put aside with it
   * @returns {Promise<Put>}  always resolves
   */
  put(key, sheet, field, value, beside = []) {
    const done = this.#writer.put(addressOf(key, sheet, field), value, beside);
    if (this.#leaving.isGoing()) this.flush();
    return done;
  }

  /** Journals what is not confirmed. False if it would be lost with the page. */
  flush() {
    return this.#state.shared || this.#here.journal.keep(this.#writer.rows());
  }

  /**
   * Whether a text of this length may wait for a pause of the hand: the journal would keep it if the page went. @param {number} length
   */
  mayWait(length) {
    const { where, shared } = this.#state;
    const hurried = where === 'browser' && !shared && !this.#here.journal.hasRoom(length);
    if (hurried !== (this.#state.hurried ?? false)) this.#say({ hurried });
    return !hurried;
  }

  /** Calls when the storage was cleared under the open page: what the page holds is to be put again. @param {() => void} listener */
  onRenew(listener) {
    this.#renewers.add(listener);
  }

  /**
   * All of them or none. @param {Taken[]} list @param {(done: number) => void} [onProgress]
   */
  async importEntries(list, onProgress) {
    const { place } = this.#here;
    await takeAll(place, list, onProgress);
    if (place.where !== 'memory') this.#say({ error: this.#stillWrong() });
    await this.#changedMuch();
  }

  /** One sheet of one work. Rejects if it is still there. @param {string} key @param {number} sheet */
  async remove(key, sheet) {
    const prefix = addressOf(key, sheet, '');
    this.#writer.forget(prefix);
    this.flush();
    await this.#here.place.remove(prefix);
    await this.#changedMuch();
  }

  /** Everything of this course, wherever it is stored. Rejects if something is left. */
  async wipe() {
    const { place, room, memory, journal, channel } = this.#here;
    this.#writer.forget('');
    journal.clear();
    this.early.clear();
    await memory.remove('');
    // What cannot even be opened has nothing of ours in it; what is in use must be empty.
    for (const where of /** @type {const} */ (['browser', 'session'])) {
      await (place.where === where ? this.#places.wipe(where, room) : this.#places.wipe(where).catch(() => {}));
    }
    this.#say({ error: place === memory ? 'blocked' : undefined });
    channel.tell(null);
    await this.#hear(null);
  }

  /**
   * The names of fields when they were last seen.
   * @param {(noted: unknown) => unknown} [change]
   * @returns {Promise<unknown>}
   */
  names(change) {
    return this.#here.place.note('names', change).catch(() => undefined);
  }

  /** Other courses that have answers under this id. @returns {Promise<OtherCourse[]>} */
  async others() {
    const { where, room } = this.#here;
    return where === 'memory' || !this.#hasHome ? [] : this.#places.others(where, room).catch(() => []);
  }

  /** The answers of another course. @param {OtherCourse} other @returns {Promise<Answered[]>} */
  async answersOf(other) {
    const { where } = this.#here;
    if (where === 'memory') return [];
    const entries = await this.#places.answers(where, other.room);
    const current = entries.map(
      ([address, entry]) => /** @type {[string, Entry]} */ ([currentAddress(address), entry]),
    );
    return (await inSlices(gathering(current))) ?? [];
  }

  /** How the fields of another course were called. @param {OtherCourse} other @returns {Promise<unknown>} */
  async namesOf(other) {
    const { where } = this.#here;
    return where === 'memory' ? undefined : this.#places.names(where, other.room).catch(() => undefined);
  }

  /**
   * Switches the shared-PC mode, in this tab and all that are open.
   * @param {boolean} on
   * @param {{ take?: boolean }} [options]  take: the answers come along, and are deleted where they were
   */
  async setShared(on, { take = false } = {}) {
    if (on === this.#state.shared) return;
    await this.#writer.run();
    const from = this.#here.place;
    const settings = { ...readSettings(), ...current(), shared: on ? 'on' : 'off' };
    apply(settings);
    writeSettings(settings);
    if (on) this.#here.journal.keep(new Map());
    await this.#settle();
    if (from !== this.#here.place) await this.#moveFrom(from, take);
    if (!take) this.#writer.seen.clear();
    await this.#hear(null);
  }

  /** @param {import('./places/memory.js').Storage} from @param {boolean} take */
  async #moveFrom(from, take) {
    if (take) {
      const carried = await from.list('');
      const list = carried.map(([address, entry]) => ({ address, entry, was: 0 }));
      await takeAll(this.#here.place, list);
      const names = await from.note('names');
      const join = (/** @type {unknown} */ noted) => joinedNotes(noted, names);
      if (names !== undefined) await this.#here.place.note('names', join).catch(() => {});
    }
    // A place that is left without answers keeps no trace of the course; those of other courses stay.
    if (!take && (await from.list('')).length > 0) return;
    await (from.where === 'memory' ? from.remove('') : this.#places.wipe(from.where));
  }

  /** @param {Partial<State>} news */
  #say(news) {
    this.#state = { ...this.#state, ...news };
    for (const watcher of this.#watchers) watcher(this.#state);
  }

  /** Opens the place of the mode that is on. */
  async #settle() {
    const shared = isShared();
    const works = await this.#here.open(shared ? 'session' : 'browser');
    // What cannot be moved now stays, and the next page tries again.
    if (works) await bringEarlier(this.#here.place).catch(() => {});
    this.#say({ where: this.#here.where, shared, error: works ? undefined : 'blocked' });
  }

  /** Stores what other pages left; what cannot be stored now waits with what this tab writes. */
  async #takeOver() {
    const { place, journal, channel } = this.#here;
    if (place.where === 'memory') return;
    for (const from of place.where === 'browser' ? [journal, this.early] : [this.early]) {
      const left = await from.left(place);
      try {
        channel.tell(await storeLeft(place, left));
        from.forget(left);
      } catch {
        this.#writer.adopt(left);
        this.#adopted.push(() => from.forget(left));
      }
    }
    if (this.#adopted.length > 0) await this.#writer.run();
  }

  /** @param {string[]} changed */
  #saved(changed) {
    const { where } = this.#here;
    if (where !== 'memory') this.#say({ error: this.#stillWrong() });
    this.flush();
    if (this.#writer.pending.size === 0) for (const forget of this.#adopted.splice(0)) forget();
    this.#here.tell(changed);
  }

  /** What stays wrong although something was stored. */
  #stillWrong() {
    if (this.#writer.refused.size > 0) return 'too-long';
    return this.#writer.pending.size > 0 ? this.#state.error : undefined;
  }

  /** @param {unknown} error */
  #failed(error) {
    this.flush();
    if (error instanceof ClearedError) return void this.#renew();
    this.#say({ error: errorOf(error) });
    clearTimeout(this.#retry);
    if (this.#writer.pending.size > 0) this.#retry = setTimeout(() => void this.#writer.run(), RETRY);
  }

  /** The storage was cleared under the open page: opens it again, and stores what the page holds. */
  async #renew() {
    this.#writer.seen.clear();
    await this.#settle();
    this.#say({ renewed: this.#renewers.size > 0 });
    for (const renew of this.#renewers) renew();
    void this.#writer.run();
  }

  /** Announces to this page and the other tabs that much changed. */
  async #changedMuch() {
    this.#here.tell(null);
    await this.#hear(null);
  }

  /** Announces to the page what another tab wrote. @param {string[] | null} addresses */
  async #hear(addresses) {
    if (addresses && this.#here.where !== 'browser') return;
    if (!addresses) {
      for (const listener of this.#listeners) listener(null);
      return;
    }
    const { pending, seen } = this.#writer;
    for (const address of addresses) {
      const at = parseAddress(address);
      const entry = await this.#here.entry(address);
      if (!at || !entry || pending.has(address)) continue;
      if (entry.rev <= (seen.get(address) ?? 0)) continue;
      const taken = [...this.#listeners].map((listener) => listener({ ...at, entry }));
      if (taken.length > 0 && taken.every((one) => one !== false)) seen.set(address, entry.rev);
    }
  }

  /** What is stored and what waits. @param {string} prefix */
  async #entries(prefix) {
    const { place } = this.#here;
    const found = new Map(
      await place.list(prefix).catch((error) => {
        if (error instanceof ClearedError) void this.#renew();
        else this.#say({ error: 'unread' });
        return [];
      }),
    );
    for (const [address, entry] of this.#writer.waiting(prefix))
      found.set(address, aside({ ...entry, others: found.get(address)?.others }, entry.others ?? []));
    return found;
  }
}
