/**
 * Binds the controls of one form to the store: what is typed is saved a moment later, when the composition of an
 * input method ends, when the field is left, and when the page goes; what another tab wrote appears in the fields
 * nobody is at. A value is never rewritten under the hand that writes it.
 *
 * Knows no kind of exercise. They listen (`onChange`), and speak for the learner (`set`).
 *
 * @typedef {import('../dom/values.js').Value} Value
 * @typedef {import('../answers/record.js').Entry} Entry
 * @typedef {Map<string, Entry>} Fields
 * @typedef {{ key: string, sheet: number, field: string, entry: Entry }} Change  what another tab wrote
 *
 * @typedef {Pick<import('../answers/store.js').Store, 'read' | 'put' | 'importEntries' | 'names' | 'state'>} Store
 *
 * @typedef {'learner' | 'store' | 'sheet'} By  who changed the values; 'sheet': another sheet is shown
 *
 * @typedef {object} Clash  two tabs wrote in one field
 * @property {Entry} theirs  what is in force
 * @property {(value: Value) => void} settle  with the value to keep
 *
 * @typedef {ReturnType<typeof bind>} Work
 */

import { addressOf, aside } from '../answers/record.js';
import { controlsIn, controlsOf, isAnswered, valueOf, write } from '../dom/controls.js';
import { signal } from './signal.js';
import { hearTyping } from './typing.js';
import { holds, incoming, same } from '../dom/values.js';

const PAUSE = 300; // ms without a key before a text is saved

/** @param {HTMLFormElement} form */
export function bind(form) {
  const key = form.dataset.answer ?? '';
  /** @type {Store | undefined} */
  let store;
  let sheet = 1;
  let touched = false;
  /** What the store holds, as far as it is known here. @type {Map<number, Fields>} */
  let sheets = new Map();

  /** Changed here, not put yet. @type {Set<string>} */
  const dirty = new Set();
  /** Put before the store was there. @type {Map<string, Value>} */
  const early = new Map();
  /** Put, not confirmed yet: how often. @type {Map<string, number>} */
  const saving = new Map();
  const underWay = /** @type {Set<Promise<void>>} */ (new Set());
  /** Changed elsewhere while somebody was at it here. @type {Set<string>} */
  const missed = new Set();
  const clashes = /** @type {Map<string, Clash>} */ (new Map());
  const timers = /** @type {Map<string, ReturnType<typeof setTimeout>>} */ (new Map());

  const changed = /** @type {import('./signal.js').Signal<[names: string[], by: By]>} */ (signal());
  const preparing = /** @type {import('./signal.js').Signal<[fields: Fields]>} */ (signal());
  const clashing = /** @type {import('./signal.js').Signal<[clash: Clash | undefined, name: string]>} */ (signal());
  const refreshed = /** @type {import('./signal.js').Signal<[]>} */ (signal());
  const stored = /** @type {import('./signal.js').Signal<[]>} */ (signal());
  let begun = /** @type {() => void} */ (() => {});
  const opened = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      begun = resolve;
    })
  );

  /** @param {string} name */
  const group = (name) => controlsOf(form, name);

  /** @param {number} at */
  const fieldsOf = (at) => {
    const fields = sheets.get(at) ?? new Map();
    sheets.set(at, fields);
    return fields;
  };

  /** @param {Promise<void>} writing */
  const track = (writing) => {
    const it = writing.finally(() => {
      underWay.delete(it);
      if (underWay.size === 0) stored.tell();
    });
    underWay.add(it);
  };

  /** It is here at once, and then stored. @param {string} name @param {Value} value @param {number} [at] */
  const put = (name, value, at = sheet) => {
    const before = fieldsOf(at).get(name);
    fieldsOf(at).set(name, { ...before, value, rev: before?.rev ?? 0, at: new Date().toISOString() });
    track(putNow(name, value, at));
  };

  /** @param {string} name @param {Value} value @param {number} at */
  const putNow = async (name, value, at) => {
    if (!store) {
      early.set(name, value);
      return;
    }
    if (!name.startsWith('@') && !fieldsOf(at).has('@begun')) put('@begun', new Date().toISOString(), at);
    saving.set(name, (saving.get(name) ?? 0) + 1);
    const done = await store.put(key, at, name, value);
    const left = (saving.get(name) ?? 1) - 1;
    if (left > 0) saving.set(name, left);
    else saving.delete(name);
    fieldsOf(at).set(name, done.entry);
    stored.tell();
    if (at !== sheet || left > 0) return;
    if (done.conflict && group(name).length > 0) clash(name, done.entry);
    else if (missed.delete(name)) void refresh();
  };

  /** @param {string} name @param {Entry} theirs */
  const clash = (name, theirs) => {
    if (same(valueOf(group(name)), theirs.value)) return;
    /** @type {Clash} */
    const it = {
      theirs,
      settle: (value) => {
        const mine = valueOf(group(name));
        clashes.delete(name);
        clashing.tell(undefined, name);
        write(group(name), value);
        dirty.delete(name);
        track(choose(name, value, [mine, theirs.value], sheet));
        changed.tell([name], 'learner');
      },
    };
    clashes.set(name, it);
    clashing.tell(it, name);
  };

  /**
   * What was chosen is in force, and what was not is put aside with it: also what was written while choosing.
   * @param {string} name @param {Value} value @param {Value[]} both @param {number} at
   */
  const choose = async (name, value, both, at) => {
    const before = fieldsOf(at).get(name);
    if (!store || !before) return;
    const now = new Date().toISOString();
    const entry = aside(
      { ...before, value, rev: before.rev + 1, at: now },
      both.filter((one) => !holds(value, one)).map((one) => ({ value: one, at: now })),
    );
    try {
      await store.importEntries([{ address: addressOf(key, at, name), entry, was: before.rev }]);
      // What is read counts as seen; where something else was missed, what is here goes first.
      missed.delete(name);
      if (missed.size > 0) void refresh();
      else sheets = await store.read(key, busy);
    } catch {
      dirty.add(name);
    }
  };

  /** Saves a field now, if it was changed. @param {string} name @param {boolean} [leaving] */
  const commit = (name, leaving) => {
    clearTimeout(timers.get(name));
    timers.delete(name);
    // Until the learner has chosen, both texts stay as they are; a page that goes saves what it can.
    if (!dirty.has(name) || !store || (clashes.has(name) && !leaving)) return;
    dirty.delete(name);
    const value = valueOf(group(name));
    const before = fieldsOf(sheet).get(name)?.value;
    const differs = before === undefined ? isAnswered(group(name)) : !same(before, value);
    if (saving.has(name) || differs) put(name, value);
    else if (missed.delete(name)) void refresh();
  };

  /** @param {boolean} [leaving] */
  const save = (leaving) => {
    for (const name of [...dirty]) if (leaving || name !== composing()) commit(name, leaving);
  };

  /** Saves what is here, also where the learner has not chosen between two texts: the other one is kept aside. */
  const insist = () => {
    for (const [name, { settle }] of [...clashes]) settle(valueOf(group(name)));
    save(true);
  };

  const composing = hearTyping(form, {
    wrote: (name, goesOn) => {
      touched = true;
      dirty.add(name);
      clearTimeout(timers.get(name));
      if (goesOn)
        timers.set(
          name,
          setTimeout(() => commit(name), PAUSE),
        );
      changed.tell([name], 'learner');
    },
    done: commit,
  });

  /** @param {string} name @param {import('../dom/controls.js').Control[]} controls @param {Value} value */
  const incomingTo = (name, controls, value) =>
    incoming({
      dirty: dirty.has(name) || clashes.has(name),
      composing: composing() === name,
      saving: saving.has(name),
      shown: valueOf(controls),
      incoming: value,
    });

  /** @param {boolean} [all]  another sheet is shown: also what nobody wrote elsewhere */
  const show = (all) => {
    const fields = fieldsOf(sheet);
    preparing.tell(fields);
    /** @type {string[]} */
    const names = [];
    for (const [name, controls] of controlsIn(form)) {
      const value = fields.get(name)?.value;
      const way = all && !dirty.has(name) ? 'take' : incomingTo(name, controls, value ?? '');
      if (way === 'later') missed.add(name);
      if (way !== 'take') continue;
      write(controls, value);
      names.push(name);
    }
    if (all || names.length > 0) changed.tell(names, all ? 'sheet' : 'store');
  };

  /** What is being written at this moment has not met what the store holds: saving will tell. @param {number} at @param {string} name */
  const busy = (at, name) => at === sheet && (dirty.has(name) || composing() === name);

  /** Reads what the store holds now and shows it where nobody writes. */
  const refresh = async () => {
    if (!store) return;
    // What is read counts as seen: what was changed here goes first, or it would overwrite what it never met.
    for (const name of [...dirty]) commit(name);
    await Promise.all(underWay);
    sheets = await store.read(key, busy);
    show();
    refreshed.tell();
  };

  return {
    form,
    key,
    /** @param {Store} from */
    begin: async (from) => {
      sheets = await from.read(key, busy);
      store = from;
      sheet = Math.max(1, ...sheets.keys());
      for (const [name, value] of early) if (!fieldsOf(sheet).has(name)) put(name, value);
      early.clear();
      show(true);
      save();
      begun();
    },
    /** The answers are there. */
    opened,
    refresh,
    save,
    insist,
    /** What was put until now has been stored, or could not be. */
    saved: () => Promise.all(underWay),
    /**
     * Another tab wrote. False: not taken over, because somebody is writing there; saving will tell of a conflict.
     * @param {Change} change
     */
    receive: ({ sheet: at, field, entry }) => {
      const controls = at === sheet ? group(field) : [];
      if (controls.length > 0 && incomingTo(field, controls, entry.value) === 'later') {
        missed.add(field);
        return false;
      }
      fieldsOf(at).set(field, entry);
      if (at === sheet) show();
      refreshed.tell();
      return true;
    },
    /** Another tab wrote in another work. */
    elsewhere: () => refreshed.tell(),
    /** The sheets of another work. @param {string} other */
    readOther: async (other) => (store ? store.read(other) : new Map()),
    /** Whether this page can see what was written on others: if not, an empty form says nothing. */
    seesOthers: () =>
      store !== undefined && store.state.where !== 'memory' && !store.state.ownFile && store.state.error !== 'unread',

    /** What is written here and not on its way to the store yet, or not there yet. @returns {'' | 'writing' | 'choosing'} */
    waiting: () => (clashes.size > 0 ? 'choosing' : dirty.size > 0 || underWay.size > 0 ? 'writing' : ''),

    /** How the fields were called that are no longer in the form: what is noted beside the answers. */
    noted: async () => store?.names(),

    /** Something was written on this page. */
    touched: () => touched,
    sheet: () => sheet,
    sheets: () => sheets,
    /** What is stored of the sheet that is shown, or on its way there. */
    fields: () => fieldsOf(sheet),
    /** @param {string} name */
    value: (name) => valueOf(group(name)),
    /** Something is answered in this part of the form. @param {ParentNode} part */
    answered: (part) => [...controlsIn(part).values()].some(isAnswered),
    /** Answers for the learner, in answer to what they did. @param {Record<string, Value>} values */
    set: (values) => {
      touched = true;
      for (const [name, value] of Object.entries(values)) {
        write(group(name), value);
        dirty.add(name);
        commit(name);
      }
      changed.tell(Object.keys(values), 'learner');
    },
    /** Stores what has no control, such as `@looked`. */
    keep: put,
    /** Shows another sheet; one that does not exist yet begins blank. @param {number} next */
    turn: (next) => {
      insist();
      dirty.clear();
      sheet = next;
      show(true);
    },
    /** There are new controls, such as another row: they hold what is stored. @param {string[]} names */
    grown: (names) => {
      for (const name of names) if (!dirty.has(name)) write(group(name), fieldsOf(sheet).get(name)?.value);
      if (names.length > 0) changed.tell(names, 'store');
    },

    onChange: changed.on,
    /** Called before values are written, with what is stored: there may have to be more rows. */
    onPrepare: preparing.on,
    /** Called after something was stored. */
    onStored: stored.on,
    /** Called after another tab wrote, or the store was read anew. */
    onRefresh: refreshed.on,
    /** Called without a clash when it is settled. */
    onClash: clashing.on,
  };
}
