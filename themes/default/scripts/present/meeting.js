/**
 * A meeting that is being held: its current step and its clocks, the same in the projected window and in the
 * facilitator's. Both keep the whole state, so that either can be closed. The newer state counts: what was decided later
 * (to start again, or to go on), then what was changed more often since.
 *
 * @typedef {import('./timing.js').Timing} Timing
 * @typedef {'dark' | 'light' | null} BlankScreen
 * @typedef {import('./record.js').RecordPart} RecordPart
 */

import { kept } from './kept.js';
import { minutesAt, minutesOf } from '../slides/clock.js';
import { Link } from '../slides/link.js';
import { recordFrom } from './record.js';
import {
  ends,
  gone,
  isBegun,
  lengthened,
  passed,
  reloaded,
  restored,
  resumed,
  settled,
  stepAgain,
  together,
  turned,
  unbegun,
} from './timing.js';

const TICK = 250; // ms
const HELLO = 1000; // ms between two greetings
const KEEP = 5000; // ms between two times that the clocks are stored
/** The screen of the record that the projected window shows. */
const AS_BEFORE = -1;

export class Meeting {
  /** Minutes of each step; the cover has none. */
  planned;
  total;
  /** @type {Timing} */
  timing;
  /** How many screens each step takes in the projected window. @type {number[]} */
  parts;
  /** The start that was typed, as `13:30`. */
  start = '';
  /** @type {BlankScreen} */
  blank = null;
  /** What is projected of the minutes, in place of the step. @type {RecordPart[] | null} */
  record = null;
  /** Which screen of it, of how many. The projected window decides while it is being written. */
  recordAt = 0;
  recordScreens = 1;
  /** What was kept of a meeting that was begun before, until someone decides whether it goes on. @type {Timing | undefined} */
  before;
  #store;
  #link;
  #since = 0;
  #revision = 0;
  #projects;
  #past = performance.now();
  #greeted = -Infinity;
  #stored = -Infinity;
  /** @type {((what: 'state' | 'tick') => void)[]} */
  #listeners = [];

  /**
   * @param {object} meeting
   * @param {string} meeting.id
   * @param {number[]} meeting.planned  minutes of each step, the cover first
   * @param {number} meeting.total
   * @param {boolean} meeting.projects  this is the projected window
   */
  constructor({ id, planned, total, projects }) {
    this.planned = planned;
    this.total = total;
    this.#projects = projects;
    this.parts = planned.map(() => 1);
    this.#store = kept(id);
    this.#link = new Link(`${document.documentElement.dataset.course ?? ''}/${id}`, (message) => this.#hear(message));
    const { timing, since, revision, start } = this.#store.read();
    const found = restored(timing, planned.length);
    this.start = typeof start === 'string' ? start : '';
    this.timing = unbegun(planned.length, Date.now());
    if (found && typeof since === 'number' && since === this.#store.shown()) {
      this.timing = reloaded(found, Date.now());
      this.#since = since;
      this.#revision = typeof revision === 'number' ? revision : 0;
    } else if (found && isBegun(found)) this.before = found;
    else this.#decide(this.timing);
  }

  /** Lets time pass. */
  begin() {
    setInterval(() => this.#tick(), TICK);
    addEventListener('pagehide', () => this.#keep());
    this.#tick();
  }

  /** @param {(what: 'state' | 'tick') => void} listener */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** The other window is open, and answers. */
  get isLinked() {
    return this.#link.isOpen;
  }

  /** The other window is open, and shows another page. */
  get isAway() {
    return this.#link.isAway;
  }

  /** Opens the other window. @param {string} url */
  open(url) {
    return this.#link.open(url);
  }

  /** When the meeting is to end, and when it will. */
  get ends() {
    const { begun } = this.timing;
    const plan = { planned: this.planned, total: this.total, start: minutesOf(this.start) };
    return ends(this.timing, plan, minutesAt(Date.now()), begun === null ? null : minutesAt(begun));
  }

  /** Goes on with the meeting that was begun before, or starts again. @param {boolean} goesOn */
  choose(goesOn) {
    const now = Date.now();
    const before = goesOn ? this.before : undefined;
    this.#decide(before ? resumed(before, now) : unbegun(this.planned.length, now));
    this.#changed();
  }

  /** Moves by screens, or to an end. @param {number} by */
  go(by) {
    if (this.before) return this.choose(true);
    if (this.record) return this.#goInRecord(by);
    const { at, part } = this.timing;
    const last = (/** @type {number} */ step) => Math.max(0, (this.parts[step] ?? 1) - 1);
    if (by === 1 && part < last(at)) this.goTo(at, part + 1);
    else if (by === 1) this.goTo(at + 1);
    else if (by === -1 && part > 0) this.goTo(at, Math.min(part, last(at) + 1) - 1);
    else if (by === -1) this.goTo(at - 1, at > 0 ? last(at - 1) : 0);
    else this.goTo(by < 0 ? 0 : this.planned.length - 1);
  }

  /** @param {number} step @param {number} [part] */
  goTo(step, part) {
    if (step >= this.planned.length) return;
    if (this.record) this.project(null);
    this.#set(gone(this.timing, step, Date.now(), part));
  }

  pause() {
    this.#set(turned(this.timing));
  }

  /** @param {number} minutes */
  lengthen(minutes) {
    this.#set(lengthened(this.timing, minutes, this.planned));
  }

  stepAgain() {
    this.#set(stepAgain(this.timing));
  }

  /** @param {boolean} counts */
  settle(counts) {
    this.#set(settled(this.timing, counts));
  }

  /** @param {string} time */
  startAt(time) {
    this.start = time;
    this.#changed();
  }

  /** @param {BlankScreen} blank */
  turnBlank(blank) {
    this.blank = blank;
    this.#changed();
  }

  /** Projects what is written in the minutes, or the step again. @param {RecordPart[] | null} record */
  project(record) {
    this.recordAt = record && this.record ? AS_BEFORE : 0;
    this.record = record;
    this.#changed();
  }

  /** After its last screen the step is projected again. @param {number} by */
  #goInRecord(by) {
    const to = this.recordAt + by;
    if (to >= this.recordScreens) return this.project(null);
    this.recordAt = Math.max(0, to);
    this.#changed();
  }

  /** The projected window has found out how many screens the record takes. @param {number} screens @param {number} at  to be shown */
  fitRecord(screens, at) {
    this.recordScreens = screens;
    this.recordAt = Math.min(at, screens - 1);
    this.#send();
  }

  /** The projected window has found out how many screens its steps take. @param {number[]} parts */
  fit(parts) {
    this.parts = parts;
    const { at, part } = this.timing;
    if (part >= parts[at]) this.timing = { ...this.timing, part: parts[at] - 1 };
  }

  /** @param {Timing} timing */
  #decide(timing) {
    this.before = undefined;
    this.timing = timing;
    this.blank = null;
    this.record = null;
    this.#since = Math.max(Date.now(), this.#since + 1);
    this.#revision = 0;
    this.#store.show(this.#since);
  }

  /** @param {Timing} timing */
  #set(timing) {
    if (timing === this.timing) return;
    this.timing = timing;
    this.#changed();
  }

  #changed() {
    this.#revision += 1;
    this.#keep();
    this.#tell('state');
    this.#send();
  }

  #keep() {
    this.#stored = performance.now();
    if (this.before) this.#store.write({ start: this.start });
    else
      this.#store.write({
        timing: this.timing,
        start: this.start,
        since: this.#since,
        revision: this.#revision,
      });
  }

  #send(asks = false) {
    this.#greeted = performance.now();
    const { timing, start, blank, parts, record, recordAt, recordScreens } = this;
    const since = this.before ? 0 : this.#since;
    const shown = { timing, start, blank, record, recordAt };
    this.#link.send(
      { ...shown, since, revision: this.#revision, parts, recordScreens, projects: this.#projects },
      asks,
    );
  }

  /** @param {Record<string, unknown>} message */
  #hear({ since, revision, timing, start, blank, record, recordAt, parts, recordScreens, projects, asks }) {
    const theirs = restored(timing, this.planned.length);
    const steps = this.planned.length;
    if (projects === true && Array.isArray(parts) && parts.length === steps) this.parts = parts.map(Number);
    if (projects === true) this.recordScreens = Number(recordScreens) || 1;
    const order = this.before ? -1 : Number(since) - this.#since || Number(revision) - this.#revision;
    const isNewer = this.before ? Number(since) > 0 : order > 0;
    if (theirs && isNewer) {
      this.before = undefined;
      this.#since = Number(since);
      this.#revision = Number(revision);
      this.#store.show(this.#since);
      this.timing = theirs;
      if (typeof start === 'string') this.start = start;
      this.blank = blank === 'dark' || blank === 'light' ? blank : null;
      this.record = recordFrom(record);
      if (recordAt !== AS_BEFORE) this.recordAt = Number(recordAt) || 0;
      this.#keep();
      this.#tell('state');
    } else if (theirs && order === 0) {
      if (projects === true) this.recordAt = Number(recordAt) || 0;
      const hadGap = this.timing.gap !== null;
      this.timing = together(this.timing, theirs, this.#projects);
      if (hadGap && !this.timing.gap) this.#tell('state');
    }
    if (asks === true || (order < 0 && !this.before)) this.#send();
  }

  #tick() {
    const past = performance.now();
    const hadGap = this.timing.gap !== null;
    this.timing = passed(this.timing, Date.now(), past - this.#past);
    this.#past = past;
    if (past - this.#greeted >= HELLO) this.#send(true);
    if (past - this.#stored >= KEEP && !this.before) this.#keep();
    this.#tell(this.timing.gap && !hadGap ? 'state' : 'tick');
  }

  /** @param {'state' | 'tick'} what */
  #tell(what) {
    for (const listener of this.#listeners) listener(what);
  }
}
