/**
 * Blanks in a text: Enter leads to the next one, and from the last to the button. The Enter that ends a composition
 * of an input method does not.
 */

/** @type {import('../../scripts/work/kind.js').Kind} */
export const cloze = {
  start({ form }) {
    form.addEventListener('keydown', (event) => {
      if (
        event.key !== 'Enter' ||
        event.isComposing ||
        event.keyCode === 229 ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey
      )
        return;
      const gaps = [...form.querySelectorAll('[data-attempt] .gap :is(input, select)')].filter(
        (gap) => gap instanceof HTMLElement,
      );
      const at = gaps.findIndex((gap) => gap === event.target);
      if (at < 0 || gaps[at] instanceof HTMLSelectElement) return;
      event.preventDefault();
      const next =
        gaps[at + (event.shiftKey ? -1 : 1)] ?? (event.shiftKey ? gaps[0] : form.querySelector('button[data-look]'));
      if (!(next instanceof HTMLElement)) return;
      next.focus();
      if (next instanceof HTMLInputElement) next.select();
    });
  },
};
