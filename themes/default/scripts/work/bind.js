/**
 * Binds the controls of one form to the store: what is typed is saved a moment later, when the composition of an
 * input method ends, when the field is left, and when the page goes; what another tab wrote appears in the fields
 * that no one is writing in. A value is never rewritten under the hand that writes it.
 *
 * Knows no kind of exercise. They listen (`onChange`), and speak for the learner (`set`).
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {import('./held.js').Entries} Entries
 * @typedef {import('./held.js').FormStore} FormStore
 * @typedef {import('../answers/store.js').Changed} Changed
 *
 * @typedef {'learner' | 'store' | 'sheet'} By  who changed the values; 'sheet': another sheet is shown
 */

import { controlsIn, controlsOf, fits, isAnswered, isChanged, isUnfinished, valueOf, write } from '../dom/controls.js';
import { announce } from '../dom/element.js';
import { incoming, same } from '../dom/values.js';
import { word } from '../dom/words.js';
import { Clashes } from './clashes.js';
import { Held } from './held.js';
import { signal } from './signal.js';
import { hearTyping } from './typing.js';

const PAUSE = 300; // ms without a key before a text is saved

export class Work {
  form;
  key;
  /** Resolves when the answers are there. @type {Promise<void>} */
  opened;
  #begun = () => {};
  #touched = false;
  /** Changed here, not put yet. @type {Set<string>} */
  #dirty = new Set();
  /** The sheet that was begun here, and nothing of it is put yet; 0 for none. */
  #blank = 0;
  /** Put on the sheet that is shown. @type {Set<string>} */
  #own = new Set();
  /** Changed elsewhere while it was being written here. @type {Set<string>} */
  #missed = new Set();
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #timers = new Map();
  #composing;
  #held;
  #clashes;

  /** @type {import('./signal.js').Signal<[names: string[], by: By]>} */
  #changed = signal();
  /** @type {import('./signal.js').Signal<[fields: Entries]>} */
  #preparing = signal();
  /** @type {import('./signal.js').Signal<[]>} */
  #refreshed = signal();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.key = form.dataset.answer ?? '';
    this.opened = new Promise((resolve) => {
      this.#begun = resolve;
    });
    this.#held = new Held(this.key, {
      // Which sheet will be shown is not known before the store is open: what is typed until then may belong to any.
      busy: (at, name) =>
        (at === this.sheet() || !this.#held.store) &&
        (this.#dirty.has(name) || this.#clashes.has(name) || this.#composing() === name),
      confirmed: (name, done) => this.#confirmed(name, done),
    });
    this.#clashes = new Clashes(this.#held, {
      value: (name) => this.value(name),
      settled: (name, value) => this.#settled(name, value),
      stored: (name) => this.#chosen(name),
      failed: (name) => this.#dirty.add(name),
    });
    this.#composing = hearTyping(form, {
      wrote: (name, goesOn) => this.#wrote(name, goesOn),
      changed: (name) => {
        if (!this.#dirty.has(name) && !same(this.value(name), this.fields().get(name)?.value)) this.#wrote(name, false);
      },
      done: (name) => this.#commit(name),
    });
    // What was typed before the scripts were there.
    for (const [name, group] of controlsIn(form)) if (isChanged(group)) this.#wrote(name, false);
  }

  /** @param {FormStore} from */
  async begin(from) {
    await this.#held.begin(from);
    this.#blank = this.#blankSheet();
    this.#show(true);
    this.save();
    this.#begun();
  }

  /** Reads what the store holds now and shows it where no one writes. */
  async refresh() {
    if (!this.#held.store) return;
    if (this.#blank > 0) {
      await this.#held.read();
      this.#giveWay();
    }
    // What is read counts as seen: what was changed here goes first, or it would overwrite what it never met.
    for (const name of [...this.#dirty]) this.#commit(name);
    await this.#held.settled();
    await this.#held.read();
    this.#show();
    this.#refreshed.tell();
  }

  /** What was typed and cannot be put yet, because the store is not open. @returns {import('../answers/early.js').Early[]} */
  early() {
    if (this.#held.store) return [];
    const at = new Date().toISOString();
    const typed = [...this.#dirty].map((field) => /** @type {const} */ ([field, this.value(field)]));
    return [...this.#held.early, ...typed]
      .filter(([field]) => !field.startsWith('@'))
      .map(([field, value]) => ({ key: this.key, field, value, at }));
  }

  /** Puts all that is known here again: the store has lost it. */
  renew() {
    this.#held.renew();
  }

  /** Saves what was changed. @param {boolean} [leaving]  the page goes: also what is being composed or chosen */
  save(leaving) {
    for (const name of [...this.#dirty]) if (leaving || name !== this.#composing()) this.#commit(name, leaving);
  }

  /** Saves what is here, also if the learner has not chosen between two texts: the other one is kept aside. */
  insist() {
    this.#clashes.keepOwn();
    this.save(true);
  }

  /** Resolves when what was put until now has been stored, or could not be. */
  saved() {
    return this.#held.settled();
  }

  /**
   * Another tab wrote. False: not taken over, because it is being written here; saving will report a conflict.
   * @param {Changed} change
   */
  receive({ sheet: at, field, entry }) {
    if (!this.#held.store) return false;
    if (at === this.#blank) {
      this.#held.fields(at).set(field, entry);
      this.#giveWay();
    }
    const shown = at === this.sheet();
    if (shown && this.#clashes.renew(field, entry)) return false;
    const controls = shown ? this.#group(field) : [];
    if (controls.length > 0 && this.#incoming(field, controls, entry.value) === 'later') {
      this.#missed.add(field);
      return false;
    }
    this.#held.fields(at).set(field, entry);
    if (shown) this.#show();
    this.#refreshed.tell();
    return true;
  }

  /** Another tab wrote in another work. */
  elsewhere() {
    this.#refreshed.tell();
  }

  /** The sheets of another work. @param {string} other @returns {Promise<Map<number, Entries>>} */
  async readOther(other) {
    return this.#held.store?.read(other) ?? new Map();
  }

  /** Whether this page can see what was written on others: if not, an empty form says nothing. */
  seesOthers() {
    const state = this.#held.store?.state;
    return state !== undefined && state.where !== 'memory' && !state.ownFile && state.error !== 'unread';
  }

  /**
   * What is written here and not on its way to the store yet, or not there yet. A part of a date is no date to the browser.
   * @returns {'' | 'writing' | 'choosing' | 'half-date'}
   */
  waiting() {
    if (this.#clashes.size > 0) return 'choosing';
    if (this.#dirty.size > 0 || !this.#held.isIdle()) return 'writing';
    return isUnfinished(this.form) ? 'half-date' : '';
  }

  /** How the fields were called that are no longer in the form: what is noted beside the answers. */
  async noted() {
    return this.#held.store?.names();
  }

  /** Something was written on this page. */
  touched() {
    return this.#touched;
  }

  sheet() {
    return this.#held.sheet;
  }

  sheets() {
    return this.#held.sheets;
  }

  /** What is stored of the sheet that is shown, or on its way there. */
  fields() {
    return this.#held.fields();
  }

  /** @param {string} name */
  value(name) {
    return valueOf(this.#group(name));
  }

  /** Something is answered in this part of the form. @param {ParentNode} part */
  answered(part) {
    return [...controlsIn(part).values()].some(isAnswered);
  }

  /** Answers for the learner, in answer to what they did. @param {Record<string, Value>} values */
  set(values) {
    this.#touched = true;
    for (const [name, value] of Object.entries(values)) {
      write(this.#group(name), value);
      this.#dirty.add(name);
      this.#commit(name);
    }
    this.#changed.tell(Object.keys(values), 'learner');
  }

  /** Stores what has no control, such as `@looked`. @param {string} name @param {Value} value @param {number} [sheet] */
  keep(name, value, sheet = this.sheet()) {
    if (sheet === this.#blank) this.#blank = 0;
    this.#held.put(name, value, sheet);
  }

  /** Shows another sheet; one that does not exist yet begins blank. @param {number} next */
  turn(next) {
    this.insist();
    this.#dirty.clear();
    this.#own.clear();
    this.#held.sheet = next;
    this.#blank = this.#blankSheet();
    this.#show(true);
  }

  /** There are new controls, such as another row: they hold what is stored. @param {string[]} names */
  grown(names) {
    for (const name of names) {
      if (!this.#dirty.has(name)) write(this.#group(name), this.fields().get(name)?.value);
    }
    if (names.length > 0) this.#changed.tell(names, 'store');
  }

  /** Calls when values changed. @param {(names: string[], by: By) => void} listener */
  onChange(listener) {
    this.#changed.on(listener);
  }

  /** Calls before values are written, with what is stored: there may have to be more rows. @param {(fields: Entries) => void} listener */
  onPrepare(listener) {
    this.#preparing.on(listener);
  }

  /** Calls after something was stored. @param {() => void} listener */
  onStored(listener) {
    this.#held.stored.on(listener);
  }

  /** Calls after another tab wrote, or the store was read again. @param {() => void} listener */
  onRefresh(listener) {
    this.#refreshed.on(listener);
  }

  /** Calls without a clash when it is settled. @param {(clash: import('./clashes.js').Clash | undefined, name: string) => void} listener */
  onClash(listener) {
    this.#clashes.changed.on(listener);
  }

  /** @param {string} name */
  #group(name) {
    return controlsOf(this.form, name);
  }

  /** @param {string} name @param {boolean} goesOn */
  #wrote(name, goesOn) {
    this.#touched = true;
    const isMore = this.#dirty.has(name) && this.#held.store?.state.hurried !== true;
    this.#dirty.add(name);
    clearTimeout(this.#timers.get(name));
    const mayWait = isMore || (this.#held.store?.mayWait(this.#length()) ?? true);
    if (goesOn && !mayWait) this.#commit(name);
    else if (goesOn)
      this.#timers.set(
        name,
        setTimeout(() => this.#commit(name), PAUSE),
      );
    this.#changed.tell([name], 'learner');
  }

  /** How many characters are not put yet. */
  #length() {
    return [...this.#dirty].reduce((length, name) => length + this.value(name).length + name.length, 0);
  }

  /** Saves a field now, if it was changed. @param {string} name @param {boolean} [leaving] */
  #commit(name, leaving) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    // Until the learner has chosen, both texts stay as they are; a page that goes saves what it can.
    if (!this.#dirty.has(name) || !this.#held.store || (this.#clashes.has(name) && !leaving)) return;
    this.#dirty.delete(name);
    const [group, before] = [this.#group(name), this.fields().get(name)];
    const value = valueOf(group);
    const differs = before === undefined ? isAnswered(group) : !same(before.value, value);
    // The author has changed the field: what it cannot show, the learner did not replace.
    const beside = before && !fits(group, before.value) ? [{ value: before.value, at: before.at }] : [];
    if (this.#held.isSaving(name) || differs) {
      this.#blank = 0;
      this.#own.add(name);
      this.#held.put(name, value, this.sheet(), beside);
    } else if (this.#missed.delete(name)) void this.refresh();
  }

  /** @param {string} name @param {import('../answers/writer.js').Put} done */
  #confirmed(name, { entry, conflict }) {
    if (name === '@begun' && conflict) return this.#leaveSheet();
    const group = this.#group(name);
    // In an attempt that was compared nothing can be chosen: it stays as it was, and the text is kept aside.
    if (conflict && group.length > 0 && group.every((control) => control.matches(':disabled')))
      write(group, entry.value);
    else if (conflict && group.length > 0) this.#clashes.open(name, entry);
    else if (this.#missed.delete(name)) void this.refresh();
  }

  /** The sheet that is shown, if it is one more and nothing is in it; else 0. Attempts of an exercise are one person's, and follow each other. */
  #blankSheet() {
    const isMore = this.sheet() > 1 && !this.key.startsWith('exercise/');
    return isMore && this.fields().size === 0 ? this.sheet() : 0;
  }

  /** Another tab has written the sheet that was begun here and is blank: what is written here goes on a sheet of its own. */
  #giveWay() {
    const taken = this.#blank;
    if (taken === 0 || this.fields().size === 0) return;
    this.#held.sheet = this.#blank = Math.max(...this.sheets().keys()) + 1;
    this.#changed.tell([], 'sheet');
    announce(word('sheet-moved', { taken, n: this.#blank }));
  }

  /** Another tab has begun this sheet in the same moment: what was written here goes on a sheet of its own. */
  #leaveSheet() {
    const taken = this.sheet();
    if (taken === 1 || this.key.startsWith('exercise/')) return;
    const mine = [...this.#own].map((name) => /** @type {const} */ ([name, this.value(name)]));
    const next = Math.max(...this.sheets().keys()) + 1;
    this.#held.sheet = next;
    for (const [name, value] of mine) this.#held.put(name, value);
    this.#show(true);
    announce(word('sheet-moved', { taken, n: next }));
    void this.#takeOff(taken, mine);
  }

  /** Takes what was written here off the sheet of another tab, if nothing was written there since. @param {number} taken @param {(readonly [string, Value])[]} mine */
  async #takeOff(taken, mine) {
    await this.#held.settled();
    await this.#held.read();
    for (const [name, value] of mine) {
      const there = this.#held.fields(taken).get(name);
      if (there?.rev === 1 && same(there.value, value))
        this.#held.put(name, typeof value === 'string' ? '' : [], taken);
    }
  }

  /** @param {string} name @param {Value} value */
  #settled(name, value) {
    write(this.#group(name), value);
    this.#dirty.delete(name);
    this.#changed.tell([name], 'learner');
  }

  /** A chosen text is stored. What is read counts as seen; if something else was missed, what is here goes first. @param {string} name */
  async #chosen(name) {
    this.#missed.delete(name);
    if (this.#missed.size > 0) void this.refresh();
    else await this.#held.read();
  }

  /** @param {string} name @param {import('../dom/controls.js').Control[]} controls @param {Value} value */
  #incoming(name, controls, value) {
    return incoming({
      dirty: this.#dirty.has(name) || this.#clashes.has(name),
      composing: this.#composing() === name,
      saving: this.#held.isSaving(name),
      shown: valueOf(controls),
      incoming: value,
    });
  }

  /** @param {boolean} [all]  another sheet is shown: also what no one wrote elsewhere */
  #show(all) {
    const fields = this.fields();
    this.#preparing.tell(fields);
    /** @type {string[]} */
    const names = [];
    for (const [name, controls] of controlsIn(this.form)) {
      const entry = fields.get(name);
      if (entry) this.#clashes.renew(name, entry);
      const value = entry?.value;
      const way = all && !this.#dirty.has(name) ? 'take' : this.#incoming(name, controls, value ?? '');
      if (way === 'later') this.#missed.add(name);
      if (way !== 'take') continue;
      write(controls, value);
      names.push(name);
    }
    if (all || names.length > 0) this.#changed.tell(names, all ? 'sheet' : 'store');
  }
}
