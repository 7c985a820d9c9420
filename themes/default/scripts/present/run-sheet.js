/** The run sheet shows the clock times of its steps once the facilitator has typed when the meeting begins. */

import { kept } from './kept.js';

const DAY = 24 * 60;

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

  const update = () => {
    const start = minutesOf(input.value);
    for (const { cell, plain, from, to } of cells) {
      cell.textContent = start === undefined ? plain : `${clock(start + from)}–${clock(start + to)}`;
    }
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

/**
 * The minutes since midnight; undefined for what is no time of day.
 * @param {string} text
 */
export function minutesOf(text) {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** @param {number} minutes  since midnight; past the next one it begins again */
export function clock(minutes) {
  const at = ((minutes % DAY) + DAY) % DAY;
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
