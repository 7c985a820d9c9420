/**
 * The two ways in which a site reaches a reader: unpacked on a disk, and from a web server.
 */

import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serveStatic } from './server.js';
import { site } from './site.js';

const server = await serveStatic(site);
after(() => server.close());

/** Each with the address of the site's folder, ending in a slash. @type {{ name: string, root: string }[]} */
export const transports = [
  { name: 'file', root: `${pathToFileURL(site).href}/` },
  { name: 'http', root: server.url },
];
