/**
 * When a page has done all that it meant to do: no timer of its scripts is due, no slice of long work follows, no script
 * is loaded, and no database is looked for, opened, read or written. So tests need not guess how long that takes, and "nothing has happened" can be said.
 */

/** In the page, before its scripts: counts what is under way. */
export function countWork() {
  const LONG = 4_000; // ms: what is put off for longer is only put away, such as trying again to store
  /** @type {Set<number>} */
  const timers = new Set();
  let transactions = 0;
  let messages = 0; // between the slices of long work
  const later = window.setTimeout;
  const forget = window.clearTimeout;
  Reflect.set(
    window,
    'setTimeout',
    (/** @type {(...rest: unknown[]) => void} */ act, ms = 0, /** @type {unknown[]} */ ...rest) => {
      const timer = later(() => {
        timers.delete(timer);
        act(...rest);
      }, ms);
      if (ms <= LONG) timers.add(timer);
      return timer;
    },
  );
  Reflect.set(window, 'clearTimeout', (/** @type {number} */ timer) => {
    timers.delete(timer);
    forget(timer);
  });
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function counted(...asked) {
    const begun = transaction.apply(this, asked);
    const ended = () => {
      transactions -= 1;
    };
    transactions += 1;
    begun.addEventListener('complete', ended);
    begun.addEventListener('abort', ended);
    return begun;
  };
  let awaited = 0; // databases and scripts
  /** @param {EventTarget} target @param {string[]} ends */
  const wait = (target, ends) => {
    awaited += 1;
    const ended = () => {
      awaited -= 1;
      for (const end of ends) target.removeEventListener(end, ended);
    };
    for (const end of ends) target.addEventListener(end, ended);
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function counted(...asked) {
    const request = open.apply(this, asked);
    wait(request, ['success', 'error']);
    return request;
  };
  const { databases } = IDBFactory.prototype;
  IDBFactory.prototype.databases = function counted() {
    awaited += 1;
    return databases.apply(this).finally(() => {
      awaited -= 1;
    });
  };
  const make = document.createElement.bind(document);
  Reflect.set(document, 'createElement', (/** @type {string} */ name, /** @type {any} */ more) => {
    const element = make(name, more);
    if (element instanceof HTMLScriptElement) wait(element, ['load', 'error']);
    return element;
  });
  const { MessageChannel: Channel } = window;
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      for (const port of [this.port1, this.port2]) {
        const post = port.postMessage.bind(port);
        port.postMessage = (/** @type {unknown} */ message) => {
          messages += 1;
          post(message);
        };
        port.addEventListener('message', () => {
          messages -= 1;
        });
      }
    }
  };
  Reflect.set(window, 'quiet', async () => {
    // What one piece of work leads to begins in the next turns.
    for (let turns = 0; turns < 3;) {
      await new Promise((resolve) => {
        later(resolve);
      });
      turns = timers.size === 0 && transactions === 0 && messages === 0 && awaited === 0 ? turns + 1 : 0;
    }
  });
}

/** Waits until the page has nothing more to do. @param {{ evaluate(act: any): Promise<any> }} page */
export const quiet = (page) => page.evaluate(() => Reflect.get(window, 'quiet')());
