/**
 * What the learner has begun and compared, and where they wrote last: read from the marks that are stored beside the
 * answers. The answers themselves are not read.
 *
 * @typedef {'begun' | 'compared'} Stage
 * @typedef {{ key: string } & import('./turns.js').Turn} Last  the work that was written last
 */

import { isEmpty } from '../dom/values.js';
import { currentAddress } from './earlier.js';
import { journalOf } from './journal.js';
import { placesOf } from './places/all.js';
import { isSpecial, parseAddress } from './record.js';
import { homeOf } from './rooms.js';
import { PLACE, compareTurns, turnOf } from './turns.js';

/**
 * @returns {Promise<{ stages: Map<string, Stage>, lasts: Last[] }>}  by key; the newest first
 */
export async function begunHere() {
  const { course = '', title = '', base = '', shared } = document.documentElement.dataset;
  const home = homeOf(title, new URL(base || './', location.href).href);
  const known = await placesOf(course, home).known(shared === 'on' ? 'session' : 'browser');
  if (!known) return begunIn([]);
  const isMark = (/** @type {string} */ address) => isSpecial(parseAddress(address)?.field ?? '');
  // What a page wrote while it was left is stored by the next page with a form.
  const left = known.place.where === 'browser' ? [...journalOf(known.name).left().rows] : [];
  return begunIn([...(await known.place.some(isMark)), ...left]);
}

/** @param {[address: string, entry: { value: import('./record.js').Value, at: string }][]} marks  later ones count */
export function begunIn(marks) {
  /** @type {Map<string, Map<number, Stage>>} */
  const sheets = new Map();
  /** @type {Map<string, import('./turns.js').Turn>} */
  const last = new Map();
  for (const [address, { value, at }] of marks) {
    const found = parseAddress(currentAddress(address));
    if (!found || isEmpty(value)) continue;
    const { key, sheet, field } = found;
    const stages = sheets.get(key) ?? new Map();
    sheets.set(key, stages);
    if (field === '@looked') stages.set(sheet, 'compared');
    else if (!stages.has(sheet)) stages.set(sheet, 'begun');
    const mine = { turn: field === PLACE ? turnOf(value) : 0, at };
    const known = last.get(key) ?? { turn: 0, at: '' };
    last.set(key, { turn: Math.max(known.turn, mine.turn), at: at > known.at ? at : known.at });
  }
  const newest = (/** @type {Map<number, Stage>} */ stages) => stages.get(Math.max(...stages.keys())) ?? 'begun';
  return {
    stages: new Map([...sheets].map(([key, stages]) => [key, newest(stages)])),
    lasts: [...last].map(([key, turn]) => ({ key, ...turn })).sort(compareTurns),
  };
}
