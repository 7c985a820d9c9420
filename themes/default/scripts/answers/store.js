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
 * @typedef {import('./rooms.js').Other} Other
 *
 * @typedef {object} State
 * @property {'browser' | 'session' | 'memory'} where
 * @property {Date} [savedAt]  when the newest answer that is stored was written
 * @property {'blocked' | 'full' | 'failed' | 'too-long' | 'unread'} [error]
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
import { joinedNotes } from './names.js';
import { placesOf } from './places/all.js';
import { memoryPlace } from './places/memory.js';
import { addressOf, placeOf } from './record.js';
import { inSlices } from './slices.js';
import { gathering } from './works.js';
import { writerTo } from './writer.js';

const RETRY = 5000; // ms until what could not be stored is tried again

/**
 * @param {object} options
 * @param {string} options.course  its id
 * @param {import('./rooms.js').Home} [options.home]
 * @param {(other: Other) => Promise<boolean>} [options.isSame]  asks whether answers of another course are this one's
 */
export async function openStore({ course, home, isSame }) {
  const places = placesOf(course, home, isSame);
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
  let room = '';
  let journal = journalOf(course);
  let channel = channelOf(course, (addresses) => {
    void hear(addresses);
  });
  const settle = async () => {
    const shared = isShared();
    try {
      const opened = await places.open(shared ? 'session' : 'browser');
      if (opened.room !== room) {
        channel.close();
        channel = channelOf(opened.name, (addresses) => {
          void hear(addresses);
        });
        journal = journalOf(opened.name);
      }
      ({ place, room } = opened);
      say({ where: place.where, shared, error: undefined });
    } catch {
      place = memory;
      say({ where: 'memory', shared, error: 'blocked' });
    }
  };
  /** Journals of other tabs whose answers wait here. @type {string[]} */
  let adopted = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  const writer = writerTo({
    place: () => place,
    saved: (changed) => {
      say(place.where === 'memory' ? {} : { savedAt: new Date(), error: undefined });
      if (!state.shared) journal.keep(writer.rows());
      if (writer.pending.size === 0) journal.forget(adopted.splice(0));
      if (place.where === 'browser') channel.tell(changed);
    },
    failed: (error) => {
      say({ error: errorOf(error) });
      if (!state.shared) journal.keep(writer.rows());
      clearTimeout(retry);
      if (writer.pending.size > 0)
        retry = setTimeout(() => {
          void writer.run();
        }, RETRY);
    },
  });

  /** Stores what other tabs left in the journal; what cannot be stored now waits with what this tab writes. */
  const takeOver = async () => {
    if (place.where !== 'browser') return;
    try {
      channel.tell(await journal.drain(place));
    } catch {
      const left = journal.left();
      writer.adopt(left.rows);
      adopted = left.names;
      await writer.run();
    }
  };

  /** Tells the page what another tab wrote. @param {string[] | null} addresses */
  const hear = async (addresses) => {
    if (addresses && place.where !== 'browser') return;
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
    const found = new Map(
      await place.list(prefix).catch(() => {
        say({ error: 'unread' });
        return [];
      }),
    );
    if (!state.savedAt && found.size > 0 && place.where !== 'memory') {
      say({ savedAt: new Date([...found.values()].reduce((newest, { at }) => (at > newest ? at : newest), '')) });
    }
    for (const [address, entry] of writer.waiting(prefix)) found.set(address, { ...found.get(address), ...entry });
    return found;
  };

  const flush = () => {
    if (!state.shared) journal.keep(writer.rows());
  };

  await settle();
  await takeOver();
  const leaving = onLeaving(flush, (was) => {
    if (writer.pending.size > 0) void writer.run();
    if (was || !channel.works) void hear(null);
  });
  addEventListener('storage', (event) => {
    if (event.key === storageKey() && isShared() !== state.shared) void settle().then(() => hear(null));
  });

  return {
    get state() {
      return state;
    },

    /** Calls at once and at every change. @param {(state: State) => void} watcher */
    onState(watcher) {
      watchers.add(watcher);
      watcher(state);
      return () => {
        watchers.delete(watcher);
      };
    },

    /**
     * One field that another tab changed, or null where much did. False as the answer: not taken over.
     * @param {(change: Changed | null) => unknown} listener
     */
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
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
    all: async () => (await inSlices(gathering(await entries('')))) ?? [],

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
      await place.update(
        [...taken.keys()],
        (address, stored) => {
          const one = taken.get(address);
          return one && takeIn(stored, one);
        },
        told,
      );
      if (place.where !== 'memory') {
        const newest = list.reduce(
          (last, { entry: { at } }) => (at > last ? at : last),
          state.savedAt?.toISOString() ?? '',
        );
        say({ ...(newest !== '' && { savedAt: new Date(newest) }), error: undefined });
      }
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

    /** Everything of this course, wherever it is stored. Rejects if something is left. */
    async wipe() {
      writer.forget('');
      journal.clear();
      await memory.remove('');
      // What cannot even be opened has nothing of ours in it; what is in use must be empty.
      for (const where of /** @type {const} */ (['browser', 'session'])) {
        await (place.where === where ? places.wipe(where, room) : places.wipe(where).catch(() => {}));
      }
      say({ savedAt: undefined, error: place === memory ? 'blocked' : undefined });
      channel.tell(null);
      await hear(null);
    },

    /**
     * How fields were called when they were last seen.
     * @param {(noted: unknown) => unknown} [change]
     * @returns {Promise<unknown>}
     */
    names: (change) => place.note('names', change).catch(() => undefined),

    /** Other courses that have answers under this id. @returns {Promise<Other[]>} */
    others: async () => (place.where === 'memory' || !home ? [] : places.others(place.where, room).catch(() => [])),

    /** Their answers. @param {Other} other @returns {Promise<Work[]>} */
    answersOf: async (other) =>
      place.where === 'memory'
        ? []
        : ((await inSlices(gathering(await places.answers(place.where, other.room)))) ?? []),

    /** How their fields were called. @param {Other} other @returns {Promise<unknown>} */
    namesOf: async (other) =>
      place.where === 'memory' ? undefined : places.names(place.where, other.room).catch(() => undefined),

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
        const names = await from.note('names');
        if (names !== undefined) await place.note('names', (noted) => joinedNotes(noted, names)).catch(() => {});
      }
      // A place that is left without answers keeps no trace of the course; those of other courses stay.
      if (from !== place && (take || (await from.list('')).length === 0)) {
        await (from.where === 'memory' ? from.remove('') : places.wipe(from.where));
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

/** @param {unknown} error @returns {'full' | 'failed' | 'too-long'} */
function errorOf(error) {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  return name === 'QuotaExceededError' ? 'full' : error instanceof RangeError ? 'too-long' : 'failed';
}
