/**
 * A course with `offline: true` on a server whose site can be replaced, cut off, and made to fail, always at the same address.
 */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { serveStatic } from './server.js';
import { filesOf, mitate } from './site.js';

/** @typedef {import('node:http').ServerResponse} ServerResponse */

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const scratch = mkdtempSync(path.join(tmpdir(), 'mitate-offline-'));
after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/**
 * A copy of a course with the key, or without it, with a picture on its first page, built.
 * @param {string} name  of its folder
 * @param {string} from  the course
 * @param {{ key?: boolean, edit?: (course: string) => void, theme?: string }} [options]
 * @returns {string} the site
 */
export function buildOffline(name, from, { key = true, edit = () => {}, theme } = {}) {
  const [course, out] = [path.join(scratch, name, 'course'), path.join(scratch, name, 'site')];
  cpSync(from, course, { recursive: true });
  const info = path.join(course, 'course.yaml');
  if (key) writeFileSync(info, `${readFileSync(info, 'utf8')}\noffline: true\n`);
  edit(course);
  const more = theme ? ['--theme', theme] : [];
  const { status, stdout, stderr, error } = mitate(['build', course, '--out', out, ...more]);
  if (status !== 0) throw error ?? new Error(`mitate build failed (${status})\n${stdout}\n${stderr}`);
  return out;
}

/** A page with a picture. @param {string} course */
export function addPicture(course) {
  mkdirSync(path.join(course, 'images'), { recursive: true });
  writeFileSync(path.join(course, 'images/図 1.png'), PIXEL);
  const front = '---\ntitle: 図のある頁\n---\n';
  writeFileSync(path.join(course, 'modules/01-all/90-picture.md'), `${front}\n![一つの点](../../images/図%201.png)\n`);
}

/** A theme that differs in a script that pages load when they need it. */
export function markedTheme() {
  const theme = path.join(scratch, 'theme');
  mkdirSync(path.join(theme, 'assets'), { recursive: true });
  const search = readFileSync(new URL('../../../themes/default/assets/search.js', import.meta.url), 'utf8');
  writeFileSync(path.join(theme, 'assets/search.js'), `${search}/* second edition */\n`);
  return theme;
}

/** Every file of a site that a server hands out. @param {string} site */
export const publishedFiles = (site) => filesOf(site).filter((file) => !path.basename(file).startsWith('.'));

/**
 * A server at an address of its own.
 * @param {string} site
 */
export async function serveChanging(site) {
  const now = {
    site,
    /** What was asked for. @type {string[]} */
    asked: [],
    /** Answers instead of the server. @type {(path: string, response: ServerResponse) => boolean} */
    instead: () => false,
  };
  const options = {
    folderNow: () => now.site,
    instead: (/** @type {string} */ file, /** @type {ServerResponse} */ response) => {
      now.asked.push(file);
      return now.instead(file, response);
    },
  };
  let server = await serveStatic(site, options);
  const { url } = server;
  let isOpen = true;
  const close = async () => {
    if (isOpen) await server.close();
    isOpen = false;
  };
  after(close);
  return Object.assign(now, {
    url,
    close,
    /** Opens it again, at the same address. */
    open: async () => {
      server = await serveStatic(site, { ...options, port: Number(new URL(url).port) });
      isOpen = true;
    },
  });
}
