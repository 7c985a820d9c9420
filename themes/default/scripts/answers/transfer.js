/**
 * Out to a file and in from one, for any page that has a store: the forms' save line offers both.
 *
 * @typedef {import('./store.js').Store} Store
 */

import { catalogueOf, collect } from './collect.js';
import { exportAs } from './export.js';
import { importFrom } from './import.js';
import { remember } from './remember.js';

/**
 * @param {Store} store
 * @returns {Promise<string>}  what to say about it; "" if it was cancelled
 */
export async function saveFile(store) {
  return exportAs(await collect(store), 'file');
}

/**
 * @param {Store} store
 * @param {File} file
 * @returns {Promise<string>}
 */
export function loadFile(store, file) {
  return importFrom(store, file);
}

/**
 * Notes how the fields are called that are answered on this page.
 * @param {Store} store
 * @param {{ key: string, fields: import('./record.js').Fields }[]} works
 */
export async function rememberNames(store, works) {
  await remember(store, await catalogueOf(), works);
}

/** @returns {Promise<File | undefined>}  undefined if none was chosen; an older browser that does not say so never answers */
export function pickFile() {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
