/**
 * A learner with a browser profile of their own, who does exercises with a finger on a phone (Chromium) or with a mouse in a
 * narrow window (Firefox), leaves, comes back, and exports what they wrote.
 */

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { launchIn, watch as watchChromium } from './chromium.js';
import { compare } from './compare.js';
import { launch as launchFirefox, watch as watchFirefox } from './firefox.js';
import { answersAreIn, pointing, until } from './hands.js';
import { formOf } from './kinds.js';
import { PATIENCE } from './patience.js';
import { profileFolder } from './profile.js';
import { quiet } from './quiet.js';

/** @typedef {import('./hands.js').Hand} Hand */
/** @typedef {import('./hands.js').Page} Page */
/** @typedef {{ page: Page, hand: Hand, problems: string[], close: () => Promise<unknown> }} OpenBrowser */
/** @typedef {{ width: number, height: number }} Size */

/** What a learner wrote: by the key of the work, by the name of the field. @typedef {Record<string, Record<string, string | string[]>>} Written */

export class Learner {
  name;
  /** @type {Written} */
  written = {};
  /** All that went wrong on the pages, and nothing may. @type {string[]} */
  problems = [];
  #number;
  #root;
  #start;
  /** @type {OpenBrowser | undefined} */
  #open;
  /** Where the browser saves files. */
  #saved;

  /**
   * @param {object} learner
   * @param {string} learner.name
   * @param {number} learner.number  chooses other options than the others do
   * @param {'Chromium' | 'Firefox'} learner.browser
   * @param {Size} learner.size
   * @param {string} learner.root  of the site
   */
  constructor({ name, number, browser, size, root }) {
    this.name = name;
    this.#number = number;
    this.#root = root;
    const profile = profileFolder();
    const saved = mkdtempSync(path.join(tmpdir(), 'mitate-saved-'));
    after(() => rmSync(saved, { recursive: true, force: true }));
    this.#saved = saved;
    this.#start = () => (browser === 'Chromium' ? inChromium(profile, saved, size) : inFirefox(profile, saved, size));
    this.exported = () => lastOf(saved);
  }

  /** Opens a page of the site, in the same profile as before. @param {string} file */
  async come(file) {
    this.#open ??= await this.#start();
    await this.#open.page.goto(this.#root + file);
    await answersAreIn(this.#open.page);
    return this.#open;
  }

  /** Closes the browser. What goes wrong on the pages is kept. */
  async leave() {
    if (!this.#open) return;
    await this.#open.page.goto('about:blank');
    const away = /^request to (about:blank|blob:)/;
    this.problems.push(
      ...this.#open.problems.filter((problem) => !away.test(problem) && !problem.includes(`request to ${this.#root}`)),
    );
    await this.#open.close();
    this.#open = undefined;
  }

  /** Answers an exercise: an option of every choice, words of their own in every field. @param {string} file @param {string} id */
  async answer(file, id) {
    const { page, hand } = await this.come(file);
    const form = formOf(id);
    const questions = await page.evaluate(questionsOf, `${form} [data-attempt]`);
    /** @type {Record<string, string | string[]>} */
    const own = {};
    this.written[`exercise/${id}`] = own;
    for (const [n, { name, type, values }] of questions.entries()) {
      const at = `${form} [data-attempt] [name="${name}"]`;
      const value = values[(this.#number + n) % values.length];
      if (type === 'date') await hand.write(at, (own[name] = `2026-12-0${this.#number + 1}`));
      else if (type === 'text') await hand.write(at, (own[name] = `${this.name}が${n + 1}番めに書いた言葉`));
      else if (type === 'list') await hand.choose(at, (own[name] = value));
      else {
        await hand.tick(`${at}[value="${value}"]`);
        own[name] = type === 'several' ? [value] : value;
      }
    }
  }

  /** Compares; what was written stays as it was. @param {string} file @param {string} id */
  async compare(file, id) {
    const { page, hand } = await this.come(file);
    const form = formOf(id);
    await compare(page, form, hand.press);
    await until(
      page,
      (/** @type {string} */ where) =>
        document.querySelector(where)?.hasAttribute('data-looked') &&
        document.querySelector(`${where} [data-after]`)?.checkVisibility(),
      form,
    );
  }

  /** Writes into fields of a form. @param {string} file @param {string} key @param {Record<string, string>} fields */
  async write(file, key, fields) {
    const { hand } = await this.come(file);
    for (const [name, text] of Object.entries(fields))
      await hand.write(`form[data-answer="${key}"] [name="${name}"]`, text);
    this.written[key] = { ...this.written[key], ...fields };
  }

  /** Exports all answers as a file. @returns {Promise<Written>}  what is in it, without the marks of mitate */
  async export() {
    this.#open ??= await this.#start();
    const { page, hand } = this.#open;
    await page.goto(`${this.#root}answers/index.html`);
    await until(page, () => document.querySelector('.answers-box:not([aria-busy])') !== null, undefined);
    await quiet(page);
    // What was exported before is not taken for what is exported now.
    for (const old of readdirSync(this.#saved)) rmSync(path.join(this.#saved, old));
    await hand.press('[data-export]');
    const file = await this.exported();
    return Object.fromEntries(
      file.answers.map(({ key, fields }) => [
        key,
        Object.fromEntries(
          Object.entries(fields)
            .filter(([name]) => !name.startsWith('@'))
            .map(([name, { value }]) => [name, value]),
        ),
      ]),
    );
  }
}

/** The questions of an exercise that can be answered now. @param {string} where */
function questionsOf(where) {
  /** @type {Map<string, { name: string, type: 'text' | 'date' | 'list' | 'one' | 'several', values: string[] }>} */
  const questions = new Map();
  for (const control of document.querySelectorAll(`${where} :is(input, select, textarea)[name]`)) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
      ) ||
      !(control.closest('label') ?? control).checkVisibility()
    )
      continue;
    const { name } = control;
    const isChoice = control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type);
    if (isChoice) {
      const type = control.type === 'radio' ? 'one' : 'several';
      const question = questions.get(name) ?? { name, type, values: [] };
      question.values.push(control.value);
      questions.set(name, question);
    } else if (control instanceof HTMLSelectElement) {
      const values = [...control.options].map(({ value }) => value).filter(Boolean);
      questions.set(name, { name, type: 'list', values });
    } else questions.set(name, { name, type: control.type === 'date' ? 'date' : 'text', values: [''] });
  }
  return [...questions.values()];
}

/** @param {string} profile @param {string} saved @param {Size} size @returns {Promise<OpenBrowser>} */
async function inChromium(profile, saved, size) {
  const context = await launchIn(profile, {
    viewport: size,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('download', (download) => void download.saveAs(path.join(saved, download.suggestedFilename())));
  const problems = await watchChromium(page, 'file:');
  const hand = pointing(
    page,
    (x, y) => page.touchscreen.tap(x, y),
    (selector, value) => page.selectOption(selector, value),
  );
  return { page, hand, problems, close: () => context.close() };
}

/** @param {string} profile @param {string} saved @param {Size} size @returns {Promise<OpenBrowser>} */
async function inFirefox(profile, saved, size) {
  const browser = await launchFirefox({
    userDataDir: profile,
    prefs: { 'browser.download.folderList': 2, 'browser.download.dir': saved, 'browser.download.useDownloadDir': true },
  });
  const page = await browser.newPage();
  await page.setViewport(size);
  const problems = watchFirefox(page, 'file:');
  const hand = pointing(
    page,
    (x, y) => page.mouse.click(x, y),
    (selector, value) => page.select(selector, value),
  );
  return { page, hand, problems, close: () => browser.close() };
}

/**
 * The newest answer file in a folder, once it is whole.
 * @param {string} folder
 * @returns {Promise<{ answers: { key: string, fields: Record<string, { value: string | string[] }> }[] }>}
 */
async function lastOf(folder) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(50)) {
    const name = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .at(-1);
    try {
      if (name) return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    } catch {
      // It is still being written.
    }
  }
  throw new Error(`no answer file in ${folder}`);
}
