/**
 * A package in a real LMS, wagtail-lms (tests/lms/): an administrator uploads it, a learner writes and leaves, and goes on in a fresh browser.
 * `tests/run.sh --all` installs the LMS, and says which Python has it (MITATE_LMS_PYTHON).
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundled } from '../lib/bundled.js';
import { launch } from '../lib/chromium.js';
import { EXERCISES } from '../lib/course.js';
import { answersAreIn, until } from '../lib/hands.js';
import { formOf } from '../lib/kinds.js';
import { Launched, Lms, ownFolder, unpackedPackage } from '../lib/lms.js';
import { PATIENCE } from '../lib/patience.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** @type {typeof import('../../../themes/default/scripts/lms/pack.js')} */
const { unpacked } = await bundled('lms/pack.js');
const python = process.env.MITATE_LMS_PYTHON;
const skip = python ? false : 'MITATE_LMS_PYTHON names no Python with wagtail-lms';
const site = fileURLToPath(new URL('../../lms/wagtail_site.py', import.meta.url));
const course = fileURLToPath(new URL('../course/', import.meta.url));
const REASON = `${formOf('pick')} [name="reason"]`;

/** @type {import('playwright-core').Browser} */
let browser;
let root = '';
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
before(async () => {
  if (!python) return;
  browser = await launch();
  const port = await freePort();
  root = `http://127.0.0.1:${port}/`;
  server = spawn(python, [site, ownFolder(), String(port)]);
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    assert.equal(server.exitCode, null, said);
    if ((await fetch(`${root}login/`).catch(() => undefined))?.ok) return;
    await new Promise(setImmediate);
  }
  throw new Error('the LMS does not answer');
});
after(() => {
  server?.kill();
  return browser?.close();
});

/** A port that nothing listens on. @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** A fresh browser in which someone has logged in. @param {string} name */
async function loggedIn(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${root}login/`);
  await page.locator('[name="username"]').fill(name);
  await page.locator('[name="password"]').fill('learn');
  await page.locator('button').click();
  await page.waitForURL(`${root}course/`);
  return page;
}

/** The course, opened from the page of its lesson. @param {string} name @param {number} lesson */
async function opened(name, lesson) {
  const page = await loggedIn(name);
  const enrol = page.locator('a[href*="/enroll/"]');
  if ((await enrol.count()) > 0) await enrol.click();
  await page.locator('.lms-enrollment .lms-notice').waitFor();
  await page.goto(`${root}course/lesson-${lesson}/`);
  await page.locator('a[href*="/play/"]').click();
  const launched = new Launched(page, new Lms('scorm12', ''), name, '1');
  return launched;
}

/** The page with all exercises. @param {Launched} launched */
async function exercisesIn(launched) {
  const frame = await launched.site();
  if (!frame.url().endsWith(EXERCISES)) await frame.goto(new URL(EXERCISES, frame.url()).href);
  await answersAreIn(pageOf(frame));
  return frame;
}

/** What both drivers have, of a frame. @param {Frame} frame @returns {any} */
const pageOf = (frame) => ({ evaluate: (/** @type {any} */ act, /** @type {any} */ arg) => frame.evaluate(act, arg) });

/** The LMS holds a text of an answer, and the page: it stores what it is given a little later. @param {Page} page @param {string} text @param {string} name  of the place of the page */
async function holds(page, text, name) {
  const held = (/** @type {string} */ of) => page.evaluate((it) => Reflect.get(window, 'API').LMSGetValue(it), of);
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const read = unpacked(await held('cmi.suspend_data'), 'every-kind');
    const isThere = read.ok && read.works.some(({ fields }) => fields.reason?.value === text);
    if (isThere && (await held(name)) === EXERCISES) return;
  }
  throw new Error(`the LMS does not hold ${text}`);
}

/** What the administrator does. @param {string} kind */
async function upload(kind) {
  const { folder } = unpackedPackage(course, /** @type {'scorm12' | 'scorm2004'} */ (kind));
  const page = await loggedIn('admin');
  await page.goto(`${root}admin/scormpackage/new/`);
  await page.locator('[name="title"]').fill(kind);
  await page.locator('[name="package_file"]').setInputFiles(path.join(folder, '..', 'package.zip'));
  await page.locator('form[enctype] [type="submit"], .footer [type="submit"]').first().click();
  await page.waitForURL(`${root}admin/scormpackage/`);
  await page.context().close();
}

const PLACES = { scorm12: 'cmi.core.lesson_location', scorm2004: 'cmi.location' };
for (const [i, [kind, place]] of Object.entries(PLACES).entries())
  test(`a ${kind} package in wagtail-lms: what was written comes back in a fresh browser`, { skip }, async () => {
    await upload(kind);
    const first = await opened('one', i + 1);
    assert.match(await first.accept(), /点数は送りません/);
    const frame = await exercisesIn(first);
    await frame.fill(REASON, '雨だから、と書いた');
    await holds(first.page, '雨だから、と書いた', place);
    await first.bar('kept');
    await first.page.locator('.lms-player__back-button').click();
    await first.page.waitForURL(`${root}course/`);
    await first.page.context().close();

    const second = await opened('one', i + 1);
    const again = await second.site();
    assert.ok(again.url().endsWith(EXERCISES), again.url());
    assert.equal(await second.around().locator('[data-lms-told]').isHidden(), true);
    await answersAreIn(pageOf(again));
    await until(
      pageOf(again),
      (/** @type {string} */ where) => /** @type {HTMLTextAreaElement | null} */ (document.querySelector(where))?.value,
      REASON,
    );
    assert.equal(await again.inputValue(REASON), '雨だから、と書いた');
    await second.page.context().close();

    const other = await opened('two', i + 1);
    await other.accept();
    assert.equal(await (await exercisesIn(other)).inputValue(REASON), '');
    await other.page.context().close();
  });
