/**
 * A whole module on paper: its front page, then each of its pages, in their order. Only a course that is one file has them all at hand.
 * The pages are there while it prints, and are as they come: without what the reader has written.
 */

import { printAs } from '../dom/print.js';
import { composed } from './page.js';
import { placeOf } from './places.js';

/** @param {import('./files.js').CourseFiles} files */
export function startModule(files) {
  const tools = document.querySelector('[data-print-module]');
  if (!(tools instanceof HTMLElement)) return;
  tools.hidden = false;
  tools.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('button')) void print(files);
  });
}

/** @param {import('./files.js').CourseFiles} files */
async function print(files) {
  const whole = Object.assign(document.createElement('div'), { className: 'whole-module' });
  const sheets = new Set([...document.querySelectorAll('style')].map(({ textContent }) => textContent));
  for (const link of document.querySelectorAll('.leaves .leaf h3 a')) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const page = new DOMParser().parseFromString(await composed(placeOf(link.href).path, files), 'text/html');
    for (const { textContent } of page.querySelectorAll('style')) {
      if (sheets.has(textContent)) continue;
      sheets.add(textContent);
      whole.append(Object.assign(document.createElement('style'), { textContent }));
    }
    const main = page.querySelector('main');
    for (const one of main?.querySelectorAll('script, template') ?? []) one.remove();
    const part = Object.assign(document.createElement('div'), { className: 'main' });
    part.append(...(main?.childNodes ?? []));
    whole.append(document.adoptNode(part));
  }
  document.body.append(whole);
  await Promise.allSettled([...whole.querySelectorAll('img')].map((image) => image.decode()));
  printAs('module', () => whole.remove());
}
