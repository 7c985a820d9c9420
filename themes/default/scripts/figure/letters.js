/** Whether letters are shown for names. @param {Element} svg */
export function isLettered(svg) {
  const letter = svg.querySelector('.dg-letter');
  return letter !== null && getComputedStyle(letter).display !== 'none';
}
