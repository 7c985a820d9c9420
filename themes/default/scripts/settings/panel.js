/**
 * The settings menu: a button that opens a panel of radio groups. A choice holds at once, is saved, and is taken
 * over by other open tabs of the course.
 */

import { disclose } from '../dom/disclose.js';
import { startCarrying } from './carry.js';
import { NAMES, apply, current, read, storageKey, write } from './saved.js';

export function startSettings() {
  startCarrying();
  const button = document.querySelector('button.settings-button');
  const panel = document.getElementById('settings');
  if (!(button instanceof HTMLButtonElement) || !panel) return;

  disclose(button, panel, (open) => {
    panel.hidden = !open;
  });

  panel.addEventListener('change', (event) => {
    const radio = event.target;
    if (!(radio instanceof HTMLInputElement) || radio.type !== 'radio') return;
    const name = NAMES.find((known) => known === radio.name);
    if (!name) return;
    const settings = { ...current(), [name]: radio.value };
    apply(settings);
    const note = panel.querySelector('[data-settings-note]');
    if (note instanceof HTMLElement) note.hidden = write(settings);
    else write(settings);
  });

  const follow = () => {
    apply(read());
    check(panel);
  };
  addEventListener('storage', (event) => {
    if (event.key === storageKey()) follow();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) follow();
  });
  // A setting made just before a link was followed may be stored only after this page first read the storage.
  follow();
}

/**
 * Makes the radio buttons say what is in force; a group with nothing saved falls back to the markup's default.
 * @param {HTMLElement} panel
 */
function check(panel) {
  const settings = current();
  for (const radio of panel.querySelectorAll('input[type="radio"]')) {
    if (!(radio instanceof HTMLInputElement)) continue;
    const value = settings[/** @type {import('./saved.js').Name} */ (radio.name)];
    radio.checked = value === undefined ? radio.defaultChecked : radio.value === value;
  }
}
