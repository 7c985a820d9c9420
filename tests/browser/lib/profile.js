/**
 * Browsers with a profile on the disk, that can be killed as a power cut or an impatient reader would.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { PATIENCE } from './patience.js';

/** A folder for a profile; gone when the tests are over. @param {object} [preferences]  Chromium's */
export function profileFolder(preferences) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mitate-profile-'));
  after(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // A browser that has ended may have a process that still writes. The folder is one of temporary files.
    }
  });
  if (preferences) {
    mkdirSync(path.join(folder, 'Default'));
    writeFileSync(path.join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  }
  return folder;
}

/**
 * Chromium in a process group of its own, so that all of it dies at once.
 * @param {string} profile
 */
export async function startChromium(profile) {
  const child = spawn(
    process.env.MITATE_CHROMIUM ?? '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  /** @type {Promise<unknown>} */
  const ended = new Promise((resolve) => {
    child.on('exit', resolve);
  });
  const kill = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  after(kill);
  /** @type {string} */
  const address = await new Promise((resolve, reject) => {
    let text = '';
    child.on('exit', () => reject(new Error(`Chromium ended:\n${text}`)));
    child.stderr.on('data', (chunk) => {
      text += chunk;
      // Its line is whole: it may come in two parts.
      const found = /(ws:\/\/\S+)\s/.exec(text);
      if (found) resolve(found[1]);
    });
  });
  const connected = await chromium.connectOverCDP(address);
  const [context] = connected.contexts();
  context.setDefaultTimeout(PATIENCE);
  return { tab: () => context.newPage(), kill };
}
