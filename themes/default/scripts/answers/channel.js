/**
 * Announces to the other tabs of the course what was written, and receives the same from them. A message holds only addresses: its reader
 * reads the store itself, so that no message has to be trusted.
 */

import { parseAddress } from './record.js';

const MANY = 50; // addresses in one message; above that, "much changed"

/**
 * @param {string} course
 * @param {(addresses: string[] | null) => void} heard  null: much changed
 */
export function channelOf(course, heard) {
  /** @type {BroadcastChannel | undefined} */
  let channel;
  try {
    channel = new BroadcastChannel(`mitate:${course}`);
    channel.onmessage = ({ data }) => {
      if (data === 'many') heard(null);
      else if (Array.isArray(data)) heard(data.filter((one) => typeof one === 'string' && parseAddress(one)));
    };
  } catch {
    channel = undefined;
  }
  return {
    works: channel !== undefined,
    close: () => channel?.close(),
    /** @param {string[] | null} addresses */
    tell(addresses) {
      if (addresses?.length === 0) return;
      channel?.postMessage(addresses && addresses.length <= MANY ? addresses : 'many');
    },
  };
}
