/** Forms saved as Word files by the page, from a disk: LibreOffice shows every word that was written. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { launch as launchChromium } from '../lib/chromium.js';
import { SHEET, buildCourse } from '../lib/course.js';
import { launch as launchFirefox } from '../lib/firefox.js';
import { answersAreIn } from '../lib/hands.js';
import { PATIENCE } from '../lib/patience.js';

const { transports } = await buildCourse();
const { root } = transports[0];
const scratch = mkdtempSync(path.join(tmpdir(), 'word-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** What is written into a text field: every kind of sign that a file can get wrong. @param {string} name */
const written = (name) => `〈${name}〉<b>&"' ◎○△× 👧 =1+1`;
const LONG = 'あ'.repeat(2990) + '三千字の終わり';

/** Fills the form of the page in: texts by hand, the first box, the last option. Runs on the page. */
function fillIn() {
  /** @type {string[]} */
  const names = [];
  for (const control of document.querySelectorAll('form.answer [name]')) {
    if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) {
      if (control.inputMode === 'decimal') continue;
      names.push(control.name);
      control.value = `〈${control.name}〉<b>&"' ◎○△× 👧 =1+1`;
      if (control instanceof HTMLTextAreaElement) control.value += '\n二行め';
    } else if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
    else if (control instanceof HTMLInputElement && control.type === 'date') control.value = '2026-04-01';
    else if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
      if (control.checked) continue;
      control.checked = true;
    } else continue;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return names;
}

/** The text of a Word file, as LibreOffice reads it. @param {string} file */
function shown(file) {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(scratch, 'profile')).href}`;
  execFileSync(
    'soffice',
    ['--headless', profile, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', scratch, file],
    {
      stdio: 'ignore',
    },
  );
  return readFileSync(file.replace(/\.docx$/, '.txt'), 'utf8');
}

/** @param {string} text @param {string[]} names */
function holds(text, names) {
  assert.ok(names.length > 20, `${names.length} texts`);
  for (const name of names) assert.equal(text.split(written(name)).length, 2, name);
  for (const word of ['二行め', '2026年4月1日', '☑']) assert.ok(text.includes(word), word);
}

describe('a form saved as a Word file, from a disk', () => {
  test('in Chromium', async () => {
    const browser = await launchChromium();
    try {
      const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
      await page.goto(root + SHEET);
      await page.locator('[data-word]').waitFor({ state: 'visible' });
      await answersAreIn(page);
      const names = await page.evaluate(fillIn);
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-word]').click()]);
      assert.match(download.suggestedFilename(), /^everything-\d{8}-\d{6}\.docx$/);
      const file = path.join(scratch, 'chromium.docx');
      await download.saveAs(file);
      holds(shown(file), names);
      // A text of three thousand characters.
      await page.locator('textarea').first().fill(LONG);
      const [again] = await Promise.all([page.waitForEvent('download'), page.locator('[data-word]').click()]);
      const long = path.join(scratch, 'long.docx');
      await again.saveAs(long);
      assert.ok(shown(long).includes(LONG));
    } finally {
      await browser.close();
    }
  });

  test('in Firefox', async () => {
    const saved = mkdtempSync(path.join(scratch, 'saved-'));
    const browser = await launchFirefox({
      prefs: {
        'browser.download.folderList': 2,
        'browser.download.dir': saved,
        'browser.download.useDownloadDir': true,
      },
    });
    try {
      const page = await browser.newPage();
      await page.goto(root + SHEET);
      await page.waitForSelector('[data-word]', { visible: true });
      await answersAreIn(page);
      const names = await page.evaluate(fillIn);
      await page.click('[data-word]');
      const end = Date.now() + PATIENCE;
      // While it is being saved, there is a second file whose name ends in .part.
      const files = () => readdirSync(saved);
      // Before it comes, there is an empty file of the name.
      const isWhole = () => {
        const [name, ...more] = files();
        return name?.endsWith('.docx') && more.length === 0 && statSync(path.join(saved, name)).size > 0;
      };
      while (!isWhole() && Date.now() < end) await wait(30);
      const file = path.join(scratch, 'firefox.docx');
      writeFileSync(file, readFileSync(path.join(saved, files()[0])));
      holds(shown(file), names);
    } finally {
      await browser.close();
    }
  });
});
