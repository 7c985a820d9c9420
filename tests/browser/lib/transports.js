/**
 * The ways in which a site reaches a reader: unpacked on a disk, from a web server, and, in `--all`, as one file from a disk.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serveStatic } from './server.js';
import { pack } from './single.js';
import { site } from './site.js';
import { all } from './size.js';

/** @typedef {{ name: string, root: string }} Transport  what comes before the path of a page in its address */

/**
 * @param {string} folder  the site
 * @param {string[]} course  what it is built from, as the command line has it
 * @returns {Promise<Transport[]>}
 */
export async function transportsOf(folder, course) {
  const server = await serveStatic(folder);
  after(() => server.close());
  return [
    { name: 'file', root: `${pathToFileURL(folder).href}/` },
    { name: 'http', root: server.url },
    ...(all ? [{ name: 'single', root: packed(course) }] : []),
  ];
}

/** The course as one file, gone when the tests are over: what comes before the path of a page in it. @param {string[]} course */
export function packed([course, ...more]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-single-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'course.html');
  pack(course, file, more);
  return `${pathToFileURL(file).href}?/`;
}

/** Those of the learners' edition. */
export const transports = await transportsOf(site, ['content']);
