/**
 * The course's contents: a drawer on a narrow screen, and everywhere scrolled so that the present page is in view.
 */

import { disclose } from '../dom/disclose.js';

export function startContents() {
  const contents = document.getElementById('contents');
  if (!contents) return;
  reveal(contents);

  const button = document.querySelector('button.menu-button');
  if (!(button instanceof HTMLButtonElement)) return;
  const set = disclose(button, contents, (open) => {
    contents.toggleAttribute('data-open', open);
    if (open) document.documentElement.dataset.drawer = 'open';
    else delete document.documentElement.dataset.drawer;
    if (open) reveal(contents);
  });
  contents.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[href]')) set(false);
  });
}

/**
 * Scrolls inside the contents only; `scrollIntoView` would move the page as well.
 * @param {HTMLElement} contents
 */
function reveal(contents) {
  const here = contents.querySelector('[aria-current="page"]');
  if (!here) return;
  const item = here.getBoundingClientRect();
  const box = contents.getBoundingClientRect();
  if (item.top < box.top || item.bottom > box.bottom) {
    contents.scrollTop += item.top - box.top - contents.clientHeight / 3;
  }
}
