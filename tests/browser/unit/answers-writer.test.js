/** Puts on their way to the store: confirmed once, kept where the store fails, never overwriting what was not seen. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journalOf } from '../../../themes/default/scripts/answers/journal.js';
import { leftBy, storeLeft } from '../../../themes/default/scripts/answers/left.js';
import { write } from '../../../themes/default/scripts/answers/record.js';
import { memoryPlace } from '../../../themes/default/scripts/answers/places/memory.js';
import { Writer } from '../../../themes/default/scripts/answers/writer.js';
import { AT, entry } from '../lib/answers.js';

const Q = 'exercise/a#1/q';
const R = 'exercise/a#1/r';

/** A writer to a place that can be made slow or made to fail. */
function setUp() {
  const place = memoryPlace();
  /** @type {{ fails: (addresses: string[]) => Error | undefined, hold?: Promise<unknown>, updates: number }} */
  const control = { fails: () => undefined, updates: 0 };
  /** @type {string[]} */
  const said = [];
  const watched = {
    ...place,
    update: async (/** @type {string[]} */ addresses, /** @type {any} */ change) => {
      control.updates += 1;
      await control.hold;
      const error = control.fails(addresses);
      if (error) throw error;
      await place.update(addresses, change);
    },
  };
  const writer = new Writer({
    place: () => watched,
    saved: (changed) => said.push(`saved ${changed.join(' ')}`),
    failed: (error) => said.push(`failed ${/** @type {Error} */ (error).message}`),
    now: () => AT,
  });
  const stored = async (/** @type {string} */ address) =>
    (await place.list(address)).find(([one]) => one === address)?.[1];
  return { place, control, said, writer, stored };
}

/** Acts in a page that has a localStorage. @param {() => Promise<void>} act */
async function withLocalStorage(act) {
  const kept = /** @type {any} */ (globalThis);
  const before = Object.getOwnPropertyDescriptor(kept, 'localStorage');
  const local = Object.create({
    /** @this {Record<string, string>} @param {string} name */
    getItem(name) {
      return this[name] ?? null;
    },
    /** @this {Record<string, string>} @param {string} name @param {string} text */
    setItem(name, text) {
      this[name] = text;
    },
    /** @this {Record<string, string>} @param {string} name */
    removeItem(name) {
      delete this[name];
    },
  });
  Object.defineProperty(kept, 'localStorage', { value: local, configurable: true });
  try {
    await act();
  } finally {
    if (before) Object.defineProperty(kept, 'localStorage', before);
    else delete kept.localStorage;
  }
}

test('a put is confirmed and remembered as seen', async () => {
  const { writer, stored, said } = setUp();
  assert.deepEqual(await writer.put(Q, 'a'), { entry: entry('a'), saved: true });
  assert.deepEqual(await writer.put(Q, 'b'), { entry: entry('b', 2), saved: true });
  assert.deepEqual(await stored(Q), entry('b', 2));
  assert.deepEqual(said, [`saved ${Q}`, `saved ${Q}`]);
  assert.equal(writer.pending.size, 0);
});

test('puts of one field that overtake each other end with the last, without a conflict', async () => {
  const { writer, control, stored } = setUp();
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  control.hold = new Promise((resolve) => {
    release = resolve;
  });
  const puts = ['a', 'ab', 'abc'].map((text) => writer.put(Q, text));
  release();
  for (const put of await Promise.all(puts))
    assert.deepEqual([put.entry.value, put.conflict, put.saved], ['abc', undefined, true]);
  assert.equal((await stored(Q))?.others, undefined);
});

test('a put that insists after a conflict and is still on its way when the page goes replaces nothing at the next start', async () => {
  const { writer, place, control, stored } = setUp();
  await writer.put(Q, 'a');
  await place.update([Q], () => entry('elsewhere', 7));
  assert.equal((await writer.put(Q, 'b')).conflict?.value, 'b');
  control.hold = new Promise(() => {});
  void writer.put(Q, 'bc');
  const row = writer.rows().get(Q);
  assert.deepEqual(row, { value: 'bc', at: AT, seen: 0 });
  // As the journal is taken over by the next page.
  const { entry: kept } = write(await stored(Q), row);
  const texts = [kept.value, ...(kept.others?.map(({ value }) => value) ?? [])];
  for (const text of ['elsewhere', 'bc']) assert.ok(texts.includes(text), `${text} is not in ${texts}`);
});

test('what goes on being written while its beginning is being stored follows it at the next start, and is no conflict', async () => {
  const { place } = setUp();
  let time = 0;
  const writer = new Writer({
    place: () => place,
    saved: () => {},
    failed: () => {},
    now: () => `2026-11-20T01:02:0${time++}.000Z`,
  });
  void writer.put(Q, 'a');
  void writer.put(Q, 'ab');
  const rows = writer.rows();
  const row = rows.get(Q);
  assert.deepEqual(row, { value: 'ab', at: '2026-11-20T01:02:01.000Z', seen: 0, sent: '2026-11-20T01:02:00.000Z' });

  // The first arrives, the page is gone before it hears of it, and the next page finds the journal.
  const later = memoryPlace();
  await later.update([Q], () => entry('a', 1, { at: String(row?.sent) }));
  await withLocalStorage(async () => {
    journalOf('c').keep(rows);
    await storeLeft(later, journalOf('c').left());
  });
  const [[, stands]] = await later.list(Q);
  assert.deepEqual([stands.value, stands.others], ['ab', undefined]);
});

test('of what two tabs left of one answer at once both are there at the next start; a mere beginning is not', async () => {
  const place = memoryPlace();
  const row = (/** @type {string} */ value, /** @type {number} */ second) => ({
    value,
    at: `2026-11-20T01:02:0${second}.000Z`,
    seen: 0,
  });
  await withLocalStorage(async () => {
    for (const [q, r, second] of /** @type {const} */ ([
      ['right', 'right and more', 2],
      ['left', 'right', 1],
    ]))
      journalOf('c').keep(
        new Map([
          [Q, row(q, second)],
          [R, row(r, second)],
        ]),
      );
    const journal = journalOf('c');
    const left = journal.left();
    await storeLeft(place, left);
    journal.forget(left);
    assert.equal(Object.keys(localStorage).length, 0);
  });
  const [[, q]] = await place.list(Q);
  const [[, r]] = await place.list(R);
  assert.deepEqual([q.value, q.others?.map(({ value }) => value)], ['right', ['left']]);
  assert.deepEqual([r.value, r.others], ['right and more', undefined]);
});

test('many puts at once are few transactions', async () => {
  const { writer, control } = setUp();
  await Promise.all(Array.from({ length: 50 }, (_, i) => writer.put(`exercise/a#1/q${i}`, 'x')));
  assert.ok(control.updates <= 2, `${control.updates}`);
});

test('what another tab wrote is not overwritten; who writes on wins, and nothing is lost', async () => {
  const { writer, place, stored } = setUp();
  await writer.put(Q, 'a');
  await place.update([Q], () => entry('elsewhere', 7));
  const put = await writer.put(Q, 'b');
  assert.equal(put.conflict?.value, 'b');
  assert.deepEqual([put.entry.value, put.entry.others?.map(({ value }) => value)], ['elsewhere', ['b']]);
  await writer.put(Q, 'bc');
  assert.deepEqual(
    [(await stored(Q))?.value, (await stored(Q))?.others?.map(({ value }) => value)],
    ['bc', ['elsewhere']],
  );
});

test('a conflict is reported with what was written last, also if puts overtake each other', async () => {
  const { writer, place, control, stored } = setUp();
  await writer.put(Q, 'a');
  await place.update([Q], () => entry('elsewhere', 7));
  control.hold = new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  const puts = await Promise.all([writer.put(Q, 'b'), writer.put(Q, 'bc')]);
  for (const put of puts) assert.equal(put.conflict?.value, 'bc');
  assert.deepEqual(
    [(await stored(Q))?.value, (await stored(Q))?.others?.map(({ value }) => value)],
    ['elsewhere', ['bc']],
  );
});

test('a full store: it is said, the text stays and is shown, and is saved with the next put', async () => {
  const { writer, control, said, stored } = setUp();
  control.fails = () => new DOMException('full', 'QuotaExceededError');
  assert.deepEqual(await writer.put(Q, 'a'), { entry: entry('a'), saved: false });
  assert.deepEqual(writer.waiting('exercise/a#'), [[Q, entry('a')]]);
  assert.equal(await stored(Q), undefined);
  assert.deepEqual(said, ['failed full']);
  control.fails = () => undefined;
  await writer.put(R, 'r');
  assert.deepEqual([(await stored(Q))?.value, (await stored(R))?.value, writer.pending.size], ['a', 'r', 0]);
});

test('one text that does not go in does not keep the others out', async () => {
  const { writer, control, stored } = setUp();
  control.fails = (addresses) => (addresses.includes(Q) ? new DOMException('full', 'QuotaExceededError') : undefined);
  const [q, r] = await Promise.all([writer.put(Q, 'long'), writer.put(R, 'short')]);
  assert.deepEqual([q.saved, r.saved], [false, true]);
  assert.equal((await stored(R))?.value, 'short');
  assert.deepEqual([...writer.rows()], [[Q, { value: 'long', at: AT, seen: 0 }]]);
});

test('a text beyond the bound is refused aloud and does not reach the store', async () => {
  const { writer, said, stored } = setUp();
  assert.equal((await writer.put(Q, 'a'.repeat(2 * 1024 * 1024))).saved, false);
  assert.deepEqual(said, ['failed longer than what can be read again']);
  assert.equal(await stored(Q), undefined);
});

test('forgetting answers everybody who waits', async () => {
  const { writer, control } = setUp();
  control.fails = () => new Error('down');
  const put = writer.put(Q, 'a');
  writer.forget('');
  assert.equal((await put).saved, false);
  assert.equal(writer.pending.size, 0);
});

test('what another tab could not store waits here and is stored with the rest, unless something newer waits', async () => {
  const { writer, control, stored } = setUp();
  control.fails = () => new DOMException('full', 'QuotaExceededError');
  await writer.put(Q, 'newer');
  writer.adopt(
    leftBy(
      [
        [Q, { value: 'older', at: AT, seen: 0 }],
        [R, { value: 'left', at: AT, seen: 0 }],
      ],
      new Map(),
    ),
  );
  assert.deepEqual(
    writer.waiting('').map(([, { value }]) => value),
    ['newer', 'left'],
  );
  control.fails = () => undefined;
  await writer.run();
  assert.deepEqual([(await stored(Q))?.value, (await stored(R))?.value], ['newer', 'left']);
  assert.deepEqual(
    (await stored(Q))?.others?.map(({ value }) => value),
    ['older'],
  );
});

test('of what two tabs left while the storage was full both are there once there is room, also if this tab goes before', async () => {
  const row = (/** @type {string} */ value, /** @type {number} */ second) => ({
    value,
    at: `2026-11-20T01:02:0${second}.000Z`,
    seen: 0,
  });
  await withLocalStorage(async () => {
    for (const [text, second] of /** @type {const} */ ([
      ['left', 1],
      ['right', 2],
    ]))
      journalOf('c').keep(new Map([[Q, row(text, second)]]));
    const { writer, control, stored } = setUp();
    control.fails = () => new DOMException('full', 'QuotaExceededError');
    const journal = journalOf('c');
    const left = journal.left();
    writer.adopt(left);
    await writer.run();
    journal.keep(writer.rows());
    journal.forget(left);

    const next = memoryPlace();
    await storeLeft(next, journalOf('c').left());
    const [[, kept]] = await next.list(Q);
    assert.deepEqual([kept.value, kept.others?.map(({ value }) => value)], ['right', ['left']], 'the next page');

    control.fails = () => undefined;
    await writer.run();
    const entry = await stored(Q);
    assert.deepEqual([entry?.value, entry?.others?.map(({ value }) => value)], ['right', ['left']], 'this page');
  });
});

test('what a living tab keeps while another page takes over what it had kept is not forgotten', async () => {
  await withLocalStorage(async () => {
    const living = journalOf('c');
    living.keep(new Map([[Q, { value: 'a', at: AT, seen: 0 }]]));
    const other = journalOf('c');
    const left = other.left();
    living.keep(new Map([[Q, { value: 'ab', at: AT, seen: 0 }]]));
    other.forget(left);
    assert.equal(journalOf('c').left().rows.get(Q)?.value, 'ab');
  });
});

test('a text that is put aside with an answer is there although the answer goes through the journal or overtakes itself', async () => {
  const { writer, place, control, stored } = setUp();
  await writer.put(Q, 'a long text');
  control.hold = new Promise((resolve) => {
    setTimeout(resolve);
  });
  const puts = [writer.put(Q, 'yes', [{ value: 'a long text', at: AT }]), writer.put(Q, 'no')];
  await withLocalStorage(async () => {
    journalOf('c').keep(writer.rows());
    const next = memoryPlace();
    await next.update([Q], () => entry('a long text'));
    await storeLeft(next, journalOf('c').left());
    const [[, kept]] = await next.list(Q);
    assert.deepEqual([kept.value, kept.others?.map(({ value }) => value)], ['no', ['a long text']]);
  });
  await Promise.all(puts);
  const kept = await stored(Q);
  assert.deepEqual([kept?.value, kept?.others?.map(({ value }) => value)], ['no', ['a long text']]);
  assert.equal((await place.list('')).length, 1);
});
