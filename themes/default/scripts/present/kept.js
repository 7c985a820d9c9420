/**
 * What a meeting stores: when it begins, its current step, how long each step has had. It outlives the tab, so that the meeting
 * can go on after the window was closed; the tab itself remembers only which meeting it shows, so that a reload asks
 * nothing.
 */

/** @param {string} meeting  its id */
export function kept(meeting) {
  const name = `mitate:${document.documentElement.dataset.course ?? ''}:meeting:${meeting}`;
  /** @returns {Record<string, unknown>} */
  const read = () => {
    try {
      const value = JSON.parse(localStorage.getItem(name) ?? '{}');
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
    } catch {
      return {};
    }
  };
  return {
    read,
    /** @param {Record<string, unknown>} changes */
    write(changes) {
      try {
        localStorage.setItem(name, JSON.stringify({ ...read(), ...changes }));
      } catch {
        // Refused: it is kept as long as the page is.
      }
    },
    /** The meeting that this tab shows, by when it was begun. */
    shown() {
      try {
        return Number(sessionStorage.getItem(name) ?? 0);
      } catch {
        return 0;
      }
    },
    /** @param {number} since */
    show(since) {
      try {
        sessionStorage.setItem(name, String(since));
      } catch {
        // Refused: a reload asks.
      }
    },
  };
}
