/**
 * Something that others can listen to.
 *
 * @template {unknown[]} A
 * @typedef {{ on: (listener: (...args: A) => void) => void, tell: (...args: A) => void }} Signal
 */

/**
 * @template {unknown[]} A
 * @returns {Signal<A>}
 */
export function signal() {
  /** @type {((...args: A) => void)[]} */
  const listeners = [];
  return {
    on: (listener) => {
      listeners.push(listener);
    },
    tell: (...args) => {
      for (const listener of listeners) listener(...args);
    },
  };
}
