/**
 * The place where answers are stored as a rule: IndexedDB, the only storage that is still there after the browser's process
 * was killed (measured in Chromium and Firefox, on file:// and http). One record an answer, by its address.
 *
 * Long work goes in slices, each begun by the end of the one before: the transaction stays one, and the page stays
 * answerable.
 *
 * Firefox never ends what was under way when its page went into the back-forward cache, and reports nothing. So it is
 * given up and started again when the page comes back.
 */

import { storedEntryOf } from '../record.js';
import { NOTE, noteIn } from './memory.js';

/**
 * @typedef {import('./memory.js').Storage} Storage
 * @typedef {import('../record.js').Entry} Entry
 */

const STORE = 'answers';
const BORN = 'born'; // the note that no two databases have in common
const SLICE = 200; // records read or written before the event loop has its turn
const PATIENCE = 8000; // ms until a database that does not open counts as refused

/**
 * @param {string} course
 * @returns {Promise<Storage>}  rejects if the browser refuses
 */
export async function indexedPlace(course) {
  let database = await enduring(() => open(course));
  const born = await enduring(() => note(database, BORN));
  /** Another version of the course may ask the database to be closed; then it is opened again when needed. */
  const ready = async () => {
    if (!Reflect.get(database, 'mitateClosed')) return database;
    const again = await open(course, true);
    const bornAgain = await note(again, BORN);
    // Another page may have created it again.
    if (bornAgain !== undefined && bornAgain !== born) throw new ClearedError('the database is another one');
    database = again;
    return database;
  };
  return {
    where: 'browser',
    list: (prefix) => enduring(async () => list(await ready(), prefix)),
    some: (isWanted) => enduring(async () => some(await ready(), isWanted)),
    update: (addresses, change, onProgress) =>
      enduring(async () => update(await ready(), addresses, change, onProgress)),
    note: (name, change) => enduring(async () => note(await ready(), name, change)),
    remove: (prefix) =>
      enduring(async () => {
        const [store, done] = begin(await ready());
        store.delete(beginningWith(prefix));
        await done;
      }),
  };
}

/** The browser deleted the database while a page had it open. What is written next must not pass for all there is. */
export class ClearedError extends Error {}

const CAME_BACK = Symbol('came back');

/**
 * Runs it, and runs it again if the page was away meanwhile.
 * @template T
 * @param {() => Promise<T>} act  may be done twice
 * @returns {Promise<T>}
 */
async function enduring(act) {
  for (;;) {
    /** @type {(event: PageTransitionEvent) => void} */
    let shown = () => {};
    /** @type {Promise<typeof CAME_BACK>} */
    const back = new Promise((resolve) => {
      shown = ({ persisted }) => {
        if (persisted) resolve(CAME_BACK);
      };
    });
    addEventListener('pageshow', shown);
    try {
      const result = await Promise.race([act(), back]);
      if (result !== CAME_BACK) return /** @type {T} */ (result);
    } finally {
      removeEventListener('pageshow', shown);
    }
  }
}

/**
 * Opens a transaction that ends, one way or the other, when the page comes back.
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} mode
 */
function transact(database, mode) {
  const transaction = database.transaction(STORE, mode, { durability: 'strict' });
  /** @param {PageTransitionEvent} event */
  const shown = ({ persisted }) => {
    if (!persisted) return;
    try {
      transaction.abort();
    } catch {
      // It had ended after all.
    }
  };
  const ended = () => removeEventListener('pageshow', shown);
  addEventListener('pageshow', shown);
  transaction.addEventListener('complete', ended);
  transaction.addEventListener('abort', ended);
  return transaction;
}

/**
 * @param {string} course
 * @param {boolean} [again]  it was there before: it is not made again
 * @returns {Promise<IDBDatabase>}  rejects with ClearedError if it is gone
 */
function open(course, again = false) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not open')), PATIENCE);
    const request = indexedDB.open(`mitate:${course}`, 1);
    let isGone = false;
    request.onupgradeneeded = () => {
      isGone = again;
      if (isGone) request.transaction?.abort();
      else request.result.createObjectStore(STORE).put({ note: Math.random() }, NOTE + BORN);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(isGone ? new ClearedError('the database was deleted') : request.error);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const database = request.result;
      const closed = () => {
        Object.assign(database, { mitateClosed: true });
      };
      database.onversionchange = () => {
        database.close();
        closed();
      };
      database.onclose = closed;
      resolve(database);
    };
  });
}

/**
 * A transaction, and the promise that what it writes is on the disk.
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} [mode]
 * @returns {[IDBObjectStore, Promise<void>]}
 */
function begin(database, mode = 'readwrite') {
  const transaction = transact(database, mode);
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  return [transaction.objectStore(STORE), /** @type {Promise<void>} */ (done)];
}

/**
 * @param {IDBDatabase} database
 * @param {string[]} addresses
 * @param {import('./memory.js').Update} change
 * @param {(done: number) => void} [onProgress]
 */
async function update(database, addresses, change, onProgress) {
  const [store, done] = begin(database);
  /** @param {number} from */
  const slice = (from) => {
    const part = addresses.slice(from, from + SLICE);
    let left = part.length;
    for (const address of part) {
      const request = store.get(address);
      request.onsuccess = () => {
        const entry = change(address, storedEntryOf(request.result));
        if (entry) store.put(entry, address);
        left -= 1;
        if (left > 0) return;
        onProgress?.(from + part.length);
        if (from + SLICE < addresses.length) slice(from + SLICE);
      };
    }
  };
  if (addresses.length > 0) slice(0);
  await done;
}

/**
 * @param {IDBDatabase} database
 * @param {string} name
 * @param {(noted: unknown) => unknown} [change]
 */
async function note(database, name, change) {
  const [store, done] = begin(database, change ? 'readwrite' : 'readonly');
  /** @type {unknown} */
  let noted;
  const request = store.get(NOTE + name);
  request.onsuccess = () => {
    noted = noteIn(request.result);
    const changed = change?.(noted);
    if (changed === undefined) return;
    noted = changed;
    store.put({ note: changed }, NOTE + name);
  };
  await done;
  return noted;
}

/**
 * @param {IDBDatabase} database
 * @param {string} prefix
 * @returns {Promise<[string, Entry][]>}
 */
async function list(database, prefix) {
  /** @type {[string, Entry][]} */
  const found = [];
  /** @type {string | undefined} */
  let last;
  for (;;) {
    const range = beginningWith(prefix, last);
    const store = transact(database, 'readonly').objectStore(STORE);
    const [keys, values] = await Promise.all([
      answered(store.getAllKeys(range, SLICE)),
      answered(store.getAll(range, SLICE)),
    ]);
    for (const [i, key] of keys.entries()) {
      const entry = storedEntryOf(values[i]);
      if (entry && typeof key === 'string') found.push([key, entry]);
    }
    if (keys.length < SLICE) return found;
    last = String(keys.at(-1));
  }
}

/**
 * @param {IDBDatabase} database
 * @param {(address: string) => boolean} isWanted
 * @returns {Promise<[string, Entry][]>}
 */
async function some(database, isWanted) {
  const store = transact(database, 'readonly').objectStore(STORE);
  const keys = await answered(store.getAllKeys());
  const wanted = keys.filter((key) => typeof key === 'string').filter(isWanted);
  const values = await Promise.all(wanted.map((key) => answered(store.get(key))));
  return wanted.flatMap((key, i) => {
    const entry = storedEntryOf(values[i]);
    return entry ? [/** @type {[string, Entry]} */ ([key, entry])] : [];
  });
}

/** The addresses that begin so, those behind `last` if there is one. @param {string} prefix @param {string} [last] */
const beginningWith = (prefix, last) => IDBKeyRange.bound(last ?? prefix, `${prefix}\uffff`, last !== undefined);

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
