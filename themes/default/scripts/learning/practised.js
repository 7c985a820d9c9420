/**
 * What was practised: which works were answered on which day, how learners rated themselves, and which items of the syllabus that was
 * about. Nothing that was answered is in it.
 *
 * Pure.
 *
 * @typedef {import('../answers/catalogue.js').Catalogue} Catalogue
 * @typedef {import('../answers/record.js').Answered} Answered
 * @typedef {{ items: [id: string, title: string][], of: Record<string, string[]> }} Items  of the syllabus, and those of each work
 * @typedef {{ label: string, level: string }} Rating
 * @typedef {{ key: string, sheet: number, title: string, kind: string, group: string, at: string, state: 'answered' | 'looked',
 *   ratings: Rating[], items: string[] }} Practised
 */

import { inWords, namesOf } from '../answers/catalogue.js';
import { isSpecial } from '../answers/record.js';
import { isEmpty } from '../dom/values.js';

/** The fields in which learners rate themselves. @param {string} field */
const isRating = (field) => field.startsWith('rate.');

/**
 * @param {Catalogue} catalogue
 * @param {Answered[]} works
 * @param {Items} items
 * @returns {Practised[]}  by day, then in the order of the course; what the course asks no more is not in it
 */
export function practised(catalogue, works, { items, of }) {
  const titles = new Map(items);
  const asked = new Map(catalogue.works.map((work, at) => [work.key, { work, at }]));
  return works
    .flatMap(({ key, sheet, fields }) => {
      const found = asked.get(key);
      const written = Object.keys(fields).filter((field) => !isSpecial(field) && !isEmpty(fields[field].value));
      if (!found || written.length === 0) return [];
      const { work, at } = found;
      const named = namesOf(work);
      const last = written.reduce((latest, field) => (fields[field].at > latest ? fields[field].at : latest), '');
      const ratings = written.filter(isRating).flatMap((field) => {
        const name = named(field);
        return name ? [{ label: name.label, level: inWords(fields[field].value, name.options) }] : [];
      });
      const looked = fields['@looked'];
      const known = (Object.hasOwn(of, key) ? of[key] : []).flatMap((id) => titles.get(id) ?? []);
      /** @type {Practised & { place: number }} */
      const one = {
        key,
        sheet,
        title: work.title,
        kind: key.slice(0, key.indexOf('/')),
        group: catalogue.groups[work.group]?.title ?? '',
        at: last,
        state: looked && !isEmpty(looked.value) ? 'looked' : 'answered',
        ratings,
        items: known,
        place: at,
      };
      return [one];
    })
    .sort((a, b) => dayOf(a.at).localeCompare(dayOf(b.at)) || a.place - b.place || a.sheet - b.sheet)
    .map(({ place: _, ...one }) => one);
}

/** The day of a moment where the learner is, as `2026-11-30`; "" without one. @param {string} at */
export function dayOf(at) {
  const date = new Date(at);
  if (at === '' || Number.isNaN(date.getTime())) return '';
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * What was practised for each item of the syllabus, in its order.
 * @param {Practised[]} works
 * @param {Items} items
 * @returns {{ title: string, works: Practised[] }[]}
 */
export function byItem(works, { items }) {
  const found = items.map(([, title]) => ({ title, works: works.filter((one) => one.items.includes(title)) }));
  return found.filter((item) => item.works.length > 0);
}
