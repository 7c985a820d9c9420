/**
 * A drawing fills its slide, and its legend a second one. If its words are too small to be read from ten metres then, what
 * it shows follows in words; where the page has no words for it, parts of the drawing follow, each enlarged until they
 * can be read.
 *
 * @typedef {{ x: number, y: number, width: number, height: number }} DrawingView  in units of the drawing
 */

const OVERLAP = 0.08; // of a part, on each side
const EDGE = 8; // units around what is shown

/**
 * The screens of a drawing.
 * @param {SVGSVGElement} svg  a copy
 * @param {HTMLElement} holder  has the size of a screen
 * @param {number} smallest  px of the smallest text
 * @param {boolean} hasWords  what it shows can follow in words
 * @returns {{ screens: Node[][], isLegible: boolean }}  `isLegible`: every word of it can be read on them
 */
export function screensOfFigure(svg, holder, smallest, hasWords) {
  holder.replaceChildren(svg);
  const room = { width: holder.clientWidth, height: holder.clientHeight };
  const legend = svg.querySelector('.dg-legend');
  const key = legend instanceof SVGGElement ? viewOf(legend) : undefined;
  const needed = smallest / smallestText(svg);
  if (legend instanceof SVGGElement) legend.style.display = 'none';
  const drawing = viewOf(svg);
  if (legend instanceof SVGGElement) legend.style.display = '';
  const [near, nearKeys] = [drawing, key].map((view) => (view ? parts(view, room, needed) : []));
  const isLegible = near.length + nearKeys.length === 0;
  const inWords = !isLegible && hasWords;
  const views = inWords ? [drawing] : [drawing, ...near.filter((view) => holds(svg, view))];
  const keys = inWords || !key ? [] : nearKeys.length > 0 ? nearKeys : [key];
  const isWhole = near.length > 0;
  const screens = [...views, ...keys].map((view, index) => {
    const part = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    if (isWhole && index === 0) part.dataset.overview = '';
    show(part, view, room);
    return [part];
  });
  holder.replaceChildren();
  return { screens, isLegible: isLegible || !hasWords };
}

/** @param {SVGGraphicsElement} element @returns {DrawingView} */
function viewOf(element) {
  const box = element.getBBox();
  return {
    x: box.x - EDGE,
    y: box.y - EDGE,
    width: box.width + 2 * EDGE,
    height: box.height + 2 * EDGE,
  };
}

/** Shows a part of a drawing as large as the room allows. @param {SVGSVGElement} svg @param {DrawingView} view @param {{ width: number, height: number }} room */
function show(svg, { x, y, width, height }, room) {
  const scale = Math.min(room.width / width, room.height / height);
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  svg.style.inlineSize = `${Math.floor(width * scale)}px`;
  svg.style.blockSize = `${Math.floor(height * scale)}px`;
  svg.style.maxInlineSize = 'none';
}

/** The parts of a view that have to be shown one by one; none if the whole is large enough. @param {DrawingView} view @param {{ width: number, height: number }} room @param {number} needed  px of a unit @returns {DrawingView[]} */
function parts({ x, y, width, height }, room, needed) {
  const size = { width: Math.min(width, room.width / needed), height: Math.min(height, room.height / needed) };
  const across = count(width, size.width);
  const down = count(height, size.height);
  if (across * down < 2) return [];
  return Array.from({ length: across * down }, (_, index) => ({
    ...size,
    x: x + (across > 1 ? ((width - size.width) * (index % across)) / (across - 1) : 0),
    y: y + (down > 1 ? ((height - size.height) * Math.floor(index / across)) / (down - 1) : 0),
  }));
}

/** How many parts cover a length. @param {number} length @param {number} part */
const count = (length, part) =>
  part >= length - 1 ? 1 : Math.ceil((length - part * OVERLAP) / (part * (1 - OVERLAP)));

/** The height of its smallest letters, in units of the drawing. @param {SVGSVGElement} svg */
function smallestText(svg) {
  const sizes = [...svg.querySelectorAll('text, tspan')]
    .filter((text) => (text.textContent ?? '').trim() !== '')
    .map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  return Math.min(1000, ...sizes.filter((size) => size > 0));
}

/** Whether there are words in a part. @param {SVGSVGElement} svg @param {DrawingView} view */
function holds(svg, view) {
  const at = svg.getScreenCTM()?.inverse();
  return [...svg.querySelectorAll('text')].some((text) => {
    const own = text.getScreenCTM();
    if (!at || !own) return true;
    const box = text.getBBox();
    const [from, to] = [new DOMPoint(box.x, box.y), new DOMPoint(box.x + box.width, box.y + box.height)].map((point) =>
      point.matrixTransform(at.multiply(own)),
    );
    return from.x < view.x + view.width && to.x > view.x && from.y < view.y + view.height && to.y > view.y;
  });
}
