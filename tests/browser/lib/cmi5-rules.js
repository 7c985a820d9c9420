/**
 * The requirements of cmi5 that an AU (here: the course) can break, by their ids in `@cmi5/requirements`, and an LRS that refuses what
 * breaks them. It knows nothing of HTTP: `lib/lrs.js` serves it to browsers.
 *
 * @typedef {Record<string, any>} Statement
 * @typedef {{ method: string, url: string, headers: Record<string, string | undefined>, body?: string }} LrsRequest
 * @typedef {{ statement?: (it: Statement, session: LrsSession) => boolean, request?: (it: Asked, session: LrsSession) => boolean, end?: (session: LrsSession) => boolean }} Rule
 *   each is true where the requirement is broken
 */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** @type {(statement: unknown) => unknown[]} */
const problemsOf = require('@learninglocker/xapi-validation').default;

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CONTEXT = 'https://w3id.org/xapi/cmi5/context/';
export const CMI5 = `${CONTEXT}categories/cmi5`;
export const MOVE_ON = `${CONTEXT}categories/moveon`;
export const SESSION_ID = `${CONTEXT}extensions/sessionid`;
export const MASTERY = `${CONTEXT}extensions/masteryscore`;
const LAUNCH_DATA = 'LMS.LaunchData';
const PREFERENCES = 'cmi5LearnerPreferences';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const OF_AN_AU = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

/** @param {Statement} it */
export const verbOf = (it) => String(it.verb?.id ?? '').replace(VERBS, '');
/** @param {Statement} it @returns {string[]} */
const categoriesOf = (it) => [it.context?.contextActivities?.category ?? []].flat().map(({ id }) => id);
/** @param {Statement} it */
const isDefined = (it) => categoriesOf(it).includes(CMI5);
const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a value holds everything of another. @param {any} whole @param {any} part @returns {boolean} */
function holds(whole, part) {
  if (Array.isArray(part)) return part.every((one) => [whole ?? []].flat().some((other) => holds(other, one)));
  if (typeof part !== 'object' || part === null) return whole === part;
  return typeof whole === 'object' && whole !== null && Object.keys(part).every((key) => holds(whole[key], part[key]));
}

/** @param {LrsSession} session @param {...string} verbs  the statements of the session with one of these */
const sentOf = (session, ...verbs) => session.statements.filter((it) => verbs.includes(verbOf(it)));
/** @param {LrsSession} session @param {...string} verbs  likewise of the registration */
const sentBefore = (session, ...verbs) => session.registration.filter((it) => verbs.includes(verbOf(it)));
/** @param {string} verb @param {(it: Statement, session: LrsSession) => boolean} broken @returns {Rule} */
const of = (verb, broken) => ({
  statement: (it, session) => verbOf(it) === verb && isDefined(it) && broken(it, session),
});
/** @param {(it: Statement, session: LrsSession) => boolean} broken @returns {Rule} */
const defined = (broken) => ({ statement: (it, session) => isDefined(it) && broken(it, session) });
/** @param {(it: Statement, session: LrsSession) => boolean} statement @returns {Rule} */
const every = (statement) => ({ statement });

/** @type {Rule} */
const FIRST = every((it, session) => session.statements.length === 0 && verbOf(it) !== 'initialized');
/** @type {Rule} */
const LAST = every((_, session) => sentOf(session, 'terminated').length > 0);
/** @type {Rule} */
const BEGUN = { end: (session) => session.hasBegun && sentOf(session, 'initialized').length === 0 };
/** @type {Rule} */
const ENDED = { end: (session) => session.hasBegun && verbOf(session.statements.at(-1) ?? {}) !== 'terminated' };
/** @type {Rule} */
const FETCHED = { request: ({ isFetch, method }) => isFetch && method !== 'POST' };
/** @type {Rule} */
const TOKEN = {
  request: ({ isXapi, headers }, session) => isXapi && headers.authorization !== `Basic ${session.token}`,
};
/** @type {Rule} */
const ACTOR = {
  statement: (it, session) => !same(it.actor, session.launch.actor),
  request: ({ query }, session) => query.has('agent') && query.get('agent') !== JSON.stringify(session.launch.actor),
};
/** @type {Rule} */
const REGISTRATION = {
  statement: (it, session) => it.context?.registration !== session.launch.registration,
  request: ({ resource, query }, session) =>
    resource === 'activities/state' && query.get('registration') !== session.launch.registration,
};
/** @type {Rule} */
const ACTIVITY = {
  statement: (it, session) => isDefined(it) && it.object?.id !== session.launch.activityId,
  request: ({ resource, query }, session) =>
    resource === 'activities/state' && query.get('activityId') !== session.launch.activityId,
};
/** @type {Rule} */
const TEMPLATE = every((it, session) => !holds(it.context, session.template));
/** @type {Rule} */
const DONE = {
  end: (session) => session.isDone && session.mode === 'Normal' && sentBefore(session, 'completed').length === 0,
};
const judged = ['completed', 'passed', 'failed'];
/** @param {...string} modes @returns {Rule} */
const quietIn = (...modes) => every((it, session) => modes.includes(session.mode) && judged.includes(verbOf(it)));
/** @param {...string} modes @returns {Rule} */
const onlyEndsIn = (...modes) =>
  defined((it, session) => modes.includes(session.mode) && !['initialized', 'terminated'].includes(verbOf(it)));
/** @param {string} mode @returns {Rule} */
const endsIn = (mode) => ({
  end: (session) =>
    session.mode === mode &&
    session.hasBegun &&
    (sentOf(session, 'initialized').length !== 1 || sentOf(session, 'terminated').length !== 1),
});
const scaled = (/** @type {Statement} */ it) => it.result?.score?.scaled;
const noDuration = (/** @type {Statement} */ it) => !/^PT[\d.]+S$/.test(it.result?.duration ?? '');
/** @type {Rule} */
const MASTERED = {
  statement: (it, { mastery }) =>
    mastery !== undefined &&
    scaled(it) !== undefined &&
    ((verbOf(it) === 'passed' && scaled(it) < mastery) || (verbOf(it) === 'failed' && scaled(it) >= mastery)),
};
/** @type {Rule} */
const VALID = {
  statement: (it) => problemsOf(it).length > 0,
  request: ({ isXapi, headers }) => isXapi && !/^1\.0\.\d+$/.test(headers['x-experience-api-version'] ?? ''),
};

/** @type {Record<string, Rule>} */
export const RULES = {
  '4.1.0.0-1': VALID,
  '7.0.0.0-2': VALID,
  '7.1.1.0-1': BEGUN,
  '7.1.2.0-1': ENDED,
  '7.1.3.0-1': every(
    (it, session) =>
      !isDefined(it) && (sentOf(session, 'initialized').length === 0 || sentOf(session, 'terminated').length > 0),
  ),
  '8.1.1.0-2': { request: ({ isXapi, isFetch }) => !isXapi && !isFetch },
  '8.1.1.0-3': { request: ({ isXapi, isFetch }) => !isXapi && !isFetch },
  '8.1.2.0-3': { request: ({ isXapi }, session) => isXapi && !session.isFetched },
  '8.1.2.0-4': FETCHED,
  '8.1.2.0-5': TOKEN,
  '8.1.3.0-2': ACTOR,
  '8.1.3.0-3': ACTOR,
  '8.1.4.0-2': REGISTRATION,
  '8.1.4.0-3': REGISTRATION,
  '8.1.5.0-5': ACTIVITY,
  '8.1.5.0-6': ACTIVITY,
  '8.2.1.0-2': FETCHED,
  '8.2.1.0-5': TOKEN,
  '8.2.2.0-4': FETCHED,
  '8.2.2.0-5': TOKEN,
  '8.2.3.0-1': { request: ({ isFetch }, session) => isFetch && session.isFetched },
  '9.1.0.0-1': every((it) => !UUID.test(it.id)),
  '9.2.0.0-1': ACTOR,
  '9.2.0.0-2': defined((it) => !['Agent', undefined].includes(it.actor?.objectType)),
  '9.2.0.0-3': every((it) => !it.actor?.account?.homePage || !it.actor.account.name),
  '9.3.0.0-1': defined((it) => !OF_AN_AU.includes(verbOf(it))),
  '9.3.0.0-2': defined((it, session) => sentOf(session, verbOf(it)).some(isDefined)),
  '9.3.0.0-3': defined(
    (it, session) => judged.slice(1).includes(verbOf(it)) && sentOf(session, 'passed', 'failed').length > 0,
  ),
  '9.3.0.0-4': FIRST,
  '9.3.0.0-5': LAST,
  '9.3.0.0-6': of('completed', (_, session) => sentBefore(session, 'completed').length > 0),
  '9.3.0.0-7': of('passed', (_, session) => sentBefore(session, 'passed').length > 0),
  '9.3.0.0-8': of('failed', (_, session) => sentBefore(session, 'passed').length > 0),
  '9.3.2.0-1': BEGUN,
  '9.3.2.0-2': FIRST,
  '9.3.2.0-3': of('initialized', (_, session) => sentOf(session, 'initialized').length > 0),
  '9.3.3.0-1': DONE,
  '9.3.3.0-2': of('completed', (_, session) => sentBefore(session, 'completed').length > 0),
  '9.3.4.0-2': MASTERED,
  '9.3.4.0-3': of('passed', (_, session) => sentBefore(session, 'passed').length > 0),
  '9.3.5.0-2': MASTERED,
  '9.3.8.0-1': ENDED,
  '9.3.8.0-2': LAST,
  '9.4.0.0-1': defined((it) => !it.object?.id),
  '9.4.0.0-2': ACTIVITY,
  '9.5.1.0-1': MASTERED,
  '9.5.1.0-2': defined((it) => !['passed', 'failed'].includes(verbOf(it)) && it.result?.score !== undefined),
  '9.5.1.0-3': every(
    ({ result }) => result?.score?.raw !== undefined && !('min' in result.score && 'max' in result.score),
  ),
  '9.5.2.0-1': of('passed', (it) => it.result?.success !== true),
  '9.5.2.0-2': of('failed', (it) => it.result?.success !== false),
  '9.5.2.0-3': defined((it) => !['passed', 'failed'].includes(verbOf(it)) && it.result?.success !== undefined),
  '9.5.3.0-1': of('completed', (it) => it.result?.completion !== true),
  '9.5.3.0-2': defined((it) => verbOf(it) !== 'completed' && it.result?.completion !== undefined),
  '9.5.4.1-1': of('terminated', noDuration),
  '9.5.4.1-2': of('completed', noDuration),
  '9.5.4.1-3': of('passed', noDuration),
  '9.5.4.1-4': of('failed', noDuration),
  '9.6.0.0-1': defined((it) => !it.context?.registration || !it.context.contextActivities || !it.context.extensions),
  '9.6.1.0-1': REGISTRATION,
  '9.6.2.0-1': every((it, { template }) => !holds(it.context?.contextActivities, template.contextActivities)),
  '9.6.2.1-1': every(
    (it, { launch }) => OF_AN_AU.includes(verbOf(it)) && it.object?.id === launch.activityId && !isDefined(it),
  ),
  '9.6.2.2-1': defined(
    (it) =>
      (it.result?.success !== undefined || it.result?.completion !== undefined) && !categoriesOf(it).includes(MOVE_ON),
  ),
  '9.6.2.2-2': every(
    (it) =>
      categoriesOf(it).includes(MOVE_ON) &&
      (!isDefined(it) || (it.result?.success === undefined && it.result?.completion === undefined)),
  ),
  '9.6.3.1-4': every((it, { template }) => it.context?.extensions?.[SESSION_ID] !== template.extensions[SESSION_ID]),
  '9.6.3.2-2': every(
    (it, { mastery }) =>
      mastery !== undefined && it.result?.score !== undefined && it.context?.extensions?.[MASTERY] !== mastery,
  ),
  '9.7.0.0-1': every((it) => it.timestamp === undefined),
  '9.7.0.0-2': every((it) => it.timestamp !== undefined && !/(Z|\+00:?(?:00)?)$/.test(it.timestamp)),
  '10.2.1.0-4': every((_, session) => !session.hasLaunchData),
  '10.2.1.0-5': { request: ({ query, method }) => query.get('stateId') === LAUNCH_DATA && method !== 'GET' },
  '10.2.1.0-6': TEMPLATE,
  '10.2.1.0-7': TEMPLATE,
  '10.2.2.0-1': DONE,
  '10.2.2.0-2': quietIn('Browse'),
  '10.2.2.0-3': quietIn('Review'),
  '10.2.2.0-5': quietIn('Browse', 'Review'),
  '10.2.2.0-6': endsIn('Normal'),
  '10.2.2.0-7': DONE,
  '10.2.2.0-8': endsIn('Browse'),
  '10.2.2.0-9': onlyEndsIn('Browse'),
  '10.2.2.0-10': endsIn('Review'),
  '10.2.2.0-11': onlyEndsIn('Review'),
  '10.2.4.0-2': MASTERED,
  '11.0.0.0-1': {
    request: ({ resource, query }, { launch }) =>
      resource === 'agents/profile' && query.get('agent') !== JSON.stringify(launch.actor),
  },
  '11.0.0.0-3': every((_, session) => !session.hasPreferences),
  '11.0.0.0-4': {
    request: ({ resource, query }) => resource === 'agents/profile' && query.get('profileId') !== PREFERENCES,
  },
  '11.0.0.0-5': {
    request: ({ resource, method, json }) => resource === 'agents/profile' && method !== 'GET' && !isPreference(json),
  },
};

/** @param {any} json */
const isPreference = (json) =>
  typeof json?.languagePreference === 'string' && typeof json?.audioPreference === 'string';

/** A request as the rules see it. */
class Asked {
  /** @param {LrsRequest} request @param {LrsSession} session */
  constructor({ method, url, headers, body }, { launch }) {
    this.method = method;
    this.headers = headers;
    this.isFetch = url === launch.fetch;
    this.isXapi = url.startsWith(launch.endpoint);
    const { pathname, searchParams } = new URL(url.replace(launch.endpoint, 'http://lrs/'));
    this.resource = this.isXapi ? pathname.slice(1) : '';
    this.query = searchParams;
    this.json = body ? JSON.parse(body) : undefined;
  }

  /** @returns {Statement[]} */
  get statements() {
    return this.resource === 'statements' && this.method !== 'GET' ? [this.json].flat() : [];
  }
}

/** One launch of a course. */
export class LrsSession {
  /** What was broken, as `ID`. @type {string[]} */
  faults = [];
  /** @type {Statement[]} */
  statements = [];
  /** @type {LrsRequest[]} */
  requests = [];
  isFetched = false;
  hasLaunchData = false;
  hasPreferences = false;
  /** Whether the learner has gone on into the course, and whether they have done all that it asks. */
  hasBegun = true;
  isDone = false;
  token = 'dG9rZW46dG9rZW4=';

  /**
   * @param {import('../../../themes/default/scripts/lms/lrs.js').Launch} launch
   * @param {{ mode?: string, mastery?: number, returnUrl?: string, documents?: Map<string, string>, registration?: Statement[] }} [how]
   *   documents, registration: what earlier sessions of the registration have left: documents by id, statements
   */
  constructor(launch, { mode = 'Normal', mastery, returnUrl, documents = new Map(), registration = [] } = {}) {
    this.launch = launch;
    this.mode = mode;
    this.mastery = mastery;
    this.documents = documents;
    this.registration = registration;
    this.template = {
      contextActivities: { grouping: [{ id: 'urn:mitate:every-kind:pages' }] },
      extensions: { [SESSION_ID]: '3f1e-session' },
    };
    this.launchData = {
      contextTemplate: this.template,
      launchMode: mode,
      moveOn: 'Completed',
      ...(mastery !== undefined && { masteryScore: mastery }),
      ...(returnUrl !== undefined && { returnURL: returnUrl }),
    };
  }

  /** What the LRS answers. @param {LrsRequest} request @returns {{ status: number, json?: unknown }} */
  answer(request) {
    this.requests.push(request);
    const asked = new Asked(request, this);
    const broken = Object.keys(RULES).filter((id) => RULES[id].request?.(asked, this));
    for (const statement of asked.statements) {
      broken.push(...Object.keys(RULES).filter((id) => RULES[id].statement?.(statement, this)));
      this.statements.push(statement);
      this.registration.push(statement);
    }
    this.faults.push(...broken);
    return broken.length > 0 ? { status: 403, json: broken } : this.#done(asked);
  }

  /** What was broken by the end of the session. */
  end() {
    this.faults.push(...Object.keys(RULES).filter((id) => RULES[id].end?.(this)));
    return this.faults;
  }

  /** @param {Asked} asked @returns {{ status: number, json?: unknown }} */
  #done({ isFetch, resource, method, query, json }) {
    if (isFetch) {
      this.isFetched = true;
      return { status: 200, json: { 'auth-token': this.token } };
    }
    if (resource === 'agents/profile') {
      this.hasPreferences = true;
      return { status: 404 };
    }
    if (resource !== 'activities/state') return { status: 200, json: [] };
    const id = query.get('stateId') ?? '';
    if (method === 'PUT') {
      this.documents.set(id, JSON.stringify(json));
      return { status: 204 };
    }
    if (id === LAUNCH_DATA) this.hasLaunchData = true;
    const found = id === LAUNCH_DATA ? JSON.stringify(this.launchData) : this.documents.get(id);
    return found === undefined ? { status: 404 } : { status: 200, json: JSON.parse(found) };
  }
}
