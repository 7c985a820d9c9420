/**
 * The page "my answers": answers are listed, searched, exported, imported, printed, deleted. The template gives the tools
 * and an empty list; everything in the list is made here.
 *
 * @typedef {import('./store.js').Store} Store
 */

import { button, make } from '../dom/element.js';
import { loadScript, loadSheet } from '../dom/load.js';
import { word } from '../dom/words.js';
import { describe } from './describe.js';
import { dropOn } from './drop.js';
import { exportAs } from './export.js';
import { importFrom, importOf } from './import.js';
import { removeOne, switchShared, wipeAll } from './leave.js';
import { printAll } from './print.js';
import { openOwnStore } from './whose.js';
import { View } from './view.js';

export async function startAnswers() {
  const list = document.querySelector('[data-answers]');
  const tools = document.querySelector('[data-answers-tools]');
  if (!(list instanceof HTMLElement) || !(tools instanceof HTMLElement)) return;
  const status = tools.querySelector('[data-status]');
  /** @param {string} text */
  const say = (text) => {
    if (status) status.textContent = text;
  };
  list.append(make('p', 'answers-none', word('answers-loading')));

  const store = await openOwnStore();
  const view = new View(list, store);
  keepSaveLine(tools, store, view);
  store.onChange(() => view.later());
  startTools(tools, store, view, say);
  tools.hidden = false;
  await view.refresh();
}

/**
 * Answers of other courses of this id are kept apart; here they can be brought in.
 * @param {HTMLElement} place
 * @param {Store} store
 * @param {(act: () => Promise<string>) => Promise<void>} run
 */
async function showOthers(place, store, run) {
  place.replaceChildren(
    ...(await store.others()).map((other) => {
      const bring = button(
        word('whose-bring'),
        () => {
          void run(() => importOf(store, other));
        },
        'button small',
      );
      const banner = make(
        'div',
        'banner',
        make('p', '', word('whose-beside', { theirs: other.title, n: other.count })),
        make('p', 'banner-ways', bring),
      );
      banner.dataset.tone = 'info';
      return banner;
    }),
  );
}

/**
 * @param {HTMLElement} tools
 * @param {Store} store
 * @param {View} view
 * @param {(text: string) => void} say
 */
function startTools(tools, store, view, say) {
  let busy = false;
  /** One thing at a time: a second click while a file is being read must not start another. @param {() => Promise<string>} act */
  const run = async (act) => {
    if (busy) return;
    busy = true;
    say('');
    try {
      say(await act());
    } catch {
      say(word('answers-tool-failed'));
    } finally {
      busy = false;
    }
  };
  /** @param {string} name @param {() => Promise<string>} act */
  const on = (name, act) => {
    const button = tools.querySelector(`[data-${name}]`);
    button?.addEventListener('click', () => {
      void run(act);
    });
  };
  /** @param {'file' | 'markdown' | 'copy'} how */
  const out = async (how) => {
    await view.refresh();
    return exportAs(await view.collected(), how);
  };
  /** What is said of a change is said when the list shows it. @param {() => Promise<string>} act */
  const change = (act) =>
    run(async () => {
      const said = await act();
      await view.refresh();
      return said;
    });
  /** @param {File} file */
  const take = (file) => change(() => importFrom(store, file));

  void showOthers(view.others, store, change);
  on('export', () => out('file'));
  on('export-markdown', () => out('markdown'));
  on('copy', () => out('copy'));
  on('print', async () => {
    const all = await view.collected();
    if (all.works.length === 0) return word('export-none');
    say(word('print-preparing'));
    await printAll(all, view.box);
    return '';
  });
  tools.querySelector('[data-wipe]')?.addEventListener('click', () => {
    void change(() => wipeAll(store, () => out('file')));
  });
  view.onRemove((which) => {
    void change(() => removeOne(store, which));
  });

  startLearning(async () => {
    await view.refresh();
    return view.collected();
  });
  startFinish(tools);
  startImport(tools, take);
  dropOn(document.body, (files) => {
    if (files.length > 1) say(word('import-several'));
    else void take(files[0]);
  });
  startShared(tools, store, change);
}

/** The record of learning: its script is loaded when it is opened. @param {() => Promise<import('./collect.js').Collected>} collected */
function startLearning(collected) {
  const section = document.querySelector('[data-learning]');
  const place = section?.querySelector('.learning-choices');
  const open = section?.querySelector('[data-learning-open]');
  if (!(section instanceof HTMLElement) || !(place instanceof HTMLElement) || !open) return;
  section.hidden = false;
  open.addEventListener('click', async () => {
    const assets = `${document.documentElement.dataset.base ?? ''}assets/`;
    try {
      if (!Reflect.get(globalThis, 'mitateLearning'))
        await Promise.all([loadScript(`${assets}learning.js`), loadSheet(`${assets}learning.css`)]);
      /** @type {(place: HTMLElement, collected: import('./collect.js').Collected) => Promise<void>} */
      const openLearning = Reflect.get(globalThis, 'mitateLearning');
      await openLearning(place, await collected());
    } catch {
      place.replaceChildren(make('p', 'answer-status', word('learning-failed')));
    }
  });
}

/** The link "finish and delete" of every page leads here: it asks at once. @param {HTMLElement} tools */
function startFinish(tools) {
  const finish = () => {
    if (location.hash !== '#finish') return;
    try {
      history.replaceState(history.state, '', location.pathname + location.search);
    } catch {
      // A reload asks again.
    }
    const wipe = tools.querySelector('button[data-wipe]');
    if (wipe instanceof HTMLElement) wipe.click();
  };
  addEventListener('hashchange', finish);
  finish();
}

/** @param {HTMLElement} tools @param {(file: File) => Promise<void>} take */
function startImport(tools, take) {
  const input = tools.querySelector('input[data-import]');
  if (input instanceof HTMLInputElement) {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      // Emptied, so that the same file can be chosen again.
      if (file)
        void take(file).finally(() => {
          input.value = '';
        });
    });
  }
}

/** @param {HTMLElement} tools @param {Store} store @param {(act: () => Promise<string>) => Promise<void>} change */
function startShared(tools, store, change) {
  const shared = tools.querySelector('input[data-shared]');
  if (shared instanceof HTMLInputElement) {
    shared.addEventListener('change', () => {
      void change(() => switchShared(store, shared.checked)).finally(() => {
        shared.checked = store.state.shared;
      });
    });
  }
  const wipe = tools.querySelector('button[data-wipe]');
  const words = wipe?.textContent ?? '';
  store.onState((state) => {
    if (shared instanceof HTMLInputElement) shared.checked = state.shared;
    if (wipe) wipe.textContent = state.shared ? word('finish') : words;
  });
}

/** @param {HTMLElement} tools @param {Store} store @param {View} view */
function keepSaveLine(tools, store, view) {
  const line = tools.querySelector('[data-save-line]');
  if (!(line instanceof HTMLElement)) return;
  const update = () => {
    const { name, words } = describe(store.state, view.written());
    line.dataset.state = name;
    line.textContent = words();
  };
  store.onState(update);
  view.onRead(update);
}
