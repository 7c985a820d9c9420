/**
 * A drawing of a page as a picture of its own: the page's styles are written into it, and what is not shown is left out.
 *
 * Must not know: where it goes.
 */

import { isLettered } from './letters.js';

/** What a drawing takes from the sheet. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const SHARP = 2; // dots for each px
const LARGEST = 8000; // dots: more than browsers draw

/**
 * SVG that looks the same without the page. If letters replace names, it contains no name.
 * @param {SVGSVGElement} svg
 * @returns {string}
 */
export function standalone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [from, to] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  from.forEach((element, i) => {
    const styles = getComputedStyle(element);
    if (styles.display === 'none') to[i].setAttribute('data-out', '');
    if (element.tagName === 'title' || element.tagName === 'desc' || element.tagName === 'g') return;
    for (const name of STYLES) {
      const value = styles.getPropertyValue(name);
      if (value) to[i].setAttribute(name, value);
    }
  });
  const lettered = isLettered(svg);
  for (const element of copy.querySelectorAll(lettered ? '[data-out], title, desc' : '[data-out]')) element.remove();
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', groundOf(svg)],
  ])
    ground.setAttribute(name, value);
  copy.insertBefore(ground, copy.querySelector(':scope > :not(title, desc)'));
  return new XMLSerializer().serializeToString(copy);
}

/** The colour behind a drawing. @param {Element} svg */
function groundOf(svg) {
  for (let element = /** @type {Element | null} */ (svg); element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if (colour && colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour;
  }
  return '#fff';
}

/**
 * @param {string} svg
 * @param {number} width
 * @param {number} height
 * @returns {Promise<Blob | null>}  null if the browser cannot
 */
export async function pngOf(svg, width, height) {
  const image = new Image();
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await loaded;
    const canvas = document.createElement('canvas');
    const sharp = Math.min(SHARP, LARGEST / width, LARGEST / height);
    [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
  } catch {
    return null;
  }
}
