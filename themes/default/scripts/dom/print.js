/** Printing in one of several ways: the root says which (`data-print`), for the style sheets. */

/**
 * @param {string} how
 * @param {() => void} [back]  when it is over
 */
export function printAs(how, back) {
  const root = document.documentElement;
  root.dataset.print = how;
  const end = () => {
    for (const name of ENDS) removeEventListener(name, end);
    delete root.dataset.print;
    back?.();
  };
  // Some browsers return from print() at once and report its end; some never report it, but then the reader comes back.
  for (const name of ENDS) addEventListener(name, end);
  print();
}

const ENDS = ['afterprint', 'pointerdown', 'keydown'];
