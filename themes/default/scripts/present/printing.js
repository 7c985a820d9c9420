/**
 * Prints one part of a meeting's page: the run sheet, the cards, the minutes. Cards are closed on the screen, since no one is
 * to read another's; on paper each is open.
 */

export function startPrinting() {
  const root = document.documentElement;
  if (root.dataset.kind !== 'meeting') return;

  /** @param {string} part */
  const only = (part) => {
    root.dataset.part = part;
  };
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-print-part], [data-of-part]') : null;
      if (!(button instanceof HTMLElement)) return;
      // In the capture phase: the form's own buttons print when the click reaches them.
      only(button.dataset.printPart ?? button.dataset.ofPart ?? '');
      if (button.dataset.printPart) print();
    },
    { capture: true },
  );

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener('beforeprint', () => {
    const slips = [...document.querySelectorAll('details.role-slip')];
    for (const slip of slips.filter((it) => it instanceof HTMLDetailsElement)) {
      if (slip.open) continue;
      slip.open = true;
      opened.push(slip);
    }
  });
  addEventListener('afterprint', () => {
    for (const slip of opened) slip.open = false;
    opened = [];
    delete root.dataset.part;
  });
}
