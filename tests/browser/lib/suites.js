/**
 * Public test suites through mitate: each case is a page of a course; what `check` reports of it, and what its page shows.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mitate } from './site.js';

/** @typedef {{ codes: string[], html: string | undefined }} Outcome  errors, and the text of the page if there are none */

/** @param {string} folder @param {string} file @param {string} text */
function put(folder, file, text) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** Does something with an empty course, and removes it. @template T @param {(folder: string) => T} use @returns {T} */
export function withCourse(use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-suite-'));
  try {
    put(folder, 'course.yaml', 'id: suite\ntitle: 試験\nlanguage: ja\nrevision: 1\n');
    put(folder, 'modules/01-m/index.md', '---\ntitle: はじめ\n---\n本文。\n');
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The codes of the errors that `check` reports, by file. @param {string} folder */
export function errorsOf(folder) {
  const { stdout } = mitate(['check', folder, '--format', 'json']);
  /** @type {Map<string, string[]>} */
  const errors = new Map();
  for (const line of stdout.split('\n').filter((it) => it !== '')) {
    const { path: file, severity, code } = JSON.parse(line);
    if (severity === 'error') errors.set(file, [...(errors.get(file) ?? []), code]);
  }
  return errors;
}

/**
 * Each text as a page. `linked` are files in the top folder of the course, for links such as `/url`.
 * @param {string[]} texts
 * @param {string[]} [linked]
 * @returns {Outcome[]}
 */
export function outcomes(texts, linked = []) {
  return withCourse((folder) => {
    for (const file of linked) put(folder, file, 'x');
    const files = texts.map((_, index) => `modules/01-m/${index + 10}-c${index}.md`);
    texts.forEach((text, index) => put(folder, files[index], `---\ntitle: 例\n---\n${text}`));
    const errors = errorsOf(folder);
    for (const file of errors.keys()) rmSync(path.join(folder, file), { force: true });
    const out = path.join(folder, 'site');
    const { status, stderr } = mitate(['build', folder, '--out', out]);
    if (status !== 0) throw new Error(stderr);
    return texts.map((_, index) => {
      const codes = errors.get(files[index]) ?? [];
      const page = path.join(out, `m/c${index}/index.html`);
      return { codes, html: codes.length > 0 ? undefined : article(readFileSync(page, 'utf8')) };
    });
  });
}

/** @param {string} page */
function article(page) {
  const [, rest] = page.split('<article class="body">');
  return rest.split('</article>')[0].split('<nav')[0];
}

/**
 * HTML in one spelling: without attributes but those that mean something to a reader, blanks between blocks, and the elements and
 * words that mitate puts around what an author wrote.
 * @param {string} html
 */
export function plain(html) {
  return html
    .replace(/<span[^>]*>|<\/span>|<figure[^>]*>|<\/figure>|<div[^>]*>|<\/div>/g, '')
    .replace(/<a class="anchor"[^>]*>[^]*?<\/a>/g, '')
    .replace(/<(\/?)s>/g, '<$1del>')
    .replace(/<([a-z0-9]+)((?: [^<>]*)?)>/g, (_, name, attributes) => {
      const kept = [...attributes.matchAll(/ (href|src|alt|start)="([^"]*)"/g)];
      const written = kept.map(([, key, value]) => ` ${key}="${key === 'alt' ? value : unescaped(value)}"`);
      return `<${name}${written.sort().join('')}>`;
    })
    .replace(/<!--[^]*?-->/g, '')
    .replace(/"(?:\.\.\/)+files\//g, '"/')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\s*(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|t[hd]|br)\b[^>]*>)\s*/g, '$1')
    .trim();
}

/** An address as it was written: which of its characters are coded as % makes no difference. @param {string} address */
function unescaped(address) {
  return address.replace(/%[0-9A-F]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return character < '\x7f' && character > ' ' ? character : code;
  });
}

/**
 * The differences that are known; with UPDATE=1 they become `found`.
 * @template T @param {string} suite @param {T} found @returns {T}
 */
export function recorded(suite, found) {
  // A group or a text in each line.
  const lines = JSON.stringify(found).replace(/([\]"]),(?="[^"]*":)|(?<="),(?=")/g, '$1,\n ');
  if (process.env.UPDATE === '1') writeFileSync(file(suite), `${lines}\n`);
  return known(suite);
}

/** The differences that are known. @param {string} suite */
export const known = (suite) => JSON.parse(readFileSync(file(suite), 'utf8'));

/** @param {string} suite */
const file = (suite) => new URL(`../suites/${suite}.json`, import.meta.url);

/** What a package gives. Its types are not needed. @param {string} name @returns {Promise<any>} */
export const load = async (name) => (await import(name)).default;
