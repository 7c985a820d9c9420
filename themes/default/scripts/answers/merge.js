/**
 * What happens when a file's answers meet those that are here. Nothing is decided for the learner that can be undone
 * only by remembering: a text meets emptiness, the text stays; two texts meet, the learner chooses; what is not chosen
 * is put aside.
 *
 * Pure: changes nothing it is given.
 *
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./store.js').Taken} Taken
 *
 * @typedef {object} Conflict
 * @property {string} address
 * @property {Entry} mine
 * @property {Entry} theirs
 *
 * @typedef {object} Merged
 * @property {Taken[]} take       will be written as they are
 * @property {number} fresh       answers not here yet; marks such as `@looked` are no answers
 * @property {number} filled      answers that are empty here
 * @property {number} same        answers that are the same on both sides
 * @property {number} kept        answers that stay as they are here: empty in the file, or decided already
 * @property {Conflict[]} conflicts
 * @property {import('./attempts.js').AttemptClash[]} attempts  whole attempts that differ
 *
 * @typedef {'mine' | 'theirs' | 'both'} Choice
 */

import { isEmpty } from '../dom/values.js';
import { BETWEEN, MAX_VALUE, aside, equal, hasText, isSpecial } from './record.js';

/** @returns {Merged} */
export const nothingMerged = () => ({ take: [], fresh: 0, filled: 0, same: 0, kept: 0, conflicts: [], attempts: [] });

/**
 * One answer.
 * @param {Merged} merged  grows
 * @param {string} address
 * @param {Entry | undefined} mine
 * @param {Entry} theirs
 */
export function mergeOne(merged, address, mine, theirs) {
  const one = counted(fieldOf(address));
  if (!mine) {
    merged.fresh += one;
    merged.take.push({ address, entry: theirs, was: 0 });
    return;
  }
  const joined = join(address, mine, theirs);
  if (joined === 'conflict') {
    merged.conflicts.push({ address, mine, theirs });
    return;
  }
  const changes = !alike(joined, mine);
  if (equal(mine.value, theirs.value)) merged.same += one;
  else if (equal(joined.value, theirs.value)) merged.filled += one;
  else merged.kept += one;
  if (changes) merged.take.push({ address, entry: joined, was: mine.rev });
}

/**
 * One entry of two, if no one needs to choose.
 * @param {string} address
 * @param {Entry} mine
 * @param {Entry} theirs
 * @returns {Entry | 'conflict'}
 */
function join(address, mine, theirs) {
  const rev = Math.max(mine.rev, theirs.rev);
  if (equal(mine.value, theirs.value)) {
    const at = mine.rev === theirs.rev ? later(mine.at, theirs.at) : mine.rev > theirs.rev ? mine.at : theirs.at;
    return aside({ ...mine, rev, at }, theirs.others ?? []);
  }
  const [force, loser] = stronger(address, mine, theirs) ?? [];
  if (!force || !loser) return 'conflict';
  return aside({ ...force, rev }, loser.others ?? []);
}

/**
 * Which of two different entries stays current, and which is put aside; undefined if only the learner can decide.
 * @param {string} address
 * @param {Entry} mine
 * @param {Entry} theirs
 * @returns {[Entry, Entry] | undefined}
 */
function stronger(address, mine, theirs) {
  if (isEmpty(theirs.value)) return [mine, theirs];
  if (isEmpty(mine.value)) return [theirs, mine];
  // Two times of comparing: the attempt was closed at the first.
  if (isSpecial(fieldOf(address))) return String(mine.value) <= String(theirs.value) ? [mine, theirs] : [theirs, mine];
  // One side has met the other already, and someone chose.
  if (mine.rev >= theirs.rev && hasMet(mine, theirs)) return [mine, theirs];
  if (theirs.rev > mine.rev && hasMet(theirs, mine)) return [theirs, mine];
  return undefined;
}

/**
 * Has one met the other before, when someone chose?
 * @param {Entry} later
 * @param {Entry} before
 */
export function hasMet(later, before) {
  if ((later.others ?? []).some(({ value }) => hasText(value, before.value))) return true;
  return (
    typeof later.value === 'string' &&
    typeof before.value === 'string' &&
    (later.value.startsWith(before.value + BETWEEN) || later.value.endsWith(BETWEEN + before.value))
  );
}

/**
 * What is written for a conflict that was chosen.
 * @param {Conflict} conflict
 * @param {Choice} choice
 * @returns {Taken}
 */
export function chosen({ address, mine, theirs }, choice) {
  const rev = Math.max(mine.rev, theirs.rev) + 1;
  const [force, other] = choice === 'theirs' ? [theirs, mine] : [mine, theirs];
  const more = [...(other.others ?? [])];
  if (choice === 'both' && typeof mine.value === 'string' && typeof theirs.value === 'string') {
    const value = mine.value + BETWEEN + theirs.value;
    return { address, entry: aside({ ...mine, value, rev, at: later(mine.at, theirs.at) }, more), was: mine.rev };
  }
  const entry = aside({ ...force, rev }, [{ value: other.value, at: other.at }, ...more]);
  return { address, entry, was: mine.rev };
}

/**
 * Only texts can be joined, and only to one that can be read again; of two ticks, days or numbers one must be chosen.
 * @param {Conflict} conflict
 */
export function canBeBoth({ mine, theirs }) {
  return (
    mine.value.length + theirs.value.length < MAX_VALUE - BETWEEN.length &&
    [mine.value, theirs.value].every(
      (value) => typeof value === 'string' && !/^(?:\d{4}-\d\d-\d\d|-?[\d.]+)$/.test(value),
    )
  );
}

/** What a field counts as among answers. @param {string} field */
export const counted = (field) => (isSpecial(field) ? 0 : 1);

/** @param {string} address */
const fieldOf = (address) => address.slice(address.indexOf('/', address.indexOf('#')) + 1);

/**
 * What is written into the store for an answer that was taken in: what came in between, while the learner was
 * choosing, is put aside and not overwritten unseen.
 * @param {Entry | undefined} stored
 * @param {Taken} taken
 * @returns {Entry | undefined}  undefined: what is stored stays
 */
export function takeIn(stored, { entry, was }) {
  if (!stored) return entry;
  if (stored.rev === was) return alike(stored, entry) ? undefined : entry;
  if (equal(stored.value, entry.value) || isEmpty(entry.value)) {
    const joined = aside({ ...stored, rev: Math.max(stored.rev, entry.rev) }, entry.others ?? []);
    return alike(stored, joined) ? undefined : joined;
  }
  const rev = Math.max(stored.rev, entry.rev) + 1;
  return aside({ ...entry, rev }, [...(stored.others ?? []), { value: stored.value, at: stored.at }]);
}

/**
 * @param {Entry} a
 * @param {Entry} b
 */
function alike(a, b) {
  return (
    a.rev === b.rev &&
    a.at === b.at &&
    equal(a.value, b.value) &&
    JSON.stringify(a.others ?? []) === JSON.stringify(b.others ?? [])
  );
}

/** @param {string} a @param {string} b */
const later = (a, b) => (Date.parse(a) >= Date.parse(b) ? a : b);
