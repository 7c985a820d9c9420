/**
 * The built site under test: MITATE_SITE if it is given, else the learners' edition of the bundled course, built now into
 * a temporary folder by MITATE_BIN or by cargo. lib/facilitator.js has the other edition.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const project = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Runs mitate and waits for it.
 * @param {string[]} args
 */
export function mitate(args) {
  const [command, first] = process.env.MITATE_BIN
    ? [path.resolve(project, process.env.MITATE_BIN), []]
    : ['cargo', ['run', '--quiet', '--release', '--']];
  return spawnSync(command, [...first, ...args], { cwd: project, encoding: 'utf8' });
}

/** Every file in a folder, relative to it, sorted. @param {string} folder */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();

/**
 * The site of an edition, and what is asked of its files.
 * @param {'learner' | 'facilitator'} edition
 * @param {string | undefined} built  its folder, if it is built already
 */
export function open(edition, built) {
  /** The site's folder, absolute, without a slash at its end. */
  const site = built ? path.resolve(project, built) : build(edition);

  /** Every file of the site, relative to its folder, sorted. @type {string[]} */
  const files = filesOf(site);

  /** Every page among them. */
  const pages = files.filter((file) => file.endsWith('.html'));

  /** @param {string} file  relative to the site */
  const source = (file) => readFileSync(path.join(site, file), 'utf8');

  /**
   * What kind of page a file is: the `data-kind` of its <html>.
   * @param {string} page
   */
  const kindOf = (page) => /<html[^>]*\sdata-kind="([^"]*)"/.exec(source(page))?.[1] ?? 'unknown';

  /** The first page of every kind, by kind. @type {Map<string, string>} */
  const samples = new Map([...pages].reverse().map((page) => [kindOf(page), page]));

  /**
   * The first page whose source matches; undefined if the course has none.
   * @param {RegExp} pattern
   */
  const pageWith = (pattern) => pages.find((page) => pattern.test(source(page)));

  return { site, files, pages, source, kindOf, samples, pageWith };
}

/** @param {string} edition */
function build(edition) {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'mitate-site-')), 'site');
  process.on('exit', () => rmSync(path.dirname(out), { recursive: true, force: true }));
  const { status, stdout, stderr, error } = mitate(['build', 'content', '--edition', edition, '--out', out]);
  if (status !== 0) throw error ?? new Error(`mitate build failed (${status})\n${stdout}\n${stderr}`);
  return out;
}

export const { site, files, pages, source, kindOf, samples, pageWith } = open('learner', process.env.MITATE_SITE);
