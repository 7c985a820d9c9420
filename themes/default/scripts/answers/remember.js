/**
 * Stores the current names of answered fields, in case the course removes them.
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {import('./names.js').AllNames} AllNames
 * @typedef {import('./record.js').Answered} Answered
 */

import { allNamesIn, joinedNames, joinedNotes, learned, plain, sameNames } from './names.js';

/**
 * What is known of all works, now with what the catalogue says.
 * @param {Store} store
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {Iterable<{ key: string, fields: import('./record.js').Fields }>} works
 * @returns {Promise<AllNames>}
 */
export async function remember(store, catalogue, works) {
  const known = allNamesIn(await store.names());
  const asked = new Map(catalogue.works.map((work) => [work.key, work]));
  /** @type {Set<string>} */
  const news = new Set();
  for (const { key, fields } of works) {
    if (!asked.has(key)) continue;
    const names = learned(known[key], asked.get(key), fields);
    if (sameNames(known[key], names)) continue;
    known[key] = names;
    news.add(key);
  }
  if (news.size > 0) {
    await store.names((noted) => {
      const all = allNamesIn(noted);
      for (const key of news) all[key] = joinedNames(known[key], all[key] ?? known[key]);
      return plain(all);
    });
  }
  return known;
}

/**
 * Names that came with a file; what is known here goes first.
 * @param {Store} store
 * @param {AllNames} theirs
 */
export async function rememberTheirs(store, theirs) {
  if (Object.keys(theirs).length > 0) await store.names((noted) => joinedNotes(noted, theirs));
}
