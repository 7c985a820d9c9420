/**
 * Above a form: which of its copies is shown, beginning another one, printing it filled or blank.
 *
 * @typedef {import('../work/bind.js').Work} Work
 */

import { MAX_SHEETS } from '../answers/record.js';
import { word } from '../dom/words.js';
import { announce, button, day, make } from '../dom/element.js';
import { printAs } from '../dom/print.js';
import { mirror } from '../work/paper.js';

/** @param {Work} work */
export function startTools(work) {
  const tools = work.form.querySelector('[data-sheet-tools]');
  if (!(tools instanceof HTMLElement)) return;
  tools.hidden = false;
  const sheets = tools.querySelector('[data-sheets]');
  if (sheets instanceof HTMLElement) startSheets(work, sheets);
  tools.querySelector('[data-print]')?.addEventListener('click', () => print());
  tools.querySelector('[data-print-blank]')?.addEventListener('click', () => printBlank(work.form));
}

/**
 * @param {Work} work
 * @param {HTMLElement} place
 */
function startSheets(work, place) {
  const select = make('select', 'write');
  const pick = make('label', 'sheet-pick', word('sheet-pick'), ' ', select);
  const begin = button(
    word('sheet-new'),
    async () => {
      await work.opened;
      const next = Math.max(work.sheet(), ...work.sheets().keys()) + 1;
      work.turn(next);
      announce(word('sheet-begun', { n: next }));
    },
    'button small',
  );
  begin.dataset.newSheet = '';
  select.addEventListener('change', () => {
    work.turn(Number(select.value));
    announce(select.selectedOptions[0]?.textContent ?? '');
  });

  const update = () => {
    const known = [...new Set([...work.sheets().keys(), work.sheet()])].sort((a, b) => a - b);
    select.replaceChildren(
      ...known.map((n) => {
        const begun = work.sheets().get(n)?.get('@begun')?.value;
        const at = typeof begun === 'string' && begun !== '' ? day(begun) : '';
        const option = new Option(at ? word('sheet-name', { n, when: at }) : word('sheet-n', { n }), String(n));
        option.selected = n === work.sheet();
        return option;
      }),
    );
    pick.hidden = known.length < 2;
    // An empty copy is the new one already.
    begin.disabled = work.sheet() >= MAX_SHEETS || (!work.answered(work.form) && document.activeElement !== begin);
  };
  place.replaceChildren(pick, ' ', begin);
  work.onChange(update);
  work.onStored(update);
  work.onRefresh(update);
  update();
}

/** @param {HTMLElement} form */
function printBlank(form) {
  const conditional = [...form.querySelectorAll('[data-when]')].filter(
    (field) => field instanceof HTMLElement && field.hidden,
  );
  for (const field of conditional) field.removeAttribute('hidden');
  for (const paper of form.querySelectorAll('.paper')) paper.textContent = '';
  printAs('blank', () => {
    for (const field of conditional) field.setAttribute('hidden', '');
    mirror(form);
  });
}
