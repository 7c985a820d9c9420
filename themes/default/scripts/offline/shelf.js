/**
 * What is stored for reading without a network: the files of editions, and notes. Both are caches of the browser whose names
 * hold the address of the site, because one host may have several.
 *
 * A file is stored under its path and the hash of its bytes, so that two editions share what is the same in both. An edition is
 * its list. Learners' answers are elsewhere (answers/), and nothing here touches them.
 *
 * @typedef {[path: string, hash: string, bytes: number]} ListedFile  of offline/files.json
 * @typedef {Map<string, ListedFile>} List  by path
 */

import { addressOf } from './address.js';

/** The names of the caches. @param {string} root */
export const cachesOf = (root) => [`mitate:offline:${root}`, `mitate:offline-notes:${root}`];

/** What of a server's answer a page may depend on. Others, such as the length, are about how it was sent. */
const HEADERS = [
  'content-type',
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
];

export class Shelf {
  #root;
  /** @type {Map<string, List>} */
  #lists = new Map();

  /** @param {string} root */
  constructor(root) {
    this.#root = root;
  }

  #files = () => caches.open(cachesOf(this.#root)[0]);
  #notes = () => caches.open(cachesOf(this.#root)[1]);
  /** @param {ListedFile} row */
  #key = ([path, hash]) => `${addressOf(this.#root, path)}?${hash}`;
  /** @param {string} name */
  #noteKey = (name) => `${this.#root}?${encodeURIComponent(name)}`;

  /** @param {string} name @returns {Promise<string | undefined>} */
  async note(name) {
    const kept = await (await this.#notes()).match(this.#noteKey(name));
    return kept?.text();
  }

  /** @param {string} name @param {string} text */
  async setNote(name, text) {
    await (await this.#notes()).put(this.#noteKey(name), new Response(text));
  }

  /** The files of an edition; none if it is not known. @param {string} edition @returns {Promise<List>} */
  async list(edition) {
    const known = this.#lists.get(edition);
    if (known) return known;
    const list = listOf((await this.note(`list ${edition}`)) ?? '[]');
    if (list.size > 0) this.#lists.set(edition, list);
    return list;
  }

  /** @param {ListedFile | undefined} row */
  async file(row) {
    return row && (await this.#files()).match(this.#key(row));
  }

  /** @param {ListedFile} row @param {Uint8Array<ArrayBuffer>} bytes @param {Headers} headers  of the server's answer */
  async put(row, bytes, headers) {
    const kept = HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [/** @type {[string, string]} */ ([name, value])];
    });
    await (await this.#files()).put(this.#key(row), new Response(bytes, { headers: kept }));
  }

  /** The rows of a list whose files are not stored. @param {List} list */
  async missing(list) {
    const stored = new Set((await (await this.#files()).keys()).map(({ url }) => url));
    return [...list.values()].filter((row) => !stored.has(this.#key(row)));
  }

  /** Deletes the lists of all other editions, and the files that are in none of these. @param {Set<string>} editions */
  async keepOnly(editions) {
    const [files, notes] = [await this.#files(), await this.#notes()];
    const lists = await Promise.all([...editions].map((edition) => this.list(edition)));
    const needed = new Set(lists.flatMap((list) => [...list.values()].map(this.#key)));
    const listKeys = new Set([...editions].map((edition) => this.#noteKey(`list ${edition}`)));
    const isList = this.#noteKey('list ');
    for (const key of await files.keys()) if (!needed.has(key.url)) await files.delete(key);
    for (const key of await notes.keys())
      if (key.url.startsWith(isList) && !listKeys.has(key.url)) await notes.delete(key);
    for (const edition of this.#lists.keys()) if (!editions.has(edition)) this.#lists.delete(edition);
  }

  /** How many lists are stored. */
  async editions() {
    const isList = this.#noteKey('list ');
    return (await (await this.#notes()).keys()).filter(({ url }) => url.startsWith(isList)).length;
  }

  async clear() {
    this.#lists.clear();
    for (const name of cachesOf(this.#root)) await caches.delete(name);
  }
}

/** @param {string} text  of offline/files.json @returns {List} */
export function listOf(text) {
  /** @type {unknown} */
  const rows = JSON.parse(text);
  const isRow = (/** @type {any} */ row) =>
    Array.isArray(row) && typeof row[0] === 'string' && /^[0-9a-f]{32}$/.test(row[1]) && Number.isInteger(row[2]);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new SyntaxError('this is no list of files');
  return new Map(rows.map((row) => [row[0], row]));
}
