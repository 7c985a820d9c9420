/** The buttons below what is projected: shown while the pointer moves or one of them has the focus. */

const STAYS = 4000; // ms after the pointer moved

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

export function startBar() {
  for (const name of /** @type {const} */ (['pointermove', 'pointerdown'])) document.addEventListener(name, showBar);
  showBar();
}

export function stopBar() {
  for (const name of /** @type {const} */ (['pointermove', 'pointerdown'])) document.removeEventListener(name, showBar);
  clearTimeout(timer);
  delete document.documentElement.dataset.bar;
}

function showBar() {
  document.documentElement.dataset.bar = '';
  clearTimeout(timer);
  timer = setTimeout(() => {
    delete document.documentElement.dataset.bar;
  }, STAYS);
}
