/** The keys of a remote presenter and of the keyboard, for everything that is projected. */

/** Where a key leads: screens from here, or to an end. @type {Record<string, number>} */
const WAYS = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** @param {KeyboardEvent} event @returns {number | undefined} */
export function wayOf(event) {
  return event.key === ' ' && event.shiftKey ? -1 : WAYS[event.key];
}

/** The key without its case. @param {KeyboardEvent} event */
export const keyOf = ({ key }) => (key.length === 1 ? key.toLowerCase() : key);

/** Whether a key belongs to what has the focus, or to the browser. @param {KeyboardEvent} event */
export function isTaken(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, [contenteditable]')) return true;
  // The space bar presses what has the focus.
  return [' ', 'Enter'].includes(event.key) && target.closest('button, a, summary') !== null;
}

/** A button that was clicked with a pointer gives the focus back, so that the space bar moves on again. @param {MouseEvent} event */
export function giveBackFocus(event) {
  const focused = document.activeElement;
  const byPointer = event.detail > 0;
  if (byPointer && focused instanceof HTMLElement && focused.matches('button, a, summary')) focused.blur();
}

export function turnFull() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}
