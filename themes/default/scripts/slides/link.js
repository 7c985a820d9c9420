/**
 * The tie between the projected window of a meeting or a page and the facilitator's: one opened the other, and each sends its state to the
 * other. It works on local files, where a page sees neither the store nor the channels of another one. Either may be closed or
 * loaded again: whichever is left says hello, and the other answers.
 */

/** Who may read what is sent. On local files every page is an origin of its own, so none can be named. */
const ORIGIN = location.protocol === 'file:' ? '*' : location.origin;
const ALIVE = 5000; // ms after which a window that does not answer counts as closed

export class Link {
  #name;
  #receive;
  /** @type {Window | null} */
  #other = window.opener;
  #heard = -Infinity;

  /**
   * @param {string} name  what both windows show
   * @param {(message: Record<string, unknown>) => void} receive
   * @param {AbortSignal} [signal]  ends it
   */
  constructor(name, receive, signal) {
    this.#name = name;
    this.#receive = receive;
    addEventListener('message', (event) => this.#hear(event), { signal });
  }

  /** The other window is there, and answers. */
  get isOpen() {
    return this.#other !== null && !this.#other.closed && performance.now() - this.#heard < ALIVE;
  }

  /** The other window is there, and shows something else. */
  get isAway() {
    return this.#other !== null && !this.#other.closed && this.#heard > 0 && !this.isOpen;
  }

  /** Opens the other window. False if the browser refuses. @param {string} url */
  open(url) {
    const opened = window.open(url, '', 'popup,width=1200,height=820');
    if (!opened) return false;
    this.#other = opened;
    this.#heard = -Infinity;
    return true;
  }

  /** @param {Record<string, unknown>} state @param {boolean} [asks]  wants an answer */
  send(state, asks = false) {
    this.#other?.postMessage({ mitate: this.#name, asks, state }, ORIGIN);
  }

  /** @param {MessageEvent} event */
  #hear({ source, data }) {
    if (!isWindow(source) || typeof data !== 'object' || data === null || data.mitate !== this.#name) return;
    // Only the window that opened this one, or was opened by it, may speak.
    if (source !== window.opener && source !== this.#other && source.opener !== window) return;
    this.#other = source;
    this.#heard = performance.now();
    if (typeof data.state === 'object' && data.state !== null)
      this.#receive({ ...data.state, asks: data.asks === true });
  }
}

/** @param {MessageEventSource | null} source @returns {source is Window} */
const isWindow = (source) => source !== null && 'opener' in source;
