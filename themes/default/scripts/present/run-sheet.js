/** The run sheet shows the clock times of its steps once the facilitator has typed when the meeting begins. */

import { kept } from './kept.js';
import { clock, minutesOf } from '../slides/clock.js';

export function startRunSheet() {
  const table = document.querySelector('[data-run]');
  const input = document.querySelector('[data-start]');
  if (!(table instanceof HTMLElement) || !(input instanceof HTMLInputElement)) return;
  const store = kept(table.dataset.run ?? '');
  const cells = [...table.querySelectorAll('[data-from]')]
    .filter((cell) => cell instanceof HTMLElement)
    .map((cell) => ({
      cell,
      plain: cell.textContent ?? '',
      from: Number(cell.dataset.from),
      to: Number(cell.dataset.to),
    }));
  const links = [...document.querySelectorAll('[data-to-present]')].filter((it) => it instanceof HTMLAnchorElement);

  const update = () => {
    const start = minutesOf(input.value);
    for (const { cell, plain, from, to } of cells) {
      cell.textContent = start === undefined ? plain : `${clock(start + from)}–${clock(start + to)}`;
    }
    // On local files the projected window may not see what this page stores.
    for (const link of links) link.hash = start === undefined ? '' : `start=${input.value}`;
  };
  const before = store.read().start;
  if (typeof before === 'string' && minutesOf(before) !== undefined) input.value = before;
  input.addEventListener('input', () => {
    store.write({ start: input.value });
    update();
  });
  for (const tools of document.querySelectorAll('[data-run-tools]')) tools.removeAttribute('hidden');
  update();
}
