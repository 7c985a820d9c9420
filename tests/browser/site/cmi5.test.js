/**
 * The requirements of cmi5, by their ids: the course breaks none, and each would be noticed. The adapter speaks to an LRS without a network
 * (lib/cmi5-rules.js), and what it sent is then sent again with one thing in it changed. In a browser, lms.test.js launches the package.
 */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundled } from '../lib/bundled.js';
import { CMI5, LrsSession, MOVE_ON, RULES, SESSION_ID, verbOf } from '../lib/cmi5-rules.js';
import { unpackedPackage } from '../lib/lms.js';

/** @typedef {import('../lib/cmi5-rules.js').Statement} Statement */
/** @typedef {import('../lib/cmi5-rules.js').LrsRequest} LrsRequest */
/** @typedef {{ how?: ConstructorParameters<typeof LrsSession>[1], isDone?: boolean, requests: (given: LrsRequest[]) => LrsRequest[] }} Break */

/** @type {typeof import('../../../themes/default/scripts/lms/cmi5.js')} */
const { Cmi5 } = await bundled('lms/cmi5.js');
/** @type {typeof import('../../../themes/default/scripts/lms/lrs.js')} */
const { Lrs, launchOf } = await bundled('lms/lrs.js');

/** @type {Record<string, { txt: string }>} */
const REQUIREMENTS = createRequire(import.meta.url)('@cmi5/requirements');

const ACTOR = { objectType: 'Agent', account: { homePage: 'http://lms.example/', name: '学ぶ人' } };
const LAUNCH = {
  endpoint: 'http://lrs.example/xapi/',
  fetch: 'http://lrs.example/fetch/1',
  actor: ACTOR,
  registration: '5b0e2b6a-5c3f-4a35-8c7d-0c1c6f2f3a11',
  activityId: 'http://lms.example/activities/7',
};
const COURSE = { iri: 'urn:mitate:every-kind', language: 'ja' };
const SAID = { id: 'exercise.pick.1.reason', name: '選ぶ › 理由', text: '雨だから', at: '2026-11-20T01:02:03.000Z' };

/** @param {LrsSession} session @param {LrsRequest} request */
function response(session, request) {
  const { status, json } = session.answer(request);
  return new Response(json === undefined ? null : JSON.stringify(json), { status });
}

/** A session of the adapter: it begins, goes on, and ends as a page that goes. @param {ConstructorParameters<typeof LrsSession>[1]} [how] */
async function sessionWith(how) {
  const session = new LrsSession(LAUNCH, how);
  const decoder = new TextDecoder();
  /** @param {any} url @param {any} options */
  const ask = async (url, { method, headers = {}, body }) =>
    response(session, { method, url, headers, ...(body && { body: decoder.decode(body) }) });
  const adapter = new Cmi5(LAUNCH, COURSE, new Lrs(LAUNCH, ask));
  const held = await adapter.restore();
  session.isDone = true;
  await adapter.report({ isCompleted: false, said: [] });
  await adapter.save({ text: 'mitate1.every-kind.1.p.0', place: 'index.html' }, false);
  const reported = adapter.report({ isCompleted: true, said: [SAID] });
  const saved = adapter.save({ text: 'mitate1.every-kind.1.p.0', place: 'index.html' }, true);
  await Promise.all([reported, saved]);
  await adapter.finish(false);
  return { session, held };
}

/** What an LRS says of requests: which requirements they break. @param {LrsRequest[]} requests @param {Break['how']} [how] @param {boolean} [isDone] */
function faultsOf(requests, how, isDone = true) {
  const session = new LrsSession(LAUNCH, how);
  session.isDone = isDone;
  for (const request of requests) session.answer(request);
  return session.end();
}

/** Changes the statements of requests. @param {(it: Statement[]) => Statement[]} edit @returns {Break} */
const statements = (edit) => ({
  requests: (given) =>
    given.flatMap((request) => {
      if (!request.url.endsWith('/statements')) return [request];
      const body = edit(JSON.parse(request.body ?? '[]'));
      return body.length === 0 ? [] : [{ ...request, body: JSON.stringify(body) }];
    }),
});
/** @param {string} verb @param {(it: Statement) => unknown} edit @returns {Break} */
const inOne = (verb, edit) =>
  statements((all) => {
    for (const it of all) if (verbOf(it) === verb) edit(it);
    return all;
  });
/** @param {string} verb */
const without = (verb) => statements((all) => all.filter((it) => verbOf(it) !== verb));
const copyOf = (/** @type {Statement} */ it, /** @type {object} */ more = {}) => ({ ...structuredClone(it), ...more });
/** A statement after one with a verb. @param {string} verb @param {(it: Statement) => Statement} make */
const after = (verb, make) => statements((all) => all.flatMap((it) => (verbOf(it) === verb ? [it, make(it)] : [it])));
/** @param {string} verb @param {object} result @param {object} [extensions] @returns {(it: Statement) => Statement} */
const judged = (verb, result, extensions) => (it) => {
  const made = copyOf(it, {
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    result: { duration: 'PT1S', ...result },
  });
  made.context.contextActivities.category = [{ id: CMI5 }, { id: MOVE_ON }];
  Object.assign(made.context.extensions, extensions);
  return made;
};
const passed = judged('passed', { success: true });
const failed = judged('failed', { success: false });
/** @param {Break} one @param {NonNullable<Break['how']>} how @returns {Break} */
const given = (one, how) => ({ ...one, how });
/** @param {(request: LrsRequest) => boolean} which @param {(request: LrsRequest) => Partial<LrsRequest>} edit @returns {Break} */
const requests = (which, edit) => ({
  requests: (all) => all.map((request) => (which(request) ? { ...request, ...edit(request) } : request)),
});
/** @param {(request: LrsRequest) => boolean} which @returns {Break} */
const dropped = (which) => ({ requests: (all) => all.filter((request) => !which(request)) });
/** @param {(request: LrsRequest) => boolean} which @returns {Break} */
const twice = (which) => ({
  requests: (all) => all.flatMap((request) => (which(request) ? [request, request] : [request])),
});
const to =
  (/** @type {string} */ part) =>
  (/** @type {LrsRequest} */ { url }) =>
    url.includes(part);
/** @param {string} from @param {string} by @returns {Break} */
const readdressed = (from, by) => requests(to(from), ({ url }) => ({ url: url.replaceAll(from, by) }));

const NO_BEGINNING = without('initialized');
const NO_END = without('terminated');
const NOT_FIRST = statements((all) => (verbOf(all[0]) === 'initialized' ? [] : all));
const NOT_LAST = after('terminated', (it) =>
  copyOf(it, { verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' } }),
);
const NOT_POSTED = requests(to('/fetch/'), () => ({ method: 'GET' }));
const NO_TOKEN = requests(to('/xapi/'), ({ headers }) => ({ headers: { ...headers, authorization: undefined } }));
const OTHER_AGENT = readdressed('agent=%7B', 'agent=+%7B');
const OTHER_REGISTRATION = readdressed(LAUNCH.registration, '00000000-0000-4000-8000-000000000000');
const OTHER_ACTIVITY = readdressed('activities%2F7', 'activities%2F8');
const ELSEWHERE = readdressed('/xapi/', '/other/');
const NO_COMPLETION = without('completed');
const CHANGED_TEMPLATE = inOne('answered', (it) => (it.context.contextActivities.grouping = []));
const TWICE_COMPLETED = after('completed', (it) => copyOf(it));
const LOW = given(after('completed', judged('passed', { success: true, score: { scaled: 0.2 } })), { mastery: 0.5 });
const HIGH = given(after('completed', judged('failed', { success: false, score: { scaled: 0.7 } })), { mastery: 0.5 });
const INVALID = inOne('answered', (it) => (it.result.response = 7));

/** One way to break each requirement. @type {Record<string, Break>} */
const BROKEN = {
  '4.1.0.0-1': INVALID,
  '7.0.0.0-2': requests(to('/xapi/'), ({ headers }) => ({
    headers: { ...headers, 'x-experience-api-version': undefined },
  })),
  '7.1.1.0-1': NO_BEGINNING,
  '7.1.2.0-1': NO_END,
  '7.1.3.0-1': statements((all) =>
    verbOf(all[0]) === 'initialized' ? [] : all.filter((it) => verbOf(it) === 'answered'),
  ),
  '8.1.1.0-2': ELSEWHERE,
  '8.1.1.0-3': ELSEWHERE,
  '8.1.2.0-3': dropped(to('/fetch/')),
  '8.1.2.0-4': NOT_POSTED,
  '8.1.2.0-5': NO_TOKEN,
  '8.1.3.0-2': OTHER_AGENT,
  '8.1.3.0-3': inOne('answered', (it) => (it.actor = { ...ACTOR, account: { ...ACTOR.account, name: '別の人' } })),
  '8.1.4.0-2': OTHER_REGISTRATION,
  '8.1.4.0-3': inOne('answered', (it) => (it.context.registration = '00000000-0000-4000-8000-000000000000')),
  '8.1.5.0-5': OTHER_ACTIVITY,
  '8.1.5.0-6': inOne('completed', (it) => (it.object.id = 'http://lms.example/activities/8')),
  '8.2.1.0-2': NOT_POSTED,
  '8.2.1.0-5': NO_TOKEN,
  '8.2.2.0-4': NOT_POSTED,
  '8.2.2.0-5': NO_TOKEN,
  '8.2.3.0-1': twice(to('/fetch/')),
  '9.1.0.0-1': inOne('answered', (it) => delete it.id),
  '9.2.0.0-1': inOne('initialized', (it) => (it.actor = { ...ACTOR, name: '学ぶ人' })),
  '9.2.0.0-2': inOne('completed', (it) => (it.actor = { ...ACTOR, objectType: 'Group' })),
  '9.2.0.0-3': inOne('answered', (it) => (it.actor = { mbox: 'mailto:a@example.com' })),
  '9.3.0.0-1': inOne('completed', (it) => (it.verb.id = 'http://adlnet.gov/expapi/verbs/experienced')),
  '9.3.0.0-2': TWICE_COMPLETED,
  '9.3.0.0-3': statements((all) =>
    all.flatMap((it) => (verbOf(it) === 'completed' ? [it, passed(it), failed(it)] : [it])),
  ),
  '9.3.0.0-4': NOT_FIRST,
  '9.3.0.0-5': NOT_LAST,
  '9.3.0.0-6': TWICE_COMPLETED,
  '9.3.0.0-7': statements((all) => all.flatMap((it) => (verbOf(it) === 'completed' ? [passed(it), passed(it)] : [it]))),
  '9.3.0.0-8': statements((all) => all.flatMap((it) => (verbOf(it) === 'completed' ? [passed(it), failed(it)] : [it]))),
  '9.3.2.0-1': NO_BEGINNING,
  '9.3.2.0-2': NOT_FIRST,
  '9.3.2.0-3': after('initialized', (it) => copyOf(it)),
  '9.3.3.0-1': NO_COMPLETION,
  '9.3.3.0-2': TWICE_COMPLETED,
  '9.3.4.0-2': LOW,
  '9.3.4.0-3': statements((all) => all.flatMap((it) => (verbOf(it) === 'completed' ? [passed(it), passed(it)] : [it]))),
  '9.3.5.0-2': HIGH,
  '9.3.8.0-1': NO_END,
  '9.3.8.0-2': NOT_LAST,
  '9.4.0.0-1': inOne('completed', (it) => delete it.object.id),
  '9.4.0.0-2': inOne('terminated', (it) => (it.object.id = COURSE.iri)),
  '9.5.1.0-1': LOW,
  '9.5.1.0-2': inOne('completed', (it) => (it.result.score = { scaled: 1 })),
  '9.5.1.0-3': after('completed', judged('passed', { success: true, score: { raw: 3 } })),
  '9.5.2.0-1': after('completed', judged('passed', { success: false })),
  '9.5.2.0-2': after('completed', judged('failed', { success: true })),
  '9.5.2.0-3': inOne('completed', (it) => (it.result.success = true)),
  '9.5.3.0-1': inOne('completed', (it) => delete it.result.completion),
  '9.5.3.0-2': inOne('terminated', (it) => (it.result.completion = true)),
  '9.5.4.1-1': inOne('terminated', (it) => delete it.result),
  '9.5.4.1-2': inOne('completed', (it) => delete it.result.duration),
  '9.5.4.1-3': after('completed', judged('passed', { success: true, duration: undefined })),
  '9.5.4.1-4': after('completed', judged('failed', { success: false, duration: undefined })),
  '9.6.0.0-1': inOne('completed', (it) => delete it.context.extensions),
  '9.6.1.0-1': inOne('terminated', (it) => delete it.context.registration),
  '9.6.2.0-1': CHANGED_TEMPLATE,
  '9.6.2.1-1': inOne('terminated', (it) => (it.context.contextActivities.category = [])),
  '9.6.2.2-1': inOne('completed', (it) => (it.context.contextActivities.category = [{ id: CMI5 }])),
  '9.6.2.2-2': inOne('terminated', (it) => it.context.contextActivities.category.push({ id: MOVE_ON })),
  '9.6.3.1-4': inOne('answered', (it) => delete it.context.extensions[SESSION_ID]),
  '9.6.3.2-2': given(after('completed', judged('passed', { success: true, score: { scaled: 0.9 } })), { mastery: 0.5 }),
  '9.7.0.0-1': inOne('answered', (it) => delete it.timestamp),
  '9.7.0.0-2': inOne('answered', (it) => (it.timestamp = '2026-11-20T10:02:03.000+09:00')),
  '10.2.1.0-4': dropped(to('LMS.LaunchData')),
  '10.2.1.0-5': requests(to('LMS.LaunchData'), () => ({ method: 'PUT', body: '{}' })),
  '10.2.1.0-6': CHANGED_TEMPLATE,
  '10.2.1.0-7': inOne('answered', (it) => (it.context.contextActivities.grouping = [{ id: 'urn:other' }])),
  '10.2.2.0-1': NO_COMPLETION,
  '10.2.2.0-2': given(
    statements((all) => all),
    { mode: 'Browse' },
  ),
  '10.2.2.0-3': given(
    statements((all) => all),
    { mode: 'Review' },
  ),
  '10.2.2.0-5': given(
    statements((all) => all),
    { mode: 'Browse' },
  ),
  '10.2.2.0-6': NO_END,
  '10.2.2.0-7': NO_COMPLETION,
  '10.2.2.0-8': given(NO_END, { mode: 'Browse' }),
  '10.2.2.0-9': given(
    statements((all) => all),
    { mode: 'Browse' },
  ),
  '10.2.2.0-10': given(NO_BEGINNING, { mode: 'Review' }),
  '10.2.2.0-11': given(
    statements((all) => all),
    { mode: 'Review' },
  ),
  '10.2.4.0-2': HIGH,
  '11.0.0.0-1': requests(to('agents/profile'), ({ url }) => ({ url: url.replace(/agent=[^&]*/, 'agent=%7B%7D') })),
  '11.0.0.0-3': dropped(to('agents/profile')),
  '11.0.0.0-4': readdressed('cmi5LearnerPreferences', 'preferences'),
  '11.0.0.0-5': requests(to('agents/profile'), () => ({ method: 'PUT', body: '{"languagePreference":"ja"}' })),
};

/** Requirements of a course that no session can break: what holds them. */
const HELD_ELSEWHERE = {
  '3.0.0.0-1': 'the package: its ids',
  '4.4.0.0-1': 'the package: cmi5.xml',
  '4.4.0.0-2': 'the package: cmi5.xml',
  '7.0.0.0-1': 'the requirements of section 8',
  '7.0.0.0-3': 'the requirements of section 10',
  '7.0.0.0-4': 'the requirements of section 11',
  '7.0.0.0-5': 'the requirements of section 7.1',
  '8.1.0.0-6': 'the package: the address has no query',
  '8.1.0.0-7': 'the launch',
  '10.2.6.0-1': 'the return, in lms.test.js',
  '13.1.4.0-1': 'the package: one AU',
  '13.1.4.0-2': 'the package: its address',
  '13.2.0.0-1': 'the package: cmi5.xml',
  '14.1.0.0-2': 'the package: cmi5.xml is at its root',
  '14.1.0.0-3': 'the package: its address',
};

/** Requirements that do not concern this course: why. @type {[RegExp, string][]} */
const NOT_OURS = [
  [/ \(d\d?\)$/, 'how an LMS notices what is required elsewhere'],
  [
    /^(4\.2|6|8\.1\.0\.0-[1-58]$|8\.1\.2\.0-2$|8\.1\.5\.0-3$|8\.2\.1\.0-[346]$|8\.2\.2\.0-[23]$|8\.2\.3\.2)/,
    'of an LMS',
  ],
  [
    /^(9\.3\.(6|7|9)|9\.5\.4\.2|9\.6\.3\.1-1$|10\.1|10\.2\.1\.0-[23]$|13\.1\.0\.0-1$|13\.1\.4\.0-3$|14\.1\.0\.0-1$)/,
    'of an LMS',
  ],
  [/^9\.3\.[45]\.0-1$/, 'the course judges nobody: there is no "passed" and no "failed"'],
  [/^11\.0\.0\.0-2$/, 'the course changes no preference'],
  [/^11\.1\.0\.0/, 'of an LMS: the course writes no preference'],
  [/^11\.2\.0\.0-1$/, 'the course makes no sound by itself'],
  [/^13\.1\.[23]\.0-1$/, 'the course has neither blocks nor objectives'],
  [/^13\.1\.5/, 'the course adds no elements of its own'],
  [/^14\.1\.0\.0-4$/, 'all of the course is in the package'],
  [/^14\.2/, 'the course is a package'],
];
/** @param {string} id @param {string} text */
const isOfLms = (id, text) => NOT_OURS.some(([pattern]) => pattern.test(id)) || /\bLMS (MUST|must)\b/.test(text);

/** @type {LrsSession} */
let session;
before(async () => {
  session = (await sessionWith()).session;
  assert.deepEqual(session.end(), []);
});

test('each requirement has a test, or a reason to have none', () => {
  const ids = Object.keys(REQUIREMENTS);
  assert.ok(ids.length > 300);
  const tested = [...Object.keys(RULES), ...Object.keys(HELD_ELSEWHERE)];
  const open = ids.filter((id) => !tested.includes(id) && !isOfLms(id, REQUIREMENTS[id].txt));
  assert.deepEqual(open, []);
  assert.deepEqual(
    tested.filter((id) => !ids.includes(id)),
    [],
  );
  assert.deepEqual(Object.keys(BROKEN).toSorted(), Object.keys(RULES).toSorted());
  assert.ok(Object.keys(RULES).length > 80);
});

describe('a requirement holds, and is noticed where it does not', () => {
  for (const [id, { how, isDone, requests: broken }] of Object.entries(BROKEN))
    test(`${id} ${REQUIREMENTS[id].txt}`, () => {
      assert.deepEqual(session.faults, []);
      const faults = faultsOf(broken(structuredClone(session.requests)), how, isDone);
      assert.ok(faults.includes(id), `noticed: ${faults}`);
    });
});

test('a session begins, completes, says and ends, in this order', () => {
  assert.deepEqual(session.statements.map(verbOf), ['initialized', 'completed', 'answered', 'terminated']);
  const [, , answered] = session.statements;
  assert.equal(answered.object.id, 'urn:mitate:every-kind:exercise.pick.1.reason');
  assert.equal(answered.result.response, '雨だから');
  assert.ok(
    session.requests.every(({ body = '' }) => body === '' || body === JSON.stringify(JSON.parse(body))),
    'compact',
  );
  assert.deepEqual(
    session.requests.slice(0, 3).map(({ url }) => /fetch|LaunchData|Preferences/.exec(url)?.[0]),
    ['fetch', 'LaunchData', 'Preferences'],
  );
});

test('to browse begins and ends; to review completes nothing, and what is written then is still said', async () => {
  for (const [mode, said] of Object.entries({ Browse: [], Review: ['answered'] })) {
    const { session: quiet } = await sessionWith({ mode });
    assert.deepEqual(quiet.end(), []);
    assert.deepEqual(quiet.statements.map(verbOf), ['initialized', ...said, 'terminated']);
  }
});

test('what was completed or said in an earlier session is not said again', async () => {
  const kept = { documents: new Map(), registration: [] };
  await sessionWith(kept);
  const { session: second, held } = await sessionWith(kept);
  assert.deepEqual(held, { text: 'mitate1.every-kind.1.p.0', place: 'index.html' });
  assert.deepEqual(second.end(), []);
  assert.deepEqual(second.statements.map(verbOf), ['initialized', 'terminated']);
});

test('8.1.0.0-7 the parameters of the launch may come in any order', () => {
  const given = Object.entries({ ...LAUNCH, actor: JSON.stringify(ACTOR) });
  for (const order of [given, given.toReversed()]) assert.deepEqual(launchOf(`?${new URLSearchParams(order)}`), LAUNCH);
  for (const [name] of given)
    assert.equal(launchOf(`?${new URLSearchParams(given.filter(([other]) => other !== name))}`), undefined);
  for (const endpoint of ['javascript:alert(1)', 'xapi', ''])
    assert.equal(launchOf(`?${new URLSearchParams([...given, ['endpoint', endpoint]].toReversed())}`), undefined);
});

test('3.0.0.0-1 8.1.0.0-6 13.1.4.0-1 13.1.4.0-2 13.2.0.0-1 14.1.0.0-2 14.1.0.0-3 the package has one AU, with ids that are IRIs', () => {
  const course = fileURLToPath(new URL('../course/', import.meta.url));
  const xml = readFileSync(path.join(unpackedPackage(course, 'cmi5').folder, 'cmi5.xml'), 'utf8');
  assert.match(
    xml,
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<courseStructure xmlns="https:\/\/w3id.org\/xapi\/profiles\/cmi5\/v1\/CourseStructure.xsd">/,
  );
  const ids = [...xml.matchAll(/<(?:course|au) id="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, ['urn:mitate:every-kind', 'urn:mitate:every-kind:pages']);
  assert.deepEqual(
    [...xml.matchAll(/<url>(.*)<\/url>/g)].map(([, url]) => url),
    ['lms.html'],
  );
  assert.match(xml, /moveOn="Completed" launchMethod="AnyWindow"/);
});
