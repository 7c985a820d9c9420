/**
 * The course of course/, built for this test run: one exercise of every kind, and a form with every field.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveStatic } from './server.js';
import { mitate } from './site.js';
import { pack } from './single.js';
import { all } from './size.js';

const written = fileURLToPath(new URL('../course/', import.meta.url));

/** How it is named in its answer files. */
export const EVERY_KIND = { id: 'every-kind', title: 'すべての種類', revision: 1 };

/** Where its exercises and its form are. */
export const EXERCISES = 'all/exercises/index.html';
export const SHEET = 'worksheets/everything/index.html';
export const ANSWERS = 'answers/index.html';

/**
 * Builds it into a folder of its own, and again after the author has changed something; gone when the tests are over.
 * @param {'learner' | 'facilitator'} [edition]
 */
export async function buildCourse(edition = 'learner') {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-course-'));
  const source = path.join(folder, 'course');
  const out = path.join(folder, 'site');
  const single = path.join(folder, 'single.html');
  cpSync(written, source, { recursive: true });
  build();
  const server = await serveStatic(out);
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  function build() {
    const { status, stdout, stderr, error } = mitate(['build', source, '--edition', edition, '--out', out]);
    if (status !== 0) throw error ?? new Error(`mitate build failed (${status})\n${stdout}\n${stderr}`);
    if (all) pack(source, single, ['--edition', edition]);
  }

  /** @param {[file: string, change: (text: string) => string][]} changes */
  function edit(changes) {
    for (const [file, change] of changes) {
      const at = path.join(source, file);
      const before = readFileSync(at, 'utf8');
      const text = change(before);
      if (text === before) throw new Error(`nothing to change in ${file}`);
      writeFileSync(at, text);
    }
    build();
  }

  return {
    /** Its addresses. @type {import('./transports.js').Transport[]} */
    transports: [
      { name: 'file', root: `${pathToFileURL(out).href}/` },
      { name: 'http', root: server.url },
      ...(all ? [{ name: 'single', root: `${pathToFileURL(single).href}?/` }] : []),
    ],
    /** The author changes a file and builds again. @param {string} file @param {(text: string) => string} change */
    edit: (file, change) => edit([[file, change]]),
    /** The same with several files at once. */
    editAll: edit,
    /** The author gives something another id, and builds again. @param {string} what  such as `exercise:pick` @param {string} id */
    rename(what, id) {
      const { status, stderr, error } = mitate(['rename', what, id, '--course', source]);
      if (status !== 0) throw error ?? new Error(`mitate rename failed (${status})\n${stderr}`);
      build();
    },
  };
}
