/** Keeps the screen on while a meeting is shown, if the browser can. */

/** @returns {boolean}  whether it can */
export function stayAwake() {
  if (!('wakeLock' in navigator)) return false;
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(() => {});
  };
  // The browser takes it away whenever the page is hidden.
  document.addEventListener('visibilitychange', ask);
  ask();
  return true;
}
