/**
 * `mitate serve` on a small course of its own, in a temporary folder, with the means to edit it.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATIENCE } from './patience.js';
import { project } from './site.js';

/** Paragraphs enough to scroll. */
export const long = Array.from({ length: 60 }, (_, i) => `段落${i + 1}。場面を読み、見立てを言葉にします。`).join(
  '\n\n',
);

/** @type {Record<string, string>} */
const COURSE = {
  'course.yaml':
    'id: small\ntitle: 小さなコース\nlanguage: ja\nrevision: 1\ndescription: 試すためのコース。\nauthors: [試験]\nlicence: CC BY 4.0\n',
  'syllabus.yaml': 'areas:\n  - { id: m1, title: はじめ }\nitems:\n  - { id: item, title: 項目, en: item, area: m1 }\n',
  'glossary.yaml':
    'terms:\n  - { id: rapport, term: ラポール, reading: らぽーる, en: rapport, definition: 信頼の関係。 }\n',
  'modules/01-start/index.md':
    '---\ntitle: はじまり\nsummary: 最初のモジュール。\nminutes: 5\ncovers: [item]\n---\n\n始まりの文です。\n',
  'modules/01-start/10-first.md': page('一頁目', `最初の文です。\n\n## 見出し {#heading}\n\n${long}`),
  'modules/01-start/20-second.md': page('二頁目', '二頁目の文です。'),
};

/**
 * The source of a page.
 * @param {string} title
 * @param {string} body
 */
export function page(title, body) {
  return `---\ntitle: ${title}\nsummary: 一文の要約。\nminutes: 5\ncovers: [item]\n---\n\n${body}\n`;
}

/**
 * A course that is being served.
 * @typedef {object} Serving
 * @property {string} url   ends in a slash
 * @property {number} port
 * @property {string} key  lets a browser edit: `#edit=KEY` behind the address
 * @property {(file: string) => string} read
 * @property {(file: string) => boolean} has
 * @property {(file: string, text: string) => void} edit  writes as editors do: beside, then renamed into place
 * @property {(from: string, to: string) => void} rename
 * @property {(file: string) => void} remove
 * @property {() => Promise<number | null>} stop  SIGTERM; its exit code, null if it had to be killed
 */

/**
 * @param {Record<string, string>} [more]  files of the course beside its own
 * @returns {Promise<Serving>}
 */
export async function serve(more = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-serve-'));
  const at = (/** @type {string} */ file) => path.join(folder, 'course', file);
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    const beside = path.join(path.dirname(at(file)), `.${path.basename(file)}.swp~`);
    writeFileSync(beside, text);
    renameSync(beside, at(file));
  };
  for (const [file, text] of Object.entries({ ...COURSE, ...more })) write(file, text);
  write('theme/styles/99-own.css', 'main { outline: 3px solid rgb(9, 9, 9); }\n');

  const bin = process.env.MITATE_BIN;
  const [command, first] = bin ? [path.resolve(project, bin), []] : ['cargo', ['run', '--quiet', '--release', '--']];
  const child = spawn(
    command,
    [...first, 'serve', path.join(folder, 'course'), '--theme', path.join(folder, 'course/theme'), '--port', '0'],
    {
      cwd: bin ? folder : project,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.on('exit', (code) => resolve(code));
  });
  const clean = () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', clean);

  const { url, port, key } = await address(child, ended);
  return {
    url,
    port,
    key,
    edit: write,
    read: (file) => readFileSync(at(file), 'utf8'),
    has: (file) => existsSync(at(file)),
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (file) => rmSync(at(file)),
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      const code = await ended;
      clearTimeout(timer);
      clean();
      return child.signalCode === 'SIGKILL' ? null : code;
    },
  };
}

/**
 * The address in what the server says.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<unknown>} ended
 * @returns {Promise<{ url: string, port: number, key: string }>}
 */
function address(child, ended) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no address came:\n${said}`)), PATIENCE);
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /(http:\/\/127\.0\.0\.1:(\d+)\/)#edit=([0-9a-f]+)\s/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve({ url: found[1], port: Number(found[2]), key: found[3] });
    });
    void ended.then(() => reject(new Error(`mitate serve ended:\n${said}`)));
  });
}
