/**
 * Keeps editions of a site for reading without a network: stores one when the learner asks, looks for a new one whenever a page is
 * opened, and deletes what is not needed. If the author has taken `offline` out of the course, it removes the worker and all of this.
 *
 * Which edition a page reads: readers.js. What is stored: shelf.js. How an edition is stored: download.js.
 *
 * @typedef {import('./readers.js').Notes} Notes
 *
 * @typedef {object} OfflineState  what pages show
 * @property {boolean} asked
 * @property {boolean} ready    everything can be read without a network
 * @property {boolean} loading
 * @property {boolean} news     a new edition has arrived and is not taken yet
 * @property {number} done      bytes that are stored of what is being stored
 * @property {number} total     bytes of that, or of what can be read
 * @property {import('./readers.js').Trouble} trouble
 *
 * @typedef {object} Loading  a download that is under way
 * @property {AbortController} stop
 * @property {Promise<void>} end
 * @property {number} done
 * @property {number} total
 * @property {(() => void)[]} steps  called when there is more of it
 */

import { meant } from './address.js';
import { download, troubleOf } from './download.js';
import { arrived, editionOf, needed, noNotes, notesOf, opened, writing } from './readers.js';
import { Shelf } from './shelf.js';

export class Keeper {
  #scope;
  #root;
  #shelf;
  /** Pages that were open at some time; those of a worker that ran before are too. @type {Set<string>} */
  #seen = new Set();
  /** @type {Promise<Notes> | undefined} */
  #noted;
  /** @type {Loading | undefined} */
  #loading;
  #saving = inOrder();
  /** Nothing is deleted while it is looked at what is there. */
  #alone = inOrder();

  /** @param {WorkerScope} scope @param {string} root  the address of the site */
  constructor(scope, root) {
    this.#scope = scope;
    this.#root = root;
    this.#shelf = new Shelf(root);
  }

  /** @returns {Promise<OfflineState>} */
  async state() {
    const { asked, current, next, trouble } = await this.#load();
    const ready = asked && current !== '';
    const stored = ready ? [...(await this.#shelf.list(current)).values()] : [];
    return {
      asked,
      ready,
      loading: this.#loading !== undefined,
      news: ready && next !== null && next !== '',
      done: this.#loading?.done ?? 0,
      total: this.#loading?.total ?? stored.reduce((bytes, row) => bytes + row[2], 0),
      trouble,
    };
  }

  /** A page is opened: the edition that it reads, '' for what the server has. @param {WorkerFetch} event */
  async opened(event) {
    const notes = await this.#load();
    if (!notes.asked && Object.keys(notes.readers).length === 0) return '';
    await this.#forgetGone(notes);
    const edition = opened(notes, event.resultingClientId);
    event.waitUntil(this.#save(notes).then(() => this.#lookAfter(notes)));
    return edition;
  }

  /** The edition that an open page reads. @param {string} page */
  async editionOf(page) {
    return editionOf(await this.#load(), page);
  }

  /**
   * What an edition has at a path: the file, or the folder that is meant; else its page for addresses that are not there.
   * @param {string} edition @param {string} path
   * @returns {Promise<{ file?: Response, folder?: string, missing?: Response }>}
   */
  async find(edition, path) {
    if (edition === '') return {};
    const files = await this.#shelf.list(edition);
    const { file, folder } = meant(files, path);
    if (folder) return { folder };
    const row = files.get(file ?? '404.html');
    const kept = row && (await this.#shelf.file(row));
    return file === undefined ? { missing: kept } : { file: kept };
  }

  /** What a page asks for. @param {unknown} asked @param {string} page @param {boolean} writes  it is being written in */
  async serve(asked, page, writes) {
    if (asked === 'remove') {
      await this.#clear();
      return this.#tellAll();
    }
    const notes = await this.#load();
    if (asked === 'store') {
      notes.asked = true;
      notes.trouble = '';
    }
    if (notes.asked) {
      writing(notes, page, writes);
      await this.#save(notes);
    }
    if (asked === 'store' || asked === 'look') await this.#look(notes);
    if (asked === 'more') await this.#more();
  }

  #load() {
    this.#noted ??= this.#shelf.note('notes').then((text) => {
      const notes = notesOf(text);
      for (const id of Object.keys(notes.readers)) this.#seen.add(id);
      return notes;
    });
    return this.#noted;
  }

  /** What is saved last is what was noted last. @param {Notes} notes */
  #save(notes) {
    const text = JSON.stringify(notes);
    return this.#saving(() => this.#shelf.setNote('notes', text)).catch(() => {});
  }

  #openPages() {
    return this.#scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  }

  async #tellAll() {
    const state = await this.state();
    for (const page of await this.#openPages()) page.postMessage({ offline: state });
  }

  /** Forgets the pages that are gone. One that is just being opened is not among the open ones yet. @param {Notes} notes */
  async #forgetGone({ readers }) {
    const open = new Set((await this.#openPages()).map(({ id }) => id));
    for (const id of open) this.#seen.add(id);
    for (const id of Object.keys(readers)) if (!open.has(id) && this.#seen.has(id)) delete readers[id];
  }

  /** After a page was opened: what is new, and what is needed no more. @param {Notes} notes */
  async #lookAfter(notes) {
    await this.#look(notes);
    if (this.#loading || notes !== (await this.#load())) return;
    const editions = needed(notes);
    if (!notes.asked && editions.size === 0) {
      await this.#clear();
      await this.#scope.registration.unregister();
      return;
    }
    await this.#alone(async () => {
      if ((await this.#shelf.editions()) > editions.size) await this.#shelf.keepOnly(editions);
    });
  }

  /** Looks whether there is a new edition, and begins to store it. @param {Notes} notes */
  async #look(notes) {
    if (!notes.asked || this.#loading) return this.#more();
    const found = await fetch(`${this.#root}offline/edition.json`, { cache: 'no-store' }).catch(() => undefined);
    if (found && (await this.#isGone(found))) {
      notes.next = '';
      await this.#save(notes);
      return;
    }
    const edition = await found?.json().then(
      (it) => it?.edition,
      () => undefined,
    );
    if (typeof edition !== 'string' || !/^[0-9a-f]{32}$/.test(edition)) {
      if (notes.current === '') notes.trouble = 'paused';
    } else if (edition === notes.current && notes.next !== null) {
      notes.next = null;
      await this.#save(notes);
    } else if (edition !== notes.current && edition !== notes.next) {
      this.#store(notes, edition);
      await this.#more();
    }
  }

  /** Whether the site is there, but is not for offline use any more. @param {Response} answered  for offline/edition.json */
  async #isGone({ status }) {
    if (status !== 404 && status !== 410) return false;
    const statusOf = (/** @type {string} */ path) =>
      fetch(this.#root + path, { cache: 'no-store' }).then(
        (response) => response.status,
        () => 0,
      );
    return [404, 410].includes(await statusOf('sw.js')) && (await statusOf('index.html')) === 200;
  }

  /** Stores an edition, unless one is being stored. @param {Notes} notes @param {string} edition */
  #store(notes, edition) {
    if (this.#loading) return;
    const stop = new AbortController();
    /** @type {Loading} */
    const mine = { stop, done: 0, total: 0, steps: [], end: Promise.resolve() };
    this.#loading = mine;
    const run = async () => {
      try {
        await download(this.#root, edition, this.#shelf, stop.signal, this.#progressOf(mine));
        arrived(notes, edition);
      } catch (error) {
        stop.abort();
        notes.trouble = troubleOf(error);
      }
      if (notes.trouble !== 'full') return;
      // There is no room: what was stored of the new edition goes.
      if (notes.current === '') notes.asked = false;
      await this.#shelf.keepOnly(needed(notes)).catch(() => {});
    };
    mine.end = this.#alone(run).then(async () => {
      this.#loading = undefined;
      if (notes !== (await this.#load())) return; // removed meanwhile
      await this.#save(notes);
      await this.#tellAll();
    });
  }

  /** Notes how far a download is, and says so with every percent. @param {Loading} loading */
  #progressOf(loading) {
    let percent = -1;
    return (/** @type {number} */ done, /** @type {number} */ total) => {
      Object.assign(loading, { done, total });
      if (Math.floor((100 * done) / total) === percent) return;
      percent = Math.floor((100 * done) / total);
      for (const step of loading.steps.splice(0)) step();
      void this.#tellAll();
    };
  }

  /**
   * Waits until there is more of a download. A browser ends a worker that is at one thing for minutes; so the pages ask again with
   * every step, and what is interrupted goes on with the next page that is opened.
   */
  async #more() {
    const now = this.#loading;
    if (now) await Promise.race([now.end, new Promise((resolve) => now.steps.push(() => resolve(undefined)))]);
  }

  /** Deletes all that is stored. */
  async #clear() {
    this.#noted = Promise.resolve(noNotes());
    this.#loading?.stop.abort();
    await this.#alone(() => this.#saving(() => this.#shelf.clear()));
  }
}

/** Lets acts run one after another. */
function inOrder() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (/** @type {() => Promise<void>} */ act) => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };
}
