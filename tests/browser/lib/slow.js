/**
 * A slow machine, on purpose: `MITATE_SLOW=6` makes scripts of Chromium's pages six times slower, and pages of both browsers open databases
 * and receive news of other tabs late. A test that reads what it has not waited for fails then.
 */

/** How many times slower; 1 is as fast as it can be. */
export const SLOWER = Number(process.env.MITATE_SLOW ?? 1);

/** In the page, before `countWork`: what comes from other processes comes late. */
export function comeLate() {
  const LATE = 400; // ms
  const later = window.setTimeout;
  /** Listens first, keeps the event from all others, and sends it again. @param {EventTarget} target @param {string} type @param {(event: any) => Event} copy */
  const delay = (target, type, copy) => {
    target.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        later(() => target.dispatchEvent(copy(event)), LATE);
      },
      { capture: true },
    );
  };
  delay(window, 'storage', (event) => new StorageEvent('storage', event));
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function late(...asked) {
    const request = open.apply(this, asked);
    delay(request, 'success', () => new Event('success'));
    return request;
  };
  const { BroadcastChannel: Channel } = window;
  window.BroadcastChannel = class extends Channel {
    /** @param {string} name */
    constructor(name) {
      super(name);
      delay(this, 'message', ({ data, origin }) => new MessageEvent('message', { data, origin }));
    }
  };
}

/** Slows a page of Chromium down. @param {import('playwright-core').Page} page */
export async function slowDown(page) {
  if (SLOWER <= 1) return;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}
