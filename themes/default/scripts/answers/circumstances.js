/** What the browser and the settings say about storing answers here. */

import { current, read as readSettings } from '../settings/saved.js';

/** Is the shared-PC mode on? */
export function isShared() {
  return (readSettings().shared ?? current().shared) === 'on';
}

/** What a failure to store means. @param {unknown} error @returns {'full' | 'failed' | 'too-long'} */
export function errorOf(error) {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  return name === 'QuotaExceededError' ? 'full' : error instanceof RangeError ? 'too-long' : 'failed';
}
