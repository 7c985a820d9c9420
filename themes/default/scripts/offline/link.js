/**
 * What a page and the worker of its site say to each other. The page says whether it is being written in: then no new edition is taken.
 *
 * @typedef {import('./keeper.js').OfflineState} OfflineState
 * @typedef {ReturnType<typeof connect>} WorkerLink
 */

import { cachesOf } from './shelf.js';

/** @param {string} root  the address of the site */
export function connect(root) {
  const { serviceWorker } = navigator;
  const script = `${root}sw.js`;
  /** @type {(state: OfflineState) => void} */
  let heard = () => {};
  let writes = false;
  let number = 0;
  /** What asks for more of a download and is not answered yet; 0 if nothing does. */
  let more = 0;
  /** Waits for the answer to what was asked under that number. @type {Map<number, () => void>} */
  const waiting = new Map();

  /** The worker of this site, if it answers for this page; that of another site, in an outer folder, is none. */
  const own = () => (serviceWorker.controller?.scriptURL === script ? serviceWorker.controller : undefined);

  /** @param {string} what @param {ServiceWorker | null} [worker] */
  function ask(what, worker = own()) {
    number += 1;
    worker?.postMessage({ offline: what, writes, number });
    return number;
  }

  serviceWorker.addEventListener('message', ({ data, source }) => {
    if (!(source instanceof ServiceWorker) || source.scriptURL !== script || typeof data?.offline !== 'object') return;
    waiting.get(data.answers)?.();
    heard(data.offline);
    if (data.answers === more) more = 0;
    if (data.offline.loading && more === 0) more = ask('more', source);
  });
  serviceWorker.addEventListener('controllerchange', () => ask('state'));
  // What interrupted a download may be over.
  addEventListener('online', () => ask('look'));
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) ask('state');
  });
  watchWriting((now) => {
    writes = now;
    ask('state');
  });

  return {
    /** Whether the worker answers for this page. */
    isOn: () => own() !== undefined,

    /** Calls with what the worker says, now if there is one, and at every change. @param {(state: OfflineState) => void} listener */
    onState(listener) {
      heard = listener;
      ask('state');
    },

    /** Asks the worker to go on with what was interrupted, and to look for a new edition. */
    look() {
      more = 0; // a worker that was ended answers nothing more
      ask('look');
    },

    /** Asks for the site offline, or goes on with it. Rejects if the browser refuses. */
    async store() {
      await serviceWorker.register(script, { scope: root, updateViaCache: 'none' });
      const { active } = await serviceWorker.ready;
      ask('store', active);
    },

    /** Deletes what is stored, and the worker. */
    async remove() {
      const registration = await serviceWorker.getRegistration(root);
      if (registration?.scope !== root) return;
      const { active } = registration;
      if (active)
        await new Promise((resolve) => {
          waiting.set(ask('remove', active), () => resolve(undefined));
        });
      await registration.unregister();
      for (const name of cachesOf(root)) await caches.delete(name);
    },
  };
}

/**
 * Says when the page begins to be written in, and when it is about to be left. Whoever stays and writes on is heard again.
 * @param {(writes: boolean) => void} say
 */
function watchWriting(say) {
  let writes = false;
  const left = () => {
    writes = false;
    say(false);
  };
  document.addEventListener('input', ({ target }) => {
    if (writes || !(target instanceof Element) || !target.closest('form.answer')) return;
    writes = true;
    say(true);
    addEventListener('beforeunload', left, { once: true });
  });
}
