/**
 * Two tabs wrote in the same field: both texts are shown beside each other, at the field, and the learner chooses.
 * Until then the field keeps what was written here. Nothing is chosen for them.
 *
 * @typedef {import('./bind.js').Work} Work
 * @typedef {import('./clashes.js').Clash} Clash
 */

import { word } from '../dom/words.js';
import { controlsOf, inWords, isText, placeOf, valueOf } from '../dom/controls.js';
import { announce, button, inOwnLanguage, make, when } from '../dom/element.js';
import { joined } from '../dom/values.js';

let count = 0;

/**
 * @param {Work} work
 * @param {[clash: Clash | undefined, name: string][]} before  what came before this was loaded
 */
export function startConflicts(work, before) {
  /** @type {Map<string, { panel: HTMLElement, mine: HTMLElement }>} */
  const shown = new Map();

  /** @param {Clash | undefined} clash @param {string} name */
  const show = (clash, name) => {
    shown.get(name)?.panel.remove();
    shown.delete(name);
    const [control] = controlsOf(work.form, name);
    if (!clash || !control) return;
    const it = build(work, name, clash);
    placeOf(control).after(it.panel);
    shown.set(name, it);
    announce(word('conflict-title'));
  };
  for (const [clash, name] of before) show(clash, name);
  work.onClash(show);
  // What is written on meanwhile belongs to this side.
  work.onChange((names) => {
    for (const name of names) {
      const it = shown.get(name);
      if (it) it.mine.textContent = inWords(controlsOf(work.form, name)).join('\n');
    }
  });
}

/**
 * @param {Work} work
 * @param {string} name
 * @param {Clash} clash
 */
function build(work, name, { theirs, settle }) {
  const group = controlsOf(work.form, name);
  const focus = () => group[0].focus();
  const title = inOwnLanguage(make('p', 'conflict-title', word('conflict-title')));
  title.id = `conflict-${++count}`;
  const mine = make('p', 'conflict-text', inWords(group).join('\n') || word('unanswered'));
  const other = make('p', 'conflict-text', inWords(group, theirs.value).join('\n') || word('unanswered'));
  const ways = make(
    'p',
    'conflict-ways',
    button(
      word('keep-mine'),
      () => {
        settle(valueOf(group));
        focus();
      },
      'button small primary',
    ),
    ' ',
    button(
      word('keep-theirs'),
      () => {
        settle(theirs.value);
        focus();
      },
      'button small',
    ),
  );
  const both = group[0];
  if (isText(both) && (both instanceof HTMLTextAreaElement || both.type === 'text')) {
    ways.append(
      ' ',
      button(
        word('keep-both'),
        () => {
          const here = valueOf(group);
          const text = joined(String(theirs.value), String(here));
          settle(both instanceof HTMLTextAreaElement ? text : text.replaceAll('\n', ' '));
          focus();
        },
        'button small',
      ),
    );
  }
  const panel = make(
    'div',
    'conflict',
    title,
    inOwnLanguage(make('p', '', word('conflict-about'))),
    make(
      'div',
      'conflict-sides',
      side(word('conflict-mine'), mine),
      side(`${word('conflict-theirs')} ${when(theirs.at)}`, other),
    ),
    ways,
  );
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-labelledby', title.id);
  return { panel, mine };
}

/**
 * @param {string} label
 * @param {HTMLElement} text
 */
function side(label, text) {
  return make('div', 'conflict-side', inOwnLanguage(make('p', 'conflict-label', label)), text);
}
