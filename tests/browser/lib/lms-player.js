// The page of the LMS of lib/lms.js: the API of the standard, as strict as the standard, and the course in a frame.
(async () => {
  const query = new URLSearchParams(location.search);
  const learner = query.get('learner') ?? '';
  const launch = query.get('launch');
  const { kind, room, way, values, src } = await (await fetch(`record${location.search}`)).json();
  const open = () => document.body.append(Object.assign(document.createElement('iframe'), { src, title: 'course' }));
  // With cmi5 the course asks the LRS, and this page nothing.
  if (kind === 'cmi5') return open();
  const isOld = kind === 'scorm12';
  const Api = Reflect.get(window, isOld ? 'Scorm12API' : 'Scorm2004API');
  const inner = new Api({ autocommit: false, logLevel: 5, selfReportSessionTime: true });
  const prefix = isOld ? 'LMS' : '';
  /** @param {string} name @param {...string} given */
  const call = (name, ...given) => inner[`lms${name}`](...given);
  // Only what is set by the course comes back at the next launch. A score is asked for by nothing.
  const own = isOld ? { 'cmi.core.student_id': learner } : { 'cmi.learner_id': learner };
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/interactions|session_time/.test(name)));
  inner.loadFromFlattenedJSON({ ...kept, ...own });
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const calls = [];
  Reflect.set(window, 'calls', calls);
  const stored = { ...values };
  /** @type {Record<string, string>} */
  const waiting = {};
  let error = '0';
  let state = 'new';
  /** @type {[RegExp, number][]} */
  const limits = [
    [/^cmi\.suspend_data$/, room],
    [isOld ? /student_response$/ : /learner_response$/, isOld ? 255 : 4000],
    [isOld ? /lesson_location$/ : /cmi\.location$/, isOld ? 255 : 1000],
    [/interactions\.\d+\.id$/, isOld ? 255 : 4000],
  ];
  /** One after the other, so that what came last is what is stored. @type {Promise<unknown>} */
  let sent = Promise.resolve();
  const commit = () => {
    Object.assign(stored, waiting);
    // Cut off where it is stored, which no one is informed of.
    if (way === 'cuts') stored['cmi.suspend_data'] = (stored['cmi.suspend_data'] ?? '').slice(0, 4096);
    const isLast = state === 'ended';
    const body = JSON.stringify({
      launch,
      isLast,
      learner,
      values: stored,
      faults: faults.splice(0),
      calls: calls.splice(0),
    });
    // This page stays when the course goes: nothing limits the length, as it would in a beacon.
    sent = sent.then(() => fetch('commit', { method: 'POST', body })).catch(() => undefined);
    return way === 'commit-fails' ? 'false' : 'true';
  };
  const strict = {
    /** @param {string} given */
    Initialize(given) {
      if (state !== 'new') faults.push(`Initialize when ${state}`);
      if (given !== '') faults.push('Initialize with an argument');
      state = 'on';
      return call('Initialize', '');
    },
    Finish() {
      if (state !== 'on') faults.push(`Finish when ${state}`);
      state = 'ended';
      const done = call('Finish', '');
      commit();
      return done;
    },
    /** @param {string} name */
    GetValue(name) {
      if (state !== 'on') faults.push(`GetValue ${name} when ${state}`);
      error = '0';
      if (name in waiting && !/interactions/.test(name)) return waiting[name];
      const value = call('GetValue', name);
      error = String(call('GetLastError'));
      return value;
    },
    /** @param {string} name @param {string} value */
    SetValue(name, value) {
      if (state !== 'on') faults.push(`SetValue ${name} when ${state}`);
      if (typeof value !== 'string') faults.push(`SetValue ${name} with ${typeof value}`);
      calls.push(`${name}=${value}`);
      error = '0';
      const limit = limits.find(([pattern]) => pattern.test(name))?.[1];
      if (limit !== undefined && value.length > limit) {
        error = isOld ? '405' : '406';
        return 'false';
      }
      const done = String(call('SetValue', name, value));
      error = String(call('GetLastError'));
      if (done !== 'true') faults.push(`SetValue ${name} is refused: ${error} ${value.slice(0, 80)}`);
      else waiting[name] = value;
      return done;
    },
    Commit() {
      if (state !== 'on') faults.push(`Commit when ${state}`);
      call('Commit', '');
      return commit();
    },
    GetLastError: () => error,
    GetErrorString: (/** @type {string} */ code) => call('GetErrorString', code),
    GetDiagnostic: (/** @type {string} */ code) => call('GetDiagnostic', code),
  };
  /** @type {Record<string, (...given: any[]) => unknown>} */
  const api = Object.fromEntries(
    Object.entries(strict).map(([name, act]) => [prefix + (name === 'Finish' && !isOld ? 'Terminate' : name), act]),
  );
  /** An LMS that is not one. @type {Record<string, () => unknown>} */
  const nonsense = {
    throws: () => {
      throw new Error('no');
    },
    'answers-null': () => null,
    'answers-objects': () => ({}),
    'answers-true': () => 'true',
  };
  if (way in nonsense) for (const name of Object.keys(api)) api[name] = nonsense[way];
  if (way !== 'absent') Reflect.set(window, isOld ? 'API' : 'API_1484_11', api);
  open();
})();
