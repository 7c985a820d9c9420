/**
 * What a meeting stores while its tab is open: when it begins, its current step, how long each step has taken. Nothing
 * of it outlives the tab.
 */

/** @param {string} meeting  its id */
export function kept(meeting) {
  const name = `mitate:${document.documentElement.dataset.course ?? ''}:meeting:${meeting}`;
  /** @returns {Record<string, unknown>} */
  const read = () => {
    try {
      const value = JSON.parse(sessionStorage.getItem(name) ?? '{}');
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
        sessionStorage.setItem(name, JSON.stringify({ ...read(), ...changes }));
      } catch {
        // Refused: it is kept as long as the page is.
      }
    },
  };
}
