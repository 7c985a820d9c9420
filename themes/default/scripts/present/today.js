/** A button that writes the day of today into the minutes: the day on which a meeting is held is nearly always that one. */

import { button } from '../dom/element.js';
import { word } from '../dom/words.js';

export function startToday() {
  const input = document.querySelector('.minutes-part input[type="date"][name="date"]');
  if (!(input instanceof HTMLInputElement)) return;
  const write = () => {
    const now = new Date();
    const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
    input.value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    for (const name of ['input', 'change']) input.dispatchEvent(new Event(name, { bubbles: true }));
  };
  const today = button(word('minutes-today'), write, 'button small');
  today.dataset.today = '';
  const [label] = input.labels ?? [];
  label.id ||= `${input.id}-label`;
  today.id = `${input.id}-today`;
  today.setAttribute('aria-labelledby', `${today.id} ${label.id}`);
  input.after(' ', today);
}
