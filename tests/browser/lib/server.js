/**
 * A static server as plain as any host of such a site: on the loopback only, below a folder, with the 404 page of the site.
 */

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** The types of files by the ends of their names. @type {Record<string, string>} */
export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** The folder that the site appears in: pages must not count on being at the root of a host. */
const BELOW = '/some/folder/';

/**
 * @param {string} first  the folder of the site
 * @param {object} [options]
 * @param {number} [options.port]
 * @param {() => string} [options.folderNow]  the folder at each request: a site may be replaced by another
 * @param {(path: string, response: import('node:http').ServerResponse) => boolean} [options.instead]  answers, or leaves it to the server
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveStatic(first, { port = 0, folderNow = () => first, instead = () => false } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const folder = folderNow();
    if (instead(decodeURIComponent(pathname.slice(BELOW.length)), response)) return;
    const file = path.join(folder, decodeURIComponent(pathname.slice(BELOW.length)));
    const known =
      pathname.startsWith(BELOW) && file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!known) {
      const page = path.join(folder, '404.html');
      const has = pathname.startsWith(BELOW) && statSync(page, { throwIfNoEntry: false })?.isFile();
      response.writeHead(404, has ? { 'content-type': TYPES['.html'] } : {});
      if (has) createReadStream(page).pipe(response);
      else response.end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${BELOW}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
