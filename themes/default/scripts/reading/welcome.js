/**
 * What a newcomer needs to know, on the home page: folded away for good once it was read.
 */

import { apply, current, write } from '../settings/saved.js';

export function startWelcome() {
  const welcome = document.querySelector('details.welcome');
  if (!(welcome instanceof HTMLDetailsElement)) return;
  if (current().welcome === 'off') welcome.open = false;
  welcome.querySelector('[data-welcome-close]')?.addEventListener('click', () => {
    welcome.open = false;
    welcome.querySelector('summary')?.focus();
  });
  welcome.addEventListener('toggle', () => {
    const settings = { ...current(), welcome: welcome.open ? 'on' : 'off' };
    if (settings.welcome === current().welcome) return;
    apply(settings);
    write(settings);
  });
}
