/**
 * An LMS of cmi5 for tests: it launches a package with the address of an LRS on another host, which holds what the course sends and refuses
 * what breaks a requirement (lib/cmi5-rules.js).
 */

import { LrsSession, verbOf } from './cmi5-rules.js';
import { Lms, serve } from './lms.js';

/** @typedef {import('./cmi5-rules.js').Statement} Statement */
/** @typedef {{ documents: Map<string, string>, registration: Statement[] }} Registered */

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT',
  'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
  'access-control-max-age': '600',
};
const ANSWERS = 'mitate.answers.';
const DOCUMENT = 48_000;

export class LmsWithLrs extends Lms {
  /** @type {Map<string, Registered>} */
  #learners = new Map();
  /** Sessions by the number of their launch. @type {{ launch: string, session: LrsSession }[]} */
  #sessions = [];
  #open = 0;
  behaviour = { room: DOCUMENT, way: '' };
  /** What requests wait for before they are answered. @type {Promise<void> | undefined} */
  #held;
  /** Where the LMS goes on after the course. @type {string | undefined} */
  returnUrl;

  /** @param {string} folder  the unpacked package */
  constructor(folder) {
    super('cmi5', folder);
  }

  async start() {
    await super.start();
    this.lrs = await serve((request, response) => void this.#ask(request, response));
    return this;
  }

  /** Answers nothing from now on, until what is returned is called. */
  hold() {
    let release = () => {};
    this.#held = new Promise((resolve) => {
      release = () => resolve(undefined);
    });
    return () => release();
  }

  /** @param {string} learner @returns {Record<string, string>} */
  record(learner) {
    const { documents, registration } = this.#registered(learner);
    const texts = [...documents].filter(([id]) => id.startsWith(ANSWERS)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const parts = texts.map(([, json]) => JSON.parse(json));
    const copy = parts.slice(0, parts[0]?.of).map(({ text }) => text);
    const { place = '' } = JSON.parse(documents.get('mitate.session') ?? '{}');
    const isCompleted = registration.some((it) => verbOf(it) === 'completed');
    return { copy: copy.join(''), place, status: isCompleted ? 'completed' : 'incomplete' };
  }

  /** @param {string} learner @param {string} copy */
  give(learner, copy) {
    this.#registered(learner).documents.set(`${ANSWERS}1`, JSON.stringify({ of: 1, text: copy }));
  }

  /** @param {string} learner @param {string} launch */
  begin(learner, launch) {
    const number = this.#sessions.length;
    const { lrs: host, returnUrl } = this;
    const given = {
      endpoint: `${host}xapi/`,
      fetch: `${host}fetch/${number}`,
      actor: { objectType: 'Agent', account: { homePage: 'http://lms.example/', name: learner } },
      registration: '5b0e2b6a-5c3f-4a35-8c7d-0c1c6f2f3a11',
      activityId: 'http://lms.example/activities/7',
    };
    const session = new LrsSession(given, { returnUrl, ...this.#registered(learner) });
    session.token = Buffer.from(`session:${number}`).toString('base64');
    this.#sessions.push({ launch, session });
    const query = new URLSearchParams({ ...given, actor: JSON.stringify(given.actor) });
    const src = this.behaviour.way === 'absent' ? 'content/lms.html' : `content/lms.html?${query}`;
    return { ...super.begin(learner, launch), src };
  }

  /** @param {string} launch */
  async end(launch) {
    await super.end(launch);
    // What was on its way before the end is there, too.
    while (this.#open > 0) await new Promise(setImmediate);
    for (const { session } of this.#sessions.filter((one) => one.launch === launch)) this.faults.push(...session.end());
  }

  /** @param {string} learner */
  #registered(learner) {
    const found = this.#learners.get(learner) ?? { documents: new Map(), registration: [] };
    this.#learners.set(learner, found);
    return found;
  }

  /** @param {import('./lms.js').Incoming} request @param {import('./lms.js').Outgoing} response */
  async #ask(request, response) {
    const { pathname } = new URL(request.url ?? '/', this.lrs);
    this.requests.push(`${request.method} ${pathname}`);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS);
      response.end();
      return;
    }
    await this.#held;
    this.#open += 1;
    let body = '';
    for await (const chunk of request) body += chunk;
    const { status, json } = this.#answered(request, pathname, body);
    this.#open -= 1;
    if (this.behaviour.way === 'never-answers') return;
    response.writeHead(status, { ...CORS, 'content-type': 'application/json' });
    response.end(
      this.behaviour.way === 'nonsense' ? '<p>Welcome!' : json === undefined ? undefined : JSON.stringify(json),
    );
  }

  /** @param {import('./lms.js').Incoming} request @param {string} pathname @param {string} body @returns {{ status: number, json?: unknown }} */
  #answered({ method = '', url = '', headers }, pathname, body) {
    const { room, way } = this.behaviour;
    const found = this.#sessions.find(({ session }) => isOf(session, pathname, headers.authorization));
    if (!found || way === 'fails') return { status: 500 };
    if (way === 'stores-nothing' && method !== 'GET' && !pathname.startsWith('/fetch/')) return { status: 500 };
    const { launch, session } = found;
    const id = new URL(url, this.lrs).searchParams.get('stateId') ?? '';
    const number = id.startsWith(ANSWERS) ? Number(id.slice(ANSWERS.length)) : 0;
    if (method === 'PUT' && number * DOCUMENT > room) return { status: 413 };
    if (method === 'PUT') this.calls.push(`state ${id}=${body}`);
    const before = session.statements.length;
    const answer = session.answer({
      method,
      url: new URL(url, this.lrs).href,
      headers: /** @type {any} */ (headers),
      body,
    });
    const sent = session.statements.slice(before);
    this.calls.push(...sent.map((it) => `statement ${verbOf(it)}=${JSON.stringify(it)}`));
    if (sent.some((it) => verbOf(it) === 'terminated')) this.ended(launch);
    return answer;
  }
}

/** Whether a request is of a session: by the address of its token, or by the token. @param {LrsSession} session @param {string} pathname @param {string | undefined} token */
const isOf = ({ launch, token: own }, pathname, token) => launch.fetch.endsWith(pathname) || token === `Basic ${own}`;
