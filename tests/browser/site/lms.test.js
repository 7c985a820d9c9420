/**
 * A package for an LMS, launched in an LMS (lib/lms.js): what is written comes back in a fresh browser from the LMS alone, what does not
 * fit is said, nothing else is sent, and no LMS stops the hand that writes.
 */

import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answerFile, entry, random } from '../lib/answers.js';
import { bundled } from '../lib/bundled.js';
import { catalogue } from '../lib/catalogue.js';
import { launch } from '../lib/chromium.js';
import { EXERCISES } from '../lib/course.js';
import { answersAreIn, hasSaid, until } from '../lib/hands.js';
import { KINDS, formOf } from '../lib/kinds.js';
import { Lms, ownFolder, unpackedPackage } from '../lib/lms.js';
import { LmsWithLrs } from '../lib/lrs.js';
import { PATIENCE } from '../lib/patience.js';
import { all, some } from '../lib/size.js';

/** @typedef {import('playwright-core').Frame} Frame */
/** @typedef {import('../lib/lms.js').Launched} Launched */
/** @typedef {import('../lib/lms.js').LmsKind} LmsKind */

/** @type {typeof import('../../../themes/default/scripts/lms/pack.js')} */
const { unpacked } = await bundled('lms/pack.js');
const written = fileURLToPath(new URL('../course/', import.meta.url));
const REASON = `${formOf('pick')} [name="reason"]`;

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The course of all kinds with more in its course.yaml. @param {string} [more] */
function courseWith(more = '') {
  const folder = ownFolder();
  cpSync(written, folder, { recursive: true });
  const file = path.join(folder, 'course.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}${more}`);
  return folder;
}

/** The packages that were made, by kind and what is more in course.yaml. @type {Map<string, string>} */
const folders = new Map();

/** An LMS with the course of all kinds. @param {LmsKind} kind @param {string} [more] @returns {Promise<Lms>} */
function lmsWith(kind, more = '') {
  const folder = folders.get(kind + more) ?? unpackedPackage(courseWith(more), kind).folder;
  folders.set(kind + more, folder);
  return (kind === 'cmi5' ? new LmsWithLrs(folder) : new Lms(kind, folder)).start();
}

/** A hand in a frame: other tests show that a mouse, a finger and a keyboard reach the same. @param {Frame} frame @returns {import('../lib/hands.js').Hand} */
const handIn = (frame) => ({
  tick: (selector) => frame.locator(selector).evaluate((/** @type {HTMLElement} */ it) => it.click()),
  press: (selector) => frame.locator(selector).evaluate((/** @type {HTMLElement} */ it) => (it.focus(), it.click())),
  choose: async (selector, value) => void (await frame.selectOption(selector, value)),
  write: (selector, text) => frame.fill(selector, text),
});

/** What both drivers have, of a frame. @param {Frame} frame @returns {any} */
const pageOf = (frame) => ({
  evaluate: (/** @type {any} */ act, /** @type {any} */ arg) => frame.evaluate(act, arg),
  keyboard: frame.page().keyboard,
});

/** @param {Frame} frame @param {string} text */
async function write(frame, text) {
  await answersAreIn(pageOf(frame));
  await frame.fill(REASON, text);
}

/** What a form holds. @param {Frame} frame @param {string} form */
const heldIn = (frame, form) =>
  frame.evaluate((where) => {
    /** @type {Record<string, string | string[]>} */
    const held = {};
    const controls = document.querySelectorAll(`${where} :is(input, select, textarea)[name]`);
    for (const control of /** @type {Iterable<HTMLInputElement>} */ (controls)) {
      const { name, type, value, checked } = control;
      if (type === 'checkbox') {
        if (checked) held[name] = [.../** @type {string[]} */ (held[name] ?? []), value];
      } else if (type !== 'radio' || checked) if (value !== '') held[name] = value;
    }
    return held;
  }, form);

/** A learner with a browser of their own, which nothing was ever stored in. @param {Lms} lms @param {string} learner @param {(launched: Launched) => Promise<void>} act */
async function fresh(lms, learner, act) {
  const context = await browser.newContext();
  const launched = await lms.launch(context, learner);
  await act(launched);
  const record = await launched.leave();
  await context.close();
  assert.deepEqual(lms.faults, []);
  return record;
}

/** What an LMS of each kind holds of the copy, and the names of what it stores. @type {Record<LmsKind, { room: number, copy: string, place: string, status: string }>} */
const STANDARDS = {
  scorm12: {
    room: 4096,
    copy: 'cmi.suspend_data',
    place: 'cmi.core.lesson_location',
    status: 'cmi.core.lesson_status',
  },
  scorm2004: { room: 64_000, copy: 'cmi.suspend_data', place: 'cmi.location', status: 'cmi.completion_status' },
  cmi5: { room: 48_000, copy: 'copy', place: 'place', status: 'status' },
};

/** What is set whatever a course reports, and what more for each level. @type {Record<LmsKind, string[]>} */
const COMMON = {
  scorm12: ['cmi.suspend_data', 'cmi.core.lesson_location', 'cmi.core.exit', 'cmi.core.lesson_status'],
  scorm2004: ['cmi.suspend_data', 'cmi.location', 'cmi.exit'],
  cmi5: ['state mitate.answers.1', 'state mitate.session', 'statement initialized', 'statement terminated'],
};
/** @type {Record<LmsKind, string[]>} */
const PROGRESS = {
  scorm12: ['cmi.core.session_time'],
  scorm2004: ['cmi.session_time', 'cmi.completion_status'],
  cmi5: ['statement completed'],
};
const interaction = (/** @type {string[]} */ ...names) => names.map((name) => `cmi.interactions.n.${name}`);
/** @type {Record<string, Record<LmsKind, string[]>>} */
const REPORTS = {
  none: { scorm12: [], scorm2004: [], cmi5: [] },
  progress: PROGRESS,
  answers: {
    scorm12: [...PROGRESS.scorm12, ...interaction('id', 'type', 'student_response')],
    scorm2004: [...PROGRESS.scorm2004, ...interaction('id', 'type', 'learner_response', 'timestamp', 'description')],
    cmi5: [...PROGRESS.cmi5, 'statement answered'],
  },
};
/** What may be asked of a host. */
const REQUESTS =
  /^GET |^POST \/commit$|^OPTIONS \/xapi\/|^POST \/fetch\/\d+$|^PUT \/xapi\/activities\/state$|^POST \/xapi\/statements$/;
/** How an LMS may be out of order; in those that come first, the learner is informed before that is noticed. @type {Record<'scorm' | 'cmi5', [first: string[], rest: string[]]>} */
const OUT_OF_ORDER = {
  scorm: [
    ['answers-true', 'commit-fails'],
    ['throws', 'answers-null', 'answers-objects', 'absent'],
  ],
  cmi5: [
    ['stores-nothing', 'never-answers'],
    ['fails', 'nonsense', 'absent'],
  ],
};

/** A text that does not deflate; a longer one of the same seed begins so. @param {number} length @param {number} [seed] */
function noise(length, seed = 7) {
  const next = random(seed);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(next() * 0x5000))).join('');
}

/** The text of the answer file. @param {Launched} launched @param {Frame} frame */
async function exported(launched, frame) {
  await frame.goto(new URL('/content/answers/index.html', frame.url()).href);
  await frame.locator('.answers-box:not([aria-busy])').waitFor();
  const download = launched.page.waitForEvent('download');
  await frame.locator('[data-export]').click();
  return readFileSync(await (await download).path(), 'utf8');
}

for (const [name, { room, copy: COPY, place: PLACE, status: STATUS }] of Object.entries(STANDARDS)) {
  const kind = /** @type {LmsKind} */ (name);
  describe(`a package for ${kind}`, () => {
    test('exercises of every kind come back in a fresh browser', async () => {
      const lms = await lmsWith(kind);
      lms.behaviour.room = room;
      /** @type {Record<string, unknown>} */
      const before = {};
      const record = await fresh(lms, '学ぶ人', async (launched) => {
        const said = await launched.accept();
        assert.match(said, /点数は送りません/);
        assert.match(said, /担当の人が読める形では送りません/);
        const frame = await launched.site(EXERCISES);
        await answersAreIn(pageOf(frame));
        for (const [id, { first }] of Object.entries(KINDS)) await first(handIn(frame), formOf(id), pageOf(frame));
        for (const id of Object.keys(KINDS)) before[id] = await heldIn(frame, formOf(id));
      });
      assert.ok(record[COPY].length <= room, `${record[COPY].length}`);
      assert.equal(record[PLACE], EXERCISES);
      assert.equal(record[STATUS], 'completed');
      await fresh(lms, '学ぶ人', async (launched) => {
        // It was said once. It opens where the learner left.
        const frame = await launched.site();
        assert.ok(frame.url().endsWith(EXERCISES), frame.url());
        assert.equal(await launched.around().locator('[data-lms-told]').isHidden(), true);
        await answersAreIn(pageOf(frame));
        for (const id of Object.keys(KINDS)) assert.deepEqual(await heldIn(frame, formOf(id)), before[id], id);
        await launched.bar('kept');
      });
    });

    test('nothing is sent but what was said, and that only after it was said', async () => {
      for (const [report, more] of some(Object.entries(REPORTS), ([it]) => it === 'progress')) {
        const lms = await lmsWith(kind, `report: ${report}\nrequired: [exercise:pick]\n`);
        lms.behaviour.room = room;
        const context = await browser.newContext();
        const launched = await lms.launch(context, 'x');
        /** @type {string[]} */
        const hosts = [];
        launched.page.on('request', (request) => hosts.push(new URL(request.url()).host));
        await launched.around().locator('[data-lms-told] button').waitFor();
        assert.equal(lms.calls.length, 0);
        assert.equal((await launched.page.evaluate(() => Reflect.get(window, 'calls')))?.length ?? 0, 0);
        const said = await launched.accept();
        assert.equal(said.includes('担当の人が読める形で送ります'), report === 'answers');
        assert.equal(said.includes('かかった時間を送ります'), report !== 'none');
        assert.equal(said.includes('開いていた時間も送ります'), kind === 'cmi5');
        await write(await launched.site(EXERCISES), '雨だから、と書いた');
        await launched.leave();
        await context.close();
        const known = [lms.url, lms.lrs].map((url) => url.split('/')[2]);
        assert.ok(hosts.length > 0 && hosts.every((host) => known.includes(host)));
        const names = new Set(lms.calls.map((call) => call.replace(/=[\s\S]*/, '').replace(/\.\d+\./, '.n.')));
        assert.deepEqual([...names].toSorted(), [...COMMON[kind], ...more[kind]].toSorted(), report);
        const readable = lms.calls.filter((call) => call.includes('雨だから'));
        assert.equal(readable.length > 0, report === 'answers', readable.join());
        assert.deepEqual(
          lms.requests.filter((request) => !REQUESTS.test(request)),
          [],
        );
        assert.deepEqual(lms.faults, []);
      }
    });

    test(
      'a text as long as the LMS holds is kept; one character more is said, and stays here',
      { skip: !all },
      async () => {
        const lms = await lmsWith(kind);
        lms.behaviour.room = room;
        const context = await browser.newContext();
        const launched = await lms.launch(context, 'x');
        await launched.accept();
        const frame = await launched.site(EXERCISES);
        await write(frame, '');
        /** Writes a text; the copy in the LMS once it is as expected. @param {string} text @param {(held: unknown[]) => boolean} isSo */
        const copyAfter = async (text, isSo) => {
          await frame.fill(REASON, text);
          for (const end = Date.now() + PATIENCE; Date.now() < end;) {
            await launched.page.frames()[1].evaluate(() => dispatchEvent(new Event('online')));
            const copy = lms.record('x')[COPY] ?? '';
            const read = unpacked(copy, 'every-kind');
            if (read.ok && isSo(read.works.map(({ fields }) => fields.reason?.value))) return copy;
          }
          throw new Error(`the LMS never held what was expected after ${text.length} characters`);
        };
        /** @param {number} length */
        const kept = async (length) => {
          // The LMS holds a short text first: a copy without it is one that was made of the long text.
          await copyAfter('短い', (held) => held.includes('短い'));
          const text = noise(length);
          const copy = await copyAfter(text, (held) => !held.includes('短い'));
          const fits = copy.length > room / 2;
          return { state: await launched.bar(fits ? 'kept' : 'partly'), copy };
        };
        let [low, high] = [Math.floor(room * 0.25), Math.floor(room * 0.5)];
        const isOver = (/** @type {{ state: string }} */ { state }) => state.includes('入りきらない');
        while (low + 1 < high) {
          const middle = Math.floor((low + high) / 2);
          if (isOver(await kept(middle))) high = middle;
          else low = middle;
        }
        let [fits, over] = [await kept(low), await kept(low + 1)];
        // How well a copy deflates depends on the time in it, too: the limit may have moved by a character.
        while (isOver(fits) || !isOver(over)) {
          low += isOver(fits) ? -1 : 1;
          [fits, over] = [await kept(low), await kept(low + 1)];
        }
        assert.ok(fits.copy.length <= room && fits.copy.length > room - 8, `${fits.copy.length}`);
        assert.match(over.state, /LMSに入りきらない答えがあります（1件）/);
        assert.match(over.state, /ファイルに書き出して/);
        assert.ok(over.copy.length < 100, 'nothing is truncated');
        assert.equal((await frame.inputValue(REASON)).length, low + 1);
        await launched.leave();
        await context.close();
        assert.deepEqual(lms.faults, []);
      },
    );

    test(
      'what an LMS holds that is not this copy is left as it is until the learner replaces it',
      { skip: !all },
      async () => {
        const foreign = {
          'page=3;score=80': 'このコースのものではない控え',
          'mitate1.other-course.1.p.0': 'ほかのコースの控え',
          'mitate2.every-kind.9.p.1~x.abc': '新しい版',
          'mitate1.every-kind.1.p.1~abc.defg': 'こわれていて',
        };
        for (const [text, said] of Object.entries(foreign)) {
          const lms = await lmsWith(kind);
          lms.behaviour.room = room;
          lms.give('x', text);
          const record = await fresh(lms, 'x', async (launched) => {
            await launched.accept();
            await write(await launched.site(EXERCISES), '書ける');
            assert.ok((await launched.bar('foreign')).includes(said));
          });
          assert.equal(record[COPY], text);
          const replaced = await fresh(lms, 'x', async (launched) => {
            await launched.accept();
            await write(await launched.site(EXERCISES), '入れ替える');
            await launched.bar('foreign');
            await launched.around().locator('[data-lms-bar] button', { hasText: '入れ替える' }).click();
            await launched.bar('kept');
          });
          assert.match(replaced[COPY], /^mitate1\.every-kind\.1\.p\.1~/);
        }
      },
    );

    test(
      'an LMS that throws, answers nonsense, keeps nothing or is not there stops no one from writing',
      { skip: !all },
      async () => {
        const [informed, rest] = OUT_OF_ORDER[kind === 'cmi5' ? kind : 'scorm'];
        for (const way of [...informed, ...rest]) {
          const lms = await lmsWith(kind);
          lms.behaviour = { room, way };
          const context = await browser.newContext();
          const launched = await lms.launch(context, 'x');
          if (informed.includes(way)) await launched.accept();
          const frame = await launched.site(EXERCISES);
          await write(frame, '書ける');
          await until(
            pageOf(frame),
            (/** @type {string} */ where) =>
              document
                .querySelector(where)
                ?.closest('form')
                ?.querySelector('[data-save-line]')
                ?.getAttribute('data-state') === 'saved',
            REASON,
          );
          await launched.bar('absent', 'failed', 'foreign');
          // It is here after the course is opened again.
          await launched.page.reload();
          if (['answers-true', 'stores-nothing', 'never-answers'].includes(way)) await launched.accept();
          const again = await launched.site(EXERCISES);
          await answersAreIn(pageOf(again));
          assert.equal(await again.inputValue(REASON), '書ける', way);
          await context.close();
        }
      },
    );

    test('two learners on one computer see nothing of each other', { skip: !all }, async () => {
      const lms = await lmsWith(kind);
      lms.behaviour.room = room;
      const context = await browser.newContext();
      for (const [learner, before] of [
        ['甲', ''],
        ['乙', ''],
        ['甲', '甲が書いた'],
        ['乙', '乙が書いた'],
      ]) {
        const launched = await lms.launch(context, learner);
        if (before === '') await launched.accept();
        const frame = await launched.site(EXERCISES);
        await answersAreIn(pageOf(frame));
        assert.equal(await frame.inputValue(REASON), before);
        await frame.fill(REASON, `${learner}が書いた`);
        await launched.leave();
      }
      await context.close();
      assert.deepEqual(lms.faults, []);
    });

    test('answers of two computers meet, and none is lost', { skip: !all }, async () => {
      const lms = await lmsWith(kind);
      lms.behaviour.room = room;
      const [home, school] = [await browser.newContext(), await browser.newContext()];
      /** @param {import('playwright-core').BrowserContext} context @param {string} text @param {string} before */
      const visit = async (context, text, before) => {
        const launched = await lms.launch(context, 'x');
        if (before === '') await launched.accept();
        const frame = await launched.site(EXERCISES);
        await answersAreIn(pageOf(frame));
        assert.equal(await frame.inputValue(REASON), before);
        await frame.fill(REASON, text);
        await launched.leave();
      };
      await visit(home, '家で', '');
      await visit(school, '家で、学校で', '家で');
      await visit(home, '家で、学校で、また家で', '家で、学校で');
      // The LMS did not get what was written at home.
      const older = lms.record('x');
      await visit(home, '家だけで', '家で、学校で、また家で');
      lms.give('x', older[COPY]);
      await visit(school, '学校だけで', '家で、学校で、また家で');
      const launched = await lms.launch(home, 'x');
      const frame = await launched.site(EXERCISES);
      await answersAreIn(pageOf(frame));
      assert.equal(await frame.inputValue(REASON), '学校だけで');
      const file = await exported(launched, frame);
      assert.ok(file.includes('家だけで') && file.includes('学校だけで'));
      await launched.leave();
      for (const context of [home, school]) await context.close();
      assert.deepEqual(lms.faults, []);
    });

    test('in the shared-PC mode the LMS alone has what was written', { skip: !all }, async () => {
      const lms = await lmsWith(kind);
      lms.behaviour.room = room;
      await fresh(lms, 'x', async (launched) => {
        await launched.accept();
        const frame = await launched.site(EXERCISES);
        await answersAreIn(pageOf(frame));
        await frame.evaluate(() => {
          const name = `mitate:${document.documentElement.dataset.course}:settings`;
          localStorage.setItem(name, JSON.stringify({ shared: 'on' }));
        });
        await launched.page.reload();
        const again = await launched.site(EXERCISES);
        await answersAreIn(pageOf(again));
        await again.fill(REASON, '共用');
        await until(
          pageOf(again),
          (/** @type {string} */ where) =>
            document
              .querySelector(where)
              ?.closest('form')
              ?.querySelector('[data-save-line]')
              ?.getAttribute('data-state') === 'session',
          REASON,
        );
        await until(
          pageOf(again),
          () => Object.values(sessionStorage).some((text) => text.includes('共用')),
          undefined,
        );
        await again.fill(REASON, '共用のパソコンで');
      });
      await fresh(lms, 'x', async (launched) => {
        const frame = await launched.site(EXERCISES);
        await answersAreIn(pageOf(frame));
        assert.equal(await frame.inputValue(REASON), '共用のパソコンで');
      });
    });
  });
}

test(
  '10.2.6.0-1 a learner goes back to the LMS when it has what was written; the course asks no other host',
  { skip: !all },
  async () => {
    const lms = /** @type {LmsWithLrs} */ (await lmsWith('cmi5'));
    lms.returnUrl = `${lms.url}content/404.html`;
    const record = await fresh(lms, 'x', async (launched) => {
      await launched.accept();
      const blocked = await launched.page.frames()[1].evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI));
            fetch('http://other.example/').catch(() => undefined);
          }),
      );
      assert.match(String(blocked), /^http:\/\/other\.example\/?/);
      await write(await launched.site(EXERCISES), '戻る前に');
      await launched.around().locator('[data-lms-bar] button', { hasText: 'LMSに戻る' }).click();
      await launched.page.frames()[1].waitForURL(lms.returnUrl ?? '');
    });
    const read = unpacked(record.copy, 'every-kind');
    assert.ok(read.ok && read.works.some(({ fields }) => fields.reason?.value === '戻る前に'));
    const names = lms.calls.map((call) => call.replace(/=[\s\S]*/, ''));
    assert.equal(names.at(-1), 'statement terminated');
  },
);

test('an LMS that is slow keeps no one waiting, and what comes late from it is kept beside what was written meanwhile', async () => {
  const lms = /** @type {LmsWithLrs} */ (await lmsWith('cmi5'));
  await fresh(lms, 'x', async (launched) => {
    await launched.accept();
    await write(await launched.site(EXERCISES), '家で書いた');
  });
  const release = lms.hold();
  const context = await browser.newContext();
  await context.clock.install();
  // The limit of one request is the browser's own clock.
  await context.addInitScript(() => {
    AbortSignal.timeout = () => new AbortController().signal;
  });
  const launched = await lms.launch(context, 'x');
  assert.match(await launched.bar('asking'), /LMSに確かめています/);
  assert.equal(await launched.around().locator('iframe.lms-site').isHidden(), true);
  const calls = lms.calls.length;
  await context.clock.fastForward(15_000);
  await launched.accept();
  const frame = await launched.site(EXERCISES);
  assert.match(await launched.bar('late'), /まだ返事がありません/);
  await write(frame, '学校で書いた');
  await until(
    pageOf(frame),
    (/** @type {string} */ where) =>
      document.querySelector(where)?.closest('form')?.querySelector('[data-save-line]')?.getAttribute('data-state') ===
      'saved',
    REASON,
  );
  assert.equal(lms.calls.length, calls, 'nothing replaces the copy before it is here');
  release();
  await launched.bar('kept');
  // It stays on its page, with what was written there; both are in the file and in the LMS.
  assert.ok(frame.url().endsWith(EXERCISES), frame.url());
  assert.equal(await frame.inputValue(REASON), '学校で書いた');
  const file = await exported(launched, frame);
  assert.ok(file.includes('家で書いた') && file.includes('学校で書いた'));
  const record = await launched.leave();
  await context.close();
  const read = unpacked(record.copy, 'every-kind');
  const reason = read.ok ? read.works.find(({ key }) => key === 'exercise/pick')?.fields.reason : undefined;
  assert.deepEqual([reason?.value, reason?.others?.map(({ value }) => value)], ['学校で書いた', ['家で書いた']]);
  assert.deepEqual(lms.faults, []);
});

/** LMSs that hold a plan, with the characters of each text and the parts of the copy: one that every LMS holds, and one for more. @type {Record<string, { kind: LmsKind, room: number, length: number, parts: number }>} */
const ROOMY = {
  'SCORM 1.2 that holds more than it must, as Moodle does': { kind: 'scorm12', room: 64_000, length: 60, parts: 2 },
  'SCORM 2004': { kind: 'scorm2004', room: 64_000, length: 60, parts: 1 },
  'cmi5, in several documents': { kind: 'cmi5', room: 480_000, length: 600, parts: 2 },
};
for (const [name, { kind, room, length, parts }] of Object.entries(ROOMY))
  test(`a plan of four sheets comes back in a fresh browser from an LMS of ${name}`, { skip: !all }, async () => {
    const { folder } = unpackedPackage('content', kind);
    const lms = await (kind === 'cmi5' ? new LmsWithLrs(folder) : new Lms(kind, folder)).start();
    lms.behaviour.room = room;
    const plan = catalogue.works.find(({ key }) => key === 'worksheet/ws-support-plan');
    assert.ok(plan);
    const texts = plan.fields.filter((field) => !field.options && !field.columns && !field.many);
    const answers = [1, 2, 3, 4].map((sheet) => ({
      key: plan.key,
      sheet,
      fields: Object.fromEntries(
        texts.map(({ id }, n) => [id, entry(`${sheet}枚めの${n}：${noise(length, sheet * 100 + n)}`)]),
      ),
    }));
    const given = answerFile({ ...catalogue, revision: 1 }, answers);
    const fieldsOf = (/** @type {string} */ file) =>
      JSON.parse(file)
        .answers.filter((/** @type {any} */ it) => it.key === plan.key)
        .map((/** @type {any} */ { sheet, fields }) => [
          sheet,
          Object.fromEntries(Object.entries(fields).map(([id, it]) => [id, /** @type {any} */ (it).value])),
        ]);
    const record = await fresh(lms, 'x', async (launched) => {
      await launched.accept();
      const frame = await launched.site('answers/index.html');
      await frame.locator('.answers-box:not([aria-busy])').waitFor();
      await frame.setInputFiles('input[data-import]', {
        name: 'plan.mitate.json',
        mimeType: 'application/json',
        buffer: Buffer.from(given),
      });
      await frame.locator('.work-dialog .primary').click();
      await hasSaid(pageOf(frame));
      // It is more than a page of cmi5 may send when it goes, so it is there before.
      for (const end = Date.now() + PATIENCE; Date.now() < end;) {
        const read = unpacked(lms.record('x')[STANDARDS[kind].copy] ?? '', catalogue.id);
        if (read.ok && read.whole && read.works.length === answers.length) break;
        await new Promise(setImmediate);
      }
    });
    const copy = record[STANDARDS[kind].copy];
    assert.ok(copy.length > STANDARDS.scorm12.room && copy.length <= room, `${copy.length}`);
    if (kind === 'cmi5') assert.ok(copy.length > STANDARDS.cmi5.room, `${copy.length}`);
    assert.ok(copy.split('~')[0].endsWith(`.${parts}`), copy.slice(0, 60));
    await fresh(lms, 'x', async (launched) => {
      const frame = await launched.site();
      assert.deepEqual(fieldsOf(await exported(launched, frame)), fieldsOf(given));
    });
  });

test(
  'an LMS that cuts off what it has taken loses no more than it must hold, and that is said',
  { skip: !all },
  async () => {
    const lms = await lmsWith('scorm12');
    lms.behaviour = { room: 64_000, way: 'cuts' };
    await fresh(lms, 'x', async (launched) => {
      await launched.accept();
      const frame = await launched.site(EXERCISES);
      await write(frame, noise(1100));
      await frame.fill(`${formOf('reply')} [name="reply"]`, noise(1100, 8));
    });
    assert.equal(lms.record('x')['cmi.suspend_data'].length, 4096);
    const record = await fresh(lms, 'x', async (launched) => {
      const frame = await launched.site(EXERCISES);
      await answersAreIn(pageOf(frame));
      const held = [REASON, `${formOf('reply')} [name="reply"]`].map((where) => frame.inputValue(where));
      assert.equal((await Promise.all(held)).filter((text) => text.length === 1100).length, 1);
      assert.match(await launched.bar('cut', 'kept'), /途中までしか|預けました/);
    });
    // From now on it is given only what it must hold.
    assert.match(record['cmi.suspend_data'], /^mitate1\.every-kind\.1\.pc\.1~/);
  },
);
