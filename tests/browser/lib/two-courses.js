/**
 * Courses of one id in one storage: on local files, which Chromium gives one storage, and under two paths of one host.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveStatic } from './server.js';
import { mitate } from './site.js';

const written = fileURLToPath(new URL('../course/', import.meta.url));

/**
 * Builds a course under each name.
 * @param {Record<string, string>} titles  by name
 */
export async function buildCourses(titles) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-courses-'));
  const sites = path.join(folder, 'sites');
  for (const [name, title] of Object.entries(titles)) {
    const source = path.join(folder, name);
    cpSync(written, source, { recursive: true });
    const config = path.join(source, 'course.yaml');
    writeFileSync(config, readFileSync(config, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
    const { status, stdout, stderr, error } = mitate(['build', source, '--out', path.join(sites, name)]);
    if (status !== 0) throw error ?? new Error(`mitate build failed (${status})\n${stdout}\n${stderr}`);
  }
  const server = await serveStatic(sites);
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  /** Where the courses are, with a slash at the end. @type {{ name: string, root: string }[]} */
  return [
    { name: 'file', root: `${pathToFileURL(sites).href}/` },
    { name: 'http', root: server.url },
  ];
}
