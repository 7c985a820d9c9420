/** Answer files that were tampered with: refused with a sentence, or shown as text; nothing of them runs or stays. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entry } from '../lib/answers.js';
import { catalogue } from '../lib/catalogue.js';
import { settled } from '../lib/chromium.js';
import {
  PAGE,
  answers,
  asked,
  bringIn,
  fileOf,
  first,
  lists,
  onPage,
  one,
  ready,
  refused,
  saved,
  second,
} from '../lib/my-answers.js';
import { quiet } from '../lib/quiet.js';
import { transports } from '../lib/transports.js';
import { countTurns } from '../lib/turns.js';

/** @typedef {import('playwright-core').Page} Page */

const whole = one({ [first]: entry('別の答え') });
/** The answers' part replaced. @param {string} json */
const withAnswers = (json) => whole.replace(/"answers":.*$/s, `"answers":${json}}`);
/** @param {unknown} value */
const withEntry = (value) => withAnswers(JSON.stringify([{ key: asked.key, sheet: 1, fields: { [first]: value } }]));

/** What must be refused. @type {Record<string, () => string>} */
const BAD = {
  'no text': () => '\u0000\u0001PNG',
  nothing: () => '',
  'another JSON': () => '{"format":"other"}',
  'a list': () => '[1,2,3]',
  null: () => 'null',
  'cut off': () => whole.slice(0, -10),
  'a newer version': () => whole.replace('"version":1', '"version":2'),
  'a version that is a text': () => whole.replace('"version":1', '"version":"1"'),
  'another course': () =>
    whole
      .replace(`"id":"${catalogue.id}"`, '"id":"other"')
      .replace(`"title":"${catalogue.title}"`, '"title":"<img src=x onerror=alert(1)>"'),
  'a field named __proto__': () => whole.replace(`"${first}"`, '"__proto__"'),
  'a work named __proto__': () => whole.replace(`"${asked.key}"`, '"__proto__"'),
  'a script as a field': () => whole.replace(`"${first}"`, '"<script>ran=1</script>"'),
  'an escape out of the course': () => whole.replace(`"${asked.key}"`, '"exercise/../../etc"'),
  'a value that is a number': () => withEntry({ value: 7, rev: 1, at: '2026-11-20T01:02:03.000Z' }),
  'a value that is an object': () => withEntry({ value: { toString: 'x' }, rev: 1, at: '2026-11-20T01:02:03.000Z' }),
  'an entry that is a text': () => withEntry('text'),
  'a revision that is no number': () => withEntry({ value: 'x', rev: 'many', at: '2026-11-20T01:02:03.000Z' }),
  'a revision beyond all bounds': () => withEntry({ value: 'x', rev: 1e300, at: '2026-11-20T01:02:03.000Z' }),
  'a time that is a script': () => withEntry({ value: 'x', rev: 1, at: '<script>ran=1</script>' }),
  'a sheet that is negative': () => whole.replace('"sheet":1', '"sheet":-1'),
  'answers that are no list': () => withAnswers('{"0":1}'),
  'the same sheet twice': () =>
    fileOf([
      { key: asked.key, sheet: 1, fields: { [first]: entry('一') } },
      { key: asked.key, sheet: 1, fields: { [first]: entry('二') } },
    ]),
  'a text of two megabytes': () => withEntry(entry('あ'.repeat(2_000_000))),
  'a million fields': () =>
    withAnswers(
      `[{"key":"${asked.key}","sheet":1,"fields":{${Array.from({ length: 1_000_000 }, (_, n) => `"f${n}":0`).join(',')}}}]`,
    ),
  'a million works': () => withAnswers(`[${'0,'.repeat(1_000_000)}0]`),
  'nesting without end': () => withAnswers('['.repeat(200_000) + ']'.repeat(200_000)),
  'nesting without end that is cut off': () => withAnswers('{"a":'.repeat(200_000)),
};

/** @param {Page} page */
const polluted = (page) =>
  page.evaluate(() => [
    Reflect.get({}, 'value'),
    Reflect.get({}, 'polluted'),
    Reflect.get([], 'polluted'),
    Reflect.get(window, 'ran'),
  ]);

const LARGE = {
  '48 megabytes, cut off': () =>
    fileOf([
      {
        key: asked.key,
        sheet: 1,
        fields: Object.fromEntries(Array.from({ length: 48 }, (_, n) => [`f${n}`, entry('a'.repeat(1_000_000))])),
      },
    ]).slice(0, -10),
  'a million keys': () =>
    withAnswers(
      `[{"key":"${asked.key}","sheet":1,"fields":{${Array.from({ length: 1_000_000 }, (_, n) => `"f${n}":0`).join(',')}}}]`,
    ),
  'twenty megabytes of blanks': () => withAnswers(`[${' '.repeat(20_000_000)}]`),
  'a hundred thousand works': () =>
    withAnswers(
      `[${Array.from({ length: 100_000 }, (_, n) => `{"key":"exercise/a${n}","sheet":1,"fields":{"q":{"value":"","rev":1,"at":""}}}`).join(',')}]`,
    ),
};

test('a large file that is refused is read in pieces, and the page has its turn between them', () =>
  onPage(transports[0].root, async (page) => {
    for (const [what, make] of Object.entries(LARGE)) {
      await page.reload();
      await ready(page);
      const counted = await countTurns(page);
      const words = await refused(page, make());
      assert.match(words ?? '', /。$/, what);
      const { slices, turns } = await counted();
      assert.ok(slices >= 2 && turns >= 2, `${what}: ${slices} slices, ${turns} turns, ${words}`);
    }
  }));

test('texts of fifty megabytes are taken in and shown in pieces', () =>
  onPage(transports[0].root, async (page) => {
    const fields = Object.fromEntries(
      Array.from({ length: 45 }, (_, n) => [`f${n}`, entry(`はじめ${'あ'.repeat(1_000_000)}`)]),
    );
    await bringIn(page, fileOf([{ key: asked.key, sheet: 1, fields }]));
    await lists(page, 45);
    const counted = await countTurns(page);
    await page.locator('#answers-search').fill('はじめ');
    await page.locator('.answers-box mark').first().waitFor();
    const { slices } = await counted();
    assert.ok(slices >= 2, `${slices}`);
  }));

test('a text typed over an answer with the highest revision of a file is there after a reload, and in a file that can be read', () =>
  onPage(transports[0].root, async (page) => {
    await bringIn(page, one({ [first]: entry('はじめの答え', 2 ** 40) }));
    await lists(page, 1);
    await page.locator('.answers-box h3 a').first().click();
    const field = page.locator(`form[data-answer="${asked.key}"] [name="${first}"]`).first();
    await page.waitForFunction(
      (element) => element instanceof HTMLTextAreaElement && element.value !== '',
      await field.elementHandle(),
    );
    for (const text of ['書き直した答え', 'もう一度書き直した答え']) {
      await field.fill(text);
      await page.waitForFunction(
        (key) =>
          document.querySelector(`form[data-answer="${key}"] [data-save-line]`)?.getAttribute('data-state') === 'saved',
        asked.key,
      );
      await field.blur();
      await quiet(page);
      await page.reload();
      await settled(page);
      await page.waitForFunction(
        (wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
        text,
      );
    }
    await page.goto(transports[0].root + PAGE);
    await ready(page);
    await lists(page, 1);
    const { text } = await saved(page, '[data-export]');
    await page.locator('[data-wipe]').click();
    await page.locator('.work-dialog .danger').click();
    await lists(page, 0);
    await bringIn(page, text);
    await lists(page, 1);
    assert.deepEqual(await answers(page), ['もう一度書き直した答え']);
  }));

test('names of prototypes that another local file put into the browser’s storage reach nothing', () =>
  onPage(transports[0].root, async (page) => {
    await bringIn(page, one({ [first]: entry('ここの文') }));
    await lists(page, 1);
    await page.evaluate(
      async (/** @type {[string, string]} */ [course, address]) => {
        const hostile = JSON.parse(
          '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"value":"外から","rev":1,"at":"2026-11-20T01:02:03.000Z","others":{"length":5}}',
        );
        const opened = indexedDB.open(`mitate:${course}`);
        await new Promise((resolve) => {
          opened.onsuccess = resolve;
        });
        const transaction = opened.result.transaction('answers', 'readwrite');
        const put = transaction.objectStore('answers');
        for (const key of [
          `${address}2`,
          'exercise/__proto__#1/a',
          '__proto__',
          'exercise/a#1/__proto__',
          'exercise/constructor#1/constructor',
          '~homes',
          '~names/__proto__',
        ])
          put.put(hostile, key);
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        opened.result.close();
        localStorage.setItem(
          `mitate:${course}:journal:x`,
          `[["exercise/a#1/__proto__","x","2026-11-20T01:02:03.000Z",0],["exercise/a#1/constructor","日誌",{"__proto__":{"polluted":1}},{}],{"__proto__":{"polluted":1}}]`,
        );
        localStorage.setItem(`mitate:${course}:settings`, '{"__proto__":{"polluted":1},"theme":{"toString":1}}');
        const channel = new BroadcastChannel(`mitate:${course}`);
        channel.postMessage(hostile);
        channel.postMessage(['__proto__', 'exercise/a#1/__proto__', 7]);
      },
      /** @type {[string, string]} */ ([catalogue.id, `${asked.key}#1/${first}`]),
    );
    await page.reload();
    await ready(page);
    await lists(page, 4);
    assert.deepEqual((await answers(page)).sort(), ['ここの文', '外から', '外から', '日誌'].sort());
    assert.deepEqual(await polluted(page), [undefined, undefined, undefined, undefined]);
  }));

test('every hostile answer file is answered by a sentence and changes nothing', () =>
  onPage(transports[0].root, async (page) => {
    await bringIn(page, one({ [first]: entry('はじめの答え') }));
    await lists(page, 1);
    /** @type {Record<string, string | null>} */
    const sentences = {};
    for (const [what, make] of Object.entries(BAD)) sentences[what] = await refused(page, make());
    for (const [what, words] of Object.entries(sentences)) assert.match(words ?? '', /。$/, what);
    // Different troubles are distinguished.
    const told = [
      'no text',
      'another JSON',
      'cut off',
      'a newer version',
      'another course',
      'a million fields',
      'a field named __proto__',
    ].map((what) => sentences[what]);
    assert.equal(new Set(told).size, told.length, told.join('\n'));
    assert.match(sentences['another course'] ?? '', /<img src=x onerror=alert\(1\)>/, 'their title, as text');
    assert.deepEqual(await polluted(page), [undefined, undefined, undefined, undefined]);
    await page.reload();
    await ready(page);
    assert.deepEqual(await answers(page), ['はじめの答え']);
  }));

for (const { name, root } of transports) {
  describe(`hostile answer files by ${name}`, () => {
    test('scripts in every string are shown as text, in the list, in the question, in search, in files, and in the form itself', () =>
      onPage(root, async (page) => {
        const attacks = [
          '<script>ran=1</script>',
          '<img src=x onerror="ran=1">',
          '"><svg onload=ran=1>',
          'javascript:ran=1',
          '</textarea><script>ran=1</script>',
          '{$name} ${ran=1}',
          '\u202eran',
        ];
        await bringIn(page, one({ [first]: entry('ここの文') }));
        const fields = {
          [first]: entry(attacks.join('\n'), 3, { others: [{ value: attacks[1], at: '2026-11-20T01:02:03.000Z' }] }),
          [second]: entry(attacks[0]),
          constructor: entry(attacks[1]),
          tostring: entry(attacks[2]),
          valueof: entry(attacks),
        };
        await bringIn(
          page,
          fileOf([
            { key: asked.key, sheet: 1, fields },
            { key: 'exercise/constructor', sheet: 1, fields: { hasownproperty: entry(attacks[4]) } },
          ]).replace(
            '"format"',
            '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":"<script>ran=1</script>","format"',
          ),
        );
        await lists(page, 6);
        const shown = (await answers(page)).join('\n');
        for (const attack of attacks) assert.ok(shown.includes(attack), attack);
        await page.locator('#answers-search').fill('<img src');
        await page.locator('.answers-box mark').first().waitFor();
        await page.locator('#answers-search').fill('');
        await lists(page, 6);
        await page.locator('.answers-box h3 a').first().click();
        const field = page.locator(`form[data-answer="${asked.key}"] [name="${second}"]`).first();
        await page.waitForFunction(
          (element) => element instanceof HTMLTextAreaElement && element.value !== '',
          await field.elementHandle(),
        );
        assert.equal(await field.inputValue(), attacks[0]);
        assert.deepEqual(await polluted(page), [undefined, undefined, undefined, undefined]);
        assert.equal(
          await page.evaluate(() => document.querySelectorAll('main :is(script, svg[onload], img[onerror])').length),
          0,
        );
      }));
  });
}
