/**
 * The LRS of a session of cmi5: documents and statements of the xAPI, by `fetch`. Whatever an LRS does is an answer: a request that
 * fails, takes too long or gets nonsense rejects.
 *
 * @typedef {object} Launch  what the LMS says in the address of the course
 * @property {string} endpoint
 * @property {string} fetch  gives the token, once
 * @property {Record<string, any>} actor
 * @property {string} registration
 * @property {string} activityId
 */

/** A request that takes longer has failed. */
const PATIENCE = 20_000; // ms
/** What browsers still send of a page that has gone: 64 KiB of all requests that are under way. */
const ALIVE = 60_000; // bytes
const VERSION = '1.0.3';

/** The LRS has refused a request. */
export class RefusedByLrs extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`refused: ${status}`);
    this.status = status;
  }

  /** Whether the same request is refused again. */
  get isFinal() {
    return this.status >= 400 && this.status < 500 && ![401, 408, 429].includes(this.status);
  }
}

/** @param {string} query  of the address @returns {Launch | undefined}  undefined: the course was not launched by an LMS */
export function launchOf(query) {
  const given = new URLSearchParams(query);
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map(
    (name) => given.get(name)?.trim() ?? '',
  );
  const actor = objectOf(given.get('actor') ?? '');
  const isWhole = [endpoint, fetch].every(isAddress) && registration !== '' && activityId !== '' && actor;
  return isWhole ? { endpoint: endpoint.replace(/\/?$/, '/'), fetch, actor, registration, activityId } : undefined;
}

/** From now on this document can ask these addresses, and no other. @param {string[]} addresses */
export function allowOnly(addresses) {
  const origins = new Set(addresses.map((address) => new URL(address, location.href).origin));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${[...origins].join(' ') || "'none'"}`;
  document.head.append(policy);
}

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export class Lrs {
  #launch;
  #ask;
  #token = '';
  #alive = 0;

  /** @param {Launch} launch @param {typeof fetch} [ask] */
  constructor(launch, ask = (address, options) => fetch(address, options)) {
    this.#launch = launch;
    this.#ask = ask;
  }

  /** Fetches the token, which an LMS gives once. */
  async open() {
    const response = await this.#ask(this.#launch.fetch, { method: 'POST', signal: AbortSignal.timeout(PATIENCE) });
    const given = response.ok ? await response.json() : undefined;
    if (!isObject(given) || typeof given['auth-token'] !== 'string') throw new RefusedByLrs(response.status);
    this.#token = given['auth-token'];
  }

  /** A document about this learner and this course; undefined if there is none. @param {string} id */
  state(id) {
    return this.#get('activities/state', this.#ofState(id));
  }

  /** @param {string} id @param {Record<string, unknown>} value */
  putState(id, value) {
    return this.#send('PUT', 'activities/state', this.#ofState(id), value);
  }

  /** A document about this learner. @param {string} id */
  profile(id) {
    return this.#get('agents/profile', { agent: JSON.stringify(this.#launch.actor), profileId: id });
  }

  /** @param {Record<string, unknown>[]} statements */
  post(statements) {
    return this.#send('POST', 'statements', {}, statements);
  }

  /** @param {string} stateId @returns {Record<string, string>} */
  #ofState(stateId) {
    const { activityId, actor, registration } = this.#launch;
    return { activityId, agent: JSON.stringify(actor), registration, stateId };
  }

  /** @param {string} resource @param {Record<string, string>} query @returns {Promise<Record<string, any> | undefined>} */
  async #get(resource, query) {
    const response = await this.#request('GET', resource, query);
    if (response.status === 404 || response.status === 204) return undefined;
    if (!response.ok) throw new RefusedByLrs(response.status);
    const found = await response.json();
    if (!isObject(found)) throw new Error(`not a document: ${resource}`);
    return found;
  }

  /** @param {string} method @param {string} resource @param {Record<string, string>} query @param {unknown} value */
  async #send(method, resource, query, value) {
    const body = new TextEncoder().encode(JSON.stringify(value));
    const keepalive = this.#alive + body.length <= ALIVE;
    if (keepalive) this.#alive += body.length;
    try {
      const response = await this.#request(method, resource, query, { body, keepalive });
      // What is stored already under the same id is there.
      if (!response.ok && response.status !== 409) throw new RefusedByLrs(response.status);
    } finally {
      if (keepalive) this.#alive -= body.length;
    }
  }

  /** @param {string} method @param {string} resource @param {Record<string, string>} query @param {RequestInit} [more] */
  #request(method, resource, query, more = {}) {
    const { endpoint } = this.#launch;
    const asked = new URLSearchParams(query).toString();
    return this.#ask(`${endpoint}${resource}${asked && '?'}${asked}`, {
      method,
      headers: {
        authorization: `Basic ${this.#token}`,
        'x-experience-api-version': VERSION,
        ...(more.body && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(PATIENCE),
      ...more,
    });
  }
}

/** @param {string} json */
function objectOf(json) {
  try {
    const value = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} address */
function isAddress(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
