/**
 * An LMS for tests: it launches a package in a frame, with `scorm-again` behind a wrapper that is as strict as the standard. The wrapper
 * counts UTF-16 units, refuses what is longer than this LMS holds, and notes each call that comes in the wrong order. What is committed
 * goes to the server and is there at the next launch of the same learner, in whatever browser.
 */

import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { TYPES } from './server.js';
import { mitate } from './site.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */
/** @typedef {import('playwright-core').BrowserContext} Context */
/** @typedef {'scorm12' | 'scorm2004' | 'cmi5'} LmsKind */
/** @typedef {import('node:http').IncomingMessage} Incoming */
/** @typedef {import('node:http').ServerResponse} Outgoing */

const require = createRequire(import.meta.url);
const PLAYER = readFileSync(new URL('./lms-player.js', import.meta.url), 'utf8');

/** @type {string[]} */
const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that is gone when all tests of the file are over. */
export function ownFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-lms-'));
  folders.push(folder);
  return folder;
}

/** Packages a course and unpacks it; gone when all tests of the file are over. @param {string} course @param {LmsKind} kind @param {string[]} [more] */
export function unpackedPackage(course, kind, more = []) {
  const folder = ownFolder();
  const file = path.join(folder, 'package.zip');
  const { status, stdout, stderr } = mitate(['package', course, '--as', kind, '--out', file, ...more]);
  if (status !== 0) throw new Error(`mitate package failed (${status})\n${stdout}\n${stderr}`);
  const out = path.join(folder, 'content');
  const unzip = spawnSync('unzip', ['-q', file, '-d', out], { encoding: 'utf8' });
  if (unzip.status !== 0) throw new Error(`unzip failed\n${unzip.stderr}`);
  return { folder: out, said: stdout };
}

/** Serves on this machine until all tests of the file are over; where. @param {(request: Incoming, response: Outgoing) => void} answer */
export async function serve(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${address.port}/`;
}

export class Lms {
  /** What is stored of each learner: names and values, in the order in which they were set first. @type {Map<string, Record<string, string>>} */
  records = new Map();
  /** What a course did that the standard does not allow. @type {string[]} */
  faults = [];
  /** Every request that came, as `METHOD path`. @type {string[]} */
  requests = [];
  /** Calls that set something, of all launches. @type {string[]} */
  calls = [];
  url = '';
  /** Where documents and statements go, for an LMS with an LRS. */
  lrs = '';
  /** The launches that have ended. @type {Set<string>} */
  #ended = new Set();
  /** Who waits for the end of a launch. @type {Map<string, () => void>} */
  #waiting = new Map();
  #launches = 0;
  kind;
  /** How the LMS behaves: `room` is what it holds of the copy. @type {{ room: number, way: string }} */
  behaviour = { room: 4096, way: '' };
  #folder;

  /** @param {LmsKind} kind @param {string} folder  the unpacked package */
  constructor(kind, folder) {
    this.kind = kind;
    this.#folder = folder;
  }

  async start() {
    this.url = await serve((request, response) => this.#answer(request, response));
    return this;
  }

  /** @param {string} learner */
  record(learner) {
    return this.records.get(learner) ?? {};
  }

  /** Lets an LMS hold a copy. @param {string} learner @param {string} copy */
  give(learner, copy) {
    this.records.set(learner, { 'cmi.suspend_data': copy });
  }

  /** What the player of a launch gets, which is a new beginning. @param {string} learner @param {string} launch @returns {Record<string, unknown>} */
  begin(learner, launch) {
    this.#ended.delete(launch);
    return { kind: this.kind, ...this.behaviour, values: this.record(learner), src: 'content/lms.html' };
  }

  /** A launch has ended. @param {string} launch */
  ended(launch) {
    this.#ended.add(launch);
    this.#waiting.get(launch)?.();
  }

  /** Opens the course as a learner does in the LMS. @param {Context} context @param {string} learner */
  async launch(context, learner) {
    const page = await context.newPage();
    const launch = String((this.#launches += 1));
    await page.goto(`${this.url}player.html?learner=${encodeURIComponent(learner)}&launch=${launch}`);
    return new Launched(page, this, learner, launch);
  }

  /** Resolves when a launch has ended and what it stored has arrived. @param {string} launch */
  async end(launch) {
    if (this.#ended.has(launch)) return;
    await new Promise((resolve) => {
      this.#waiting.set(launch, () => resolve(undefined));
    });
  }

  /** @param {Incoming} request @param {Outgoing} response */
  #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${pathname}`);
    const send = (/** @type {string} */ type, /** @type {string} */ text) => {
      response.writeHead(200, { 'content-type': type });
      response.end(text);
    };
    if (pathname === '/player.html')
      return send(
        TYPES['.html'],
        `<!doctype html><title>LMS</title><style>html,body,iframe{margin:0;width:100%;height:100%;border:0}</style>${
          this.kind === 'cmi5' ? '' : '<script src="api.js"></script>'
        }<script src="player.js" defer></script><body></body>`,
      );
    if (pathname === '/player.js') return send(TYPES['.js'], PLAYER);
    if (pathname === '/api.js')
      return send(TYPES['.js'], readFileSync(require.resolve(`scorm-again/${this.kind}`), 'utf8'));
    if (pathname === '/record') {
      const begun = this.begin(searchParams.get('learner') ?? '', searchParams.get('launch') ?? '');
      return send(TYPES['.json'], JSON.stringify(begun));
    }
    if (pathname === '/commit') return void this.#commit(request, response);
    return this.#file(pathname, response);
  }

  /** @param {Incoming} request @param {Outgoing} response */
  async #commit(request, response) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { launch, isLast, learner, values, faults, calls } = JSON.parse(text);
    this.records.set(learner, values);
    this.faults.push(...faults);
    this.calls.push(...calls);
    if (isLast) this.ended(launch);
    response.end();
  }

  /** @param {string} pathname @param {Outgoing} response */
  #file(pathname, response) {
    const file = path.join(this.#folder, decodeURIComponent(pathname.replace(/^\/content\//, '')));
    if (!pathname.startsWith('/content/') || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404);
      response.end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  }
}

/** A course that is open in the LMS. */
export class Launched {
  page;
  #lms;
  #learner;
  #launch;

  /** @param {Page} page @param {Lms} lms @param {string} learner @param {string} launch */
  constructor(page, lms, learner, launch) {
    this.#launch = launch;
    this.page = page;
    this.#lms = lms;
    this.#learner = learner;
  }

  /** The document around the pages. */
  around() {
    return this.page.frameLocator('iframe');
  }

  /** Goes on when the learner was informed of what is sent; what was said. */
  async accept() {
    const room = this.around().locator('[data-lms-told]');
    await room.locator('button.primary').waitFor();
    const said = await room.innerText();
    await room.locator('button.primary').click();
    return said;
  }

  /** What the bar says, once it is in one of these states. @param {...string} states */
  async bar(...states) {
    const wanted = states.map((state) => `[data-lms-bar][data-state="${state}"]`).join(', ');
    const bar = this.around().locator(wanted);
    await bar.waitFor({ state: 'attached' });
    return bar.innerText();
  }

  /** The frame of the pages, showing `path`; it is gone to if a path is given. @param {string} [wanted] @returns {Promise<Frame>} */
  async site(wanted) {
    const inner = this.around().locator('iframe.lms-site:not([hidden])');
    await inner.waitFor();
    const frame = await (await inner.elementHandle())?.contentFrame();
    if (!frame) throw new Error('there is no frame');
    if (wanted !== undefined) await frame.goto(`${this.#lms.url}content/${wanted}`);
    await frame.waitForLoadState('load');
    return frame;
  }

  /** Leaves the course as an LMS does: it takes the frame away. Returns what is stored then. */
  async leave() {
    await this.page.evaluate(() => document.querySelector('iframe')?.remove());
    await this.#lms.end(this.#launch);
    await this.page.close();
    return this.#lms.record(this.#learner);
  }
}
