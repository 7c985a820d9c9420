/**
 * Stores an edition, file by file. What is stored already, of another edition or of a download that was interrupted, is not asked
 * for again. Every file must have the hash that the list has of it: a server where files are being replaced, or a network that
 * answers with a page of its own, never leads to half an edition.
 *
 * @typedef {import('./shelf.js').ListedFile} ListedFile
 * @typedef {import('./shelf.js').Shelf} Shelf
 */

import { addressOf } from './address.js';
import { listOf } from './shelf.js';

const AT_ONCE = 4;

/** Why a download did not come to its end. */
export class DownloadError extends Error {
  /** @param {import('./readers.js').Trouble} trouble */
  constructor(trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What a failure means. @param {unknown} error @returns {import('./readers.js').Trouble} */
export function troubleOf(error) {
  if (error instanceof DownloadError) return error.trouble;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'paused';
}

/**
 * @param {string} root
 * @param {string} edition
 * @param {Shelf} shelf
 * @param {AbortSignal} signal
 * @param {(done: number, total: number) => void} progress  in bytes
 */
export async function download(root, edition, shelf, signal, progress) {
  const { text } = await fetched(root, ['offline/files.json', edition, 0], signal);
  await shelf.setNote(`list ${edition}`, text());
  const list = listOf(text());
  const missing = await shelf.missing(list);
  const total = sum([...list.values()]);
  let done = total - sum(missing);
  await expectRoom(sum(missing));
  progress(done, total);
  const rest = missing.values();
  const work = async () => {
    for (const row of rest) {
      const { bytes, headers } = await fetched(root, row, signal);
      await shelf.put(row, bytes, headers);
      done += row[2];
      progress(done, total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if ((await shelf.missing(list)).length > 0) throw new DownloadError('paused');
}

/** @param {ListedFile[]} rows */
const sum = (rows) => rows.reduce((bytes, row) => bytes + row[2], 0);

/** @param {string} root @param {ListedFile} row @param {AbortSignal} signal */
async function fetched(root, [path, hash], signal) {
  const response = await fetch(addressOf(root, path), { cache: 'no-cache', credentials: 'same-origin', signal });
  if (!response.ok) throw new DownloadError(response.status < 500 ? 'mixed' : 'paused');
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ((await hashOf(bytes)) !== hash) throw new DownloadError('mixed');
  return { bytes, headers: response.headers, text: () => new TextDecoder().decode(bytes) };
}

/** Half of the SHA-256 hash, in hexadecimal digits, as the list has it. @param {Uint8Array<ArrayBuffer>} bytes */
export async function hashOf(bytes) {
  const half = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
  return Array.from(half, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {number} bytes */
async function expectRoom(bytes) {
  const { quota, usage = 0 } = await navigator.storage.estimate();
  if (quota !== undefined && quota - usage < bytes) throw new DownloadError('full');
}
