/**
 * The sentences of the case: one tab stop, arrow keys between them; the number (or the sentence) opens a row of buttons
 * below its paragraph that file it under a hypothesis.
 *
 * @typedef {import('./evidence.js').Side} Side
 * @typedef {import('./evidence.js').Evidence} Evidence
 * @typedef {object} Host
 * @property {() => { n: number, say: string }[]} hypotheses  those that are shown
 * @property {(n: number, side: Side, evidence: Evidence) => void} file
 * @property {(id: string) => { n: number, side: Side }[]} filed
 */

import { word } from '../../scripts/dom/words.js';
import { words } from '../../scripts/dom/controls.js';
import { button, make, short } from '../../scripts/dom/element.js';
import { SIDES } from './evidence.js';

/** @param {ParentNode} root @returns {HTMLElement[]} */
export const sentencesIn = (root) =>
  [...root.querySelectorAll('.ledger-case .s[data-s]')].filter((it) => it instanceof HTMLElement);

/** "2-14": its stage and its number there, by id. @param {ParentNode} root @returns {Map<string, string>} */
export function numbersIn(root) {
  /** @type {Map<string, string>} */
  const numbers = new Map();
  for (const stage of root.querySelectorAll('.ledger-case [data-stage]')) {
    if (!(stage instanceof HTMLElement)) continue;
    [...stage.querySelectorAll('.s[data-s]')].forEach((sentence, i) => {
      if (sentence instanceof HTMLElement) numbers.set(sentence.dataset.s ?? '', `${stage.dataset.stage}-${i + 1}`);
    });
  }
  return numbers;
}

/**
 * @param {HTMLElement} root
 * @param {Host} host
 * @returns {() => void}  shows anew what is filed
 */
export function startPassage(root, host) {
  const sentences = sentencesIn(root);
  const numbers = numbersIn(root);
  const attempt = root.closest('fieldset');
  /** @type {{ at: HTMLElement, panel: HTMLElement } | undefined} */
  let open;

  /** @param {HTMLElement} sentence */
  const pickOf = (sentence) => /** @type {HTMLElement} */ (sentence.querySelector('.s-pick'));
  const close = (back = false) => {
    if (!open) return;
    open.panel.remove();
    pickOf(open.at).setAttribute('aria-expanded', 'false');
    if (back) pickOf(open.at).focus();
    open = undefined;
  };

  /** @param {HTMLElement} sentence */
  const show = (sentence) => {
    if (attempt?.disabled) return;
    const same = open?.at === sentence;
    close();
    if (same) return;
    const id = sentence.dataset.s ?? '';
    const n = numbers.get(id) ?? '';
    const title = make('p', 's-panel-title', word('ledger-picked', { n }));
    title.id = `${root.closest('form')?.dataset.answer?.replace('/', '-')}-pick`;
    const rows = host.hypotheses().map((it) => {
      const name = make(
        'span',
        's-panel-name',
        `${word('ledger-hypothesis', { n: it.n })}${it.say ? `　${short(it.say, 22)}` : ''}`,
      );
      return make(
        'p',
        's-panel-row',
        name,
        ...SIDES.map((side) => {
          const label = word(side === 'for' ? 'ledger-supports' : 'ledger-contradicts');
          const way = button(
            label,
            () => {
              host.file(it.n, side, { words: words(sentence), id });
            },
            'button small',
          );
          way.setAttribute('aria-label', `${word('ledger-hypothesis', { n: it.n })} ${label}`);
          way.dataset.file = `${side}.${it.n}`;
          return way;
        }),
      );
    });
    const panel = make(
      'div',
      's-panel',
      title,
      ...rows,
      make(
        'p',
        '',
        button(word('ledger-pick-close'), () => close(true), 'button small'),
      ),
    );
    panel.setAttribute('role', 'group');
    panel.setAttribute('aria-labelledby', title.id);
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close(true);
    });
    const block = sentence.closest('p');
    if (block)
      block.after(panel); // a paragraph holds no block
    else sentence.parentElement?.append(panel);
    open = { at: sentence, panel };
    pickOf(sentence).setAttribute('aria-expanded', 'true');
    update();
    panel.querySelector('button')?.focus({ preventScroll: true });
    panel.scrollIntoView({ block: 'nearest' });
  };

  const update = () => {
    for (const sentence of sentences) {
      const filed = host.filed(sentence.dataset.s ?? '');
      const marks = filed.map(({ n, side }) => word(`ledger-mark-${side}`, { n })).join(' ');
      sentence.toggleAttribute('data-filed', marks !== '');
      const mark = sentence.querySelector('.s-mark');
      if ((mark?.textContent ?? '') === marks) continue;
      mark?.remove();
      if (marks) sentence.append(make('span', 's-mark', marks));
    }
    for (const way of open?.panel.querySelectorAll('[data-file]') ?? []) {
      if (!(way instanceof HTMLElement)) continue;
      const filed = host.filed(open?.at.dataset.s ?? '').some(({ n, side }) => way.dataset.file === `${side}.${n}`);
      way.setAttribute('aria-pressed', String(filed));
    }
  };

  sentences.forEach((sentence, i) => {
    const n = numbers.get(sentence.dataset.s ?? '') ?? '';
    const pick = button(n, () => {}, 's-pick');
    pick.setAttribute('aria-label', word('ledger-pick', { n }));
    pick.setAttribute('aria-expanded', 'false');
    pick.tabIndex = i === 0 ? 0 : -1;
    sentence.prepend(pick);
    sentence.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a')) return;
      // Words may have been marked to be copied.
      if (target !== pick && document.getSelection()?.isCollapsed === false) return;
      show(sentence);
    });
  });
  root.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches('.s-pick')) return;
    const at = sentences.findIndex((sentence) => pickOf(sentence) === target);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: sentences.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : sentences[to];
    if (!next) return;
    event.preventDefault();
    pickOf(next).focus();
  });
  root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches('.s-pick')) return;
    for (const sentence of sentences) pickOf(sentence).tabIndex = pickOf(sentence) === target ? 0 : -1;
  });
  return update;
}
