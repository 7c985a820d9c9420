/**
 * A double click, and a key that is held down, press once. What the first press brings under the pointer was not read yet: the
 * next reply of an interview, the same button with other words. A button that was there before, and is as it was, may be pressed
 * at once.
 */

const BUTTONS = 'button, summary';

export function startPressingOnce() {
  /** The buttons that were in sight at the first press, and what they said. @type {Map<Element, string>} */
  let before = new Map();
  /** @param {Event} event @param {boolean} isRepeated */
  const hear = (event, isRepeated) => {
    const button = event.target instanceof Element ? event.target.closest(BUTTONS) : null;
    if (!isRepeated) {
      const inSight = [...document.querySelectorAll(BUTTONS)].filter((one) => one.checkVisibility());
      before = new Map(inSight.map((one) => [one, saidBy(one)]));
    } else if (button && before.get(button) !== saidBy(button)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  document.addEventListener('click', (event) => hear(event, event.detail > 1), { capture: true });
  document.addEventListener('keydown', (event) => event.key === 'Enter' && hear(event, event.repeat), {
    capture: true,
  });
}

/** @param {Element} button */
const saidBy = (button) => `${button.textContent} ${button.getAttribute('aria-pressed')}`;
