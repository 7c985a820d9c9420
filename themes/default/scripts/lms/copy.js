/**
 * Keeps the copy of the answers in the LMS. The store of the browser comes first: what is written is stored there, and the LMS gets a
 * copy a moment later, when the page is hidden and when it goes. An LMS that is slow, refuses or answers nonsense changes only what
 * the bar says.
 *
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {import('../answers/store.js').Store} Store
 * @typedef {import('./adapter.js').Adapter} Adapter
 * @typedef {import('./adapter.js').Saved} Saved
 * @typedef {import('./pack.js').Copied} Copied
 * @typedef {import('./pack.js').Foreign} Foreign
 *
 * @typedef {object} CopyState  what is true of the copy
 * @property {'new' | 'kept' | 'partly' | 'failed' | 'foreign'} name
 * @property {string} at  when it was last kept
 * @property {Answered[]} left  what does not fit
 * @property {Foreign} [reason]  what the LMS holds instead: it is left as it is until the learner lets it be replaced
 * @property {boolean} [cut]  the LMS has cut off what it had taken
 *
 * @typedef {object} CopyOptions
 * @property {Adapter} adapter
 * @property {string} course  its id
 * @property {number} revision
 * @property {string} informed  the letter of what the learner was informed of
 * @property {() => string} place  the page that is open
 * @property {(entries: Map<string, Entry>, works: Answered[]) => { isCompleted?: boolean, said: import('./adapter.js').Said[] }} news
 * @property {(state: CopyState) => void} onState
 * @property {() => number} [clock]  milliseconds
 */

import { chosenAttempt } from '../answers/attempts.js';
import { chosen } from '../answers/merge.js';
import { freeSheets, merging } from '../answers/merging.js';
import { addressOf, write } from '../answers/record.js';
import { inSlices } from '../answers/slices.js';
import { gathering } from '../answers/works.js';
import { checksum, packed, unpacked } from './pack.js';

const PAUSE = 3000; // ms from a change to a save
/** A save that stopped this page long is followed by a rest of so many times its length: an LMS that is slow does not stop the hand that writes. */
const REST = 20;
const RETRY = [1_000, 15_000, 60_000, 300_000];
const CUT = 'c';

export class Copy {
  /** @type {CopyState} */
  state = { name: 'new', at: '', left: [] };
  #options;
  #clock;
  /** @type {Store | undefined} */
  #store;
  /** What the store holds, by address. @type {Map<string, Entry>} */
  #entries = new Map();
  /** Whether `#entries` is what the store holds. */
  #isRead = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #rest = 0;
  #isOnItsWay = false;
  #failures = 0;
  #kept = '';
  #isCut = false;

  /** @param {CopyOptions} options */
  constructor(options) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /**
   * Takes over what the LMS holds. Answers that differ on both sides are kept both.
   * @param {Store} store  open
   * @param {string} text  the copy
   * @param {string} last  the checksum of the copy that this browser wrote or took over last
   */
  async begin(store, text, last) {
    this.#store = store;
    const read = unpacked(text, this.#options.course);
    if (!read.ok) this.#say({ name: 'foreign', reason: read.reason });
    else {
      this.#isCut = !read.whole || read.flags.includes(CUT);
      const mine = await store.all();
      if (mine.length === 0 || checksum(text) !== last) await this.#take(mine, read.works);
      if (read.works.length > 0) this.#say({ name: 'kept', cut: !read.whole });
    }
    await this.#reload();
    store.onChange((change) => {
      if (change) this.#entries.set(addressOf(change.key, change.sheet, change.field), change.entry);
      else void this.#reload().then(() => this.#later());
      this.#later();
      return true;
    });
  }

  /** The checksum of the copy as it is now. */
  get sum() {
    return checksum(this.#kept);
  }

  /** Lets the copy replace what the LMS holds. */
  replace() {
    this.#say({ name: 'new', reason: undefined });
    return this.save();
  }

  /** Saves what has changed. @param {boolean} [isLast]  the page goes: nothing is awaited before it is on its way */
  save(isLast = false) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#store || !this.#isRead) return Promise.resolve();
    const { adapter, news, place } = this.#options;
    const works = worksOf(this.#entries);
    void adapter.report(news(this.#entries, works));
    if (this.state.name === 'foreign') return Promise.resolve();
    if (this.#isOnItsWay && !isLast) {
      this.#later();
      return Promise.resolve();
    }
    this.#isOnItsWay = true;
    const began = this.#clock();
    const sent = this.#send(works, place(), isLast).finally(() => {
      this.#isOnItsWay = false;
    });
    this.#rest = (this.#clock() - began) * REST;
    return sent;
  }

  /** What pages have left behind in the moment they went. @param {Iterable<[string, import('../answers/journal.js').Journalled]>} rows */
  overtake(rows) {
    for (const [address, row] of rows) this.#entries.set(address, write(this.#entries.get(address), row).entry);
  }

  /** What is in a storage that answers at once. @param {Iterable<[string, Entry]>} entries */
  renew(entries) {
    for (const [address, entry] of entries) this.#entries.set(address, entry);
  }

  /** @param {Answered[]} works @param {string} place @param {boolean} isLast */
  async #send(works, place, isLast) {
    const { adapter } = this.#options;
    let copy = this.#packed(works, adapter.most);
    const { text } = copy;
    const short = () => {
      // This LMS holds only what it must.
      this.#isCut = true;
      copy = this.#packed(works, adapter.sure);
      return copy.text;
    };
    const saved = await adapter.save({ text, place, ...(text.length > adapter.sure && { short }) }, isLast);
    return this.#done(saved, copy);
  }

  /** @param {Saved} saved @param {Copied} copy */
  #done(saved, { text, left }) {
    if (saved === 'kept') {
      this.#failures = 0;
      this.#kept = text;
      this.#say({ name: left.length > 0 ? 'partly' : 'kept', at: new Date().toISOString(), left });
      return;
    }
    // An LMS that stores a little later than it says has it when it is asked again.
    if (this.#failures > 0) this.#say({ name: 'failed', left });
    this.#later(RETRY[Math.min(this.#failures, RETRY.length - 1)]);
    this.#failures += 1;
  }

  /** @param {Answered[]} works @param {number} most */
  #packed(works, most) {
    const { course, revision, informed, adapter } = this.#options;
    const room = this.#isCut ? adapter.sure : most;
    return packed(works, {
      course,
      revision,
      flags: informed + (this.#isCut ? CUT : ''),
      sure: adapter.sure,
      most: room,
    });
  }

  /** @param {Answered[]} mine @param {Answered[]} theirs */
  async #take(mine, theirs) {
    const merged = await inSlices(merging(mine, theirs));
    if (!merged || !this.#store) return;
    const free = freeSheets(mine, theirs);
    const list = [
      ...merged.take,
      ...merged.conflicts.map((one) => chosen(one, one.theirs.at > one.mine.at ? 'theirs' : 'mine')),
      ...merged.attempts.flatMap((clash) => chosenAttempt(clash, 'both', free(clash.key))),
    ];
    if (list.length > 0) await this.#store.importEntries(list);
  }

  async #reload() {
    const works = (await this.#store?.all()) ?? [];
    this.#isRead = this.#store?.state.error !== 'unread';
    if (!this.#isRead) return;
    this.#entries = new Map(
      works.flatMap(({ key, sheet, fields }) =>
        Object.keys(fields).map((field) => /** @type {const} */ ([addressOf(key, sheet, field), fields[field]])),
      ),
    );
  }

  /** @param {number} [pause] */
  #later(pause = Math.max(PAUSE, this.#rest)) {
    this.#timer ??= setTimeout(() => void this.save(), pause);
  }

  /** @param {Partial<CopyState>} news */
  #say(news) {
    this.state = { ...this.state, ...news };
    this.#options.onState(this.state);
  }
}

/** @param {Map<string, Entry>} entries @returns {Answered[]} */
function worksOf(entries) {
  const steps = gathering(entries);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
