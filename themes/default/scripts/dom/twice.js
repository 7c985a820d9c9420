/**
 * A double click, and a key that is held down, press once. What the first press brings under the pointer was not read yet: the
 * next reply of an interview, the same button with other words. A button that stays as it is may be pressed again at once.
 */

export function startPressingOnce() {
  /** The button that was pressed first, and what it said then. @type {{ button: Element, said: string } | undefined} */
  let first;
  /** @param {Event} event @param {boolean} isRepeated */
  const hear = (event, isRepeated) => {
    const button = event.target instanceof Element ? event.target.closest('button, summary') : null;
    if (!isRepeated) first = button ? { button, said: saidBy(button) } : undefined;
    else if (button && (button !== first?.button || saidBy(button) !== first.said)) {
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
