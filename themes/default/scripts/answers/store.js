/**
 * The answers of a course: read, written, taken in, wiped. The one piece of state that the scripts of a page share.
 *
 * Answers lie in IndexedDB (`places/indexed.js`); in the shared-PC mode in the tab's sessionStorage; where the browser
 * refuses both, in the page, and the state says so. What is not confirmed when the page goes is journalled. A text
 * that loses against another tab's is put aside, never dropped.
 *
 * Knows nothing of forms and fields; shows nothing. The contract is tested in tests/browser.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./record.js').Value} Value
 * @typedef {import('./record.js').Work} Work
 * @typedef {import('./writer.js').Put} Put
 * @typedef {import('./places/memory.js').Place} Place
 *
 * @typedef {object} State
 * @property {'browser' | 'session' | 'memory'} where
 * @property {Date} [savedAt]
 * @property {'blocked' | 'full' | 'failed'} [error]
 * @property {boolean} ownFile  each page has a storage of its own (Firefox on local files)
 * @property {boolean} shared   the shared-PC mode is on
 *
 * @typedef {{ key: string, sheet: number, field: string, entry: Entry }} Changed
 * @typedef {{ address: string, entry: Entry, was: number }} Taken  was: the revision it replaces, 0 for none
 * @typedef {Awaited<ReturnType<typeof openStore>>} Store
 */

import { apply, current, read as readSettings, storageKey, write as writeSettings } from '../settings/saved.js';
import { channelOf } from './channel.js';
import { journalOf } from './journal.js';
import { onLeaving } from './leaving.js';
import { takeIn } from './merge.js';
import { indexedPlace } from './places/indexed.js';
import { memoryPlace } from './places/memory.js';
import { sessionPlace } from './places/session.js';
import { addressOf, placeOf } from './record.js';
import { gather } from './works.js';
import { writerTo } from './writer.js';

/** @param {{ course: string }} options  the course's id */
export async function openStore({ course }) {
  const journal = journalOf(course);
  const memory = memoryPlace();
  /** @type {Set<(state: State) => void>} */
  const watchers = new Set();
  /** @type {Set<(change: Changed | null) => unknown>} */
  const listeners = new Set();

  /** @type {State} */
  let state = { where: 'memory', ownFile: ownFile(), shared: isShared() };
  /** @param {Partial<State>} news */
  const say = (news) => {
    state = { ...state, ...news };
    for (const watcher of watchers) watcher(state);
  };

  /** @type {Place} */
  let place = memory;
  const settle = async () => {
    const shared = isShared();
    try {
      place = shared ? sessionPlace(course) : await indexedPlace(course);
      if (shared) await place.list('');
      say({ where: place.where, shared, error: undefined });
    } catch {
      place = memory;
      say({ where: 'memory', shared, error: 'blocked' });
    }
  };

  const channel = channelOf(course, (addresses) => {
    if (place.where === 'browser') void hear(addresses);
  });
  const writer = writerTo({
    place: () => place,
    saved: (changed) => {
      say(place.where === 'memory' ? {} : { savedAt: new Date(), error: undefined });
      if (!state.shared) journal.keep(writer.rows());
      if (place.where === 'browser') channel.tell(changed);
    },
    failed: (error) => {
      say({ error: nameOf(error) === 'QuotaExceededError' ? 'full' : 'failed' });
      if (!state.shared) journal.keep(writer.rows());
    },
  });

  /** Tells the page what another tab wrote. @param {string[] | null} addresses */
  const hear = async (addresses) => {
    if (!addresses) {
      for (const listener of listeners) listener(null);
      return;
    }
    for (const address of addresses) {
      const at = placeOf(address);
      const found = (await place.list(address).catch(() => [])).find(([one]) => one === address);
      if (!at || !found || writer.pending.has(address)) continue;
      if (found[1].rev <= (writer.seen.get(address) ?? 0)) continue;
      const taken = [...listeners].map((listener) => listener({ ...at, entry: found[1] }));
      if (taken.length > 0 && taken.every((one) => one !== false)) writer.seen.set(address, found[1].rev);
    }
  };

  /** @param {string} prefix */
  const entries = async (prefix) => {
    const found = new Map(await place.list(prefix).catch(() => {
      say({ error: 'failed' });
      return [];
    }));
    if (!state.savedAt && found.size > 0 && place.where !== 'memory') {
      say({ savedAt: new Date([...found.values()].reduce((newest, { at }) => (at > newest ? at : newest), '')) });
    }
    for (const [address, entry] of writer.waiting(prefix)) found.set(address, { ...found.get(address), ...entry });
    return found;
  };

  const flush = () => { if (!state.shared) journal.keep(writer.rows()); };

  await settle();
  if (place.where === 'browser') await journal.drain(place).then(channel.tell, () => {});
  const leaving = onLeaving(flush, (was) => { if (was || !channel.works) void hear(null); });
  addEventListener('storage', (event) => {
    if (event.key === storageKey() && isShared() !== state.shared) void settle().then(() => hear(null));
  });

  return {
    get state() { return state; },

    /** Calls at once and at every change. @param {(state: State) => void} watcher */
    onState(watcher) {
      watchers.add(watcher);
      watcher(state);
      return () => { watchers.delete(watcher); };
    },

    /**
     * One field that another tab changed, or null where much did. False as the answer: not taken over.
     * @param {(change: Changed | null) => unknown} listener
     */
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },

    /**
     * The sheets of one work; what is read counts as seen, but for fields that are being written.
     * @param {string} key
     * @param {(sheet: number, field: string) => boolean} [busy]
     * @returns {Promise<Map<number, Map<string, Entry>>>}
     */
    async read(key, busy = () => false) {
      /** @type {Map<number, Map<string, Entry>>} */
      const sheets = new Map();
      for (const [address, entry] of await entries(`${key}#`)) {
        const at = placeOf(address);
        if (!at) continue;
        if (!writer.pending.has(address) && !busy(at.sheet, at.field)) writer.seen.set(address, entry.rev);
        const sheet = sheets.get(at.sheet) ?? new Map();
        sheets.set(at.sheet, sheet.set(at.field, entry));
      }
      return new Map([...sheets].sort(([a], [b]) => a - b));
    },

    /** @returns {Promise<Work[]>} */
    all: async () => gather(await entries('')),

    /**
     * @param {string} key
     * @param {number} sheet
     * @param {string} field
     * @param {Value} value
     * @returns {Promise<Put>}  always resolves
     */
    put(key, sheet, field, value) {
      const done = writer.put(addressOf(key, sheet, field), value);
      if (leaving.isGoing()) flush();
      return done;
    },

    flush,

    /**
     * All of them or none. @param {Taken[]} list @param {(done: number) => void} [told]
     */
    async importEntries(list, told) {
      const taken = new Map(list.map((one) => [one.address, one]));
      await place.update([...taken.keys()], (address, stored) => {
        const one = taken.get(address);
        return one && takeIn(stored, one);
      }, told);
      if (place.where !== 'memory') say({ savedAt: new Date(), error: undefined });
      if (place.where === 'browser') channel.tell(null);
      await hear(null);
    },

    /** One sheet of one work. Rejects where it is still there. @param {string} key @param {number} sheet */
    async remove(key, sheet) {
      const prefix = addressOf(key, sheet, '');
      writer.forget(prefix);
      flush();
      await place.remove(prefix);
      if (place.where === 'browser') channel.tell(null);
      await hear(null);
    },

    /** Everything of this course, wherever it lies. Rejects where something is left. */
    async wipe() {
      writer.forget('');
      journal.clear();
      await memory.remove('');
      await place.remove('');
      // Where a place cannot even be opened, nothing of ours lies in it.
      if (place.where !== 'session') await sessionPlace(course).remove('').catch(() => {});
      if (place.where !== 'browser') await indexedPlace(course).then((one) => one.remove(''), () => {});
      say({ savedAt: undefined, error: place === memory ? 'blocked' : undefined });
      channel.tell(null);
      await hear(null);
    },

    /**
     * The shared-PC mode, in this tab and all that are open.
     * @param {boolean} on
     * @param {{ take?: boolean }} [options]  take: the answers come along, and are no longer where they were
     */
    async setShared(on, { take = false } = {}) {
      if (on === state.shared) return;
      await writer.run();
      const from = place;
      const settings = { ...readSettings(), ...current(), shared: on ? 'on' : 'off' };
      apply(settings);
      writeSettings(settings);
      if (on) journal.keep(new Map());
      await settle();
      if (take && from !== place) {
        const carried = new Map(await from.list(''));
        await place.update([...carried.keys()], (address, stored) => {
          const entry = carried.get(address);
          return entry && takeIn(stored, { address, entry, was: 0 });
        });
        await from.remove('');
      }
      if (!take) writer.seen.clear();
      await hear(null);
    },
  };
}

/** Does Firefox give this page a storage that no other page of the course can see? */
function ownFile() {
  return location.protocol === 'file:' && CSS.supports('-moz-appearance', 'none');
}

function isShared() {
  return (readSettings().shared ?? current().shared) === 'on';
}

/** @param {unknown} error */
function nameOf(error) {
  return typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
}
