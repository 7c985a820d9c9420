/** Printing in one of several ways: the root says which (`data-print`), for the style sheets. */

/**
 * @param {string} how
 * @param {() => void} [back]  when it is over
 */
export function printAs(how, back) {
  const root = document.documentElement;
  root.dataset.print = how;
  oncePrinted(() => {
    delete root.dataset.print;
    back?.();
  });
  print();
}

/** Some browsers return from print() at once and report its end; some never report it, but then the reader comes back. */
const ENDS = ['afterprint', 'pointerdown', 'keydown'];

/** Calls when the printing that begins now is over. @param {() => void} back */
export function oncePrinted(back) {
  const end = () => {
    for (const name of ENDS) removeEventListener(name, end);
    back();
  };
  for (const name of ENDS) addEventListener(name, end);
}
