/**
 * A course within an LMS: the session around the pages. The pages are in a frame, and are those of the site: while the learner goes from
 * one to the next, this document stays, and with it the session. So a session has one beginning and one end, whatever an LMS makes of
 * the pages that come and go.
 *
 * @typedef {import('./adapter.js').Adapter} Adapter
 * @typedef {'none' | 'progress' | 'answers'} Report
 *
 * @typedef {object} LmsCourse  what the package says (`src/package/lms.rs`)
 * @property {'scorm12' | 'scorm2004' | 'cmi5'} kind
 * @property {string} course  its id
 * @property {string} iri  its id in statements
 * @property {string} title
 * @property {number} revision
 * @property {Report} report
 * @property {string[]} required  keys of works; empty: half of the exercises
 * @property {Record<string, string>} works  titles by key
 * @property {string[]} pages  where a bookmark may lead
 */

import { loadCatalogue } from '../answers/catalogue.js';
import { isShared } from '../answers/circumstances.js';
import { journalOf } from '../answers/journal.js';
import { placesOf } from '../answers/places/all.js';
import { sessionEntries } from '../answers/places/session.js';
import { homeOf } from '../answers/rooms.js';
import { Store } from '../answers/store.js';
import { showAbsent, showAsking, showCopy, tell } from './bar.js';
import { Cmi5 } from './cmi5.js';
import { Copy } from './copy.js';
import { giveStore, storeOf } from './learner.js';
import { allowOnly, launchOf } from './lrs.js';
import { unpacked } from './pack.js';
import { isCompleted, saidIn } from './progress.js';
import { Scorm } from './scorm.js';

/** How often, and how long apart in ms, an LMS is looked for that is not there yet. */
const LOOKS = 10;
const BETWEEN = 200;
/** How long, in ms, a learner waits for an LMS that is asked for the copy: then the course begins, and what comes later is merged. */
const BEGINNING = 15_000;
const LATE = Symbol('late');
const HOME = 'index.html';

/** The letter of a level in the copy. @param {Report} report */
const letterOf = (report) => report[0];

/** @param {LmsCourse} course @param {HTMLIFrameElement} frame */
export async function startSession(course, frame) {
  const pages = new FramePages(course, frame);
  const adapter = course.kind === 'cmi5' ? launched(course) : await found(course.kind);
  showAsking(false);
  const asked = adapter?.restore().catch(() => undefined);
  const held = await Promise.race([asked, pause(BEGINNING)]);
  const store = storeOf(course.course, adapter?.learner ?? '');
  document.documentElement.dataset.course = store;
  giveStore(course.course, store);
  if (!adapter || !held) {
    pages.show(HOME);
    // An LMS of cmi5 launches a course once.
    showAbsent(course.kind !== 'cmi5');
    return;
  }
  const session = new Session(course, adapter, pages, store);
  addEventListener('pagehide', () => session.leave());
  // A session that has ended does not begin again by going back.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  if (held !== LATE) {
    const read = unpacked(held.text, course.course);
    if (!read.ok || !read.flags.includes(letterOf(course.report))) await tell(course.report, course.kind);
    return session.begin(held);
  }
  // Whether the learner was informed before is in the copy, which is not here.
  await tell(course.report, course.kind);
  const meanwhile = await Promise.race([asked, pause(0)]);
  if (meanwhile && meanwhile !== LATE) return session.begin(meanwhile);
  pages.show(HOME);
  showAsking(true);
  const late = await asked;
  if (late) await session.begin(late, true);
  else showAbsent(false);
}

/** The LMS that has launched the course: nothing is sent to any other. @param {LmsCourse} course */
function launched({ iri }) {
  const launch = launchOf(location.search);
  allowOnly(launch ? [launch.endpoint, launch.fetch] : []);
  return launch && new Cmi5(launch, { iri, language: document.documentElement.lang });
}

/** The LMS around the course. @param {'scorm12' | 'scorm2004'} kind @returns {Promise<Adapter | undefined>} */
async function found(kind) {
  for (let i = 0; i < LOOKS; i += 1) {
    const adapter = Scorm.around(kind);
    if (adapter) return adapter;
    await pause(BETWEEN);
  }
  return undefined;
}

/** @param {number} ms @returns {Promise<typeof LATE>} */
const pause = (ms) =>
  new Promise((resolve) => {
    setTimeout(() => resolve(LATE), ms);
  });

/** The pages in the frame. */
class FramePages {
  /** The page that is open, with its fragment. */
  place = '';
  #course;
  #frame;

  /** @param {LmsCourse} course @param {HTMLIFrameElement} frame */
  constructor(course, frame) {
    this.#course = course;
    this.#frame = frame;
    frame.addEventListener('load', () => this.#arrive());
  }

  /** @param {string} place  from anywhere: what is no page of the course leads to its beginning */
  show(place) {
    const [path] = place.split('#');
    this.place = this.#course.pages.includes(path) ? place : HOME;
    this.#frame.hidden = false;
    this.#frame.src = this.place;
  }

  /** The page is informed as if it were left: what was typed is stored. */
  flush() {
    try {
      this.#frame.contentWindow?.dispatchEvent(new PageTransitionEvent('pagehide'));
    } catch {
      // A page of another host is shown.
    }
  }

  #arrive() {
    try {
      const { href } = /** @type {Window} */ (this.#frame.contentWindow).location;
      const root = new URL('.', location.href).href;
      const place = href.startsWith(root) ? href.slice(root.length).replace(/\?[^#]*/, '') : '';
      if (this.#course.pages.includes(place.split('#')[0])) this.place = place;
    } catch {
      // A page of another host is shown: the bookmark stays where it was.
    }
  }
}

/** From the first word that is sent to the end. */
class Session {
  #course;
  #adapter;
  #pages;
  #name;
  #store;
  #copy;
  #hasBegun = false;
  #hasEnded = false;
  /** The names of the places of the answers in this browser. @type {Partial<Record<'browser' | 'session', string>>} */
  #places = {};
  /** @type {import('../answers/catalogue.js').Catalogue | undefined} */
  #catalogue;
  /** What was handed over already, by its id. @type {Map<string, string>} */
  #said = new Map();

  /** @param {LmsCourse} course @param {Adapter} adapter @param {FramePages} pages @param {string} name  of the learner's store */
  constructor(course, adapter, pages, name) {
    this.#course = course;
    this.#adapter = adapter;
    this.#pages = pages;
    this.#name = name;
    this.#store = new Store({
      course: name,
      home: this.#home(),
      // The store is the learner's own: the same course at another address is a new edition of it.
      isSame: async (other) => other.title === course.title,
    });
    this.#copy = new Copy({
      adapter,
      course: course.course,
      revision: course.revision,
      informed: letterOf(course.report),
      place: () => pages.place,
      news: (entries, works) => this.#news(entries, works),
      onState: (state) => this.#show(state),
    });
  }

  /**
   * @param {import('./adapter.js').LmsRecord} held
   * @param {boolean} [isLate]  the learner is writing already: what is here and what the LMS holds are both kept, and the page stays
   */
  async begin({ text, place }, isLate = false) {
    if (isLate) this.#pages.flush();
    const { report } = this.#course;
    if (report === 'answers') this.#catalogue = await loadCatalogue('').catch(() => undefined);
    await this.#store.open();
    this.#store.onState(() => void this.#findPlaces());
    await this.#findPlaces();
    await this.#copy.begin(this.#store, text, this.#lastSum());
    this.#hasBegun = true;
    if (!isLate) this.#pages.show(place);
    this.#show(this.#copy.state);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.#save();
    });
    addEventListener('online', () => void this.#save());
    await this.#copy.save();
  }

  /** The course is left, for now. What is sent is on its way before anything is awaited. */
  leave() {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    if (this.#hasBegun) void this.#save();
    void this.#adapter.finish(true);
  }

  /** Back to the LMS, when it has what is sent or has not answered. */
  async #return() {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    await this.#save();
    await this.#adapter.finish(false);
    location.assign(this.#adapter.returnUrl);
  }

  /** Saves at once, with what the page has only in its hands: a frame that an LMS takes away does nothing later. */
  #save() {
    this.#pages.flush();
    const { browser, session } = this.#places;
    if (browser !== undefined) this.#copy.overtake(journalOf(browser).left().rows);
    if (session !== undefined && isShared()) this.#copy.renew(sessionEntries(session));
    return this.#copy.save(true);
  }

  #home() {
    return homeOf(this.#course.title, new URL('.', location.href).href);
  }

  async #findPlaces() {
    const places = placesOf(this.#name, this.#home());
    const nameIn = async (/** @type {'browser' | 'session'} */ where) =>
      (await places.known(where).catch(() => undefined))?.name;
    this.#places = { browser: await nameIn('browser'), session: await nameIn('session') };
  }

  /**
   * @param {Map<string, import('../answers/record.js').Entry>} entries
   * @param {import('../answers/record.js').Answered[]} works
   */
  #news(entries, works) {
    const { report, required, works: titles } = this.#course;
    const exercises = Object.keys(titles).filter((key) => key.startsWith('exercise/'));
    if (report === 'none') return { said: [] };
    const all = this.#catalogue ? saidIn(works, this.#catalogue) : [];
    const said = all.filter(({ id, text }) => this.#said.get(id) !== text);
    for (const { id, text } of said) this.#said.set(id, text);
    return { isCompleted: isCompleted(entries, { required, exercises }), said };
  }

  /** @param {import('./copy.js').CopyState} state */
  #show(state) {
    if (state.name === 'kept' || state.name === 'partly') this.#noteSum();
    const { works } = this.#course;
    showCopy(state, ({ key }) => works[key] ?? key, {
      replace: () => void this.#copy.replace(),
      toAnswers: () => this.#pages.show('answers/index.html'),
      ...(this.#adapter.returnUrl !== '' && { toLms: () => void this.#return() }),
    });
  }

  /** Where the checksum of the last copy is: in the tab alone on a shared computer. */
  #lastSum() {
    try {
      return (isShared() ? sessionStorage : localStorage).getItem(this.#sumKey()) ?? '';
    } catch {
      return '';
    }
  }

  #noteSum() {
    try {
      (isShared() ? sessionStorage : localStorage).setItem(this.#sumKey(), this.#copy.sum);
    } catch {
      // The next session merges the copy with what is here, which changes nothing.
    }
  }

  #sumKey = () => `mitate:${this.#name}:lms-sum`;
}
