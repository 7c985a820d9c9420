/**
 * Leaving a page of a course that is one file. The document lives on, and with it everything that the page's scripts have begun, so
 * they are informed as if it were left (`pagehide`: what was written is stored), and their timers, channels and globals are removed.
 * The listeners go with `document.open()`.
 */

/** @type {Set<number>} */
const timers = new Set();
/** @type {Set<BroadcastChannel>} */
const channels = new Set();

/** What the file itself gives to pages (`dom/load.js`); other globals of that prefix are a page's. */
const OWN = 'mitateText';

/** Remembers from now on what the scripts of a page begin. */
export function watchScripts() {
  const { setTimeout: later, setInterval: again, BroadcastChannel: Channel } = globalThis;
  /** @param {Function} begin */
  const counted =
    (begin) =>
    /** @param {...any} rest */
    (...rest) => {
      const timer = begin(...rest);
      timers.add(timer);
      return timer;
    };
  Object.assign(globalThis, {
    setTimeout: counted(later),
    setInterval: counted(again),
    BroadcastChannel: class extends Channel {
      /** @param {string} name */
      constructor(name) {
        super(name);
        channels.add(this);
      }
    },
  });
}

/** Whether the page may be left: it may hold something that it could not store. @param {string} question */
export function mayLeave(question) {
  const event = new Event('beforeunload', { cancelable: true });
  return dispatchEvent(event) || confirm(question);
}

/** The page is left. */
export function leave() {
  dispatchEvent(new PageTransitionEvent('pagehide'));
  for (const timer of timers) clearTimeout(timer);
  for (const channel of channels) channel.close();
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (name.startsWith('mitate') && name !== OWN) Reflect.deleteProperty(globalThis, name);
  }
  timers.clear();
  channels.clear();
}
