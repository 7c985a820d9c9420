/**
 * Courses of one id in one storage: on local files, which Chromium gives one storage, also as one file each, and under two paths of one host.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveStatic } from './server.js';
import { pack } from './single.js';
import { mitate } from './site.js';
import { all } from './size.js';

const written = fileURLToPath(new URL('../course/', import.meta.url));

/**
 * Builds a course under each name.
 * @param {Record<string, string>} titles  by name
 */
export async function buildCourses(titles) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-courses-'));
  const sites = path.join(folder, 'sites');
  const single = (/** @type {string} */ name) => path.join(folder, `${name}.html`);
  for (const [name, title] of Object.entries(titles)) {
    const source = path.join(folder, name);
    cpSync(written, source, { recursive: true });
    const config = path.join(source, 'course.yaml');
    writeFileSync(config, readFileSync(config, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
    const { status, stdout, stderr, error } = mitate(['build', source, '--out', path.join(sites, name)]);
    if (status !== 0) throw error ?? new Error(`mitate build failed (${status})\n${stdout}\n${stderr}`);
    if (all) pack(source, single(name));
  }
  const server = await serveStatic(sites);
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  /** What comes before the path of a page of a course. @type {{ name: string, rootOf: (course: string) => string }[]} */
  return [
    { name: 'file', rootOf: (course) => `${pathToFileURL(sites).href}/${course}/` },
    { name: 'http', rootOf: (course) => `${server.url}${course}/` },
    ...(all
      ? [{ name: 'single', rootOf: (/** @type {string} */ name) => `${pathToFileURL(single(name)).href}?/` }]
      : []),
  ];
}
