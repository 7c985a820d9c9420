/**
 * The two ways in which a site reaches a reader: unpacked on a disk, and from a web server.
 */

import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serveStatic } from './server.js';
import { site } from './site.js';

/**
 * Each with the address of the site's folder, ending in a slash.
 * @param {string} folder  the site
 * @returns {Promise<{ name: string, root: string }[]>}
 */
export async function transportsOf(folder) {
  const server = await serveStatic(folder);
  after(() => server.close());
  return [
    { name: 'file', root: `${pathToFileURL(folder).href}/` },
    { name: 'http', root: server.url },
  ];
}

/** Those of the learners' edition. */
export const transports = await transportsOf(site);
