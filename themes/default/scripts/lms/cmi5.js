/**
 * cmi5: a course that an LMS launches with an address of an LRS. The copy of the answers is in documents about the learner, and what a
 * trainer sees is statements.
 *
 * The statement "initialized" comes before every other one, and "terminated" after it. So statements wait in one row, and what an LRS has
 * not taken is sent again before what follows it.
 *
 * @typedef {import('./adapter.js').Adapter} Adapter
 * @typedef {import('./adapter.js').Said} Said
 * @typedef {import('./adapter.js').Saved} Saved
 * @typedef {Record<string, any>} Statement
 */

import { Lrs, RefusedByLrs, isObject } from './lrs.js';
import { checksum } from './pack.js';

/** UTF-16 units of one document, which is sent even when the page goes; and how many documents there are. */
const DOCUMENT = 48_000;
const DOCUMENTS = 10;
const ANSWERS = 'mitate.answers';
const SESSION = 'mitate.session';
/** How long a text rests before it is sent to be read: not each letter of it is a statement. */
const SAID_PAUSE = 30_000; // ms

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories/';
const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';

/** @implements {Adapter} */
export class Cmi5 {
  sure = DOCUMENT;
  most = DOCUMENT * DOCUMENTS;
  learner;
  /** Where the LMS goes on after the course; empty if it does not say. */
  returnUrl = '';
  #launch;
  #lrs;
  #iri;
  #language;
  /** @type {Record<string, any>} */
  #template = {};
  #mode = 'Normal';
  #isOn = false;
  #hasBegun = false;
  /** What is known of this learner from one session to the next: the page that was left, whether the course is completed, and a checksum of each text that was sent to be read. */
  #known = { place: '', isCompleted: false, said: /** @type {Record<string, string>} */ ({}) };
  /** What the LRS holds, by the id of the document. @type {Map<string, string>} */
  #held = new Map();
  /** Statements that the LRS has not taken yet, in order. @type {Statement[]} */
  #waiting = [];
  /** @type {Promise<boolean> | undefined} */
  #sending;
  /** Texts that rest before they are sent. @type {Map<string, Said>} */
  #resting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #began = performance.now();

  /**
   * @param {import('./lrs.js').Launch} launch
   * @param {{ iri: string, language: string }} course
   * @param {Lrs} [lrs]
   */
  constructor(launch, { iri, language }, lrs = new Lrs(launch)) {
    this.#launch = launch;
    this.#lrs = lrs;
    this.#iri = iri;
    this.#language = language;
    const { account, ...actor } = launch.actor;
    this.learner = JSON.stringify(account ?? actor);
  }

  async restore() {
    await this.#lrs.open();
    const data = await this.#lrs.state('LMS.LaunchData');
    if (!isObject(data?.contextTemplate)) throw new Error('there is no launch data');
    this.#template = data.contextTemplate;
    if (typeof data.launchMode === 'string') this.#mode = data.launchMode;
    if (/^https?:/.test(String(data.returnURL))) this.returnUrl = data.returnURL;
    // The course has one language and no sound of its own: nothing follows from them, but they are asked for.
    await this.#lrs.profile('cmi5LearnerPreferences');
    const known = (await this.#lrs.state(SESSION)) ?? {};
    const { place, completed, said } = known;
    if (typeof place === 'string') this.#known.place = place;
    this.#known.isCompleted = completed === true;
    if (isObject(said)) this.#known.said = { ...said };
    const text = await this.#copy();
    this.#isOn = true;
    return { text, place: this.#known.place };
  }

  /** @param {{ isCompleted?: boolean, said: Said[] }} news */
  async report({ isCompleted, said }) {
    if (!this.#isOn) return false;
    this.#begin();
    const isNew = !this.#known.isCompleted && !this.#waiting.some(isCompletion);
    if (isCompleted && isNew && this.#mode === 'Normal')
      this.#waiting.push(
        this.#defined('completed', ['cmi5', 'moveon'], { completion: true, duration: this.#duration() }),
      );
    // An LMS may let a course be reviewed as soon as it is completed: what is written then is still read. A look around is not.
    if (this.#mode !== 'Browse')
      for (const one of said) if (this.#known.said[one.id] !== checksum(one.text)) this.#letRest(one);
    // What is done in the same moment, such as the end, goes with it.
    await null;
    return this.#send();
  }

  /** @param {import('./adapter.js').Kept} held @param {boolean} isLast @returns {Promise<Saved>} */
  async save({ text, place, short }, isLast) {
    if (!this.#isOn) return 'failed';
    this.#known.place = place;
    if (isLast) this.#say();
    try {
      await Promise.all([this.#keepCopy(text), this.#keepKnown()]);
      return 'kept';
    } catch (error) {
      const less = error instanceof RefusedByLrs && error.isFinal ? short?.() : undefined;
      if (less === undefined) return 'failed';
      return this.#keepCopy(less).then(
        () => 'kept',
        () => 'failed',
      );
    }
  }

  /** @param {boolean} isLast */
  async finish(isLast) {
    if (!this.#isOn) return;
    this.#isOn = false;
    // A learner who has not gone on from what is said first has begun nothing.
    if (!this.#hasBegun) return;
    this.#say();
    this.#waiting.push(this.#defined('terminated', ['cmi5'], { duration: this.#duration() }));
    if (isLast || !(await this.#send())) this.#sendAtOnce();
  }

  async #copy() {
    const first = await this.#lrs.state(`${ANSWERS}.1`);
    if (first === undefined) return '';
    const count = Math.min(Number.isSafeInteger(first.of) ? first.of : 1, DOCUMENTS);
    const rest = Array.from({ length: Math.max(0, count - 1) }, (_, i) => this.#lrs.state(`${ANSWERS}.${i + 2}`));
    const all = [first, ...(await Promise.all(rest))];
    return all.map((one) => (typeof one?.text === 'string' ? one.text : '?')).join('');
  }

  /** @param {string} text */
  async #keepCopy(text) {
    const parts = text.match(new RegExp(`[^]{1,${DOCUMENT}}`, 'g')) ?? [''];
    await Promise.all(parts.map((part, i) => this.#keep(`${ANSWERS}.${i + 1}`, { of: parts.length, text: part })));
  }

  #keepKnown() {
    const { place, isCompleted, said } = this.#known;
    return this.#keep(SESSION, { place, completed: isCompleted, said });
  }

  /** Stores a document, if the LRS does not hold it already. @param {string} id @param {Record<string, unknown>} value */
  async #keep(id, value) {
    const json = JSON.stringify(value);
    if (this.#held.get(id) === json) return;
    this.#held.delete(id);
    await this.#lrs.putState(id, value);
    this.#held.set(id, json);
  }

  #begin() {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#waiting.push(this.#defined('initialized', ['cmi5']));
  }

  /** @param {Said} said */
  #letRest(said) {
    this.#resting.set(said.id, said);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#say();
      void this.#send();
    }, SAID_PAUSE);
  }

  /** What has rested is sent next. */
  #say() {
    clearTimeout(this.#rest);
    for (const { id, name, text } of this.#resting.values()) {
      const named = { [this.#language]: name };
      this.#waiting.push({
        ...this.#statement('answered', []),
        object: {
          objectType: 'Activity',
          id: `${this.#iri}:${id}`,
          definition: { type: INTERACTION, interactionType: 'long-fill-in', name: named, description: named },
        },
        result: { response: text },
      });
      this.#known.said[id] = checksum(text);
    }
    this.#resting.clear();
  }

  /** Sends what waits, one request after the other. True when nothing waits any more. */
  #send() {
    this.#sending ??= this.#sendWaiting().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendWaiting() {
    while (this.#waiting.length > 0) {
      const some = batchOf(this.#waiting);
      try {
        await this.#lrs.post(some);
      } catch (error) {
        // Nothing follows "initialized" that was refused, and what is refused for good does not hold up the rest.
        if (!(error instanceof RefusedByLrs) || !error.isFinal || some.some(isBeginning)) return false;
      }
      this.#waiting = this.#waiting.filter((one) => !some.includes(one));
      if (some.some(isCompletion)) {
        this.#known.isCompleted = true;
        if (this.#isOn) void this.#keepKnown().catch(() => undefined);
      }
    }
    return true;
  }

  /** Sends what waits: the page goes, and nothing is awaited. What is on its way already is not sent twice. */
  #sendAtOnce() {
    const onTheirWay = this.#sending ? batchOf(this.#waiting) : [];
    const rest = this.#waiting.filter((one) => !onTheirWay.includes(one));
    this.#waiting = [];
    while (rest.length > 0) void this.#lrs.post(rest.splice(0, batchOf(rest).length)).catch(() => undefined);
  }

  /** A statement that cmi5 defines: it is about the course. @param {string} verb @param {string[]} categories @param {object} [result] */
  #defined(verb, categories, result) {
    return {
      ...this.#statement(verb, categories),
      object: { objectType: 'Activity', id: this.#launch.activityId },
      ...(result && { result }),
    };
  }

  /** @param {string} verb @param {string[]} categories @returns {Statement} */
  #statement(verb, categories) {
    const { contextActivities, ...rest } = this.#template;
    const given = Object.entries(isObject(contextActivities) ? contextActivities : {});
    const lists = Object.fromEntries(given.map(([name, list]) => [name, [list].flat()]));
    const category = [...(lists.category ?? []), ...categories.map((id) => ({ id: CATEGORIES + id }))];
    return {
      id: uuid(),
      actor: this.#launch.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      timestamp: new Date().toISOString(),
      context: {
        ...rest,
        registration: this.#launch.registration,
        contextActivities: { ...lists, ...(category.length > 0 && { category }) },
      },
    };
  }

  #duration() {
    return `PT${((performance.now() - this.#began) / 1000).toFixed(2)}S`;
  }
}

/** @param {Statement} statement */
const isBeginning = ({ verb }) => verb.id === `${VERBS}initialized`;
/** @param {Statement} statement */
const isCompletion = ({ verb }) => verb.id === `${VERBS}completed`;

/** What is sent in one request: "initialized" by itself, as nothing is taken before it. @param {Statement[]} waiting */
const batchOf = (waiting) => waiting.slice(0, waiting.length > 0 && isBeginning(waiting[0]) ? 1 : undefined);

/** An id for a statement. `crypto.randomUUID` is missing on pages that come by http. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
