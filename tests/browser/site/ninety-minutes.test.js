/**
 * Two sessions of ninety minutes, a week apart, from the first step of their plans to the last: a facilitator with two windows,
 * and six learners with a profile each. The clocks of the facilitator's windows are the test's own.
 */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { flags } from '../lib/chromium.js';
import { pages, source, transports as facilitators } from '../lib/facilitator.js';
import { until } from '../lib/hands.js';
import { Learner } from '../lib/learner.js';
import { PATIENCE } from '../lib/patience.js';
import { plain } from '../lib/pdf.js';
import { profileFolder } from '../lib/profile.js';
import * as learners from '../lib/site.js';
import { transports } from '../lib/transports.js';
import { through } from '../lib/windows.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, minutes: number, shows: string | null, exercise: string | null, meeting: string | null }} Step */

const START = new Date(2026, 10, 26, 13, 20);
const MINUTE = 60_000;
const home = facilitators[0].root;

/** The plans that the sessions follow: one with two exercises or more, one with a meeting. */
const [withExercises, withMeeting] = [
  /data-minutes="90"[^]*ref-exercise[^]*ref-exercise/,
  /data-minutes="90"[^]*ref-meeting/,
].map((pattern) => {
  const found = pages.find((page) => /^sessions\/[^/]+\/index\.html$/.test(page) && pattern.test(source(page)));
  assert.ok(found, `the course has a plan of ninety minutes like ${pattern}`);
  return found;
});

const PHONES = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 412, height: 915 },
];
const [file, http] = transports.map(({ root }) => root);
const six = ['一人め', '二人め', '三人め', '四人め', '五人め', '六人め'].map(
  (name, number) =>
    new Learner({
      name,
      number,
      browser: number === 5 ? 'Firefox' : 'Chromium',
      size: PHONES[number % PHONES.length],
      // A local file is an origin of its own in Firefox, where answers stay with their page.
      root: number === 5 || number % 2 === 1 ? http : file,
    }),
);

const context = await chromium.launchPersistentContext(profileFolder(), {
  ...flags,
  viewport: { width: 1280, height: 720 },
});
context.setDefaultTimeout(PATIENCE);
after(async () => {
  await Promise.all([context.close(), ...six.map((learner) => learner.leave())]);
});

test('two sessions of ninety minutes with six learners', async () => {
  await context.clock.install({ time: START });
  await context.clock.pauseAt(new Date(START.getTime() + 1000));

  const first = await session(withExercises, {
    exercise: async (id, round) => {
      const page = learners.pageWith(new RegExp(`<form[^>]*data-answer="exercise/${id}"`)) ?? '';
      await Promise.all(
        six.map(async (learner, n) => {
          await learner.answer(page, id);
          // Some leave before they compare, and come back.
          if ((n + round) % 2 === 0) await learner.leave();
          await learner.compare(page, id);
          await learner.leave();
        }),
      );
    },
  });
  assert.ok(first.exercises >= 2);

  const decided = { who: '板書の係', what: '三校時の並びを写す', when: '金曜まで' };
  const second = await session(withMeeting, {
    meeting: async (sheet) => {
      await holdMeeting(sheet, decided);
      // Each of the six writes down what they themselves will do, in the form that learners see.
      const key = `meeting/${sheet.split('/')[1]}`;
      await Promise.all(
        six.map(async (learner) => {
          await learner.write(sheet, key, {
            'decisions.1.who': learner.name,
            'decisions.1.what': `${learner.name}のすること`,
          });
          await learner.leave();
        }),
      );
    },
  });
  assert.equal(second.meetings, 1);

  // The next meeting begins with what was decided at this one.
  const next = await context.newPage();
  await next.goto(home + second.sheet);
  await next.locator('[data-new-sheet]').click();
  const carried = next.locator('[data-carried] li').first();
  for (const text of Object.values(decided))
    await until(next, (words) => document.querySelector('[data-carried] li')?.textContent?.includes(words), text);
  assert.equal(await next.locator('[data-carried] li').count(), 1, await carried.innerText());

  // Each file holds its learner's own words, all of them, and nothing else.
  await Promise.all(
    six.map(async (learner) => {
      const exported = await learner.export();
      await learner.leave();
      assert.deepEqual(exported, learner.written, learner.name);
      assert.deepEqual(learner.problems, [], learner.name);
    }),
  );
  const all = six.map(({ written }) => JSON.stringify(written));
  for (const [n, { name }] of six.entries())
    assert.deepEqual(
      all.map((words) => words.includes(name)),
      all.map((_, other) => other === n),
    );
});

/**
 * Runs a session by its plan: projects every step and all that it shows, and lets its minutes pass.
 * @param {string} sheet  the page of the plan
 * @param {{ exercise?: (id: string, round: number) => Promise<void>, meeting?: (sheet: string) => Promise<void> }} acts
 */
async function session(sheet, acts) {
  const desk = await context.newPage();
  await desk.goto(home + sheet);
  const steps = await desk.locator('[data-step]').evaluateAll(stepsOf);
  const notes = await notesOf(desk);
  assert.ok(notes.length > 2 * steps.length, `${notes.length} sentences`);
  await desk.fill('[data-start]', '13:30');
  const [present] = await Promise.all([context.waitForEvent('page'), desk.locator('[data-two-windows]').click()]);
  await meet(desk, present);
  assert.match((await desk.locator('.desk [data-ends]').textContent()) ?? '', /15:00/);

  const done = { exercises: 0, meetings: 0, sheet: '' };
  let shown = 0; // minutes, as the clocks show them
  for (const [n, step] of steps.entries()) {
    await goTo(desk, present, n + 1);
    const face = /^(\d+):00$/.exec((await present.locator('[data-face]').textContent()) ?? '');
    assert.equal(Number(face?.[1]), step.minutes, step.id);
    shown += Number(face?.[1]);
    assert.equal(await desk.locator('.desk [data-face]').textContent(), face?.[0]);
    const beside = plain(await desk.locator('section[data-desk]').innerText());
    assert.ok(
      notes.some((note) => beside.includes(note)),
      `the facilitator sees what to say at ${step.id}`,
    );
    await holdsNoNotes(present, notes, step.id);
    const end = (await now(desk)) + step.minutes * MINUTE;
    if (step.shows) await showPage(present, step.shows, notes);
    await through(desk, present);
    if (step.exercise) await acts.exercise?.(step.exercise, ++done.exercises);
    if (step.meeting) {
      done.meetings += 1;
      done.sheet = step.meeting;
      await Promise.all([context.waitForEvent('page'), desk.locator('.desk [data-question] .more').click()]);
      await acts.meeting?.(step.meeting);
    }
    await pass(end - (await now(desk)));
    for (const window of [desk, present])
      assert.equal(await window.locator('[data-clock] [data-face]').textContent(), '0:00', step.id);
  }
  assert.equal(shown, 90);
  assert.match(plain((await desk.locator('[data-all]').textContent()) ?? ''), /90分\/90分/);
  assert.equal(await desk.locator('.desk [data-late][data-over]').count(), 0, 'it ends on time');
  await Promise.all([desk.close(), present.close()]);
  return done;
}

/** What each step of a run sheet asks for. @param {Element[]} rows @returns {Step[]} */
function stepsOf(rows) {
  return rows.map((row) => {
    const to = (/** @type {string} */ kind) => row.querySelector(`a.ref-${kind}`)?.getAttribute('href') ?? null;
    return {
      id: row.id,
      minutes: Number(row.getAttribute('data-minutes')),
      shows: to('page') ?? to('case'),
      exercise: /#exercise-(.+)$/.exec(to('exercise') ?? '')?.[1] ?? null,
      meeting: to('meeting')?.replace('../../', '') ?? null,
    };
  });
}

/** The sentences that are for the facilitator alone. @param {Page} page */
async function notesOf(page) {
  const texts = await page.locator('[data-note]').allTextContents();
  return [
    ...new Set(texts.flatMap((text) => plain(text).split(/[。？」]/)).filter((sentence) => sentence.length > 11)),
  ];
}

/** @param {Page} page @param {string[]} notes @param {string} where */
async function holdsNoNotes(page, notes, where) {
  const text = plain(await page.evaluate(() => document.body.innerText));
  assert.ok(text.length > 5, where);
  assert.deepEqual(
    notes.filter((note) => text.includes(note)),
    [],
    where,
  );
}

/** Two windows find each other. @param {Page} desk @param {Page} present */
async function meet(desk, present) {
  await present.waitForLoadState('load');
  await context.clock.runFor(2000); // between two greetings
  await through(desk, present);
  assert.ok(await desk.locator('.desk [data-open-present]').isHidden());
}

/** Lets time pass, as in a room: a page in the background wakes once a minute. @param {number} ms */
async function pass(ms) {
  for (let rest = ms; rest > 0; rest -= MINUTE) await context.clock.fastForward(Math.min(rest, MINUTE));
}

/** The time of day in the room. @param {Page} page */
const now = (page) => page.evaluate(() => Date.now());

/** Goes on from the facilitator's window, screen by screen, until both show a step. @param {Page} desk @param {Page} present @param {number} step */
async function goTo(desk, present, step) {
  for (let screens = 0; (await at(desk)) < step; screens++) {
    assert.ok(screens < 20, `step ${step} is reached`);
    await desk.locator('.desk [data-do="next"]').click();
    await through(desk, present);
  }
  assert.deepEqual([await at(desk), await at(present)], [step, step]);
}

/** The step that a window shows; 0 is the cover. @param {Page} page */
const at = (page) =>
  page.evaluate(() => document.querySelectorAll('.progress :is([data-done], [aria-current])').length);

/**
 * Projects what a step shows, in the projected window, and comes back to the step.
 * @param {Page} present @param {string} href @param {string[]} notes
 */
async function showPage(present, href, notes) {
  await present.bringToFront();
  await present.locator('.slide[data-now] a[data-within]').first().click();
  await present.locator('.projector-place').waitFor();
  const anchor = decodeURIComponent(href.split('#')[1] ?? '');
  const meant = await present.evaluate((id) => {
    const element = document.getElementById(id);
    const heading = element?.querySelector('.stage-number') ?? element;
    return [...(heading?.childNodes ?? [])]
      .filter((node) => !(node instanceof Element && node.matches('.anchor')))
      .map((node) => node.textContent)
      .join('');
  }, anchor);
  assert.ok(
    plain(await present.locator('.projector').innerText()).includes(plain(meant)),
    `${href} begins with ${meant}`,
  );
  for (let n = 0; n < 4; n++) {
    await holdsNoNotes(present, notes, href);
    await present.keyboard.press('PageDown');
  }
  await pass(3 * MINUTE);
  await present.keyboard.press('Escape');
  await present.locator('[data-present]').waitFor();
}

/** Holds a meeting to its end, in windows of its own, and writes a decision in the facilitator's. @param {string} sheet @param {Record<string, string>} decided */
async function holdMeeting(sheet, decided) {
  const desk = context.pages().find((page) => page.url() === `${home}${sheet}#desk`);
  assert.ok(desk, `the facilitator's window of ${sheet}`);
  await desk.waitForLoadState('load');
  const notes = await notesOf(desk);
  const cards = await desk.locator('.slip-text').allTextContents();
  const [present] = await Promise.all([
    context.waitForEvent('page'),
    desk.locator('.desk [data-open-present]').click(),
  ]);
  await meet(desk, present);
  const secrets = [...notes, ...cards.map((card) => plain(card).slice(0, 20))];
  const steps = await desk.locator('[data-step]').evaluateAll(stepsOf);
  for (const [n, { id, minutes }] of steps.entries()) {
    await goTo(desk, present, n + 1);
    await holdsNoNotes(present, secrets, `${sheet}#${id}`);
    if (n + 1 < steps.length) await pass(minutes * MINUTE);
  }
  for (const [name, text] of Object.entries(decided)) await desk.locator(`[name="decisions.1.${name}"]`).fill(text);
  await context.clock.runFor(5000); // what is typed is stored a moment later
  await Promise.all([present.close(), desk.close()]);
}
