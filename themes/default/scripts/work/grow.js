/**
 * Text areas that grow with what is written in them. They never shrink under the hand that writes: only when another
 * text is put in.
 */

/** @param {HTMLTextAreaElement} area */
function tooSmall(area) {
  return area.clientHeight > 0 && area.scrollHeight > area.clientHeight;
}

/** @param {HTMLTextAreaElement} area  whose text has grown by a little */
export function grow(area) {
  if (!tooSmall(area)) return;
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

/**
 * Fits all text areas below an element; looks at the layout twice, however many there are.
 * @param {ParentNode} root
 */
export function fit(root) {
  const areas = [...root.querySelectorAll('textarea')];
  for (const area of areas) if (area.style.height) area.style.height = '';
  const heights = areas.map((area) => (tooSmall(area) ? area.scrollHeight + area.offsetHeight - area.clientHeight : 0));
  areas.forEach((area, i) => {
    if (heights[i]) area.style.height = `${heights[i]}px`;
  });
}

/** Keeps them fitting when the page changes its width. @param {HTMLElement} root */
export function startGrowing(root) {
  let width = root.clientWidth;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    fit(root);
  }).observe(root);
}
