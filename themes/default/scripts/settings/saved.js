/**
 * The reader's settings as they are kept: one JSON object in localStorage, one data attribute each on <html>.
 *
 * The key carries the course's id because Chromium shares one storage among all local files. Values are plain words;
 * what they look like is the style sheet's business.
 *
 * @typedef {Partial<Record<Name, string>>} Settings
 * @typedef {'furigana' | 'size' | 'theme' | 'contrast' | 'numbers' | 'keys' | 'shared' | 'welcome'} Name
 */

/** Every setting there is. @type {readonly Name[]} */
export const NAMES = ['furigana', 'size', 'theme', 'contrast', 'numbers', 'keys', 'shared', 'welcome'];

const root = document.documentElement;

/** Where the settings of this course are kept. */
export function storageKey() {
  return `mitate:${root.dataset.course ?? ''}:settings`;
}

/**
 * The saved settings; empty if nothing is saved, if it is not ours, or if the browser refuses storage.
 * @returns {Settings}
 */
export function read() {
  try {
    return only(JSON.parse(localStorage.getItem(storageKey()) ?? '{}'));
  } catch {
    return {};
  }
}

/**
 * Saves the settings. False if the browser does not keep them (private mode, storage full or refused).
 * @param {Settings} settings
 */
export function write(settings) {
  try {
    localStorage.setItem(storageKey(), JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows the settings on the page. What is not set stays as the template has it.
 * @param {Settings} settings
 */
export function apply(settings) {
  for (const name of NAMES) {
    const value = settings[name];
    if (value !== undefined) root.dataset[name] = value;
  }
}

/**
 * The settings that are in force now.
 * @returns {Settings}
 */
export function current() {
  return only(root.dataset);
}

/**
 * Drops what is no setting: storage and addresses can hold anything.
 * @param {unknown} value
 * @returns {Settings}
 */
export function only(value) {
  /** @type {Settings} */
  const settings = {};
  if (typeof value !== 'object' || value === null) return settings;
  for (const name of NAMES) {
    const word = /** @type {Record<string, unknown>} */ (value)[name];
    if (typeof word === 'string' && /^[a-z0-9-]{1,16}$/.test(word)) settings[name] = word;
  }
  return settings;
}
