/**
 * When a page is left and when it returns. A hidden page may never run again (a phone ends it without
 * notice), so hiding counts as leaving.
 */

/**
 * @param {() => void} goes  must be synchronous
 * @param {(was: boolean) => void} comes  was: it came back from the back-forward cache, and may have missed what others did
 */
export function onLeaving(goes, comes) {
  let going = document.visibilityState === 'hidden';
  addEventListener('pagehide', () => {
    going = true;
    goes();
  });
  document.addEventListener('visibilitychange', () => {
    going = document.visibilityState === 'hidden';
    if (going) goes();
    else comes(false);
  });
  addEventListener('pageshow', (event) => {
    going = false;
    if (event.persisted) comes(true);
  });
  return { isGoing: () => going };
}
