/**
 * SCORM 1.2 and SCORM 2004: an object in a window around the course, whose functions answer at once. They differ in their names, in
 * what they hold, and in how answers are handed over.
 *
 * An LMS may answer anything, or throw: whatever it does is an answer that means "not done".
 *
 * @typedef {import('./adapter.js').Adapter} Adapter
 * @typedef {import('./adapter.js').Said} Said
 *
 * @typedef {object} Dialect
 * @property {string} api  the name of the object
 * @property {string} prefix  of its functions
 * @property {[begin: string, end: string]} session
 * @property {{ place: string, learner: string, status: string, exit: string, time: string }} names  of what is stored
 * @property {[sure: number, most: number]} room  UTF-16 units of the copy
 * @property {string} interaction  the type of an answer
 * @property {string} response  the name of its text
 * @property {number} piece  UTF-16 units of one text
 * @property {(seconds: number) => string} duration
 */

import { piecesOf } from './adapter.js';

/** How many windows are looked through on the way up: more is a circle. */
const MOST_WINDOWS = 50;
const LONGEST_PLACE = 255;
const LONGEST_NAME = 250;
const COPY = 'cmi.suspend_data';
const ALREADY_BEGUN = ['101', '103'];

const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, '0');

/** @type {Record<'scorm12' | 'scorm2004', Dialect>} */
const DIALECTS = {
  scorm12: {
    api: 'API',
    prefix: 'LMS',
    session: ['Initialize', 'Finish'],
    names: {
      place: 'cmi.core.lesson_location',
      learner: 'cmi.core.student_id',
      status: 'cmi.core.lesson_status',
      exit: 'cmi.core.exit',
      time: 'cmi.core.session_time',
    },
    // What the standard asks for, and what Moodle holds.
    room: [4096, 64_000],
    interaction: 'fill-in',
    response: 'student_response',
    piece: 255,
    duration: (seconds) =>
      `${two(Math.min(9999, seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`,
  },
  scorm2004: {
    api: 'API_1484_11',
    prefix: '',
    session: ['Initialize', 'Terminate'],
    names: {
      place: 'cmi.location',
      learner: 'cmi.learner_id',
      status: 'cmi.completion_status',
      exit: 'cmi.exit',
      time: 'cmi.session_time',
    },
    room: [64_000, 64_000],
    interaction: 'long-fill-in',
    response: 'learner_response',
    piece: 4000,
    duration: (seconds) => `PT${Math.floor(seconds)}S`,
  },
};

/**
 * The object of an LMS: in a window around this one, or in the one that opened it.
 * @param {Window} from
 * @param {string} name
 * @returns {object | undefined}
 */
export function apiAround(from, name) {
  for (const start of [from, from.opener, topOf(from)?.opener]) {
    let at = start;
    for (let i = 0; at && i < MOST_WINDOWS; i += 1) {
      const found = apiIn(at, name);
      if (found) return found;
      if (at.parent === at) break;
      at = at.parent;
    }
  }
  return undefined;
}

/** A window of another host shows nothing of itself. @param {Window} at @param {string} name */
function apiIn(at, name) {
  try {
    const found = Reflect.get(at, name);
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Window} from */
function topOf(from) {
  try {
    return from.top?.opener === undefined ? undefined : from.top;
  } catch {
    return undefined;
  }
}

/** @implements {Adapter} */
export class Scorm {
  sure;
  most;
  learner = '';
  returnUrl = '';
  #api;
  #dialect;
  #status = '';
  #isOn = false;
  #reportsProgress = false;
  #began = performance.now();
  /** The number of each answer that was handed over in this session. @type {Map<string, number>} */
  #numbers = new Map();
  #count = 0;

  /** @param {object} api @param {Dialect} dialect */
  constructor(api, dialect) {
    this.#api = api;
    this.#dialect = dialect;
    [this.sure, this.most] = dialect.room;
  }

  /** @param {'scorm12' | 'scorm2004'} kind @returns {Scorm | undefined} */
  static around(kind) {
    const dialect = DIALECTS[kind];
    const api = apiAround(window, dialect.api);
    return api && new Scorm(api, dialect);
  }

  async restore() {
    const { session, names } = this.#dialect;
    if (!this.#does(session[0], '') && !ALREADY_BEGUN.includes(this.#error()))
      throw new Error('the session cannot begin');
    this.#isOn = true;
    this.learner = this.#get(names.learner) ?? '';
    this.#status = this.#get(names.status) ?? '';
    this.#count = Number(this.#get('cmi.interactions._count')) || 0;
    const text = this.#get(COPY);
    if (text === undefined) throw new Error('the copy cannot be read');
    return { text, place: this.#get(names.place) ?? '' };
  }

  /** @param {{ isCompleted?: boolean, said: Said[] }} news */
  async report({ isCompleted, said }) {
    if (!this.#isOn) return false;
    this.#reportsProgress = isCompleted !== undefined;
    const isDone = this.#reportStatus(isCompleted);
    return said.map((one) => this.#hand(one)).every(Boolean) && isDone;
  }

  /** @param {import('./adapter.js').Kept} held @returns {Promise<import('./adapter.js').Saved>} */
  async save({ text, place, short }) {
    if (!this.#isOn) return 'failed';
    const holds = (/** @type {string | undefined} */ copy) =>
      copy !== undefined && this.#set(COPY, copy) && this.#get(COPY) === copy;
    if (!holds(text) && !holds(short?.())) return 'failed';
    if (place.length <= LONGEST_PLACE) this.#set(this.#dialect.names.place, place);
    this.#set(this.#dialect.names.exit, 'suspend');
    return this.#does('Commit', '') ? 'kept' : 'failed';
  }

  async finish() {
    if (!this.#isOn) return;
    this.#isOn = false;
    const { names, session, duration } = this.#dialect;
    this.#reportStatus(undefined);
    this.#set(names.exit, 'suspend');
    if (this.#reportsProgress) this.#set(names.time, duration((performance.now() - this.#began) / 1000));
    this.#does('Commit', '');
    this.#does(session[1], '');
  }

  /** Completed stays completed. An LMS of SCORM 1.2 takes a course that says nothing for completed. @param {boolean | undefined} isCompleted */
  #reportStatus(isCompleted) {
    if (['completed', 'passed', 'failed'].includes(this.#status)) return true;
    const isSilent = isCompleted === undefined && this.#dialect !== DIALECTS.scorm12;
    const status = isCompleted ? 'completed' : 'incomplete';
    if (isSilent || status === this.#status) return true;
    if (!this.#set(this.#dialect.names.status, status)) return false;
    this.#status = status;
    return true;
  }

  /** Hands an answer over, in pieces if it is long. @param {Said} said */
  #hand({ id, name, text, at }) {
    const { interaction, response, piece } = this.#dialect;
    const isOld = this.#dialect === DIALECTS.scorm12;
    // One line, as an LMS of SCORM 1.2 takes it.
    const line = isOld ? text.trim().replace(/\s*\n\s*/g, ' / ') : text;
    return piecesOf(line, piece)
      .map((part, i) => {
        const own = i === 0 ? id : `${id}.part-${i + 1}`;
        const n = this.#numbers.get(own) ?? this.#count;
        const set = (/** @type {string} */ what, /** @type {string} */ value) =>
          this.#set(`cmi.interactions.${n}.${what}`, value);
        if (!set('id', own)) return false;
        if (n === this.#count) {
          this.#count += 1;
          this.#numbers.set(own, n);
        }
        if (!isOld) set('timestamp', `${at.slice(0, 19)}.0Z`);
        if (!isOld) set('description', piecesOf(name, LONGEST_NAME)[0] ?? '');
        return set('type', interaction) && set(response, part);
      })
      .every(Boolean);
  }

  /** @param {string} what @param {...string} given @returns {unknown} */
  #call(what, ...given) {
    try {
      const act = Reflect.get(this.#api, this.#dialect.prefix + what);
      // There is an LMS that gives the functions of SCORM 1.2 to courses of SCORM 2004.
      return (typeof act === 'function' ? act : Reflect.get(this.#api, `LMS${what}`)).call(this.#api, ...given);
    } catch {
      return undefined;
    }
  }

  /** Whether the LMS says that it did something. @param {string} what @param {...string} given */
  #does(what, ...given) {
    return ['true', '1'].includes(String(this.#call(what, ...given)));
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    return this.#does('SetValue', name, value);
  }

  /** What the LMS holds; undefined if it cannot say. @param {string} name */
  #get(name) {
    const value = this.#call('GetValue', name);
    if (value === undefined || value === null || typeof value === 'object') return undefined;
    const text = String(value);
    return text === '' && !['', '0', 'undefined', 'null', '403'].includes(this.#error()) ? undefined : text;
  }

  #error() {
    return String(this.#call('GetLastError') ?? '');
  }
}
