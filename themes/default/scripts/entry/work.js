/**
 * Entry of assets/work.js, loaded with `defer` on pages that have forms. It binds every form of the page to the store of
 * answers and gives it what native controls lack. Without it the forms can be read, printed and written on by hand.
 * What is typed before the store is open is not lost: the binder holds it.
 */

import { PLACE, turnOf } from '../answers/turns.js';
import { ownStore } from '../answers/whose.js';
import { word } from '../dom/words.js';
import { kinds } from 'exercise:kinds';
import { startCarried } from '../worksheet/carried.js';
import { startLost } from '../worksheet/lost.js';
import { startMinutes } from '../worksheet/minutes.js';
import { startRows } from '../worksheet/rows.js';
import { startTools } from '../worksheet/tools.js';
import { startWhen } from '../worksheet/when.js';
import { startAttempt } from '../work/attempt.js';
import { Work } from '../work/bind.js';
import { startClearing } from '../work/choices.js';
import { controlsOf } from '../dom/controls.js';
import { announce } from '../dom/element.js';
import { startDrawing } from '../work/drawn.js';
import { fit, grow, startGrowing } from '../work/grow.js';
import { startNames } from '../work/names.js';
import { mirror, mirrorOne } from '../work/paper.js';
import { comeBack, startPlace } from '../work/place.js';
import { startSaveLine } from '../work/save-line.js';
import { startSheet } from '../work/sheet.js';
import { load, transferOf } from '../work/transfer.js';
import { startWord } from '../work/word.js';

async function startWork() {
  const works = [...document.querySelectorAll('form.answer[data-answer]')]
    .filter((form) => form instanceof HTMLFormElement)
    .map((form) => startOne(form));
  if (works.length === 0) return;

  const store = ownStore();
  keepAtLeave(store, works);
  for (const work of works) startMinutes(work, store);
  await store.open();
  store.onChange((change) => {
    if (!change) return void Promise.all(works.map((work) => work.refresh()));
    const mine = works.filter(({ key }) => key === change.key);
    for (const work of works) if (work.key !== change.key) work.elsewhere();
    const taken = mine.map((work) => work.receive(change)).every(Boolean);
    const isShown = mine.some((work) => work.sheet() === change.sheet && work.form.contains(document.activeElement));
    if (taken && isShown && !change.field.startsWith('@')) announce(word('changed-elsewhere'));
    return taken;
  });
  store.onRenew(() => {
    for (const work of works) work.renew();
  });

  await Promise.all(works.map((work) => work.begin(store)));
  // What is stored is not known before: a line would say for a moment that nothing was written.
  const lines = works.map((work) => startSaveLine(work, () => store.state, transferOf(store, work.form)));
  store.onState(() => {
    for (const update of lines) update();
  });
  comeBack(works);
  void startNames(store, works);
  await Promise.all(works.map((work) => work.saved()));
  store.early.keep([]);
}

/**
 * What was written is kept when the page is left, also before the store is open.
 * @param {import('../answers/store.js').Store} store  not open yet
 * @param {Work[]} works
 */
function keepAtLeave(store, works) {
  const keepPlace = startPlace(works, async () => {
    const places = await store.some((address) => address.endsWith(`/${PLACE}`));
    return Math.max(0, ...places.map(([, { value }]) => turnOf(value)));
  });
  /** False if something would be lost. */
  const leave = () => {
    const isKept = store.early.keep(works.flatMap((work) => work.early()));
    for (const work of works) work.save(true);
    keepPlace();
    return store.flush() && isKept;
  };
  // In the capture phase: the store journals what is pending after us.
  addEventListener('pagehide', leave, { capture: true });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') leave();
    },
    { capture: true },
  );
  addEventListener('beforeunload', (event) => {
    if (!leave() || (store.state.error && works.some((work) => work.touched()))) event.preventDefault();
  });
}

/**
 * Remarks on what is written are loaded when something is written that may want one.
 * @param {Work} work
 */
function startRemarks(work) {
  let isLoading = false;
  work.onChange((names, by) => {
    if (
      isLoading ||
      (by !== 'learner' && !names.some((name) => /[0-9０-９@＠]/.test([work.value(name)].flat().join())))
    )
      return;
    isLoading = true;
    load()
      .then((transfer) => transfer.startRemarks(work))
      .catch(() => {
        isLoading = false;
      });
  });
}

/**
 * Two versions of one field: rare, and loaded when they come.
 * @param {Work} work
 */
function startClashes(work) {
  /** @type {[clash: import('../work/clashes.js').Clash | undefined, name: string][] | undefined} */
  let waiting = [];
  work.onClash((clash, name) => {
    if (!waiting) return;
    waiting.push([clash, name]);
    if (waiting.length > 1) return;
    void load().then((transfer) => {
      const before = waiting ?? [];
      waiting = undefined;
      transfer.startConflicts(work, before);
    });
  });
}

/** @param {HTMLFormElement} form */
function startOne(form) {
  const work = new Work(form);
  const kind = kinds[form.dataset.kind ?? ''] ?? {};
  startAttempt(work, kind); // first: it keeps a copy of the form as it is
  startDrawing(work);
  startRows(work);
  if (form.querySelector('[data-attempt]')) kind.start?.(work);
  startWhen(work);
  // assets/sequence.js, on pages whose form is filled again and again
  const sequence = Reflect.get(globalThis, 'mitateSequence');
  if (typeof sequence === 'function') sequence(work);
  startClearing(work);
  startClashes(work);
  startRemarks(work);
  startTools(work);
  startSheet(work);
  startWord(work);
  startLost(work, kind);
  startCarried(work);
  mirror(form);
  startGrowing(form);
  work.onChange((names, by) => {
    if (by === 'sheet') {
      mirror(form);
      fit(form);
      return;
    }
    for (const name of names) {
      for (const control of controlsOf(form, name)) {
        if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) continue;
        mirrorOne(control);
        if (control instanceof HTMLTextAreaElement) grow(control);
      }
    }
  });
  return work;
}

void startWork();
