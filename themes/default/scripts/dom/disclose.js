/**
 * A button that opens and closes a part of the page without making the rest unusable: the settings panel, the
 * contents on a narrow screen. Escape closes it and gives the focus back; so do a click elsewhere and moving on
 * by keyboard.
 */

/**
 * @param {HTMLButtonElement} button  carries aria-expanded
 * @param {HTMLElement} part
 * @param {(open: boolean) => void} show  shows or hides the part
 * @returns {(open: boolean) => void}  opens or closes from elsewhere
 */
export function disclose(button, part, show) {
  const isOpen = () => button.getAttribute('aria-expanded') === 'true';

  /** @param {boolean} open */
  const set = (open) => {
    if (open === isOpen()) return;
    button.setAttribute('aria-expanded', String(open));
    show(open);
  };

  /** @param {EventTarget | null} target */
  const inside = (target) => target instanceof Node && (part.contains(target) || button.contains(target));

  button.addEventListener('click', () => set(!isOpen()));
  document.addEventListener('click', (event) => {
    if (isOpen() && !inside(event.target)) set(false);
  });
  part.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !inside(event.relatedTarget)) set(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !isOpen()) return;
    const had = inside(document.activeElement);
    set(false);
    if (had) button.focus();
  });
  return set;
}
