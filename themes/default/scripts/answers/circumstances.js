/** What the browser and the settings say about storing answers here. */

import { current, read as readSettings } from '../settings/saved.js';

/** Does Firefox give this page a storage that no other page of the course can see? */
export function ownFile() {
  return location.protocol === 'file:' && CSS.supports('-moz-appearance', 'none');
}

/** Is the shared-PC mode on? */
export function isShared() {
  return (readSettings().shared ?? current().shared) === 'on';
}

/** What a failure to store means. @param {unknown} error @returns {'full' | 'failed' | 'too-long'} */
export function errorOf(error) {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  return name === 'QuotaExceededError' ? 'full' : error instanceof RangeError ? 'too-long' : 'failed';
}
